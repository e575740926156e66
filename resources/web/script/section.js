// SPDX-License-Identifier: GPL-3.0-or-later
// PSI sections: PAT and PMT, ISO/IEC 13818-1 2.4.4.
import { crc32 } from './crc.js';

const kPatTable = 0x00;
const kPmtTable = 0x02;

/** Puts the sections of one PID together from packets. A section whose checksum is wrong is left out. */
export class SectionReader {
    constructor(onSection) {
        this.onSection = onSection;
        this.bytes = null;
    }

    write(payload, startsUnit) {
        if (!startsUnit) {
            if (this.bytes) {
                this.#add(payload);
            }
            return;
        }
        const pointer = payload[0] ?? 0;
        if (this.bytes) {
            this.#add(payload.subarray(1, 1 + pointer));
        }
        this.bytes = new Uint8Array(0);
        this.#add(payload.subarray(1 + pointer));
    }

    #add(more) {
        const bytes = new Uint8Array(this.bytes.length + more.length);
        bytes.set(this.bytes);
        bytes.set(more, this.bytes.length);
        this.bytes = bytes;
        while (this.bytes && this.bytes.length >= 3) {
            if (this.bytes[0] === 0xff) { // stuffing up to the end of the packet
                this.bytes = null;
                return;
            }
            const length = 3 + (((this.bytes[1] & 0x0f) << 8) | this.bytes[2]);
            if (this.bytes.length < length) {
                return;
            }
            const section = this.bytes.subarray(0, length);
            this.bytes = this.bytes.subarray(length);
            if (crc32(section) === 0) {
                this.onSection(section);
            }
        }
    }
}

/** PIDs of the program maps that a PAT names; null when it is no PAT in force. */
export function programMaps(section) {
    if (!isInForce(section, kPatTable)) {
        return null;
    }
    const pids = [];
    for (let at = 8; at + 4 <= section.length - 4; at += 4) {
        const program = (section[at] << 8) | section[at + 1];
        if (program !== 0) { // 0 is the network table
            pids.push(((section[at + 2] & 0x1f) << 8) | section[at + 3]);
        }
    }
    return pids;
}

/** [{pid, type, descriptors}] that a PMT names; null when it is no PMT in force. */
export function programStreams(section) {
    if (!isInForce(section, kPmtTable) || section.length < 16) {
        return null;
    }
    const streams = [];
    const end = section.length - 4;
    let at = 12 + (((section[10] & 0x0f) << 8) | section[11]);
    while (at + 5 <= end) {
        const length = ((section[at + 3] & 0x0f) << 8) | section[at + 4];
        streams.push({
            pid: ((section[at + 1] & 0x1f) << 8) | section[at + 2],
            type: section[at],
            descriptors: section.slice(at + 5, Math.min(at + 5 + length, end)),
        });
        at += 5 + length;
    }
    return streams;
}

function isInForce(section, table) {
    return section.length >= 12 && section[0] === table && (section[5] & 1) === 1;
}
