#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shells as the hosts and clients of the servers before this one see them: each line of the contract, section 9.2."""
import json
import re
import unittest
from urllib.parse import urlsplit

from rawws import BINARY, CLOSE, TEXT, RawSocket, Response, handshake
from relay_e2e import SLOWNESS, main, wait_until
from shells import BEFORE, SHELL_AUDIENCE, ShellRelayd, shell_claims, shell_token, Peer
from accesstoken import AUDIENCE, SECRET, SecuredRelayd, sign, token

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
GREETING = b"SSH-2.0-OpenSSH_9.2p1\r\n"


def refusal(relayd, uri):
    """Status and body of an opening handshake that is refused."""
    parts = urlsplit(uri)
    with RawSocket(relayd.port) as peer:
        peer.send_raw(handshake(f"{parts.path}?{parts.query}", extra=BEFORE))
        response = Response(peer.read_until(b"\r\n\r\n"))
        return response.status, peer.read(int(response.headers.get("content-length", 0))), response.headers


def is_silent(peer, seconds=0.4):
    """Nothing comes for so long."""
    peer.socket.settimeout(seconds)
    try:
        peer.fill()
    except TimeoutError:
        return not peer.buffer
    finally:
        peer.socket.settimeout(10 * SLOWNESS)
    return False


