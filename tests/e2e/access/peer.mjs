// SPDX-License-Identifier: GPL-3.0-or-later
// A client of node for access_flow.py: `node peer.mjs ACCESS_URL TOKEN FOLDER_OF_NODE_MODULES`. Asks for a code by
// fetch, opens the websocket by npm's ws, says hello and tells what comes.
import { createRequire } from 'node:module';

const [accessUrl, token, modules] = process.argv.slice(2);
const WebSocket = createRequire(`${modules}/`)('ws');
const tell = (event) => process.stdout.write(`${JSON.stringify(event)}\n`);

const answer = await fetch(accessUrl, { method: 'POST', headers: { Authorization: token } });
const { uri } = await answer.json();
const socket = new WebSocket(uri);
socket.on('open', () => socket.send('hello from node'));
socket.on('message', (data, isBinary) => tell({ type: isBinary ? 'binary' : 'text', data: data.toString() }));
socket.on('close', (code, reason) => tell({ closed: code, reason: reason.toString() }));
socket.on('error', (error) => tell({ error: error.message }));
