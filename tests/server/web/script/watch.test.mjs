// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Meter } from '../../../../resources/web/script/meter.js';
import { Pace } from '../../../../resources/web/script/pace.js';
import { scale } from '../../../../resources/web/script/scale.js';
import { displayName, inOpenMode, inSecuredMode, watched, watchPage } from '../../../../resources/web/script/topic.js';
import { describeState } from '../../../../resources/web/script/watchstate.js';

for (const [page, path, name] of [
    ['/watch/demo', '/out/demo', 'demo'], ['/watch/demo/', '/out/demo', 'demo'], ['/watch/bi/x', '/bi/x', 'bi/x'],
    ['/watch/out/x', '/out/x', 'x'], ['/watch/in/x', '/out/x', 'x'], ['/watch/in/a/b', '/out/a/b', 'out/a/b'],
    ['/watch/m%C3%BChle%201', '/out/m%C3%BChle%201', 'm\u00fchle 1'], ['/watch/a/b/c', '/a/b/c', 'a/b/c'],
    ['/watch/stats', '/out/stats', 'stats'], ['/watch/100%', '/out/100%25', '100%'],
]) {
    test(`${page} plays ${path}`, () => assert.deepEqual(watched(page), { name, path }));
}

for (const [topic, page, name] of [
    ['/out/demo', '/watch/demo', 'demo'], ['/out/a/b', '/watch/out/a/b', 'out/a/b'], ['/bi/x', '/watch/bi/x', 'bi/x'],
    ['/chat', null, 'chat'], ['/out/in', '/watch/in', 'in'], ['/bi/<b>', '/watch/bi/%3Cb%3E', 'bi/<b>'],
]) {
    test(`the page of ${topic} is ${page}`, () => {
        assert.equal(watchPage(topic), page);
        assert.equal(displayName(topic), name);
        if (page) {
            assert.equal(decodeURIComponent(watched(page).path), topic);
        }
    });
}

for (const [page, topic] of [
    ['/watch', ''], ['/watch/', ''], ['/watch/lab3-st-video', 'lab3-st-video'], ['/watch/a/b/', 'a/b'], ['/watch/watch', 'watch'], ['/watch/a%2Bb', 'a+b'],
]) {
    test(`${page} is the topic "${topic}" of secured mode`, () => assert.equal(inSecuredMode(page, 'watch'), topic));
}

for (const [topic, path, name] of [['chat', '/bi/chat', 'bi/chat'], ['in/x', '/in/x', 'in/x'], ['out/x', '/out/x', 'x'], ['a/b/c', '/a/b/c', 'a/b/c']]) {
    test(`/data/${topic} opens ${path}`, () => assert.deepEqual(inOpenMode(topic, 'data'), { name, path }));
}

test('a topic of secured mode has a page too', () => {
    assert.equal(watchPage('lab3-st-video'), '/watch/lab3-st-video');
    assert.equal(displayName('lab3-st-video'), 'lab3-st-video');
});

const facts = (over) => ({
    hasPlayer: true, topic: 'demo', sendPath: '/in/demo', isSecured: false, origin: 'http://h', link: 'open', since: 0, retryAt: 0, why: '',
    kind: '', title: '', decoder: null, lastDataAt: 0, problem: null, isForeign: false, lastPictureAt: null, ...over,
});

for (const [what, over, now, expected] of [
    ['nothing yet', {}, 100, 'waiting'],
    ['a picture just now', { lastPictureAt: 5000 }, 5100, 'live'],
    ['a picture three seconds ago', { lastPictureAt: 5000 }, 8000, 'waiting'],
    ['a lost link, with a picture just now', { lastPictureAt: 5000, link: 'lost' }, 5100, 'lost'],
    ['a picture just now, of the connection before', { lastPictureAt: 5000, since: 5050 }, 5100, 'waiting'],
    ['the first try', { link: 'connecting' }, 0, 'waiting'],
    ['a kick', { link: 'ended', why: 'x' }, 0, 'ended'],
    ['a codec that it cannot play', { problem: { title: 'H.264' } }, 0, 'unplayable'],
    ['messages that are no video', { isForeign: true }, 0, 'unplayable'],
    ['a build without player', { hasPlayer: false }, 0, 'ended'],
]) {
    test(`with ${what} the state is ${expected}`, () => {
        const { state, notice } = describeState(facts(over), now);
        assert.equal(state, expected);
        assert.equal(notice === null, expected === 'live');
    });
}

