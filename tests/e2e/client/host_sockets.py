#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The local websockets of a relay host: what their programs say and get, and what becomes of those that misbehave."""
import asyncio
import contextlib
import os
import time
import unittest

import websockets

from hostprogram import Host
from rawws import BINARY, CLOSE, PING, PONG, TEXT, Closed, RawSocket, Response, WebSocket, handshake
from relay_e2e import SLOWNESS, main, wait_until
from streams import Sender, packets


class Sockets(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.host = cls.enterClassContext(Host())

    def test_two_clients_of_another_library_hear_each_other_and_never_themselves(self):
        async def talk():
            url = f"ws://127.0.0.1:{self.host.port}/ws/talk"
            async with websockets.connect(url, subprotocols=["null"]) as first, websockets.connect(url) as second:
                self.assertEqual((first.subprotocol, second.subprotocol), ("null", None))
                await first.send("text")
                await first.send(b"\x00binary")
                self.assertEqual([await second.recv(), await second.recv()], ["text", b"\x00binary"])
                await second.send("back")
                self.assertEqual(await first.recv(), "back")
                await first.send("last")
                self.assertEqual(await second.recv(), "last")
        asyncio.run(asyncio.wait_for(talk(), 20 * SLOWNESS))

    def test_one_message_in_is_one_message_out(self):
        with WebSocket(self.host.port, "/ws/many") as sender, WebSocket(self.host.port, "/ws/many") as reader:
            sent = [(TEXT if i % 3 else BINARY, b"{%d}" % i) for i in range(2000)]
            for opcode, payload in sent:
                sender.send(opcode, payload)
            self.assertEqual([reader.message() for _ in sent], sent)

    def test_a_message_of_10_mib_passes_and_a_larger_one_ends_its_sender(self):
        with WebSocket(self.host.port, "/ws/big") as sender, WebSocket(self.host.port, "/ws/big") as reader:
            payload = os.urandom(10 * 2**20)
            sender.send(BINARY, payload)
            self.assertEqual(reader.message(), (BINARY, payload))
            sender.send_raw(b"\x82\xff" + (10 * 2**20 + 1).to_bytes(8, "big") + b"mask")
            self.assertEqual(sender.close_code(answer=True), 1009)
            with WebSocket(self.host.port, "/ws/big") as other:
                other.send(TEXT, b"still here")
                self.assertEqual(reader.message(), (TEXT, b"still here"))

    def test_control_frames_are_answered(self):
        with WebSocket(self.host.port, "/ws/control") as peer:
            peer.send(PING, b"hello")
            self.assertEqual(peer.frame(), (PONG, b"hello"))
            peer.send(CLOSE, b"\x03\xe8bye")
            self.assertEqual(peer.close_code(), 1000)
        with WebSocket(self.host.port, "/ws/control") as peer:
            peer.send(TEXT, b"\xff")
            self.assertEqual(peer.close_code(), 1007)  # and the end behind it: no answer is waited for
        wait_until(lambda: self.host.feed("control")["readers"] == 0)

    def test_handshakes_that_are_none(self):
        for change, status in ((("Version: 13", "Version: 8"), 426), (("GET", "POST"), 405), (("Upgrade: websocket\r\n", ""), 400),
                               (("/ws/x", "/ws/a%3Ab"), 404), (("HTTP/1.1", "HTTP/1.0"), 505)):
            with RawSocket(self.host.port) as peer:
                peer.send_raw(handshake("/ws/x").decode().replace(*change).encode())
                self.assertEqual(Response(peer.read_until(b"\r\n\r\n")).status, status, change)

    def test_a_head_that_does_not_come_is_not_waited_for(self):
        with RawSocket(self.host.port) as peer:
            peer.send_raw(b"GET /ws/x HT")
            self.assertEqual(Response(peer.read_until(b"\r\n\r\n")).status, 408)

    def test_what_is_no_http_is_refused(self):
        for nonsense, status in ((b"\x16\x03\x01 nonsense\r\n\r\n", 400), (b"GET / HTTP/1.1\r\n\r\n", 400),
                                 (b"GET /ws/x HTTP/1.1\r\nHost: localhost\r\nX: " + b"x" * 20_000, 431)):
            with RawSocket(self.host.port) as peer:
                peer.send_raw(nonsense)
                self.assertEqual(Response(peer.read_until(b"\r\n\r\n")).status, status)

    def test_many_who_say_nothing_leave_those_alone_who_are_there(self):
        with WebSocket(self.host.port, "/ws/calm") as one, WebSocket(self.host.port, "/ws/calm") as two, \
                contextlib.ExitStack() as stack:
            idle = [stack.enter_context(RawSocket(self.host.port)) for _ in range(600)]
            self.assertEqual(Response(idle[-1].read_until(b"\r\n\r\n")).status, 503)
            one.send(TEXT, b"still here")
            self.assertEqual(two.message(), (TEXT, b"still here"))
            stack.close()
            wait_until(lambda: self.host.call("GET", "/healthcheck")[0] == 200, 10, "that there is room again")

    def test_a_slow_reader_loses_whole_messages_and_nobody_else_does(self):
        with WebSocket(self.host.port, "/ws/slow") as sender, WebSocket(self.host.port, "/ws/slow") as reader, \
                WebSocket(self.host.port, "/ws/slow", receive_buffer=4096) as slow:
            block = os.urandom(100_000)
            for i in range(120):
                sender.send(BINARY, i.to_bytes(4, "big") + block)
                self.assertEqual(reader.message(), (BINARY, i.to_bytes(4, "big") + block))
            dropped = self.host.feed("slow")["dropped"]
            self.assertGreater(dropped, 0)
            got = []
            while len(got) < 120 - dropped:
                got.append(slow.message())
            numbers = [int.from_bytes(payload[:4], "big") for _, payload in got]
            self.assertEqual(numbers, sorted(set(numbers)))
            self.assertTrue(all(payload[4:] == block for _, payload in got), "a torn message")


class Lives(unittest.TestCase):
    def test_who_falls_silent_is_found_out_and_who_answers_stays(self):
        with Host("--ping-every", "200ms", "--dead-after", "1s") as host, WebSocket(host.port, "/ws/x") as silent, \
                WebSocket(host.port, "/ws/x") as living:
            until = time.monotonic() + 2.5
            while time.monotonic() < until:
                self.assertEqual(living.frame()[0], PING)
                living.send(PONG)
            with self.assertRaises(Closed):
                while True:
                    silent.frame()
            self.assertEqual(host.feed("x")["readers"], 1)

    def test_a_host_that_ends_tells_everybody(self):
        with Host() as host, WebSocket(host.port, "/ws/x") as peer, Sender(host.port, "/ts/video") as camera:
            camera.chunk(packets(3))
            wait_until(lambda: host.feed("video").get("messages") == 1)
            host.process.terminate()
            self.assertEqual(peer.close_code(answer=True), 1001)
            self.assertEqual(camera.answer()[0].status, 503)
            self.assertEqual(host.process.wait(10 * SLOWNESS), 0)


if __name__ == "__main__":
    main()
