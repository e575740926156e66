#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""relay monitor: when it raises the alarm, what the command gets, how it comes back, and the metrics of it."""
import http.client
import json
import os
import re
import signal
import socket

from accesstoken import SECRET
from monitors import FAST, SANE, MonitorTest
from relay_e2e import Relayd, free_port, main, wait_until


class Alarms(MonitorTest):
    def test_a_threshold_that_nothing_keeps_runs_the_command_once(self):
        command, record = self.command()
        with Relayd() as relayd:
            monitor = self.finished(relayd.url("/bi/canary"), *FAST, "--threshold", "1us", "--count", 40, "--command",
                                    command, code=1,
                                    env={"RELAY_MONITOR_SECRET": SECRET, "RELAY_MONITOR_NODE": "bench7", "OWN": "kept"})
        self.assertEqual(len(monitor.events("alarm")), 1)
        self.assertEqual(monitor.events("alarm")[0]["misses"], 3)
        self.assertEqual(monitor.summary()["late"], 40)
        wait_until(lambda: len(self.runs(record)) == 1, what="the command's own record")
        run = self.runs(record)[0]
        self.assertIn(run["environment"]["RELAY_MONITOR_REASON"], ("late", "missing"))
        self.assertEqual(run["environment"]["RELAY_MONITOR_TOPIC"], "/bi/canary")
        self.assertEqual(run["environment"]["RELAY_MONITOR_NODE"], "bench7")
        self.assertEqual(run["environment"]["OWN"], "kept")
        self.assertNotIn(SECRET, json.dumps(run))
        self.assertEqual(int(run["blocked"], 16), 0)
        wait_until(lambda: "said by the command" in monitor.told(), what="what the command writes, among the log")
        self.assertNotIn("said by the command", json.dumps(monitor.events()))

    def test_after_the_pause_there_is_another_alarm(self):
        with Relayd() as relayd:
            monitor = self.monitor(relayd.url("/bi/canary"), *FAST, "--threshold", "1us", "--no-retrigger-within", "200ms",
                                   "--trigger-after-misses", 2, "--command", "/bin/false")
            monitor.wait_for("alarm", 3)
            self.assertEqual({event["exitCode"] for event in monitor.wait_for("command", 2)}, {1})

    def test_a_command_that_is_not_there_is_told(self):
        with Relayd() as relayd:
            monitor = self.monitor(relayd.url("/bi/canary"), *FAST, "--threshold", "1us", "--command", "/nonexistent/x")
            self.assertIn("cannot be started", monitor.wait_for("command")[0]["text"])
            monitor.wait_for("message", 20)  # and it goes on

    def test_a_command_outlives_the_monitor(self):
        ready, done = self.folder / "ready", self.folder / "done"
        script = self.folder / "slow"
        gate = self.folder / "gate"
        script.write_text(f"#!/bin/sh\nexec < {gate}\n: > {ready}\nread line\n: > {done}\n")
        script.chmod(0o700)
        os.mkfifo(gate)
        # Open for both, so that neither side waits for the other, whatever has become of it.
        end = os.open(gate, os.O_RDWR)
        self.addCleanup(os.close, end)
        with Relayd() as relayd:
            monitor = self.monitor(relayd.url("/bi/canary"), *FAST, "--threshold", "1us", "--command", script)
            wait_until(ready.exists, what="the command")
            monitor.process.terminate()
            self.assertEqual(monitor.wait(), 0)
        os.write(end, b"go\n")
        wait_until(done.exists, what="the command, still there")

    def test_a_relay_that_hangs_and_comes_to_itself(self):
        with Relayd() as relayd:
            monitor = self.monitor(relayd.url("/bi/canary"), *FAST, "--threshold", "1s")
            monitor.wait_for("message", 5)
            relayd.send_signal(signal.SIGSTOP)
            self.assertEqual(monitor.wait_for("alarm")[0]["reason"], "missing")
            relayd.send_signal(signal.SIGCONT)
            count = sum(not event["late"] for event in monitor.events("message"))
            wait_until(lambda: sum(not event["late"] for event in monitor.events("message")) > count + 5, 20, "good ones")
            wait_until(lambda: "in time again" in monitor.told(), what="the end of it in the log")
            self.assertEqual(monitor.events("unsent"), [])

    def test_a_relay_that_is_killed_and_started_again(self):
        port = free_port()
        with Relayd(listen=f"127.0.0.1:{port}") as relayd:
            monitor = self.monitor(relayd.url("/bi/canary"), *FAST, "--threshold", "2s")
            monitor.wait_for("message", 5)
            relayd.send_signal(signal.SIGKILL)
            monitor.wait_for("alarm")
            monitor.wait_for("unsent")
        with Relayd(listen=f"127.0.0.1:{port}"):
            count = len(monitor.events("message"))
            monitor.wait_for("message", count + 5, 40)
            self.assertTrue(monitor.events("connection")[-1]["connected"])
            self.assertIn("connected again", monitor.told())


