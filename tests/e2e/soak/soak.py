# SPDX-License-Identifier: GPL-3.0-or-later
"""Hours of a relay's life in minutes: everything at once, again and again. At the end it holds no more than at the start.

RELAY_SOAK_SECONDS says for how long (default 600).
"""
import contextlib
import json
import os
import socket
import threading
import time
import unittest

from load import Chatter, Comers, Streams, Watcher
from rawws import WebSocket
from relay_e2e import Relayd, SLOWNESS, main, wait_until

SECONDS = float(os.environ.get("RELAY_SOAK_SECONDS", "600"))
ROUND = 20.0  # seconds of load between two looks
MEGABYTE = 1 << 20


class Soak(unittest.TestCase):
    def test_memory_and_descriptors_return_to_the_start(self):
        with Relayd(args=["--workers", "2", "--ping-every", "2s", "--dead-after", "6s"]) as relayd:
            self.round(relayd, ROUND)  # what is allocated once and kept belongs to the start
            start = self.at_rest(relayd)
            looks = []
            end = time.monotonic() + SECONDS
            while time.monotonic() < end:
                self.round(relayd, ROUND)
                looks.append(self.at_rest(relayd))
                print(f"resident {looks[-1][0] // 1024} KiB, {looks[-1][1]} descriptors", flush=True)
            self.assertEqual({descriptors for _, descriptors in looks}, {start[1]}, "descriptors were left open")
            # Half of the rounds each: noise goes up and down, a leak only up.
            half = len(looks) // 2
            early = min(rss for rss, _ in [start, *looks[:half]])
            late = min(rss for rss, _ in looks[half:])
            self.assertLess(late - early, 2 * MEGABYTE, f"resident memory grew: {[rss // 1024 for rss, _ in looks]} KiB")
            self.assertEqual(relayd.stop(), 0)

    def round(self, relayd, seconds):
        """Chat, streams, passers-by, a silent peer and somebody who watches, all at once."""
        stop = threading.Event()
        workers = [Chatter(relayd, stop, f"/bi/room{i}") for i in range(3)]
        workers += [Streams(relayd, stop), Comers(relayd, stop), Watcher(relayd, stop)]
        for worker in workers:
            worker.start()
        with self.silent_peers(relayd):
            time.sleep(seconds)
            stop.set()
            for worker in workers:
                worker.join(30 * SLOWNESS)
                self.assertFalse(worker.is_alive(), f"{worker.name} hangs")
        for worker in workers:
            self.assertIsNone(worker.error, f"{worker.name}: {worker.error}")
            self.assertGreater(worker.done, 0, f"{worker.name} did nothing")

    @contextlib.contextmanager
    def silent_peers(self, relayd):
        """One that never reads, one that never sends a head, one that vanishes in the middle of a message."""
        with WebSocket(relayd.port, "/out/cam", receive_buffer=4096), \
                socket.create_connection(("127.0.0.1", relayd.port)), \
                WebSocket(relayd.port, "/bi/room0") as torn:
            torn.send_raw(b"\x82\xfe\xff\xff1234half of it")
            torn.socket.close()
            yield

    def at_rest(self, relayd):
        """Resident bytes and descriptors once everybody has gone."""
        wait_until(lambda: json.loads(relayd.relay("--json", "connections").stdout) == [], 15, "that all have gone", 0.2)
        wait_until(lambda: relayd.descriptors() == self.settled(relayd), 10, "a steady number of descriptors")
        return relayd.rss(), relayd.descriptors()

    @staticmethod
    def settled(relayd):
        before = relayd.descriptors()
        time.sleep(0.3)
        return before if relayd.descriptors() == before else -1


if __name__ == "__main__":
    main()
