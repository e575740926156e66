// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Link, sameHost } from '../../../../resources/web/script/link.js';
import { Refusal } from '../../../../resources/web/script/refusal.js';
import { FakeWorld } from './fakeworld.mjs';

function linked() {
    const world = new FakeWorld();
    const log = [];
    const link = new Link('ws://h/x', {
        opened: () => log.push('opened'),
        message: (data) => log.push(data),
        lost: ({ retryAt }) => log.push(retryAt - world.now()),
        ended: ({ why }) => log.push(why),
    }, { world });
    link.open();
    return { world, log, link, last: () => world.sockets[world.sockets.length - 1] };
}

test('pauses double up to ten seconds', () => {
    const { world, log, last } = linked();
    for (let count = 0; count < 7; ++count) {
        last().onclose({ code: 1006, reason: '' });
        world.pass(10_000);
    }
    assert.deepEqual(log, [500, 1000, 2000, 4000, 8000, 10_000, 10_000]);
    assert.equal(world.sockets.length, 8);
});

test('pauses start anew after a connection that lasted, not after one that did not', () => {
    const { world, log, last } = linked();
    for (const life of [0, 100, 6000]) {
        last().onopen();
        world.pass(life);
        last().onclose({ code: 1001, reason: '' });
        world.pass(10_000);
    }
    assert.deepEqual(log.filter(Number.isFinite), [500, 1000, 500]);
});

for (const code of [4000, 4401, 4403]) {
    test(`code ${code} is the end`, () => {
        const { world, log, last } = linked();
        last().onopen();
        last().onclose({ code, reason: 'too many viewers' });
        world.pass(60_000);
        assert.equal(world.sockets.length, 1);
        assert.match(log[1], /: too many viewers$/);
    });
}

test('a socket that was given up is heard no more', () => {
    const { world, log, link, last } = linked();
    last().onopen();
    const old = last();
    link.abandon('no answer');
    assert.ok(old.isClosed);
    old.onmessage({ data: 'late' });
    old.onclose({ code: 1006, reason: '' });
    assert.deepEqual(log, ['opened', 500]);
    world.pass(500);
    assert.equal(world.sockets.length, 2);
});

test('the way back need not be waited for', () => {
    const { world, link, last } = linked();
    link.hurry();
    assert.equal(world.sockets.length, 1);
    last().onclose({ code: 1006, reason: '' });
    link.hurry();
    assert.equal(world.sockets.length, 2);
    last().onopen();
    world.pass(20_000);
    assert.equal(world.sockets.length, 2);
});

test('a websocket that neither opens nor fails is given up', () => {
    const { world, log, last } = linked();
    const silent = last();
    world.pass(10_000);
    assert.ok(silent.isClosed);
    assert.deepEqual(log, [500]);
    world.pass(500);
    assert.equal(world.sockets.length, 2);
});

test('what is closed stays closed, and can be opened again', () => {
    const { world, log, link, last } = linked();
    const first = last();
    first.onopen();
    link.close();
    assert.ok(first.isClosed);
    first.onclose({ code: 1000, reason: '' });
    world.pass(60_000);
    assert.deepEqual(log, ['opened']);
    link.open();
    assert.equal(world.sockets.length, 2);
});

/** A link whose address is asked for: answers are what each request gives, a URL or an error. */
function asked(answers) {
    const world = new FakeWorld();
    const log = [];
    const link = new Link(async () => {
        const answer = answers.shift();
        if (answer instanceof Error) {
            throw answer;
        }
        return answer;
    }, {
        opened: () => log.push('opened'),
        message: () => {},
        lost: ({ retryAt }) => log.push(retryAt - world.now()),
        ended: ({ kind, title }) => log.push(`${kind}: ${title}`),
    }, { world });
    link.open();
    return { world, log, link };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

test('each connection has an address of its own', async () => {
    const { world } = asked(['ws://h/x?code=1', 'ws://h/x?code=2']);
    await turn();
    world.sockets[0].onopen();
    world.sockets[0].onclose({ code: 1006, reason: '' });
    world.pass(500);
    await turn();
    assert.deepEqual(world.sockets.map(({ url }) => url), ['ws://h/x?code=1', 'ws://h/x?code=2']);
});

test('a relay that is out of reach is asked again, with pauses', async () => {
    const { world, log } = asked([new TypeError('Failed to fetch'), new TypeError('Failed to fetch'), 'ws://h/x']);
    for (let count = 0; count < 3; ++count) {
        await turn();
        world.pass(1000);
    }
    await turn();
    assert.deepEqual(log, [500, 1000]);
    assert.equal(world.sockets.length, 1);
});

test('Retry-After is waited for, and a little longer', async () => {
    const { world, log } = asked([new Refusal('busy', 'Busy', 'x', { isFinal: false, retryAfter: 7 }), 'ws://h/x']);
    await turn();
    assert.deepEqual(log, [7500]);
    world.pass(7400);
    await turn();
    assert.equal(world.sockets.length, 0);
    world.pass(100);
    await turn();
    assert.equal(world.sockets.length, 1);
});

test('a token that will never do is the end', async () => {
    const { world, log } = asked([new Refusal('denied', 'The booking has been cancelled', 'x')]);
    await turn();
    world.pass(60_000);
    assert.deepEqual(log, ['denied: The booking has been cancelled']);
});

test('an address that comes after the link was closed opens nothing', async () => {
    const { world, link } = asked(['ws://h/x']);
    link.close();
    await turn();
    assert.equal(world.sockets.length, 0);
});

test('nothing is sent on a link that is not open', () => {
    const { link, last } = linked();
    link.send('early');
    last().onopen();
    link.send('-');
    assert.deepEqual(last().sent, ['-']);
});

test('the page decides between ws and wss', () => {
    assert.equal(sameHost('/ws', { protocol: 'http:', host: 'h:1' }), 'ws://h:1/ws');
    assert.equal(sameHost('/ws', { protocol: 'https:', host: 'h' }), 'wss://h/ws');
});
