# SPDX-License-Identifier: GPL-3.0-or-later
"""Closing (RFC 6455, sections 5.5.1 and 7): the 37 cases of Autobahn's class 7, and the relay's own close."""
import time

from cases import Case, ConformanceTest, topic
from rawws import CLOSE, CONTINUATION, PING, TEXT, close_payload, frame
from relay_e2e import SLOWNESS, Relayd, main

import rawws

HELLO = b"hello"
VALID = (1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3999, 4000, 4999)
INVALID = (0, 999, 1004, 1005, 1006, 1016, 1100, 2000, 2999)
BEYOND = (5000, 65535)


def closing(name, payload, code):
    """A close frame and the code that comes back: the same one, or that of a fault."""
    is_answer = code is None or payload[:2] == close_payload(code)
    return Case(name, [frame(CLOSE, payload)], code=code, closes=True, is_fault=not is_answer)


class Closing(ConformanceTest):
    def test_7_1_nothing_counts_after_a_close(self):
        close = frame(CLOSE, close_payload(1000))
        text = frame(TEXT, HELLO)
        large = b"BAsd7&jh23" * 26214
        self.run_cases([
            Case("message, then close", [text, close], [(TEXT, HELLO)], closes=True),
            Case("two closes", [close + close], closes=True),
            Case("ping after close", [close + frame(PING)], closes=True),
            Case("text after close", [close + text], closes=True),
            Case("close inside a message", [frame(TEXT, b"a", fin=False) + close + frame(CONTINUATION, b"b")], closes=True),
            Case("large message, close, ping", [frame(TEXT, large) + close + frame(PING)], [(TEXT, large)], closes=True),
        ], 6)

    def test_7_3_payload_of_a_close(self):
        self.run_cases([
            closing("empty", b"", None),
            closing("half a code", b"a", 1002),
            closing("code alone", close_payload(1000), 1000),
            closing("with a reason", close_payload(1000, "Tschüß".encode()), 1000),
            closing("with the longest reason", close_payload(1000, b"*" * 123), 1000),
            closing("with a reason too long", close_payload(1000, b"*" * 124), 1002),
        ], 6)

    def test_7_5_reason_that_is_not_text(self):
        bad = "κόσμε".encode() + b"\xED\xA0\x80edited"
        self.run_cases([closing("surrogate in the reason", close_payload(1000, bad), 1007)], 1)

    def test_7_7_valid_codes_come_back(self):
        self.run_cases([closing(f"code {code}", close_payload(code), code) for code in VALID], 13)

    def test_7_9_invalid_codes(self):
        self.run_cases([closing(f"code {code}", close_payload(code), 1002) for code in INVALID], 9)

    def test_7_13_codes_beyond_the_registry(self):
        self.run_cases([closing(f"code {code}", close_payload(code), 1002) for code in BEYOND], 2)

    def test_other_codes_of_the_registry(self):
        self.run_cases([closing(f"code {code}", close_payload(code), code) for code in (1012, 1013, 1014)]
                       + [closing("code 1015", close_payload(1015), 1002)])

    def test_readers_stay_when_a_sender_leaves(self):
        path = topic()
        with self.connect(path) as reader, self.connect(path) as third:
            for _ in range(3):
                with self.connect(path) as sender:
                    sender.send(TEXT, HELLO)
                    sender.send(CLOSE, close_payload(1000))
                    self.assertEqual(sender.close_code(), 1000)
            self.assert_delivered(reader, third, 3 * [(TEXT, HELLO)])


class Deadlines(ConformanceTest):
    def test_failure_ends_within_its_deadline_though_the_peer_goes_on(self):
        with self.connect(topic()) as sender:
            sender.send_raw(frame(3))
            self.assertEqual(sender.frame()[0], CLOSE)
            deadline = time.monotonic() + 6 * SLOWNESS
            with self.assertRaises((ConnectionError, rawws.Closed)):
                while time.monotonic() < deadline:
                    sender.send_raw(frame(TEXT, HELLO))
                    time.sleep(0.05)


class Shutdown(ConformanceTest):
    @classmethod
    def setUpClass(cls):
        pass

    def test_everyone_hears_1001_and_relayd_ends_well(self):
        with Relayd() as relayd:
            peers = [rawws.WebSocket(relayd.port, path) for path in ("/bi/a", "/bi/a", "/in/b", "/out/b", "/ws")]
            peers[0].send(TEXT, b"begun", fin=False)
            started = time.monotonic()
            relayd.send_signal(15)
            for peer in peers:
                with self.subTest(peer=peers.index(peer)), peer:
                    opcode, payload = peer.frame()
                    while opcode == TEXT:  # /ws tells figures
                        opcode, payload = peer.frame()
                    self.assertEqual((opcode, payload[:2]), (CLOSE, close_payload(1001)))
                    peer.send(CLOSE, close_payload(1001))
                    self.assertEqual(peer.read_to_end(), b"")  # no reset
            self.assertEqual(relayd.stop(), 0)
            self.assertLess(time.monotonic() - started, 5 * SLOWNESS)


if __name__ == "__main__":
    main()
