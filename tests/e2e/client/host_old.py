#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""relay host against servers as they were before ours, and against one that does not read."""
import asyncio
import json
import os
import time
import unittest

from hostprogram import Host
from oldserver import OldServer
from rawws import BINARY, TEXT, WebSocket
from relay_e2e import is_sanitized, main, wait_until
from streams import PACKET, Sender, StreamTest, packets


class Deaf(OldServer):
    """Opens websockets, and reads nothing until it is told to."""

    def __enter__(self):
        self.may_read = False
        return super().__enter__()

    async def _websocket(self, reader, writer, head, fields):
        class Later:
            async def readexactly(_, size):
                while not self.may_read:
                    await asyncio.sleep(0.02)
                return await reader.readexactly(size)
        await super()._websocket(Later(), writer, head, fields)


class Before(unittest.TestCase):
    def test_a_token_is_posted_as_it_is_and_the_answer_dialled(self):
        with OldServer(speaks=[(TEXT, b"hello"), (BINARY, b"\0\1")]) as server, Host() as host, \
                WebSocket(host.port, "/ws/data") as firmware:
            host.destination("0", "data", f"http://127.0.0.1:{server.port}/session/x", token="ey.raw.token")
            self.assertEqual([firmware.message(), firmware.message()], [(TEXT, b"hello"), (BINARY, b"\0\1")])
            self.assertEqual([header for _, header in server.posts], ["ey.raw.token"])
            firmware.send(TEXT, b"to the relay")
            wait_until(lambda: server.got == [b"to the relay"])

    def test_a_relay_that_accepts_and_stays_silent_is_left_and_tried_again(self):
        with Deaf() as server, Host("--ping-every", "200ms", "--dead-after", "600ms") as host:
            host.destination("0", "data", f"http://127.0.0.1:{server.port}/session/x", token="t")
            wait_until(lambda: len(server.sockets) >= 3, 30, "three tries")
            waits = [later - earlier for (earlier, _), (later, _) in zip(server.posts, server.posts[1:])]
            self.assertGreater(min(waits), 1.5)  # 0.6 s of silence and a pause: no tight loop
            self.assertEqual(len({header for _, header in server.posts}), 1)

    def test_refusals_of_each_form_are_waited_out(self):
        refusals = [500, (401, '"Token Wrong Topic"\n', {}), (200, "{}\n", {}), (200, "no json", {}), (200, '{"uri":"http://x"}', {})]
        for refusal in refusals:
            with OldServer(answers=[refusal, "ok"]) as server, Host() as host:
                host.destination("0", "data", f"http://127.0.0.1:{server.port}/session/x", token="t")
                wait_until(lambda: host.of("0")["state"] == "waiting", 10, refusal)
                self.assertTrue(host.of("0")["text"])
                self.assertEqual(server.sockets, [])

    def test_commands_that_are_glued_together_are_answered_one_by_one(self):
        glued = b'{"verb":"healthcheck"}{"verb":"list","what":"stream","which":"all"}\n{"verb":"dance"}'
        with OldServer(speaks=[(TEXT, glued)]) as server, Host("--api", f"ws://127.0.0.1:{server.port}/api"):
            answers = [b'{"healthcheck":"ok"}', b"{}", b'{"error":"unrecognised Command"}']
            wait_until(lambda: server.got == answers, 10, "three answers")

    def test_glued_data_is_taken_apart_where_that_is_wanted(self):
        glued = b'{"a":1}[2]'
        for words, expected in (([], [glued]), (["--split-json"], [b'{"a":1}', b"[2]"])):
            with OldServer(speaks=[(TEXT, glued)]) as server, Host(*words) as host, \
                    WebSocket(host.port, "/ws/data") as firmware:
                host.destination("0", "data", f"ws://127.0.0.1:{server.port}/bi/x")
                self.assertEqual([firmware.message()[1] for _ in expected], expected)

    def test_the_way_of_commands_may_need_a_token(self):
        with OldServer(speaks=[(TEXT, b'{"verb":"healthcheck"}')]) as server, Host() as host:
            add = {"id": "steer", "stream": "api", "destination": f"http://127.0.0.1:{server.port}/session/x", "token": "t"}
            host.call("POST", "/api/destinations", json.dumps(add))
            wait_until(lambda: server.got == [b'{"healthcheck":"ok"}'])


class Slow(StreamTest):
    def test_a_relay_that_does_not_read_costs_whole_messages_and_bounded_memory(self):
        with Deaf() as deaf, OldServer() as quick, Host("--queue", "1MiB", "--queue-age", "1h") as host, \
                Sender(host.port, "/ts/video") as camera:
            host.destination("deaf", "video", f"ws://127.0.0.1:{deaf.port}/in/x")
            host.destination("quick", "video", f"ws://127.0.0.1:{quick.port}/in/x")
            host.wait_open("deaf", "quick")
            count = 0
            until = time.monotonic() + 60
            while host.of("deaf")["dropped"] < 100 and time.monotonic() < until:
                for _ in range(10):
                    camera.chunk(packets(300, count))
                    count += 300
                wait_until(lambda: sum(map(len, quick.got)) == count * PACKET, 20, "that the quick one has all")
            figures = host.of("deaf")
            self.assertGreaterEqual(figures["dropped"], 100)
            self.assertLessEqual(figures["waitingBytes"], 2**20)
            if not is_sanitized("relay"):
                with open(f"/proc/{host.process.pid}/statm", encoding="ascii") as statm:
                    self.assertLess(int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE"), 100 * 2**20)
            deaf.may_read = True
            wait_until(lambda: host.of("deaf")["waiting"] == 0, 20, "that it catches up")
            figures = host.of("deaf")
            wait_until(lambda: len(deaf.got) == figures["messages"], 20, "all that was sent")
            self.assert_whole_packets(deaf.got)
            self.assertEqual(figures["messages"] + figures["dropped"], host.feed("video")["messages"])
            self.assertEqual(sum(map(len, deaf.got)) + figures["droppedBytes"], count * PACKET)
            self.assertEqual(host.of("quick")["dropped"], 0)

    def test_what_a_slow_destination_has_accepted_is_sent_before_another_takes_its_place(self):
        with Deaf() as deaf, OldServer() as quick, Host("--queue", "16MiB", "--queue-age", "1h") as host, \
                Sender(host.port, "/ts/video") as camera:
            host.destination("0", "video", f"ws://127.0.0.1:{deaf.port}/in/x")
            host.wait_open("0")
            count = 0
            while host.of("0")["waitingBytes"] < 2**20:
                camera.chunk(packets(300, count))
                count += 300
            wait_until(lambda: host.feed("video")["bytes"] == count * PACKET)
            host.destination("0", "video", f"ws://127.0.0.1:{quick.port}/in/x")
            camera.chunk(packets(300, count))
            wait_until(lambda: sum(map(len, quick.got)) == 300 * PACKET, 10, "that the new one does not wait for the old one")
            deaf.may_read = True
            wait_until(lambda: sum(map(len, deaf.got)) == count * PACKET, 20, "what the old one has accepted")
            self.assertTrue(b"".join(deaf.got + quick.got) == packets(count + 300))
            self.assertEqual(host.of("0")["dropped"], 0)


if __name__ == "__main__":
    main()
