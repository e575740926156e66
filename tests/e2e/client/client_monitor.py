#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""relay monitor against a real relayd: the ways in, what scripts rely on, and monitors of before beside it."""
import json
import os
import pty
import signal
import struct
import subprocess
import time

from accesstoken import SECRET, SecuredRelayd, admin_token, token
from monitors import FAST, SANE, MonitorTest
from rawws import BINARY, TEXT, WebSocket
from relay_e2e import SLOWNESS, Relayd, clean_environment, free_port, main, program, wait_until


class Ways(MonitorTest):
    """The ways in: open, with a token, with the secret."""

    def test_open(self):
        with Relayd() as relayd:
            self.assertGood(self.finished(relayd.url("/bi/canary"), *FAST, *SANE, "--count", 20), 20)

    def test_an_access_point_with_a_token_file(self):
        with SecuredRelayd() as relayd:
            (self.folder / "token").write_text(token("lab"))
            monitor = self.finished(relayd.http("/session/lab"), "--token-file", self.folder / "token", *FAST, *SANE,
                                    "--count", 20)
            self.assertGood(monitor, 20)

    def secured(self):
        """A relayd that is its own audience, so that a monitor can be given that."""
        port = free_port()
        relayd = SecuredRelayd(env={"RELAY_AUDIENCE": f"http://127.0.0.1:{port}"}, listen=f"127.0.0.1:{port}")
        return self.enterContext(relayd)

    def test_the_secret_in_the_old_variables(self):
        relayd = self.secured()
        monitor = self.monitor(env={"RELAY_MONITOR_AUDIENCE": relayd.http(""), "RELAY_MONITOR_SECRET": SECRET,
                                    "RELAY_MONITOR_INTERVAL": "20ms", "RELAY_MONITOR_THRESHOLD": "20s"})
        monitor.wait_for("message", 10)
        bookings = relayd.call("GET", "/bids/allow", token=admin_token(aud=[relayd.http("")]))[1]
        self.assertEqual(json.loads(bookings), {"booking_ids": ["relay-monitor"]})
        self.assertNotIn(SECRET, monitor.told())
        self.assertEqual(monitor.events("alarm"), [])

    def test_the_secret_in_a_file_and_connections_that_are_renewed(self):
        relayd = self.secured()
        secret = self.folder / "secret"
        secret.write_text(SECRET)
        secret.chmod(0o600)
        monitor = self.monitor("--audience", relayd.http(""), "--secret-file", secret, "--interval",
                               "10ms", *SANE, "--reconnect-every", "5s", "--log-level", "info")
        # Two renewals: the tokens of the first connections are over by then, and nothing was lost on the way.
        accepted = 'relay_connections_total{result="accepted"}'
        wait_until(lambda: relayd.metric(accepted) >= 6, 20, "two renewals")
        count = len(monitor.events("message"))
        monitor.wait_for("message", count + 50)
        self.assertEqual({event["connected"] for event in monitor.events("connection")}, {True})
        monitor.process.terminate()
        self.assertEqual(monitor.wait(), 0)
        summary = monitor.summary()
        self.assertEqual((summary["lost"], summary["late"], summary["foreign"]), (0, 0, 0))
        self.assertLessEqual(summary["sent"] - summary["received"], 1)  # one may be on its way

    def test_a_secret_is_never_taken_from_the_command_line(self):
        monitor = self.finished("--audience", "http://127.0.0.1:1", "--secret", SECRET, code=2)
        self.assertNotIn(SECRET, monitor.told())


