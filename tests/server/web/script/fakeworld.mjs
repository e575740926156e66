// SPDX-License-Identifier: GPL-3.0-or-later
// A clock and sockets that do what a test says.

// Node 18 lacks what every browser has.
globalThis.CustomEvent ??= class extends Event {
    constructor(type, { detail }) {
        super(type);
        this.detail = detail;
    }
};

export class FakeWorld {
    #now = 1_000_000;
    #timers = [];
    sockets = [];

    connect(url) {
        const socket = { url, sent: [], send: (text) => socket.sent.push(text), close: () => (socket.isClosed = true) };
        this.sockets.push(socket);
        return socket;
    }

    now() {
        return this.#now;
    }

    later(action, ms) {
        const timer = { at: this.#now + ms, action };
        this.#timers.push(timer);
        return timer;
    }

    never(timer) {
        this.#timers = this.#timers.filter((other) => other !== timer);
    }

    random() {
        return 1;
    }

    /** Lets ms pass, with everything that is due in them, in order. */
    pass(ms) {
        const end = this.#now + ms;
        for (;;) {
            const due = this.#timers.filter(({ at }) => at <= end).sort((left, right) => left.at - right.at)[0];
            if (!due) {
                break;
            }
            this.never(due);
            this.#now = Math.max(this.#now, due.at);
            due.action();
        }
        this.#now = end;
    }
}
