// SPDX-License-Identifier: GPL-3.0-or-later
// MPEG transport stream: packets, tables and PES packets, ISO/IEC 13818-1. No browser needed.
import { PesReader } from './pes.js';
import { programMaps, programStreams, SectionReader } from './section.js';

export const kPacket = 188; // bytes
const kSync = 0x47;
const kPatPid = 0x0000;
const kNullPid = 0x1fff;

/**
 * Reads a transport stream from pieces of any size, from any point of it.
 * Calls handlers.streams([{pid, type, descriptors}]) when the set of streams changes, handlers.pes({pid, type, data, pts})
 * for each whole PES packet (pts in seconds or null), and handlers.packet({pid, packet, startsUnit}), if there is one, for
 * each packet of a stream. `lost` counts bytes that belonged to no packet.
 */
export class TsReader {
    constructor(handlers) {
        this.handlers = handlers;
        this.rest = new Uint8Array(0);
        this.lost = 0;
        this.packets = 0;
        this.pat = new SectionReader((section) => this.#readPat(section));
        this.maps = new Map(); // pid: SectionReader
        this.programs = new Map(); // pid of the map: streams
        this.readers = new Map(); // pid: PesReader
        this.signature = '';
    }

    write(piece) {
        let bytes = piece;
        if (this.rest.length) {
            bytes = new Uint8Array(this.rest.length + piece.length);
            bytes.set(this.rest);
            bytes.set(piece, this.rest.length);
        }
        let at = 0;
        while (bytes.length - at >= kPacket) {
            if (isInSync(bytes, at)) {
                this.#readPacket(bytes.subarray(at, at + kPacket));
                at += kPacket;
            } else {
                ++at;
                ++this.lost;
            }
        }
        this.rest = bytes.slice(at);
    }

    #readPacket(packet) {
        ++this.packets;
        const pid = ((packet[1] & 0x1f) << 8) | packet[2];
        const hasPayload = packet[3] & 0x10;
        const isDamaged = packet[1] & 0x80;
        if (pid === kNullPid || !hasPayload || isDamaged) {
            return;
        }
        const adaptation = readAdaptation(packet);
        const payload = packet.subarray(adaptation.end);
        const startsUnit = Boolean(packet[1] & 0x40);
        if (pid === kPatPid) {
            this.pat.write(payload, startsUnit);
        } else if (this.maps.has(pid)) {
            this.maps.get(pid).write(payload, startsUnit);
        } else if (this.readers.has(pid)) {
            this.handlers.packet?.({ pid, packet, startsUnit });
            this.readers.get(pid).write({
                payload, startsUnit, counter: packet[3] & 0x0f, isStuffed: adaptation.isStuffed, isNewStart: adaptation.isNewStart,
            });
        }
    }

    #readPat(section) {
        const pids = programMaps(section);
        if (!pids) {
            return;
        }
        for (const pid of this.maps.keys()) {
            if (!pids.includes(pid)) {
                this.maps.delete(pid);
                this.programs.delete(pid);
            }
        }
        for (const pid of pids) {
            if (!this.maps.has(pid)) {
                this.maps.set(pid, new SectionReader((map) => this.#readPmt(pid, map)));
            }
        }
    }

    #readPmt(mapPid, section) {
        const streams = programStreams(section);
        if (!streams) {
            return;
        }
        this.programs.set(mapPid, streams);
        const all = [...this.programs.values()].flat();
        const signature = all.map(({ pid, type, descriptors }) => `${pid}:${type}:${descriptors}`).join(' ');
        if (signature === this.signature) {
            return;
        }
        this.signature = signature;
        this.readers = new Map(all.map(({ pid, type }) => [pid, new PesReader((pes) => this.handlers.pes({ pid, type, ...pes }))]));
        this.handlers.streams(all);
    }
}

// In sync where a packet starts, and the one behind it too, if that far is known.
function isInSync(bytes, at) {
    return bytes[at] === kSync && (at + kPacket >= bytes.length || bytes[at + kPacket] === kSync);
}

/** Where the payload starts, and whether the field holds stuffing: that is how a muxer fills the last packet of a unit. */
function readAdaptation(packet) {
    if (!(packet[3] & 0x20)) {
        return { end: 4, isStuffed: false, isNewStart: false };
    }
    const length = packet[4];
    const end = Math.min(5 + length, kPacket);
    if (length === 0) {
        return { end, isStuffed: true, isNewStart: false };
    }
    const flags = packet[5];
    let used = 1 + (flags & 0x10 ? 6 : 0) + (flags & 0x08 ? 6 : 0) + (flags & 0x04 ? 1 : 0);
    if (flags & 0x02) {
        used += 1 + packet[5 + used];
    }
    if (flags & 0x01) {
        used += 1 + packet[5 + used];
    }
    return { end, isStuffed: length > used, isNewStart: Boolean(flags & 0x80) };
}