class Wire(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.relayd = ShellRelayd(["--stats-every", "1h"]).start()
        cls.addClassCleanup(cls.relayd._end, False)

    # --- the calls ---

    def test_the_host_and_the_client_get_the_addresses_of_their_websockets(self):
        uri = self.relayd.shell_uri("calls", "host")
        self.assertRegex(uri, rf"^ws://127\.0\.0\.1:{self.relayd.port}/connect/calls\?code={UUID.pattern}$")
        with self.relayd.dial(uri) as host:
            self.assertEqual(host.protocol, "null", "echoed, as it was offered")
            client = self.relayd.shell_uri("calls")
            self.assertRegex(client, rf"/connect/calls/{UUID.pattern}\?code={UUID.pattern}$")

    def test_tokens_that_do_not_fit(self):
        cases = [
            (dict(topic=None), "token missing required claims"),
            (dict(scopes=[]), "token missing required claims"),
            (dict(prefix=None), "token missing required claims"),
            (dict(topic="other"), "host_id does not match topic in token"),
            (dict(scopes=["stats"]), "path not valid for stats scope"),
            (dict(scopes=["client", "stats"]), "path not valid for stats scope"),
            (dict(scopes=["read", "write"]), "missing client, host or stats scope"),
            (dict(scopes=["client", "host"]), "can only have client or host scope, not both"),
            (dict(prefix="session"), "prefix in token is neither connect nor shell"),
        ]
        for changes, text in cases:
            with self.subTest(text, **changes):
                status, body, _ = self.relayd.call("POST", "/api/v1/connect/spin30", shell_token(**changes))
                self.assertEqual((status, body), (401, b'{"code":"401","message":"%s"}\n' % text.encode()))
                status, body, _ = self.relayd.call("POST", "/shell/spin30", shell_token(**changes))
                self.assertEqual((status, body), (401, b'"%s"\n' % text.encode()), "in 2021 a string alone")
        status, body, _ = self.relayd.call("POST", "/api/v1/connect/stats", shell_token("stats"))
        self.assertEqual((status, body), (401, b'{"code":"401","message":"path not valid without stats scope"}\n'))

    def test_the_audience_and_the_secret_are_those_of_shells(self):
        for key in (shell_token(aud=[AUDIENCE]), sign(shell_claims(), SECRET), token("spin30"), "nonsense", ""):
            status, body, _ = self.relayd.call("POST", "/api/v1/connect/spin30", key)
            self.assertEqual(status, 401, body)
            self.assertEqual(json.loads(body)["code"], 401)
        status, body, _ = self.relayd.call("POST", "/api/v1/connect/spin30", shell_token(aud=[AUDIENCE]))
        self.assertIn(f"does not match this host {SHELL_AUDIENCE}", json.loads(body)["message"])
        with self.relayd.host("audience"):
            for audience in (SHELL_AUDIENCE, ["https://a.example", SHELL_AUDIENCE]):
                status, body, _ = self.relayd.call("POST", "/api/v1/connect/audience",
                                                   shell_token("audience", aud=audience))
                self.assertEqual(status, 200, body)
        status, body, _ = self.relayd.call("POST", "/session/spin30", shell_token())
        self.assertEqual(status, 401, "no session with a token for shells")

    def test_the_form_of_the_call(self):
        self.assertEqual(self.relayd.call("GET", "/api/v1/connect/spin30", shell_token())[0], 405)
        self.assertEqual(self.relayd.call("POST", "/api/v1/connect/a%2Fb", shell_token("a/b"))[0], 400)
        self.assertEqual(self.relayd.call("POST", "/api/v1/connect/", shell_token(""))[0], 400)
        with self.relayd.host("form"):
            for body in (b"", b"{}", b' {"resume":"%s","target":"db","other":[1]} ' % (b"a" * 22)):
                status, answer, _ = self.relayd.ask("form", shell_token("form"), body)
                self.assertIn(status, (200, 409), answer)  # a target is nothing for a host of before
            for body in (b"{", b"[]", b"nonsense", b'{"resume":1}', b'{"resume":"short"}', b'{"target":""}',
                         b'{"target":"a b"}', b'{"version":"1"}', b'{"target":"a","target":"b"}'):
                status, answer, _ = self.relayd.ask("form", shell_token("form"), body)
                self.assertEqual((status, answer["code"]), (400, "400"), body)
            status, answer, _ = self.relayd.ask("form", shell_token("form"), b'{"x":"' + b"y" * 4096 + b'"}')
            self.assertEqual((status, answer["code"]), (413, 413))

    def test_a_client_without_a_host_is_refused_at_once(self):
        status, answer, headers = self.relayd.ask("nobody", shell_token("nobody"))
        self.assertEqual((status, answer["code"], headers["retry-after"]), (503, "503", "5"))
        self.assertIn("nobody", answer["message"])
        self.assertNotIn("uri", answer)

    def test_a_client_whose_host_has_left_meanwhile_is_refused_before_the_101(self):
        with self.relayd.host("leaver"):
            uri = self.relayd.shell_uri("leaver")
        wait_until(lambda: self.relayd.ask("leaver", shell_token("leaver"))[0] == 503)
        status, body, headers = refusal(self.relayd, uri)
        self.assertEqual((status, headers["retry-after"]), (503, "5"))
        self.assertIn(b"leaver", body)

    # --- announcements ---

    def test_the_host_is_told_of_a_client_when_its_websocket_is_open(self):
        with self.relayd.host("told") as host:
            uri = self.relayd.shell_uri("told")
            self.assertTrue(is_silent(host), "a code is no client yet")
            with self.relayd.dial(uri):
                opcode, text = host.message()
                self.assertEqual(opcode, TEXT)
                call = json.loads(text)
                self.assertEqual(list(call), ["action", "uri", "uuid"], "in this order, and no more for a host of before")
                self.assertEqual(call["action"], "connect")
                self.assertEqual(call["uri"].split("?")[0], uri.split("?")[0])
                self.assertRegex(call["uri"], rf"\?code={UUID.pattern}$")
                self.assertNotEqual(call["uri"], uri, "a code of its own")
                self.assertRegex(call["uuid"], rf"^{UUID.pattern}$")
                self.assertTrue(is_silent(host))

    def test_two_announcements_in_flight_stay_separate_messages(self):
        with self.relayd.host("crowd") as host:
            uris = [self.relayd.shell_uri("crowd") for _ in range(8)]
            clients = [self.relayd.dial(uri) for uri in uris]
            calls = [host.announcement() for _ in clients]
            self.assertEqual({call["uri"].split("?")[0] for call in calls}, {uri.split("?")[0] for uri in uris})
            self.assertEqual(len({call["uuid"] for call in calls}), 8)
            for client in clients:
                client.socket.close()

    def test_each_client_gets_its_own_shell(self):
        with self.relayd.host("own") as host:
            legs = []
            for name in (b"first", b"second"):
                _, client, leg, _ = self.relayd.pair("own", host=host)
                legs.append((name, client, leg))
            for name, client, leg in legs:
                leg.send(BINARY, GREETING + name)
            for name, client, leg in legs:
                self.assertEqual(client.message(), (BINARY, GREETING + name))
                client.send(BINARY, b"from " + name)
                self.assertEqual(leg.message(), (BINARY, b"from " + name))
                leg.send(TEXT, b"text of " + name)
                self.assertEqual(client.message(), (TEXT, b"text of " + name), "text passes as it is")
            for _, client, leg in legs:
                self.assertTrue(is_silent(client, 0.1) and is_silent(leg, 0.1), "nothing of the other, no echo")
                client.socket.close()

    def test_the_client_is_held_back_until_the_host_has_spoken(self):
        host, client, leg, _ = self.relayd.pair("hold")
        with host, client, leg:
            client.send(BINARY, b"SSH-2.0-client\r\n")
            client.send(BINARY, b"more")
            self.assertTrue(is_silent(leg))
            leg.send(BINARY, GREETING)
            self.assertEqual(client.message(), (BINARY, GREETING))
            self.assertEqual(leg.message(), (BINARY, b"SSH-2.0-client\r\n"))
            self.assertEqual(leg.message(), (BINARY, b"more"))

    def test_a_flood_before_the_host_has_spoken_is_neither_lost_nor_kept_in_memory(self):
        host, client, leg, _ = self.relayd.pair("flood")
        with host, client, leg:
            before = self.relayd.rss()
            sent = self.fill(client)
            self.assertLess(self.relayd.rss() - before, 4 << 20, "the relay stops to read")
            leg.send(BINARY, GREETING)
            got = b"".join(leg.message()[1] for _ in range(sent))
            self.assertEqual(got, b"".join(block(i) for i in range(sent)))

    @staticmethod
    def fill(peer, most=4000):
        """Sends blocks until the other side takes no more; how many whole ones."""
        peer.socket.settimeout(0.5)
        for i in range(most):
            data = memoryview(frame_of(block(i)))
            while data:
                try:
                    data = data[peer.socket.send(data):]
                except TimeoutError:
                    peer.rest = bytes(data)
                    peer.socket.settimeout(10 * SLOWNESS)
                    return i + (0 if data else 1)
        raise AssertionError("the relay takes everything")

    # --- the end ---

    def test_the_host_hears_of_the_end_in_a_form_that_it_obeys(self):
        host, client, leg, call = self.relayd.pair("end")
        with host, leg:
            leg.send(BINARY, GREETING)
            client.message()
            client.socket.close()
            self.assertEqual(leg.close_code(answer=True), 1001)
            self.assertEqual(host.announcement(),
                             {"action": "disconnect", "uri": call["uri"], "uuid": call["uuid"]})

    def test_the_end_of_a_client_whose_host_has_not_dialled_is_told_too(self):
        with self.relayd.host("early") as host:
            with self.relayd.client("early"):
                call = host.announcement()
            self.assertEqual(host.announcement()["action"], "disconnect")
            self.assertEqual(refusal(self.relayd, call["uri"])[0], 401)

    def test_what_the_host_sent_last_arrives_before_the_end(self):
        host, client, leg, call = self.relayd.pair("last")
        with host, client:
            for i in range(50):
                leg.send(BINARY, block(i))
            leg.send(CLOSE, b"\x03\xe8")
            for i in range(50):
                self.assertEqual(client.message(), (BINARY, block(i)))
            self.assertEqual(client.close_code(answer=True), 1001)
            self.assertEqual(host.announcement()["action"], "disconnect")
            leg.socket.close()

    def test_of_several_hosts_one_wins(self):
        with self.relayd.host("twins") as one, self.relayd.host("twins") as other:
            with self.relayd.client("twins") as client:
                first, second = one.announcement(), other.announcement()
                self.assertEqual(first, second)
                with self.relayd.dial(first["uri"]) as leg:
                    self.assertEqual(refusal(self.relayd, second["uri"])[0], 401)
                    leg.send(BINARY, GREETING)
                    self.assertEqual(client.message(), (BINARY, GREETING))

    def test_a_host_that_comes_back_hears_of_those_who_wait(self):
        with self.relayd.host("back") as first:
            client = self.relayd.client("back")
            first.announcement()
        with client, self.relayd.host("back") as again:
            call = again.announcement()
            with self.relayd.dial(call["uri"]) as leg:
                leg.send(BINARY, GREETING)
                self.assertEqual(client.message(), (BINARY, GREETING))

    def test_a_code_opens_one_connection_at_its_place(self):
        host, client, leg, call = self.relayd.pair("codes")
        with host, client, leg:
            self.assertEqual(refusal(self.relayd, call["uri"])[0], 401, "used")
            uri = self.relayd.shell_uri("codes")
            self.assertEqual(refusal(self.relayd, uri.replace("/connect/codes/", "/connect/other/"))[0], 401)
            code = self.relayd.shell_uri("codes").split("?")[1]
            self.assertEqual(refusal(self.relayd, f"ws://x/session/codes?{code}")[0], 401)
            self.assertEqual(refusal(self.relayd, "ws://x/connect/codes?code=")[0], 401)

    # --- 2021 ---

    def test_paths_of_2021(self):
        uri = self.relayd.shell_uri("old", "host", path="/shell/old", prefix="shell", aud=SHELL_AUDIENCE)
        self.assertIn("/shell/old?code=", uri)
        with self.relayd.dial(uri) as host:
            uri = self.relayd.shell_uri("old", path="/shell/old", prefix="shell", aud=SHELL_AUDIENCE)
            self.assertRegex(uri, rf"/shell/old/{UUID.pattern}\?code=")
            with self.relayd.dial(uri) as client:
                call = host.announcement()
                self.assertEqual(call["uri"].split("?")[0], uri.split("?")[0], "the same base as the client's")
                with self.relayd.dial(call["uri"]) as leg:
                    leg.send(TEXT, GREETING)
                    self.assertEqual(client.message(), (TEXT, GREETING))

    # --- statistics ---

    def test_statistics_have_both_spellings_and_no_secret(self):
        host, client, leg, call = self.relayd.pair("seen", ours=False)
        with host, client, leg, self.relayd.dial(self.relayd.shell_uri("stats", "stats")) as stats:
            leg.send(BINARY, GREETING)
            client.message()

            def report():
                stats.send(TEXT, b'{"cmd":"update"}')
                opcode, text = stats.message()
                self.assertEqual(opcode, TEXT)
                rows = json.loads(text)
                return rows if len([r for r in rows if r["topic"].startswith("seen/")]) == 2 else None

            rows = wait_until(report, 10)
            topic = urlsplit(call["uri"]).path.removeprefix("/connect/")
            legs = [row for row in rows if row["topic"] == topic]
            self.assertEqual(len(legs), 2, "a client's shell is two reports of the same topic")
            for row in legs:
                self.assertEqual(row["can_read"], row["canRead"])
                self.assertTrue({"can_read", "can_write", "connected_at", "expires_at", "remote_address", "scopes",
                                 "topic", "user_agent", "statistcs", "canRead", "canWrite", "connected", "expiresAt",
                                 "remoteAddr", "userAgent", "stats"} <= set(row))
                self.assertIn("last", row["statistcs"])
                self.assertEqual(set(row["scopes"]), {"client", "read", "write"})
            management = [row for row in rows if row["topic"] == "seen"]
            self.assertEqual(set(management[0]["scopes"]), {"host", "read", "write"})
            self.assertEqual(management[0]["statistcs"]["last"], "2562047h47m16.854775807s", "it has never sent")
            internal = [row for row in rows if row["remote_address"] == "internal"]
            self.assertEqual([(row["topic"], row["scopes"]) for row in internal], [("stats", None)])
            self.assertNotIn("code=", json.dumps(rows))
        # Sessions and shells are two worlds, as they were two programs.
        with Peer(self.relayd.port, self.relayd.uri("stats", scopes=["read", "write"])) as sessions:
            sessions.send(TEXT, b'{"cmd":"update"}')
            self.assertNotIn("seen", sessions.message()[1].decode())

    def test_messages_of_more_than_the_limit_end_a_leg(self):
        for size, fits in ((65_535, True), (1 << 20, True), ((1 << 20) + 1, False)):
            with self.subTest(size):
                host, client, leg, _ = self.relayd.pair(f"size{size}")
                with host, client, leg:
                    leg.send(BINARY, b"x" * size)
                    if fits:
                        self.assertEqual(len(client.message()[1]), size)
                    else:
                        self.assertEqual(leg.close_code(answer=True), 1009)
                        self.assertEqual(client.close_code(answer=True), 1001)

    def test_what_a_host_says_on_its_management_connection_reaches_nobody(self):
        with self.relayd.host("quiet") as host, self.relayd.host("quiet") as other:
            host.send(TEXT, b'{"action":"connect","uri":"ws://evil/","uuid":"x"}')
            self.assertTrue(is_silent(other) and is_silent(host, 0.1))


def block(i):
    return i.to_bytes(4, "big") * 4096


def frame_of(payload):
    from rawws import frame
    return frame(BINARY, payload)


class Waiting(unittest.TestCase):
    def test_a_client_may_be_let_wait_for_its_host(self):
        import threading
        import time
        with ShellRelayd(["--shell-wait", "20s"]) as relayd:
            answers = []
            caller = threading.Thread(target=lambda: answers.append(relayd.ask("late", shell_token("late"))))
            caller.start()
            time.sleep(0.4)
            self.assertFalse(answers, "it waits")
            with relayd.host("late"):
                caller.join(10 * SLOWNESS)
                self.assertEqual(answers[0][0], 200, answers)
        with ShellRelayd(["--shell-wait", "300ms"]) as relayd:
            begun = time.monotonic()
            self.assertEqual(relayd.ask("never", shell_token("never"))[0], 503)
            self.assertGreaterEqual(time.monotonic() - begun, 0.3)


class Configuration(unittest.TestCase):
    def test_without_a_secret_of_their_own_shells_have_the_relays(self):
        with SecuredRelayd() as relayd:
            key = sign(shell_claims("spin30", "host", aud=[AUDIENCE]), SECRET)
            status, body, _ = relayd.call("POST", "/api/v1/connect/spin30", key)
            self.assertEqual(status, 200, body)

    def test_with_a_secret_for_shells_only_no_session_and_no_topic_opens(self):
        with ShellRelayd(env={"RELAY_SECRET": None, "RELAY_AUDIENCE": None}) as relayd:
            self.assertEqual(relayd.call("POST", "/session/lab", token("lab"))[0], 401)
            self.assertEqual(refusal(relayd, "ws://x/bi/lab")[0], 404)
            relayd.host().socket.close()


if __name__ == "__main__":
    main()
