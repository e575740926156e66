# SPDX-License-Identifier: GPL-3.0-or-later
"""How a conformance case is run against a relay, which unlike an echo server answers to somebody else.

Three connections share a topic of their own. The sender does what the case says; the reader must get exactly the
messages that the case expects; and when the relay is done with the sender, a third one sends a last message, behind
which the reader proves that nothing else was on its way.
"""
import dataclasses
import itertools
import unittest

import rawws
from relay_e2e import Relayd

_numbers = itertools.count()
LAST = b"this is the last message of the case"


@dataclasses.dataclass
class Case:
    name: str
    sends: list  # octets; each entry is sent by itself
    delivered: list = dataclasses.field(default_factory=list)  # (opcode, payload) that the reader gets
    answers: list = dataclasses.field(default_factory=list)  # (opcode, payload) that the sender gets before the close
    # The code that the relay closes with. 1000 and nothing else wrong: the answer to our own close, which is sent
    # after the rest. When `sends` has a close of its own already, closes is True.
    code: int | None = 1000
    closes: bool = False
    is_fault: bool = False  # the relay closes, since we have done wrong
    chop: int = 0  # octets per piece

    def fails(self, code=1002):
        return dataclasses.replace(self, code=code, is_fault=True)


def topic():
    """A path nobody else uses."""
    return f"/bi/case{next(_numbers)}"


class ConformanceTest(unittest.TestCase):
    """One relayd for all tests of a class."""

    @classmethod
    def setUpClass(cls):
        cls.relayd = cls.enterClassContext(Relayd())

    def connect(self, path, **how):
        return rawws.WebSocket(self.relayd.port, path, **how)

    def raw(self, **how):
        return rawws.RawSocket(self.relayd.port, **how)

    def run_cases(self, cases, expected_count=None):
        if expected_count is not None:
            self.assertEqual(len(cases), expected_count, "cases of this class")
        for case in cases:
            with self.subTest(case.name):
                self.run_case(case)

    def run_case(self, case):
        path = topic()
        with self.connect(path) as sender, self.connect(path) as reader, self.connect(path) as third:
            self._send(sender, case)
            found = [sender.frame() for _ in case.answers]
            self.assertEqual(found, case.answers, "what the sender got")
            self.assertEqual(sender.close_code(answer=case.is_fault), case.code, "close code")
            self.assert_delivered(reader, third, case.delivered)

    def assert_delivered(self, reader, third, expected):
        """The reader gets these messages and then nothing but what `third` sends behind them."""
        for i, (opcode, payload) in enumerate([*expected, (rawws.BINARY, LAST)]):
            if i == len(expected):
                third.send(rawws.BINARY, LAST)
            found = reader.message()
            # Compared by hand: unittest's diff of two megabytes would take minutes.
            if found != (opcode, payload):
                self.fail(f"the reader got {_short(*found)} instead of {_short(opcode, payload)}")

    def _send(self, sender, case):
        try:
            for data in case.sends:
                if case.chop:
                    sender.send_chopped(data, case.chop)
                else:
                    sender.send_raw(data)
            if not case.closes and not case.is_fault:
                sender.send(rawws.CLOSE, rawws.close_payload(1000))
        except (BrokenPipeError, ConnectionResetError):
            # The relay may end the connection while we still send what is wrong; its close frame says why.
            if not case.is_fault:
                raise


def _short(opcode, payload):
    return f"opcode {opcode} with {len(payload)} octets {payload[:60]!r}"
