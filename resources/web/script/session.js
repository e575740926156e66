// SPDX-License-Identifier: GPL-3.0-or-later
// One topic of a relay, for a page: what connect() of relay.js gives. docs/embedding.md tells of it.
import { sessionAddress } from './code.js';
import { Link } from './link.js';

/** Where this module was loaded from: the relay, unless a page names another. */
const kHome = import.meta.url.replace(/\/assets\/.*$/, '');

/** The base URL of a websocket beside that of http calls. */
const websocketOf = (base) => base.replace(/^http/, 'ws');

/**
 * Events: "state", with state, retryAt, why, kind and title as properties of `detail`; "message", with `data` a string or an
 * ArrayBuffer. States: connecting, open, lost (comes back by itself), ended (does not), closed (by close()).
 */
export class Session extends EventTarget {
    /**
     * @param relay {string} base URL of its calls (the audience), as https://relay.example.org; default: where this
     *     module came from
     * @param topic {string} of secured mode, with `token`: a string, or a function that gives or promises one
     * @param path {string} of open mode, as "/bi/chat"
     * @param scope {?string} one that the token has to have, "read" or "write"
     */
    constructor({ relay = kHome, topic = null, token = null, path = null, scope = null }, parts = {}) {
        super();
        if ((path === null) === (topic === null || token === null)) {
            throw new TypeError('connect() takes a topic with a token, or a path.');
        }
        this.state = 'closed';
        const base = String(relay).replace(/\/$/, '');
        const address = path === null
            ? async () => sessionAddress({ access: base, topic, token: await given(token), scope }, parts.fetch)
            : websocketOf(base) + path;
        this.link = new Link(address, {
            opened: () => this.#become('open'),
            message: (data) => this.dispatchEvent(new MessageEvent('message', { data })),
            lost: ({ retryAt, reason, refusal }) => this.#become('lost', { retryAt, why: refusal?.message ?? reason, kind: refusal?.kind ?? 'lost' }),
            ended: (end) => this.#become('ended', end),
        }, { renews: typeof token === 'function', world: parts.world });
        this.hurry = () => this.link.hurry();
        this.open();
    }

    /** Connects, or connects again after the end. */
    open() {
        globalThis.addEventListener?.('online', this.hurry);
        this.#become('connecting');
        this.link.open();
    }

    get isOpen() {
        return this.link.isOpen;
    }

    /** Sends a string or bytes. @returns {boolean} whether they went out; what cannot go now is not kept. */
    send(data) {
        return this.link.send(data);
    }

    /** Gives up a connection that is open and dead; the next one follows as after a loss. */
    abandon(reason) {
        this.link.abandon(reason);
    }

    close() {
        globalThis.removeEventListener?.('online', this.hurry);
        this.link.close();
        this.#become('closed');
    }

    #become(state, more = {}) {
        this.state = state;
        this.dispatchEvent(new CustomEvent('state', { detail: { state, retryAt: 0, why: '', kind: '', title: '', ...more } }));
    }
}

const given = async (token) => (typeof token === 'function' ? token() : token);
