// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { inspect } from '../../../../resources/web/script/mpegvideo.js';
import { TsReader } from '../../../../resources/web/script/tsreader.js';
import { kPacket, Muxer, pat, pes, pmt } from './muxer.mjs';

const kMap = 0x1000;
const kVideo = 0x100;
const kStreams = [{ pid: kVideo, type: 0x1b }, { pid: 0x101, type: 0x0f }];

function readerLog() {
    const log = { streams: [], pes: [] };
    const reader = new TsReader({ streams: (streams) => log.streams.push(streams), pes: (packet) => log.pes.push(packet) });
    return { reader, log };
}

const bytesOf = (length, first = 0) => Uint8Array.from({ length }, (_, index) => (index + first) & 0xff);
const started = () => new Muxer().table(0, pat(kMap)).table(kMap, pmt(kStreams));

function read(bytes, pieces = [bytes.length]) {
    const { reader, log } = readerLog();
    for (let at = 0, index = 0; at < bytes.length; ++index) {
        const size = pieces[index % pieces.length];
        reader.write(bytes.subarray(at, at + size));
        at += size;
    }
    return { reader, log };
}

test('the streams of the program map are named', () => {
    const descriptors = [0x0a, 4, 0x65, 0x6e, 0x67, 0];
    const { log } = read(new Muxer().table(0, pat(kMap)).table(kMap, pmt([{ pid: 0x1abc, type: 0x06, descriptors }])).bytes());
    assert.deepEqual(log.streams, [[{ pid: 0x1abc, type: 0x06, descriptors: Uint8Array.from(descriptors) }]]);
});

test('the same map again is told once, a changed one again', () => {
    const muxer = started().table(kMap, pmt(kStreams)).table(kMap, pmt([{ pid: kVideo, type: 0x02 }]));
    const { log } = read(muxer.bytes());
    assert.deepEqual(log.streams.map((streams) => streams.map(({ type }) => type)), [[0x1b, 0x0f], [0x02]]);
});

test('a map with a wrong checksum is left out', () => {
    const broken = pmt(kStreams);
    broken[12] ^= 0x01;
    const { log } = read(new Muxer().table(0, pat(kMap)).table(kMap, broken).bytes());
    assert.deepEqual(log.streams, []);
});

for (const pieces of [[100_000], [1], [7, 188, 3], [187], [189], [376, 1]]) {
    test(`pieces of ${pieces} bytes give the same packets`, () => {
        const first = bytesOf(1000);
        const second = bytesOf(10, 5);
        const muxer = started().unit(kVideo, pes(first, { pts: 1.5 })).unit(0x101, pes(second, { pts: 95_443.7, isBounded: true }));
        const { log } = read(muxer.bytes(), pieces);
        assert.deepEqual(log.pes, [
            { pid: kVideo, type: 0x1b, data: first, pts: 1.5 },
            { pid: 0x101, type: 0x0f, data: second, pts: 95_443.7 },
        ]);
    });
}

test('a stuffed last packet ends a picture at once, without the next one', () => {
    const { log } = read(started().unit(kVideo, pes(bytesOf(500))).bytes());
    assert.equal(log.pes.length, 1);
    assert.deepEqual(log.pes[0].data, bytesOf(500));
});

test('a clock reference inside a picture does not end it', () => {
    const { log } = read(started().unit(kVideo, pes(bytesOf(2000)), { pcrInEach: true }).unit(kVideo, pes(bytesOf(9))).bytes());
    assert.deepEqual(log.pes[0].data, bytesOf(2000));
});

test('a picture that fills its last packet ends when the next one starts', () => {
    const size = 3 * (kPacket - 4) - 14;
    const muxer = started().unit(kVideo, pes(bytesOf(size)));
    const { reader, log } = read(muxer.bytes());
    assert.equal(log.pes.length, 0);
    const next = new Muxer();
    next.counters.set(kVideo, 3);
    reader.write(next.unit(kVideo, pes(bytesOf(9))).bytes());
    assert.deepEqual(log.pes.map(({ data }) => data.length), [size, 9]);
});

