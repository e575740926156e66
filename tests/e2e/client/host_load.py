#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Several cameras at once through a relay host and a relay: the far end has each byte.

    host_load.py          4 feeds of 1 Mbit/s for 20 s
    host_load.py --long   24 feeds of 1 Mbit/s for 5 min
"""
import contextlib
import os
import sys
import threading
import time

from hostprogram import LOSSLESS, Host, pictures
from relay_e2e import Relayd, main, wait_until
from streams import PACKET, Sender, StreamTest, Viewer, packets

IS_LONG = "--long" in sys.argv
sys.argv = [word for word in sys.argv if word != "--long"]
FEEDS, SECONDS = (24, 300) if IS_LONG else (4, 20)
RATE, PICTURE = 25, 27  # 27 packets 25 times a second are 1.015 Mbit/s
COUNT = int(RATE * SECONDS) * PICTURE


def usage(pid):
    """Seconds of CPU and resident bytes."""
    with open(f"/proc/{pid}/stat", encoding="ascii") as stat:
        fields = stat.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK"), int(fields[21]) * os.sysconf("SC_PAGE_SIZE")


class Load(StreamTest):
    def film(self, port, feed, totals):
        with Sender(port, f"/ts/{feed}") as camera:
            for picture in pictures(RATE, SECONDS, PICTURE):
                camera.chunk(picture)
            camera.end()
            totals[feed] = camera.totals()

    def test_each_byte_of_each_feed_arrives(self):
        feeds = [f"camera{i}" for i in range(FEEDS)]
        with contextlib.ExitStack() as stack:
            relayd = stack.enter_context(Relayd(LOSSLESS))
            host = stack.enter_context(Host())
            viewers = [stack.enter_context(Viewer(relayd.url(f"/out/{feed}"))) for feed in feeds]
            for feed in feeds:
                host.destination(feed, feed, relayd.url(f"/in/{feed}"))
            host.wait_open(*feeds)
            totals = {}
            began, (cpu, _) = time.monotonic(), usage(host.process.pid)
            cameras = [threading.Thread(target=self.film, args=(host.port, feed, totals)) for feed in feeds]
            for camera in cameras:
                camera.start()
            for camera in cameras:
                camera.join()
            seconds, (cpu_after, resident) = time.monotonic() - began, usage(host.process.pid)
            print(f"{FEEDS} feeds, {seconds:.0f} s: host {100 * (cpu_after - cpu) / seconds:.1f} % CPU, {resident / 2**20:.0f} MiB")
            expected = packets(COUNT)
            for feed, viewer in zip(feeds, viewers):
                self.assertEqual(totals[feed]["bytes"], len(expected))
                viewer.wait_for(len(expected))
                self.assertTrue(viewer.bytes() == expected, f"{feed} differs")
                self.assert_whole_packets(viewer.messages)
                figures = host.of(feed)
                self.assertEqual((figures["bytes"], figures["dropped"]), (COUNT * PACKET, 0))
            wait_until(lambda: all(host.feed(feed)["publishers"] == 1 for feed in feeds), 5, "that the cameras have gone")


if __name__ == "__main__":
    main()
