// SPDX-License-Identifier: GPL-3.0-or-later
// What the statistics page shows, worked out from one answer after the other. Knows no browser.

const kSamples = 25; // two minutes at one answer every 5 s
const kOwnTopics = ['/ws', 'stats']; // pages like this one: listed or not, they are no traffic of anybody's

/** Rows keep their identity from answer to answer by topic and address, so that tables can keep theirs. */
export class StatsModel {
    constructor() {
        this.rows = new Map();
        this.totals = null;
        this.inHistory = [];
        this.outHistory = [];
    }

    /** Takes one whole answer: records as readConnection() gives them. */
    apply(records) {
        const before = this.rows;
        this.rows = new Map();
        for (const record of records) {
            if (!kOwnTopics.includes(record.topic)) {
                const key = this.#keyOf(record);
                this.rows.set(key, this.#row(key, record, before.get(key)));
            }
        }
        this.#sum();
    }

    /**
     * Rows of those that send: connected for it, or seen to do so on a path that goes both ways. `rivals` counts the
     * feeds of the topic when there are several: two pictures in one stream are allowed, and seldom meant.
     */
    publishers() {
        const senders = [...this.rows.values()].filter(({ record }) => record.canWrite && (isFeed(record) || record.sent.last !== null));
        const feeds = new Map();
        for (const { record } of senders.filter(({ record: each }) => isFeed(each))) {
            feeds.set(record.topic, (feeds.get(record.topic) ?? 0) + 1);
        }
        return senders.map((row) => {
            const count = isFeed(row.record) ? feeds.get(row.record.topic) : 0;
            return { ...view(row, row.record.sent, row.sentHistory), rivals: count > 1 ? count : 0 };
        });
    }

    receivers() {
        return [...this.rows.values()]
            .filter(({ record }) => record.canRead && (!isFeed(record) || record.got.last !== null))
            .map((row) => view(row, row.record.got, row.gotHistory));
    }

    // Behind a proxy several connections have one address.
    #keyOf({ topic, address }) {
        const key = `${topic} ${address}`;
        let twin = 1;
        while (this.rows.has(twin === 1 ? key : `${key} ${twin}`)) {
            ++twin;
        }
        return twin === 1 ? key : `${key} ${twin}`;
    }

    #row(key, record, old) {
        return {
            key,
            record,
            sentHistory: extend(old?.sentHistory ?? [], record.sent.kbits),
            gotHistory: extend(old?.gotHistory ?? [], record.got.kbits),
        };
    }

    #sum() {
        const rows = [...this.rows.values()];
        const sum = (pick) => rows.reduce((all, { record }) => all + pick(record), 0);
        this.totals = {
            connections: rows.length,
            topics: new Set(rows.map(({ record }) => record.topic)).size,
            inKbits: sum((record) => record.sent.kbits),
            outKbits: sum((record) => record.got.kbits),
        };
        this.inHistory = extend(this.inHistory, this.totals.inKbits);
        this.outHistory = extend(this.outHistory, this.totals.outKbits);
    }
}

/**
 * Nobody writes to /out/x but who connected to /in/x: that is for sending, though it hears the other senders too. In
 * secured mode it is who may only send.
 */
const isFeed = ({ topic, canRead, canWrite }) => canWrite && (topic.startsWith('/out/') || !canRead);

function view({ key, record }, { last, size, fps, kbits }, history) {
    const { topic, connected, address, userAgent } = record;
    return { key, topic, last, size, fps, kbits, history, connected, address, userAgent };
}

const extend = (history, value) => [...history, value].slice(-kSamples);

/** The rows that hold every word of the text, in topic, address or user agent. */
export function filtered(rows, text) {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    return rows.filter(({ topic, address, userAgent }) => {
        const all = `${topic} ${address} ${userAgent}`.toLowerCase();
        return words.every((word) => all.includes(word));
    });
}

const collator = new Intl.Collator('en', { numeric: true });
const kAtEnd = { last: Infinity, connected: Infinity }; // where "never" and "not known" go

/** By a column, then by topic and address, so that the order never depends on the order of an answer. */
export function sorted(rows, { column, isDescending }) {
    const direction = isDescending ? -1 : 1;
    const compare = (left, right) => {
        if (typeof left === 'string') {
            return collator.compare(left, right);
        }
        return left === right ? 0 : left < right ? -1 : 1;
    };
    const value = (row) => row[column] ?? kAtEnd[column];
    return [...rows].sort((left, right) => direction * compare(value(left), value(right))
        || collator.compare(left.topic, right.topic) || collator.compare(left.address, right.address));
}
