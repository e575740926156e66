// SPDX-License-Identifier: GPL-3.0-or-later
// The statistics websocket answers any message by one message per connection and marks no end: this finds it.

const kPause = 150; // ms of quiet that end an answer
const kLongest = 2000; // ms after which what has come so far is shown, though more may follow
const kNothing = 1500; // ms until no answer means no connections
const kDead = 12_000; // ms without an answer, after there have been some, until the link counts as dead

/**
 * Call asked() for each question sent and add(item) for each message; calls onDump(items) once per answer, with []
 * when nothing came. `isDead(now)` tells of a relay that has stopped answering.
 */
export class DumpReader {
    constructor(onDump, world = { now: () => Date.now(), later: (f, ms) => setTimeout(f, ms), never: (id) => clearTimeout(id) }) {
        this.onDump = onDump;
        this.world = world;
        this.hasAnswered = false;
        this.reset();
    }

    reset() {
        this.world.never(this.timer);
        this.timer = null;
        this.items = [];
        this.firstAt = null;
        this.lastAt = this.world.now();
    }

    asked() {
        if (this.firstAt === null) {
            this.#wait(kNothing);
        }
    }

    add(item) {
        const now = this.world.now();
        this.firstAt ??= now;
        this.lastAt = now;
        this.hasAnswered = true;
        this.items.push(item);
        this.#wait(Math.max(Math.min(kPause, this.firstAt + kLongest - now), 0));
    }

    isDead(now) {
        return this.hasAnswered && now - this.lastAt > kDead;
    }

    #wait(ms) {
        this.world.never(this.timer);
        this.timer = this.world.later(() => this.#finish(), ms);
    }

    #finish() {
        const items = this.items;
        this.timer = null;
        this.items = [];
        this.firstAt = null;
        this.onDump(items);
    }
}
