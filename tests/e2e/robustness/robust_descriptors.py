# SPDX-License-Identifier: GPL-3.0-or-later
"""Descriptor exhaustion: the excess hears 503, those who are in lose nothing, and accepting resumes within a second."""
import contextlib
import os
import re
import resource
import shlex
import tempfile
import time
import unittest
import urllib.request
from unittest import mock

from rawws import Closed, RawSocket, Response, TEXT, WebSocket, handshake
from relay_e2e import Relayd, SLOWNESS, is_sanitized, main, program, wait_until


@contextlib.contextmanager
def relayd_with_limit(descriptors):
    """A relayd that was started with so many descriptors, soft and hard."""
    with tempfile.TemporaryDirectory() as folder:
        wrapper = os.path.join(folder, "relayd")
        with open(wrapper, "w", encoding="utf-8") as file:
            file.write(f"#!/bin/sh\nulimit -n {descriptors}\nexec {shlex.quote(program('relayd'))} \"$@\"\n")
        os.chmod(wrapper, 0o755)
        with mock.patch.dict(os.environ, RELAYD=wrapper), Relayd() as relayd:
            yield relayd


def no_room(relayd):
    """How many were turned away for want of room."""
    with urllib.request.urlopen(relayd.http("/metrics"), timeout=5) as answer:
        return int(re.search(rb'relay_auth_failures_total\{reason="no_room"\} (\d+)', answer.read()).group(1))


def squeeze(relayd, spare):
    """Leaves a running relayd only so many descriptors more than it has open, whatever it planned with."""
    limit = relayd.descriptors() + spare
    resource.prlimit(relayd.pid, resource.RLIMIT_NOFILE, (limit, limit))


class Storm:
    """Many connections at once; each asks for a websocket when its turn comes."""

    def __init__(self, port):
        self._port = port
        self.open = []

    def connect(self, count):
        """Opens so many; returns how each went: 101, 503, or "closed" without an answer."""
        sockets = []
        for _ in range(count):
            peer = RawSocket(self._port)
            self.open.append(peer)
            sockets.append(peer)
            try:
                peer.send_raw(handshake("/storm"))
            except OSError:
                pass  # turned away already; the answer is there to be read
        return [self._outcome(peer) for peer in sockets]

    @staticmethod
    def _outcome(peer):
        try:
            return Response(peer.read_until(b"\r\n\r\n")).status
        except (Closed, ConnectionError):
            return "closed"

    def close(self):
        for peer in self.open:
            peer.socket.close()
        self.open.clear()


class Descriptors(unittest.TestCase):
    def needs_no_descriptor_itself(self):
        if is_sanitized():
            self.skipTest("to look at an object's type the sanitizer opens a pipe, and without a descriptor for it takes "
                          "every object for a wrong one")

    def assert_serves_within(self, relayd, seconds):
        def serves():
            with WebSocket(relayd.port, "/after") as one, WebSocket(relayd.port, "/after") as other:
                one.send(TEXT, b"still here")
                return other.message() == (TEXT, b"still here")

        started = time.monotonic()
        wait_until(serves, seconds, "a new connection that is served")
        return time.monotonic() - started

    def assert_chat(self, one, other, text):
        one.send(TEXT, text)
        self.assertEqual(other.message(), (TEXT, text))

    def test_started_with_64_descriptors(self):
        self.needs_no_descriptor_itself()
        with relayd_with_limit(64) as relayd, WebSocket(relayd.port, "/chat") as one, WebSocket(relayd.port, "/chat") as other:
            for turn in range(3):
                storm = Storm(relayd.port)
                outcomes = storm.connect(200)
                self.assertGreater(outcomes.count(101), 10)
                self.assertGreater(outcomes.count(503), 100)
                self.assertEqual(set(outcomes) - {101, 503, "closed"}, set())
                self.assert_chat(one, other, b"during %d" % turn)
                storm.close()
                self.assert_serves_within(relayd, 1.0)
                self.assert_chat(one, other, b"after %d" % turn)

    def test_the_limit_is_below_what_relayd_planned_with(self):
        self.needs_no_descriptor_itself()
        with Relayd() as relayd, WebSocket(relayd.port, "/chat") as one, WebSocket(relayd.port, "/chat") as other:
            squeeze(relayd, spare=5)
            storm = Storm(relayd.port)
            outcomes = storm.connect(100)
            self.assertGreaterEqual(outcomes.count(101), 1)
            self.assertGreater(outcomes.count(503), 50, "the excess heard nothing")
            self.assert_chat(one, other, b"during")
            storm.close()
            told = outcomes.count(503)
            counted = wait_until(lambda: no_room(relayd), what="room to look")
            self.assertGreaterEqual(counted, told)
            self.assertLessEqual(counted, told + outcomes.count("closed"))
            taken = self.assert_serves_within(relayd, 1.0)
            print(f"served again {taken * 1000:.0f} ms after the descriptors were free")
            self.assert_chat(one, other, b"after")

    def test_waiting_for_descriptors_costs_no_time(self):
        self.needs_no_descriptor_itself()
        with Relayd() as relayd:
            squeeze(relayd, spare=2)
            storm = Storm(relayd.port)
            storm.connect(50)
            before = relayd.cpu()
            time.sleep(2)
            spent = relayd.cpu() - before
            storm.close()
            self.assertLess(spent, 0.2 * SLOWNESS, "busy with an accept that cannot succeed")

    def test_most_connections_is_an_option(self):
        with Relayd(args=["--max-connections", "10"]) as relayd:
            storm = Storm(relayd.port)
            outcomes = storm.connect(30)
            self.assertEqual(outcomes.count(101), 10)
            self.assertEqual(outcomes.count(503), 20)
            storm.close()
            self.assert_serves_within(relayd, 1.0)

    def test_descriptors_return_to_where_they_were(self):
        with Relayd() as relayd:
            with WebSocket(relayd.port, "/warm"):
                pass
            wait_until(lambda: relayd.descriptors(), 1)
            time.sleep(0.3)
            before = relayd.descriptors()
            for _ in range(5):
                storm = Storm(relayd.port)
                self.assertEqual(set(storm.connect(100)), {101})
                storm.close()
            wait_until(lambda: relayd.descriptors() <= before, 5, "as many descriptors as before")


if __name__ == "__main__":
    main()
