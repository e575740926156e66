# SPDX-License-Identifier: GPL-3.0-or-later
"""Peers that leave without the closing handshake: half-closed and reset connections in every state.

After each the relay serves others as before, and in the end it holds no more descriptors than at the start.
"""
import socket

from cases import ConformanceTest, topic
from rawws import BINARY, CLOSE, CONTINUATION, PING, TEXT, Closed, RawSocket, close_payload, frame, handshake
from relay_e2e import main, wait_until

MIB = 1024 * 1024


class Disconnect(ConformanceTest):
    def setUp(self):
        self.path = topic()
        # Both stay through the test: whoever leaves, these two still reach one another.
        self.reader = self.enterContext(self.connect(self.path))
        self.third = self.enterContext(self.connect(self.path))
        self.base = self.relayd.descriptors()

    def assert_unharmed(self, delivered=()):
        self.assert_delivered(self.reader, self.third, list(delivered))
        wait_until(lambda: self.relayd.descriptors() <= self.base, 7, "descriptors are given back")


class HalfClose(Disconnect):
    def half_close(self, peer):
        peer.socket.shutdown(socket.SHUT_WR)

    def assert_ended(self, peer):
        """The relay ends the connection; a close frame before that is its good right."""
        try:
            rest = peer.read_to_end()
        except Closed:
            return
        self.assertTrue(rest == b"" or rest[0] == 0x88, rest)

    def test_after_a_message(self):
        with self.connect(self.path) as peer:
            peer.send(TEXT, b"said and gone")
            self.half_close(peer)
            self.assert_ended(peer)
        self.assert_unharmed([(TEXT, b"said and gone")])

    def test_inside_a_message(self):
        for sent in (frame(TEXT, b"a", fin=False), frame(TEXT, b"abc", length=100), frame(TEXT, b"abc")[:1]):
            with self.subTest(sent), self.connect(self.path) as peer:
                peer.send_raw(sent)
                self.half_close(peer)
                self.assert_ended(peer)
        self.assert_unharmed()

    def test_close_is_still_answered(self):
        with self.connect(self.path) as peer:
            peer.send(CLOSE, close_payload(1000))
            self.half_close(peer)
            self.assertEqual(peer.close_code(), 1000)
        self.assert_unharmed()

    def test_pong_to_a_ping_before_the_end(self):
        with self.connect(self.path) as peer:
            peer.send(PING, b"last")
            self.half_close(peer)
            try:
                peer.read_to_end()
            except Closed:
                pass
        self.assert_unharmed()

    def test_during_and_right_after_the_handshake(self):
        request = handshake(self.path)
        for sent in (b"", request[:30], request[:-1], request, request + frame(TEXT, b"x")[:3]):
            with self.subTest(sent), self.raw() as peer:
                peer.send_raw(sent)
                self.half_close(peer)
                try:
                    peer.read_to_end()  # some answer or none, but an end
                except Closed:
                    pass
        self.assert_unharmed()


class Reset(Disconnect):
    def test_before_and_during_the_handshake(self):
        request = handshake(self.path)
        for sent in (b"", b"G", request[:30], request[:-1], request, request + frame(TEXT, b"x")[:3]):
            for _ in range(10):
                peer = RawSocket(self.relayd.port)
                peer.send_raw(sent)
                peer.reset()
        self.assert_unharmed()

    def test_open_and_inside_frames(self):
        whole = frame(BINARY, b"x" * 1000)
        long_form = frame(BINARY, b"x" * 70000)
        states = {
            "open": b"", "one octet": whole[:1], "inside the length": long_form[:5], "inside the mask": whole[:6],
            "header only": whole[:8], "inside the payload": whole[:500], "inside a large payload": long_form[:60000],
            "inside a message": frame(TEXT, b"a", fin=False),
            "ping inside a message": frame(TEXT, b"a", fin=False) + frame(PING, b"p"),
            "inside a ping": frame(PING, b"abcdef")[:8],
            "inside a continuation": frame(TEXT, b"a", fin=False) + frame(CONTINUATION, b"bcd")[:7],
            "inside a close": frame(CLOSE, close_payload(1000))[:7],
        }
        for name, sent in states.items():
            with self.subTest(name):
                peer = self.connect(self.path)
                peer.send_raw(sent)
                peer.reset()
        self.assert_unharmed()

    def test_right_after_a_message(self):
        # RST may overtake what the relay has not read: the message arrives whole or not at all.
        peer = self.connect(self.path)
        peer.send(TEXT, b"perhaps")
        peer.reset()
        wait_until(lambda: self.relayd.descriptors() <= self.base, 7, "descriptors are given back")
        self.third.send(TEXT, b"end")
        found = [self.reader.message()]
        if found[0] == (TEXT, b"perhaps"):
            found = [self.reader.message()]
        self.assertEqual(found, [(TEXT, b"end")])

    def test_during_the_closing_handshake(self):
        for sent in (frame(CLOSE, close_payload(1000)), frame(3), frame(TEXT, b"\xFF")):
            for read_first in (False, True):
                with self.subTest(sent, read_first=read_first):
                    peer = self.connect(self.path)
                    peer.send_raw(sent)
                    if read_first:
                        self.assertEqual(peer.frame()[0], CLOSE)
                    peer.reset()
        self.assert_unharmed()

    def test_while_the_relay_sends(self):
        payload = b"x" * (4 * MIB)
        for _ in range(3):
            # A reader with a small window that reads nothing: the relay is left with a message partly sent.
            slow = self.connect(self.path, receive_buffer=4096)
            self.third.send(BINARY, payload)
            self.assertEqual(self.reader.message(), (BINARY, payload))
            slow.reset()
        self.assert_unharmed()


if __name__ == "__main__":
    main()
