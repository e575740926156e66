# SPDX-License-Identifier: GPL-3.0-or-later
"""A wss reader that stopped: the others lose nothing, memory stays bounded, and what it lost is counted exactly."""
import threading

from rawws import BINARY, TEXT, WebSocket
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

    def stall(self, size, count):
        with self.relayd() as relayd, self.wss(relayd, "/out/x", receive_buffer=32768) as slow, \
                self.wss(relayd, "/out/x") as good, WebSocket(relayd.port, "/out/x") as plain, \
                self.wss(relayd, "/in/x") as speaker:
            collectors = [Collector(good), Collector(plain)]
            before = relayd.rss()
            ahead = max(1, MEGABYTE // 4 // size)  # the good ones share an interpreter and are not fast
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
