// SPDX-License-Identifier: GPL-3.0-or-later
// What a message is, for people: JSON, text or bytes, in one line and at length. Knows no browser.

const kMostText = 64 * 1024; // characters that are kept of one message
const kMostBytes = 256; // the same of bytes
const kLine = 400; // characters of the line that stands for a message
const kHexOfLine = 24; // bytes of it

/**
 * @param data {string|ArrayBuffer}
 * @returns {{kind: 'json'|'text'|'binary', isOwn, at, size, line, full}} size in bytes; line and full: to be shown. More
 * than what is shown of a message is not kept.
 */
export function describeMessage(data, { isOwn = false, at = Date.now() } = {}) {
    if (typeof data !== 'string') {
        const bytes = new Uint8Array(data);
        const head = bytes.slice(0, kMostBytes);
        return { kind: 'binary', isOwn, at, size: bytes.length, line: hex(head.subarray(0, kHexOfLine), bytes.length > kHexOfLine), full: dump(head, bytes.length) };
    }
    const size = new TextEncoder().encode(data).length;
    const text = data.length > kMostText ? data.slice(0, kMostText) : data;
    const note = data.length > kMostText ? `\n\u2026 ${kMostText.toLocaleString('en')} of ${data.length.toLocaleString('en')} characters` : '';
    const value = data.length > kMostText ? undefined : json(data);
    const full = value === undefined ? text : JSON.stringify(value, null, 2);
    return { kind: value === undefined ? 'text' : 'json', isOwn, at, size, line: oneLine(text), full: full + note };
}

/** An object or a list; a bare number or word is text to most people. */
function json(text) {
    try {
        const value = JSON.parse(text);
        return value !== null && typeof value === 'object' ? value : undefined;
    } catch {
        return undefined;
    }
}

const oneLine = (text) => {
    const line = text.slice(0, kLine + 1).replace(/\s+/g, ' ');
    return line.length > kLine ? `${line.slice(0, kLine)}\u2026` : line;
};

const hexOf = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0'));
const hex = (bytes, isCut) => hexOf(bytes).join(' ') + (isCut ? ' \u2026' : '');

function dump(bytes, size) {
    const lines = [];
    for (let at = 0; at < bytes.length; at += 16) {
        const row = bytes.subarray(at, at + 16);
        const signs = [...row].map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join('');
        lines.push(`${at.toString(16).padStart(4, '0')}  ${hexOf(row).join(' ').padEnd(47)}  ${signs}`);
    }
    return lines.join('\n') + (size > bytes.length ? `\n\u2026 ${bytes.length} of ${size.toLocaleString('en')} bytes` : '');
}

/** What is wrong with a text as JSON, in a sentence with the place; "" when nothing is. */
export function faultOfJson(text) {
    try {
        JSON.parse(text);
        return '';
    } catch (error) {
        const told = String(error.message).replace(/ \(line \d+ column \d+\)$/, '').replace(/ in JSON at position \d+$/, '').replace(/^JSON\.parse: /, '');
        const position = /at position (\d+)/.exec(error.message)?.[1];
        const before = position === undefined ? null : text.slice(0, Number(position)).split('\n');
        const place = before ? ` at line ${before.length}, column ${before[before.length - 1].length + 1}` : '';
        return `This is no JSON${place}: ${told}. Mend it, or send it as text.`;
    }
}
