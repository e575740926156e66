// SPDX-License-Identifier: GPL-3.0-or-later
// How a page gets to its topic: at once in open mode, with a token in secured mode. Pasted, or handed over by the page
// that embeds this one; kept for this tab alone.
import { bare, claimsOf } from './claims.js';
import { DoorView } from './doorview.js';
import { inOpenMode, inSecuredMode } from './topic.js';

const kKept = 'relay.token';
const kMessage = 'relay.token'; // from the page that embeds: {type: 'relay.token', token: 'ey…'}
const kWanted = 'relay.token-wanted'; // to it

/**
 * Calls enter({name, path}) or enter({name, topic, token}) as soon as it is known how; again after each change.
 * `page`: watch, data or stats; `verb`: what the button does.
 */
export class Door {
    constructor({ page, verb, enter, leave = () => {} }) {
        this.page = page;
        this.enter = enter;
        this.leave = leave;
        this.token = null;
        this.facts = { secured: false, openTopics: true, origins: [] };
        this.view = new DoorView({ page, verb });
        this.view.onToken((topic, token) => this.#tokenGiven(topic, token));
        this.view.onTopic((topic) => this.#enterOpen(topic));
        this.view.onForget(() => this.forget());
        addEventListener('message', (event) => this.#told(event));
    }

    /** Asks the relay what it is, then lets in or shows the form. */
    async open() {
        this.facts = await factsOfRelay();
        this.topic = this.page === 'stats' ? 'stats' : inSecuredMode(location.pathname, this.page);
        if (!this.facts.secured) {
            this.#enterOpen(this.topic);
            return;
        }
        const kept = recall();
        if (kept && (!this.topic || kept.topic === this.topic)) {
            this.#tokenGiven(kept.topic, kept.token);
        } else {
            this.#show();
        }
    }

    /** A token that was refused, or has ended: says so and asks for another one. */
    refuse({ title, text }) {
        forget();
        this.token = null;
        this.#show({ title, text });
    }

    forget() {
        forget();
        this.token = null;
        this.leave();
        this.#show();
    }

    #show(trouble = null) {
        const mayOpen = this.facts.openTopics && (this.page === 'stats' || Boolean(this.topic) || !this.facts.secured);
        this.view.show({ topic: this.topic, trouble, isSecured: this.facts.secured, mayOpen });
        if (this.facts.secured) {
            this.#askEmbedder(trouble);
        }
    }

    #enterOpen(topic) {
        if (!topic) {
            this.#show();
            return;
        }
        this.view.hide({ hasToken: false });
        this.enter(this.page === 'stats' ? { name: 'stats', path: '/ws' } : inOpenMode(topic, this.page));
    }

    #tokenGiven(wanted, text) {
        const token = bare(text);
        const topic = this.topic || wanted || String(claimsOf(token)?.topic ?? '');
        if (!topic) {
            this.#show({ title: 'This token names no topic', text: 'Write the topic, or paste a token that names one.' });
            return;
        }
        if (!this.topic) {
            this.topic = topic;
            history.replaceState(null, '', `/${this.page}/${topic.split('/').map(encodeURIComponent).join('/')}`);
        }
        this.token = token;
        keep({ topic, token });
        this.view.hide({ hasToken: true });
        this.enter({ name: topic, topic, token });
    }

    // From the page around this one or behind it only, and only from where this relay says that tokens may come.
    #told({ source, origin, data }) {
        const isNeighbour = source !== null && source !== window && (source === parent || source === opener);
        if (!isNeighbour || !this.#isAllowed(origin) || data?.type !== kMessage || typeof data.token !== 'string') {
            return;
        }
        if (this.facts.secured && data.token !== this.token) {
            this.#tokenGiven(null, data.token);
        }
    }

    #isAllowed(origin) {
        const { origins } = this.facts;
        return origin === location.origin || (origin !== 'null' && (origins.includes(origin) || origins.includes('*')));
    }

    #askEmbedder(trouble) {
        const neighbour = parent !== window ? parent : opener;
        for (const origin of neighbour ? new Set([location.origin, ...this.facts.origins]) : []) {
            try {
                neighbour.postMessage({ type: kWanted, topic: this.topic, why: trouble?.title ?? '' }, origin);
            } catch {
                // an origin that is none: the relay's option is wrong, and nobody there can be asked
            }
        }
    }
}

/** What the relay says of itself; as in open mode when it cannot be asked: the link then tells that it is gone. */
async function factsOfRelay() {
    for (let pause = 500; ; pause = Math.min(pause * 2, 8000)) {
        try {
            return await (await fetch('/assets/relay.json', { cache: 'no-store' })).json();
        } catch {
            await new Promise((resolve) => setTimeout(resolve, pause));
        }
    }
}

// Storage may be switched off; the page then asks again after each reload.
function recall() {
    try {
        return JSON.parse(sessionStorage.getItem(kKept));
    } catch {
        return null;
    }
}

function keep(entry) {
    try {
        sessionStorage.setItem(kKept, JSON.stringify(entry));
    } catch {
        // not kept
    }
}

function forget() {
    try {
        sessionStorage.removeItem(kKept);
    } catch {
        // there was nothing
    }
}
