#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Memory has a ceiling that relayd names: idle connections and readers that never read stay under it, and nobody pays.

relayd runs under a real limit: what it may allocate in all is the ceiling, and an allocation above it fails.
`robust_memory.py --long` has 10,000 idle connections and 1,000 slow readers instead of 1,000 and 100.
"""
import contextlib
import json
import re
import resource
import socket
import sys
import time
import unittest

from activetopic import ActiveTopic
from rawws import BINARY, RawSocket, Response, WebSocket, frame, handshake
from relay_e2e import Relayd, SLOWNESS, is_sanitized, main, wait_until

IDLE, SLOW = (10_000, 1_000) if "--long" in sys.argv else (1_000, 100)
OTHERS = 10  # the active topic, and some room
CONNECTIONS = IDLE + 2 * SLOW + OTHERS  # each slow reader has a topic of its own: nothing is shared
BUDGET = 128 * 1024
MESSAGE = 16 * 1024
WORKERS = 2
KERNEL = 16 * 1024  # bytes that the kernel may hold for a reader, about
FLOOD = frame(BINARY, b"x" * MESSAGE) * (4 * BUDGET // MESSAGE)


def connect(port, path, i, receive_buffer=None):
    """A websocket from one of many addresses of this machine, its handshake answered; its status and socket."""
    link = socket.socket()
    link.settimeout(30 * SLOWNESS)
    if receive_buffer:
        link.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
    link.bind((f"127.0.0.{2 + i % 200}", 0))
    link.connect(("127.0.0.1", port))
    link.sendall(handshake(path))
    answer = b""
    while b"\r\n\r\n" not in answer:
        piece = link.recv(4096)
        if not piece:
            break
        answer += piece
    return Response(answer).status, link


def allocated(relayd):
    """Bytes that count against RLIMIT_DATA."""
    with open(f"/proc/{relayd.pid}/status", encoding="ascii") as status:
        return int(re.search(r"^VmData:\s+(\d+) kB", status.read(), re.MULTILINE).group(1)) * 1024


def peak(relayd):
    """The most bytes that were ever resident."""
    with open(f"/proc/{relayd.pid}/status", encoding="ascii") as status:
        return int(re.search(r"^VmHWM:\s+(\d+) kB", status.read(), re.MULTILINE).group(1)) * 1024


class Memory(unittest.TestCase):
    def setUp(self):
        if is_sanitized():
            self.skipTest("a sanitizer's allocator keeps what is freed")
        needed = CONNECTIONS + 200
        if resource.getrlimit(resource.RLIMIT_NOFILE)[1] < needed:
            self.skipTest(f"needs {needed} descriptors: ulimit -Hn")
        resource.setrlimit(resource.RLIMIT_NOFILE, (needed, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))

    def open(self, relayd, path, count, receive_buffer=None):
        links = []
        for i in range(count):
            status, link = connect(relayd.port, path(i), i, receive_buffer)
            self.addCleanup(link.close)
            self.assertEqual(status, 101)
            links.append(link)
        return links

    def refused(self, relayd):
        """The answer to one connection more, and how many such answers there were."""
        with contextlib.closing(RawSocket(relayd.port).socket) as link:
            link.settimeout(10)
            return Response(link.recv(4096))

    def test_the_ceiling_that_is_named_holds(self):
        relayd = self.enterContext(Relayd(["--max-connections", CONNECTIONS, "--queue-bytes", BUDGET, "--queue-age", "10m",
                                           "--unsent-limit", KERNEL, "--workers", WORKERS, "--dead-after", "30m"]))
        ceiling = json.loads(relayd.relay("--json", "info").stdout)["memoryCeiling"]
        start = relayd.rss()
        # Stacks, and what the allocator has set aside, are there already.
        limit = allocated(relayd) + ceiling
        resource.prlimit(relayd.pid, resource.RLIMIT_DATA, (limit, limit))

        # Small messages: should this process not come to read them for a second or two, they fit into the budget.
        with ActiveTopic(relayd.port, "/active", "/active", size=1024) as topic:
            figures = self.load(relayd, start, topic)
        self.assertTrue(topic.is_whole, topic.lost)
        idle, held = figures
        most = peak(relayd)
        print(f"{CONNECTIONS} connections: ceiling {ceiling / 2**20:.0f} MiB, most resident {most / 2**20:.0f} MiB; "
              f"{idle / IDLE / 1024:.1f} KiB for each idle one, {held / SLOW / 1024:.0f} KiB for each slow reader and its sender",
              file=sys.stderr)
        self.assertLess(most, ceiling)
        self.assertLess(idle, IDLE * 4096 + 4 * 2**20)
        self.assertLess(held, 2 * SLOW * (BUDGET + 4096) + WORKERS * 16 * 2**20)  # their part of the ceiling
        self.assertGreater(held, SLOW * BUDGET // 2, "the queues were not filled: this test shows nothing")
        self.assertTrue(relayd.running)

    def load(self, relayd, start, topic):
        """As many connections as there may be, and more. How many bytes the idle and the slow ones took."""
        self.open(relayd, lambda i: f"/idle/{i % 50}", IDLE)
        idle = relayd.rss() - start
        self.open(relayd, lambda i: f"/slow/{i}", SLOW, receive_buffer=4096)
        senders = self.open(relayd, lambda i: f"/slow/{i}", SLOW)
        for sender in senders:
            sender.sendall(FLOOD)
        flooded = SLOW * len(FLOOD) // len(frame(BINARY, b"x" * MESSAGE))
        wait_until(lambda: self.value(relayd, "relay_messages_received_total") >= flooded, 60, "all to be sent")
        wait_until(lambda: self.dropped(relayd) >= SLOW, 60, "each queue to be full")
        held = relayd.rss() - start - idle

        fill = self.open(relayd, lambda i: "/idle/fill", OTHERS - 2)
        answers = [self.refused(relayd) for _ in range(20)]
        self.assertEqual({answer.status for answer in answers}, {503})
        self.assertTrue(all(int(answer.headers["retry-after"]) > 0 for answer in answers))
        fill.pop().close()
        wait_until(lambda: self.value(relayd, 'relay_auth_failures_total{reason="no_room"}') >= 20, what="a place to look from")

        seen = topic.seen
        wait_until(lambda: topic.seen > seen + 50, 20, "the active topic to go on")
        return idle, held

    @staticmethod
    def value(relayd, name):
        with contextlib.closing(RawSocket(relayd.port).socket) as link:
            link.settimeout(10)
            link.sendall(b"GET /metrics HTTP/1.1\r\nHost: r\r\n\r\n")
            text = b""
            while piece := link.recv(65536):
                text += piece
        return float(re.search(rf"^{re.escape(name)} (\S+)$", text.decode(), re.MULTILINE).group(1))

    def dropped(self, relayd):
        """Readers that lost messages, which is the sign of a full queue."""
        return sum(1 for row in relayd.connections() if row["dropped"] > 0)

    def test_the_ceiling_is_said_at_the_start(self):
        with Relayd(["--max-connections", "1000", "--queue-bytes", "1MiB", "--workers", "2"]) as relayd:
            info = json.loads(relayd.relay("--json", "info").stdout)
            self.assertGreater(info["memoryCeiling"], 1000 * (2**20 + 4096))
            self.assertLess(info["memoryCeiling"], 1000 * (2**20 + 4096) + 200 * 2**20)
            self.assertIn("GiB for 1000 connections that read slowly", relayd.log())


if __name__ == "__main__":
    if "--long" in sys.argv:
        sys.argv.remove("--long")
    main()
