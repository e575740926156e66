// SPDX-License-Identifier: GPL-3.0-or-later
// Figures of a stream: counted as they come, read once a second.

const kWindow = 3000; // ms over which a figure is a mean: one second's count jumps at the rates of video

export class Meter {
    constructor() {
        this.marks = [];
        this.frames = 0;
        this.bytes = 0;
    }

    addFrames(count = 1) {
        this.frames += count;
    }

    addBytes(count) {
        this.bytes += count;
    }

    /** @returns {{fps: number, kbits: number}} since about three seconds ago; `now` in ms. */
    read(now) {
        const mark = { now, frames: this.frames, bytes: this.bytes };
        this.marks.push(mark);
        while (this.marks.length > 2 && now - this.marks[1].now >= kWindow) {
            this.marks.shift();
        }
        const first = this.marks[0];
        const seconds = (now - first.now) / 1000;
        if (seconds <= 0) {
            return { fps: 0, kbits: 0 };
        }
        return { fps: (mark.frames - first.frames) / seconds, kbits: ((mark.bytes - first.bytes) * 8) / 1000 / seconds };
    }
}
