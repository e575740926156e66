# SPDX-License-Identifier: GPL-3.0-or-later
"""A dashboard that is stopped (SIGSTOP) costs relayd at most 2 MiB and delays no relayed message.

Its subscriptions are those of the window. Beside it a publisher measures how long a message takes to a reader, before and
while the dashboard is stopped. `--long`: 10 minutes and 10,000 connections.
"""
import os
import resource
import signal
import statistics
import struct
import subprocess
import sys
import threading
import time
import unittest

from relay_e2e import SLOWNESS, Relayd, is_sanitized, main, wait_until
from wspeer import connect
import rawws

LONG = "--long" in sys.argv
CONNECTIONS = 10_000 if LONG else 300
STOPPED_SECONDS = 600 if LONG else 20
QUIET_SECONDS = 60 if LONG else 5
MOST_BYTES = 2 * 1024 * 1024
STREAMS = ("connections", "connections.stats", "topics", "totals", "events", "alerts", "jobs")

# Reads what comes, as the window does, until it is stopped.
DASHBOARD = """
import json, socket, sys
line = socket.socket(socket.AF_UNIX)
line.connect(sys.argv[1])
line.sendall(b'{"id":0,"method":"session.open","params":{"protocol":"relay-admin/1"}}\\n')
for name in sys.argv[2:]:
    params = {"sub": name, "stream": name}
    line.sendall(json.dumps({"id": 1, "method": "subscribe", "params": params}).encode() + b"\\n")
print("open", flush=True)
while line.recv(65536):
    pass
"""


class Traffic:
    """Some connections that send now and then, and one pair on which the time of a message is taken."""

    def __init__(self, relayd):
        self._stop = threading.Event()
        self._crowd = []
        for i in range(CONNECTIONS):
            self._crowd.append(rawws.WebSocket(relayd.port, f"/bi/t{i % 50}"))
        self._sender = connect(relayd.url("/in/clock"))
        self._reader = connect(relayd.url("/out/clock"))
        self._churn = threading.Thread(target=self._work, args=(relayd,))
        self._churn.start()

    def close(self):
        self._stop.set()
        self._churn.join()
        for peer in [self._sender, self._reader, *self._crowd]:
            peer.__exit__(None, None, None)

    def _work(self, relayd):
        """Numbers of all that move, and connections that come and go: what a dashboard would have to be told."""
        i = 0
        while not self._stop.wait(0.05):
            self._crowd[i % len(self._crowd)].send(2, b"x" * 100)
            if i % 10 == 0:
                with rawws.WebSocket(relayd.port, f"/bi/new{i // 10 % 5}"):
                    pass
            i += 1

    def median(self, seconds):
        times = []
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self._sender.send(struct.pack("d", time.perf_counter()))
            sent, = struct.unpack("d", self._reader.recv())
            times.append(time.perf_counter() - sent)
            time.sleep(0.005)
        return statistics.median(times)


class Stopped(unittest.TestCase):
    def test_it_costs_little_and_delays_nothing(self):
        with Relayd() as relayd:
            traffic = Traffic(relayd)
            try:
                self.look(relayd, traffic)
            finally:
                traffic.close()

    def growth(self, relayd, traffic):
        """How many bytes it has more at the most, and the best median: what else loads this machine makes times longer."""
        at_first, most, medians = relayd.rss(), 0, []
        for _ in range(STOPPED_SECONDS // QUIET_SECONDS):
            medians.append(traffic.median(QUIET_SECONDS))
            most = max(most, relayd.rss() - at_first)
        return most, min(medians)

    def look(self, relayd, traffic):
        dashboard = subprocess.Popen([sys.executable, "-c", DASHBOARD, relayd.admin_socket, *STREAMS],
                                     stdout=subprocess.PIPE, text=True)
        try:
            self.assertEqual(dashboard.stdout.readline(), "open\n")
            traffic.median(QUIET_SECONDS)  # its pictures have come; memory has reached its usual size
            before = min(traffic.median(QUIET_SECONDS / 2) for _ in range(2))
            natural = self.growth(relayd, traffic)[0] if LONG else 0  # of history and events, which go on in any case
            dashboard.send_signal(signal.SIGSTOP)
            most, stopped = self.growth(relayd, traffic)
            most -= natural
            print(f"stopped dashboard: {most / 1024:.0f} KiB more, p50 {stopped * 1e6:.0f} us (before {before * 1e6:.0f} us)")
            if not is_sanitized():
                self.assertLessEqual(most, MOST_BYTES)
            self.assertLessEqual(stopped, before * 1.1 * (1 if SLOWNESS <= 1 else 1.5) + 50e-6)
            wait_until(lambda: relayd.relay("info"), seconds=10)  # and others are served
        finally:
            dashboard.kill()
            dashboard.wait()
            dashboard.stdout.close()


if __name__ == "__main__":
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, max(soft, CONNECTIONS + 1000)), hard))
    if LONG:
        sys.argv.remove("--long")
    main()
