# SPDX-License-Identifier: GPL-3.0-or-later
"""A dashboard that is stopped (SIGSTOP) costs relayd at most 2 MiB and delays no relayed message.

Its subscriptions are those of the window. Beside it a publisher measures how long a message takes to a reader, in turns
with another relayd whose dashboard goes on reading: what else loads the machine meets both. `--long`: 10 minutes and
10,000 connections.
"""
import contextlib
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
USUAL = 300
CONNECTIONS = 10_000 if LONG else USUAL
STOPPED_SECONDS = 600 if LONG else 30
QUIET_SECONDS = 60 if LONG else 5
TURN_SECONDS = 1
MOST_BYTES = 2 * 1024 * 1024
PATIENT = ["--ping-every", "10m", "--dead-after", "60m"] if LONG else []  # the crowd never reads, so it answers no ping
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

    def __init__(self, relayd, connections):
        self._stop = threading.Event()
        self._crowd = []
        for i in range(connections):
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


class Side:
    """A relayd with its traffic and a dashboard."""

    def __init__(self, connections):
        self._connections = connections

    def __enter__(self):
        with contextlib.ExitStack() as stack:
            self.relayd = stack.enter_context(Relayd(PATIENT))
            self._traffic = Traffic(self.relayd, self._connections)
            stack.callback(self._traffic.close)
            self.dashboard = stack.enter_context(subprocess.Popen(
                [sys.executable, "-c", DASHBOARD, self.relayd.admin_socket, *STREAMS], stdout=subprocess.PIPE, text=True))
            stack.callback(self.dashboard.kill)
            assert self.dashboard.stdout.readline() == "open\n"
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *_):
        self._stack.close()

    def median(self, seconds=TURN_SECONDS):
        return self._traffic.median(seconds)


class Stopped(unittest.TestCase):
    def test_it_costs_little_and_delays_nothing(self):
        with Side(CONNECTIONS) as stopped, Side(USUAL) as other:
            for side in (stopped, other):
                side.median(QUIET_SECONDS)  # its pictures have come; memory has reached its usual size
            natural = self.compare(stopped, other)[0] if LONG else 0  # of history and events, which go on in any case
            stopped.dashboard.send_signal(signal.SIGSTOP)
            most, of_stopped, of_other = self.compare(stopped, other)
            most -= natural
            print(f"stopped dashboard: {most / 1024:.0f} KiB more, p50 {of_stopped * 1e6:.0f} us"
                  f" (beside one that reads {of_other * 1e6:.0f} us)")
            if not is_sanitized():
                self.assertLessEqual(most, MOST_BYTES)
            self.assertLessEqual(of_stopped, of_other * 1.1 * (1 if SLOWNESS <= 1 else 1.5) + 50e-6)
            wait_until(lambda: stopped.relayd.relay("info"), seconds=10)  # and others are served

    def compare(self, stopped, other):
        """How many bytes the first has more at the most, and the medians of both, each the median of its turns."""
        at_first, most, ours, theirs = stopped.relayd.rss(), 0, [], []
        end = time.monotonic() + STOPPED_SECONDS
        while time.monotonic() < end:
            ours.append(stopped.median())
            theirs.append(other.median())
            most = max(most, stopped.relayd.rss() - at_first)
        return most, statistics.median(ours), statistics.median(theirs)


if __name__ == "__main__":
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, max(soft, CONNECTIONS + 1000)), hard))
    if LONG:
        sys.argv.remove("--long")
    main()
