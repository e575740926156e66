// SPDX-License-Identifier: GPL-3.0-or-later
// The page /stats: asks the relay every 5 s and shows what it answers.
import { scopesOf, claimsOf } from './claims.js';
import { readConnection, readReport } from './connection.js';
import { Door } from './door.js';
import { DumpReader } from './dump.js';
import { clock, count, span, total } from './format.js';
import { connect } from './relay.js';
import { drawLine } from './sparkline.js';
import { filtered, StatsModel } from './statsmodel.js';
import { StatsTable } from './statstable.js';

const kAskEvery = 5000; // ms
const kDead = 12_000; // ms without a report that was asked for, after which the connection counts as dead

const byId = (id) => document.getElementById(id);

class StatsPage {
    constructor() {
        this.model = new StatsModel();
        this.updatedAt = null;
        this.retryAt = 0;
        this.isLost = false;
        this.publishers = new StatsTable(byId('publishers'), { series: 'in', nothing: 'Nobody publishes.' });
        this.receivers = new StatsTable(byId('receivers'), { series: 'out', nothing: 'Nobody receives.' });
        this.dump = new DumpReader((records) => this.#show(records.filter(Boolean)));
        this.link = null;
        this.door = new Door({ page: 'stats', verb: 'Show', enter: (target) => this.#enter(target), leave: () => this.#leave() });
        this.#listen();
        this.door.open();
    }

    #enter({ name, ...target }) {
        this.#leave();
        this.isSecured = Boolean(target.token);
        // With a token that may not send, the reports come when the relay makes them.
        this.mayAsk = !this.isSecured || scopesOf(claimsOf(target.token)).includes('write');
        this.link = connect({ ...target, scope: this.isSecured ? 'read' : null });
        this.link.addEventListener('message', ({ data }) => this.#told(data));
        this.link.addEventListener('state', ({ detail }) => this.#linkIs(detail));
    }

    #leave() {
        this.link?.close();
        this.link = null;
        this.updatedAt = null;
        this.dump.reset();
    }

    #told(data) {
        if (!this.isSecured) {
            this.dump.add(readConnection(data));
            return;
        }
        const records = readReport(data);
        if (records) {
            this.heardAt = Date.now();
            this.#show(records);
        }
    }

    #linkIs({ state, retryAt, why, kind, title }) {
        if (state === 'open') {
            this.#opened();
        } else if (state === 'lost') {
            this.#lost(retryAt);
        } else if (state === 'ended' && this.isSecured && kind !== 'kicked') {
            this.#leave();
            this.door.refuse({ title, text: why });
        } else if (state === 'ended') {
            this.#lost(Infinity);
        }
    }

    #listen() {
        byId('search').addEventListener('input', () => this.#showTables());
        addEventListener('keydown', (event) => {
            if (event.key === '/' && document.activeElement !== byId('search')) {
                event.preventDefault();
                byId('search').focus();
            }
        });
        setInterval(() => this.#ask(), kAskEvery);
        setInterval(() => this.#showState(), 1000);
    }

    #opened() {
        this.isLost = false;
        this.heardAt = Date.now();
        this.dump.reset();
        this.#ask();
        this.#showState();
    }

    #lost(retryAt) {
        this.isLost = true;
        this.retryAt = retryAt;
        this.dump.reset();
        this.#showState();
    }

    #ask() {
        if (!this.link?.isOpen || !this.mayAsk) {
            return;
        }
        if (this.isSecured) {
            if (Date.now() - this.heardAt > kDead) {
                this.link.abandon('no answer');
            } else {
                this.link.send('{"cmd":"update"}');
            }
            return;
        }
        if (this.dump.isDead(Date.now())) {
            this.link.abandon('no answer');
            return;
        }
        this.link.send('-');
        this.dump.asked();
    }

    #show(records) {
        this.model.apply(records);
        this.updatedAt = Date.now();
        this.#showTotals();
        this.#showTables();
        this.#showState();
    }

    #showTotals() {
        const { connections, topics, inKbits, outKbits } = this.model.totals;
        byId('connections').textContent = count(connections);
        byId('topics').textContent = count(topics);
        for (const [id, kbits, history] of [['in', inKbits, this.model.inHistory], ['out', outKbits, this.model.outHistory]]) {
            const { value, unit } = total(kbits);
            byId(id).textContent = value;
            byId(`${id}Unit`).textContent = unit;
            drawLine(byId(`${id}Line`), history, { width: 120, height: 28 });
        }
    }

    #showTables() {
        const text = byId('search').value.trim();
        const empty = text ? `No connection matches \u201c${text}\u201d.` : undefined;
        let shown = 0;
        for (const [id, table, rows] of [['publishers', this.publishers, this.model.publishers()], ['receivers', this.receivers, this.model.receivers()]]) {
            const matching = filtered(rows, text);
            shown += matching.length;
            byId(`${id}Count`).textContent = text ? `${count(matching.length)} of ${count(rows.length)}` : count(rows.length);
            table.show(matching, Date.now(), { empty: this.updatedAt === null ? '' : empty });
        }
        byId('shown').textContent = text ? `${count(shown)} shown` : '';
    }

    #showState() {
        const { name, word, detail } = this.#state(Date.now());
        document.body.dataset.state = name;
        document.querySelector('.bar .state').dataset.state = name;
        byId('stateIcon').setAttribute('href', `#icon-${name}`);
        byId('stateWord').textContent = word;
        byId('stateDetail').textContent = detail;
        if (byId('announce').textContent !== word) {
            byId('announce').textContent = word;
        }
    }

    #state(now) {
        if (this.isLost) {
            const wait = Math.ceil((this.retryAt - now) / 1000);
            const retry = Number.isFinite(wait) ? `, trying again${wait > 0 ? ` in ${wait} s` : ''}` : '';
            const asOf = this.updatedAt === null ? '' : `figures as of ${clock(this.updatedAt)}`;
            return { name: 'lost', word: 'Connection lost', detail: `${asOf}${asOf ? retry : retry.slice(2)}` };
        }
        if (this.updatedAt === null) {
            return { name: 'waiting', word: 'Waiting', detail: 'for the first figures' };
        }
        return { name: 'live', word: 'Live', detail: `updated ${span((now - this.updatedAt) / 1000)} ago` };
    }
}

new StatsPage();
