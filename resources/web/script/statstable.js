// SPDX-License-Identifier: GPL-3.0-or-later
// A table of connections that keeps its rows: figures change in place, the order holds still under the pointer.
import { ago, count, kDash, moment, rate, span } from './format.js';
import { drawLine } from './sparkline.js';
import { sorted } from './statsmodel.js';
import { displayName, watchPage } from './topic.js';
import { shortUserAgent } from './useragent.js';

const kMostRows = 500; // a browser lays out thousands of rows slowly, and nobody reads them

const kColumns = [
    { id: 'topic', title: 'Topic', isText: true },
    { id: 'last', title: 'Last', show: ({ last }) => ago(last), isDim: ({ last }) => last === null },
    { id: 'size', title: 'Average', unit: 'bytes', show: ({ size }) => count(size), isDim: ({ size }) => size === 0 },
    { id: 'fps', title: 'Rate', unit: 'fps', show: ({ fps }) => fps.toFixed(1), isDim: ({ fps }) => fps === 0 },
    { id: 'kbits', title: 'Data', unit: 'kbit/s', show: ({ kbits }) => rate(kbits), isDim: ({ kbits }) => kbits === 0 },
    { id: 'history', title: 'Last 2 min', isText: true, isFixed: true },
    { id: 'connected', title: 'Connected', show: ({ connected }, now) => (connected === null ? kDash : span((now - connected) / 1000)) },
    { id: 'address', title: 'Address', isText: true, show: ({ address }) => address || kDash },
    { id: 'userAgent', title: 'User agent', isText: true, show: ({ userAgent }) => shortUserAgent(userAgent) || kDash },
];

export class StatsTable {
    constructor(table, { series, nothing }) {
        this.table = table;
        this.series = series;
        this.nothing = nothing;
        this.order = { column: 'topic', isDescending: false };
        this.lines = new Map(); // key: row element
        this.rows = [];
        this.#build();
    }

    /** Shows these rows; `empty` is what to say when there are none. */
    show(rows, now, { empty = this.nothing, isForced = false } = {}) {
        this.rows = rows;
        const ordered = sorted(rows, this.order).slice(0, kMostRows);
        const kept = new Set(ordered.map(({ key }) => key));
        for (const [key, line] of this.lines) {
            if (!kept.has(key)) {
                line.remove();
                this.lines.delete(key);
            }
        }
        for (const row of ordered) {
            this.#fill(row, now);
        }
        if (isForced || !this.table.tBodies[0].matches(':hover')) {
            this.#arrange(ordered);
        }
        this.#showFoot(empty);
    }

    #build() {
        const head = this.table.createTHead().insertRow();
        for (const { id, title, unit, isText, isFixed } of kColumns) {
            const cell = document.createElement('th');
            cell.scope = 'col';
            cell.className = `${id} ${isText ? 'text' : 'number'}`;
            const label = document.createElement(isFixed ? 'span' : 'button');
            label.append(title);
            if (unit) {
                const small = document.createElement('small');
                small.textContent = unit;
                label.append(' ', small);
            }
            if (!isFixed) {
                label.type = 'button';
                label.addEventListener('click', () => this.#sortBy(id, isText));
            }
            cell.append(label);
            head.append(cell);
        }
        this.table.createTBody();
        const foot = this.table.createTFoot().insertRow().insertCell();
        foot.colSpan = kColumns.length;
        this.foot = foot;
        this.#showOrder();
    }

    #sortBy(column, isText) {
        const isSame = this.order.column === column;
        // Figures are looked at from the largest down, names from A on.
        this.order = { column, isDescending: isSame ? !this.order.isDescending : !isText && column !== 'last' };
        this.#showOrder();
        this.show(this.rows, Date.now(), { isForced: true });
    }

    #showOrder() {
        [...this.table.tHead.rows[0].cells].forEach((cell, index) => {
            if (kColumns[index].id === this.order.column) {
                cell.setAttribute('aria-sort', this.order.isDescending ? 'descending' : 'ascending');
            } else {
                cell.removeAttribute('aria-sort');
            }
        });
    }

    #fill(row, now) {
        let line = this.lines.get(row.key);
        if (!line) {
            line = this.#newLine(row);
            this.lines.set(row.key, line);
            this.table.tBodies[0].append(line);
        }
        line.querySelector('.rivals').hidden = !row.rivals;
        setText(line.querySelector('.rivals'), row.rivals ? `${count(row.rivals)} publishers` : '');
        kColumns.forEach(({ id, show, isDim }, index) => {
            const cell = line.cells[index];
            if (id === 'history') {
                drawLine(cell.firstChild, row.history, { width: 72, height: 20 });
                return;
            }
            if (show) {
                setText(cell, show(row, now));
                cell.classList.toggle('dim', Boolean(isDim?.(row)));
            }
        });
    }

    #newLine(row) {
        const line = document.createElement('tr');
        line.dataset.key = row.key;
        for (const { id, title, isText } of kColumns) {
            const cell = line.insertCell();
            cell.className = `${id} ${isText ? 'text' : 'number'}`;
            cell.dataset.title = title;
        }
        line.cells[0].append(topicLabel(row.topic), rivalsMark());
        const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
        svg.setAttribute('class', `line ${this.series}`);
        svg.setAttribute('aria-hidden', 'true');
        line.querySelector('.history').append(svg);
        line.querySelector('.userAgent').title = row.userAgent;
        line.querySelector('.connected').title = row.connected === null ? '' : moment(row.connected);
        return line;
    }

    #arrange(ordered) {
        const body = this.table.tBodies[0];
        let place = body.firstChild;
        for (const { key } of ordered) {
            const line = this.lines.get(key);
            if (line === place) {
                place = place.nextSibling;
            } else {
                body.insertBefore(line, place);
            }
        }
    }

    #showFoot(empty) {
        const hidden = this.rows.length - this.lines.size;
        const text = this.rows.length === 0 ? empty : `${count(hidden)} more; filter to see them`;
        this.table.tFoot.hidden = this.rows.length > 0 && hidden === 0;
        setText(this.foot, text);
    }
}

function topicLabel(topic) {
    const page = watchPage(topic);
    const label = document.createElement(page ? 'a' : 'span');
    if (page) {
        label.href = page;
        label.title = `Watch ${displayName(topic)}`;
    }
    const name = document.createElement('bdi');
    name.textContent = displayName(topic) || topic;
    label.append(name);
    return label;
}

function rivalsMark() {
    const mark = document.createElement('span');
    mark.className = 'rivals';
    mark.title = 'Several publishers send to this topic: its readers get their messages mixed';
    return mark;
}

function setText(element, text) {
    if (element.textContent !== text) {
        element.textContent = text;
    }
}
