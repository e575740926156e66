// SPDX-License-Identifier: GPL-3.0-or-later
// One connection as the statistics of a relay tell of it.

const kNanosecond = 1e-9;
const kUnits = { h: 3600, m: 60, s: 1, ms: 1e-3, us: 1e-6, '\u00b5s': 1e-6, '\u03bcs': 1e-6, ns: kNanosecond };
const kIdle = 5; // seconds without a message until a direction counts as still
const kIdleIntervals = 3; // or this many of its mean intervals, for slow ones

/** "1m2.5s" to 62.5; a number is nanoseconds; "Never", "" and what cannot be read to null. */
export function seconds(duration) {
    if (typeof duration === 'number') {
        return duration * kNanosecond;
    }
    if (typeof duration !== 'string' || !/^(\d+(\.\d+)?(h|ms|m|s|us|\u00b5s|\u03bcs|ns))+$/.test(duration)) {
        return null;
    }
    let sum = 0;
    for (const [, value, unit] of duration.matchAll(/(\d+(?:\.\d+)?)(h|ms|m|s|us|\u00b5s|\u03bcs|ns)/g)) {
        sum += Number(value) * kUnits[unit];
    }
    return sum;
}

/** RFC 3339, or Go's own form "2026-11-22 10:00:00.5 +0000 UTC m=+1.2"; ms since the epoch or null. */
export function instant(text) {
    const found = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d(?:\.\d{1,3})?)\d* ?(Z|[+-]\d\d):?(\d\d)?/.exec(text ?? '');
    if (!found) {
        return null;
    }
    const [, day, time, zone, minutes] = found;
    const ms = Date.parse(`${day}T${time}${zone === 'Z' ? 'Z' : `${zone}:${minutes ?? '00'}`}`);
    return Number.isNaN(ms) ? null : ms;
}

/** A message of the statistics websocket of open mode as a record, or null when it is none. */
export function readConnection(text) {
    return recordOf(parsed(text));
}

/** A report of the topic stats: its records, or null when it is none. What is sent on behalf of the relay is left out. */
export function readReport(text) {
    const told = parsed(text);
    return Array.isArray(told) ? told.filter((each) => each?.remoteAddr !== 'internal').map(recordOf).filter(Boolean) : null;
}

function parsed(text) {
    try {
        return JSON.parse(text);
    } catch {
        return null;
    }
}

function recordOf(told) {
    if (told === null || typeof told !== 'object' || typeof told.topic !== 'string') {
        return null;
    }
    return {
        topic: told.topic,
        canRead: told.canRead ?? true,
        canWrite: told.canWrite ?? told.broadcaster === true,
        connected: instant(told.connected),
        address: String(told.remoteAddr ?? ''),
        userAgent: String(told.userAgent ?? ''),
        sent: readDirection(told.stats?.tx),
        got: readDirection(told.stats?.rx),
    };
}

/** last in seconds or null for never; size in bytes, fps and kbits: 0 while nothing flows. */
function readDirection(told) {
    const last = seconds(told?.last);
    const size = number(told?.size);
    const mean = last === null ? 0 : number(told?.fps);
    // The means are over the whole life of a connection; one that has fallen still has no rate now.
    const isStill = last === null || (last > kIdle && last * mean > kIdleIntervals);
    const fps = isStill ? 0 : mean;
    return { last, size, fps, kbits: (fps * size * 8) / 1000 };
}

const number = (value) => (Number.isFinite(value) && value > 0 ? value : 0);
