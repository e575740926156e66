# SPDX-License-Identifier: GPL-3.0-or-later
"""Ingest holds nothing back: memory stays flat over a long body, and a picture arrives before the next one is made."""
import socket
import statistics
import threading
import time

from rawws import BINARY, WebSocket
from relay_e2e import Relayd, SLOWNESS, is_sanitized, main, wait_until
from streams import PACKET, Sender, StreamTest, packets

MEGABYTE = 1 << 20


class Counting(threading.Thread):
    """A viewer that only counts: third-party clients are too slow for hundreds of megabytes."""

    def __init__(self, port, path):
        super().__init__(daemon=True)
        self.peer = WebSocket(port, path)
        self.bytes = 0
        self.torn = 0
        self.largest = 0

    def run(self):
        try:
            while True:
                opcode, payload = self.peer.message()
                self.bytes += len(payload)
                self.largest = max(self.largest, len(payload))
                self.torn += opcode != BINARY or len(payload) % PACKET != 0
        except Exception:  # the test closes the socket to end this
            pass

    def stop(self):
        self.peer.socket.shutdown(socket.SHUT_RDWR)
        self.join(10)
        self.peer.socket.close()


class Load(StreamTest):
    def test_memory_is_flat_over_200_megabytes(self):
        block = packets(5577)  # a megabyte, near enough
        with Relayd() as relayd:
            viewer = Counting(relayd.port, "/out/demo")
            viewer.start()
            stopped = WebSocket(relayd.port, "/out/demo", receive_buffer=4096)  # never reads
            with Sender(relayd.port, "/in/demo") as sender:
                for _ in range(10):
                    sender.chunk(block)
                wait_until(lambda: viewer.bytes > 0, 5, "video at the viewer")
                before, largest = relayd.rss(), 0
                for turn in range(190):
                    sender.chunk(block)
                    if turn % 10 == 0:
                        largest = max(largest, relayd.rss())
                sender.end()
                totals = sender.totals()
            largest = max(largest, relayd.rss())
            self.assertEqual(totals["bytes"], 200 * len(block))
            self.assertEqual(totals["resyncs"], 0)
            self.assertEqual(viewer.torn, 0)
            self.assertLessEqual(viewer.largest, 64 * 1024)
            self.assertGreater(viewer.bytes, 10 * MEGABYTE)
            viewer.stop()
            stopped.socket.close()
        print(f"resident memory {before / MEGABYTE:.1f} MiB, at most {largest / MEGABYTE:.1f} MiB while 190 MB passed")
        if not is_sanitized():
            # One budget of 1 MiB for each of the two viewers, and the batch in hand.
            self.assertLess(largest - before, 6 * MEGABYTE)

    def test_a_picture_arrives_before_the_next_one_is_made(self):
        interval = 0.04
        with Relayd() as relayd, WebSocket(relayd.port, "/out/demo") as viewer, Sender(relayd.port, "/in/demo") as sender:
            delays = []
            for number in range(100):
                picture = packets(20 + number % 60, 1000 * number)
                started = time.monotonic()
                sender.chunk(picture)
                got = b""
                while len(got) < len(picture):
                    got += viewer.message()[1]
                delays.append(time.monotonic() - started)
                self.assertEqual(got, picture)
                time.sleep(max(0, started + interval - time.monotonic()))
            sender.end()
            self.assertEqual(sender.totals()["packets"], sum(20 + n % 60 for n in range(100)))
        delays.sort()
        print(f"picture delayed by {statistics.median(delays) * 1000:.2f} ms, at most {delays[-1] * 1000:.2f} ms")
        self.assertLess(delays[-1], interval * SLOWNESS)
        self.assertLess(statistics.median(delays), 0.005 * SLOWNESS)

    def test_torn_packets_wait_only_for_their_own_rest(self):
        # ffmpeg writes as it likes: 1000 bytes at a time, so that most writes end inside a packet.
        data = packets(500)
        with Relayd() as relayd, WebSocket(relayd.port, "/out/demo") as viewer, Sender(relayd.port, "/in/demo") as sender:
            got = 0
            for at in range(0, len(data), 1000):
                sender.chunk(data[at:at + 1000])
                whole = min(at + 1000, len(data)) // PACKET * PACKET
                while got < whole:
                    _, payload = viewer.message()
                    self.assertEqual(payload, data[got:got + len(payload)])
                    got += len(payload)
            self.assertEqual(got, len(data))


if __name__ == "__main__":
    main()
