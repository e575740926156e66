// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Session } from '../../../../resources/web/script/session.js';
import { FakeWorld } from './fakeworld.mjs';
import { tokenOf } from './token.mjs';

const turn = () => new Promise((resolve) => setImmediate(resolve));

function opened(target) {
    const world = new FakeWorld();
    const asked = [];
    const fetch = async (url, { headers }) => {
        asked.push(headers.Authorization);
        return { status: 200, text: async () => `{"uri":"ws://h/session/lab?code=${asked.length}"}`, headers: new Headers() };
    };
    const session = new Session({ relay: 'http://h', ...target }, { world, fetch });
    const states = [];
    session.addEventListener('state', ({ detail }) => states.push(detail.state));
    return { world, asked, session, states, last: () => world.sockets[world.sockets.length - 1] };
}

test('a path of open mode needs no token', () => {
    const { world, session } = opened({ path: '/bi/chat', relay: 'https://h:8443/' });
    assert.equal(world.sockets[0].url, 'wss://h:8443/bi/chat');
    session.close();
});

test('neither both nor nothing can be asked for', () => {
    for (const target of [{}, { topic: 'lab' }, { token: 'x' }, { path: '/x', topic: 'lab', token: 'x' }]) {
        assert.throws(() => new Session({ relay: 'http://h', ...target }), TypeError);
    }
});

test('a message is an event, and what is sent goes out when it is open', async () => {
    const { session, last } = opened({ topic: 'lab', token: tokenOf() });
    const got = [];
    session.addEventListener('message', ({ data }) => got.push(data));
    await turn();
    assert.equal(session.send('early'), false);
    last().onopen();
    assert.equal(session.send('now'), true);
    last().onmessage({ data: 'hello' });
    assert.deepEqual([got, last().sent], [['hello'], ['now']]);
});

test('a function is asked for a token at each connection, and when the token has run out', async () => {
    let count = 0;
    const { world, asked, states, last } = opened({ topic: 'lab', token: async () => tokenOf({ booking_id: `b${++count}` }) });
    await turn();
    last().onopen();
    last().onclose({ code: 1006, reason: '' });
    world.pass(500);
    await turn();
    last().onopen();
    last().onclose({ code: 4401, reason: 'token expired' });
    world.pass(1000);
    await turn();
    assert.equal(new Set(asked).size, 3);
    assert.deepEqual(states, ['open', 'lost', 'open', 'lost']);
    assert.match(last().url, /code=3$/);
});

test('a string that has run out is the end', async () => {
    const { states, last } = opened({ topic: 'lab', token: tokenOf() });
    await turn();
    last().onopen();
    last().onclose({ code: 4401, reason: 'token expired' });
    assert.deepEqual(states, ['open', 'ended']);
});

test('after close() nothing comes back', async () => {
    const { world, session, states, last } = opened({ topic: 'lab', token: tokenOf() });
    await turn();
    last().onopen();
    session.close();
    world.pass(60_000);
    assert.deepEqual(states, ['open', 'closed']);
    assert.equal(world.sockets.length, 1);
});
