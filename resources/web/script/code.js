// SPDX-License-Identifier: GPL-3.0-or-later
// Swaps a token for the address of one websocket: POST /session/<topic>.
import { bare } from './claims.js';
import { faultOfToken, Refusal, refusalOf } from './refusal.js';

const kPatience = 10_000; // ms until a relay that does not answer counts as out of reach

/**
 * @param access {string} base URL of the access calls, without a slash at the end
 * @param scope {?string} one that the token must have for the connection to make sense
 * @returns {Promise<string>} URL with a code that is good once, for half a minute
 * @throws Refusal when the relay, or the token itself, says no; another error when the relay is out of reach
 */
export async function sessionAddress({ access, topic, token, scope = null }, ask = fetch) {
    const fault = faultOfToken(token, { topic, scope });
    if (fault) {
        throw fault;
    }
    // No cookies and no referrer: what says who may enter is the token, in a header, and nothing else.
    const answer = await ask(`${access}/session/${encodeURIComponent(topic)}`, {
        method: 'POST',
        headers: { Authorization: bare(token) },
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(kPatience),
    });
    const text = await answer.text();
    if (answer.status !== 200) {
        throw refusalOf({ status: answer.status, text, retryAfter: answer.headers.get('Retry-After') }, { token, topic });
    }
    const { uri } = JSON.parse(text);
    if (!/^wss?:/.test(uri)) {
        throw new Refusal('other', 'This is no relay', `${access} answered without the address of a websocket.`);
    }
    return uri;
}
