# SPDX-License-Identifier: GPL-3.0-or-later
"""Peers of two makes with one interface: python3-websockets in this process, npm's ws in one of its own.

A message is told as Seen(type, size, sha256), so that ten megabytes compare as fast as ten octets.
"""
import asyncio
import dataclasses
import hashlib
import json
import os
import pathlib
import tempfile

import websockets

from relay_e2e import SLOWNESS

TIMEOUT = 20 * SLOWNESS
MODULES = os.path.join(os.environ.get("RELAY_BINARY_DIR", "."), "tests", "e2e", "chat")


@dataclasses.dataclass(frozen=True)
class Seen:
    type: str  # "text" or "binary"
    size: int
    sha256: str


def seen(message):
    """How a message (str: text, bytes: binary) looks to whoever receives it."""
    data = message.encode() if isinstance(message, str) else message
    return Seen("text" if isinstance(message, str) else "binary", len(data), hashlib.sha256(data).hexdigest())


class Peer:
    """Messages come into a queue as they arrive, so that no peer is ever slow because the test is."""

    def __init__(self, name):
        self.name = name
        self._messages = asyncio.Queue()
        self._reading = None

    async def receive(self):
        return await asyncio.wait_for(self._messages.get(), TIMEOUT)

    def unread(self):
        return self._messages.qsize()


class PythonPeer(Peer):
    async def open(self, url):
        self._socket = await websockets.connect(url, max_size=None, open_timeout=TIMEOUT)
        self._reading = asyncio.create_task(self._read())
        return self

    async def send(self, message):
        await asyncio.wait_for(self._socket.send(message), TIMEOUT)

    async def close(self):
        """Closes and returns the code that the relay answered with."""
        await self._socket.close()
        await self._reading
        return self._socket.close_code

    async def _read(self):
        try:
            async for message in self._socket:
                await self._messages.put(seen(message))
        except websockets.ConnectionClosed:
            pass


class NodePeer(Peer):
    async def open(self, url):
        self._folder = tempfile.TemporaryDirectory(prefix="chat")
        self._sent = 0
        self._closed = None
        script = pathlib.Path(__file__).with_name("peer.mjs")
        self._process = await asyncio.create_subprocess_exec(
            "node", script, url, MODULES, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE)
        event = await asyncio.wait_for(self._event(), TIMEOUT)
        if not event.get("open"):
            raise AssertionError(f"{self.name}: {event}")
        self._reading = asyncio.create_task(self._read())
        return self

    async def send(self, message):
        self._sent += 1
        file = pathlib.Path(self._folder.name) / str(self._sent)
        file.write_bytes(message.encode() if isinstance(message, str) else message)
        command = {"send": "text" if isinstance(message, str) else "binary", "file": str(file)}
        self._process.stdin.write(json.dumps(command).encode() + b"\n")
        await self._process.stdin.drain()

    async def close(self):
        """Closes and returns the code that the relay answered with."""
        self._process.stdin.close()
        await asyncio.wait_for(self._reading, TIMEOUT)
        await asyncio.wait_for(self._process.wait(), TIMEOUT)
        self._folder.cleanup()
        return self._closed

    async def _event(self):
        line = await self._process.stdout.readline()
        if not line:
            raise AssertionError(f"{self.name}: node ended with {await self._process.wait()}")
        return json.loads(line)

    async def _read(self):
        while self._closed is None:
            event = await self._event()
            if "closed" in event:
                self._closed = event["closed"]
            elif "error" in event:
                raise AssertionError(f"{self.name}: {event['error']}")
            else:
                await self._messages.put(Seen(**event))
