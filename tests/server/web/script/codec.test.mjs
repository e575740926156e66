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
    assert.deepEqual(verdict, { decoder: 'mpeg1', video: 256, audio: 257, isAac: false, name: 'MPEG-1 + MP2', problem: null, soundNote: null });
});

test('H.264 is played where the browser decodes it, and AAC with it', () => {
    const streams = [stream(0x0f, 257), stream(0x1b, 256)];
    const verdict = judge(streams, { hasH264: true, hasAac: true });
    assert.deepEqual(verdict, { decoder: 'h264', video: 256, audio: 257, isAac: true, name: 'H.264 + AAC', problem: null, soundNote: null });
    assert.match(judge(streams, { hasH264: true }).soundNote, /AAC/);
    assert.match(judge(streams).problem.title, /^This browser can't play H\.264/);
});

test('a profile that the browser does not decode is named, with the way out', () => {
    const { decoder, problem } = judge([stream(0x1b)], { hasH264: true, profile: 'avc1.f4001e' });
    assert.equal(decoder, null);
    assert.match(problem.text, /f4001e/);
    assert.match(problem.command, /-pix_fmt yuv420p/);
});

for (const [type, name] of [[0x24, 'HEVC'], [0x10, 'MPEG-4 part 2']]) {
    test(`${name} is named as what cannot be played, with the way out`, () => {
        const { video, problem } = judge([stream(type)]);
        assert.equal(video, null);
        assert.equal(problem.title, `${name} can't be played by this page`);
        assert.match(problem.command, /-codec:v mpeg1video/);
    });
}

test('type 2 that turns out to be MPEG-2 is not played', () => {
    assert.match(judge([stream(0x02)], { isMpeg2: true }).problem.title, /^MPEG-2 video can't/);
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
