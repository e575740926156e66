#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The feeds of a relay host: what programs on the machine bring and get, by websocket and by POST."""
import asyncio
import json
import os
import tempfile
import time
import unittest

import websockets

from hostprogram import Host, is_held
from rawws import BINARY, CLOSE, PING, PONG, TEXT, Closed, RawSocket, Response, WebSocket, handshake
from relay_e2e import SLOWNESS, Relayd, main, wait_until
from streams import PACKET, Sender, StreamTest, packets


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
            self.assertEqual(peer.close_code(answer=True), 1007)
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

    def test_a_slow_reader_loses_whole_messages_and_nobody_else_does(self):
        with WebSocket(self.host.port, "/ws/slow") as sender, WebSocket(self.host.port, "/ws/slow") as reader, \
                WebSocket(self.host.port, "/ws/slow", receive_buffer=4096) as slow:
            block = os.urandom(100_000)
            for i in range(200):
                sender.send(BINARY, i.to_bytes(4, "big") + block)
                self.assertEqual(reader.message(), (BINARY, i.to_bytes(4, "big") + block))
            dropped = self.host.feed("slow")["dropped"]
            self.assertGreater(dropped, 0)
            got = []
            while len(got) < 200 - dropped:
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


class Streams(StreamTest):
    @classmethod
    def setUpClass(cls):
        cls.host = cls.enterClassContext(Host())

    def read(self, reader, size):
        messages = []
        while sum(map(len, messages)) < size:
            opcode, payload = reader.message()
            self.assertEqual(opcode, BINARY)
            messages.append(payload)
        self.assert_whole_packets(messages)
        return b"".join(messages)

    def test_each_way_to_send_a_body(self):
        data = packets(2000)
        for method, length in (("POST", None), ("PUT", len(data)), ("SOURCE", None)):
            with WebSocket(self.host.port, "/ws/ways") as reader:
                with Sender(self.host.port, "/ts/ways", method, length) as camera:
                    if length is None:
                        for at in range(0, len(data), 777):
                            camera.chunk(data[at:at + 777])
                        camera.end()
                    else:
                        camera.send_raw(data)
                    self.assertTrue(self.read(reader, len(data)) == data)
                    totals = camera.totals()
            self.assertEqual((totals["bytes"], totals["packets"], totals["skippedBytes"]), (len(data), 2000, 0))

    def test_a_picture_is_sent_at_once_and_never_torn(self):
        with WebSocket(self.host.port, "/ws/now") as reader, Sender(self.host.port, "/ts/now") as camera:
            data = packets(50)
            camera.send_raw(b"%x\r\n" % len(data) + data[:PACKET * 10 + 100])
            self.assertTrue(self.read(reader, PACKET * 10) == data[:PACKET * 10])
            camera.send_raw(data[PACKET * 10 + 100:] + b"\r\n")
            self.assertTrue(self.read(reader, PACKET * 40) == data[PACKET * 10:])

    def test_what_cannot_be_a_stream_is_refused_and_disturbs_nobody(self):
        with WebSocket(self.host.port, "/ws/bad") as reader, Sender(self.host.port, "/ts/bad") as good:
            with Sender(self.host.port, "/ts/bad") as camera:
                camera.chunk(b"this is no transport stream " * 100)
                self.assertEqual(camera.answer()[0].status, 415)
            with Sender(self.host.port, "/ts/bad", length="x") as camera:
                self.assertEqual(camera.answer()[0].status, 400)
            with Sender(self.host.port, "/ts/bad") as camera:
                camera.send_raw(b"zz\r\n")
                self.assertEqual(camera.answer()[0].status, 400)
            self.assertEqual(self.host.call("GET", "/ts/bad")[0], 411)
            with Sender(self.host.port, "/ts/bad") as camera:
                camera.chunk(packets(4)[:-100])
                camera.end()
                self.assertEqual(camera.totals()["skippedBytes"], PACKET - 100)
            good.chunk(packets(5))
            self.read(reader, PACKET * 8)

    def test_who_breaks_off_is_gone_with_all_that_was_sent(self):
        with WebSocket(self.host.port, "/ws/broken") as reader:
            with Sender(self.host.port, "/ts/broken") as camera:
                camera.chunk(packets(20))
                self.read(reader, PACKET * 20)
            wait_until(lambda: self.host.feed("broken")["publishers"] == 1)

    def test_two_cameras_on_a_feed_do_not_tear_each_other(self):
        with WebSocket(self.host.port, "/ws/both") as reader, Sender(self.host.port, "/ts/both") as one, \
                Sender(self.host.port, "/ts/both") as two:
            for i in range(50):
                one.chunk(packets(10, i * 10))
                two.chunk(packets(10, 1000 + i * 10))
            data = self.read(reader, PACKET * 1000)
            all_packets = {data[at:at + PACKET] for at in range(0, len(data), PACKET)}
            expected = packets(500) + packets(500, 1000)
            self.assertEqual(all_packets, {expected[at:at + PACKET] for at in range(0, len(expected), PACKET)})


