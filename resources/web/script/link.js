// SPDX-License-Identifier: GPL-3.0-or-later
// A websocket that comes back: with growing pauses after a loss, at once when the network returns, never after the
// relay has said that this viewer is to stay away.

const kFirstPause = 500; // ms
const kLongestPause = 10_000; // ms
const kSettled = 5_000; // ms that a connection must last before the pauses start anew
const kStayAway = new Map([
    [4000, 'An operator of the relay ended this connection'],
    [4401, 'The permission for this connection has run out'],
    [4403, 'The relay denies this connection'],
]);

/**
 * Calls handlers.opened(), .message(data), .lost({retryAt, code, reason}), .ended({why}).
 * `world` stands in for the browser in tests: {connect(url), now(), later(f, ms), never(id), random()}.
 */
export class Link {
    constructor(url, handlers, world = browserWorld) {
        this.url = url;
        this.handlers = handlers;
        this.world = world;
        this.socket = null;
        this.timer = null;
        this.pause = kFirstPause;
        this.openedAt = null;
    }

    open() {
        this.world.never(this.timer);
        this.timer = null;
        this.openedAt = null;
        const socket = this.world.connect(this.url);
        socket.binaryType = 'arraybuffer';
        this.socket = socket;
        const ifCurrent = (handler) => (event) => {
            if (this.socket === socket) {
                handler(event);
            }
        };
        socket.onopen = ifCurrent(() => {
            this.openedAt = this.world.now();
            this.handlers.opened();
        });
        socket.onmessage = ifCurrent((event) => this.handlers.message(event.data));
        socket.onclose = ifCurrent((event) => this.#closed(event));
    }

    get isOpen() {
        return this.openedAt !== null;
    }

    send(text) {
        if (this.isOpen) {
            this.socket.send(text);
        }
    }

    /** Gives up a connection that no longer answers; a new one follows as after a loss. */
    abandon(reason) {
        const socket = this.socket;
        if (socket) {
            this.#closed({ code: 1006, reason });
            socket.close();
        }
    }

    /** Tries now what would be tried later. */
    hurry() {
        if (this.timer !== null) {
            this.open();
        }
    }

    #closed({ code, reason }) {
        const now = this.world.now();
        if (this.openedAt !== null && now - this.openedAt >= kSettled) {
            this.pause = kFirstPause;
        }
        this.socket = null;
        this.openedAt = null;
        if (kStayAway.has(code)) {
            const why = kStayAway.get(code) + (reason ? `: ${reason}` : '.');
            this.handlers.ended({ why });
            return;
        }
        const wait = this.pause * (0.5 + 0.5 * this.world.random());
        this.pause = Math.min(this.pause * 2, kLongestPause);
        this.timer = this.world.later(() => this.open(), wait);
        this.handlers.lost({ retryAt: now + wait, code, reason });
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
