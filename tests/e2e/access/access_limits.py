#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Limits: each answers with a status that says what to do and when to come back, and is counted."""
import contextlib
import json
import socket
import time
import unittest

from accesstoken import SecuredRelayd, token
from rawws import RawSocket, Response
from relay_e2e import Relayd, main, wait_until


class Handshake:
    """An opening handshake: status and headers of the answer, and the connection."""

    def __init__(self, relayd, path):
        self.socket = socket.create_connection(("127.0.0.1", relayd.port), timeout=10)
        self.socket.sendall((f"GET {path} HTTP/1.1\r\nHost: relay\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                             "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n").encode())
        head = b""
        while b"\r\n\r\n" not in head:
            part = self.socket.recv(4096)
            if not part:
                break
            head += part
        lines = head.partition(b"\r\n\r\n")[0].decode().split("\r\n")
        self.status = int(lines[0].split()[1])
        self.headers = {name.lower(): value for name, value in (line.split(": ", 1) for line in lines[1:])}

    def close(self):
        self.socket.close()


class Limits(unittest.TestCase):
    @contextlib.contextmanager
    def secured(self, *args):
        """A relayd whose clients are gone before it ends, which it would else give seconds to say goodbye."""
        self.opened = []
        with SecuredRelayd(list(args)) as relayd:
            yield relayd
            for link in self.opened:
                link.close()

    def handshake(self, relayd, path):
        self.opened.append(Handshake(relayd, path))
        return self.opened[-1]

    def path(self, relayd, **changes):
        return "/" + relayd.uri(**changes).split("/", 3)[3]

    def refused(self, reason, relayd):
        return relayd.metric(f'relay_auth_failures_total{{reason="{reason}"}}')

    def test_connections_of_a_booking(self):
        with self.secured("--connections-per-booking", "2") as relayd:
            links = [self.handshake(relayd, self.path(relayd)) for _ in range(2)]
            self.assertEqual([link.status for link in links], [101, 101])
            refused = self.handshake(relayd, self.path(relayd))
            self.assertEqual(refused.status, 429)
            self.assertGreater(int(refused.headers["retry-after"]), 0)
            self.assertEqual(self.handshake(relayd, self.path(relayd, booking_id="other")).status, 101)
            self.assertEqual(self.refused("connections_of_booking", relayd), 1)
            links[0].close()
            wait_until(lambda: self.handshake(relayd, self.path(relayd)).status == 101, what="the place to be free again")

    def test_sessions_of_a_token(self):
        with self.secured("--max-sessions-per-token", "1") as relayd:
            one, other = token(jti="one"), token(jti="other")

            def ask(key):
                status, body, headers = relayd.call("POST", "/session/lab", key)
                return status, json.loads(body), headers
            status, body, _ = ask(one)
            self.assertEqual(status, 200)
            link = self.handshake(relayd, "/" + body["uri"].split("/", 3)[3])
            self.assertEqual(link.status, 101)
            status, body, headers = ask(one)
            self.assertEqual((status, body["code"], headers["retry-after"]), (429, "429", "5"))
            self.assertEqual(ask(other)[0], 200)
            self.assertEqual(self.refused("sessions_of_token", relayd), 1)
            link.close()
            wait_until(lambda: ask(one)[0] == 200, what="the place to be free again")

    def test_connections_of_an_address(self):
        with self.secured("--connections-per-address", "2") as relayd:
            links = [self.handshake(relayd, self.path(relayd, booking_id=str(i))) for i in range(2)]
            self.assertEqual([link.status for link in links], [101, 101])
            refused = self.handshake(relayd, self.path(relayd, booking_id="3"))
            self.assertEqual((refused.status, "retry-after" in refused.headers), (429, True))
            self.assertEqual(self.refused("connections_of_address", relayd), 1)

    def test_loopback_is_not_counted_in_open_mode(self):
        with Relayd(["--connections-per-address", "2"]) as relayd:
            links = [Handshake(relayd, "/bi/x") for _ in range(5)]
            self.assertEqual([link.status for link in links], [101] * 5)
            for link in links:
                link.close()

    def test_unused_codes_of_a_booking(self):
        with self.secured("--codes-per-booking", "2") as relayd:
            self.path(relayd), self.path(relayd)
            status, body, headers = relayd.call("POST", "/session/lab", token())
            self.assertEqual(status, 429)
            self.assertEqual(json.loads(body)["code"], "429")
            self.assertIn("retry-after", headers)

    def test_silent_connections_of_an_address(self):
        with self.secured("--undecided-per-address", "3") as relayd:
            with contextlib.ExitStack() as silent:
                first, *others = [silent.enter_context(RawSocket(relayd.port)) for _ in range(3)]
                last = silent.enter_context(RawSocket(relayd.port))
                told = Response(first.read_to_end())
                self.assertEqual((told.status, "retry-after" in told.headers), (429, True))
                for link in (*others, last):  # the oldest makes room, and the others are served
                    link.send_raw(b"GET /healthz HTTP/1.1\r\nHost: relay\r\n\r\n")
                    self.assertEqual(Response(link.read_to_end()).status, 200)
                self.assertEqual(self.refused("undecided", relayd), 1)

    def test_many_that_come_at_once_and_are_silent(self):
        with self.secured("--undecided-per-address", "3") as relayd, contextlib.ExitStack() as silent:
            links = [silent.enter_context(RawSocket(relayd.port)) for _ in range(50)]
            self.assertEqual([Response(link.read_to_end()).status for link in links[:-3]], [429] * 47)
            self.assertEqual(relayd.call("GET", "/healthz")[0], 200)
            self.assertIn(self.refused("undecided", relayd), (47, 48, 49))  # the two that ask may have made it two more

    def test_handshakes_in_a_second(self):
        with self.secured("--handshake-rate", "5") as relayd:
            answers = [relayd.call("GET", "/healthz") for _ in range(20)]
            refused = [answer for answer in answers if answer[0] == 503]
            self.assertGreater(len(refused), 5)
            self.assertEqual(refused[0][2]["retry-after"], "1")
            time.sleep(1)
            self.assertEqual(relayd.call("GET", "/healthz")[0], 200)
            self.assertEqual(self.refused("rate", relayd), len(refused))

    def test_guesses_of_an_address(self):
        with self.secured("--failures-per-minute", "3") as relayd:
            good = self.path(relayd)
            answers = [self.handshake(relayd, f"/session/lab?code=guess{i}").status for i in range(5)]
            self.assertEqual(answers, [401, 401, 401, 429, 429])
            refused = self.handshake(relayd, good)
            self.assertEqual((refused.status, "retry-after" in refused.headers), (429, True))

    def test_connections_in_all(self):
        with self.secured("--max-connections", "2") as relayd:
            links = [self.handshake(relayd, self.path(relayd, booking_id=str(i))) for i in range(2)]
            self.assertEqual([link.status for link in links], [101, 101])
            status, _, headers = relayd.call("GET", "/healthz")
            self.assertEqual((status, headers["retry-after"]), (503, "5"))
            links[0].close()
            wait_until(lambda: self.refused("no_room", relayd) > 0, what="a place to look from")
            self.assertEqual(self.refused("connections_of_address", relayd), 0)

    def test_heads_and_bodies_have_a_size(self):
        with SecuredRelayd() as relayd:
            self.assertEqual(relayd.call("POST", "/session/lab", token(), headers={"X-Large": "x" * 17000})[0], 431)
            self.assertEqual(relayd.call("POST", "/session/lab", token(), body=b"x" * 70000)[0], 413)
            self.assertEqual([self.refused(reason, relayd) for reason in ("head_too_large", "body_too_large")], [1, 1])

    def test_every_refusal_is_in_the_sum(self):
        with SecuredRelayd() as relayd:
            statuses = [relayd.call(method, path, key)[0] for method, path, key in
                        (("GET", "/nothing", None), ("PUT", "/status", None), ("POST", "/session/lab", "forged"),
                         ("POST", "/session/lab", token("other")), ("POST", "/in/lab", token(scopes=["read"])))]
            self.assertEqual(statuses, [404, 405, 401, 401, 403])
            body = b"this is no transport stream, however long it may be" * 50
            self.assertEqual(relayd.call("POST", "/in/lab", token(), body=body)[0], 415)
            self.assertEqual(relayd.metric('relay_connections_total{result="refused"}'), 6)
            self.assertEqual([self.refused(reason, relayd) for reason in
                              ("not_found", "wrong_method", "bad_token", "wrong_topic", "no_scope", "media_type")], [1] * 6)


if __name__ == "__main__":
    main()
