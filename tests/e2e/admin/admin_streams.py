# SPDX-License-Identifier: GPL-3.0-or-later
"""Subscriptions over a real relayd: a picture, then what changes, and no harm from a client that does not read."""
import threading
import time
import unittest

from adminwire import AdminWire
from relay_e2e import Relayd, is_sanitized, main, wait_until
from wspeer import connect


class Follower:
    """Applies one stream by the rules of docs/admin-protocol.md."""

    def __init__(self, admin, stream, interval=250):
        self._admin = admin
        self._sub = stream
        self._seq = None
        self.rows = {}
        self.columns = None
        self.is_complete = False
        admin.call("subscribe", sub=stream, stream=stream, intervalMs=interval)

    def step(self):
        message = self._admin.notification()
        params = message["params"]
        assert params["sub"] == self._sub, message
        first = params.get("part") == 0
        assert first or params["prev"] == self._seq, message
        self._seq = params["seq"]
        if message["method"] == "snapshot":
            if first:
                self.rows, self.columns = {}, params["columns"]
            rows, self.is_complete = params["rows"], not params["more"]
        else:
            rows = params["set"]
            for gone in params["del"]:
                self.rows.pop(gone, None)
        for row in rows:
            self.rows[row[0]] = dict(zip(self.columns, row))

    def until(self, condition, seconds=10):
        deadline = time.monotonic() + seconds
        while not (self.is_complete and condition(self.rows)):
            assert time.monotonic() < deadline, self.rows
            self.step()


class Streams(unittest.TestCase):
    def test_connections_come_and_go(self):
        with Relayd() as relayd, connect(relayd.url("/bi/a")), AdminWire(relayd.admin_socket) as admin:
            follower = Follower(admin, "connections")
            follower.until(lambda rows: len(rows) == 1)
            with connect(relayd.url("/bi/b")):
                follower.until(lambda rows: {row["topic"] for row in rows.values()} == {"/bi/a", "/bi/b"})
            follower.until(lambda rows: len(rows) == 1)

    def test_rates_rise_and_fade(self):
        with Relayd() as relayd, connect(relayd.url("/in/x")) as camera, AdminWire(relayd.admin_socket) as admin:
            follower = Follower(admin, "connections.stats")
            stop = threading.Event()

            def film():
                while not stop.wait(0.02):
                    camera.send(b"x" * 2000)

            filming = threading.Thread(target=film)
            filming.start()
            try:
                follower.until(lambda rows: any(20_000 < row["inRate"] < 200_000 for row in rows.values()))
            finally:
                stop.set()
                filming.join()
            follower.until(lambda rows: all(row["inRate"] == 0 for row in rows.values()))

    def test_topics_and_totals(self):
        with Relayd() as relayd, AdminWire(relayd.admin_socket) as admin, AdminWire(relayd.admin_socket) as other:
            topics = Follower(admin, "topics")
            totals = Follower(other, "totals")
            with connect(relayd.url("/in/x")), connect(relayd.url("/out/x")):
                topics.until(lambda rows: rows.get("/out/x", {}).get("subscribers") == 1 and rows["/out/x"]["publishers"] == 1)
                totals.until(lambda rows: rows["totals"]["connections"] == 2)
            topics.until(lambda rows: rows == {})

    def test_a_subscriber_that_sleeps_costs_nothing_much(self):
        with Relayd() as relayd, connect(relayd.url("/in/x")) as camera, connect(relayd.url("/out/x")) as viewer, \
                AdminWire(relayd.admin_socket) as sleeper:
            for number, stream in enumerate(("connections", "connections.stats", "topics", "totals") * 8):
                sleeper.call("subscribe", sub=f"s{number}", stream=stream, intervalMs=250)
            peers = [connect(relayd.url(f"/bi/{number}")) for number in range(100)]
            wait_until(lambda: len(relayd.connections()) == 102)
            before = relayd.rss()
            for number in range(120):  # nobody reads the sleeper's socket meanwhile
                camera.send(b"y" * 500)
                for peer in peers:
                    peer.send("tick")
                self.assertEqual(len(viewer.recv(5)), 500)
                time.sleep(0.04)
            if not is_sanitized():
                self.assertLess(relayd.rss() - before, 3 << 20)
            self.assertEqual(len(relayd.connections()), 102)
            for peer in peers:
                peer.close()


if __name__ == "__main__":
    main()
