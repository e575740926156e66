#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The feeds of a relay host: streams by POST, who waits for whom, and what goes to destinations and comes from them."""
import json
import tempfile
import unittest

from hostprogram import Host, is_held
from rawws import BINARY, TEXT, WebSocket
from relay_e2e import SLOWNESS, Relayd, main, wait_until
from streams import PACKET, Sender, StreamTest, packets


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
