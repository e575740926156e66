# SPDX-License-Identifier: GPL-3.0-or-later
"""Text that is UTF-8 and text that is not (RFC 6455, section 8.1; RFC 3629): the 145 cases of Autobahn's class 6.

What is bad ends the connection with 1007, at the octet that makes it bad, and nothing of it reaches a reader.
"""
from cases import Case, ConformanceTest
from rawws import CONTINUATION, TEXT, fragments, frame
from relay_e2e import main

KOSME = "κ\u1F79σμε".encode()  # the accent in three octets: eleven in all
BROKEN = KOSME + b"\xED\xA0\x80" + b"edited"  # a surrogate in between
TOO_HIGH = KOSME + b"\xF4\x90\x80\x80" + b"edited"
MIXED = "Hello-µ@ßöäüàá-UTF-8!!".encode()


def good(payload, sends=None):
    return Case(payload.hex(), sends or [frame(TEXT, payload)], [(TEXT, payload)])


def bad(payload, sends=None):
    return Case(payload.hex(), sends or [frame(TEXT, payload)]).fails(1007)


def lonely(first, last):
    """Octets that start a character, each before a space."""
    return b"".join(bytes([octet, 0x20]) for octet in range(first, last + 1))


class ValidInParts(ConformanceTest):
    def test_6_1_empty(self):
        empty = frame(CONTINUATION, b"", fin=False)
        self.run_cases([
            good(b""),
            good(b"", [frame(TEXT, b"", fin=False), empty, frame(CONTINUATION)]),
            good(b"middle", [frame(TEXT, b"", fin=False), frame(CONTINUATION, b"middle", fin=False), frame(CONTINUATION)]),
        ], 3)

    def test_6_2_valid_whole_and_cut_anywhere(self):
        self.run_cases([
            good(MIXED),
            good(MIXED, fragments(TEXT, MIXED, len("Hello-µ@".encode()))),
            good(MIXED, fragments(TEXT, MIXED, 1)),
            good(KOSME, fragments(TEXT, KOSME, 1)),
        ], 4)

    def test_6_3_invalid_whole_and_by_octets(self):
        self.run_cases([bad(BROKEN), bad(BROKEN, fragments(TEXT, BROKEN, 1))], 2)

    def test_6_4_fails_before_the_message_is_whole(self):
        # Never more than up to the bad octet: the relay must not wait for the rest.
        part = frame(TEXT, TOO_HIGH[:11], fin=False)
        whole = frame(TEXT, TOO_HIGH)
        head = len(whole) - len(TOO_HIGH)
        self.run_cases([
            bad(TOO_HIGH, [part, frame(CONTINUATION, TOO_HIGH[11:15], fin=False)]),
            bad(TOO_HIGH, [part, frame(CONTINUATION, TOO_HIGH[11:13], fin=False)]),
            bad(TOO_HIGH, [whole[:head + 11], whole[head + 11:head + 15]]),
            bad(TOO_HIGH, [whole[:head + 11], whole[head + 11:head + 13]]),
        ], 4)

    def test_6_5_valid_of_every_length(self):
        words = ("hello$world", "hello¢world", "hello€world", "hello𤭢world", "κόσμε")
        self.run_cases([good(word.encode()) for word in words], 5)

    def test_6_6_every_beginning_of_a_text(self):
        cases = []
        for size in range(1, len(KOSME) + 1):
            part = KOSME[:size]
            cases.append(good(part) if part.decode("utf-8", "ignore").encode() == part else bad(part))
        self.run_cases(cases, 11)


