// SPDX-License-Identifier: GPL-3.0-or-later
// The page /watch/<topic>: connects the link, the stream reader, the decoders and what is to be seen.
import jsmpeg from './jsmpeg.js';
import { judge } from './codec.js';
import { Link, sameHost } from './link.js';
import { Meter } from './meter.js';
import { inspect } from './mpegvideo.js';
import { Picture } from './picture.js';
import { Sound } from './sound.js';
import { Stage } from './stage.js';
import { watched } from './topic.js';
import { kPacket, TsReader } from './tsreader.js';
import { describeState } from './watchstate.js';
import { WatchView } from './watchview.js';

const kForeign = 20 * kPacket; // bytes without a packet until they are taken for something else

class Watch {
    constructor() {
        const { name, path } = watched(location.pathname);
        this.facts = {
            hasPlayer: jsmpeg !== null, topic: name, path, sendPath: path.startsWith('/out/') ? path.replace(/^\/out/, '/in') : path,
            origin: location.origin, link: 'connecting', since: Date.now(), retryAt: 0, why: '', problem: null, isForeign: false,
            lastPictureAt: null,
        };
        this.view = new WatchView(name);
        this.meter = new Meter();
        this.isMpeg2 = false;
        this.streams = [];
        this.verdict = null;
        this.#startReader();
        if (jsmpeg) {
            this.#startPlayer(path);
        }
        setInterval(() => this.#tick(), 1000);
        document.addEventListener('visibilitychange', () => this.#tell());
        this.#tell();
    }

    #startPlayer(path) {
        this.stage = new Stage(this.view);
        this.sound = new Sound(jsmpeg);
        this.picture = new Picture(jsmpeg, this.view.canvas, {
            frame: () => this.#pictureShown(),
            resized: (width, height) => this.stage.resized(width, height),
            foundMpeg2: () => this.#videoIs({ isMpeg2: true }),
        });
        this.view.onSound(() => this.#toggleSound());
        this.link = new Link(sameHost(path), {
            opened: () => this.#linkIs('open'),
            message: (data) => this.#receive(data),
            lost: ({ retryAt }) => this.#linkIs('lost', { retryAt }),
            ended: ({ why }) => this.#linkIs('ended', { why }),
        });
        this.view.onAgain(() => {
            this.#linkIs('connecting');
            this.link.open();
        });
        addEventListener('online', () => this.link.hurry());
        this.link.open();
    }

    #startReader() {
        this.reader = new TsReader({
            streams: (streams) => {
                this.streams = streams;
                this.isMpeg2 = false;
                this.#judge();
            },
            pes: (pes) => this.#play(pes),
        });
        this.foreign = 0;
        this.facts.isForeign = false;
    }

    #linkIs(link, more = {}) {
        Object.assign(this.facts, { link, since: Date.now(), problem: null }, more);
        if (link === 'open') {
            this.#startReader();
            this.picture.reset();
            this.verdict = null;
        }
        this.#tell();
    }

    #receive(data) {
        if (typeof data === 'string') {
            this.foreign += data.length;
        } else {
            const { packets } = this.reader;
            this.meter.addBytes(data.byteLength);
            this.reader.write(new Uint8Array(data));
            this.foreign = this.reader.packets > packets ? 0 : this.foreign + data.byteLength;
        }
        const isForeign = this.foreign > kForeign;
        if (isForeign !== this.facts.isForeign) {
            this.facts.isForeign = isForeign;
            this.#tell();
        }
    }

    #judge() {
        this.verdict = judge(this.streams, this.isMpeg2);
        this.facts.problem = this.verdict.problem;
        this.view.showCodec(this.verdict.name);
        this.view.showSound({ isAvailable: this.verdict.audio !== null, isOn: this.sound.isOn, note: this.verdict.soundNote });
        this.#tell();
    }

    #videoIs({ isMpeg2 }) {
        this.isMpeg2 = isMpeg2;
        this.#judge();
    }

    #play(pes) {
        // The next publisher's map may be the same and its video another.
        if (this.isMpeg2 && pes.type === 0x02 && inspect(pes.data).sequence?.isMpeg2 === false) {
            this.#videoIs({ isMpeg2: false });
        }
        if (pes.pid === this.verdict?.video) {
            this.picture.write(pes);
        } else if (pes.pid === this.verdict?.audio) {
            this.sound.write(pes);
        }
    }

    #pictureShown() {
        const now = Date.now();
        const wasSilent = this.facts.lastPictureAt === null || now - this.facts.lastPictureAt > 1000;
        this.facts.lastPictureAt = now;
        this.meter.addFrame();
        if (wasSilent) {
            this.#tell();
        }
    }

    #toggleSound() {
        if (this.sound.isOn) {
            this.sound.switchOff();
        } else {
            this.sound.switchOn();
        }
        this.view.showSound({ isAvailable: true, isOn: this.sound.isOn, note: null });
    }

    #tick() {
        this.view.showFigures(this.meter.read(performance.now()));
        this.#tell();
    }

    #tell() {
        this.view.showState(describeState(this.facts, Date.now()), this.facts.lastPictureAt !== null);
    }
}

new Watch();
