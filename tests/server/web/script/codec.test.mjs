// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describe, judge } from '../../../../resources/web/script/codec.js';

const stream = (type, pid = 256, descriptors = []) => ({ pid, type, descriptors: Uint8Array.from(descriptors) });
const registration = (text) => [0x05, 4, ...Buffer.from(text)];

for (const [type, descriptors, kind, name] of [
    [0x01, [], 'video', 'MPEG-1 video'], [0x02, [], 'video', 'MPEG-2 video'], [0x1b, [], 'video', 'H.264'], [0x24, [], 'video', 'HEVC'],
    [0x03, [], 'audio', 'MPEG audio'], [0x0f, [], 'audio', 'AAC'], [0x06, registration('Opus'), 'audio', 'Opus'],
    [0x06, [0x59, 1, 0, 0x6a, 0], 'audio', 'AC-3'], [0x06, registration('AV01'), 'video', 'AV1'], [0x06, [], 'data', 'stream type 0x06'],
    [0x06, [0x05, 200], 'data', 'stream type 0x06'], [0x1b, registration('Opus'), 'video', 'H.264'],
]) {
    test(`stream type ${type} with [${descriptors}] is ${name}`, () => {
        assert.deepEqual(describe(stream(type, 256, descriptors)), { kind, name });
    });
}

test('MPEG-1 video and MP2 sound are played', () => {
    const verdict = judge([stream(0x03, 257), stream(0x02, 256)]);
    assert.deepEqual(verdict, { video: 256, audio: 257, name: 'MPEG-1 + MP2', problem: null, soundNote: null });
});

for (const [type, name] of [[0x1b, 'H.264'], [0x24, 'HEVC'], [0x10, 'MPEG-4 part 2']]) {
    test(`${name} is named as what cannot be played, with the way out`, () => {
        const { video, problem } = judge([stream(type)]);
        assert.equal(video, null);
        assert.equal(problem.title, `${name} can't be played by this page`);
        assert.match(problem.command, /-codec:v mpeg1video/);
    });
}

test('type 2 that turns out to be MPEG-2 is not played', () => {
    assert.match(judge([stream(0x02)], true).problem.title, /^MPEG-2 video can't/);
});

test('sound that cannot be played does not keep the picture from being shown', () => {
    const verdict = judge([stream(0x01), stream(0x0f, 257)]);
    assert.equal(verdict.video, 256);
    assert.equal(verdict.problem, null);
    assert.match(verdict.soundNote, /AAC.*-codec:a mp2/);
});

test('a stream without video says so', () => {
    assert.match(judge([stream(0x03)]).problem.title, /no video/);
    assert.match(judge([]).problem.text, /empty/);
});
