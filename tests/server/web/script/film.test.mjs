// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codecOf } from '../../../../resources/web/script/h264.js';
import { programMaps, programStreams, SectionReader } from '../../../../resources/web/script/section.js';
import { programTables } from '../../../../resources/web/script/tstables.js';

test('the profile is that of the sequence parameter set', () => {
    const delimiter = [0, 0, 0, 1, 0x09, 0xf0];
    assert.equal(codecOf(Uint8Array.from([...delimiter, 0, 0, 0, 1, 0x67, 0x42, 0xc0, 0x1e, 0xd9, 0, 0, 0, 0])), 'avc1.42c01e');
    assert.equal(codecOf(Uint8Array.from([...delimiter, 0, 0, 1, 0x41, 0x9a, 0x21, 0x6c, 0x45, 0, 0, 0, 0])), null);
    assert.equal(codecOf(new Uint8Array(3)), null);
});

test('tables of our own are read as any others', () => {
    const [pat, pmt] = programTables([{ pid: 256, type: 0x1b }, { pid: 8000, type: 0x0f }]);
    const found = [];
    for (const packet of [pat, pmt]) {
        assert.equal(packet.length, 188);
        new SectionReader((section) => found.push(section)).write(packet.subarray(4), true);
    }
    assert.deepEqual(programMaps(found[0]), [((pmt[1] & 0x1f) << 8) | pmt[2]]);
    assert.deepEqual(programStreams(found[1]).map(({ pid, type }) => [pid, type]), [[256, 0x1b], [8000, 0x0f]]);
});
