// SPDX-License-Identifier: GPL-3.0-or-later
// The headers of MPEG-1 and MPEG-2 video, ISO/IEC 11172-2 2.4.2 and 13818-2 6.2.

const kPicture = 0x00;
const kLastSlice = 0xaf;
const kSequence = 0xb3;
const kExtension = 0xb5;

/**
 * What a piece of video says of itself before its first slice.
 * @returns {{sequence: ?{width, height, isMpeg2, key}, picture: ?('I'|'P'|'B'|'D')}} `key` differs when a decoder has
 * to start anew.
 */
export function inspect(data) {
    const found = { sequence: null, picture: null };
    for (let at = 0; at + 7 < data.length; ++at) {
        if (data[at] !== 0 || data[at + 1] !== 0 || data[at + 2] !== 1) {
            continue;
        }
        const code = data[at + 3];
        if (code === kSequence && at + 12 <= data.length) {
            found.sequence = readSequence(data.subarray(at + 4));
        } else if (code === kExtension && found.sequence) {
            found.sequence.isMpeg2 = true;
        } else if (code === kPicture) {
            found.picture = '?IPBD???'[(data[at + 5] >> 3) & 7];
            return found;
        } else if (code <= kLastSlice) {
            return found; // slices: no header comes behind them
        }
        at += 3;
    }
    return found;
}

function readSequence(header) {
    // The frame rate and bit rate do not matter to a decoder, sizes and quantiser matrices do.
    const hasIntraMatrix = header[7] & 0x02;
    const end = hasIntraMatrix ? 8 + 64 : 8;
    const hasOtherMatrix = header[end - 1] & 0x01;
    const matrices = header.subarray(7, Math.min(end + (hasOtherMatrix ? 64 : 0), header.length));
    const width = (header[0] << 4) | (header[1] >> 4);
    const height = ((header[1] & 0x0f) << 8) | header[2];
    return { width, height, isMpeg2: false, key: `${width}x${height} ${matrices}` };
}