class Metrics(MonitorTest):
    def get(self, port, path, method="GET"):
        link = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        self.addCleanup(link.close)
        link.request(method, path)
        answer = link.getresponse()
        return answer.status, answer.read().decode(), answer.headers

    def test_prometheus_is_served(self):
        port = free_port()
        with Relayd() as relayd:
            monitor = self.monitor(relayd.url("/bi/canary"), *FAST, *SANE, "--metrics", f":{port}",
                                   env={"NODE_NAME": "bench7"})
            monitor.wait_for("message", 10)
            status, text, headers = self.get(port, "/metrics")
            self.assertEqual((status, headers["Content-Type"]), (200, "text/plain; version=0.0.4; charset=utf-8"))
            labels = f'node="bench7",audience="ws://127.0.0.1:{relayd.port}",topic="/bi/canary"'
            self.assertGreaterEqual(self.value(text, f"relay_monitor_latency_seconds_count{{{labels}}}"), 10)
            self.assertGreater(self.value(text, f"relay_monitor_latency_last_seconds{{{labels}}}"), 0)
            self.assertEqual(self.value(text, f"relay_monitor_connected{{{labels}}}"), 1)
            self.assertEqual(self.get(port, "/healthz")[:2], (200, "ok\n"))
            self.assertEqual(self.get(port, "/healthz", "HEAD")[:2], (200, ""))
            self.assertEqual(self.get(port, "/other")[0], 404)
            self.assertEqual(self.get(port, "/metrics", "POST")[0], 405)
            relayd.send_signal(signal.SIGKILL)
            timeouts = f"relay_monitor_receive_timeouts_total{{{labels}}}"
            wait_until(lambda: self.value(self.get(port, "/metrics")[1], timeouts) > 3, 20, "timeouts")
            self.assertEqual(self.value(self.get(port, "/metrics")[1], f"relay_monitor_connected{{{labels}}}"), 0)

    @staticmethod
    def value(text, name):
        return float(re.search(re.escape(name) + r" (\S+)$", text, re.MULTILINE).group(1))

    def test_loopback_alone_is_meant_by_a_port(self):
        port = free_port()
        with Relayd() as relayd:
            monitor = self.monitor(relayd.url("/bi/canary"), *FAST, *SANE, "--metrics", f":{port}")
            monitor.wait_for("message")
            with socket.socket() as probe:
                probe.bind(("127.0.0.2", port))  # would be taken if all addresses were

    def test_who_asks_slowly_or_wrongly_harms_nobody(self):
        port = free_port()
        with Relayd() as relayd:
            monitor = self.monitor(relayd.url("/bi/canary"), *FAST, *SANE, "--metrics", f"127.0.0.1:{port}")
            monitor.wait_for("message")
            idle = [self.enterContext(socket.create_connection(("127.0.0.1", port), 20)) for _ in range(40)]
            for link in idle[:10]:
                link.sendall(b"\x00" * 70_000)
            wait_until(lambda: self.get(port, "/healthz")[0] == 200, 30, "room again", interval=0.2)
            monitor.wait_for("message", len(monitor.events("message")) + 5)

    def test_a_port_that_is_taken_is_told_at_once(self):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            monitor = self.finished("ws://127.0.0.1:1/bi/x", "--metrics", f"127.0.0.1:{taken.getsockname()[1]}", code=1)
        self.assertIn("cannot serve metrics", monitor.told())


if __name__ == "__main__":
    main()
