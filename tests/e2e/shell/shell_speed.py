#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""TCP through relay shell client, relayd and relay shell host, against the same through three socats, in turns: bulk at
least half as fast, and the time of one byte there and back at most one and a half times as long."""
import os
import socket
import statistics
import subprocess
import sys
import threading
import time
import unittest

from relay_e2e import clean_environment, free_port, is_sanitized, main, resident_bytes, wait_until
from relaychain import Chain
from sshd import program
from targets import Service, receive

LONG = "--long" in sys.argv
if LONG:
    sys.argv.remove("--long")
BULK = (1024 if LONG else 96) << 20  # bytes
BULK_ROUNDS, TRIP_ROUNDS = 3, 20
TRIPS = 1000 if LONG else 100


NOISE = os.urandom((1 << 20) - 8)


def block(number):
    """1 MiB of much, of which no two are the same."""
    return number.to_bytes(8, "big") + NOISE


def serve(peer):
    """Speaks first; then "b" is answered with much, and everything else with itself."""
    peer.sendall(b"!")
    while byte := peer.recv(1):
        if byte != b"b":
            peer.sendall(byte)
            continue
        for number in range(BULK >> 20):
            peer.sendall(block(number))


def connect(port):
    peer = socket.create_connection(("127.0.0.1", port), timeout=60)
    peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    assert receive(peer, 1) == b"!"
    return peer


def bulk_rate(port):
    """MiB/s."""
    buffer = bytearray(1 << 20)
    with connect(port) as peer:
        begin = time.monotonic()
        peer.sendall(b"b")
        left = BULK
        while left:
            count = peer.recv_into(buffer, min(left, len(buffer)))
            assert count, "it ended"
            left -= count
        return (BULK >> 20) / (time.monotonic() - begin)


def round_trip(port):
    """us, p50."""
    with connect(port) as peer:
        times = []
        for _ in range(TRIPS):
            begin = time.monotonic()
            peer.sendall(b"x")
            peer.recv(1)
            times.append((time.monotonic() - begin) * 1e6)
        return statistics.median(times)


class Speed(unittest.TestCase):
    def setUp(self):
        self.service = self.enterContext(Service(serve))
        self.socat = self.socats()
        self.chain = Chain(self)
        self.host = self.chain.host("--to", f"127.0.0.1:{self.service.port}")
        self.client = self.chain.client()
        self.ours = self.client.port

    def socats(self):
        port = self.service.port
        for _ in range(3):
            before, port = port, free_port()
            process = subprocess.Popen([program("socat"), f"TCP-LISTEN:{port},bind=127.0.0.1,fork,reuseaddr,nodelay",
                                        f"TCP:127.0.0.1:{before},nodelay"], env=clean_environment())
            self.addCleanup(process.wait)
            self.addCleanup(process.terminate)
            wait_until(lambda: socket.create_connection(("127.0.0.1", port), timeout=1).close() or True, 10, "socat")
        return port

    def compare(self, measure, unit, rounds, best):
        """The ratio of the best rounds of either: what else this machine does makes both slower, and never quicker."""
        pairs = [(measure(self.ours), measure(self.socat)) for _ in range(rounds)]
        ours, socat = (best(values) for values in zip(*pairs))
        print(f"    ours {ours:.0f} {unit}, three socats {socat:.0f} {unit}, ratio {ours / socat:.2f}", flush=True)
        return ours / socat

    def test_bulk(self):
        self.assertGreaterEqual(self.compare(bulk_rate, "MiB/s", BULK_ROUNDS, max), 0.5)

    def test_round_trip(self):
        self.assertLessEqual(self.compare(round_trip, "us", TRIP_ROUNDS, min), 1.5)

    def test_a_client_that_stops_reading_bounds_the_memory_and_loses_nothing(self):
        """It waits in the two ends, each of which keeps its window of 4 MiB and some more in buffers; in relayd it waits in a
        queue of 1 MiB and the batches around it, and 4 MiB is the bound there too."""
        with connect(self.ours) as peer:
            processes = {"relayd": (self.chain.relayd.pid, 4), "host": (self.host.process.pid, 6),
                         "client": (self.client.process.pid, 8)}
            before = {name: resident_bytes(pid) for name, (pid, _) in processes.items()}
            peer.sendall(b"b")
            time.sleep(30 if LONG else 2)
            grown = {name: (resident_bytes(pid) - before[name]) / (1 << 20) for name, (pid, _) in processes.items()}
            print("    while nothing was read", *(f"{name} grew by {mib:.1f} MiB" for name, mib in grown.items()), sep=", ",
                  flush=True)
            for name, (_, most) in processes.items():
                if not is_sanitized():
                    self.assertLess(grown[name], most, f"MiB of {name}")
            for number in range(BULK >> 20):
                self.assertTrue(receive(peer, 1 << 20) == block(number), f"block {number}")


if __name__ == "__main__":
    main()
