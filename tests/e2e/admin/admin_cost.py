# SPDX-License-Identifier: GPL-3.0-or-later
"""What one open dashboard costs a relayd with many live connections: at most 3 % of a core.

Every connection gets a message a second, so each of its rows changes at each tick, which is the worst that there is. The
CPU time of relayd is taken with and without the dashboard in turns. The subscriptions are those of the window, its numbers
once a second. Only a build with optimisation is judged: the figure is printed for any.
"""
import argparse
import json
import resource
import socket
import subprocess
import sys
import threading
import time
import unittest

import rawws
from relay_e2e import Relayd, is_sanitized, main, wait_until
from wspeer import connect

MOST_PERCENT = 3.0
STREAMS = ("connections", "connections.stats", "topics", "totals", "events", "alerts", "jobs")
TABLES = STREAMS[:4]

# Holds the readers, so that this process has its descriptors for itself.
CROWD = """
import resource, selectors, sys
sys.path[:0] = sys.argv[1].split(":")
import rawws
port, count, topics = map(int, sys.argv[2:])
soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
peers = [rawws.WebSocket(port, f"/out/t{i % topics}") for i in range(count)]
print("open", flush=True)
sys.stdin.readline()
"""


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--connections", type=int, default=10_000)
    parser.add_argument("--topics", type=int, default=100)
    parser.add_argument("--seconds", type=int, default=10, help="of each of the turns")
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--report-only", action="store_true", help="print the figure and judge nothing")
    return parser.parse_args()


OPTIONS = arguments()


class Dashboard:
    """Reads all that comes and throws it away."""

    def __init__(self, path):
        self.bytes = 0
        self._line = socket.socket(socket.AF_UNIX)
        self._line.connect(path)
        calls = [{"id": 0, "method": "session.open", "params": {"protocol": "relay-admin/1"}}]
        for name in STREAMS:
            interval = {"intervalMs": 1000} if name in TABLES else {}
            calls.append({"id": 1, "method": "subscribe", "params": {"sub": name, "stream": name, **interval}})
        for call in calls:
            self._line.sendall(json.dumps(call).encode() + b"\n")
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self):
        while data := self._line.recv(1 << 18):
            self.bytes += len(data)

    def close(self):
        self._line.shutdown(socket.SHUT_RDWR)
        self._reader.join()
        self._line.close()


class Cost(unittest.TestCase):
    def test_a_dashboard_costs_little(self):
        # The crowd never reads, and so answers no ping.
        with Relayd(["--workers", "2", "--ping-every", "10m", "--dead-after", "30m"]) as relayd:
            crowd = subprocess.Popen([sys.executable, "-c", CROWD, ":".join(sys.path), str(relayd.port),
                                      str(OPTIONS.connections), str(OPTIONS.topics)],
                                     stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
            stop = threading.Event()
            senders = [connect(relayd.url(f"/in/t{i}")) for i in range(OPTIONS.topics)]
            traffic = threading.Thread(target=self.send, args=(senders, stop))
            try:
                self.assertEqual(crowd.stdout.readline(), "open\n")
                traffic.start()
                self.measure(relayd)
            finally:
                stop.set()
                crowd.kill()
                crowd.communicate()
                if traffic.ident:
                    traffic.join()
                for sender in senders:
                    sender.close()

    @staticmethod
    def send(senders, stop):
        """One message a second to each topic, spread over the second."""
        i = 0
        while not stop.wait(1.0 / len(senders)):
            senders[i % len(senders)].send(b"x" * 100)
            i += 1

    @staticmethod
    def share(relayd):
        began, cpu = time.monotonic(), relayd.cpu()
        time.sleep(OPTIONS.seconds)
        return 100 * (relayd.cpu() - cpu) / (time.monotonic() - began)

    def measure(self, relayd):
        without, with_one = [], []
        for _ in range(OPTIONS.turns):
            time.sleep(2)
            without.append(self.share(relayd))
            dashboard = Dashboard(relayd.admin_socket)
            try:
                wait_until(lambda: dashboard.bytes > OPTIONS.connections * 40, seconds=20)  # the first pictures
                time.sleep(2)
                before = dashboard.bytes
                with_one.append(self.share(relayd))
                rate = (dashboard.bytes - before) / OPTIONS.seconds
            finally:
                dashboard.close()
        self.assertEqual(len(relayd.connections()), OPTIONS.connections + OPTIONS.topics, "some left meanwhile")
        extra = min(with_one) - min(without)
        print(f"one dashboard, {OPTIONS.connections} connections: {extra:.1f} % of a core more "
              f"({min(without):.1f} % without, {min(with_one):.1f} % with; {rate / 1000:.0f} kB/s)")
        self.assertGreater(rate, OPTIONS.connections * 20)  # it was told of every row
        if not OPTIONS.report_only and not is_sanitized():
            self.assertLessEqual(extra, MOST_PERCENT)


if __name__ == "__main__":
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    sys.argv = sys.argv[:1]
    main()
