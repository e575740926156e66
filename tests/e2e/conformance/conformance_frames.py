# SPDX-License-Identifier: GPL-3.0-or-later
"""Framing, pings, reserved bits and opcodes, fragmentation (RFC 6455, section 5).

The classes and their counts follow the numbering of the Autobahn test suite: 1, 2, 3, 4, 5 and 10.
"""
from cases import Case, ConformanceTest
from rawws import BINARY, CONTINUATION, PING, PONG, TEXT, close_payload, fragments, frame
from relay_e2e import main

HELLO = "Grüße, κόσμε".encode()


def text(payload=HELLO, **how):
    return frame(TEXT, payload, **how)


class Frames(ConformanceTest):
    def test_1_messages_of_every_form_of_length(self):
        cases = []
        for opcode, octet in ((TEXT, b"*"), (BINARY, b"\xFE")):
            for size in (0, 125, 126, 127, 128, 65535, 65536):
                cases.append(Case(f"{size} of opcode {opcode}", [frame(opcode, octet * size)], [(opcode, octet * size)]))
            cases.append(Case(f"65536 of opcode {opcode} in chops", [frame(opcode, octet * 65536)],
                              [(opcode, octet * 65536)], chop=997))
        self.run_cases(cases, 16)

    def test_2_pings(self):
        binary = b"\x00\xFF\xFE\xFD\xFC\xFB\x00\xFF"
        ten = [b"payload %d" % i for i in range(10)]
        pongs = [(PONG, payload) for payload in ten]
        self.run_cases([
            Case("empty", [frame(PING)], answers=[(PONG, b"")]),
            Case("text", [frame(PING, HELLO)], answers=[(PONG, HELLO)]),
            Case("binary", [frame(PING, binary)], answers=[(PONG, binary)]),
            Case("125 octets", [frame(PING, b"\xFE" * 125)], answers=[(PONG, b"\xFE" * 125)]),
            Case("126 octets", [frame(PING, b"\xFE" * 126)]).fails(),
            Case("125 octets, octet by octet", [frame(PING, b"\xFE" * 125)], answers=[(PONG, b"\xFE" * 125)], chop=1),
            Case("pong nobody asked for", [frame(PONG)]),
            Case("pong with payload nobody asked for", [frame(PONG, b"unsolicited")]),
            Case("pong, then ping", [frame(PONG, b"unsolicited"), frame(PING, b"ping")], answers=[(PONG, b"ping")]),
            Case("ten at once", [b"".join(frame(PING, payload) for payload in ten)], answers=pongs),
            Case("ten, octet by octet", [frame(PING, payload) for payload in ten], answers=pongs, chop=1),
        ], 11)

    def test_3_reserved_bits(self):
        good = [(TEXT, HELLO)]
        wrong = [text(), text(rsv=2), frame(PING)]
        self.run_cases([
            Case("RSV 1", [text(rsv=1)]).fails(),
            Case("RSV 2 after a good message", wrong, good).fails(),
            Case("RSV 3 after a good message, at once", [text() + text(rsv=3) + frame(PING)], good).fails(),
            Case("RSV 4 after a good message, octet by octet", [text() + text(rsv=4) + frame(PING)], good, chop=1).fails(),
            Case("RSV 5, binary", [frame(BINARY, b"\xFE" * 8, rsv=5)]).fails(),
            Case("RSV 6, ping", [frame(PING, rsv=6)]).fails(),
            Case("RSV 7, close", [frame(8, close_payload(1000), rsv=7)]).fails(),
        ], 7)

    def test_4_reserved_opcodes(self):
        cases = []
        for opcode in (3, 4, 5, 6, 7, 0xB, 0xC, 0xD, 0xE, 0xF):
            cases.append(Case(f"{opcode:x} first", [frame(opcode, b"x")]).fails())
            after = text() + frame(opcode) + frame(PING)
            cases.append(Case(f"{opcode:x} after a message", [after], [(TEXT, HELLO)]).fails())
            cases.append(Case(f"{opcode:x} octet by octet", [after], [(TEXT, HELLO)], chop=1).fails())
        self.run_cases(cases, 30)

    def test_mask_is_required(self):
        self.run_cases([
            Case("unmasked text", [text(mask=False)]).fails(),
            Case("unmasked ping", [frame(PING, mask=False)]).fails(),
            Case("unmasked after a good message", [text() + text(mask=False)], [(TEXT, HELLO)]).fails(),
        ])

    def test_10_message_that_a_sender_fragments_by_itself(self):
        payload = b"*" * 65536
        self.run_cases([Case("1300 octets a fragment", fragments(TEXT, payload, 1300), [(TEXT, payload)])], 1)


class Fragments(ConformanceTest):
    first = frame(TEXT, b"fragment1", fin=False)
    last = frame(CONTINUATION, b"fragment2")
    whole = [(TEXT, b"fragment1fragment2")]

    def test_5_good_fragments(self):
        first, last, whole = self.first, self.last, self.whole
        ping = frame(PING, b"ping")
        pong = [(PONG, b"ping")]
        middle = frame(CONTINUATION, b"fragment2", fin=False)
        five = [first, middle, ping, middle, middle, ping, frame(CONTINUATION, b"fragment2")]
        five_whole = [(TEXT, b"fragment1" + 4 * b"fragment2")]
        self.run_cases([
            Case("two", [first, last], whole),
            Case("two at once", [first + last], whole),
            Case("two, octet by octet", [first + last], whole, chop=1),
            Case("ping between", [first, ping, last], whole, pong),
            Case("ping between, at once", [first + ping + last], whole, pong),
            Case("ping between, octet by octet", [first + ping + last], whole, pong, chop=1),
            Case("five with pings between", five, five_whole, 2 * pong),
            Case("five with pings between, at once", [b"".join(five)], five_whole, 2 * pong),
        ], 8)

    def test_5_bad_fragments(self):
        first, last = self.first, self.last
        stray = frame(CONTINUATION, b"stray")
        open_stray = frame(CONTINUATION, b"stray", fin=False)
        good = frame(TEXT, b"good")
        delivered = [(TEXT, b"good")]
        cases = [
            Case("fragmented ping", [frame(PING, b"p", fin=False), frame(CONTINUATION, b"q")]).fails(),
            Case("fragmented pong", [frame(PONG, b"p", fin=False), frame(CONTINUATION, b"q")]).fails(),
        ]
        for name, continuation in (("stray continuation", stray), ("stray continuation without FIN", open_stray)):
            cases += [Case(name, [continuation, good]).fails(),
                      Case(f"{name}, at once", [continuation + good]).fails(),
                      Case(f"{name}, octet by octet", [continuation + good], chop=1).fails()]
        cases += [
            Case("stray after a fragmented message", [first, last, open_stray, good], self.whole).fails(),
            Case("stray after a message", [good, stray, good], delivered).fails(),
            Case("stray without FIN after a message", [good, open_stray, good], delivered).fails(),
            Case("text inside a message", [first, good]).fails(),
            Case("binary inside a message", [first + frame(BINARY, b"x") + last]).fails(),
            Case("fragmented text inside a message", [first + first + last]).fails(),
        ]
        self.run_cases(cases, 14)


if __name__ == "__main__":
    main()
