#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Attacks, each refused with the right answer and its counter, while a video topic loses nothing.

`access_attack.py --long` holds 10,000 half-open handshakes instead of 1,000.
"""
import base64
import os
import socket
import statistics
import sys
import time
import unittest

from accesstoken import SecuredRelayd, claims, sign, token
from activetopic import ActiveTopic
from rawws import BINARY, WebSocket, frame
from relay_e2e import SLOWNESS, main, wait_until

HALF_OPEN = 10_000 if "--long" in sys.argv else 1_000


def path_of(uri):
    return "/" + uri.split("/", 3)[3]


class Attacks(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.relayd = SecuredRelayd(["--undecided-per-address", "0", "--failures-per-minute", "20", "--handshake-rate", "0",
                                    "--connections-per-address", "0", "--codes-per-booking", "0"])
        cls.enterClassContext(cls.relayd)
        cls.video = ActiveTopic(cls.relayd.port, path_of(cls.relayd.uri("cam-st-video", booking_id="cam")),
                                path_of(cls.relayd.uri("cam-st-video", booking_id="eye", scopes=["read"])))
        cls.video.__enter__()
        wait_until(lambda: cls.video.seen > 50, what="the video to run")
        cls.quiet = statistics.median(cls.video.delays)

    @classmethod
    def tearDownClass(cls):
        cls.video.__exit__()
        delay = statistics.median(cls.video.delays)
        print(f"video: {cls.video.seen} messages, lost {cls.video.lost}; p50 {cls.quiet * 1e3:.2f} ms before, "
              f"{delay * 1e3:.2f} ms over all, ratio {delay / cls.quiet:.2f}", file=sys.stderr)
        assert cls.video.is_whole

    def refused(self, reason):
        return self.relayd.metric(f'relay_auth_failures_total{{reason="{reason}"}}')

    def status(self, path, headers=()):
        """Of an opening handshake, as written."""
        key = base64.b64encode(os.urandom(16)).decode()
        lines = [f"GET {path} HTTP/1.1", "Host: relay", "Upgrade: websocket", "Connection: Upgrade",
                 "Sec-WebSocket-Version: 13", f"Sec-WebSocket-Key: {key}", *headers, "", ""]
        with socket.create_connection(("127.0.0.1", self.relayd.port), timeout=10) as link:
            link.sendall("\r\n".join(lines).encode("latin-1"))
            return int(link.recv(4096).split()[1])

    def test_half_open_handshakes_hold_up_nobody(self):
        links = []
        calls = []

        def call():
            begin = time.monotonic()
            self.assertEqual(self.relayd.call("POST", "/session/lab", token())[0], 200)
            calls.append(time.monotonic() - begin)
        try:
            for i in range(HALF_OPEN):
                if i % (HALF_OPEN // 20) == 0:
                    call()
                link = socket.socket()
                link.settimeout(10)
                link.bind((f"127.0.0.{2 + i % 200}", 0))
                link.connect(("127.0.0.1", self.relayd.port))
                link.sendall(b"GET /session/lab HTTP/1.1\r\nHost: ")
                links.append(link)
            call()
            print(f"{HALF_OPEN} half-open handshakes: {len(calls)} calls among them took {max(calls) * 1e3:.1f} ms at most",
                  file=sys.stderr)
            self.assertLess(max(calls), 2 * SLOWNESS)
            self.assertGreater(self.refused("crowded"), 0)
        finally:
            for link in links:
                link.close()

    def test_a_head_that_comes_octet_by_octet_gets_408(self):
        with socket.create_connection(("127.0.0.1", self.relayd.port), timeout=20 * SLOWNESS) as link:
            begin = time.monotonic()
            answer = b""
            for octet in b"GET /session/lab HTTP/1.1\r\n" + b"X" * 100:
                try:
                    link.sendall(bytes([octet]))
                except OSError:
                    break
                link.settimeout(0.2)
                try:
                    answer = link.recv(4096)
                    break
                except TimeoutError:
                    pass
            self.assertEqual(answer.split()[1:2], [b"408"])
            self.assertLess(time.monotonic() - begin, 8 * SLOWNESS)

    def test_frames_of_two_gibibytes_are_refused_by_their_length(self):
        before = self.relayd.rss()
        for length in (2**31, 2**63 - 1, 10 * 2**20 + 1):
            with WebSocket(self.relayd.port, path_of(self.relayd.uri())) as peer:
                peer.send_raw(frame(BINARY, b"", length=length))
                self.assertEqual(peer.close_code(), 1009)
        self.assertLess(self.relayd.rss() - before, 4 * 2**20)

    def test_guessing_codes_is_slowed_down_and_counted(self):
        before = self.refused("bad_code")
        source = ("127.0.0.99", 0)
        answers = []
        for i in range(30):
            with socket.create_connection(("127.0.0.1", self.relayd.port), timeout=10, source_address=source) as link:
                link.sendall((f"GET /session/lab?code={i} HTTP/1.1\r\nHost: r\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                              "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n").encode())
                answers.append(int(link.recv(4096).split()[1]))
        self.assertEqual(answers[:20], [401] * 20)
        self.assertEqual(set(answers[22:]), {429})
        self.assertGreaterEqual(self.refused("bad_code") - before, 20)
        self.assertGreater(self.refused("guessing"), 0)

    def test_a_replayed_code_opens_nothing(self):
        path = path_of(self.relayd.uri())
        self.assertEqual([self.status(path) for _ in range(3)], [101, 401, 401])

    def test_forged_and_stale_tokens_are_refused_and_counted(self):
        good = token()
        header, payload, signature = good.split(".")
        none = base64.urlsafe_b64encode(b'{"alg":"none","typ":"JWT"}').rstrip(b"=").decode()
        swapped = base64.urlsafe_b64encode(b'{"alg":"HS256","alg":"none"}').rstrip(b"=").decode()
        before = {reason: self.refused(reason) for reason in ("bad_token", "expired", "not_yet_valid")}
        rows = [(f"{none}.{payload}.", "bad_token"), (f"{swapped}.{payload}.{signature}", "bad_token"),
                (sign(claims(), header={"alg": "RS256"}), "bad_token"), (sign(claims(), header={"alg": "HS384"}), "bad_token"),
                (token(secret="guessed secret"), "bad_token"), (token(secret="guessed", booking_id="x" * 5000), "bad_token"),
                (token(exp=int(time.time()) - 1), "expired"), (token(nbf=int(time.time()) + 99), "not_yet_valid")]
        for bad, reason in rows:
            self.assertEqual(self.relayd.call("POST", "/session/lab", bad)[0], 401, reason)
            self.assertGreater(self.refused(reason), before[reason])
        self.assertEqual(self.relayd.call("POST", "/session/lab", "x" * 17000)[0], 431)

    def test_tricks_with_the_path_are_refused(self):
        for path in ("/session/%252fetc", "/session/..%2f..%2fetc", "/session/../status", "/session/a%00b", "/session/" + "a" * 1100,
                     "/session/%", "/session/a%zz", "/session//a", "/session/%c0%ae%c0%ae", "/session/a%0d%0aX"):
            self.assertEqual(self.status(path + "?code=x"), 400, path)
            status, _, _ = self.relayd.call("POST", path, token())
            self.assertEqual(status, 400, path)
        for path in ("/session%2flab?code=x", "/debug/pprof/", "/%73ession/lab"):
            self.assertEqual(self.status(path), 404, path)
        self.assertEqual(self.status("/session/" + "a" * 16400 + "?code=x"), 414)


if __name__ == "__main__":
    if "--long" in sys.argv:
        sys.argv.remove("--long")
    main()
