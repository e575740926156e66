#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How clients hold on to a connection: against servers as they were before ours, and against relayd."""
import json
import os
import signal
import subprocess
import time

from accesstoken import SecuredRelayd, token
from oldserver import OldServer
from rawws import TEXT, WebSocket
from relay_e2e import SLOWNESS, Relayd, free_port, is_sanitized, main, wait_until
from relaycommand import Relay, WatchCase


class Silence(WatchCase):
    FAST = ("--ping-every", "300ms", "--dead-after", "1500ms")

    def test_a_websocket_that_never_speaks_is_given_up_for_one_with_a_new_code(self):
        with OldServer(sockets=["silent", "ok"]) as server:
            watch = self.watch(server.access(), *self.FAST)
            watch.wait_for("open", 2, seconds=20)
            self.assertIn("nothing was heard", watch.told())
            self.assertEqual(server.used, ["code1", "code2"])
            self.assertGreaterEqual(server.sockets[1] - server.sockets[0], 2.4)

    def test_a_code_that_is_used_up_is_never_used_again(self):
        with OldServer() as server:
            watch = self.watch(f"ws://127.0.0.1:{server.port}/session/x?code=spent", *self.FAST, env={})
            watch.wait_for("waiting", seconds=20)
            event = next(event for event in watch.events() if event["event"] == "waiting")
            self.assertIn("a code that they do not take", event["text"])

    def test_a_relay_that_stops_is_found_out_and_taken_up_again(self):
        with Relayd() as relayd:
            watch = self.watch("x", f"--server=ws://127.0.0.1:{relayd.port}", *self.FAST, env={})
            watch.wait_for("open")
            time.sleep(2)
            self.assertEqual([event["event"] for event in watch.events()], ["dialling", "open"])  # pings keep it
            relayd.send_signal(signal.SIGSTOP)
            begin = time.monotonic()
            watch.wait_for("waiting")
            self.assertLess(time.monotonic() - begin, 4 * SLOWNESS)
            relayd.send_signal(signal.SIGCONT)
            watch.wait_for("open", 2, seconds=20)
            with WebSocket(relayd.port, "/in/x") as peer:
                peer.send(TEXT, b"still there?")
                self.assertEqual(watch.process.stdout.readline(), b"still there?\n")

    def test_pings_are_sent_and_answered(self):
        with OldServer(speaks=[(9, b"are you there?"), (9, b"")]) as server:
            self.watch(server.access(), "--ping-every", "200ms").wait_for("open")
            wait_until(lambda: [p for o, p in server.controls if o == 10] == [b"are you there?", b""], what="pongs")
            wait_until(lambda: sum(opcode == 9 for opcode, _ in server.controls) >= 3, what="pings")


class Names(WatchCase):
    def test_a_name_that_nobody_finds_holds_up_no_end(self):
        if is_sanitized("relay"):
            self.skipTest("a sanitizer wants to be loaded first")
        library = os.path.join(os.environ["RELAY_BINARY_DIR"], "tests/libslowresolver.so")
        for place in ("ws://relay.example/x", "http://relay.example/session/x"):
            watch = self.watch(place, env={"LD_PRELOAD": library, "RELAY_TOKEN": self.SECRET})
            watch.wait_for("asking" if place.startswith("http") else "dialling")
            time.sleep(0.3)  # it is being looked up
            begin = time.monotonic()
            watch.process.send_signal(signal.SIGINT)
            self.assertEqual(watch.wait(), 0)
            self.assertLess(time.monotonic() - begin, 6 * SLOWNESS)


