// SPDX-License-Identifier: GPL-3.0-or-later
// The stage of the watch page: size of the picture, full screen, keys.
import { scale } from './scale.js';

const kRemembered = 'relay.watch.exact';

export class Stage {
    constructor(view) {
        this.view = view;
        this.picture = null;
        this.isExact = recall() === 'true';
        this.#showExact();
        view.exact.addEventListener('click', () => this.#toggleExact());
        view.fullscreen.addEventListener('click', () => this.#toggleFullscreen());
        view.stage.addEventListener('dblclick', () => this.#toggleFullscreen());
        view.fullscreen.hidden = !document.fullscreenEnabled;
        new ResizeObserver(() => this.#layOut()).observe(view.stage);
        addEventListener('keydown', (event) => this.#key(event));
    }

    resized(width, height) {
        this.picture = { width, height };
        this.view.showSize(width, height);
        this.#layOut();
    }

    #layOut() {
        if (!this.picture) {
            return;
        }
        const { width, height, isCrisp } = scale(this.picture, this.view.stage.getBoundingClientRect(), devicePixelRatio, this.isExact);
        for (const { style } of [this.view.canvas, this.view.film]) {
            style.width = `${width}px`;
            style.height = `${height}px`;
            style.imageRendering = isCrisp ? 'pixelated' : 'auto';
        }
    }

    #toggleExact() {
        this.isExact = !this.isExact;
        remember(this.isExact);
        this.#showExact();
        this.#layOut();
    }

    #showExact() {
        this.view.exact.setAttribute('aria-pressed', String(this.isExact));
    }

    #toggleFullscreen() {
        const done = document.fullscreenElement ? document.exitFullscreen() : this.view.stage.requestFullscreen();
        done.catch(() => {}); // refused by the browser's settings: nothing to add to its own message
    }

    #key(event) {
        if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches?.('input, textarea')) {
            return;
        }
        const actions = {
            f: () => this.#toggleFullscreen(),
            p: () => this.#toggleExact(),
            m: () => document.getElementById('sound').click(),
        };
        actions[event.key.toLowerCase()]?.();
    }
}

// Storage may be switched off; the page works without.
function recall() {
    try {
        return localStorage.getItem(kRemembered);
    } catch {
        return null;
    }
}

function remember(isExact) {
    try {
        localStorage.setItem(kRemembered, String(isExact));
    } catch {
        // not remembered
    }
}