class Pauses(unittest.TestCase):
    def push(self, camera, size):
        """Sends in chunks without waiting for anybody; how much was taken before it would have had to wait for long."""
        data = packets(300)
        taken = 0
        camera.socket.settimeout(1.0 * SLOWNESS)
        try:
            while taken < size:
                camera.chunk(data)
                taken += len(data)
        except TimeoutError:
            pass
        return taken

    def test_a_stream_that_nobody_reads_waits_where_that_is_wanted(self):
        with Host("--pause-unread") as host, Sender(host.port, "/ts/video") as camera:
            self.assertLess(self.push(camera, 64 * 2**20), 32 * 2**20)
            self.assertEqual(host.feed("video")["messages"], 0)
            self.assertTrue(is_held(camera))
            with WebSocket(host.port, "/ws/video"):
                wait_until(lambda: host.feed("video")["messages"] > 0, 10, "that it goes on with a reader")

    def test_a_destination_that_opens_is_a_reader(self):
        with Relayd() as relayd, Host("--pause-unread") as host, Sender(host.port, "/ts/video") as camera:
            camera.chunk(packets(10))
            host.destination("0", "video", relayd.url("/in/x"))
            wait_until(lambda: host.of("0").get("messages") == 1)

    def test_else_it_is_read_and_counted(self):
        with Host() as host, Sender(host.port, "/ts/video") as camera:
            self.assertGreaterEqual(self.push(camera, 64 * 2**20), 64 * 2**20)
            wait_until(lambda: host.feed("video")["bytes"] > 60 * 2**20)
            video = host.feed("video")
            self.assertEqual(video["unread"], video["messages"])


