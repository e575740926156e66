#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How clients ask access points for a code: those of before ours, which refuse in many ways, and others that are lost."""
import os
import tempfile
import time

from oldserver import OldServer
from relay_e2e import SLOWNESS, free_port, main, wait_until
from relaycommand import Relay, WatchCase


class AccessPoint(WatchCase):
    def test_the_token_is_sent_raw_and_the_code_used_at_once(self):
        with OldServer() as server:
            send = self.enterContext(Relay("send", server.access(), env={"RELAY_TOKEN": self.SECRET}))
            send.say(b"hello\n")
            wait_until(lambda: server.got == [b"hello"], what="the message")
            self.assertEqual(server.posts[0][1], self.SECRET)
            self.assertLess(server.sockets[0] - server.posts[0][0], 1 * SLOWNESS)

    def test_whoever_refuses_the_token_is_told_from_a_network_that_is_lost(self):
        old = '{"code":%d,"message":"%s"}'
        refusals = [(401, '"Token Wrong Topic"\n', "Token Wrong Topic"), (401, old % (401, "unauthenticated"), "unauthenticated"),
                    (400, '{"code":"400","message":"bookingID has been deny-listed"}\n', "deny-listed"),
                    (403, "Forbidden\n", "Forbidden"), (404, "<html>no</html>", "status 404"),
                    (500, old % (500, "token invalid"), "token invalid"),
                    (500, old % (500, "aud [A B] does not match this host H"), "does not match")]
        others = [(500, "oops", "status 500"), (502, "<html>bad gateway</html>", "status 502"), (503, "", "status 503"),
                  (429, '{"message":"later"}', "later"), "drop"]
        watches = []
        for answer in refusals + others:
            server = self.enterContext(OldServer(answers=[answer if answer == "drop" else (*answer[:2], {})]))
            watches.append((answer, self.watch(server.access())))
        watches.append(("nobody", self.watch(f"http://127.0.0.1:{free_port()}/session/x")))
        for answer, watch in watches:
            watch.wait_for("waiting")
            event = next(event for event in watch.events() if event["event"] == "waiting")
            with self.subTest(answer):
                self.assertEqual(event["refused"], answer in refusals, event)
                self.assertEqual(event["status"], answer[0] if isinstance(answer, tuple) else 0)
                # The token, not the moment, is at fault: nothing is gained by haste.
                self.assertTrue((5000 if event["refused"] else 1000) <= event["waitMs"] <= 10000, event)
                if isinstance(answer, tuple):
                    self.assertIn(answer[2], event["text"])

    def test_another_token_is_tried_as_soon_as_it_is_there(self):
        with OldServer(answers=[401, 401, "ok"]) as server, tempfile.TemporaryDirectory() as folder:
            file = os.path.join(folder, "token")

            def put(text):
                with open(file + ".new", "w", encoding="ascii") as new:
                    new.write(text)
                os.rename(file + ".new", file)
            put("first")
            watch = self.watch(server.access(), "--token-file", file, env={})
            watch.wait_for("waiting")
            for count, text in ((2, "second"), (3, "third")):
                begin = time.monotonic()
                put(text)
                wait_until(lambda count=count: len(server.posts) == count, what=f"{count} posts")
                self.assertLess(time.monotonic() - begin, 2 * SLOWNESS)  # 5 s without a new token
            watch.wait_for("open")
            self.assertEqual([token for _, token in server.posts], ["first", "second", "third"])

    def test_a_token_that_comes_while_the_former_is_judged_is_not_missed(self):
        with tempfile.TemporaryDirectory() as folder:
            file = os.path.join(folder, "token")

            def put(text):
                with open(file, "w", encoding="ascii") as token:
                    token.write(text)

            def judge():
                put("second")
                time.sleep(0.5)
                return 401
            put("first")
            with OldServer(answers=[judge, "ok"]) as server:
                self.watch(server.access(), "--token-file", file, env={}).wait_for("open")
                self.assertEqual([token for _, token in server.posts], ["first", "second"])
                self.assertLess(server.posts[1][0] - server.posts[0][0], 3 * SLOWNESS)  # 5 s without a new token

    def test_a_token_that_is_not_there_yet_is_waited_for(self):
        with OldServer() as server, tempfile.TemporaryDirectory() as folder:
            file = os.path.join(folder, "token")
            watch = self.watch(server.access(), "--token-file", file, env={})
            watch.wait_for("waiting")
            self.assertIn(file, watch.told())
            with open(file, "w", encoding="ascii") as new:
                new.write("late\n")
            watch.wait_for("open")
            self.assertEqual(server.posts[0][1], "late")

    def test_the_access_point_says_when_to_come_back(self):
        with OldServer(answers=[(429, '{"message":"later"}', {"Retry-After": "3"}), "ok"]) as server:
            self.watch(server.access()).wait_for("open", seconds=20)
            self.assertGreaterEqual(server.posts[1][0] - server.posts[0][0], 3)

    def test_the_relay_says_when_to_come_back(self):
        full = (503, '{"message":"the relay is full"}', {"Retry-After": "4"})
        with OldServer(sockets=[full, "ok"]) as server:
            watch = self.watch(server.access())
            watch.wait_for("open", seconds=20)
            self.assertGreaterEqual(server.posts[1][0] - server.sockets[0], 4)
            self.assertIn("the relay is full", watch.told())

    def test_an_answer_without_an_address_is_no_answer(self):
        bad = [(200, '"Token Wrong Topic"', {}), (200, "{}", {}), (200, '{"uri":"http://x/"}', {})]
        watches = []
        for answer in bad:
            server = self.enterContext(OldServer(answers=[answer, "ok"]))
            watches.append((server, self.watch(server.access())))
        for server, watch in watches:
            watch.wait_for("open", seconds=20)
            self.assertEqual(len(server.posts), 2)

    def test_an_access_point_that_never_answers_is_given_up(self):
        with OldServer(answers=["hang", "ok"]) as server:
            watch = self.watch(server.access())
            watch.wait_for("open", seconds=25)
            self.assertIn("no answer within 10 s", watch.told())

    def test_the_token_goes_nowhere_else(self):
        with OldServer() as elsewhere, OldServer() as server:
            server.answers = [(307, "", {"Location": elsewhere.access()}), (307, "", {"Location": "/session/y"}), "ok"]
            watch = self.watch(server.access())
            watch.wait_for("open", seconds=20)
            self.assertEqual((len(server.posts), elsewhere.posts), (3, []))
            self.assertIn("where the token does not belong", watch.told())


if __name__ == "__main__":
    main()
