// SPDX-License-Identifier: GPL-3.0-or-later
// What an H.264 elementary stream says of itself, ITU-T H.264 7.3.2.1 and annex B.

const kSequenceParameters = 7;
const kSearched = 4096; // bytes: parameter sets come before the first slice

/**
 * The codec string of RFC 6381 of the sequence that begins in this access unit, as "avc1.42c01e"; null when none begins.
 */
export function codecOf(unit) {
    const end = Math.min(unit.length - 6, kSearched);
    for (let at = 0; at < end; ++at) {
        const isStart = unit[at] === 0 && unit[at + 1] === 0 && unit[at + 2] === 1;
        if (isStart && (unit[at + 3] & 0x1f) === kSequenceParameters) {
            return `avc1.${[...unit.subarray(at + 4, at + 7)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
        }
    }
    return null;
}

const source = globalThis.ManagedMediaSource ?? globalThis.MediaSource;
const decodes = (type) => Boolean(source?.isTypeSupported(type));

/** What this browser decodes from bytes that a page gives it (Media Source Extensions). */
export const able = {
    hasH264: decodes('video/mp4; codecs="avc1.42e01e"'),
    hasAac: decodes('audio/mp4; codecs="mp4a.40.2"'),
};

export const decodesProfile = (codec) => decodes(`video/mp4; codecs="${codec}"`);
