#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""relay file: records, plays scripts, and plays recordings back, against relayd."""
import base64
import re
import shutil
import signal
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

from rawws import BINARY, TEXT, WebSocket
from relay_e2e import SLOWNESS, Relayd, clean_environment, main, program, relay_cli, wait_until

LINE = re.compile(r"^\[\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)\] (.*)$")

EXAMPLES = r'''{"some":"msg"}
[0.1s] {"an":"other"}
[] {"yet an":"other"}
<'^foo\s*',5,100ms> {"send":"foos"}
|+> [a-h]
|->[0-9]
|reset>
'''
ERRORS = r'''[0.1] {"no":"unit"}
<'^foo\s*',,10s>
<'^foo\s*',5,>
|X>
|a> ^\/(?!\/)(.*?)
'''


class File(unittest.TestCase):
    def setUp(self):
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.relayd = self.enterContext(Relayd())

    def start(self, *words, topic="/bi/x", env=None):
        process = subprocess.Popen([program("relay"), "file", *map(str, words), self.relayd.url(topic)],
                                   stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                   env=clean_environment(env))

        def end():
            if process.poll() is None:
                process.terminate()
            process.communicate(timeout=10 * SLOWNESS)
        self.addCleanup(end)
        return process

    def peer(self, topic="/bi/x"):
        return self.enterContext(WebSocket(self.relayd.port, topic))

    def wait_for_connections(self, count):
        wait_until(lambda: len(self.relayd.connections()) == count, what=f"{count} connections")

    def contents(self, path):
        return [LINE.match(line).group(3) for line in path.read_text().splitlines()]

    # --- recording ---

    def test_text_is_recorded_line_by_line_with_its_time(self):
        log = self.folder / "log"
        self.start("--file", log)
        peer = self.peer()
        self.wait_for_connections(2)
        peer.send(TEXT, 'There was a "bright" spark \u20ac'.encode())
        peer.send(BINARY, b"\x00\x01\xff")
        wait_until(lambda: len(log.read_text().splitlines()) == 2)
        self.assertEqual(self.contents(log), ['There was a "bright" spark \u20ac', base64.b64encode(b"\x00\x01\xff").decode()])

    def test_binary_is_recorded_as_it_is(self):
        log = self.folder / "log"
        self.start("--file", log, "--mode", "binary")
        peer = self.peer()
        self.wait_for_connections(2)
        for payload in (b"\x00\x01\xff", b"", b"abc\n"):
            peer.send(BINARY, payload)
        wait_until(lambda: log.read_bytes() == b"\x00\x01\xffabc\n")

    def test_a_file_that_was_moved_away_is_begun_anew_on_sighup(self):
        log, old = self.folder / "log", self.folder / "log.1"
        process = self.start("--file", log)
        peer = self.peer()
        self.wait_for_connections(2)
        peer.send(TEXT, b"before")
        wait_until(lambda: len(log.read_text().splitlines()) == 1)
        log.rename(old)
        process.send_signal(signal.SIGHUP)
        wait_until(log.exists, what="the new file")
        peer.send(TEXT, b"after")
        wait_until(lambda: len(log.read_text().splitlines()) == 1)
        self.assertEqual((self.contents(old), self.contents(log)), (["before"], ["after"]))
        self.assertEqual(len(self.relayd.connections()), 2)
        process.send_signal(signal.SIGINT)
        self.assertEqual(process.wait(10 * SLOWNESS), 0)

    def test_video_is_recorded_into_a_file_that_plays(self):
        if not shutil.which("ffmpeg"):
            self.skipTest("ffmpeg is not installed")
        film = self.folder / "film.ts"
        self.start("--file", film, "--mode", "binary", topic="/out/cam")
        self.wait_for_connections(1)
        subprocess.run(["ffmpeg", "-v", "error", "-re", "-f", "lavfi", "-i", "testsrc=duration=2:size=160x120:rate=25", "-f",
                        "mpegts", "-codec:v", "mpeg1video", self.relayd.http("/in/cam")], check=True, timeout=60)
        wait_until(lambda: film.stat().st_size > 0)
        probe = subprocess.run(["ffprobe", "-v", "error", "-count_frames", "-show_entries", "stream=nb_read_frames", "-of", "csv=p=0",
                                str(film)], capture_output=True, text=True, timeout=30)
        self.assertEqual((probe.stdout.split()[0].strip(","), probe.stderr), ("50", ""))

    def test_old_variables_record(self):
        log = self.folder / "log"
        env = {"RELAY_CLIENT_SESSION": self.relayd.url("/bi/x"), "RELAY_CLIENT_FILE": str(log), "RELAY_CLIENT_MODE": "text"}
        process = subprocess.Popen([program("relay"), "client", "file"], stdin=subprocess.DEVNULL, stderr=subprocess.PIPE,
                                   env=clean_environment(env))
        self.addCleanup(process.stderr.close)
        peer = self.peer()
        self.wait_for_connections(2)
        peer.send(TEXT, b"hello")
        wait_until(lambda: log.exists() and self.contents(log) == ["hello"])
        process.send_signal(signal.SIGINT)
        self.assertEqual(process.wait(10 * SLOWNESS), 0)
        done = subprocess.run([program("relay"), "client", "file"], env=clean_environment({**env, "RELAY_CLIENT_MODE": "x"}),
                              capture_output=True, text=True, timeout=30)
        self.assertEqual((done.returncode, done.stderr),
                         (1, "RELAY_CLIENT_MODE must be 'text', 'binary' or unset (defaulting to text)\n"))

    # --- playing ---

    def script(self, text):
        path = self.folder / "script"
        path.write_text(text)
        return path

    def test_all_examples_are_played_in_their_time(self):
        peer = self.peer()
        begin = time.monotonic()
        process = self.start("--play", self.script(EXAMPLES), "--interval", "0s")
        got = [peer.message()[1].decode() for _ in range(4)]
        self.assertEqual(got, ['{"some":"msg"}', '{"an":"other"}', '{"yet an":"other"}', '{"send":"foos"}'])
        self.assertGreaterEqual(time.monotonic() - begin, 0.2)
        self.assertEqual(process.wait(10 * SLOWNESS), 0)

    def test_a_condition_waits_for_messages(self):
        peer = self.peer()
        self.start("--play", self.script("ready?\n<'^yes',2,30s> go\n"), "--interval", "0s")
        self.assertEqual(peer.message()[1], b"ready?")
        for answer in (b"no", b"yes 1", b"oh yes", b"yes 2"):
            peer.send(TEXT, answer)
        begin = time.monotonic()
        self.assertEqual(peer.message()[1], b"go")
        self.assertLess(time.monotonic() - begin, 5 * SLOWNESS)

    def test_filters_and_remarks_reach_the_log(self):
        log = self.folder / "log"
        peer = self.peer()
        self.start("--play", self.script("|+> ^[a-h]\n|-> [0-9]\n#+ begin\n# not this\ngo\n<'end',1,20s>\n"), "--file", log,
                   "--interval", "0s")
        self.assertEqual(peer.message()[1], b"go")
        for message in (b"apple", b"apple1", b"zebra", b"house", b"end"):
            peer.send(TEXT, message)
        wait_until(lambda: log.exists() and self.contents(log) == ["begin", "apple", "house", "end"])

    def test_faulty_lines_are_named_and_nothing_is_sent(self):
        script = self.script("fine\n" + ERRORS)
        done = relay_cli("file", "--play", script, "--check-only", check=False)
        self.assertEqual((done.returncode, done.stderr.count(f"{script}:")), (1, 5))
        for number in range(2, 7):
            self.assertIn(f"{script}:{number}: ", done.stderr)
        self.assertEqual(relay_cli("file", "--play", self.script(EXAMPLES), "--check-only").stderr, "")
        done = relay_cli("file", "--play", self.script("fine\n" + ERRORS), self.relayd.url("/bi/x"), check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn("Error(s) checking play file", done.stderr)
        peer = self.peer()
        self.start("--play", script, "--force", "--interval", "0s")
        self.assertEqual(peer.message()[1], b"fine")

    def test_what_was_recorded_is_played_back_the_same(self):
        log, copy = self.folder / "log", self.folder / "copy"
        process = self.start("--file", log)
        peer = self.peer()
        self.wait_for_connections(2)
        messages = ["one", "", '{"a": [1, "\u20ac"]}', "  spaces  ", "[0.1s] looks like a delay", "# looks like a remark"]
        for message in messages:
            peer.send(TEXT, message.encode())
            time.sleep(0.05)
        wait_until(lambda: len(log.read_text().splitlines()) == len(messages))
        process.send_signal(signal.SIGINT)
        process.wait(10 * SLOWNESS)
        self.wait_for_connections(1)  # else the first recorder might be taken for the second
        self.start("--file", copy, topic="/bi/y")
        self.wait_for_connections(2)
        begin = time.monotonic()
        replay = self.start("--replay", log, "--interval", "0s", topic="/bi/y")
        self.assertEqual(replay.wait(20 * SLOWNESS), 0)
        self.assertGreaterEqual(time.monotonic() - begin, 0.2)
        wait_until(lambda: copy.exists() and len(copy.read_text().splitlines()) == len(messages))
        self.assertEqual(self.contents(copy), messages)


if __name__ == "__main__":
    main()
