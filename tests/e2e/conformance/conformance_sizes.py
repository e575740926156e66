# SPDX-License-Identifier: GPL-3.0-or-later
"""Sizes: Autobahn's class 9 as far as the limit lets it, forms of the length, and the limit of 10 MiB itself."""
import hashlib
import struct
import sys
import time

from cases import Case, ConformanceTest, topic
from rawws import BINARY, CLOSE, CONTINUATION, TEXT, chop, close_payload, fragments, frame
from relay_e2e import main, program

KIB, MIB = 1024, 1024 * 1024
LIMIT = 10 * MIB  # bytes of a message that pass; one more does not


def octets(opcode, size):
    """A payload in which a lost, doubled or moved part shows."""
    if opcode == TEXT:
        return ("%08d" % 0).encode()[:size] if size < 8 else b"".join(b"%08d" % i for i in range(size // 8))
    block = b"".join(struct.pack(">Q", i * 0x9E3779B97F4A7C15 % 2**64) for i in range(min(size // 8, 8192)))
    return (block * (size // max(len(block), 1) + 1))[:size] if block else b"\xFE" * size


class Lockstep(ConformanceTest):
    """Many messages between two connections, each awaited before too many are under way."""

    def pass_on(self, sender, reader, opcode, payload, pieces):
        for piece in pieces:
            sender.send_raw(piece)
        found = reader.message()
        self.assertEqual(found[0], opcode)
        self.assertEqual(hashlib.sha256(found[1]).digest(), hashlib.sha256(payload).digest())

    def pair(self):
        path = topic()
        return (self.enterContext(self.connect(path)), self.enterContext(self.connect(path)))

    def test_9_1_and_9_2_large_messages(self):
        sender, reader = self.pair()
        for opcode in (TEXT, BINARY):
            for size in (64 * KIB, 256 * KIB, MIB, 4 * MIB, 8 * MIB):
                with self.subTest(opcode=opcode, size=size):
                    payload = octets(opcode, size)
                    self.pass_on(sender, reader, opcode, payload, [frame(opcode, payload)])

    def test_9_1_and_9_2_too_large_ones(self):
        # Autobahn's largest, 16 MiB, is above our limit.
        for opcode in (TEXT, BINARY):
            self.run_cases([Case("16 MiB", [frame(opcode, b"x" * 16, length=16 * MIB)]).fails(1009)])

    def test_9_3_and_9_4_fragments_of_4_mib(self):
        sender, reader = self.pair()
        for opcode in (TEXT, BINARY):
            payload = octets(opcode, 4 * MIB)
            for size in (64, 256, KIB, 4 * KIB, 16 * KIB, 64 * KIB, 256 * KIB, MIB, 4 * MIB):
                with self.subTest(opcode=opcode, size=size):
                    stream = b"".join(fragments(opcode, payload, size))
                    self.pass_on(sender, reader, opcode, payload, chop(stream, 256 * KIB))

    def test_9_5_and_9_6_one_mib_in_chops(self):
        sender, reader = self.pair()
        for opcode in (TEXT, BINARY):
            payload = octets(opcode, MIB)
            for size in (64, 128, 256, 512, KIB, 2 * KIB):
                with self.subTest(opcode=opcode, size=size):
                    self.pass_on(sender, reader, opcode, payload, chop(frame(opcode, payload), size))

    def test_9_7_and_9_8_a_thousand_messages(self):
        sender, reader = self.pair()
        for opcode in (TEXT, BINARY):
            for size in (0, 16, 64, 256, KIB, 4 * KIB):
                with self.subTest(opcode=opcode, size=size):
                    payloads = [octets(opcode, size) for _ in range(50)]
                    for _ in range(20):  # 20 times 50, so that no reader's budget is ever in question
                        sender.send_raw(b"".join(frame(opcode, payload) for payload in payloads))
                        self.assertEqual([reader.message() for _ in payloads], [(opcode, payload) for payload in payloads])


class Lengths(ConformanceTest):
    def test_length_not_in_its_shortest_form(self):
        self.run_cases([
            Case("0 in two octets", [frame(BINARY, b"", width=2)]).fails(),
            Case("125 in two octets", [frame(BINARY, b"x" * 125, width=2)]).fails(),
            Case("125 in eight octets", [frame(BINARY, b"x" * 125, width=8)]).fails(),
            Case("126 in eight octets", [frame(BINARY, b"x" * 126, width=8)]).fails(),
            Case("65535 in eight octets", [frame(BINARY, b"x" * 65535, width=8)]).fails(),
            Case("fragment of 5 in two octets",
                 [frame(TEXT, b"a", fin=False), frame(CONTINUATION, b"hello", width=2)]).fails(),
        ])

    def test_length_with_the_top_bit_set(self):
        self.run_cases([Case(f"{length:x}", [frame(BINARY, b"", length=length)]).fails()
                        for length in (1 << 63, (1 << 63) + 5, (1 << 64) - 1)])


class Limit(ConformanceTest):
    def test_exactly_the_limit_passes(self):
        payload = octets(BINARY, LIMIT)
        text = octets(TEXT, LIMIT)
        self.run_cases([
            Case("whole", [frame(BINARY, payload)], [(BINARY, payload)]),
            Case("text in fragments", fragments(TEXT, text, 3 * MIB), [(TEXT, text)]),
        ])

    def test_more_is_refused_on_its_declared_length(self):
        # No case sends more than a few octets of payload: an answer before the rest comes is part of what is tested.
        self.run_cases([Case(f"{length}", [frame(BINARY, b"begin", length=length)]).fails(1009)
                        for length in (LIMIT + 1, 1 << 31, (1 << 32) + 5, (1 << 63) - 1)])

    def test_fragments_count_together(self):
        most = frame(BINARY, octets(BINARY, LIMIT - 1), fin=False)
        self.run_cases([
            Case("one octet too many", [most, frame(CONTINUATION, b"ab")]).fails(1009),
            Case("an enormous last one", [most, frame(CONTINUATION, b"a", length=(1 << 63) - 1)]).fails(1009),
        ])

    def grown(self, provoke, once_before=True):
        """By how much the relay's memory grows over what `provoke` does, after it has done it once already."""
        with open(program("relayd"), "rb") as relayd:
            if b"__asan_init" in relayd.read():
                self.skipTest("this relayd is built with AddressSanitizer, which keeps freed memory to watch it")
        if once_before:
            self.drop(provoke())
        before = self.relayd.rss()
        peers = provoke()
        growth = self.relayd.rss() - before
        self.drop(peers)
        print(f"{self.id()}: {growth} bytes", file=sys.stderr)
        return growth

    def drop(self, peers):
        for peer in peers:
            peer.socket.close()

    def refused(self):
        peers = []
        for length in 8 * (LIMIT + 1, 1 << 31, (1 << 63) - 1):
            peer = self.connect(topic())
            peer.send_raw(frame(BINARY, b"begin", length=length))
            self.assertEqual(peer.close_code(answer=True), 1009)
            peers.append(peer)
        return peers

    def begun(self):
        peers = [self.connect(topic()) for _ in range(24)]
        for peer in peers:
            peer.send_raw(frame(BINARY, b"begin" * 200, length=LIMIT))
        # Each answers a ping only when it has seen all that came before: here it never comes, so look from aside.
        with self.connect(topic()) as other:
            other.send(CLOSE, close_payload(1000))
            self.assertEqual(other.close_code(), 1000)
        time.sleep(0.2)
        return peers

    def test_refused_lengths_take_no_memory(self):
        self.assertLess(self.grown(self.refused), MIB)

    def test_allowed_lengths_take_no_memory_before_their_octets_come(self):
        self.assertLess(self.grown(self.begun), MIB)

    def test_memory_of_a_largest_message_comes_back(self):
        def largest():
            path = topic()
            sender, reader = self.connect(path), self.connect(path)
            sender.send_raw(frame(BINARY, b"x" * LIMIT))
            self.assertEqual(len(reader.message()[1]), LIMIT)
            reader.send(CLOSE, close_payload(1000))
            self.assertEqual(reader.close_code(), 1000)
            return [sender, reader]
        self.assertLess(self.grown(largest), 2 * MIB)

    def test_memory_of_many_large_messages_comes_back(self):
        paths = [topic() for _ in range(8)]  # of all workers
        stalled = []

        def large():
            for path in paths:
                for length in (LIMIT, LIMIT // 3, LIMIT // 2 + 77, 200_000, LIMIT - MIB):
                    with self.connect(path) as reader:
                        sender = self.connect(path)  # gets what later ones send, and reads none of it
                        sender.send_raw(frame(BINARY, b"x" * length))
                        self.assertEqual(len(reader.message()[1]), length)
                    stalled.append(sender)
                    self.drop(stalled[:-6])
                    del stalled[:-6]
            self.drop(stalled)
            stalled.clear()
            time.sleep(0.5)
            return []
        self.assertLess(self.grown(large, once_before=False), 8 * MIB)


if __name__ == "__main__":
    main()