class Scripts(MonitorTest):
    """What scripts rely on: exit codes and the summary."""

    def test_a_relay_that_is_not_there(self):
        monitor = self.finished(f"ws://127.0.0.1:{free_port()}/bi/canary", *FAST, "--count", 3, code=1)
        summary = monitor.summary()
        self.assertEqual((summary["sent"], summary["unsent"], summary["received"], summary["lost"]), (3, 3, 0, 3))

    def test_what_does_not_come_back_is_lost(self):
        with Relayd() as relayd:
            monitor = self.monitor(relayd.url("/out/canary"), *FAST, "--lost-after", "300ms", "--threshold", "100ms",
                                   "--count", 3)  # where nobody may send
            self.assertEqual(monitor.wait(), 1)
        self.assertEqual(monitor.summary()["lost"], 3)
        self.assertEqual(len(monitor.events("overdue")), 3)

    def test_the_summary_is_for_people_without_json(self):
        with Relayd() as relayd:
            done = subprocess.run([program("relay"), "monitor", relayd.url("/bi/canary"), *FAST, *SANE, "--count", "5"],
                                  capture_output=True, text=True, env=clean_environment(), timeout=60, check=False)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertRegex(done.stdout, r"^5 sent, 5 received, 0 lost, 0 late \(over 20000 ms\); "
                                      r"least/p50/p99/most [\d.]+/[\d.]+/[\d.]+/[\d.]+ ms\n$")

    def test_wrong_usage(self):
        self.assertIn("where to?", self.finished(code=2).told())

    def test_a_signal_ends_it_with_a_summary_and_without_fault(self):
        with Relayd() as relayd:
            monitor = self.monitor(relayd.url("/bi/canary"), *FAST, *SANE)
            monitor.wait_for("message", 3)
            monitor.process.send_signal(signal.SIGINT)
            self.assertEqual(monitor.wait(), 0)
            self.assertGreaterEqual(monitor.summary()["received"], 3)

    def test_a_terminal_has_a_line_that_renews_itself(self):
        with Relayd() as relayd:
            master, slave = pty.openpty()
            monitor = subprocess.Popen([program("relay"), "monitor", relayd.url("/bi/canary"), *FAST, *SANE], stdout=slave,
                                       stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=clean_environment())
            os.close(slave)
            seen = bytearray()
            try:
                while seen.count(b"received") < 2:
                    seen += os.read(master, 4096)
            finally:
                monitor.terminate()
                monitor.wait(10 * SLOWNESS)
                os.close(master)
            self.assertRegex(seen.decode(), r"\r\x1b\[K[\d.]+ ms now, p50 [\d.]+ ms, p99 [\d.]+ ms, \d+ of \d+ received, "
                                            r"misses in a row: 0")


class Others(MonitorTest):
    """Monitors of before on the same topic."""

    def test_their_messages_are_understood(self):
        with Relayd() as relayd:
            monitor = self.monitor(relayd.url("/bi/canary"), *FAST, *SANE)
            monitor.wait_for("message")
            with WebSocket(relayd.port, "/bi/canary") as old:
                old.send(BINARY, struct.pack(">Q", time.time_ns() - 5_000_000_000))
                old.send(BINARY, b"seven b")  # no time stamp
                old.send(TEXT, b"8 octets")
                latency = monitor.wait_for("foreign")[0]["latencyMs"]
            self.assertTrue(5000 <= latency < 5000 + 60_000 * SLOWNESS, latency)
            monitor.wait_for("message", len(monitor.events("message")) + 5)
            self.assertEqual(len(monitor.events("foreign")), 1)
            self.assertEqual(monitor.events("alarm"), [])  # it is not for us to judge their clocks

    def test_they_understand_ours_which_come_once_an_interval(self):
        with Relayd() as relayd:
            with WebSocket(relayd.port, "/bi/canary") as old:
                self.monitor(relayd.url("/bi/canary"), "--interval", "100ms", *SANE)
                stamps = []
                while len(stamps) < 20:
                    opcode, payload = old.message()
                    self.assertEqual((opcode, len(payload)), (BINARY, 8))
                    stamps.append(struct.unpack(">Q", payload)[0])
            self.assertEqual(sorted(set(stamps)), stamps)
            self.assertLess(abs(time.time_ns() - stamps[-1]), 60 * SLOWNESS * 1e9)
            # Each timer may be late, but it makes up for it: the mean is the interval, and not twice that.
            mean = (stamps[-1] - stamps[0]) / 19 / 1e6
            self.assertTrue(90 <= mean < 180 * SLOWNESS, mean)


if __name__ == "__main__":
    main()
