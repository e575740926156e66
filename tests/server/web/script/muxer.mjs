// SPDX-License-Identifier: GPL-3.0-or-later
// Writes small transport streams for the tests, packet by packet.
import { crc32 } from '../../../../resources/web/script/crc.js';

export const kPacket = 188;

const concat = (...parts) => Uint8Array.from(parts.flatMap((part) => [...part]));

function section(table, body) {
    const length = body.length + 5 + 4;
    const head = concat([table, 0xb0 | (length >> 8), length & 0xff, 0, 1, 0xc1, 0, 0], body);
    const sum = crc32(head);
    return concat(head, [sum >>> 24, (sum >>> 16) & 0xff, (sum >>> 8) & 0xff, sum & 0xff]);
}

export const pat = (mapPid) => section(0x00, [0, 1, 0xe0 | (mapPid >> 8), mapPid & 0xff]);

/** streams: [{pid, type, descriptors}] */
export function pmt(streams) {
    const loops = streams.map(({ pid, type, descriptors = [] }) =>
        concat([type, 0xe0 | (pid >> 8), pid & 0xff, 0xf0, descriptors.length], descriptors));
    return section(0x02, concat([0xe1, 0x00, 0xf0, 0], ...loops));
}

/** A PES packet; without isBounded its length is 0, as video has it. */
export function pes(data, { pts = 1.0, isBounded = false } = {}) {
    const ticks = Math.round(pts * 90_000);
    const high = Math.floor(ticks / 2 ** 30) & 7;
    const stamp = [0x21 | (high << 1), (ticks >>> 22) & 0xff, 0x01 | ((ticks >>> 14) & 0xfe), (ticks >>> 7) & 0xff, 0x01 | ((ticks << 1) & 0xfe)];
    const length = isBounded ? data.length + 8 : 0;
    return concat([0, 0, 1, 0xe0, length >> 8, length & 0xff, 0x80, 0x80, 5], stamp, data);
}

export class Muxer {
    constructor() {
        this.counters = new Map();
        this.packets = [];
    }

    /** Cuts a unit into packets; the last one is stuffed unless stuffing is no way to fill it. */
    unit(pid, bytes, { pcrInEach = false } = {}) {
        let at = 0;
        let isFirst = true;
        while (at < bytes.length) {
            const field = pcrInEach ? [7, 0x10, 0, 0, 0, 0, 0x7e, 0] : [];
            const room = kPacket - 4 - field.length;
            const part = bytes.subarray(at, at + room);
            this.packets.push(this.packet(pid, part, field, isFirst));
            at += part.length;
            isFirst = false;
        }
        return this;
    }

    table(pid, bytes) {
        const filled = new Uint8Array(kPacket - 4).fill(0xff);
        filled.set(concat([0], bytes));
        this.packets.push(this.packet(pid, filled, [], true));
        return this;
    }

    packet(pid, payload, field, startsUnit) {
        const counter = this.counters.get(pid) ?? 0;
        this.counters.set(pid, (counter + 1) & 0x0f);
        const gap = kPacket - 4 - field.length - payload.length;
        let adaptation = field;
        if (gap === 1 && field.length === 0) {
            adaptation = [0];
        } else if (gap > 0) {
            adaptation = concat(field.length ? field : [0, 0x00], new Uint8Array(field.length ? gap : gap - 2).fill(0xff));
            adaptation[0] = adaptation.length - 1;
        }
        const flags = adaptation.length ? 0x30 : 0x10;
        const head = [0x47, (startsUnit ? 0x40 : 0) | (pid >> 8), pid & 0xff, flags | counter];
        return concat(head, adaptation, payload);
    }

    bytes() {
        return concat(...this.packets);
    }
}
