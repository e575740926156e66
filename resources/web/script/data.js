// SPDX-License-Identifier: GPL-3.0-or-later
// The page /data/<topic>: shows the messages of a topic and sends some.
import { claimsOf, scopesOf } from './claims.js';
import { Composer } from './composer.js';
import { Door } from './door.js';
import { LogView } from './logview.js';
import { describeMessage } from './message.js';
import { MessageLog } from './messagelog.js';
import { Meter } from './meter.js';
import { connect } from './relay.js';

const kShowEvery = 100; // ms: a list that changes more often cannot be read, and costs
const kShare = 4; // of the time at most one part in so many goes into showing

const byId = (id) => document.getElementById(id);
const kIcons = { waiting: 'waiting', live: 'live', lost: 'lost', ended: 'lost' };

class DataPage {
    constructor() {
        this.log = new MessageLog();
        this.view = new LogView();
        this.composer = new Composer((text) => this.#send(text));
        this.link = null;
        this.facts = { state: 'connecting', retryAt: 0, why: '' };
        this.isDue = false;
        this.pause = kShowEvery;
        this.#measureAnew();
        this.#listen();
        this.door = new Door({ page: 'data', verb: 'Open', enter: (target) => this.#enter(target), leave: () => this.#leave() });
        this.door.open();
    }

    #listen() {
        byId('search').addEventListener('input', () => {
            this.log.filter(byId('search').value);
            this.#show();
        });
        byId('pause').addEventListener('click', () => this.#pauseOrGoOn());
        byId('pretty').addEventListener('click', () => this.#unfold());
        byId('clear').addEventListener('click', () => {
            this.log.clear();
            this.#show();
        });
        byId('again').addEventListener('click', () => this.link?.open());
        addEventListener('keydown', (event) => {
            if (event.key === '/' && !event.target.matches('input, textarea')) {
                event.preventDefault();
                byId('search').focus();
            }
        });
        setInterval(() => this.#tick(), 1000);
    }

    #enter({ name, ...target }) {
        this.#leave();
        this.#measureAnew();
        this.name = name;
        byId('topic').textContent = name;
        document.title = `${name} - Relay`;
        const scopes = target.token ? scopesOf(claimsOf(target.token)) : null;
        this.mayRead = scopes?.includes('read') ?? true;
        this.composer.allow(this.#whyNoSending(target, scopes));
        this.link = connect(target);
        this.link.addEventListener('message', ({ data }) => this.#got(data));
        this.link.addEventListener('state', ({ detail }) => this.#linkIs(detail));
        this.#show();
    }

    #measureAnew() {
        this.meter = new Meter();
        this.meter.read(performance.now());
    }

    #whyNoSending({ path }, scopes) {
        if (path?.startsWith('/out/')) {
            return `${this.name} is for those who read. Send on ${path.replace('/out/', 'in/')}.`;
        }
        return scopes && !scopes.includes('write') ? 'This token may only read. To send, paste one that has the scope write.' : '';
    }

    #leave() {
        this.link?.close();
        this.link = null;
        this.log.clear();
        this.#show();
    }

    #linkIs(detail) {
        const { state, kind, title, why } = detail;
        this.facts = detail;
        if (state === 'ended' && this.door.token && kind !== 'kicked') {
            this.#leave();
            this.door.refuse({ title, text: why });
        }
        this.#showState();
    }

    #got(data) {
        this.meter.addBytes(data.byteLength ?? data.length);
        this.meter.addFrames();
        this.log.add(describeMessage(data));
        this.#showSoon();
    }

    #send(text) {
        const isSent = this.link?.send(text) ?? false;
        if (isSent) {
            this.log.add(describeMessage(text, { isOwn: true }));
            this.#show();
        }
        return isSent;
    }

    #pauseOrGoOn() {
        if (this.log.isPaused) {
            this.log.resume();
        } else {
            this.log.pause();
        }
        byId('pause').setAttribute('aria-pressed', String(this.log.isPaused));
        this.#show();
    }

    #unfold() {
        const isUnfolded = byId('pretty').getAttribute('aria-pressed') !== 'true';
        byId('pretty').setAttribute('aria-pressed', String(isUnfolded));
        this.view.unfold(isUnfolded);
    }

    #showSoon() {
        if (!this.isDue) {
            this.isDue = true;
            setTimeout(() => {
                const begun = performance.now();
                this.isDue = false;
                this.#show();
                this.pause = Math.max(kShowEvery, (performance.now() - begun) * kShare);
            }, this.pause);
        }
    }

    #show() {
        const shown = this.log.shown();
        this.view.show(shown, this.#nothing());
        byId('shown').textContent = this.log.words.length ? `${shown.length} of ${this.log.messages.length}` : '';
        byId('pauseWord').textContent = this.log.isPaused ? `Go on (${this.log.held.length})` : 'Pause';
    }

    #nothing() {
        if (this.log.messages.length > 0) {
            return `No message matches \u201c${byId('search').value.trim()}\u201d.`;
        }
        return this.mayRead ? `Nothing has come on ${this.name} yet.` : 'This token may only send. To see messages, paste one that has the scope read.';
    }

    #tick() {
        const { fps, kbits } = this.meter.read(performance.now());
        byId('rate').textContent = fps.toFixed(1);
        byId('kbits').textContent = Math.round(kbits).toLocaleString('en');
        this.#showState();
    }

    #showState() {
        const { name, word, detail } = this.#state(Date.now());
        byId('again').hidden = name !== 'ended';
        document.querySelector('.bar .state').dataset.state = name;
        byId('stateIcon').setAttribute('href', `#icon-${kIcons[name]}`);
        byId('stateWord').textContent = word;
        byId('stateDetail').textContent = detail;
        if (byId('announce').textContent !== word) {
            byId('announce').textContent = word;
        }
    }

    #state(now) {
        const { state, retryAt, why, kind, title } = this.facts;
        if (state === 'open') {
            return { name: 'live', word: 'Connected', detail: '' };
        }
        if (state === 'lost') {
            const wait = Math.ceil((retryAt - now) / 1000);
            return { name: 'lost', word: kind === 'busy' ? 'Relay busy' : 'Connection lost', detail: `trying again${wait > 0 ? ` in ${wait} s` : ''}` };
        }
        if (state === 'ended') {
            return { name: 'ended', word: 'Ended', detail: `${title}. ${why}` };
        }
        return { name: 'waiting', word: 'Connecting', detail: '' };
    }
}

new DataPage();