class Frames(WatchCase):
    def lines(self, speaks, *words, count):
        with OldServer(speaks=speaks) as server:
            with Relay("watch", server.access(), *words, "--count", count, env={"RELAY_TOKEN": self.SECRET},
                       stdin=subprocess.DEVNULL) as watch:
                self.assertEqual(watch.wait(), 0)
                return watch.process.stdout.read().splitlines()

    def test_glued_reports_are_taken_apart(self):
        glued = [(1, b'[{"topic":"a"}][{"topic":"b"}]'), (1, b'{"a":"}{"}\n{"b":"\\""} [1]\n'), (1, b"no json {"), (2, b"{}{}\n")]
        self.assertEqual(self.lines(glued, "--split-json", count=7),
                         [b'[{"topic":"a"}]', b'[{"topic":"b"}]', b'{"a":"}{"}', b'{"b":"\\""}', b"[1]", b"no json {", b"{}{}"])
        self.assertEqual(self.lines(glued[:1], count=1), [glued[0][1]])

    def test_fragments_are_one_message(self):
        speaks = [b"\x01\x03hel", b"\x89\x02hi", b"\x00\x00", b"\x80\x02lo", (1, b"next")]
        self.assertEqual(self.lines(speaks, count=2), [b"hello", b"next"])

    def test_whoever_breaks_the_rules_is_left_and_told_why(self):
        for name, bytes_, code in (("masked", b"\x81\x81\0\0\0\0a", 1002), ("reserved bit", b"\xc1\x01a", 1002),
                                   ("opcode", b"\x83\x00", 1002), ("no UTF-8", b"\x81\x02\xc3\x28", 1007)):
            with self.subTest(name), OldServer(speaks=[bytes_]) as server:
                watch = self.watch(server.access())
                watch.wait_for("waiting")
                wait_until(lambda server=server: server.controls and server.controls[-1][0] == 8, what="a close frame")
                self.assertEqual(int.from_bytes(server.controls[-1][1][:2], "big"), code)


class Tries(WatchCase):
    def test_waits_grow_and_are_left_to_chance(self):
        port = free_port()
        watches = [self.watch("x", f"--server=ws://127.0.0.1:{port}", env={}) for _ in range(10)]
        waits = []
        for watch in watches:
            watch.wait_for("waiting", 3, seconds=25)
            waits.append([event["waitMs"] for event in watch.events() if event["event"] == "waiting"][:3])
        for most, tries in zip((2000, 4000, 8000), zip(*waits)):
            self.assertTrue(all(1000 <= wait <= most for wait in tries), tries)
            self.assertGreater(len(set(tries)), 5)
        self.assertGreater(max(third for _, _, third in waits), 2000)

    def test_what_happens_is_told_in_order(self):
        with SecuredRelayd() as relayd:
            watch = self.watch(relayd.http("/session/lab"), env={"RELAY_TOKEN": token()})
            watch.wait_for("open")
            with Relay("send", relayd.http("/session/lab"), env={"RELAY_TOKEN": token(booking_id="b1")}) as send:
                send.say(b"one\ntwo\n")
                send.process.stdin.close()
                self.assertEqual(send.wait(), 0)
            self.assertEqual(watch.process.stdout.readline() + watch.process.stdout.readline(), b"one\ntwo\n")
            self.assertEqual(relayd.deny("booking0"), 204)
            watch.wait_for("waiting", 2)
            watch.process.send_signal(signal.SIGINT)
            self.assertEqual(watch.wait(), 0)
            events = watch.events()
        self.assertEqual([event["event"] for event in events],
                         ["asking", "dialling", "open", "waiting", "asking", "waiting", "ended"])
        closed, refused, ended = events[3], events[5], events[6]
        self.assertEqual((closed["code"], closed["messages"], closed["refused"]), (4403, 2, False))
        self.assertEqual((refused["status"], refused["refused"]), (400, True))
        self.assertIn("deny-listed", refused["text"])
        self.assertEqual((ended["text"], ended["waitMs"]), ("", 0))
        for event in events:
            self.assertEqual(sorted(event), ["code", "event", "messages", "refused", "status", "text", "waitMs"])
        self.assertNotIn(token().split(".")[2], json.dumps(events))


if __name__ == "__main__":
    main()
