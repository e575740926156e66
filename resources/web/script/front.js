// SPDX-License-Identifier: GPL-3.0-or-later
// The front page: commands with this relay's own address, ready to copy; the way to a topic's page.

for (const place of document.querySelectorAll('[data-origin]')) {
    const scheme = location.protocol === 'https:' ? { http: 'https', ws: 'wss' } : { http: 'http', ws: 'ws' };
    place.textContent = `${scheme[place.dataset.origin]}://${location.host}`;
}

for (const button of document.querySelectorAll('[data-copy]')) {
    const label = button.lastChild;
    button.hidden = !navigator.clipboard; // browsers offer it on https and on this machine only
    button.addEventListener('click', async () => {
        await navigator.clipboard.writeText(button.parentElement.querySelector('code').textContent);
        label.textContent = 'Copied';
        setTimeout(() => {
            label.textContent = 'Copy';
        }, 2000);
    });
}

for (const form of document.querySelectorAll('[data-page]')) {
    form.addEventListener('submit', (event) => {
        event.preventDefault();
        const segments = form.querySelector('input').value.split('/').filter(Boolean);
        if (segments.length) {
            location.assign(`${form.dataset.page}/${segments.map(encodeURIComponent).join('/')}`);
        }
    });
}

// A relay that asks for tokens has other topics and other commands.
const { secured, openTopics } = await (await fetch('/assets/relay.json', { cache: 'no-store' })).json();
if (secured && !openTopics) {
    for (const part of document.querySelectorAll('[data-mode]')) {
        part.hidden = part.dataset.mode === 'open';
    }
    for (const field of document.querySelectorAll('[data-secured]')) {
        field.value = field.dataset.secured;
    }
}
