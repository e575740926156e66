#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Legs that are refused, lost at the wrong moment, or end while bytes are still on their way to a program."""
import contextlib
import json
import os
import socket
import threading
import time
import unittest

from jumprelay import PROTOCOL, JumpRelay
from legs import data_of, dial, post
from rawws import BINARY, CLOSE, TEXT, Closed, close_payload
from relay_e2e import main, wait_until
from targets import LIMIT, Service, client, connect, echo, host, receive, texts, wait_for_text

OURS = [f"Sec-WebSocket-Protocol: {PROTOCOL}"]
PIECE = 60_000  # bytes of a message


class Resumed(unittest.TestCase):
    """A leg that is refused where the call before it was not is no end."""

    def setUp(self):
        self.relay = self.enterContext(JumpRelay(is_ours=True))
        self.service = self.enterContext(Service(echo))
        self.host = host(self, self.relay.access("pi"), "--to", f"127.0.0.1:{self.service.port}")
        self.client = client(self, self.relay.access("pi"))
        self.peer = connect(self, self.client)
        self.assertEqual(receive(self.peer, 6), b"hello\n")

    def goes_on(self):
        self.peer.sendall(b"still there")
        self.assertEqual(receive(self.peer, 11), b"still there")
        wait_for_text(self.client, "changed", "resumed after")
        self.assertEqual((self.service.begun, self.service.ended), (1, 0))
        self.assertEqual(texts(self.host, "closed") + texts(self.client, "closed"), [])

    def test_a_client_whose_code_is_refused_asks_for_another(self):
        self.relay.refuses_legs["client"] = [401, 503, 404]
        self.relay.cut()
        self.goes_on()
        self.assertEqual(len(self.relay.bodies), 5)

    def test_a_client_goes_on_asking_where_there_is_no_relay_or_no_host(self):
        for status in (404, 503):
            with self.subTest(status):
                calls = len(self.relay.bodies)
                self.relay.refuses = (status, {"code": str(status), "message": "not here"})
                self.relay.cut()
                wait_until(lambda: "not here" in self.client.told() or self.relay.refused > 1, 10, "it was refused")
                self.relay.refuses = None
                self.goes_on()
                self.assertEqual(len(self.relay.bodies), calls + 1)

    def test_a_refused_call_is_the_end(self):
        self.relay.refuses = (401, {"code": "401", "message": "token is expired"})
        self.relay.cut()
        self.assertEqual(receive(self.peer, 1), b"")
        wait_for_text(self.client, "closed", "token is expired (status 401)")

    def test_a_host_whose_code_is_used_up_waits_for_the_next(self):
        self.relay.refuses_legs["far"] = [401]
        self.relay.cut()
        wait_for_text(self.host, "changed", "waiting for the client")
        wait_until(lambda: not self.relay.refuses_legs["far"], 10, "the host was refused")
        time.sleep(0.2)
        self.relay.cut()
        self.goes_on()

    def test_a_host_dials_again_where_it_met_no_relay(self):
        self.relay.refuses_legs["far"] = [503, 404]
        self.relay.cut()
        self.goes_on()
        self.assertEqual(len(self.relay.bodies), 2)


class StartedAnew(unittest.TestCase):
    def test_what_a_host_may_have_taken_already_is_not_sent_to_another(self):
        """It took a byte, and was started anew before it could say so."""
        relay = self.enterContext(JumpRelay(is_ours=True))
        with dial(post(relay.access("pi"), "host"), OURS) as management:
            near = client(self, relay.access("pi"))
            peer = connect(self, near)
            with self.leg(management) as leg:
                self.assertEqual(json.loads(data_of(leg)[1]), {"hello": 1, "received": 0})
                peer.sendall(b"pay 5")
                self.assertEqual(data_of(leg), (BINARY, b"\x00pay 5"))
                relay.cut()
            with self.leg(management) as leg:
                self.assertNotIn(b"\x00pay 5", self.all_that_comes(leg))
            self.assertEqual(receive(peer, 1), b"")
            wait_for_text(near, "closed", "the session is lost")

    @staticmethod
    def leg(management):
        """To the next client; as a host that has never met it before."""
        while (told := json.loads(data_of(management)[1]))["action"] != "connect":
            pass
        leg = dial(told["uri"], OURS)
        hello = {"hello": 1, "resume": told["resume"], "received": 0, "ok": True, "fresh": True}
        leg.send(TEXT, json.dumps(hello).encode())
        return leg

    @staticmethod
    def all_that_comes(leg):
        leg.socket.settimeout(2)
        came = []
        with contextlib.suppress(OSError, Closed):
            while True:
                came.append(leg.frame()[1])
        return came


