// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps a video element at the newest picture that it has, and counts its pictures.

const kLook = 200; // ms
const kTarget = 0.3; // seconds of video that wait to be shown: what an uneven network needs
const kHurry = 0.5; // seconds behind: plays faster, until it is at the target
const kJump = 1.5; // seconds behind: leaves out what is between
const kRest = 1500; // ms between two jumps, which cost decoding from a key frame on

export class LiveEdge {
    constructor(element, handlers) {
        this.element = element;
        this.handlers = handlers;
        this.timer = null;
    }

    start() {
        this.stop();
        this.frames = 0;
        this.end = 0;
        this.isHurried = false;
        this.jumpedAt = -Infinity;
        this.timer = setInterval(() => this.#look(), kLook);
    }

    stop() {
        clearInterval(this.timer);
        this.timer = null;
    }

    #look() {
        const { element } = this;
        const { buffered } = element;
        if (buffered.length) {
            this.#follow(buffered.start(buffered.length - 1), buffered.end(buffered.length - 1));
        }
        if (element.paused && element.readyState >= 2) {
            element.play().catch(() => {}); // a browser that plays nothing by itself: the controls of the page are there
        }
    }

    #follow(start, end) {
        const { element } = this;
        const now = performance.now();
        const behind = end - element.currentTime;
        const mustJump = element.currentTime < start || behind > kJump;
        if (mustJump && !element.seeking && now - this.jumpedAt > kRest) {
            element.currentTime = Math.max(start, end - kTarget);
            this.jumpedAt = now;
        }
        this.isHurried = behind > (this.isHurried ? kTarget : kHurry);
        element.playbackRate = this.isHurried ? 1.15 : 1;
        this.#count(end);
    }

    #count(end) {
        const { totalVideoFrames } = this.element.getVideoPlaybackQuality();
        // Browsers stop a silent video that nobody sees; what arrives then is what is current.
        const seen = document.hidden ? Math.round((end - this.end) * 25) : totalVideoFrames - this.frames;
        this.frames = totalVideoFrames;
        this.end = end;
        if (seen > 0) {
            this.handlers.frames(seen);
        }
    }
}
