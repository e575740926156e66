#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A relay is killed and comes back to all of its clients: they come spread, heed what they are told, and all get in.

usage: storm.py PROGRAM [--long]. PROGRAM: relay_storm, many of our sessions in one process. 200 clients that swap tokens for
codes; with --long 5,000 that dial topics without tokens, since each session with a token has a thread of its own.
"""
import collections
import resource
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest

from accesstoken import SecuredRelayd, token
from activetopic import ActiveTopic
from relay_e2e import SLOWNESS, clean_environment, free_port, main, wait_until

LONG = "--long" in sys.argv
PROGRAM = next((argument for argument in sys.argv[1:] if not argument.startswith("-")), "")
CLIENTS = 5_000 if LONG else 200
RATE = 500 if LONG else 60  # connections a second that relayd accepts; 500 is what it does unless told otherwise
START_MS = 10_000 if LONG else 2_000  # over which they come the first time, when nothing limits them
LIVED = 6  # s that connections live at least: those are tried again sooner
BACK_WITHIN = 60 if LONG else 40
WINDOW = 100  # ms
MOST_IN_A_WINDOW = 0.25  # of all clients; left to chance over one second it would be 0.1


class Clients:
    """The process with the sessions, and what it has told."""

    def __init__(self, *arguments):
        self.states = {}
        self.events = []  # (ms, client, state, HTTP status, ms to wait)
        self._process = subprocess.Popen([PROGRAM, *map(str, arguments)], stdout=subprocess.PIPE, text=True,
                                         env=clean_environment())
        self._reader = threading.Thread(target=self._read, daemon=True)

    def __enter__(self):
        self._reader.start()
        return self

    def __exit__(self, *_):
        self._process.kill()
        self._process.wait()
        self._reader.join(5)
        self._process.stdout.close()

    def _read(self):
        for line in self._process.stdout:
            at, client, state, status, wait = line.split()
            self.events.append((int(at), int(client), state, int(status), int(wait)))
            self.states[int(client)] = state

    def count(self, state):
        return list(self.states.values()).count(state)

    def since(self, index, state):
        """Times at which clients came to this state after so many events."""
        return [at for at, _, to, _, _ in self.events[index:] if to == state]


class Storm(unittest.TestCase):
    def setUp(self):
        needed = 2 * CLIENTS + 200
        hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
        if hard < needed:
            self.skipTest(f"needs {needed} descriptors: ulimit -Hn")
        resource.setrlimit(resource.RLIMIT_NOFILE, (needed, hard))

    def relayd(self, port, state, rate):
        # All come from one address here, which outside would be thousands.
        return SecuredRelayd(["--handshake-rate", rate, "--undecided-per-address", "0", "--connections-per-address", "0",
                              "--connections-per-booking", "0", "--codes-per-booking", "0", "--open-topics",
                              "--log-level", "error"],
                             state=state, listen=f"127.0.0.1:{port}")

    def assert_spread(self, times, what):
        """No window has more than its share."""
        windows = collections.Counter(at // WINDOW for at in times)
        most = max(windows.values())
        print(f"{what}: {len(times)} in {(max(times) - min(times)) / 1000:.1f} s, at most {most} in {WINDOW} ms "
              f"({100 * most / CLIENTS:.1f} % of all clients)", file=sys.stderr)
        self.assertLess(most, MOST_IN_A_WINDOW * CLIENTS)

    def assert_heeded(self, events):
        """Whoever was told to come back later came back later."""
        until = {}
        refused = 0
        for at, client, state, status, wait in events:
            if state == "waiting" and status in (429, 503):
                refused += 1
                self.assertGreaterEqual(wait, 1000)
                until[client] = at + wait
            elif state in ("asking", "dialling") and client in until:
                self.assertGreaterEqual(at, until.pop(client) - 50)  # the line comes a moment after the clock has started
        return refused

    def active_topic(self, port):
        """Once it gets in, among all the others."""
        def enter():
            return ActiveTopic(port, "/active", "/active")
        return wait_until(enter, BACK_WITHIN, "the active topic to be back", interval=0.2)

    def test_all_come_back_spread_and_in_time(self):
        port = free_port()
        folder = self.enterContext(tempfile.TemporaryDirectory())
        key = self.enterContext(tempfile.NamedTemporaryFile("w"))
        key.write(token("lab", scopes=["read"]))
        key.flush()
        url = (f"ws://127.0.0.1:{port}/lab", "-") if LONG else (f"http://127.0.0.1:{port}/session/lab", key.name)
        with self.relayd(port, folder, 0) as first:
            clients = self.enterContext(Clients(*url, CLIENTS, START_MS))
            wait_until(lambda: clients.count("open") == CLIENTS, 60, "all to be there")
            time.sleep(LIVED * SLOWNESS)
            first.stop(signal.SIGKILL)
        before = len(clients.events)
        with self.relayd(port, folder, RATE) as second:
            begin = time.monotonic()
            topic = self.active_topic(port)
            with topic:
                wait_until(lambda: clients.count("open") == CLIENTS, BACK_WITHIN, "all to be back")
                took = time.monotonic() - begin
                seen = topic.seen
                wait_until(lambda: topic.seen > seen + 50, 20, "the active topic to go on")
            self.assertTrue(topic.is_whole, topic.lost)
            after = list(clients.events[before:])
            refused = self.assert_heeded(after)
            told = second.metric('relay_auth_failures_total{reason="rate"}')
        print(f"{CLIENTS} clients back after {took:.1f} s; {refused} tries were told to come later, {told:.0f} of them by the rate; "
              f"active topic: {topic.seen} messages, none lost", file=sys.stderr)
        self.assertGreater(told, 0, "nobody was refused: this test shows nothing of the rate")
        self.assert_spread(clients.since(before, "open"), "back")
        self.assert_spread(clients.since(before, "dialling" if LONG else "asking"), "tries")
        self.assertEqual(clients.count("ended"), 0)


if __name__ == "__main__":
    sys.argv[1:] = [argument for argument in sys.argv[1:] if argument not in (PROGRAM, "--long")]
    main()
