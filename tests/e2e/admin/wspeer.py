# SPDX-License-Identifier: GPL-3.0-or-later
"""python3-websockets without async: one event loop in a thread of its own serves all peers of a test."""
import asyncio
import threading

import websockets

from relay_e2e import SLOWNESS

_loop = asyncio.new_event_loop()
threading.Thread(target=_loop.run_forever, daemon=True).start()


def _run(work, seconds):
    return asyncio.run_coroutine_threadsafe(asyncio.wait_for(work, seconds * SLOWNESS), _loop).result()


class Peer:
    def __init__(self, websocket):
        self._websocket = websocket

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    @property
    def local_address(self):
        return self._websocket.local_address

    def send(self, message):
        _run(self._websocket.send(message), 10)

    def recv(self, seconds=10):
        """The next message; ConnectionClosed, or TimeoutError when none comes in time."""
        try:
            return _run(self._websocket.recv(), seconds)
        except asyncio.TimeoutError:
            raise TimeoutError("no message came") from None

    def close(self):
        _run(self._websocket.close(), 15)


def connect(url, **options):
    async def opened():
        return await websockets.connect(url, max_queue=None, **options)
    return Peer(_run(opened(), 10))
