#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ffmpeg through a relay host and real relays: what arrives is what ffmpeg wrote to a file beside it."""
import struct
import subprocess
import tempfile

from hostprogram import LOSSLESS, Host, cut
from relay_e2e import SLOWNESS, Relayd, main, wait_until
from streams import StreamTest, Viewer, needs

VIDEO = ["-f", "lavfi", "-i", "testsrc=size=640x480:rate=25", "-codec:v", "mpeg1video", "-b:v", "1M", "-bf", "0"]
AUDIO = ["-f", "lavfi", "-i", "sine=frequency=440:sample_rate=44100", "-codec:a", "mp2", "-b:a", "64k"]


def programme(packet):
    """The number that Ffmpeg.start() gave."""
    pid = struct.unpack(">H", packet[1:3])[0] & 0x1FFF
    if pid in (0, 17):  # tables of all programmes: they say whose they are behind the pointer and the start of the table
        return struct.unpack(">H", packet[8:10])[0]
    return pid - 4096 if pid > 4096 else pid // 256


def content(path):
    with open(path, "rb") as file:
        return file.read()


class Ffmpeg(StreamTest):
    def start(self, kind, seconds, url, file, number):
        """ffmpeg in its own time, to an address and to a file. number: of its programme, so that two can be told apart."""
        names = (f"f=mpegts:mpegts_transport_stream_id={number}:mpegts_start_pid={number * 256}"
                 f":mpegts_pmt_start_pid={4096 + number}")
        ffmpeg = subprocess.Popen([needs("ffmpeg"), "-hide_banner", "-nostdin", "-loglevel", "error", "-re", *kind,
                                   "-t", str(seconds), "-map", "0", "-f", "tee", f"[{names}]{url}|[{names}]{file}"],
                                  stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        self.addCleanup(ffmpeg.stderr.close)
        self.addCleanup(ffmpeg.wait)
        self.addCleanup(ffmpeg.kill)
        return ffmpeg

    def finish(self, *processes):
        for process in processes:
            _, errors = process.communicate(timeout=60 * SLOWNESS)
            self.assertEqual((process.returncode, errors), (0, b""))

    def test_video_and_audio_of_two_feeds_arrive_as_one_stream(self):
        with Relayd(LOSSLESS) as relayd, Host() as host, tempfile.TemporaryDirectory() as folder, \
                Viewer(relayd.url("/out/lab")) as viewer:
            host.stream("stream/large", "video", "audio")
            host.destination("0", "stream/large", relayd.url("/in/lab"))
            host.wait_open("0")
            url = f"http://127.0.0.1:{host.port}/ts/"
            self.finish(self.start(VIDEO, 5, url + "video", f"{folder}/video", 1),
                        self.start(AUDIO, 5, url + "audio", f"{folder}/audio", 2))
            files = {1: content(f"{folder}/video"), 2: content(f"{folder}/audio")}
            viewer.wait_for(sum(map(len, files.values())))
            self.assert_whole_packets(viewer.messages)
            for number, expected in files.items():
                self.assertGreater(len(expected), 10_000)
                seen = b"".join(packet for packet in cut(viewer.bytes()) if programme(packet) == number)
                self.assertTrue(seen == expected, f"programme {number} differs from its file")
            self.assertEqual(host.of("0")["dropped"], 0)

    def test_ffmpeg_does_not_notice_ten_changes_of_its_destination(self):
        with Relayd(LOSSLESS) as first, Relayd(LOSSLESS) as second, Host() as host, tempfile.TemporaryDirectory() as folder, \
                Viewer(first.url("/out/lab")) as one, Viewer(second.url("/out/lab")) as two:
            host.destination("0", "video", first.url("/in/lab"))
            host.wait_open("0")
            ffmpeg = self.start(VIDEO, 8, f"http://127.0.0.1:{host.port}/ts/video", f"{folder}/video", 1)
            wait_until(lambda: one.size() > 0)
            for i in range(10):
                relayd, viewer = ((second, two), (first, one))[i % 2]
                before = viewer.size()
                host.destination("0", "video", relayd.url("/in/lab"))
                wait_until(lambda: viewer.size() > before, 10, f"pictures at the other relay after change {i}")
                self.assertIsNone(ffmpeg.poll())
            self.finish(ffmpeg)
            expected = content(f"{folder}/video")
            wait_until(lambda: one.size() + two.size() >= len(expected), 10, "all of it")
            self.assertEqual(sorted(cut(one.bytes()) + cut(two.bytes())), sorted(cut(expected)))
            self.assertEqual((host.of("0")["dropped"], host.of("0")["connections"]), (0, 11))


if __name__ == "__main__":
    main()
