// SPDX-License-Identifier: GPL-3.0-or-later
// Figures for people: fixed decimals, one unit a column.

export const kDash = '\u2013';

/** Seconds since the last message. */
export function ago(seconds) {
    if (seconds === null) {
        return 'never';
    }
    return seconds < 10 ? `${seconds.toFixed(1)} s` : span(seconds);
}

/** "12 s", "41 min", "1 h 04", "6 d 02 h". */
export function span(seconds) {
    const two = (value) => String(value).padStart(2, '0');
    const whole = Math.max(Math.floor(seconds), 0);
    if (whole < 60) {
        return `${whole} s`;
    }
    if (whole < 3600) {
        return `${Math.floor(whole / 60)} min`;
    }
    if (whole < 86_400) {
        return `${Math.floor(whole / 3600)} h ${two(Math.floor((whole % 3600) / 60))}`;
    }
    return `${Math.floor(whole / 86_400)} d ${two(Math.floor((whole % 86_400) / 3600))} h`;
}

export const count = (value) => Math.round(value).toLocaleString('en');

/** A figure that is not zero never shows as zero. */
export function rate(kbits) {
    return kbits > 0 && kbits < 1 ? '<1' : count(kbits);
}

/** A sum in the unit that suits its size. */
export function total(kbits) {
    const units = ['kbit/s', 'Mbit/s', 'Gbit/s'];
    let value = kbits;
    let unit = 0;
    while (value >= 10_000 && unit < units.length - 1) {
        value /= 1000;
        ++unit;
    }
    return { value: unit === 0 ? rate(value) : value.toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 }), unit: units[unit] };
}

export const clock = (ms) => new Date(ms).toLocaleTimeString('en-GB');

export const moment = (ms) => new Date(ms).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });
