// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant, readConnection, readReport, seconds } from '../../../../resources/web/script/connection.js';
import { DumpReader } from '../../../../resources/web/script/dump.js';
import { filtered, sorted, StatsModel } from '../../../../resources/web/script/statsmodel.js';
import { FakeWorld } from './fakeworld.mjs';

const never = { last: 'Never', size: 0, fps: 0 };
const told = (over = {}) => JSON.stringify({
    topic: '/out/demo', broadcaster: false, canRead: true, canWrite: false, connected: '2026-11-22T10:00:00Z',
    remoteAddr: '127.0.0.1:1', userAgent: 'x', stats: { tx: never, rx: { last: '40ms', size: 1000, fps: 25 } }, ...over,
});
const publisher = (over = {}) => told({
    broadcaster: true, canRead: false, canWrite: true, remoteAddr: '127.0.0.1:9', stats: { tx: { last: '1ms', size: 2000, fps: 25 }, rx: never }, ...over,
});
const modelOf = (...texts) => {
    const model = new StatsModel();
    model.apply(texts.map(readConnection));
    return model;
};

for (const [text, expected] of [
    ['1.5s', 1.5], ['1m2.5s', 62.5], ['2562047h47m16.854775807s', 2562047 * 3600 + 47 * 60 + 16.854775807], ['15.2ms', 0.0152], ['0s', 0],
    ['12\u00b5s', 12e-6], ['80ns', 80e-9], [1_500_000_000, 1.5], ['Never', null], ['', null], ['5', null], ['x1s', null], [undefined, null],
]) {
    test(`duration ${text} is ${expected} s`, () => {
        const read = seconds(text);
        assert.ok(read === expected || Math.abs(read - expected) < 1e-6, String(read));
    });
}

for (const [text, expected] of [
    ['2026-11-22T10:00:00Z', Date.UTC(2026, 10, 22, 10)], ['2026-11-22T10:00:00.250+01:00', Date.UTC(2026, 10, 22, 9, 0, 0, 250)],
    ['2026-11-22 10:00:00.123456789 +0000 UTC m=+0.5', Date.UTC(2026, 10, 22, 10, 0, 0, 123)], ['soon', null], [undefined, null],
]) {
    test(`time ${text} is read`, () => assert.equal(instant(text), expected));
}

for (const text of ['', '-', '[]', 'null', '1', '{"topic":5}', '{']) {
    test(`"${text}" is no connection`, () => assert.equal(readConnection(text), null));
}

test('a connection of which little is told is still one', () => {
    const record = readConnection('{"topic":"/x","stats":{"tx":{"last":"1s","size":-5,"fps":"fast"}}}');
    assert.deepEqual([record.connected, record.address, record.sent.size, record.sent.fps, record.got.last], [null, '', 0, 0, null]);
});

test('publishers and receivers are told apart, a connection that does both is in both tables', () => {
    const both = told({ topic: '/bi/x', canWrite: true, stats: { tx: { last: '1s', size: 10, fps: 1 }, rx: never } });
    const silent = told({ topic: '/bi/x', broadcaster: true, canWrite: true, remoteAddr: 'b' });
    const model = modelOf(publisher({ canRead: true }), told(), both, silent);
    assert.deepEqual(model.publishers().map(({ topic }) => topic), ['/out/demo', '/bi/x']);
    assert.deepEqual(model.receivers().map(({ topic, address }) => `${topic} ${address}`), ['/out/demo 127.0.0.1:1', '/bi/x 127.0.0.1:1', '/bi/x b']);
    assert.deepEqual(model.publishers()[0], {
        key: '/out/demo 127.0.0.1:9', topic: '/out/demo', last: 0.001, size: 2000, fps: 25, kbits: 400, history: [400],
        connected: Date.UTC(2026, 10, 22, 10), address: '127.0.0.1:9', userAgent: 'x', rivals: 0,
    });
});

test('a second publisher on a topic is flagged on both, and on no other topic', () => {
    const model = modelOf(publisher(), publisher({ remoteAddr: 'b' }), publisher({ topic: '/out/other', remoteAddr: 'c' }));
    assert.deepEqual(model.publishers().map(({ topic, rivals }) => `${topic} ${rivals}`), ['/out/demo 2', '/out/demo 2', '/out/other 0']);
});

test('a sender that hears the other senders of its topic is in both tables', () => {
    const model = modelOf(publisher({ canRead: true, stats: { tx: never, rx: { last: '1s', size: 10, fps: 1 } } }));
    assert.deepEqual([model.publishers().length, model.receivers().length], [1, 1]);
});

test('a relay of old tells only who is a broadcaster', () => {
    const old = (broadcaster) => told({ broadcaster, canRead: undefined, canWrite: undefined });
    const model = modelOf(old(true), old(false));
    assert.deepEqual([model.publishers().length, model.receivers().length], [1, 2]);
});

test('totals add up over both directions', () => {
    assert.deepEqual(modelOf(publisher(), told(), told({ remoteAddr: 'b' })).totals, { connections: 3, topics: 1, inKbits: 400, outKbits: 400 });
});