class Destinations(unittest.TestCase):
    def test_a_feed_goes_both_ways_and_a_stream_only_out(self):
        with Relayd() as relayd, Host() as host, WebSocket(host.port, "/ws/data") as firmware, \
                WebSocket(relayd.port, "/bi/data") as user, WebSocket(relayd.port, "/bi/all") as watcher:
            host.stream("stream/all", "data")
            host.destination("feed", "data", relayd.url("/bi/data"))
            host.destination("stream", "stream/all", relayd.url("/bi/all"))
            host.wait_open("feed", "stream")
            for opcode, payload in ((TEXT, b"hello"), (BINARY, b"\0\1")):
                firmware.send(opcode, payload)
                self.assertEqual(user.message(), (opcode, payload))
                self.assertEqual(watcher.message(), (opcode, payload))
                watcher.send(opcode, b"to nobody")
                user.send(opcode, payload)
                self.assertEqual(firmware.message(), (opcode, payload))
                # What a user says is part of the feed, so that whoever watches the whole sees it as well.
                self.assertEqual(watcher.message(), (opcode, payload))
            self.assertEqual(host.of("stream")["messagesIn"], 2)

    def test_two_connections_to_the_same_topic_do_not_feed_each_other(self):
        with Relayd() as relayd, Host() as host, WebSocket(host.port, "/ws/data") as firmware, \
                WebSocket(relayd.port, "/bi/data") as user:
            for id in ("0", "1"):
                host.destination(id, "data", relayd.url("/bi/data"))
            host.wait_open("0", "1")
            firmware.send(TEXT, b"once")  # by either connection, and each of them hears the other's
            self.assertEqual([user.message(), user.message()], [(TEXT, b"once")] * 2)
            self.assertEqual([firmware.message(), firmware.message()], [(TEXT, b"once")] * 2)
            firmware.send(TEXT, b"end")
            self.assertEqual([user.message(), user.message()], [(TEXT, b"end")] * 2)
            self.assertEqual(host.feed("data")["messages"], 6)

    def test_a_stream_follows_its_rule(self):
        with Relayd() as relayd, Host() as host, WebSocket(relayd.port, "/out/x") as viewer, \
                WebSocket(host.port, "/ws/video") as video, WebSocket(host.port, "/ws/audio") as audio:
            host.destination("0", "stream/x", relayd.url("/in/x"))
            host.wait_open("0")
            steps = (([], b""), (["video", "audio"], b"va"), (["video"], b"v"), (["audio", "video"], b"va"), (["audio"], b"a"))
            for step, (feeds, heard) in enumerate(steps):
                host.stream("/stream/x", *feeds)
                video.send(BINARY, b"v%d" % step)
                wait_until(lambda: host.feed("video")["messages"] == step + 1)
                audio.send(BINARY, b"a%d" % step)
                wait_until(lambda: host.feed("audio")["messages"] == step + 1)
                for letter in heard:
                    self.assertEqual(viewer.message(), (BINARY, b"%c%d" % (letter, step)))
            self.assertEqual(host.of("0")["connections"], 1)
            self.assertEqual(host.of("0")["dropped"], 0)

    def test_a_local_program_may_watch_a_stream(self):
        with Host() as host, WebSocket(host.port, "/ws/stream/x") as viewer, WebSocket(host.port, "/ws/video") as video:
            host.stream("stream/x", "video")
            viewer.send(TEXT, b"goes nowhere")
            video.send(BINARY, b"v1")
            self.assertEqual(viewer.message(), (BINARY, b"v1"))
            host.stream("stream/x", "audio")
            video.send(BINARY, b"v2")
            with WebSocket(host.port, "/ws/audio") as audio:
                audio.send(BINARY, b"a")
                self.assertEqual(viewer.message(), (BINARY, b"a"))

    def test_what_goes_out_is_written_to_the_file_of_the_rule(self):
        with Relayd() as relayd, Host() as host, tempfile.TemporaryDirectory() as folder, \
                WebSocket(relayd.port, "/out/x") as viewer, WebSocket(host.port, "/ws/data") as firmware:
            path = f"{folder}/out"
            with open(path, "wb") as file:
                file.write(b"of before")
            host.destination("0", "data", relayd.url("/in/x"), file=path)
            host.wait_open("0")
            for payload in (b"one", b"two"):
                firmware.send(TEXT, payload)
                viewer.message()
            with open(path, "rb") as file:
                self.assertEqual(file.read(), b"onetwo")
            host.destination("0", "data", relayd.url("/in/x"), file=f"{folder}/missing/out")
            host.wait_open("0")
            firmware.send(TEXT, b"three")
            self.assertEqual(viewer.message(), (TEXT, b"three"))
            self.assertIn("missing/out", host.of("0")["fileFault"])

    def test_a_rule_that_names_nothing_that_can_be_dialled_says_so(self):
        with Host() as host:
            for id, destination in (("a", ""), ("b", "gopher://x"), ("c", "http://127.0.0.1/session/x")):
                host.destination(id, "data", destination)
                self.assertEqual(host.of(id)["state"], "ended")
                self.assertTrue(host.of(id)["text"])
            self.assertEqual(json.loads(host.call("GET", "/healthcheck")[1]), "ok")


if __name__ == "__main__":
    main()
