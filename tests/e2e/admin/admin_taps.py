# SPDX-License-Identifier: GPL-3.0-or-later
"""A look at the messages that pass: bounded, seen by its owner alone, known to everybody, and never where it may not be."""
import base64
import json
import socket
import subprocess
import threading
import time
import unittest

from adminwire import AdminError, AdminWire
from relay_e2e import Relayd, SLOWNESS, clean_environment, main, program, wait_until
from wspeer import connect

TAPS = ("--taps", "on")


def next_of(admin, method):
    while True:
        notice = admin.notification()
        if notice["method"] == method:
            return notice["params"]


def text_of(data):
    return base64.b64decode(data["preview"]).decode()


class Taps(unittest.TestCase):
    def test_messages_of_a_topic_as_they_pass(self):
        with Relayd(TAPS) as relayd, connect(relayd.url("/bi/x")) as one, connect(relayd.url("/bi/x")) as two, \
                AdminWire(relayd.admin_socket) as admin:
            rows = wait_until(lambda: (lambda got: got if len(got) == 2 else None)(relayd.connections()))
            ids = {row["address"]: row["id"] for row in rows}
            admin.call("tap.open", tap="t", topic="/bi/x", previewBytes=5)
            wait_until(lambda: admin.call("taps.list")["rows"])
            one.send("hello world")
            two.send(b"\x00\x01")
            first, second = next_of(admin, "tap.data"), next_of(admin, "tap.data")
            self.assertEqual((first["n"], first["dir"], first["kind"], first["size"], text_of(first), first["lost"]),
                             (1, "in", "text", 11, "hello", 0))
            self.assertEqual(first["conn"], ids["%s:%d" % one.local_address[:2]])
            self.assertEqual((second["n"], second["kind"], second["preview"]), (2, "binary", "AAE="))
            self.assertEqual((one.recv(5), two.recv(5)), (b"\x00\x01", "hello world"))
            admin.call("tap.close", tap="t")
            self.assertEqual(next_of(admin, "tap.end")["reason"], "closed")
            self.assertEqual(admin.call("taps.list")["rows"], [])

    def test_both_directions_of_a_connection_and_no_others(self):
        with Relayd(TAPS) as relayd, connect(relayd.url("/bi/x")) as one, connect(relayd.url("/bi/x")) as two, \
                connect(relayd.url("/bi/y")) as other, AdminWire(relayd.admin_socket) as admin:
            address = "%s:%d" % one.local_address[:2]
            row = wait_until(lambda: [row for row in relayd.connections() if row["address"] == address])[0]
            wait_until(lambda: len(relayd.connections()) == 3)
            admin.call("tap.open", tap="t", connection=row["id"])
            other.send("not this")
            one.send("out of one")
            self.assertEqual(two.recv(5), "out of one")
            two.send("into one")
            seen = [next_of(admin, "tap.data") for _ in range(2)]
            self.assertEqual([(data["dir"], text_of(data), data["conn"]) for data in seen],
                             [("in", "out of one", row["id"]), ("out", "into one", row["id"])])
            one.close()
            self.assertEqual(next_of(admin, "tap.end")["reason"], "gone")

    def test_its_bounds_hold(self):
        with Relayd(TAPS) as relayd, connect(relayd.url("/bi/x")) as peer, AdminWire(relayd.admin_socket) as admin:
            wait_until(lambda: len(relayd.connections()) == 1)
            admin.call("tap.open", tap="few", topic="/bi/x", maxMessages=3, sample=2)
            for number in range(20):
                peer.send(str(number))
            self.assertEqual([text_of(next_of(admin, "tap.data")) for _ in range(3)], ["1", "3", "5"])
            self.assertEqual(next_of(admin, "tap.end"), {"tap": "few", "reason": "messages"})
            opened = admin.call("tap.open", tap="short", topic="/bi/x", maxSeconds=1)
            self.assertAlmostEqual(opened["endsAt"] / 1000, time.time() + 1, delta=2 * SLOWNESS)
            self.assertEqual(next_of(admin, "tap.end"), {"tap": "short", "reason": "time"})
            for change in ({"previewBytes": 4097}, {"maxMessages": 100_001}, {"maxSeconds": 301}, {"sample": 0},
                           {"direction": "up"}, {"form": "xml"}, {"connection": 1}):
                with self.assertRaises(AdminError, msg=change) as wrong:
                    admin.call("tap.open", tap="t", topic="/bi/x", **change)
                self.assertEqual(wrong.exception.kind, "InvalidParams", change)
            for tap in "ab":
                admin.call("tap.open", tap=tap, topic="/bi/x")
            with self.assertRaises(AdminError) as third:
                admin.call("tap.open", tap="c", topic="/bi/x")
            self.assertEqual(third.exception.kind, "LimitReached")
            with self.assertRaises(AdminError) as absent:
                admin.call("tap.open", tap="c", topic="/bi/nobody")
            self.assertEqual(absent.exception.kind, "NotFound")

    def test_off_unless_switched_on_and_only_where(self):
        with Relayd() as relayd, connect(relayd.url("/bi/x")), AdminWire(relayd.admin_socket) as admin:
            wait_until(lambda: len(relayd.connections()) == 1)
            self.assertEqual(admin.hello["params"]["limits"]["maxTaps"], 0)
            with self.assertRaises(AdminError) as off:
                admin.call("tap.open", tap="t", topic="/bi/x")
            self.assertEqual((off.exception.kind, "--taps" in off.exception.text), ("NotPermitted", True))
        options = ("--taps", "/bi/open-*", "--topic-kind", "/bi/open-shell=stream")
        with Relayd(options) as relayd, connect(relayd.url("/bi/open-1")), connect(relayd.url("/bi/x")), \
                connect(relayd.url("/bi/open-shell")), AdminWire(relayd.admin_socket) as admin:
            wait_until(lambda: len(relayd.connections()) == 3)
            admin.call("tap.open", tap="t", topic="/bi/open-1")
            for topic in ("/bi/x", "/bi/open-shell"):
                with self.assertRaises(AdminError, msg=topic) as refused:
                    admin.call("tap.open", tap="u", topic=topic)
                self.assertEqual(refused.exception.kind, "NotPermitted", topic)

    def test_viewers_see_that_it_is_open_and_nothing_of_it(self):
        with Relayd(TAPS) as relayd, connect(relayd.url("/bi/x")) as peer, AdminWire(relayd.admin_socket) as admin, \
                AdminWire(relayd.admin_socket, open_session=False) as viewer:
            viewer.call("session.open", protocol="relay-admin/1", role="viewer")
            viewer.call("subscribe", sub="taps", stream="taps", intervalMs=250)
            viewer.call("subscribe", sub="events", stream="events")
            wait_until(lambda: len(relayd.connections()) == 1)
            with self.assertRaises(AdminError) as refused:
                viewer.call("tap.open", tap="t", topic="/bi/x")
            self.assertEqual(refused.exception.kind, "NotPermitted")
            admin.call("tap.open", tap="t", topic="/bi/x")
            peer.send("the secret word")
            next_of(admin, "tap.data")
            seen = []
            wait_until(lambda: (seen.append(viewer.notification()), [s for s in seen if s["method"] == "delta" and
                                s["params"]["sub"] == "taps" and s["params"]["set"] and s["params"]["set"][-1][-1] == 1])[1])
            row = seen[-1]["params"]["set"][-1]
            self.assertEqual((row[3], row[4]), ("topic /bi/x", "in"))
            self.assertTrue([s for s in seen if s["method"] == "event" and s["params"]["code"] == "tap"])
            everything = json.dumps(seen)
            self.assertNotIn("secret", everything)
            self.assertNotIn(base64.b64encode(b"the secret word").decode(), everything)
            admin.call("tap.close", tap="t")
            told = viewer.call("events.list")
            ended = [row[told["columns"].index("data")] for row in told["rows"]][-1]
            self.assertEqual((ended["reason"], ended["topic"], ended["messages"]), ("closed", "/bi/x", 1))
            self.assertNotIn("connection", ended)
            audit = viewer.call("audit.list")
            actions = [row[audit["columns"].index("action")] for row in audit["rows"]]
            self.assertIn("tap.open", actions)

    def test_heads_of_packets(self):
        packets = b"".join(b"\x47\x41\x00" + bytes([0x10 | number]) + b"\xaa" * 184 for number in range(7))
        with Relayd(TAPS) as relayd, connect(relayd.url("/in/cam-video")) as camera, AdminWire(relayd.admin_socket) as admin:
            wait_until(lambda: len(relayd.connections()) == 1)
            admin.call("tap.open", tap="t", topic="/out/cam-video", form="mpegts")
            camera.send(packets)
            camera.send("no packets")
            first, second = next_of(admin, "tap.data"), next_of(admin, "tap.data")
            self.assertEqual((first["form"], first["size"], len(base64.b64decode(first["preview"]))), ("mpegts", 1316, 56))
            self.assertEqual((second["form"], text_of(second)), ("bytes", "no packets"))

    def test_the_command_prints_them(self):
        with Relayd(TAPS) as relayd, connect(relayd.url("/bi/x")) as peer:
            wait_until(lambda: len(relayd.connections()) == 1)
            command = [program("relay"), "admin", "--socket", relayd.admin_socket, "tap", "/bi/x", "--messages", "2"]
            tap = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                   env=clean_environment())
            wait_until(lambda: json.loads(relayd.relay("--json", "taps").stdout))
            peer.send("hello\x1b[2J")
            peer.send(b"\x00\x01")
            out, error = tap.communicate(timeout=20 * SLOWNESS)
            self.assertEqual(tap.returncode, 0, error)
            self.assertIn("  hello\\x1b[2J\n", out)
            self.assertIn("0000  00 01", out)
            self.assertIn("as many messages as it may have", error)

    def test_one_who_reads_nothing_costs_little_and_delays_nobody(self):
        with Relayd(TAPS) as relayd, connect(relayd.url("/bi/x")) as one, connect(relayd.url("/bi/x")) as two:
            stopped = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            stopped.connect(relayd.admin_socket)
            calls = [{"method": "session.open", "params": {"protocol": "relay-admin/1"}},
                     {"method": "subscribe", "params": {"sub": "s", "stream": "connections.stats", "intervalMs": 250}},
                     {"method": "subscribe", "params": {"sub": "e", "stream": "events"}},
                     {"method": "tap.open", "params": {"tap": "t", "topic": "/bi/x", "previewBytes": 4096,
                                                       "maxMessages": 100_000, "maxSeconds": 300}}]
            wait_until(lambda: len(relayd.connections()) == 2)
            for message in range(50):
                one.send(b"x" * 4096)
                two.recv(5)
            stopped.sendall(b"".join(json.dumps({"id": n, **call}).encode() + b"\n" for n, call in enumerate(calls)))
            wait_until(lambda: json.loads(relayd.relay("--json", "taps").stdout))
            before = relayd.rss()
            slowest = 0.0
            for message in range(1500):
                begun = time.monotonic()
                one.send(b"x" * 4096)
                two.recv(5)
                slowest = max(slowest, time.monotonic() - begun)
            self.assertLess(relayd.rss() - before, 3.5 * 1024 * 1024)  # 2 MiB, and the ring of the worker
            self.assertLess(slowest, 0.5 * SLOWNESS)
            stopped.close()
            wait_until(lambda: json.loads(relayd.relay("--json", "taps").stdout) == [])


if __name__ == "__main__":
    main()