test('where stuffing is not the end of a picture, the next start is', () => {
    const { reader, log } = read(started().bytes());
    const whole = pes(bytesOf(600));
    const muxer = new Muxer();
    const pictures = 4;
    for (let count = 0; count < pictures; ++count) {
        muxer.packets.push(muxer.packet(kVideo, whole.subarray(0, 100), [], true));
        muxer.packets.push(muxer.packet(kVideo, whole.subarray(100, 284), [], false));
        muxer.packets.push(muxer.packet(kVideo, whole.subarray(284), [], false).subarray(0, kPacket));
    }
    reader.write(muxer.bytes());
    // The first is cut short, and the last one's end is not known yet.
    assert.deepEqual(log.pes.slice(1).map(({ data }) => data.length), [284 - 14 + 184, 284 - 14 + 184]);
});

test('a picture with a packet missing is dropped, the next one is whole', () => {
    const muxer = started().unit(kVideo, pes(bytesOf(1000))).unit(kVideo, pes(bytesOf(1000, 3)));
    muxer.packets.splice(4, 1);
    const { log } = read(muxer.bytes());
    assert.deepEqual(log.pes.map(({ data }) => data), [bytesOf(1000, 3)]);
});

test('a packet sent twice counts once', () => {
    const muxer = started().unit(kVideo, pes(bytesOf(1000)));
    muxer.packets.splice(4, 0, muxer.packets[4 - 1]);
    const { log } = read(muxer.bytes());
    assert.deepEqual(log.pes.map(({ data }) => data), [bytesOf(1000)]);
});

test('bytes between packets are skipped and counted', () => {
    const muxer = started();
    const noise = Uint8Array.from([1, 2, 0x47, 3]);
    const bytes = Uint8Array.from([...noise, ...muxer.bytes()]);
    const { reader, log } = read(bytes);
    assert.equal(log.streams.length, 1);
    assert.equal(reader.lost, noise.length);
});

test('what is no transport stream gives no packet and holds no memory', () => {
    const { reader } = readerLog();
    for (let count = 0; count < 100; ++count) {
        reader.write(new Uint8Array(1000));
    }
    assert.equal(reader.packets, 0);
    assert.ok(reader.rest.length < kPacket);
});

test('random bytes do no harm', () => {
    let state = 1;
    const random = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) >>> 24;
    const { reader } = readerLog();
    for (let count = 0; count < 200; ++count) {
        const packet = Uint8Array.from({ length: kPacket }, random);
        packet[0] = 0x47;
        packet[1] &= 0xe0;
        packet[2] &= 0x01;
        reader.write(packet);
    }
    assert.equal(reader.packets, 200);
});

const ffmpeg = (input, ...args) => {
    const done = spawnSync('ffmpeg', ['-hide_banner', '-loglevel', 'error', ...args, '-'], { input, maxBuffer: 2 ** 26 });
    assert.equal(done.error, undefined, 'ffmpeg is needed for this test');
    assert.equal(done.status, 0, String(done.stderr));
    return done.stdout;
};

const record = (...codec) => ffmpeg(undefined, '-f', 'lavfi', '-i', 'testsrc=size=320x240:rate=25', '-t', '2', '-f', 'mpegts', ...codec);

test('what ffmpeg writes is read: every byte of the video, and one packet a picture', () => {
    const stream = new Uint8Array(record('-codec:v', 'mpeg1video', '-bf', '0'));
    const { log } = read(stream, [1316, 188, 65_424]);
    const video = Buffer.concat(log.pes.map(({ data }) => data));
    const expected = ffmpeg(Buffer.from(stream), '-f', 'mpegts', '-i', '-', '-codec', 'copy', '-f', 'mpeg1video');
    assert.ok(video.equals(expected));
    const seen = log.pes.map(({ data }) => inspect(data));
    assert.equal(seen.length, 50);
    assert.equal(seen.map(({ picture }) => picture).join('').replaceAll('P', ''), 'I'.repeat(5));
    assert.deepEqual({ ...seen[0].sequence, key: '' }, { width: 320, height: 240, isMpeg2: false, key: '' });
    const steps = log.pes.slice(1).map(({ pts }, index) => (pts - log.pes[index].pts).toFixed(3));
    assert.deepEqual([...new Set(steps)], ['0.040']);
});

test('ffmpeg announces MPEG-1 and MPEG-2 video alike, the video tells them apart', () => {
    for (const [codec, isMpeg2] of [['mpeg1video', false], ['mpeg2video', true]]) {
        const { log } = read(new Uint8Array(record('-codec:v', codec)));
        assert.ok([0x01, 0x02].includes(log.streams[0][0].type));
        assert.equal(inspect(log.pes[0].data).sequence.isMpeg2, isMpeg2, codec);
    }
});
