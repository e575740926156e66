// SPDX-License-Identifier: GPL-3.0-or-later
// CRC-32/MPEG-2, ISO/IEC 13818-1 Annex A.

const kTable = Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte << 24;
    for (let bit = 0; bit < 8; ++bit) {
        value = value & 0x80000000 ? (value << 1) ^ 0x04c11db7 : value << 1;
    }
    return value;
});

/** Over a section with its own CRC at the end the result is 0. */
export function crc32(bytes) {
    let value = 0xffffffff;
    for (const byte of bytes) {
        value = (value << 8) ^ kTable[(value >>> 24) ^ byte];
    }
    return value >>> 0;
}
