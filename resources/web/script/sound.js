// SPDX-License-Identifier: GPL-3.0-or-later
// MPEG-1 layer II sound by jsmpeg's decoder.

const kMostAhead = 0.4; // seconds of sound that may wait to be heard; more is delay

/**
 * Silent until switched on by a click: browsers allow sound only then, and until then nothing is decoded.
 */
export class Sound {
    constructor(decoders) {
        this.decoders = decoders;
        this.output = null;
        this.decoder = null;
    }

    get isOn() {
        return this.output !== null;
    }

    switchOn() {
        if (!this.isOn) {
            this.output = new this.decoders.AudioOutput.WebAudio();
            this.output.unlock();
            this.output.context.resume();
            this.#start();
        }
    }

    switchOff() {
        if (this.isOn) {
            this.output.stop();
            this.output.destroy();
            this.output = null;
            this.decoder = null;
        }
    }

    /** One PES packet of the audio stream: whole frames. */
    write({ data }) {
        if (!this.isOn) {
            return;
        }
        if (this.output.enqueuedTime > kMostAhead) {
            this.output.resetEnqueuedTime();
            return;
        }
        try {
            this.decoder.write(0, [data]);
            while (this.decoder.decode()) {
                // each call plays one frame
            }
            this.decoder.bufferSetIndex(this.decoder.bits.byteLength << 3); // what is no frame
        } catch {
            this.#start();
        }
    }

    #start() {
        this.decoder = new this.decoders.Decoder.MP2Audio({ streaming: true });
        this.decoder.connect(this.output);
    }
}
