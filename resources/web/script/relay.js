// SPDX-License-Identifier: GPL-3.0-or-later
// What a page imports to have a topic of this relay in it. This file keeps its name; the others beside it may change.
//
//     import { connect, video } from 'https://relay.example.org/assets/relay.js';
//
//     const link = connect({ topic: 'lab3-st-data', token: async () => (await fetch('/my/token')).text() });
//     link.addEventListener('message', ({ data }) => show(data));
//     link.addEventListener('state', ({ detail }) => console.log(detail.state, detail.why));
//     link.send('{"cmd":"start"}');
//
//     const picture = await video(document.getElementById('place'), { topic: 'lab3-st-video', token });
//
// docs/embedding.md of Relay tells the rest.
import { Session } from './session.js';

/** @returns {Session} on its way to the topic; it comes back by itself after each loss. */
export function connect(target) {
    return new Session(target);
}

/** @returns {Promise<Video>} that plays in the element; the decoders are loaded only now. */
export async function video(place, target) {
    const { Video } = await import('./video.js');
    return new Video(place, target);
}
