// SPDX-License-Identifier: GPL-3.0-or-later
// From the bytes of a transport stream to what is seen and heard: chooses streams and decoders by the program map.
import jsmpeg from './jsmpeg.js';
import { judge } from './codec.js';
import { Film } from './film.js';
import { able, codecOf, decodesProfile } from './h264.js';
import { inspect } from './mpegvideo.js';
import { Picture } from './picture.js';
import { Sound } from './sound.js';
import { kPacket, TsReader } from './tsreader.js';

const kSecondTry = 10_000; // ms after which a video that the browser could not decode is tried again
const kForeign = 20 * kPacket; // bytes without a packet until they are taken for something else

export const hasPlayer = jsmpeg !== null;

/**
 * Calls handlers.frames(count), .resized(width, height), .judged(verdict) as judge() has it, .foreign(is) when what arrives
 * turns out to be no transport stream, or to be one after all.
 */
export class Player {
    constructor({ canvas, film }, handlers) {
        this.handlers = handlers;
        this.canvas = canvas;
        this.element = film;
        this.sound = new Sound(jsmpeg);
        this.isSoundOn = false;
        const shown = (decoder, action) => (...facts) => this.verdict?.decoder === decoder && action(...facts);
        this.picture = new Picture(jsmpeg, canvas, {
            frame: () => handlers.frames(1),
            resized: shown('mpeg1', handlers.resized),
            foundMpeg2: () => this.#judge({ isMpeg2: true }),
        });
        this.film = new Film(film, {
            frames: shown('h264', handlers.frames),
            resized: shown('h264', handlers.resized),
            unplayable: (profile) => this.#judge({ profile }),
        });
        this.reset();
    }

    /** What comes next is the beginning of something else. */
    reset() {
        this.reader = new TsReader({
            streams: (streams) => this.#streamsAre(streams),
            packet: (packet) => this.verdict?.decoder === 'h264' && this.film.write(packet),
            pes: (pes) => this.#play(pes),
        });
        this.streams = [];
        this.verdict = null;
        this.unheard = 0;
        this.isForeign = false;
        this.picture.reset();
        this.film.reset();
    }

    /** One message: a string or an ArrayBuffer. */
    write(data) {
        if (typeof data === 'string') {
            this.unheard += data.length;
        } else {
            const { packets } = this.reader;
            this.reader.write(new Uint8Array(data));
            this.film.flush();
            this.unheard = this.reader.packets > packets ? 0 : this.unheard + data.byteLength;
        }
        const isForeign = this.unheard > kForeign;
        if (isForeign !== this.isForeign) {
            this.isForeign = isForeign;
            this.handlers.foreign(isForeign);
        }
    }

    /** Browsers allow sound only from within a click. */
    setSound(isOn) {
        this.isSoundOn = isOn;
        const isByElement = this.verdict?.isAac ?? false;
        this.film.setSound(isOn && isByElement);
        if (isOn && !isByElement) {
            this.sound.switchOn();
        } else {
            this.sound.switchOff();
        }
    }

    #streamsAre(streams) {
        this.streams = streams;
        this.#judge({});
    }

    #judge({ isMpeg2 = false, profile = null }) {
        this.isMpeg2 = isMpeg2;
        this.fault = profile && { profile, at: Date.now() };
        const former = this.verdict;
        this.verdict = judge(this.streams, { ...able, isMpeg2, profile });
        const { decoder, video, audio, isAac } = this.verdict;
        if (decoder === 'h264') {
            this.film.select(this.streams.filter(({ pid }) => pid === video || (isAac && pid === audio))
                .sort((left) => (left.pid === video ? -1 : 1)));
        } else {
            this.film.reset();
        }
        this.canvas.hidden = decoder === 'h264';
        this.element.hidden = decoder !== 'h264';
        if (former && this.isSoundOn && former.isAac !== isAac) {
            this.setSound(true);
        }
        this.handlers.judged(this.verdict);
    }

    #play(pes) {
        // The next publisher's map may be the same and its video another.
        if (this.isMpeg2 && pes.type === 0x02 && inspect(pes.data).sequence?.isMpeg2 === false) {
            this.#judge({ isMpeg2: false });
        } else if (this.fault && pes.type === 0x1b) {
            this.#tryAgain(codecOf(pes.data));
        }
        if (pes.pid === this.verdict?.video) {
            if (this.verdict.decoder === 'h264') {
                this.film.look(pes);
            } else {
                this.picture.write(pes);
            }
        } else if (pes.pid === this.verdict?.audio && !this.verdict.isAac) {
            this.sound.write(pes);
        }
    }

    #tryAgain(profile) {
        const isOther = profile !== this.fault.profile || Date.now() - this.fault.at > kSecondTry;
        if (profile && isOther && decodesProfile(profile)) {
            this.#judge({});
        }
    }

    /** Ends what runs; the elements stay as they are. */
    close() {
        this.film.reset();
        this.sound.switchOff();
    }
}
