// SPDX-License-Identifier: GPL-3.0-or-later
// How a page gets to its topic: at once in open mode, with a token in secured mode. Pasted, or handed over by the page
// that embeds this one; kept for this tab alone.
import { bare, claimsOf } from './claims.js';
import { DoorView } from './doorview.js';
import { inOpenMode, inSecuredMode } from './topic.js';

const kKept = 'relay.tokens'; // {topic: token}
const kMessage = 'relay.token'; // from the page that embeds: {type: 'relay.token', token: 'ey…'}
const kWanted = 'relay.token-wanted'; // to it
const kFirstPause = 1000; // ms until it is asked again after a token that would not do, then twice as long each time
const kLongestPause = 60_000; // ms

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
        this.refused = null; // the last token that would not do
        this.pause = 0;
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
        const kept = this.topic && recall()[this.topic];
        if (kept) {
            this.#tokenGiven(this.topic, kept);
        } else {
            this.#show();
        }
    }

    /** A token that was refused, or has ended: says so and asks for another one. */
    refuse({ title, text }) {
        this.#drop();
        this.#show({ title, text });
    }

    forget() {
        this.#drop();
        this.leave();
        this.#show();
    }

    #drop() {
        keep(this.topic, undefined);
        this.refused = this.token;
        this.token = null;
    }

    #show(trouble = null) {
        const mayOpen = this.facts.openTopics && (this.page === 'stats' || Boolean(this.topic) || !this.facts.secured);
        this.view.show({ topic: this.topic, trouble, isSecured: this.facts.secured, mayOpen });
        if (this.facts.secured && !trouble) {
            this.#askEmbedder('');
        } else if (this.facts.secured) {
            // A page that answers by itself must not make a loop of it.
            this.pause = Math.min(this.pause * 2 || kFirstPause, kLongestPause);
            clearTimeout(this.timer);
            this.timer = setTimeout(() => this.token === null && this.#askEmbedder(trouble.title), this.pause);
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
        keep(topic, token);
        this.view.hide({ hasToken: true });
        this.enter({ name: topic, topic, token });
    }

    // From the page around this one or behind it only, and only from where this relay says that tokens may come.
    #told({ source, origin, data }) {
        const isNeighbour = source !== null && source !== window && (source === parent || source === opener);
        if (!isNeighbour || !this.#isAllowed(origin) || data?.type !== kMessage || typeof data.token !== 'string') {
            return;
        }
        const token = bare(data.token);
        if (this.facts.secured && token !== this.token && token !== this.refused) {
            this.#tokenGiven(null, token);
        }
    }

    #isAllowed(origin) {
        const { origins } = this.facts;
        return origin === location.origin || (origin !== 'null' && (origins.includes(origin) || origins.includes('*')));
    }

    #askEmbedder(why) {
        const neighbour = parent !== window ? parent : opener;
        for (const origin of neighbour ? new Set([location.origin, ...this.facts.origins]) : []) {
            try {
                neighbour.postMessage({ type: kWanted, topic: this.topic, why }, origin);
            } catch {
                // an origin that is none: the relay's option is wrong, and nobody there can be asked
            }
        }
    }
}

/** What the relay says of itself: asked until it answers. */
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
        return JSON.parse(sessionStorage.getItem(kKept)) ?? {};
    } catch {
        return {};
    }
}

/** The token of a topic; undefined forgets it. */
function keep(topic, token) {
    try {
        const kept = { ...recall(), [topic]: token };
        if (Object.values(kept).some(Boolean)) {
            sessionStorage.setItem(kKept, JSON.stringify(kept));
        } else {
            sessionStorage.removeItem(kKept);
        }
    } catch {
        // not kept
    }
}
