# SPDX-License-Identifier: GPL-3.0-or-later
"""What a slow reader loses depends on what its topic carries: data the newest, video the oldest, a stream nothing."""
import hashlib
import random
import struct
import threading
import time
import unittest

from rawws import BINARY, CLOSE, TEXT, RawSocket, WebSocket
from relay_e2e import Relayd, SLOWNESS, is_sanitized, main, wait_until
from robust_slowreader import StoppableReader, numbered

MEGABYTE = 1 << 20
SIZE = 16384


class Kinds(unittest.TestCase):
    def numbers_past_a_stopped_reader(self, relayd, sent, received, messages=800):
        """What a reader has that was stopped while so many messages went by."""
        with WebSocket(relayd.port, received) as other, StoppableReader(relayd, received) as slow, \
                WebSocket(relayd.port, sent) as sender:
            slow.stop()
            for number in range(messages):
                sender.send(BINARY, numbered(number, SIZE))
                self.assertEqual(other.message(), (BINARY, numbered(number, SIZE)))
            slow.go_on()
            time.sleep(0.5 * SLOWNESS)
            sender.send(TEXT, b"count")
            got = slow.counted()
            self.assertEqual({size for _, size in got}, {SIZE}, "a message was cut")
            numbers = [number for number, _ in got]
            self.assertEqual(numbers, sorted(set(numbers)))
            lost = messages - len(numbers)
            self.assertGreater(lost, 0, "all of it fitted into the kernel's buffers, which proves nothing")
            wait_until(lambda: sorted(row["dropped"] for row in relayd.connections())[-2:] == [0, lost], 5,
                       f"relayd to have counted {lost}")
            return numbers

    def test_data_loses_the_newest(self):
        with Relayd() as relayd:
            numbers = self.numbers_past_a_stopped_reader(relayd, "/bi/x", "/bi/x")
            self.assertEqual(numbers, list(range(len(numbers))), "a gap before the end")

    def test_video_loses_the_oldest(self):
        for topic, args in (("cam-video", ()), ("lab-7", ("--topic-kind", "/out/lab-*=video"))):
            with self.subTest(topic), Relayd(args=args) as relayd:
                numbers = self.numbers_past_a_stopped_reader(relayd, f"/in/{topic}", f"/out/{topic}")
                self.assertEqual(numbers[-1], 799, "the present picture is missing")
                gaps = [b - a for a, b in zip(numbers, numbers[1:]) if b != a + 1]
                self.assertEqual(len(gaps), 1, "it goes on once, with what is new")

    def test_a_topic_is_video_once_a_camera_posts_to_it(self):
        with Relayd() as relayd, WebSocket(relayd.port, "/out/cam"), WebSocket(relayd.port, "/bi/talk"):
            def kinds():
                return {row["topic"]: row["kind"] for row in relayd.connections()}
            wait_until(lambda: kinds() == {"/out/cam": "data", "/bi/talk": "data"}, 5, "two connections")
            with RawSocket(relayd.port) as camera:
                camera.send_raw(b"POST /in/cam HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n")
                wait_until(lambda: [row["kind"] for row in relayd.connections() if row["topic"] == "/out/cam"]
                           == ["video", "video"], 5, "the viewer's topic to be a video")

    def test_a_stream_loses_nothing_and_the_sender_waits(self):
        patient = ["--ping-every", "5m", "--dead-after", "10m"]  # these peers answer no pings
        with Relayd(args=["--topic-kind", "/serial/*=stream", *patient]) as relayd, \
                WebSocket(relayd.port, "/serial/1") as sender, WebSocket(relayd.port, "/serial/1") as reader:
            total = 64 * MEGABYTE
            sent, got = hashlib.sha256(), hashlib.sha256()
            progress = [0]

            def pump():
                rng = random.Random(1)
                while progress[0] < total:
                    part = rng.randbytes(rng.randrange(1, 100_000))
                    sender.send(BINARY, part)
                    sent.update(part)
                    progress[0] += len(part)

            sender.socket.settimeout(60 * SLOWNESS)
            before = relayd.rss()
            pumping = threading.Thread(target=pump, daemon=True)
            pumping.start()
            last = wait_until(lambda: (lambda seen: time.sleep(0.5) or (seen if progress[0] == seen else 0))(progress[0]),
                              20, "the sender to be made to wait")
            self.assertLess(last, 40 * MEGABYTE)
            if not is_sanitized():
                self.assertLess(relayd.rss() - before, 6 * MEGABYTE)
            # The other direction goes on meanwhile.
            reader.send(TEXT, b"still typing")
            self.assertEqual(sender.message(), (TEXT, b"still typing"))
            reader.socket.settimeout(60 * SLOWNESS)
            received = 0
            while received < total:  # the sender ends with the message that makes it so much
                opcode, payload = reader.message()
                self.assertEqual(opcode, BINARY)
                got.update(payload)
                received += len(payload)
            pumping.join(10 * SLOWNESS)
            self.assertEqual(got.hexdigest(), sent.hexdigest())
            self.assertEqual([row["dropped"] for row in relayd.connections()], [0, 0])

    def test_a_peer_that_goes_away_while_it_waits_is_noticed(self):
        with Relayd(args=["--topic-kind", "/serial/*=stream"]) as relayd, WebSocket(relayd.port, "/serial/1") as reader:
            sender = WebSocket(relayd.port, "/serial/1")
            sender.socket.settimeout(0.5 * SLOWNESS)
            with self.assertRaises(TimeoutError):
                for _ in range(1000):
                    sender.send(BINARY, bytes(MEGABYTE))
            sender.reset()
            wait_until(lambda: len(relayd.connections()) == 1, 5, "that only the reader is left")
            before = relayd.cpu()
            time.sleep(1)
            self.assertLess(relayd.cpu() - before, 0.5 * SLOWNESS, "it spins")
            reader.socket.close()

    def test_too_slow_a_reader_of_data_may_be_disconnected_instead(self):
        with Relayd(args=["--slow-reader", "disconnect"]) as relayd, WebSocket(relayd.port, "/bi/x") as sender, \
                WebSocket(relayd.port, "/bi/x") as good, WebSocket(relayd.port, "/bi/x", receive_buffer=4096) as slow:
            for number in range(800):
                sender.send(BINARY, numbered(number, SIZE))
                self.assertEqual(good.message(), (BINARY, numbered(number, SIZE)))
            opcode, payload = slow.frame()
            while opcode != CLOSE:
                self.assertEqual(len(payload), SIZE)
                opcode, payload = slow.frame()
            self.assertEqual(struct.unpack(">H", payload[:2])[0], 4408)
            self.assertIn(b"faster than they were read", payload)


if __name__ == "__main__":
    main()
