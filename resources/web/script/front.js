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

document.querySelector('.pick').addEventListener('submit', (event) => {
    event.preventDefault();
    const segments = document.getElementById('topic').value.split('/').filter(Boolean);
    if (segments.length) {
        location.assign('/watch/' + segments.map(encodeURIComponent).join('/'));
    }
});
