// SPDX-License-Identifier: GPL-3.0-or-later
// A topic's video in a page: what video() of relay.js gives. docs/embedding.md tells of it.
import { Meter } from './meter.js';
import { hasPlayer, Player } from './player.js';
import { Session } from './session.js';
import { describeState } from './watchstate.js';

/**
 * Events: "state", `detail` as describeState() gives it, whenever it has changed; "size", with width and height in
 * `detail`; "streams", `detail` as judge() of codec.js gives it. States: waiting, live, lost, ended, unplayable.
 */
export class Video extends EventTarget {
    /**
     * @param place {Element} gets the picture; or {canvas, film} with a canvas and a video element of one's own
     * @param target as connect() takes it, and `name`, the topic for people
     */
    constructor(place, target) {
        super();
        this.isOwn = place instanceof Element;
        this.elements = this.isOwn ? elementsIn(place) : place;
        this.facts = {
            hasPlayer, topic: target.name ?? target.topic ?? target.path, sendPath: target.sendPath ?? null,
            isSecured: Boolean(target.token), origin: target.relay ?? globalThis.location?.origin, link: 'connecting', since: Date.now(),
            retryAt: 0, why: '', kind: '', title: '', problem: null, isForeign: false, decoder: null, lastDataAt: 0,
            lastPictureAt: null,
        };
        this.meter = new Meter();
        this.told = '';
        if (hasPlayer) {
            this.#start(target);
        }
        this.timer = setInterval(() => this.#tell(), 500);
        this.whenSeen = () => this.#tell();
        document.addEventListener('visibilitychange', this.whenSeen);
        setTimeout(() => this.#tell()); // not before those who made it listen
    }

    /** {fps, kbits} as a mean of the last seconds. */
    figures() {
        return this.meter.read(performance.now());
    }

    get state() {
        return describeState(this.facts, Date.now());
    }

    get hasPicture() {
        return this.facts.lastPictureAt !== null;
    }

    /** To be called from within a click: browsers allow sound only then. */
    setSound(isOn) {
        this.player?.setSound(isOn);
    }

    /** Connects again after the end. */
    open() {
        this.session?.open();
    }

    close() {
        clearInterval(this.timer);
        document.removeEventListener('visibilitychange', this.whenSeen);
        this.session?.close();
        this.player?.close();
        if (this.isOwn) {
            this.elements.canvas.remove();
            this.elements.film.remove();
        }
    }

    #start(target) {
        this.player = new Player(this.elements, {
            frames: (count) => this.#shown(count),
            resized: (width, height) => this.dispatchEvent(new CustomEvent('size', { detail: { width, height } })),
            judged: (verdict) => {
                this.facts.problem = verdict.problem;
                this.facts.decoder = verdict.decoder;
                this.dispatchEvent(new CustomEvent('streams', { detail: verdict }));
                this.#tell();
            },
            foreign: (isForeign) => {
                this.facts.isForeign = isForeign;
                this.#tell();
            },
        });
        this.session = new Session({ ...target, scope: target.token ? 'read' : null });
        this.session.addEventListener('state', ({ detail }) => this.#linkIs(detail));
        this.session.addEventListener('message', ({ data }) => {
            this.facts.lastDataAt = Date.now();
            this.meter.addBytes(data.byteLength ?? data.length);
            this.player.write(data);
        });
    }

    #linkIs({ state, retryAt, why, kind, title }) {
        if (state === 'closed') {
            return;
        }
        Object.assign(this.facts, { link: state, since: Date.now(), retryAt, why, kind, title });
        if (state === 'open') {
            Object.assign(this.facts, { problem: null, isForeign: false, decoder: null });
            this.player.reset();
        }
        this.#tell();
    }

    #shown(count) {
        const now = Date.now();
        const wasSilent = this.facts.lastPictureAt === null || now - this.facts.lastPictureAt > 1000;
        this.facts.lastPictureAt = now;
        this.meter.addFrames(count);
        if (wasSilent) {
            this.#tell();
        }
    }

    #tell() {
        const { state } = this;
        const told = JSON.stringify(state);
        if (told !== this.told) {
            this.told = told;
            this.dispatchEvent(new CustomEvent('state', { detail: state }));
        }
    }
}

/** A canvas and a video element that fill a place, one of which is seen. */
function elementsIn(place) {
    const canvas = document.createElement('canvas');
    const film = document.createElement('video');
    film.playsInline = true;
    film.muted = true;
    film.hidden = true;
    for (const element of [canvas, film]) {
        element.style.maxWidth = '100%';
        place.append(element);
    }
    return { canvas, film };
}
