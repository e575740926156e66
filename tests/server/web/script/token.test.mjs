// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bare, claimsOf, describeClaims } from '../../../../resources/web/script/claims.js';
import { sessionAddress } from '../../../../resources/web/script/code.js';
import { faultOfToken, refusalOf } from '../../../../resources/web/script/refusal.js';
import { kNow, tokenOf } from './token.mjs';

test('a token is read with what people copy along', () => {
    const token = tokenOf({ topic: 'm\u00fchle' });
    for (const pasted of [token, ` ${token}\n`, `Bearer ${token}`, `Authorization: ${token}`, `"${token}"`, `${token.slice(0, 40)}\n  ${token.slice(40)}`]) {
        assert.equal(bare(pasted), token);
        assert.equal(claimsOf(pasted).topic, 'm\u00fchle');
    }
});

for (const text of ['', 'hello', 'a.b', 'a.b.c', 'a.bnVsbA.c', 'a.WzFd.c', '....', 'a.%%.c']) {
    test(`"${text}" is no token`, () => {
        assert.equal(claimsOf(text), null);
        assert.equal(faultOfToken(text, { topic: 'lab' }).kind, 'malformed');
    });
}

test('what a token allows is said in one line', () => {
    assert.match(describeClaims(claimsOf(tokenOf())), /^lab, reads and sends, booking booking17, until 20/);
    assert.match(describeClaims(claimsOf(tokenOf({ scopes: ['read'], booking_id: '', exp: undefined }))), /^lab, reads, no booking, no end$/);
    assert.match(describeClaims(claimsOf(tokenOf({ scopes: 7 }))), /neither reads nor sends/);
});

test('a scope that is missing is known before the relay is asked', () => {
    const reader = tokenOf({ scopes: ['read'] });
    assert.equal(faultOfToken(reader, { topic: 'lab', scope: 'read' }), null);
    assert.equal(faultOfToken(reader, { topic: 'lab' }), null);
    assert.match(faultOfToken(tokenOf({ scopes: ['write'] }), { topic: 'lab', scope: 'read' }).title, /may not read/);
    assert.match(faultOfToken(tokenOf({ scopes: ['relay:stats'] }), { topic: 'lab' }).message, /relay:stats/);
});

for (const [what, status, text, claims, kind, words] of [
    ['an expired token', 401, '{"code":401,"message":"token invalid"}', { exp: kNow / 1000 - 1 }, 'expired', /good until/],
    ['one of tomorrow', 401, '{"code":401,"message":"token invalid"}', { nbf: kNow / 1000 + 3600 }, 'early', /begins at/],
    ['another signature', 401, '{"code":401,"message":"token invalid"}', {}, 'forged', /secret/],
    ['another topic', 401, '"Token Wrong Topic"\n', { topic: 'other' }, 'topic', /opens other/],
    ['another relay', 401, '{"code":401,"message":"aud [x] does not match this host y"}', {}, 'relay', /https:\/\/h/],
    ['a token of an administrator', 401, '"Token Missing Required Claims"\n', {}, 'claims', /topic, scopes/],
    ['a booking that is denied', 400, '{"code":"400","message":"bookingID has been deny-listed, probably because the session was cancelled"}', {}, 'denied', /Book again/],
    ['no booking', 400, '{"code":"400","message":"empty bookingID field is not permitted"}', { booking_id: '' }, 'booking', /booking/],
    ['open mode', 404, 'There is no such page.', {}, 'open', /open mode/],
    ['something unheard of', 418, '<html>', {}, 'other', /<html>/],
]) {
    test(`${what} is told as ${kind}, for good`, () => {
        const refusal = refusalOf({ status, text, retryAfter: null }, { token: tokenOf(claims), topic: 'lab', now: kNow });
        assert.equal(refusal.kind, kind);
        assert.match(refusal.message, words);
        assert.ok(refusal.isFinal);
        assert.ok(refusal.title.length > 0);
    });
}

for (const [status, header, wait] of [[429, '12', 12], [503, null, 5], [502, 'soon', 5]]) {
    test(`${status} with Retry-After ${header} is tried again after ${wait} s`, () => {
        const refusal = refusalOf({ status, text: 'x', retryAfter: header }, { token: tokenOf(), topic: 'lab', now: kNow });
        assert.deepEqual([refusal.kind, refusal.isFinal, refusal.retryAfter], ['busy', false, wait]);
    });
}

const answer = (status, text) => async () => ({ status, text: async () => text, headers: new Headers() });

test('the token goes into a header, never into an address', async () => {
    const token = tokenOf();
    let asked;
    const uri = await sessionAddress({ access: 'https://h/access', topic: 'a/b', token: `Bearer ${token}` }, async (url, options) => {
        asked = { url, options };
        return answer(200, '{"uri":"wss://h/relay/session/a/b?code=x"}')();
    });
    assert.equal(uri, 'wss://h/relay/session/a/b?code=x');
    assert.equal(asked.url, 'https://h/access/session/a%2Fb');
    assert.deepEqual(asked.options.headers, { Authorization: token });
    assert.deepEqual([asked.options.method, asked.options.credentials, asked.options.referrerPolicy], ['POST', 'omit', 'no-referrer']);
});

test('an answer that leads nowhere opens nothing', async () => {
    for (const text of ['{"uri":"javascript:alert(1)"}', '{}']) {
        await assert.rejects(sessionAddress({ access: 'https://h', topic: 'lab', token: tokenOf() }, answer(200, text)), { kind: 'other' });
    }
    await assert.rejects(sessionAddress({ access: 'https://h', topic: 'lab', token: 'nonsense' }, () => assert.fail('the relay is not asked')), { kind: 'malformed' });
});