class Boundaries(ConformanceTest):
    def test_6_7_first_of_each_length(self):
        self.run_cases([good(chr(point).encode()) for point in (0, 0x80, 0x800, 0x10000)], 4)

    def test_6_8_first_of_five_and_six(self):
        self.run_cases([bad(b"\xF8\x88\x80\x80\x80"), bad(b"\xFC\x84\x80\x80\x80\x80")], 2)

    def test_6_9_last_of_each_length(self):
        self.run_cases([good(chr(point).encode()) for point in (0x7F, 0x7FF, 0xFFFF, 0x10FFFF)], 4)

    def test_6_10_last_of_four_five_and_six(self):
        self.run_cases([bad(b"\xF7" + 3 * b"\xBF"), bad(b"\xFB" + 4 * b"\xBF"), bad(b"\xFD" + 5 * b"\xBF")], 3)

    def test_6_11_around_the_gaps(self):
        around = [good(chr(point).encode()) for point in (0xD7FF, 0xE000, 0xFFFD, 0x10FFFF)]
        self.run_cases(around + [bad(b"\xF4\x90\x80\x80")], 5)

    def test_6_22_noncharacters_are_characters(self):
        points = [plane << 16 | low for plane in range(17) for low in (0xFFFE, 0xFFFF)]
        self.run_cases([good(chr(point).encode()) for point in points], 34)

    def test_6_23_specials(self):
        self.run_cases([good(chr(point).encode()) for point in range(0xFFF9, 0x10000)], 7)


class Malformed(ConformanceTest):
    def test_6_12_unexpected_continuations(self):
        runs = [b"\x80\xBF\x80\xBF\x80\xBF"[:size] for size in (2, 3, 4, 5, 6)]
        self.run_cases([bad(payload) for payload in (b"\x80", b"\xBF", *runs, bytes(range(0x80, 0xC0)))], 8)

    def test_6_13_lonely_starts(self):
        ranges = ((0xC0, 0xDF), (0xE0, 0xEF), (0xF0, 0xF7), (0xF8, 0xFB), (0xFC, 0xFD))
        self.run_cases([bad(lonely(first, last)) for first, last in ranges], 5)

    incomplete = [b"\xC0", b"\xE0\x80", b"\xF0\x80\x80", b"\xF8\x80\x80\x80", b"\xFC\x80\x80\x80\x80",
                  b"\xDF", b"\xEF\xBF", b"\xF7\xBF\xBF", b"\xFB\xBF\xBF\xBF", b"\xFD\xBF\xBF\xBF\xBF"]

    def test_6_14_last_octet_missing(self):
        self.run_cases([bad(payload) for payload in self.incomplete], 10)

    def test_6_15_all_of_those_in_a_row(self):
        self.run_cases([bad(b"".join(self.incomplete))], 1)

    def test_6_16_impossible_octets(self):
        self.run_cases([bad(b"\xFE"), bad(b"\xFF"), bad(b"\xFE\xFE\xFF\xFF")], 3)

    def test_6_17_overlong_slash(self):
        self.run_cases([bad(payload) for payload in (
            b"\xC0\xAF", b"\xE0\x80\xAF", b"\xF0\x80\x80\xAF", b"\xF8\x80\x80\x80\xAF", b"\xFC\x80\x80\x80\x80\xAF")], 5)

    def test_6_18_last_overlong(self):
        self.run_cases([bad(payload) for payload in (
            b"\xC1\xBF", b"\xE0\x9F\xBF", b"\xF0\x8F\xBF\xBF", b"\xF8\x87\xBF\xBF\xBF", b"\xFC\x83\xBF\xBF\xBF\xBF")], 5)

    def test_6_19_overlong_zero(self):
        self.run_cases([bad(payload) for payload in (
            b"\xC0\x80", b"\xE0\x80\x80", b"\xF0\x80\x80\x80", b"\xF8\x80\x80\x80\x80", b"\xFC\x80\x80\x80\x80\x80")], 5)

    def test_6_20_single_surrogates(self):
        points = (0xD800, 0xDB7F, 0xDB80, 0xDBFF, 0xDC00, 0xDF80, 0xDFFF)
        self.run_cases([bad(chr(point).encode("utf-8", "surrogatepass")) for point in points], 7)

    def test_6_21_paired_surrogates(self):
        pairs = [(high, low) for high in (0xD800, 0xDB7F, 0xDB80, 0xDBFF) for low in (0xDC00, 0xDFFF)]
        self.run_cases([bad((chr(high) + chr(low)).encode("utf-8", "surrogatepass")) for high, low in pairs], 8)


if __name__ == "__main__":
    main()
