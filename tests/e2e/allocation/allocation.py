# SPDX-License-Identifier: GPL-3.0-or-later
"""Relaying allocates nothing: 100,000 messages through relayd, and its allocations counted by a preloaded library.

usage: allocation.py LIBRARY
"""
import json
import socket
import struct
import sys
import tempfile
import threading
import time
import unittest

from rawws import BINARY, TEXT, WebSocket, frame
from relay_e2e import Relayd, is_sanitized, main

LIBRARY = sys.argv.pop(1) if len(sys.argv) > 1 else ""
MESSAGES = 100_000
PER_PASS = 50
MOST_UNDER_WAY = 128 * 1024  # bytes to a reader
# Reports to the observers, a ping, a timer: so many a second, whatever the load. Not one for a hundred messages.
ALLOWED = MESSAGES // 100
WATCHED_SECONDS = 4
FOR_A_DASHBOARD = 300  # a second: what it is told is written anew each time


class Drain(threading.Thread):
    """Reads until so many bytes have come."""

    def __init__(self, peer, size):
        super().__init__(daemon=True)
        self.peer = peer
        self.size = self.left = size
        self.start()

    def run(self):
        self.peer.socket.settimeout(60)
        while self.left > 0:
            self.left -= len(self.peer.socket.recv(1 << 20))


class Dashboard(threading.Thread):
    """Subscribes to what the window does, once a second, and reads it."""

    def __init__(self, path):
        super().__init__(daemon=True)
        self.line = socket.socket(socket.AF_UNIX)
        self.line.connect(path)
        calls = [{"id": 0, "method": "session.open", "params": {"protocol": "relay-admin/1"}}]
        calls += [{"id": 1, "method": "subscribe", "params": {"sub": stream, "stream": stream, "intervalMs": 1000}}
                  for stream in ("connections", "connections.stats", "topics", "totals")]
        self.line.sendall(b"".join(json.dumps(call).encode() + b"\n" for call in calls))
        self.start()

    def run(self):
        while self.line.recv(1 << 18):
            pass


class Allocation(unittest.TestCase):
    def setUp(self):
        if is_sanitized():
            self.skipTest("a sanitizer has an allocator of its own")
        self.file = self.enterContext(tempfile.NamedTemporaryFile())
        self.file.write(bytes(8))
        self.file.flush()

    def allocations(self):
        self.file.seek(0)
        return struct.unpack("=Q", self.file.read(8))[0]

    def relay(self, senders, readers, opcode, size):
        """Each sender's share of the messages, a few at a time; how many allocations that took."""
        share = MESSAGES // len(senders)
        payload = bytes(size) if opcode == BINARY else b"x" * size
        block = frame(opcode, payload) * PER_PASS
        echo = len(frame(opcode, payload, mask=False))
        for rounds in (20, share // PER_PASS):  # the first lets buffers grow to what is needed
            before = self.allocations()
            drains = [Drain(peer, echo * PER_PASS * rounds * (len(senders) - (peer in senders))) for peer in readers]
            for number in range(1, rounds + 1):
                for sender in senders:
                    sender.send_raw(block)
                # Nobody is to fall behind: what waits for a slow reader is allocated, and rightly.
                while any(drain.left > drain.size * (rounds - number) // rounds + MOST_UNDER_WAY for drain in drains):
                    time.sleep(0.0005)
            for drain in drains:
                drain.join(60)
                self.assertEqual(drain.left, 0, "not all has come")
        return self.allocations() - before

    def check(self, sender_option, senders, readers, opcode=BINARY, size=100, is_watched=False):
        with Relayd(args=["--sender", sender_option, "--workers", "1", "--queue-bytes", "64MiB", "--queue-age", "60s"],
                    env={"LD_PRELOAD": LIBRARY, "RELAY_ALLOCATIONS": self.file.name}) as relayd:
            self.assertGreater(self.allocations(), 1000, "the library does not count")
            peers = {}
            for path, number in {**senders, **readers}.items():
                peers[path] = [self.enterContext(WebSocket(relayd.port, path)) for _ in range(number)]
            if is_watched:
                dashboard = Dashboard(relayd.admin_socket)
                self.addCleanup(dashboard.line.close)
            began, count, rounds = time.monotonic(), 0, 0
            while rounds == 0 or (is_watched and time.monotonic() < began + WATCHED_SECONDS):
                count += self.relay([peer for path in senders for peer in peers[path]],
                                    [peer for path in (readers or senders) for peer in peers[path]], opcode, size)
                rounds += 1
            seconds = time.monotonic() - began
            print(f"{count} allocations for {rounds * MESSAGES} messages in {seconds:.1f} s")
            self.assertLess(count, ALLOWED * rounds + (FOR_A_DASHBOARD * seconds if is_watched else 0))

    def test_one_to_many(self):
        for option in ("send", "auto"):
            with self.subTest(option):
                self.check(option, {"/in/x": 1}, {"/out/x": 5})

    def test_while_a_dashboard_looks_on(self):
        self.check("auto", {"/in/x": 1}, {"/out/x": 5}, is_watched=True)

    def test_everybody_to_everybody(self):
        for option in ("send", "auto"):
            with self.subTest(option):
                self.check(option, {"/bi/x": 5}, {}, TEXT)

    def test_large_messages(self):
        self.check("auto", {"/in/x": 1}, {"/out/x": 2}, size=2000)


if __name__ == "__main__":
    main()
