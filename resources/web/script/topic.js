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

const kShortFor = { watch: 'out', data: 'bi' }; // what one segment alone stands for in open mode

/** The topic that a page at /watch/... or /data/... names, as secured mode has it; "" when it names none. */
export function inSecuredMode(pathname, page) {
    const rest = pathname.replace(new RegExp(`^/${page}(/|$)`), '').replace(/\/$/, '');
    return rest.split('/').filter(Boolean).map(decode).join('/');
}

/**
 * Which websocket path a page opens in open mode. One segment is short for /out/<it> (watch) or /bi/<it> (data); /in/x is
 * heard on /out/x; any other path is meant as it stands.
 * @returns {{name: string, path: string}} name for people, path for the websocket (percent-encoded)
 */
export function inOpenMode(topic, page) {
    const segments = topic.split('/');
    if (segments.length === 1) {
        segments.unshift(kShortFor[page]);
    } else if (segments[0] === 'in' && page === 'watch') {
        segments[0] = 'out';
    }
    return { name: displayName('/' + segments.join('/')), path: encode(segments) };
}

/** inOpenMode() of a page's address. */
export const watched = (pathname) => inOpenMode(inSecuredMode(pathname, 'watch'), 'watch');

/** "/out/demo" to "demo", "/bi/x" to "bi/x", "lab" of secured mode to "lab": how people name a topic. */
export function displayName(topic) {
    const segments = topic.replace(/^\//, '').split('/');
    return segments.length === 2 && segments[0] === 'out' && topic.startsWith('/') ? segments[1] : segments.join('/');
}

/** The page that plays this topic, or null: a topic of one segment, as /x, has no such page, because /watch/x is /out/x. */
export function watchPage(topic) {
    if (!topic.startsWith('/')) {
        return topic ? '/watch' + encode(topic.split('/')) : null;
    }
    const segments = topic.split('/').slice(1);
    if (segments.length < 2 || segments.includes('')) {
        return null;
    }
    const isShort = segments.length === 2 && segments[0] === 'out';
    return '/watch' + encode(isShort ? segments.slice(1) : segments);
}
