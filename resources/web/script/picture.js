// SPDX-License-Identifier: GPL-3.0-or-later
// MPEG-1 video by jsmpeg's decoder, on a canvas.
import { inspect } from './mpegvideo.js';
import { Pace } from './pace.js';

const kBuffer = 4 * 1024 * 1024; // bytes: more than one picture, which is all that ever waits

/**
 * Decodes each picture as it arrives, not with the screen's refresh: a hidden page has no refresh, yet it must stay
 * current, and nothing may pile up. Calls handlers.frame() for each picture shown, .resized(width, height),
 * .foundMpeg2() when the video is not MPEG-1 after all.
 */
export class Picture {
    constructor(decoders, canvas, handlers) {
        this.decoders = decoders;
        this.handlers = handlers;
        const Renderer = decoders.Renderer.WebGL.IsSupported() ? decoders.Renderer.WebGL : decoders.Renderer.Canvas2D;
        this.renderer = new Renderer({ canvas });
        this.bidirectional = 0;
        this.reset();
    }

    /** Forgets what came before: the next picture shown is one with a sequence header. */
    reset() {
        this.decoder = null;
        this.key = null;
        this.pace = new Pace();
    }

    /** One PES packet of the video stream. */
    write({ data, pts }) {
        const { sequence, picture } = inspect(data);
        if (sequence?.isMpeg2) {
            this.reset();
            this.handlers.foundMpeg2();
            return;
        }
        if (sequence && sequence.key !== this.key) {
            this.#start(sequence.key);
        }
        if (picture === 'B') {
            ++this.bidirectional;
        }
        if (this.decoder && this.pace.admits({ now: performance.now() / 1000, pts, kind: picture })) {
            this.#decode(data);
        }
    }

    // The decoder reads a sequence header once in its life, so that a new size needs a new decoder.
    #start(key) {
        this.key = key;
        this.decoder = new this.decoders.Decoder.MPEG1Video({ streaming: true, videoBufferSize: kBuffer, decodeFirstFrame: false });
        this.decoder.connect({
            resize: (width, height) => {
                this.renderer.resize(width, height);
                this.handlers.resized(width, height);
            },
            render: (...planes) => {
                this.renderer.render(...planes);
                this.handlers.frame();
            },
        });
    }

    #decode(data) {
        try {
            this.decoder.write(0, [data]);
            // A call stops at each start code that is no picture, so call until it stops moving.
            for (let before = -1, at = this.decoder.bufferGetIndex(); at !== before;) {
                before = at;
                this.decoder.decode();
                at = this.decoder.bufferGetIndex();
            }
        } catch (error) {
            // Damaged data can lead the decoder astray: start anew with the next sequence header.
            this.reset();
        }
    }
}
