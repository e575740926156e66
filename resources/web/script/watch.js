// SPDX-License-Identifier: GPL-3.0-or-later
// The page /watch/<topic>: the way to the topic, its video, and what is to be seen of it.
import { Door } from './door.js';
import { video } from './relay.js';
import { Stage } from './stage.js';
import './video.js'; // which video() loads: with the page, not when the relay may have gone
import { WatchView } from './watchview.js';

const kConnecting = { state: 'waiting', word: 'Connecting', detail: '', notice: { title: 'Connecting', text: '' } };

class Watch {
    constructor() {
        this.view = new WatchView();
        this.video = null;
        this.isSoundOn = false;
        this.stage = new Stage(this.view);
        this.view.onSound(() => this.#soundIs(!this.isSoundOn));
        this.view.onAgain(() => this.video.open());
        this.door = new Door({ page: 'watch', verb: 'Watch', enter: (target) => this.#enter(target), leave: () => this.#leave() });
        this.door.open();
        setInterval(() => this.video && this.view.showFigures(this.video.figures()), 1000);
    }

    async #enter({ name, ...target }) {
        this.#leave();
        this.view.showTopic(name);
        const turn = (this.turn = Symbol());
        const sendPath = target.path?.replace(/^\/out/, '/in');
        const entered = await video({ canvas: this.view.canvas, film: this.view.film }, { ...target, name, sendPath });
        if (turn !== this.turn) {
            entered.close();
            return;
        }
        this.video = entered;
        entered.addEventListener('state', ({ detail }) => this.#show(detail));
        entered.addEventListener('size', ({ detail }) => this.stage.resized(detail.width, detail.height));
        entered.addEventListener('streams', ({ detail }) => this.#streamsAre(detail));
    }

    #leave() {
        this.turn = null;
        this.video?.close();
        this.video = null;
        this.isSoundOn = false;
        this.view.showState(kConnecting, false);
        this.view.showSound({ isAvailable: false, isOn: false, note: null });
    }

    #show(state) {
        if (this.door.token && state.kind !== '' && state.kind !== 'kicked') {
            this.#leave();
            this.door.refuse(state.notice);
            return;
        }
        this.view.showState(state, this.video.hasPicture);
    }

    #streamsAre(verdict) {
        this.verdict = verdict;
        this.view.showCodec(verdict.name);
        this.#showSound();
    }

    #soundIs(isOn) {
        this.isSoundOn = isOn;
        this.video.setSound(isOn);
        this.#showSound();
    }

    #showSound() {
        const { audio, soundNote } = this.verdict;
        this.view.showSound({ isAvailable: audio !== null, isOn: this.isSoundOn, note: soundNote });
    }
}

new Watch();
