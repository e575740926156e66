// SPDX-License-Identifier: GPL-3.0-or-later
// How the address of a page and the path of a topic belong together.

const decode = (segment) => {
    try {
        return decodeURIComponent(segment);
    } catch {
        return segment; // a lone "%": the relay says what is wrong with it
    }
};

const encode = (segments) => '/' + segments.map(encodeURIComponent).join('/');

/**
 * Which websocket path a page at /watch/... plays. One segment is short for /out/<it>; /in/x is heard on /out/x;
 * any other path is meant as it stands.
 * @param {string} pathname as in location.pathname, percent-encoded
 * @returns {{name: string, path: string}} name for people, path for the websocket (percent-encoded)
 */
export function watched(pathname) {
    const segments = pathname.replace(/^\/watch\//, '').replace(/\/$/, '').split('/').map(decode);
    if (segments.length === 1) {
        segments.unshift('out');
    } else if (segments[0] === 'in') {
        segments[0] = 'out';
    }
    return { name: displayName('/' + segments.join('/')), path: encode(segments) };
}

/** "/out/demo" to "demo", "/bi/x" to "bi/x": how people name a topic. */
export function displayName(topic) {
    const segments = topic.split('/').slice(1);
    return segments.length === 2 && segments[0] === 'out' ? segments[1] : segments.join('/');
}

/** The page that plays this topic, or null: a topic of one segment, as /x, has no such page, because /watch/x is /out/x. */
export function watchPage(topic) {
    const segments = topic.split('/').slice(1);
    if (segments.length < 2 || segments.includes('')) {
        return null;
    }
    const isShort = segments.length === 2 && segments[0] === 'out';
    return '/watch' + encode(isShort ? segments.slice(1) : segments);
}
