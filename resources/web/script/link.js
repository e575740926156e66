// SPDX-License-Identifier: GPL-3.0-or-later
// A websocket that comes back: with growing pauses after a loss, at once when the network returns, never after the
// relay has said that this viewer is to stay away.
import { Refusal } from './refusal.js';

const kFirstPause = 500; // ms
const kLongestPause = 10_000; // ms
const kLongestTimer = 86_400_000; // ms: browsers take a longer one for none
const kSettled = 5_000; // ms that a connection must last before the pauses start anew
const kHandshake = 10_000; // ms until a websocket that neither opens nor fails is given up
const kExpired = 4401; // close code
const kStayAway = new Map([
    [4000, { kind: 'kicked', title: 'This connection was ended', words: 'An operator of the relay ended it' }],
    [kExpired, { kind: 'expired', title: 'The token has run out', words: 'The relay has ended the connection with it' }],
    [4403, { kind: 'denied', title: 'The booking has been cancelled', words: 'The relay has ended its connections' }],
]);

/**
 * Calls handlers.opened(), .message(data), .lost({retryAt, code, reason, refusal}), .ended({why, kind, title}).
 * `address` is a URL, or a function that promises one and is asked again for each connection; what it throws decides
 * whether and when the next try is: see Refusal. `renews`: a permission that has run out is a loss like any other, as the
 * next address comes with a new one. `world` stands in for the browser in tests:
 * {connect(url), now(), later(f, ms), never(id), random()}.
 */
export class Link {
    constructor(address, handlers, { renews = false, world = browserWorld } = {}) {
        this.address = address;
        this.renews = renews;
        this.handlers = handlers;
        this.world = world;
        this.socket = null;
        this.timer = null;
        this.pause = kFirstPause;
        this.openedAt = null;
        this.attempt = 0;
    }

    open() {
        this.#forget();
        if (typeof this.address === 'string') {
            this.#connect(this.address);
            return;
        }
        const attempt = this.attempt;
        const ifCurrent = (action) => (value) => attempt === this.attempt && action(value);
        this.address().then(ifCurrent((url) => this.#connect(url)), ifCurrent((error) => this.#refused(error)));
    }

    get isOpen() {
        return this.openedAt !== null;
    }

    /** @returns {boolean} whether it went out: nothing is kept for later. */
    send(data) {
        if (this.isOpen) {
            this.socket.send(data);
        }
        return this.isOpen;
    }

    /** Gives up a connection that no longer answers; a new one follows as after a loss. */
    abandon(reason) {
        const socket = this.socket;
        if (socket) {
            this.#closed({ code: 1006, reason });
            socket.close();
        }
    }

    /** Ends it for good: no handler is called any more, until open() is. */
    close() {
        const socket = this.socket;
        this.#forget();
        socket?.close();
    }

    /** Tries now what would be tried later. */
    hurry() {
        if (this.timer !== null && this.socket === null) {
            this.open();
        }
    }

    #forget() {
        ++this.attempt;
        this.world.never(this.timer);
        this.timer = null;
        this.socket = null;
        this.openedAt = null;
    }

    #connect(url) {
        const socket = this.world.connect(url);
        socket.binaryType = 'arraybuffer';
        this.socket = socket;
        const ifCurrent = (handler) => (event) => {
            if (this.socket === socket) {
                handler(event);
            }
        };
        this.timer = this.world.later(() => this.abandon('no answer'), kHandshake);
        socket.onopen = ifCurrent(() => {
            this.world.never(this.timer);
            this.timer = null;
            this.openedAt = this.world.now();
            this.handlers.opened();
        });
        socket.onmessage = ifCurrent((event) => this.handlers.message(event.data));
        socket.onclose = ifCurrent((event) => this.#closed(event));
    }

    #closed({ code, reason }) {
        if (this.openedAt !== null && this.world.now() - this.openedAt >= kSettled) {
            this.pause = kFirstPause;
        }
        this.#forget();
        if (kStayAway.has(code) && !(this.renews && code === kExpired)) {
            const { kind, title, words } = kStayAway.get(code);
            this.handlers.ended({ why: words + (reason ? `: ${reason}` : '.'), kind, title });
            return;
        }
        this.#retry({ code, reason });
    }

    #refused(error) {
        this.#forget();
        const refusal = error instanceof Refusal ? error : null;
        if (refusal?.isFinal) {
            this.handlers.ended({ why: refusal.message, kind: refusal.kind, title: refusal.title });
            return;
        }
        this.#retry({ code: 1006, reason: String(error?.message ?? error), refusal });
    }

    #retry({ code, reason, refusal = null }) {
        const now = this.world.now();
        // Whoever was told when to come back comes then or a little later: not all in the same moment.
        const told = (refusal?.retryAfter ?? 0) * 1000;
        const wait = Math.min(told + this.pause * (0.5 + 0.5 * this.world.random()), kLongestTimer);
        this.pause = Math.min(this.pause * 2, kLongestPause);
        this.timer = this.world.later(() => this.open(), wait);
        this.handlers.lost({ retryAt: now + wait, code, reason, refusal });
    }
}

/** ws: or wss: URL of a path on the host that this page came from. */
export function sameHost(path, location = window.location) {
    return `${location.protocol === 'https:' ? 'wss:' : 'ws:'}//${location.host}${path}`;
}

const browserWorld = {
    connect: (url) => new WebSocket(url),
    now: () => Date.now(),
    later: (action, ms) => setTimeout(action, ms),
    never: (id) => clearTimeout(id),
    random: () => Math.random(),
};
