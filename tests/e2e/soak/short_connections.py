# SPDX-License-Identifier: GPL-3.0-or-later
"""Connections that come, say little and go, in each way that one can go. At the end relayd holds no more than at the start.

    short_connections.py          20,000 of them
    short_connections.py --long   a million
"""
import multiprocessing
import random
import socket
import struct
import sys
import time
import unittest

from rawws import CLOSE, TEXT, close_payload, frame, handshake
from relay_e2e import Relayd, SLOWNESS, main, wait_until

LONG = "--long" in sys.argv
COUNT = 1_000_000 if LONG else 20_000
WARM_UP = 5_000  # what is allocated once and kept belongs to the start
PROCESSES = 2
MEGABYTE = 1 << 20
ENDS = ("a close frame", "nothing", "a reset", "half a frame", "a page", "half a head")


def receive(peer, end):
    got = b""
    while end not in got:
        part = peer.recv(4096)
        if not part:
            raise AssertionError(f"the relay ended the connection after {got[:80]}")
        got += part
    return got


def come_and_go(port, end):
    # From many addresses: who goes first keeps its port for a minute (TIME_WAIT), and an address has 28,000.
    own = f"127.{random.randrange(1, 200)}.{random.randrange(200)}.{random.randrange(1, 200)}"
    with socket.create_connection(("127.0.0.1", port), 30 * SLOWNESS, source_address=(own, 0)) as peer:
        peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if end == "half a head":
            peer.sendall(handshake("/bi/hall")[:40])
            return
        if end == "a page":
            peer.sendall(b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
            receive(peer, b"ok\n")
            return
        peer.sendall(handshake(f"/bi/hall{random.randrange(64)}"))
        receive(peer, b"\r\n\r\n")
        peer.sendall(frame(TEXT, b"good day"))
        if end == "a close frame":
            peer.sendall(frame(CLOSE, close_payload(1000)))
            receive(peer, b"\x88\x02\x03\xe8")
        elif end == "a reset":
            peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        elif end == "half a frame":
            peer.sendall(frame(TEXT, bytes(200))[:100])


def crowd(port, count):
    for i in range(count):
        come_and_go(port, ENDS[i % len(ENDS)])


class ShortConnections(unittest.TestCase):
    def test_memory_and_descriptors_return_to_the_start(self):
        with Relayd(args=["--workers", "2", "--dead-after", "6s", "--ping-every", "2s"]) as relayd:
            self.send(relayd, WARM_UP)
            start = self.at_rest(relayd)
            began, cpu = time.monotonic(), relayd.cpu()
            self.send(relayd, COUNT)
            seconds, used = time.monotonic() - began, relayd.cpu() - cpu
            end = self.at_rest(relayd)
            print(f"{COUNT} connections in {seconds:.0f} s, {used / COUNT * 1e6:.0f} us of CPU each; resident "
                  f"{start[0] // 1024} KiB at the start, {end[0] // 1024} KiB at the end; descriptors {start[1]}, {end[1]}",
                  flush=True)
            self.assertEqual(end[1], start[1], "descriptors were left open")
            self.assertLess(end[0] - start[0], 2 * MEGABYTE, "resident memory grew")
            self.assertEqual(relayd.stop(), 0)

    def send(self, relayd, count):
        people = [multiprocessing.Process(target=crowd, args=(relayd.port, count // PROCESSES)) for _ in range(PROCESSES)]
        for process in people:
            process.start()
        for process in people:
            process.join()
            self.assertEqual(process.exitcode, 0, "a connection was not served; the reason is above")

    @staticmethod
    def at_rest(relayd):
        wait_until(lambda: relayd.connections() == [], 15, "that all have gone", 0.2)
        last = []

        def is_steady():
            last.append(relayd.descriptors())
            return len(last) > 3 and len(set(last[-3:])) == 1
        wait_until(is_steady, 15, "a steady number of descriptors", 0.3)
        return relayd.rss(), last[-1]


if __name__ == "__main__":
    if LONG:
        sys.argv.remove("--long")
    main()
