// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeMessage, faultOfJson } from '../../../../resources/web/script/message.js';
import { MessageLog, SentHistory } from '../../../../resources/web/script/messagelog.js';

test('JSON is one line, and at length on lines of its own', () => {
    const message = describeMessage('{ "cmd" : "start",\n "n": [1] }');
    assert.equal(message.kind, 'json');
    assert.equal(message.line, '{ "cmd" : "start", "n": [1] }');
    assert.equal(message.full, '{\n  "cmd": "start",\n  "n": [\n    1\n  ]\n}');
});

test('a number and a word are text', () => {
    assert.deepEqual(['17', 'true', '"x"', 'hello', ''].map((text) => describeMessage(text).kind), Array(5).fill('text'));
});

test('the size is that of the bytes on the wire', () => assert.equal(describeMessage('\u20ac').size, 3));

test('bytes are a size and their head', () => {
    const message = describeMessage(Uint8Array.from({ length: 300 }, (_, index) => index).buffer);
    assert.deepEqual([message.kind, message.size], ['binary', 300]);
    assert.match(message.line, /^00 01 02 .* 17 \u2026$/);
    assert.match(message.full, /^0000 {2}00 01 .*\n/);
    assert.match(message.full, /0040 {2}40 41 .* {2}@ABCDEFGHIJKLMNO\n/);
    assert.match(message.full, /256 of 300 bytes$/);
});

test('a long message is kept in part', () => {
    const message = describeMessage(`{"a":"${'x'.repeat(1_000_000)}"}`);
    assert.equal(message.size, 1_000_008);
    assert.ok(message.full.length < 70_000);
    assert.match(message.full, /of 1,000,008 characters$/);
    assert.ok(message.line.length < 500);
});

test('what is wrong with JSON is told with its place', () => {
    assert.equal(faultOfJson('{"a":1}'), '');
    assert.match(faultOfJson('{"a":1,\n"b":}'), /^This is no JSON.*(line 2|Unexpected)/);
    assert.match(faultOfJson('{'), /^This is no JSON/);
});

const filled = (count) => {
    const log = new MessageLog();
    for (let number = 0; number < count; ++number) {
        log.add(describeMessage(`{"n":${number}}`));
    }
    return log;
};

test('the last 500 are kept', () => {
    const log = filled(1200);
    assert.deepEqual([log.shown().length, log.shown()[0].line], [500, '{"n":700}']);
});

test('a pause holds the list still and loses nothing of what fits', () => {
    const log = filled(2);
    log.pause();
    log.add(describeMessage('held'));
    log.add(describeMessage('mine', { isOwn: true }));
    assert.deepEqual(log.shown().map(({ line }) => line), ['{"n":0}', '{"n":1}', 'mine']);
    log.resume();
    assert.deepEqual(log.shown().map(({ line }) => line), ['{"n":0}', '{"n":1}', 'held', 'mine']);
});

test('a pause that lasts does not grow', () => {
    const log = new MessageLog();
    log.pause();
    for (let number = 0; number < 2000; ++number) {
        log.add(describeMessage(String(number)));
    }
    log.resume();
    assert.deepEqual([log.shown().length, log.shown()[499].line], [500, '1999']);
});

test('a filter wants every word, in any case', () => {
    const log = filled(0);
    for (const text of ['{"cmd":"Start"}', '{"cmd":"stop"}', 'start']) {
        log.add(describeMessage(text));
    }
    log.filter('START cmd');
    assert.deepEqual(log.shown().map(({ line }) => line), ['{"cmd":"Start"}']);
});

test('what was sent comes back, and what was being written too', () => {
    const history = new SentHistory();
    assert.equal(history.older('draft'), null);
    history.add('one');
    history.add('two');
    history.add('two');
    assert.deepEqual([history.older('draft'), history.older('two'), history.older('one')], ['two', 'one', null]);
    assert.deepEqual([history.newer(), history.newer(), history.newer()], ['two', 'draft', null]);
});
