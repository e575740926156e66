// SPDX-License-Identifier: GPL-3.0-or-later
// What is to be seen on the watch page. Knows the elements and nothing of streams.

const kIcons = { waiting: 'waiting', live: 'live', lost: 'lost', ended: 'lost', unplayable: 'warning' };

const byId = (id) => document.getElementById(id);

// A screen reader would read a changed text again even if it is the same.
function setText(element, text) {
    if (element.textContent !== text) {
        element.textContent = text;
    }
}

function setIcon(use, name) {
    if (use.getAttribute('href') !== `#icon-${name}`) {
        use.setAttribute('href', `#icon-${name}`);
    }
}

export class WatchView {
    constructor() {
        this.canvas = byId('picture');
        this.film = byId('film');
        this.stage = byId('stage');
        this.exact = byId('exact');
        this.fullscreen = byId('fullscreen');
    }

    showTopic(topic) {
        byId('topic').textContent = topic;
        document.title = `${topic} - Relay`;
    }

    onSound(action) {
        byId('sound').addEventListener('click', action);
    }

    onAgain(action) {
        byId('again').addEventListener('click', action);
    }

    showState({ state, word, detail, notice }, hasPicture) {
        byId('state').dataset.state = state;
        this.stage.dataset.state = state;
        setIcon(byId('stateIcon'), kIcons[state]);
        setText(byId('stateWord'), word);
        setText(byId('stateDetail'), detail);
        setText(byId('announce'), word);
        this.stage.dataset.picture = hasPicture ? 'there' : 'none';
        byId('notice').hidden = notice === null;
        if (notice) {
            setIcon(byId('noticeIcon'), kIcons[state]);
            setText(byId('noticeTitle'), notice.title);
            setText(byId('noticeText'), notice.text);
            setText(byId('noticeCommand'), notice.command ?? '');
            byId('noticeCommand').hidden = !notice.command;
            byId('again').hidden = state !== 'ended' || word !== 'Ended';
        }
    }

    showFigures({ fps, kbits }) {
        setText(byId('fps'), fps.toFixed(1));
        setText(byId('rate'), Math.round(kbits).toLocaleString('en'));
    }

    showSize(width, height) {
        setText(byId('size'), `${width}\u2009\u00d7\u2009${height}`);
        for (const picture of [this.canvas, this.film]) {
            picture.setAttribute('aria-label', `Video, ${width} by ${height} pixels`);
        }
    }

    showCodec(name) {
        setText(byId('codec'), name || '\u2013');
    }

    showSound({ isAvailable, isOn, note }) {
        const button = byId('sound');
        button.disabled = !isAvailable;
        button.setAttribute('aria-pressed', String(isAvailable && isOn));
        button.title = note ?? (isAvailable ? 'Sound on or off (M)' : 'This video has no sound');
        setIcon(byId('soundIcon'), isAvailable && isOn ? 'sound' : 'muted');
    }
}