class Slow:
    """A service that takes what comes in pieces, with pauses; without a pause given, nothing at all."""

    def __init__(self, pause=None):
        self.pause, self.got, self.end, self.has_ended = pause, b"", None, threading.Event()

    def __call__(self, peer):
        peer.sendall(b"hello\n")
        try:
            if self.pause is None:
                self.await_reset(peer)
            while data := receive(peer, 512 << 10):
                self.got += data
                time.sleep(self.pause)
            self.end = "end"
        except ConnectionResetError:
            self.end = "reset"
        finally:
            self.has_ended.set()

    @staticmethod
    def await_reset(peer):
        wait_until(lambda: peer.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR), 30, "reset")
        raise ConnectionResetError


class Tail(unittest.TestCase):
    """What a client of before has sent right before it left reaches a program that is slow to take it."""

    def begin(self, slow, is_ours):
        relay = self.enterContext(JumpRelay(is_ours=is_ours))
        service = self.enterContext(Service(slow))
        service.limit_buffers(64 << 10)
        return relay, host(self, relay.access("pi"), "--to", f"127.0.0.1:{service.port}")

    def run_client(self, relay, slow, sent):
        with dial(post(relay.access("pi"), "client")) as peer:
            self.assertEqual(data_of(peer), (BINARY, b"hello\n"))
            peer.socket.settimeout(LIMIT)
            for at in range(0, len(sent), PIECE):
                peer.send(BINARY, sent[at:at + PIECE])
            peer.send(CLOSE, close_payload(1000))
            slow.has_ended.wait(60)

    def test_all_of_it(self):
        # More than the kernel and the host keep for it, which then is on its way for longer than a stall may last.
        sent = os.urandom(8 << 20)
        runs = []
        for is_ours in (False, True):
            slow = Slow(pause=1.2)
            relay, relay_host = self.begin(slow, is_ours)
            thread = threading.Thread(target=self.run_client, args=(relay, slow, sent))
            thread.start()
            runs.append((is_ours, slow, relay_host, thread))
        for is_ours, slow, relay_host, thread in runs:
            with self.subTest(is_ours=is_ours):
                thread.join()
                self.assertTrue(slow.got == sent, f"{len(slow.got)} of {len(sent)} bytes")
                self.assertEqual(slow.end, "end")
                wait_for_text(relay_host, "closed", "ended")

    def test_a_program_that_takes_nothing_is_a_fault_and_learns_that_something_is_missing(self):
        slow = Slow()
        relay, relay_host = self.begin(slow, is_ours=True)
        self.run_client(relay, slow, bytes(6 << 20))
        self.assertEqual(slow.end, "reset")
        wait_for_text(relay_host, "closed", "bytes were lost")


class WhileConnecting(unittest.TestCase):
    def test_a_client_of_before_that_has_left_reaches_nobody_any_more(self):
        relay = self.enterContext(JumpRelay())
        with socket.socket() as target, contextlib.ExitStack() as crowd:
            # Its queue is full: who connects waits until there is room, and tries once a second.
            target.bind(("127.0.0.1", 0))
            target.listen(0)
            for _ in range(3):
                waiting = crowd.enter_context(socket.socket())
                waiting.setblocking(False)
                waiting.connect_ex(target.getsockname())
            relay_host = host(self, relay.access("pi"), "--to", f"127.0.0.1:{target.getsockname()[1]}")
            with dial(post(relay.access("pi"), "client")):
                wait_until(lambda: relay.pairs and relay.pairs[0].far, 10, "the host has come")
            wait_until(lambda: texts(relay_host, "closed") == ["ended"], 5, "the host has left")
            target.settimeout(0.1)
            crowd.close()
            begin, accepted = time.monotonic(), []
            while time.monotonic() - begin < 4:
                with contextlib.suppress(TimeoutError):
                    peer, address = target.accept()
                    peer.setblocking(False)
                    with contextlib.suppress(BlockingIOError):
                        accepted.append(peer.recv(1))
                    peer.close()
            self.assertEqual([data for data in accepted if data], [])
            self.assertEqual(texts(relay_host, "closed"), ["ended"])


if __name__ == "__main__":
    main()
