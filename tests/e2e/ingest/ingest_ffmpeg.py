# SPDX-License-Identifier: GPL-3.0-or-later
"""ffmpeg's test picture through relayd: what viewers get is what ffmpeg made, and ffprobe reads it."""
import json
import os
import re
import subprocess
import tempfile

from relay_e2e import Relayd, SLOWNESS, main, wait_until
from streams import StreamTest, Viewer, needs

RATE = 25
SECONDS = 10
PICTURE = ["-re", "-f", "lavfi", "-i", f"testsrc=size=320x240:rate={RATE}:duration={SECONDS}",
           "-c:v", "mpeg1video", "-b:v", "800k", "-bf", "0"]


def run_ffmpeg(*arguments):
    command = [needs("ffmpeg"), "-hide_banner", "-nostdin", "-loglevel", "warning", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=60 * SLOWNESS)


def start_ffmpeg(*arguments):
    command = [needs("ffmpeg"), "-hide_banner", "-nostdin", "-loglevel", "warning", *arguments]
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def probe(data):
    """What ffprobe makes of these bytes, which it gets as a file: codec and number of decoded frames."""
    with tempfile.NamedTemporaryFile(suffix=".ts") as file:
        file.write(data)
        file.flush()
        done = subprocess.run([needs("ffprobe"), "-v", "error", "-count_frames", "-show_streams", "-of", "json", file.name],
                              capture_output=True, text=True, timeout=60 * SLOWNESS)
    return json.loads(done.stdout)["streams"], done.stderr


class Ffmpeg(StreamTest):
    def assert_plays(self, data, frames):
        streams, errors = probe(data)
        self.assertEqual(errors, "", "ffprobe complains")
        self.assertEqual([stream["codec_name"] for stream in streams], ["mpeg1video"])
        self.assertEqual(int(streams[0]["nb_read_frames"]), frames)

    def test_viewers_get_the_bytes_that_ffmpeg_wrote_by_tee(self):
        with Relayd() as relayd, tempfile.TemporaryDirectory() as folder, Viewer(relayd.url("/out/demo")) as first, \
                Viewer(relayd.url("/out/demo")) as second, Viewer(relayd.url("/out/other")) as elsewhere:
            file = os.path.join(folder, "demo.ts")
            done = run_ffmpeg(*PICTURE, "-map", "0:v", "-f", "tee",
                              f"[f=mpegts]{relayd.http('/in/demo')}|[f=mpegts]{file}")
            self.assertEqual(done.returncode, 0, done.stderr)
            with open(file, "rb") as written:
                expected = written.read()
            self.assertGreater(len(expected), 100_000)
            for viewer in (first, second):
                viewer.wait_for(len(expected))
                self.assertTrue(viewer.bytes() == expected, "what came differs from the file")
                self.assert_whole_packets(viewer.messages)
            self.assertEqual(elsewhere.messages, [])
            self.assert_plays(first.bytes(), SECONDS * RATE)

    def test_ffmpeg_sends_directly_and_the_picture_is_live(self):
        with Relayd() as relayd, Viewer(relayd.url("/out/demo")) as viewer:
            done = run_ffmpeg(*PICTURE, "-f", "mpegts", relayd.http("/in/demo"))
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual(done.stderr, "", "ffmpeg complains")
            wait_until(lambda: probe(viewer.bytes())[0], 10, "a stream that ffprobe knows")
            self.assert_plays(viewer.bytes(), SECONDS * RATE)
            self.assert_whole_packets(viewer.messages)
            # Live: the picture was on its way all the time, not held back and sent in bursts.
            times = [moment for moment, _ in viewer.arrivals]
            gaps = [later - earlier for earlier, later in zip(times, times[1:])]
            self.assertGreater(times[-1] - times[0], 0.8 * SECONDS)
            self.assertLess(max(gaps), 1.0 * SLOWNESS, "the picture stood still")

    def test_who_joins_late_starts_with_a_whole_packet_and_sees_the_picture(self):
        with Relayd() as relayd:
            ffmpeg = start_ffmpeg(*PICTURE, "-f", "mpegts", relayd.http("/in/demo"))
            try:
                with Viewer(relayd.url("/out/demo")) as early:
                    early.wait_for(100_000, 15)
                    with Viewer(relayd.url("/out/demo")) as late:
                        late.wait_for(200_000, 15)
                        self.assert_whole_packets(late.messages)
                        got = late.bytes()
                        wait_until(lambda: got in early.bytes(), 5, "the same bytes at who was there before")
                        streams, _ = probe(got)
                        self.assertEqual(streams[0]["codec_name"], "mpeg1video")
                        self.assertGreater(int(streams[0]["nb_read_frames"]), RATE)
            finally:
                ffmpeg.terminate()
                ffmpeg.wait()

    def test_a_second_publisher_is_allowed(self):
        with Relayd() as relayd, Viewer(relayd.url("/out/demo")) as viewer:
            both = [start_ffmpeg(*PICTURE, "-t", "3", "-f", "mpegts", relayd.http("/in/demo")) for _ in range(2)]
            self.assertEqual([ffmpeg.wait(60 * SLOWNESS) for ffmpeg in both], [0, 0])
            self.assert_whole_packets(viewer.messages)
            # Two streams of 3 s each: the tables of both came, every tenth of a second or so.
            tables = len(re.findall(rb"\x47\x40\x00", viewer.bytes()))
            self.assertGreater(tables, 2 * 3 * 5)

    def test_ffmpeg_that_sends_no_transport_stream_is_told_so(self):
        with Relayd() as relayd, Viewer(relayd.url("/out/demo")) as viewer:
            done = run_ffmpeg(*PICTURE, "-f", "matroska", relayd.http("/in/demo"))
            self.assertNotEqual(done.returncode, 0)
            self.assertEqual(viewer.messages, [])


if __name__ == "__main__":
    main()
