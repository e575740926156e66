// SPDX-License-Identifier: GPL-3.0-or-later
// Why a relay gave no code for a token, in words that say what to do.
import { claimsOf, endOf, moment, scopesOf } from './claims.js';

const kDefaultPause = 5; // seconds, of a relay that is busy and does not say for how long

/**
 * `kind`: malformed, expired, early, topic, relay, forged, claims, booking, denied, scope, open, busy, other.
 * `isFinal`: the same token will never do; else the next try is due after `retryAfter` seconds at the earliest.
 */
export class Refusal extends Error {
    constructor(kind, title, message, { isFinal = true, retryAfter = 0 } = {}) {
        super(message);
        this.kind = kind;
        this.title = title;
        this.isFinal = isFinal;
        this.retryAfter = retryAfter;
    }
}

/** What is known to be wrong before the relay is asked; null when nothing is. `scope`: read, write, or null for either. */
export function faultOfToken(token, { topic, scope = null }) {
    const claims = claimsOf(token);
    if (!claims) {
        return new Refusal('malformed', 'This is no token', 'A token is three parts with dots between them, as "relay token" prints it. Paste it whole.');
    }
    const scopes = scopesOf(claims);
    if (!scopes.some((each) => (scope ? each === scope : each === 'read' || each === 'write'))) {
        const has = scopes.length ? `Its scopes are: ${scopes.join(', ')}.` : 'It has no scopes.';
        return new Refusal('scope', `The token may not ${scope ?? 'read or send'}`, `${has} Ask for a token of ${topic} with the scope ${scope ?? 'read or write'}.`);
    }
    return null;
}

/** What an answer of POST /session/<topic> other than 200 means. */
export function refusalOf({ status, text, retryAfter }, { token, topic, now = Date.now() }) {
    const told = messageIn(text);
    if (status === 429 || status >= 500 || status === 408) {
        const wait = Number(retryAfter) > 0 ? Number(retryAfter) : kDefaultPause;
        return new Refusal('busy', 'The relay is busy', `It said: ${told}. This page tries again by itself.`, { isFinal: false, retryAfter: wait });
    }
    if (status === 404 || status === 405) {
        return new Refusal('open', 'This relay asks for no tokens', 'It runs in open mode. Load the page again, without a token.');
    }
    return deniedBooking(told) ?? unfit(claimsOf(token), topic, now, told)
        ?? new Refusal('other', 'The relay refuses this token', `It said: ${told}.`);
}

function deniedBooking(told) {
    if (/deny-listed|denied/i.test(told)) {
        return new Refusal('denied', 'The booking has been cancelled', 'The relay denies every token of this booking. Book again, and use the new token.');
    }
    if (/empty bookingID/i.test(told)) {
        return new Refusal('booking', 'The token names no booking', 'This relay takes tokens with a booking only, so that they can be cancelled. Ask for one that has it.');
    }
    return null;
}

function unfit(claims, topic, now, told) {
    const end = endOf(claims);
    if (end !== null && end <= now) {
        return new Refusal('expired', 'The token has run out', `It was good until ${moment(end, now)}. Paste a new one.`);
    }
    const start = Math.max(Number(claims?.nbf) || 0, Number(claims?.iat) || 0) * 1000;
    if (start > now) {
        return new Refusal('early', 'The token is not good yet', `It begins at ${moment(start, now)} by this machine's clock. Come back then.`);
    }
    if (/^aud /.test(told)) {
        const audience = [claims?.aud].flat().filter(Boolean).join(', ');
        return new Refusal('relay', 'The token is for another relay', `It is for ${audience || 'none'}. Ask for one for this relay.`);
    }
    if (/Wrong Topic|Wrong Prefix/.test(told)) {
        return new Refusal('topic', `The token is not for ${topic}`, `It opens ${claims?.topic ?? 'another topic'}. Go to that topic's page, or paste a token of ${topic}.`);
    }
    if (/Missing Required Claims/.test(told)) {
        return new Refusal('claims', 'The token is not for a session', 'It needs topic, scopes, audience, and all of exp, nbf and iat. Ask for one that has them.');
    }
    if (/token invalid|unprocessable/.test(told)) {
        return new Refusal('forged', "The token is not this relay's", 'It was not signed with the secret of this relay, or it was not pasted whole.');
    }
    return null;
}

/** The text of an answer: {"message": …}, a JSON string, or plain. */
function messageIn(text) {
    try {
        const told = JSON.parse(text);
        return String(typeof told === 'string' ? told : told.message).replace(/\.$/, '');
    } catch {
        return text.trim().replace(/\.$/, '') || 'nothing';
    }
}
