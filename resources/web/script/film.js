// SPDX-License-Identifier: GPL-3.0-or-later
// H.264 video, with AAC sound if there is, by mpegts.js and the browser's own decoder.
import { codecOf, decodesProfile } from './h264.js';
import { LiveEdge } from './liveedge.js';
import { programTables } from './tstables.js';

const kMostQueued = 32 * 1024 * 1024; // bytes that may wait for the module to be loaded
const kBackward = 1; // seconds by which pictures that are shown in another order may be apart
const kForward = 10; // seconds: a time stamp further off is another publisher's
const kLongestUnit = 100_000; // packets: more is no picture but a stream that has lost its way
const kFaults = 3; // of the decoder, in
const kFaultTime = 10_000; // ms, until the video counts as one that cannot be played

/**
 * Starts with the first picture that has its parameters with it, and anew when the time stamps jump. Calls
 * handlers.frames(count), .resized(width, height), .unplayable(codec).
 */
export class Film {
    constructor(element, handlers) {
        this.element = element;
        this.handlers = handlers;
        this.edge = new LiveEdge(element, { frames: handlers.frames });
        this.faults = [];
        element.muted = true;
        element.addEventListener('resize', () => element.videoWidth && handlers.resized(element.videoWidth, element.videoHeight));
        this.reset();
    }

    /** These streams from now on: [{pid, type}], the video first. */
    select(streams) {
        this.reset();
        this.streams = streams;
    }

    reset() {
        this.#stop();
        this.streams = [];
        this.units = [newUnit(), newUnit()]; // packets of the last two pictures: where it can begin
        this.lastPts = null;
    }

    /** One transport packet of these streams. */
    write({ pid, packet, startsUnit }) {
        if (!this.streams.some((stream) => stream.pid === pid)) {
            return;
        }
        if (startsUnit && pid === this.streams[0].pid) {
            this.units = [this.units[1], newUnit()];
        }
        const { packets } = this.units[1];
        packets.push(packet);
        if (packets.length > kLongestUnit) {
            packets.length = 0;
        }
        if (this.isRunning) {
            this.queue.push(packet);
        }
    }

    /** The same as a whole picture: decides where to begin. */
    look({ data, pts }) {
        const isJump = pts !== null && this.lastPts !== null && (this.lastPts - pts > kBackward || pts - this.lastPts > kForward);
        this.lastPts = pts ?? this.lastPts;
        if (isJump) {
            this.#stop();
        }
        // It is known to be whole by its own last packet, or by the first one of the next.
        const at = this.units[0].isWhole ? 1 : 0;
        this.units[at].isWhole = true;
        const codec = this.isRunning ? null : codecOf(data);
        if (codec && !decodesProfile(codec)) {
            this.handlers.unplayable(codec);
        } else if (codec) {
            this.codec = codec;
            this.#begin(this.units.slice(at).flatMap(({ packets }) => packets));
        }
    }

    /** Hands on what write() has collected. */
    flush() {
        if (!this.isRunning || this.queue.length === 0) {
            return;
        }
        const size = this.queue.reduce((sum, packet) => sum + packet.length, 0);
        if (this.feed) {
            const bytes = new Uint8Array(size);
            this.queue.reduce((at, packet) => (bytes.set(packet, at), at + packet.length), 0);
            this.queue = [];
            this.feed(bytes.buffer);
        } else if (size > kMostQueued) {
            this.#stop();
        }
    }

    setSound(isOn) {
        this.element.muted = !isOn;
    }

    async #begin(packets) {
        this.isRunning = true;
        this.queue = [...programTables(this.streams), ...packets];
        const run = this.run;
        try {
            const { default: mpegts } = await import('./mpegts.js');
            if (run === this.run) {
                this.#play(mpegts);
            }
        } catch {
            this.#stop(); // the relay has gone in this moment: the next connection begins anew
        }
    }

    #play(mpegts) {
        mpegts.LoggingControl.enableAll = false;
        const hasAudio = this.streams.length > 1;
        this.player = mpegts.createPlayer({ type: 'mpegts', isLive: true, url: location.href, hasAudio, hasVideo: true }, {
            customLoader: loaderFor(mpegts, (feed) => (this.feed = feed)),
            enableWorker: false, // a worker made of text: the Content-Security-Policy refuses it
            enableStashBuffer: false,
            lazyLoad: false,
            autoCleanupSourceBuffer: true,
            autoCleanupMaxBackwardDuration: 20,
            autoCleanupMinBackwardDuration: 10,
        });
        this.player.on(mpegts.Events.ERROR, () => this.#failed());
        this.player.attachMediaElement(this.element);
        this.player.load();
        this.edge.start();
        this.flush();
    }

    // Damaged data: begin anew with the next picture that has its parameters with it.
    #failed() {
        const now = Date.now();
        this.faults = [...this.faults.filter((at) => now - at < kFaultTime), now];
        this.#stop();
        if (this.faults.length >= kFaults) {
            this.faults = [];
            this.handlers.unplayable(this.codec);
        }
    }

    #stop() {
        this.run = (this.run ?? 0) + 1;
        this.edge.stop();
        const player = this.player;
        this.player = null;
        this.feed = null;
        this.queue = [];
        this.isRunning = false;
        // Not from within its own call.
        queueMicrotask(() => player?.destroy());
    }
}

const newUnit = () => ({ packets: [], isWhole: false });

/** A loader of mpegts.js that fetches nothing: it is given bytes. */
function loaderFor(mpegts, begun) {
    return class extends mpegts.BaseLoader {
        constructor() {
            super('relay');
            this._needStash = false;
            this.received = 0;
        }

        open() {
            this._status = mpegts.LoaderStatus.kBuffering;
            begun((buffer) => {
                const at = this.received;
                this.received += buffer.byteLength;
                this._onDataArrival?.(buffer, at, this.received);
            });
        }

        abort() {
            this._status = mpegts.LoaderStatus.kComplete;
        }
    };
}
