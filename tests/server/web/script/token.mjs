// SPDX-License-Identifier: GPL-3.0-or-later
// Tokens for the tests; nobody checks their signatures here.

const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

export const kNow = 1_700_000_000_000; // ms

export function tokenOf(claims = {}) {
    const all = {
        booking_id: 'booking17', topic: 'lab', prefix: 'session', scopes: ['read', 'write'], aud: ['https://h'],
        exp: kNow / 1000 + 600, nbf: kNow / 1000 - 1, iat: kNow / 1000 - 1, ...claims,
    };
    return `${part({ alg: 'HS256', typ: 'JWT' })}.${part(all)}.c2lnbmF0dXJl`;
}
