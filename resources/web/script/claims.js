// SPDX-License-Identifier: GPL-3.0-or-later
// What a token says of itself, to be shown. Its signature is for the relay to judge.

/** @returns {?object} the claims of a JSON Web Token (RFC 7519), or null for what is none. */
export function claimsOf(token) {
    const parts = bare(token).split('.');
    if (parts.length !== 3) {
        return null;
    }
    try {
        const bytes = Uint8Array.from(atob(parts[1].replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
        const claims = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
        return claims !== null && typeof claims === 'object' && !Array.isArray(claims) ? claims : null;
    } catch {
        return null;
    }
}

/** A token without what people copy along with it: blanks, line breaks, quotes, "Authorization: Bearer". */
export function bare(token) {
    return String(token).replace(/[\s"']+/g, ' ').trim().replace(/^authorization: ?/i, '').replace(/^bearer /i, '').replaceAll(' ', '');
}

/** @returns {string[]} the scopes, none when there are none to be read. */
export function scopesOf(claims) {
    return Array.isArray(claims?.scopes) ? claims.scopes.map(String) : [];
}

/** Milliseconds since the epoch at which it ends, or null when it does not say. */
export function endOf(claims) {
    return Number.isFinite(claims?.exp) ? claims.exp * 1000 : null;
}

/** One line for people: "lab3-st-data, reads and sends, booking booking17, until 14:03:20". */
export function describeClaims(claims) {
    const scopes = scopesOf(claims);
    const rights = [scopes.includes('read') && 'reads', scopes.includes('write') && 'sends'].filter(Boolean).join(' and ');
    const end = endOf(claims);
    return [
        claims.topic ? String(claims.topic) : 'no topic',
        rights || 'neither reads nor sends',
        claims.booking_id ? `booking ${claims.booking_id}` : 'no booking',
        end === null ? 'no end' : `until ${moment(end)}`,
    ].join(', ');
}

/** The time of a day that is today, else with the date. */
export function moment(ms, now = Date.now()) {
    const then = new Date(ms);
    const time = then.toLocaleTimeString('en-GB');
    return then.toDateString() === new Date(now).toDateString() ? time : `${then.toLocaleDateString('sv')} ${time}`;
}