test('who waits for a while is told how to send', () => {
    assert.equal(describeState(facts(), 2000).notice.command, undefined);
    assert.match(describeState(facts(), 4000).notice.command, /-f mpegts .*http:\/\/h\/in\/demo$/);
});

test('who waits with a token is told of the topic, and of no command that this relay would refuse', () => {
    const { notice } = describeState(facts({ isSecured: true }), 4000);
    assert.match(notice.text, /demo/);
    assert.equal(notice.command, undefined);
});

test('video that cannot be begun with is no silence', () => {
    const { word, notice } = describeState(facts({ decoder: 'h264', lastDataAt: 4000 }), 4100);
    assert.equal(word, 'Waiting for a key frame');
    assert.match(notice.text, /^H\.264 arrives/);
    assert.match(notice.command, /dump_extra/);
    assert.equal(describeState(facts({ decoder: 'h264', lastDataAt: 4000 }), 8000).word, 'Waiting for video');
    assert.equal(describeState(facts({ decoder: 'h264', lastDataAt: 9300, lastPictureAt: 9000 }), 12_100).word, 'Waiting for video');
    assert.equal(describeState(facts({ decoder: 'h264', lastDataAt: 12_400, lastPictureAt: 9000 }), 12_500).word, 'Waiting for a key frame');
});

test('an end is told with its own words', () => {
    const { notice, kind } = describeState(facts({ link: 'ended', kind: 'denied', title: 'The booking has been cancelled', why: 'x' }), 0);
    assert.deepEqual([kind, notice.title], ['denied', 'The booking has been cancelled']);
});

test('the next try is counted down', () => {
    assert.equal(describeState(facts({ link: 'lost', retryAt: 3000 }), 500).detail, 'trying again in 3 s');
    assert.equal(describeState(facts({ link: 'lost', retryAt: 3000 }), 3100).detail, 'trying again');
});

test('a picture fits its stage, or fills whole pixels of the screen', () => {
    const picture = { width: 640, height: 480 };
    assert.deepEqual(scale(picture, { width: 1280, height: 720 }, 1, false), { width: 960, height: 720, isCrisp: false });
    assert.deepEqual(scale(picture, { width: 1500, height: 1000 }, 1, true), { width: 1280, height: 960, isCrisp: true });
    assert.deepEqual(scale(picture, { width: 1280, height: 720 }, 2, true), { width: 960, height: 720, isCrisp: true });
    assert.deepEqual(scale(picture, { width: 300, height: 200 }, 1, true), { width: 640, height: 480, isCrisp: true });
});

test('figures are a mean over three seconds', () => {
    const meter = new Meter();
    assert.deepEqual(meter.read(0), { fps: 0, kbits: 0 });
    for (let second = 1; second <= 5; ++second) {
        for (let count = 0; count < 25; ++count) {
            meter.addFrames();
            meter.addBytes(1000);
        }
        assert.deepEqual(meter.read(second * 1000), { fps: 25, kbits: 200 });
    }
    assert.deepEqual([6000, 7000, 8000].map((now) => Math.round(meter.read(now).kbits)), [133, 67, 0]);
});

/** Feeds pictures of 25 a second, `gop` between intra pictures; delay(t) is how late each comes. */
function admitted(delay, seconds = 10, gop = 12) {
    const pace = new Pace();
    return Array.from({ length: seconds * 25 }, (_, index) => {
        const pts = 100 + index / 25;
        return pace.admits({ now: index / 25 + delay(index / 25), pts, kind: index % gop === 0 ? 'I' : 'P' });
    });
}

test('a stream in time is decoded whole', () => {
    assert.ok(admitted((t) => 0.2 + 0.05 * Math.sin(t * 7)).every(Boolean));
});

test('when decoding falls ever further behind, pictures are left out', () => {
    const share = admitted((t) => 0.8 * t).filter((is) => !is).length;
    assert.ok(share > 50, String(share));
});

test('a delay that stays is the network\'s: after a while all is decoded again', () => {
    const decoded = admitted((t) => (t < 2 ? 0 : 1.5), 12);
    assert.ok(decoded.slice(0, 50).every(Boolean));
    assert.ok(decoded.slice(-75).every(Boolean));
});

test('a publisher that starts anew does not count as late', () => {
    const pace = new Pace();
    assert.ok(pace.admits({ now: 0, pts: 5000, kind: 'I' }));
    assert.ok(pace.admits({ now: 1, pts: 1.4, kind: 'P' }));
    assert.ok(pace.admits({ now: 2, pts: 9000, kind: 'P' }));
});
