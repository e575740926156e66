// SPDX-License-Identifier: GPL-3.0-or-later
// The last messages of a topic, and those of the composer. Knows no browser.

const kMost = 500; // messages that are kept: the list of a page, not a recording

/** Messages as describeMessage() gives them, each with a number of its own, oldest first. */
export class MessageLog {
    constructor() {
        this.messages = [];
        this.held = []; // came during a pause
        this.isPaused = false;
        this.last = 0;
        this.words = [];
    }

    add(message) {
        const list = this.isPaused && !message.isOwn ? this.held : this.messages;
        list.push({ ...message, id: ++this.last });
        if (list.length > kMost) {
            list.splice(0, list.length - kMost);
        }
    }

    pause() {
        this.isPaused = true;
    }

    resume() {
        this.isPaused = false;
        this.messages = [...this.messages, ...this.held].sort((left, right) => left.id - right.id).slice(-kMost);
        this.held = [];
    }

    clear() {
        this.messages = [];
        this.held = [];
    }

    /** Messages that hold every word of the text are shown from now on. */
    filter(text) {
        this.words = text.toLowerCase().split(/\s+/).filter(Boolean);
    }

    shown() {
        return this.words.length === 0 ? this.messages : this.messages.filter((message) => {
            const all = `${message.kind} ${message.full}`.toLowerCase();
            return this.words.every((word) => all.includes(word));
        });
    }
}

/** What has been sent, to be brought back and sent again. */
export class SentHistory {
    constructor() {
        this.texts = [];
        this.at = 0;
        this.draft = '';
    }

    add(text) {
        if (this.texts[this.texts.length - 1] !== text) {
            this.texts.push(text);
            this.texts.splice(0, this.texts.length - 100);
        }
        this.at = this.texts.length;
        this.draft = '';
    }

    /** The one before the text that is shown, or null when there is none. */
    older(text) {
        if (this.at === 0) {
            return null;
        }
        if (this.at === this.texts.length) {
            this.draft = text;
        }
        return this.texts[--this.at];
    }

    /** The one after it; at the end what had been written before. */
    newer() {
        if (this.at === this.texts.length) {
            return null;
        }
        return ++this.at === this.texts.length ? this.draft : this.texts[this.at];
    }
}
