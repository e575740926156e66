# SPDX-License-Identifier: GPL-3.0-or-later
"""Both ends of an ingest: who sends a transport stream by HTTP, and who watches it by a third-party websocket client."""
import asyncio
import json
import shutil
import struct
import threading
import time
import unittest

import websockets

from rawws import RawSocket, Response
from relay_e2e import SLOWNESS, wait_until

PACKET = 188
MAX_MESSAGE = 64 * 1024


def packets(count, first=0):
    """Transport stream packets that can be told apart: a sync byte, a PID of nobody, a number, filling."""
    return b"".join(b"\x47\x1f\xf0\x10" + struct.pack(">I", first + i) + b"\xaa" * (PACKET - 8) for i in range(count))


def needs(tool):
    """Path of a program that the test cannot do without."""
    path = shutil.which(tool)
    if not path:
        raise unittest.SkipTest(f"{tool} is not installed")
    return path


class Viewer(threading.Thread):
    """A websocket client of the websockets package; keeps each message with the time of its arrival."""

    def __init__(self, url):
        super().__init__(daemon=True)
        self._url = url
        self._opened = threading.Event()
        self._loop = None
        self._task = None
        self._error = None
        self.arrivals = []  # (time.monotonic(), payload)

    def __enter__(self):
        self.start()
        if not self._opened.wait(10 * SLOWNESS) or self._error:
            raise AssertionError(f"no websocket at {self._url}: {self._error}")
        return self

    def __exit__(self, *_):
        self._loop.call_soon_threadsafe(self._task.cancel)
        self.join(10)

    def run(self):
        asyncio.run(self._watch())

    async def _watch(self):
        self._loop = asyncio.get_running_loop()
        self._task = asyncio.current_task()
        try:
            async with websockets.connect(self._url, max_size=None, max_queue=None, compression=None) as peer:
                self._opened.set()
                async for message in peer:
                    self.arrivals.append((time.monotonic(), message))
        except (asyncio.CancelledError, websockets.ConnectionClosed):
            pass
        except Exception as error:  # told to the test, which runs in another thread
            self._error = error
        finally:
            self._opened.set()

    @property
    def messages(self):
        return [payload for _, payload in self.arrivals]

    def bytes(self):
        return b"".join(self.messages)

    def size(self):
        return sum(len(payload) for payload in self.messages)

    def wait_for(self, size, seconds=10):
        wait_until(lambda: self.size() >= size, seconds, f"{size} bytes at the viewer")


class Sender(RawSocket):
    """A POST of our own, so that each byte of it can be chosen. chunked unless a length is given."""

    def __init__(self, port, path, method="POST", length=None, extra=(), version="1.1"):
        super().__init__(port)
        body = "Transfer-Encoding: chunked" if length is None else f"Content-Length: {length}"
        self.send_raw("\r\n".join([f"{method} {path} HTTP/{version}", "Host: 127.0.0.1", body, *extra, "", ""]).encode())

    def chunk(self, data, extension=""):
        self.send_raw(f"{len(data):x}{extension}\r\n".encode() + data + b"\r\n")

    def end(self, trailers=""):
        self.send_raw(f"0\r\n{trailers}\r\n".encode())

    def answer(self):
        """The response head, and the body up to the end of the connection."""
        response = Response(self.read_until(b"\r\n\r\n"))
        body = self.read_to_end()
        if int(response.headers["content-length"]) != len(body):
            raise AssertionError(f"Content-Length {response.headers['content-length']}, but {len(body)} bytes came")
        return response, body

    def totals(self):
        response, body = self.answer()
        if response.status != 200:
            raise AssertionError(f"status {response.status}: {body!r}")
        return json.loads(body)


class StreamTest(unittest.TestCase):
    """What holds for every message of an ingest."""

    def assert_whole_packets(self, messages):
        for message in messages:
            self.assertIsInstance(message, bytes, "not a binary message")
            self.assertGreater(len(message), 0)
            self.assertLessEqual(len(message), MAX_MESSAGE)
            self.assertEqual(len(message) % PACKET, 0, "a torn packet")
            self.assertEqual(set(message[::PACKET]), {0x47}, "a packet out of sync")
