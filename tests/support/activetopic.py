# SPDX-License-Identifier: GPL-3.0-or-later
"""A topic on which something happens all the time, and which shows whether anything of it was lost or late.

    with ActiveTopic(relayd.port, "/cam", "/cam") as topic:
        wait_until(lambda: topic.seen > 50)
        ...
    topic.lost        # pairs (number that was expected, number that came)
    topic.delays      # seconds from sender to reader
"""
import struct
import threading
import time

from rawws import BINARY, WebSocket
from relay_e2e import SLOWNESS



class ActiveTopic(threading.Thread):
    """A publisher of numbered messages, 50 a second, and a reader that checks that none is missing. size: of a message."""

    def __init__(self, port, publisher, reader, size=16 * 1024):
        super().__init__(daemon=True)
        self._reader = WebSocket(port, reader)
        self._publisher = WebSocket(port, publisher)
        self._ends = threading.Event()
        self._sender = threading.Thread(target=self._send, daemon=True)
        self._size = size
        self.sent = self.seen = 0
        self.lost = []
        self.delays = []

    def __enter__(self):
        self.start()
        self._sender.start()
        return self

    def __exit__(self, *_):
        self._ends.set()
        self._sender.join()
        self.join(10 * SLOWNESS)
        self._reader.socket.close()
        self._publisher.socket.close()

    @property
    def is_whole(self):
        """After the end: whether all that was sent has come."""
        return not self.lost and self.seen == self.sent + 1

    def _send(self):
        while not self._ends.is_set():
            self._publisher.send(BINARY, struct.pack(">Id", self.sent, time.monotonic()).ljust(self._size, b"x"))
            self.sent += 1
            time.sleep(0.02)
        self._publisher.send(BINARY, struct.pack(">Id", self.sent, -1).ljust(self._size, b"x"))

    def run(self):
        while True:
            opcode, payload = self._reader.message()
            if opcode != BINARY:
                continue
            number, sent_at = struct.unpack(">Id", payload[:12])
            if number != self.seen:
                self.lost.append((self.seen, number))
            self.seen = number + 1
            if sent_at < 0:
                return
            self.delays.append(time.monotonic() - sent_at)
