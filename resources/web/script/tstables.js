// SPDX-License-Identifier: GPL-3.0-or-later
// Program tables of our own, ISO/IEC 13818-1 2.4.4: they name those streams of a transport stream that are to be played.
import { crc32 } from './crc.js';

const kPacket = 188;
const kMapPid = 0x1000;

/** A PAT and a PMT, in a packet each. @param streams [{pid, type}], the one with the clock first */
export function programTables(streams) {
    const program = [0x00, 0x01, 0xe0 | (kMapPid >> 8), kMapPid & 0xff];
    const clock = streams[0].pid;
    const map = [0xe0 | (clock >> 8), clock & 0xff, 0xf0, 0x00,
        ...streams.flatMap(({ pid, type }) => [type, 0xe0 | (pid >> 8), pid & 0xff, 0xf0, 0x00])];
    return [packetOf(0x0000, section(0x00, program)), packetOf(kMapPid, section(0x02, map))];
}

function section(table, body) {
    const length = 5 + body.length + 4;
    const bytes = Uint8Array.from([table, 0xb0 | (length >> 8), length & 0xff, 0x00, 0x01, 0xc1, 0x00, 0x00, ...body, 0, 0, 0, 0]);
    new DataView(bytes.buffer).setUint32(bytes.length - 4, crc32(bytes.subarray(0, -4)));
    return bytes;
}

function packetOf(pid, bytes) {
    const packet = new Uint8Array(kPacket).fill(0xff);
    packet.set([0x47, 0x40 | (pid >> 8), pid & 0xff, 0x10, 0x00]);
    packet.set(bytes, 5);
    return packet;
}
