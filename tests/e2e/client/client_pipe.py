#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""relay send and relay watch against relayd, open and secured."""
import hashlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
import unittest

import tlsca
from accesstoken import SecuredRelayd, token
from relay_e2e import SLOWNESS, Relayd, clean_environment, free_port, main, program, wait_until
from relaycommand import Relay

LOSSLESS = ["--topic-kind", "/out/*=stream"]


class Pipes(unittest.TestCase):
    def watching(self, relayd, *words, **options):
        watch = Relay("watch", *words, "--json", stdin=subprocess.DEVNULL, **options)
        self.enterContext(watch)
        watch.wait_for("open")
        return watch

    def test_lines_come_out_as_they_went_in(self):
        with Relayd() as relayd:
            server = f"--server=ws://127.0.0.1:{relayd.port}"
            watch = self.watching(relayd, "chat", server, "--count", "4")
            with Relay("send", "chat", server) as send:
                send.say("one\nna\u00efve \u20ac\n\nlast without end".encode())
                send.process.stdin.close()
                self.assertEqual(send.wait(), 0, send.told())
            self.assertEqual(watch.wait(), 0)
            self.assertEqual(watch.process.stdout.read().decode(), "one\nna\u00efve \u20ac\n\nlast without end\n")

    def test_a_hundred_megabytes_arrive_whole_where_nothing_may_be_lost(self):
        with Relayd(LOSSLESS) as relayd, tempfile.NamedTemporaryFile() as source, tempfile.NamedTemporaryFile() as sink:
            block = os.urandom(2**20)
            for i in range(100):
                source.write(block[i:] + block[:i])
            source.flush()
            server = f"--server=ws://127.0.0.1:{relayd.port}"
            watch = self.watching(relayd, "bulk", server, stdout=sink)
            with open(source.name, "rb") as data, Relay("send", "bulk", server, "--as", "binary", stdin=data) as send:
                self.assertEqual(send.wait(60), 0, send.told())
            wait_until(lambda: os.path.getsize(sink.name) == 100 * 2**20, 30, "all of it")
            watch.process.terminate()
            self.assertEqual(watch.wait(), 0)
            with open(source.name, "rb") as data, open(sink.name, "rb") as copy:
                self.assertEqual(hashlib.file_digest(data, "sha256").hexdigest(), hashlib.file_digest(copy, "sha256").hexdigest())

    def test_a_stream_of_ffmpeg_arrives_as_it_was(self):
        if not shutil.which("ffmpeg"):
            self.skipTest("ffmpeg is not installed")
        with Relayd(LOSSLESS + ["--instant-start", "0"]) as relayd, tempfile.TemporaryDirectory() as folder:
            server = f"--server=ws://127.0.0.1:{relayd.port}"
            with open(f"{folder}/seen.ts", "wb") as sink:
                watch = self.watching(relayd, "film", server, stdout=sink)
                subprocess.run(["bash", "-euo", "pipefail", "-c",
                                "ffmpeg -v error -f lavfi -i testsrc=duration=3:size=320x240:rate=25 -f mpegts -codec:v mpeg1video - "
                                f"| tee {folder}/sent.ts | {program('relay')} send film {server}"],
                               env=clean_environment(), check=True, timeout=60)
                size = os.path.getsize(f"{folder}/sent.ts")
                wait_until(lambda: os.path.getsize(f"{folder}/seen.ts") == size, 10, "all of it")
                watch.process.terminate()
                self.assertEqual(watch.wait(), 0)
            with open(f"{folder}/sent.ts", "rb") as sent, open(f"{folder}/seen.ts", "rb") as seen:
                self.assertEqual(sent.read(), seen.read())
            frames = subprocess.run(["ffprobe", "-v", "error", "-count_frames", "-show_entries", "stream=nb_read_frames", "-of",
                                     "csv=p=0", f"{folder}/seen.ts"], capture_output=True, text=True, timeout=30)
            self.assertEqual((frames.stdout.split()[0].strip(","), frames.stderr), ("75", ""))

    def test_whoever_reads_may_go_away(self):
        with Relayd() as relayd:
            server = f"--server=ws://127.0.0.1:{relayd.port}"
            watch = self.watching(relayd, "x", server)
            watch.process.stdout.close()
            with Relay("send", "x", server) as send:
                send.say(b"into the void\n")
                self.assertEqual(watch.wait(), 0)

    def test_after_a_crash_of_the_relay_both_come_back(self):
        port = free_port()
        relayd = Relayd(listen=f"127.0.0.1:{port}")
        with relayd:
            watch = self.watching(relayd, "x", f"--server=ws://127.0.0.1:{port}")
            send = self.enterContext(Relay("send", "x", f"--server=ws://127.0.0.1:{port}", "--json"))
            send.wait_for("open")
            relayd.stop(signal.SIGKILL)
        begin = time.monotonic()
        with Relayd(listen=f"127.0.0.1:{port}"):
            watch.wait_for("open", 2)
            send.wait_for("open", 2)
            self.assertLess(time.monotonic() - begin, 12 * SLOWNESS)
            send.say(b"back again\n")
            self.assertEqual(watch.process.stdout.readline(), b"back again\n")

    def test_once_means_once(self):
        with Relay("watch", "x", f"--server=ws://127.0.0.1:{free_port()}", "--once") as watch:
            self.assertEqual(watch.wait(), 1)
            self.assertIn("refused", watch.told())

    # --- secured ---

    def test_tokens_open_sessions_and_are_read_anew(self):
        with SecuredRelayd() as relayd, tempfile.TemporaryDirectory() as folder:
            key = f"{folder}/token"

            def write(text):
                with open(key, "w", encoding="ascii") as file:
                    file.write(text + "\n")
            write(token(secret="a forged one"))
            watch = self.enterContext(Relay("watch", relayd.http("/session/lab"), "--token-file", key, "--json",
                                            stdin=subprocess.DEVNULL))
            watch.wait_for("waiting")
            first = next(event for event in watch.events() if event["event"] == "waiting")
            self.assertTrue(first["refused"])
            self.assertIn("token invalid", first["text"])
            write(token(scopes=["read"]))
            watch.wait_for("open")
            with Relay("send", relayd.http("/session/lab"), env={"RELAY_TOKEN": token(booking_id="b1")}) as send:
                send.say(b"hello\n")
                self.assertEqual(watch.process.stdout.readline(), b"hello\n")
            self.assertEqual(relayd.deny("booking0"), 204)
            watch.wait_for("waiting", 2)
            self.assertIn("4403", watch.told())
            self.assertNotIn(token(), watch.told())

    def test_wss_trusts_who_it_is_told_to(self):
        with tempfile.TemporaryDirectory() as folder:
            authority = tlsca.Authority(folder)
            certificate, key = authority.issue("relay")
            with SecuredRelayd(["--tls-listen", "127.0.0.1:0", "--tls-certificate", certificate, "--tls-key", key],
                               listen="none", tls=authority.context()) as relayd:
                url = f"https://127.0.0.1:{relayd.tls_port}/session/lab"
                environment = {"RELAY_TOKEN": token()}
                with Relay("watch", url, "--once", env=environment, stdin=subprocess.DEVNULL) as stranger:
                    self.assertEqual(stranger.wait(), 1)
                watch = self.watching(relayd, url, "--ca-file", authority.certificate, "--count", "1", env=environment)
                with Relay("send", url, "--ca-file", authority.certificate, env=environment) as send:
                    send.say(b"sealed\n")
                    self.assertEqual(watch.process.stdout.readline(), b"sealed\n")


if __name__ == "__main__":
    main()
