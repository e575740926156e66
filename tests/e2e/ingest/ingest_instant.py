#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who comes to a video late has a picture at once: H.264 with a key frame every ten seconds, from a real ffmpeg."""
import json
import subprocess
import tempfile
import time
import unittest

from relay_e2e import SLOWNESS, Relayd, main, wait_until
from streams import Viewer, needs

FPS, KEY_FRAME_EVERY = 25, 10  # frames a second, seconds


class Camera:
    """ffmpeg sending H.264 in MPEG-TS to a topic, in real time, until the end of the `with`."""

    def __init__(self, url):
        self._command = [needs("ffmpeg"), "-v", "error", "-re", "-f", "lavfi", "-i", f"testsrc=size=320x240:rate={FPS}",
                         "-codec:v", "libx264", "-preset", "ultrafast", "-tune", "zerolatency", "-bf", "0",
                         "-g", str(FPS * KEY_FRAME_EVERY), "-keyint_min", str(FPS * KEY_FRAME_EVERY), "-sc_threshold", "0",
                         "-b:v", "500k", "-f", "mpegts", url]

    def __enter__(self):
        self._process = subprocess.Popen(self._command, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)
        return self

    def __exit__(self, *_):
        self._process.terminate()
        self._process.wait(10)
        self._process.stderr.close()


def frames(data):
    """What ffprobe finds: a list of (is key frame, picture type) in order; AssertionError when it complains."""
    with tempfile.NamedTemporaryFile(suffix=".ts") as file:
        file.write(data)
        file.flush()
        done = subprocess.run([needs("ffprobe"), "-v", "error", "-show_frames", "-select_streams", "v", "-of", "json",
                               file.name], capture_output=True, text=True, timeout=60)
    complaints = [line for line in done.stderr.splitlines() if line.strip()]
    rows = [(frame["key_frame"] == 1, frame["pict_type"]) for frame in json.loads(done.stdout).get("frames", [])]
    return rows, complaints


class InstantStart(unittest.TestCase):
    def test_a_late_viewer_has_a_picture_at_once(self):
        with Relayd() as relayd, Viewer(relayd.url("/out/cam")) as early, Camera(relayd.http("/in/cam")):
            wait_until(lambda: len(early.arrivals) > 4 * FPS, 20, "four seconds of video")
            before = len(early.arrivals)
            begin = time.monotonic()
            with Viewer(relayd.url("/out/cam")) as late:
                wait_until(lambda: late.arrivals, 2, "the first message")
                first_at, first = late.arrivals[0]
                self.assertLess(first_at - begin, 0.3 * SLOWNESS)
                self.assertEqual([(first[at + 1] & 0x1F) << 8 | first[at + 2] for at in (0, 188)], [0, 4096])
                self.assertTrue(first[376 + 5] & 0x40, "the third packet is a place to begin")
                wait_until(lambda: len(late.arrivals) > before + 2 * FPS, 20, "all that the first viewer had, and two seconds more")
                rows, complaints = frames(b"".join(payload for _, payload in late.arrivals))
            self.assertFalse(complaints)
            self.assertTrue(rows[0][0], "the first picture is a key frame")
            self.assertGreater(len(rows), 3 * FPS, "and all that followed it is there")
            live = dict((payload, at) for at, payload in early.arrivals)
            common = [at - live[payload] for at, payload in late.arrivals if payload in live and live[payload] > first_at + 0.5]
            self.assertTrue(common)
            self.assertLess(max(common), 0.5 * SLOWNESS, "after the start it is as current as the others")

    def test_memory_stays_within_the_bound(self):
        with Relayd(["--instant-start", "64KiB"]) as relayd, Viewer(relayd.url("/out/cam")) as early:
            with Camera(relayd.http("/in/cam")):
                wait_until(lambda: sum(len(payload) for _, payload in early.arrivals) > 3 * 64 * 1024, 30, "more than the bound")
                with Viewer(relayd.url("/out/cam")) as late:
                    wait_until(lambda: late.arrivals, 5)
                    self.assertLessEqual(len(late.arrivals[0][1]), 64 * 1024, "the group is longer than may be kept: only what comes")

    def test_it_can_be_switched_off(self):
        with Relayd(["--instant-start", "0"]) as relayd, Viewer(relayd.url("/out/cam")) as early:
            with Camera(relayd.http("/in/cam")):
                wait_until(lambda: len(early.arrivals) > FPS, 20)
                with Viewer(relayd.url("/out/cam")) as late:
                    wait_until(lambda: late.arrivals, 5)
                    self.assertIn(late.arrivals[0][1], [payload for _, payload in early.arrivals])


if __name__ == "__main__":
    main()
