// SPDX-License-Identifier: GPL-3.0-or-later
// The form that asks for a token or a topic. Nothing of it is ever sent by the form itself.
import { claimsOf, describeClaims } from './claims.js';

const byId = (id) => document.getElementById(id);

export class DoorView {
    constructor({ page, verb }) {
        this.page = page;
        byId('doorEnter').textContent = verb;
        byId('doorOpen').textContent = `${verb} without a token`;
        byId('doorToken').addEventListener('input', () => this.#showClaims());
        byId('doorToken').addEventListener('keydown', (event) => {
            if (event.key === 'Enter') { // a token has no lines
                event.preventDefault();
                byId('doorForm').requestSubmit();
            }
        });
    }

    onToken(action) {
        byId('doorForm').addEventListener('submit', (event) => {
            event.preventDefault();
            const token = byId('doorToken').value;
            byId('doorToken').value = '';
            this.#showClaims();
            if (this.isSecured) {
                action(topicIn(byId('doorTopic').value), token);
            }
        });
    }

    onTopic(action) {
        const open = (event) => {
            event.preventDefault();
            if (this.topic) {
                action(this.topic);
                return;
            }
            const topic = topicIn(byId('doorTopic').value);
            if (topic) {
                location.assign(`/${this.page}/${topic.split('/').map(encodeURIComponent).join('/')}`);
            }
        };
        byId('doorOpen').addEventListener('click', open);
        byId('doorForm').addEventListener('submit', (event) => !this.isSecured && open(event));
    }

    onForget(action) {
        byId('forget').addEventListener('click', action);
    }

    /** @param trouble {?{title, text}} why the former token will not do */
    show({ topic, trouble, isSecured, mayOpen }) {
        this.topic = topic;
        this.isSecured = isSecured;
        document.body.dataset.door = 'shut';
        byId('door').hidden = false;
        byId('forget').hidden = true;
        byId('doorHead').classList.toggle('trouble', trouble !== null);
        byId('doorIcon').setAttribute('href', trouble ? '#icon-warning' : isSecured ? '#icon-key' : '#icon-topic');
        byId('doorTitle').textContent = trouble?.title ?? this.#title(topic, isSecured);
        byId('doorText').textContent = trouble?.text ?? this.#text(topic, isSecured);
        byId('doorTopicRow').hidden = Boolean(topic);
        byId('doorTopicNote').hidden = !isSecured;
        byId('doorTokenRow').hidden = !isSecured;
        byId('doorNote').hidden = !isSecured;
        byId('doorOpen').hidden = !mayOpen || !isSecured;
        (isSecured ? byId('doorToken') : byId('doorTopic')).focus();
        if (topic && byId('topic')) {
            byId('topic').textContent = topic;
        }
    }

    hide({ hasToken }) {
        document.body.dataset.door = 'open';
        byId('door').hidden = true;
        byId('forget').hidden = !hasToken;
    }

    #title(topic, isSecured) {
        if (!isSecured) {
            return 'Which topic?';
        }
        return topic ? `${topic} needs a token` : 'This relay asks for a token';
    }

    #text(topic, isSecured) {
        if (!isSecured) {
            return 'demo, bi/chat: as it is named at the front page.';
        }
        return topic === 'stats' ? 'Paste one for the topic stats with the scope read.' : 'Paste the one that your booking gave you.';
    }

    #showClaims() {
        const text = byId('doorToken').value.trim();
        const claims = claimsOf(text);
        byId('doorClaims').textContent = text === '' ? '' : claims ? describeClaims(claims) : 'This is no token yet: it is three parts with dots between them.';
    }
}

const topicIn = (text) => text.trim().split('/').filter(Boolean).join('/');
