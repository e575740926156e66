// SPDX-License-Identifier: GPL-3.0-or-later
// A websocket peer on npm's ws for chat_peers.py: `node peer.mjs URL FOLDER_OF_NODE_MODULES`.
//
// Reads commands, one JSON object a line: {"send": "text" | "binary", "file": PATH}; the end of stdin closes.
// Writes events: {"open": true}, {"type": "text" | "binary", "size": N, "sha256": HEX}, {"closed": CODE}.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const [url, modules] = process.argv.slice(2);
const WebSocket = createRequire(`${modules}/`)('ws');

const tell = (event) => process.stdout.write(`${JSON.stringify(event)}\n`);

const socket = new WebSocket(url);
socket.on('message', (data, isBinary) => {
  tell({
    type: isBinary ? 'binary' : 'text',
    size: data.length,
    sha256: createHash('sha256').update(data).digest('hex'),
  });
});
socket.on('error', (error) => tell({ error: error.message }));
socket.on('close', (code) => {
  tell({ closed: code });
  process.exitCode = 0;
  process.stdin.destroy();
});
socket.on('open', async () => {
  tell({ open: true });
  for await (const line of createInterface({ input: process.stdin })) {
    const command = JSON.parse(line);
    socket.send(await readFile(command.file), { binary: command.send === 'binary' });
  }
  socket.close(1000);
});
