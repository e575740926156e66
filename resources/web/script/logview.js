// SPDX-License-Identifier: GPL-3.0-or-later
// The list of messages of the data page: lines that unfold. It follows the newest unless somebody reads further up.

const kNear = 24; // px from the end that count as being there

const byId = (id) => document.getElementById(id);
const kKinds = { json: 'JSON', text: 'Text', binary: 'Bytes' };

export class LogView {
    constructor() {
        this.log = byId('log');
        this.list = byId('messages');
        this.items = new Map(); // id: element
        this.isUnfolded = false;
        this.isFollowing = true;
        this.missed = 0;
        this.log.addEventListener('scroll', () => this.#scrolled());
        byId('newest').addEventListener('click', () => this.#follow());
    }

    /** Unfolds every message that is shown and that comes, or folds it. */
    unfold(isUnfolded) {
        this.isUnfolded = isUnfolded;
        for (const item of this.items.values()) {
            item.firstChild.open = isUnfolded;
        }
        this.#settle();
    }

    /** Shows these messages; `nothing` is what to say when there are none. */
    show(messages, nothing) {
        const kept = new Set(messages.map(({ id }) => id));
        for (const [id, item] of this.items) {
            if (!kept.has(id)) {
                item.remove();
                this.items.delete(id);
            }
        }
        let before = null;
        for (const message of [...messages].reverse()) {
            let item = this.items.get(message.id);
            if (!item) {
                item = this.#itemOf(message);
                this.items.set(message.id, item);
                this.missed += this.isFollowing ? 0 : 1;
            }
            if (item.nextSibling !== before || !item.isConnected) {
                this.list.insertBefore(item, before);
            }
            before = item;
        }
        byId('nothing').hidden = messages.length > 0;
        byId('nothing').textContent = nothing;
        this.#settle();
    }

    #itemOf({ kind, isOwn, at, size, line, full }) {
        const item = document.createElement('li');
        item.className = `message ${kind}${isOwn ? ' own' : ''}`;
        const details = document.createElement('details');
        const summary = document.createElement('summary');
        summary.append(
            part('time', clock(at)), icon(isOwn), part('aside', isOwn ? 'sent' : 'received'), part('kind', kKinds[kind]),
            part('size', sizeOf(size)), part('line', line),
        );
        // What is folded costs nothing until it is looked at.
        details.addEventListener('toggle', () => {
            if (details.open && details.childElementCount === 1) {
                const text = document.createElement('pre');
                text.textContent = full;
                details.append(text);
                this.#settle();
            }
        });
        details.append(summary);
        details.open = this.isUnfolded;
        item.append(details);
        return item;
    }

    #scrolled() {
        const { scrollTop, clientHeight, scrollHeight } = this.log;
        this.isFollowing = scrollHeight - scrollTop - clientHeight < kNear;
        if (this.isFollowing) {
            this.missed = 0;
        }
        this.#showNewest();
    }

    #follow() {
        this.isFollowing = true;
        this.missed = 0;
        this.#settle();
    }

    #settle() {
        if (this.isFollowing) {
            this.log.scrollTop = this.log.scrollHeight;
        }
        this.#showNewest();
    }

    #showNewest() {
        byId('newest').hidden = this.isFollowing || this.missed === 0;
        byId('newestWord').textContent = `${this.missed.toLocaleString('en')} new`;
    }
}

function part(name, text) {
    const element = document.createElement('span');
    element.className = name;
    element.textContent = text;
    return element;
}

function icon(isOwn) {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
    svg.setAttribute('class', 'icon');
    svg.setAttribute('aria-hidden', 'true');
    use.setAttribute('href', isOwn ? '#icon-publisher' : '#icon-receiver');
    svg.append(use);
    return svg;
}

const clock = (ms) => `${new Date(ms).toLocaleTimeString('en-GB')}.${String(ms % 1000).padStart(3, '0')}`;

function sizeOf(bytes) {
    if (bytes < 1024) {
        return `${bytes} B`;
    }
    return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KiB` : `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}
