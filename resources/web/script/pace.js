// SPDX-License-Identifier: GPL-3.0-or-later
// Whether decoding keeps up with a live stream.

const kTooLate = 1.0; // seconds behind the quickest picture of late
const kWindow = 3.0; // seconds that a "quickest" counts before it is measured anew
const kJump = 2.0; // seconds: a time stamp further off than this is another stream's

/**
 * A browser hands on every message, however late, and holds all those that wait. When decoding is slower than the
 * stream, memory grows and the picture ages. Time stamps tell: if pictures come later and later against the clock, the
 * ones up to the next intra picture are to be skipped. A delay that stays the same is the network's and is no reason.
 */
export class Pace {
    constructor() {
        this.#restart();
        this.isSkipping = false;
    }

    /** @returns {boolean} whether to decode this picture. `now` and `pts` in seconds, kind as inspect() has it. */
    admits({ now, pts, kind }) {
        if (pts !== null) {
            this.#measure(now, pts);
        }
        if (kind === 'I' || kind === null) {
            this.isSkipping = false;
        }
        return !this.isSkipping;
    }

    #measure(now, pts) {
        if (this.lastPts !== null && Math.abs(pts - this.lastPts) > kJump) {
            this.#restart();
        }
        this.lastPts = pts;
        const delay = now - pts;
        if (now - this.windowStart > kWindow) {
            this.older = this.quickest;
            this.quickest = delay;
            this.windowStart = now;
        }
        this.quickest = Math.min(this.quickest, delay);
        if (delay - Math.min(this.quickest, this.older) > kTooLate) {
            this.isSkipping = true;
        }
    }

    #restart() {
        this.lastPts = null;
        this.quickest = Infinity;
        this.older = Infinity;
        this.windowStart = -Infinity;
    }
}
