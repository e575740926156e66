// SPDX-License-Identifier: GPL-3.0-or-later
// Where a message is written: checked before it goes, and brought back by the arrow keys.
import { faultOfJson } from './message.js';
import { SentHistory } from './messagelog.js';

const byId = (id) => document.getElementById(id);

/** Calls send(text), which tells whether it went out. */
export class Composer {
    constructor(send) {
        this.send = send;
        this.history = new SentHistory();
        this.field = byId('message');
        this.reason = '';
        byId('composer').addEventListener('submit', (event) => {
            event.preventDefault();
            this.#submit();
        });
        this.field.addEventListener('keydown', (event) => this.#key(event));
        this.field.addEventListener('input', () => this.#fit());
        for (const [id, other] of [['asJson', 'asText'], ['asText', 'asJson']]) {
            byId(id).addEventListener('change', () => {
                byId(other).checked = false;
                this.#say('');
            });
        }
    }

    /** `reason`: why nothing can be sent here at all; "" when it can. */
    allow(reason) {
        this.reason = reason;
        for (const id of ['message', 'send', 'asJson', 'asText']) {
            byId(id).disabled = reason !== '';
        }
        this.#say(reason);
    }

    #submit() {
        const text = this.field.value;
        if (text.trim() === '' || this.reason) {
            return;
        }
        const fault = byId('asJson').checked ? faultOfJson(text) : '';
        if (fault) {
            this.#say(fault);
            return;
        }
        if (!this.send(text)) {
            this.#say('There is no connection now: it was not sent. Send it again when the page is connected.');
            return;
        }
        this.history.add(text);
        this.#write('');
    }

    #key(event) {
        const { key, shiftKey, isComposing } = event;
        if (key === 'Enter' && !shiftKey && !isComposing) {
            event.preventDefault();
            this.#submit();
            return;
        }
        const { selectionStart, selectionEnd, value } = this.field;
        const isPlain = !shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey && selectionStart === selectionEnd;
        const isAtTop = !value.slice(0, selectionStart).includes('\n');
        const isAtBottom = !value.slice(selectionStart).includes('\n');
        const text = isPlain && ((key === 'ArrowUp' && isAtTop && this.history.older(value)) || (key === 'ArrowDown' && isAtBottom && this.history.newer()));
        if (typeof text === 'string') {
            event.preventDefault();
            this.#write(text);
        }
    }

    #write(text) {
        this.field.value = text;
        this.#fit();
        this.#say('');
    }

    #fit() {
        this.field.rows = Math.min(this.field.value.split('\n').length, 8);
    }

    #say(text) {
        byId('fault').textContent = text;
        byId('fault').classList.toggle('quiet', text !== '' && text === this.reason);
        this.field.setAttribute('aria-invalid', String(text !== '' && text !== this.reason));
    }
}