test('a publisher that has fallen silent has no rate, though its mean over life does', () => {
    const model = modelOf(publisher({ stats: { tx: { last: '30s', size: 2000, fps: 25 }, rx: never } }));
    assert.deepEqual([model.publishers()[0].fps, model.publishers()[0].size, model.totals.inKbits], [0, 2000, 0]);
});

test('one message in ten seconds is slow, not silent', () => {
    const [row] = modelOf(publisher({ stats: { tx: { last: '9s', size: 100, fps: 0.1 }, rx: never } })).publishers();
    assert.equal(row.fps, 0.1);
});

test('the page itself is no traffic', () => {
    assert.equal(modelOf(told({ topic: '/ws' })).totals.connections, 0);
});

test('rows keep their history by topic and address, and lose it when they go', () => {
    const model = modelOf(publisher(), told());
    model.apply([publisher()].map(readConnection));
    assert.deepEqual(model.publishers()[0].history, [400, 400]);
    model.apply([publisher(), told()].map(readConnection));
    assert.deepEqual([model.publishers()[0].history.length, model.receivers()[0].history.length], [3, 1]);
    for (let count = 0; count < 100; ++count) {
        model.apply([publisher()].map(readConnection));
    }
    assert.equal(model.publishers()[0].history.length, 25);
});

test('connections behind one address stay apart', () => {
    const model = modelOf(told(), told(), told());
    assert.equal(new Set(model.receivers().map(({ key }) => key)).size, 3);
});

test('no connections is an answer too', () => {
    assert.deepEqual(modelOf().totals, { connections: 0, topics: 0, inKbits: 0, outKbits: 0 });
});

test('every word of the filter must be there', () => {
    const rows = modelOf(told(), told({ topic: '/bi/Other', userAgent: 'Firefox' })).receivers();
    assert.deepEqual(filtered(rows, ' other FIRE ').map(({ topic }) => topic), ['/bi/Other']);
    assert.equal(filtered(rows, 'demo firefox').length, 0);
    assert.equal(filtered(rows, '').length, 2);
});

test('sorting is by value, numbers inside names by size, "never" last', () => {
    const row = (topic, last) => ({ topic, last, address: '' });
    const rows = [row('spin10', 5), row('spin9', null), row('spin1', 0.5)];
    const names = (order) => sorted(rows, order).map(({ topic }) => topic).join(' ');
    assert.equal(names({ column: 'topic', isDescending: false }), 'spin1 spin9 spin10');
    assert.equal(names({ column: 'last', isDescending: false }), 'spin1 spin10 spin9');
    assert.equal(names({ column: 'last', isDescending: true }), 'spin9 spin10 spin1');
});

function dumpLog() {
    const world = new FakeWorld();
    const dumps = [];
    return { world, dumps, reader: new DumpReader((items) => dumps.push(items), world) };
}

test('an answer ends when nothing follows', () => {
    const { world, dumps, reader } = dumpLog();
    reader.asked();
    world.pass(40);
    for (let count = 0; count < 5; ++count) {
        reader.add(count);
        world.pass(100);
    }
    assert.deepEqual(dumps, []);
    world.pass(100);
    assert.deepEqual(dumps, [[0, 1, 2, 3, 4]]);
});

test('an answer that takes long is shown in parts', () => {
    const { world, dumps, reader } = dumpLog();
    reader.asked();
    for (let count = 0; count < 30; ++count) {
        reader.add(count);
        world.pass(100);
    }
    assert.equal(dumps.length, 1);
    assert.ok(dumps[0].length >= 19);
});

test('no message is the answer of an empty relay', () => {
    const { world, dumps, reader } = dumpLog();
    reader.asked();
    world.pass(1600);
    assert.deepEqual(dumps, [[]]);
});

test('a relay that has answered and stops doing so counts as dead, an empty one does not', () => {
    const { world, reader } = dumpLog();
    world.pass(60_000);
    assert.equal(reader.isDead(world.now()), false);
    reader.add(1);
    world.pass(11_000);
    assert.equal(reader.isDead(world.now()), false);
    world.pass(2_000);
    assert.equal(reader.isDead(world.now()), true);
});

test('a report of the topic stats is read as the messages of open mode are', () => {
    const inSecured = (over) => JSON.parse(told({ topic: 'lab', scopes: ['read'], expiresAt: '2026-11-22T11:00:00Z', ...over }));
    const internal = inSecured({ topic: 'stats', remoteAddr: 'internal', userAgent: 'crossbar' });
    const records = readReport(JSON.stringify([internal, inSecured({}), { nonsense: true }, JSON.parse(publisher({ topic: 'lab' }))]));
    assert.deepEqual(records.map(({ topic, address }) => [topic, address]), [['lab', '127.0.0.1:1'], ['lab', '127.0.0.1:9']]);
    const model = new StatsModel();
    model.apply(records);
    assert.equal(model.receivers().length, 1);
    assert.deepEqual(model.publishers().map(({ size }) => size), [2000]);
    for (const text of ['{"cmd":"update"}', 'hello', 'null']) {
        assert.equal(readReport(text), null);
    }
});
