#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Connections of relay shell that outlive their legs, end in halves, choose targets, and end where nobody can help."""
import os
import signal
import threading
import time
import unittest

from jumprelay import JumpRelay
from relay_e2e import main, wait_until
from targets import Service, client, connect, echo, host, receive, texts, until_end, wait_for_text


class Ours(unittest.TestCase):
    def setUp(self):
        self.relay = self.enterContext(JumpRelay(is_ours=True))
        self.service = self.enterContext(Service(echo))

    def both(self, *words):
        self.host = host(self, self.relay.access("pi"), "--to", f"127.0.0.1:{self.service.port}", *words)
        return client(self, self.relay.access("pi"))

    def hello(self, relay):
        peer = connect(self, relay)
        self.assertEqual(receive(peer, 6), b"hello\n")
        return peer

    # --- resume ---

    def test_nothing_is_lost_or_doubled_whichever_leg_is_cut(self):
        relay = self.both()
        peer = self.hello(relay)
        sent = os.urandom(12 << 20)
        writer = threading.Thread(target=peer.sendall, args=(sent,))
        writer.start()
        got = b""
        for number, side in enumerate(("client", "far", None, "client", "far")):
            got += receive(peer, 2 << 20)
            self.relay.cut(side=side)
            wait_until(lambda: sum("resumed" in text for text in texts(relay, "changed")) > number, 15, "resumed")
        got += receive(peer, len(sent) - len(got))
        self.assertTrue(got == sent, f"{len(got)} of {len(sent)} bytes")
        writer.join()
        self.assertEqual(sum("resumed" in text for text in texts(relay, "changed")), 5)
        self.assertEqual(self.service.begun, 1)

    def test_what_is_typed_without_a_leg_arrives_later(self):
        relay = self.both()
        peer = self.hello(relay)
        self.relay.refuses = (503, {"code": "503", "message": "no host pi is connected"})
        self.relay.cut()
        wait_for_text(relay, "changed", "trying to resume")
        for byte in b"typed":
            peer.sendall(bytes([byte]))
            time.sleep(0.02)
        self.relay.refuses = None
        self.assertEqual(receive(peer, 5), b"typed")

    def test_it_is_given_up_when_time_is_over(self):
        host(self, self.relay.access("pi"), "--to", str(self.service.port), "--resume-for", "1s")
        relay = client(self, self.relay.access("pi"), "--resume-for", "1s")
        peer = self.hello(relay)
        self.relay.refuses = (503, {"code": "503", "message": "no host pi is connected"})
        self.relay.cut()
        self.assertEqual(receive(peer, 1), b"")
        wait_for_text(relay, "closed", "no host pi is connected")
        wait_until(lambda: self.service.ended == 1, 10, "the service was left")

    def test_a_host_that_was_started_anew_is_the_end(self):
        relay = self.both()
        peer = self.hello(relay)
        self.host.process.send_signal(signal.SIGKILL)
        self.host.process.wait()
        self.relay.cut()
        host(self, self.relay.access("pi"), "--to", str(self.service.port))
        self.assertEqual(receive(peer, 1), b"")
        wait_for_text(relay, "closed", "the session is lost")

    def test_what_is_final_is_not_resumed(self):
        relay = self.both()
        peer = self.hello(relay)
        self.relay.cut(code=4401)
        self.assertEqual(receive(peer, 1), b"")
        wait_for_text(relay, "closed", "the token's time is over")
        wait_until(lambda: self.service.ended == 1, 10, "the service was left")
        self.assertEqual(len(self.relay.bodies), 1)

    # --- ends ---

    def test_half_an_end_is_carried_through(self):
        def count(peer):
            peer.sendall(b"ready\n")
            size = len(until_end(peer))
            peer.sendall(b"%d bytes" % size)
        with Service(count) as service:
            host(self, self.relay.access("pi"), "--to", f"127.0.0.1:{service.port}")
            peer = connect(self, client(self, self.relay.access("pi")))
            receive(peer, 6)
            peer.sendall(b"x" * 100_000)
            peer.shutdown(1)
            self.assertEqual(until_end(peer), b"100000 bytes")
            wait_until(lambda: service.ended == 1, 10, "the service is done")

    def test_the_end_is_carried_through_when_the_leg_is_cut_at_that_moment(self):
        relay = self.both()
        peer = self.hello(relay)
        self.relay.cut()
        peer.sendall(b"last words")
        peer.shutdown(1)
        self.assertEqual(until_end(peer), b"last words")
        wait_until(lambda: self.service.ended == 1, 10, "the service was left")
        wait_until(lambda: texts(relay, "closed") == ["ended"], 10, "ended without a fault")
        self.assertTrue(any("resumed after" in text for text in texts(relay, "changed")), "it was to be cut before that")

    def test_a_client_that_is_stopped_takes_its_connections_along(self):
        relay = self.both()
        self.hello(relay)
        relay.process.terminate()
        self.assertEqual(relay.wait(), 0)
        wait_until(lambda: self.service.ended == 1, 10, "the service was left")
        wait_for_text(self.host, "closed", "the client is being stopped")

    def test_a_host_that_is_stopped_tells_the_client(self):
        relay = self.both()
        peer = self.hello(relay)
        self.host.process.terminate()
        self.assertEqual(receive(peer, 1), b"")
        wait_for_text(relay, "closed", "the host is being stopped")
        self.assertEqual(self.host.wait(), 0)

    # --- targets ---

    def test_a_host_serves_several_targets_by_name(self):
        def other(peer):
            peer.sendall(b"other\n")
            until_end(peer)
        with Service(other) as service:
            self.both("--to", f"other=127.0.0.1:{service.port}")
            self.hello(client(self, self.relay.access("pi")))
            peer = connect(self, client(self, self.relay.access("pi"), "--target", "other"))
            self.assertEqual(receive(peer, 6), b"other\n")

    def test_a_target_that_is_none_is_said(self):
        self.both()
        relay = client(self, self.relay.access("pi"), "--target", "db")
        self.assertEqual(receive(connect(self, relay), 1), b"")
        wait_for_text(relay, "closed", 'no target of the name "db"')

    def test_a_target_that_is_not_there_is_said(self):
        host(self, self.relay.access("pi"), "--to", "127.0.0.1:1")
        relay = client(self, self.relay.access("pi"))
        self.assertEqual(receive(connect(self, relay), 1), b"")
        wait_for_text(relay, "closed", "the host cannot connect to 127.0.0.1:1: Connection refused")


if __name__ == "__main__":
    main()
