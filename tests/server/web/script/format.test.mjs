// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ago, rate, span, total } from '../../../../resources/web/script/format.js';
import { linePaths } from '../../../../resources/web/script/sparkline.js';
import { shortUserAgent } from '../../../../resources/web/script/useragent.js';

for (const [value, text] of [[0, '0 s'], [59.9, '59 s'], [60, '1 min'], [2460, '41 min'], [3840, '1 h 04'], [525_600, '6 d 02 h'], [-3, '0 s']]) {
    test(`${value} s is "${text}"`, () => assert.equal(span(value), text));
}

test('the last message is "never" or so long ago', () => {
    assert.deepEqual([null, 0.04, 9.96, 12, 72].map(ago), ['never', '0.0 s', '10.0 s', '12 s', '1 min']);
});

test('a rate that is not zero never shows as zero', () => {
    assert.deepEqual([0, 0.2, 1, 1234.5].map(rate), ['0', '<1', '1', '1,235']);
});

test('totals change their unit with their size', () => {
    assert.deepEqual(total(9999), { value: '9,999', unit: 'kbit/s' });
    assert.deepEqual(total(48_600), { value: '48.6', unit: 'Mbit/s' });
    assert.deepEqual(total(46_200_000), { value: '46.2', unit: 'Gbit/s' });
});

for (const [userAgent, short] of [
    ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36', 'Chrome 131, Linux'],
    ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/131.0.0.0 Safari/537.36', 'Headless Chrome 131, Linux'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0', 'Edge 131, Windows'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1', 'Safari 18, iPhone'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0', 'Firefox 133, Linux'],
    ['Lavf/59.27.100', 'Lavf/59.27.100'], ['Mozilla/5.0 (something else)', 'Mozilla/5.0 (something else)'], ['', ''],
]) {
    test(`"${userAgent}" is "${short}"`, () => assert.equal(shortUserAgent(userAgent), short));
}

test('a line ends at the trailing edge and stays inside', () => {
    const { stroke } = linePaths([0, 5, 10], { width: 72, height: 20, capacity: 25 });
    const points = stroke.slice(1).split('L').map((point) => point.split(' ').map(Number));
    assert.deepEqual(points.map(([x]) => x), [66, 69, 72]);
    assert.ok(points.every(([, y]) => y >= 0 && y <= 20));
    assert.ok(points[0][1] > points[2][1]);
});

test('one value is a line already, none is nothing', () => {
    assert.equal(linePaths([3], { width: 72, height: 20, capacity: 25 }).stroke.split('L').length, 2);
    assert.equal(linePaths([], { width: 72, height: 20, capacity: 25 }).stroke, '');
    assert.doesNotMatch(linePaths([0, 0], { width: 72, height: 20, capacity: 25 }).stroke, /NaN/);
});
