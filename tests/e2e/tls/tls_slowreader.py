# SPDX-License-Identifier: GPL-3.0-or-later
"""A wss reader that stopped: the others lose nothing, memory stays bounded, and what it lost is counted exactly."""
import threading
import time

from rawws import BINARY, CLOSE, TEXT, Closed, WebSocket, close_payload
from relay_e2e import SLOWNESS, main, wait_until
from secured import TlsTest

MEGABYTE = 1 << 20
LAST = b"that was all"


def numbered(number, size):
    return number.to_bytes(8, "big") + bytes(size - 8)


class Collector(threading.Thread):
    """Reads, and keeps the numbers of the messages, until the text message that says it was all."""

    def __init__(self, reader):
        super().__init__(daemon=True)
        self.reader = reader
        self.numbers = []
        self.start()

    def run(self):
        while True:
            opcode, payload = self.reader.message()
            if opcode == TEXT and payload == LAST:
                return
            if opcode == BINARY:
                self.numbers.append(int.from_bytes(payload[:8], "big"))


class SlowReader(TlsTest):
    def row(self, relayd, peer):
        address = "%s:%d" % peer.socket.getsockname()
        return next(row for row in relayd.connections() if row["address"] == address)

    def stall(self, size, count, *options):
        with self.relayd(*options) as relayd, self.wss(relayd, "/out/x", receive_buffer=32768) as slow, \
                self.wss(relayd, "/out/x") as good, WebSocket(relayd.port, "/out/x") as plain, \
                self.wss(relayd, "/in/x") as speaker:
            collectors = [Collector(good), Collector(plain)]
            before = relayd.rss()
            ahead = MEGABYTE // 4 // size  # the good ones share an interpreter and are not fast
            for number in range(count):
                wait_until(lambda: all(number - len(one.numbers) <= ahead for one in collectors), 30, "the good readers", 0.001)
                speaker.send(BINARY, numbered(number, size))
            wait_until(lambda: self.row(relayd, speaker)["inMessages"] == count, 60, "all messages at the relay")
            self.assertGreater(self.row(relayd, slow)["dropped"], 0)
            if SLOWNESS == 1:
                # Budgets of three readers, and the largest message in the parser, the batch and a queue.
                self.assertLess(relayd.rss() - before, 5 * MEGABYTE + 5 * size)
            reader = Collector(slow)  # it goes on reading: all that was not dropped comes
            wait_until(lambda: self.row(relayd, slow)["queuedBytes"] == 0, 30, "an empty queue")
            speaker.send(TEXT, LAST)
            for collector in (*collectors, reader):
                collector.join(60 * SLOWNESS)
            got = reader.numbers
            self.assertLess(len(got), count)
            for collector in collectors:
                self.assertEqual(collector.numbers, list(range(count)))
            self.assertEqual(got, sorted(set(got)), "out of order or twice")
            row = wait_until(lambda: (lambda seen: seen["outMessages"] + seen["dropped"] == count + 1 and seen)(
                self.row(relayd, slow)), 5, "a sum that fits")
            self.assertEqual(row["outMessages"], len(got) + 1)
            self.assertEqual(row["dropped"], count - len(got))
            self.assertEqual(self.row(relayd, good)["dropped"], 0)

    def test_small_messages(self):
        self.stall(1000, 20_000)

    def test_messages_larger_than_a_record(self):
        self.stall(100_000, 300)

    def test_messages_larger_than_what_is_sealed_in_one_go(self):
        self.stall(3 * MEGABYTE, 20)

    def test_a_video_loses_the_oldest(self):
        self.stall(20_000, 1500, "--topic-kind", "/out/x=video")

    def test_of_a_stream_nothing_is_lost_and_the_sender_waits(self):
        count, size = 400, 50_000
        with self.relayd("--topic-kind", "/bi/x=stream") as relayd, self.wss(relayd, "/bi/x", receive_buffer=32768) as slow, \
                self.wss(relayd, "/bi/x") as speaker:
            def speak():
                for number in range(count):
                    speaker.send(BINARY, numbered(number, size))
                speaker.send(TEXT, LAST)

            thread = threading.Thread(target=speak, daemon=True)
            thread.start()
            wait_until(lambda: self.row(relayd, slow)["queuedBytes"] > MEGABYTE, 20, "a full queue")
            time.sleep(1)
            self.assertTrue(thread.is_alive(), "the sender did not have to wait")
            self.assertLess(self.row(relayd, slow)["queuedBytes"], 3 * MEGABYTE)
            reader = Collector(slow)
            reader.join(60 * SLOWNESS)
            thread.join(5)
            self.assertEqual(reader.numbers, list(range(count)))
            self.assertEqual(self.row(relayd, slow)["dropped"], 0)

    def test_where_the_slow_are_disconnected_they_hear_4408(self):
        with self.relayd("--slow-reader", "disconnect") as relayd, self.wss(relayd, "/out/x", receive_buffer=32768) as slow, \
                self.wss(relayd, "/out/x") as good, self.wss(relayd, "/in/x") as speaker:
            collector = Collector(good)
            for number in range(200):
                wait_until(lambda: number - len(collector.numbers) <= 5, 30, "the good reader", 0.001)
                speaker.send(BINARY, numbered(number, 100_000))
            speaker.send(TEXT, LAST)
            collector.join(30 * SLOWNESS)
            self.assertEqual(collector.numbers, list(range(200)))
            wait_until(lambda: len(relayd.connections()) == 2, 8, "the slow one's end")
            last = None
            try:
                while last is None or last[0] != CLOSE:
                    last = slow.frame()
            except (Closed, OSError):
                pass
            if last[0] == CLOSE:  # it may have taken too long to read so far
                self.assertEqual(last[1][:2], close_payload(4408))

    def test_a_stopped_one_is_kicked_in_time(self):
        with self.relayd() as relayd, self.wss(relayd, "/in/x") as speaker:
            base = relayd.descriptors()
            slow = self.wss(relayd, "/out/x", receive_buffer=32768)
            for number in range(100):
                speaker.send(BINARY, numbered(number, 100_000))
            wait_until(lambda: self.row(relayd, speaker)["inMessages"] == 100, 30)
            relayd.relay("kick", self.row(relayd, slow)["id"])
            wait_until(lambda: relayd.descriptors() <= base, 7, "the stopped one's end")
            slow.socket.close()


if __name__ == "__main__":
    main()
