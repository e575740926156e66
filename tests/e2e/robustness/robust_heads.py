# SPDX-License-Identifier: GPL-3.0-or-later
"""Requests that never end: silent peers, a byte at a time, heads without end. Nobody else notices."""
import time
import unittest

from rawws import Closed, RawSocket, Response, TEXT, WebSocket, handshake
from relay_e2e import Relayd, SLOWNESS, main, wait_until

DEADLINE = 5.0  # seconds for the head of a request


class Heads(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.relayd = Relayd()
        cls.relayd.__enter__()

    @classmethod
    def tearDownClass(cls):
        cls.relayd.__exit__(None, None, None)

    def answer(self, peer):
        response = Response(peer.read_until(b"\r\n\r\n"))
        return response, peer.read_to_end().decode()

    def assert_serves(self):
        with WebSocket(self.relayd.port, "/alive") as one, WebSocket(self.relayd.port, "/alive") as other:
            one.send(TEXT, b"hello")
            self.assertEqual(other.message(), (TEXT, b"hello"))

    def test_silent_sockets_get_408_after_five_seconds(self):
        started = time.monotonic()
        peers = [RawSocket(self.relayd.port) for _ in range(50)]
        time.sleep(0.5)
        self.assert_serves()
        for peer in peers:
            response, text = self.answer(peer)
            taken = time.monotonic() - started
            self.assertEqual(response.status, 408)
            self.assertIn("5 s", text)
            self.assertGreater(taken, DEADLINE - 0.1)
            self.assertLess(taken, DEADLINE + 1.0 * SLOWNESS)
            peer.socket.close()

    def test_a_byte_per_second_does_not_prolong_it(self):
        started = time.monotonic()
        head = handshake("/slow")
        with RawSocket(self.relayd.port) as peer:
            peer.socket.settimeout(1.0)
            for byte in head:
                try:
                    peer.send_raw(bytes([byte]))
                    peer.fill()
                except TimeoutError:
                    continue
                except (Closed, ConnectionError):
                    pass
                break
            peer.socket.settimeout(5.0)
            self.assertEqual(Response(peer.read_until(b"\r\n\r\n")).status, 408)
        self.assertLess(time.monotonic() - started, DEADLINE + 2.0 * SLOWNESS)

    def test_a_head_in_single_bytes_is_a_head(self):
        with RawSocket(self.relayd.port) as peer:
            peer.send_chopped(handshake("/bytes"), 1, pause=0)
            self.assertEqual(Response(peer.read_until(b"\r\n\r\n")).status, 101)

    def test_heads_without_end_are_refused_at_once(self):
        rows = [("header", b"GET / HTTP/1.1\r\nX: " + b"a" * 20000, 431),
                ("headers", b"GET / HTTP/1.1\r\n" + b"X: a\r\n" * 4000, 431),
                ("target", b"GET /" + b"a" * 20000, 414),
                ("bare line feeds", b"GET / HTTP/1.1\nHost: a\n\n", 400),
                ("another protocol", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 400),
                ("HTTP/2", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505)]
        for name, data, status in rows:
            with self.subTest(name), RawSocket(self.relayd.port) as peer:
                started = time.monotonic()
                peer.send_raw(data)
                response, text = self.answer(peer)
                self.assertEqual(response.status, status)
                self.assertGreater(len(text), 20)
                self.assertLess(time.monotonic() - started, 1.0 * SLOWNESS)

    def test_many_undecided_keep_nobody_out_for_long(self):
        peers = []
        try:
            for _ in range(600):
                peers.append(RawSocket(self.relayd.port))
            wait_until(lambda: self.assert_serves() is None, DEADLINE + 3, "a peer that is served")
        finally:
            for peer in peers:
                peer.socket.close()

    def test_memory_of_unfinished_heads_is_bounded(self):
        before = self.relayd.rss()
        peers = [RawSocket(self.relayd.port) for _ in range(300)]
        for peer in peers:
            peer.send_raw(b"GET / HTTP/1.1\r\n" + b"X: a\r\n" * 90 + b"Y: " + b"a" * 7000)
        time.sleep(0.5)
        grown = self.relayd.rss() - before
        for peer in peers:
            peer.socket.close()
        self.assertLess(grown, 300 * 2 * 16 * 1024 + (2 << 20))

    def test_a_peer_that_never_reads_its_answer_is_let_go(self):
        before = self.relayd.descriptors()
        peers = []
        for _ in range(20):
            peer = RawSocket(self.relayd.port, receive_buffer=2048)
            peer.send_raw(b"GET /stats HTTP/1.1\r\nHost: a\r\n\r\n")
            peers.append(peer)
        wait_until(lambda: self.relayd.descriptors() <= before, 15, "descriptors given back though nobody reads")
        for peer in peers:
            peer.socket.close()


if __name__ == "__main__":
    main()
