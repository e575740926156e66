#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""relay send and relay watch: against relayd, open and secured, and against servers as they were before it."""
import hashlib
import json
import os
import shutil
import signal
import subprocess
import tempfile
import time
import unittest

import tlsca
from accesstoken import SecuredRelayd, token
from oldserver import OldServer, Proxy
from relay_e2e import SLOWNESS, Relayd, clean_environment, free_port, main, program, wait_until

LOSSLESS = ["--topic-kind", "/out/*=stream"]


class Relay:
    """The relay command in the background; ended with the `with`."""

    def __init__(self, *words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=None):
        self._words = [str(word) for word in words]
        self._stdin, self._stdout, self._env = stdin, stdout, env

    def __enter__(self):
        self.errors = tempfile.TemporaryFile()
        self.process = subprocess.Popen([program("relay"), *self._words], stdin=self._stdin, stdout=self._stdout,
                                        stderr=self.errors, env=clean_environment(self._env))
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.terminate()
        self.process.wait(10 * SLOWNESS)
        for stream in (self.process.stdin, self.process.stdout, self.errors):
            if stream:
                stream.close()

    def say(self, text):
        self.process.stdin.write(text)
        self.process.stdin.flush()

    def wait(self, seconds=20):
        return self.process.wait(seconds * SLOWNESS)

    def told(self):
        self.errors.seek(0)
        return self.errors.read().decode()

    def events(self):
        return [json.loads(line) for line in self.told().splitlines()]

    def wait_for(self, event, count=1, seconds=15):
        wait_until(lambda: sum(e["event"] == event for e in self.events()) >= count, seconds, f"{count} x {event}")


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

    def test_a_proxy_is_taken_where_the_environment_names_one(self):
        with SecuredRelayd() as relayd, Proxy() as proxy:
            environment = {"http_proxy": f"http://127.0.0.1:{proxy.port}", "RELAY_TOKEN": token()}
            watch = self.watching(relayd, f"ws://relay.example:{relayd.port}/" + relayd.uri().split("/", 3)[3], env=environment)
            self.assertEqual(proxy.asked, [f"CONNECT relay.example:{relayd.port}"])
            self.assertIsNone(watch.process.poll())
            direct = self.watching(relayd, f"ws://127.0.0.1:{relayd.port}/" + relayd.uri().split("/", 3)[3],
                                   env=environment)
            self.assertIsNone(direct.process.poll())
            self.assertEqual(len(proxy.asked), 1)

    # --- servers of before ---

    def url(self, server):
        return f"http://127.0.0.1:{server.port}/session/x"

    def test_the_token_is_sent_raw_and_the_code_used_at_once(self):
        with OldServer() as server:
            send = self.enterContext(Relay("send", self.url(server), env={"RELAY_TOKEN": "ey.raw.token"}))
            send.say(b"hello\n")
            wait_until(lambda: server.got == [b"hello"], what="the message")
            self.assertEqual(server.posts[0][1], "ey.raw.token")
            self.assertLess(server.sockets[0] - server.posts[0][0], 1 * SLOWNESS)

    def test_refusals_are_met_with_patience(self):
        with OldServer(answers=[500, 500, "ok"]) as server:
            watch = self.enterContext(Relay("watch", self.url(server), "--json", env={"RELAY_TOKEN": "t"}, stdin=subprocess.DEVNULL))
            watch.wait_for("open", seconds=20)
            times = [at for at, _ in server.posts]
            waits = [b - a for a, b in zip(times, times[1:])]
            self.assertEqual(len(waits), 2)
            self.assertTrue(all(1 <= wait <= 10 * SLOWNESS for wait in waits), waits)

    def test_the_server_says_when_to_come_back(self):
        with OldServer(answers=[(429, '{"message":"later"}', {"Retry-After": "3"}), "ok"]) as server:
            watch = self.enterContext(Relay("watch", self.url(server), "--json", env={"RELAY_TOKEN": "t"}, stdin=subprocess.DEVNULL))
            watch.wait_for("open", seconds=20)
            self.assertGreaterEqual(server.posts[1][0] - server.posts[0][0], 3)

    def test_an_answer_without_an_address_is_no_answer(self):
        with OldServer(answers=[(200, '"Token Wrong Topic"', {}), (200, "{}", {}), "ok"]) as server:
            watch = self.enterContext(Relay("watch", self.url(server), "--json", env={"RELAY_TOKEN": "t"}, stdin=subprocess.DEVNULL))
            watch.wait_for("open", seconds=30)
            self.assertEqual(len(server.posts), 3)

    def test_a_websocket_that_never_speaks_is_given_up(self):
        with OldServer(silent=True) as server:
            watch = self.enterContext(Relay("watch", self.url(server), "--json", "--ping-every", "500ms", "--dead-after", "2s",
                                            env={"RELAY_TOKEN": "t"}, stdin=subprocess.DEVNULL))
            watch.wait_for("waiting", seconds=20)
            self.assertIn("nothing was heard", watch.told())

    def test_glued_reports_are_taken_apart(self):
        with OldServer(speaks=[(1, b'[{"topic":"a"}][{"topic":"b"}]')]) as server:
            with Relay("watch", self.url(server), "--split-json", "--count", "2", env={"RELAY_TOKEN": "t"},
                       stdin=subprocess.DEVNULL) as watch:
                self.assertEqual(watch.wait(), 0)
                self.assertEqual(watch.process.stdout.read(), b'[{"topic":"a"}]\n[{"topic":"b"}]\n')


if __name__ == "__main__":
    main()
