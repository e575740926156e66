// SPDX-License-Identifier: GPL-3.0-or-later
// PES packets of one PID, ISO/IEC 13818-1 2.4.3.6.

const kLargest = 8 * 1024 * 1024; // bytes; more is no picture but a stream that has lost its way

/**
 * Puts PES packets together and hands each on as soon as it is known to be whole: its declared length is reached, its
 * last packet is stuffed, or the next one starts. Video declares no length, and waiting for the next start would show
 * each picture one picture late. Where stuffing turns out not to be the end, it is waited for after all. A packet with
 * a gap in it is dropped.
 */
export class PesReader {
    constructor(onPes) {
        this.onPes = onPes;
        this.counter = null;
        this.trustsStuffing = true;
        this.#reset();
    }

    /** One transport packet's payload. */
    write({ payload, startsUnit, counter, isStuffed, isNewStart }) {
        const expected = this.counter === null ? counter : (this.counter + 1) & 0x0f;
        if (counter === this.counter && !isNewStart) {
            return; // sent twice, which is allowed
        }
        if (counter !== expected && !isNewStart && !startsUnit) {
            this.#reset();
        }
        this.counter = counter;
        if (startsUnit) {
            this.#start(payload);
        } else if (this.chunks) {
            this.chunks.push(payload);
            this.size += payload.length;
        } else if (this.hasEndedEarly && payload.length) {
            this.trustsStuffing = false;
        }
        this.#finishIfWhole(isStuffed);
    }

    #reset() {
        this.chunks = null;
        this.size = 0;
        this.length = 0;
        this.pts = null;
        this.hasEndedEarly = false;
    }

    #start(payload) {
        if (this.chunks && this.length === 0) {
            this.#finish();
        }
        this.#reset();
        const isHeader = payload.length >= 9 && payload[0] === 0 && payload[1] === 0 && payload[2] === 1 && (payload[6] & 0xc0) === 0x80;
        if (!isHeader) {
            return;
        }
        const declared = (payload[4] << 8) | payload[5];
        const headerLength = payload[8];
        this.length = declared ? Math.max(declared - 3 - headerLength, 0) : 0;
        this.pts = payload[7] & 0x80 && payload.length >= 14 ? timestamp(payload.subarray(9, 14)) : null;
        const rest = payload.subarray(Math.min(9 + headerLength, payload.length));
        this.chunks = [rest];
        this.size = rest.length;
    }

    #finishIfWhole(isStuffed) {
        if (!this.chunks) {
            return;
        }
        if (this.size > kLargest) {
            this.#reset();
        } else if (this.length) {
            if (this.size >= this.length) {
                this.#finish();
            }
        } else if (isStuffed && this.trustsStuffing) {
            this.#finish();
            this.hasEndedEarly = true;
        }
    }

    #finish() {
        const data = new Uint8Array(this.size);
        let at = 0;
        for (const chunk of this.chunks) {
            data.set(chunk, at);
            at += chunk.length;
        }
        const pts = this.pts;
        this.#reset();
        this.onPes({ data, pts });
    }
}

/** 33 bits of 90 kHz in five bytes, as seconds. */
function timestamp(bytes) {
    const high = (bytes[0] >> 1) & 0x07;
    const middle = ((bytes[1] << 8) | bytes[2]) >> 1;
    const low = ((bytes[3] << 8) | bytes[4]) >> 1;
    return (high * 2 ** 30 + middle * 2 ** 15 + low) / 90_000;
}
