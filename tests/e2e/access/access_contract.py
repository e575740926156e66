#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The access calls and the way in, answer by answer, over plain HTTP and over TLS: the tables that existing clients
rely on."""
import base64
import hashlib
import json
import os
import shutil
import tempfile
import time
import unittest

import tlsca
from accesstoken import AUDIENCE, SecuredRelayd, admin_token, claims, sign, token
from relay_e2e import main

SESSION = "/session/lab"
UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"


def frame_error(status, message):
    return status, json.dumps({"code": status, "message": message}, separators=(",", ":")).encode()


def call_error(status, message):
    return status, json.dumps({"code": str(status), "message": message}, separators=(",", ":")).encode() + b"\n"


def text(status, message):
    return status, b'"' + message.encode() + b'"\n'


class Contract:
    """Run for each transport by the classes below."""

    @classmethod
    def setUpClass(cls):
        cls.relayd = cls.start()

    @classmethod
    def tearDownClass(cls):
        cls.relayd.__exit__(None, None, None)

    def ask(self, *arguments, **options):
        status, body, _ = self.relayd.call(*arguments, **options)
        return status, body

    # --- errors of the frame ---

    def test_no_authorization_is_unauthenticated(self):
        for method, path in (("POST", SESSION), ("POST", "/bids/deny?bid=a&exp=1"), ("POST", "/bids/allow"),
                             ("GET", "/bids/deny"), ("GET", "/bids/allow"), ("GET", "/status")):
            for value in (None, "", "   "):
                self.assertEqual(self.ask(method, path, token=value),
                                 frame_error(401, "unauthenticated for invalid credentials"), (method, path, value))

    def test_a_token_that_proves_nothing_is_invalid(self):
        good = token()
        header, payload, signature = good.split(".")
        none = base64.urlsafe_b64encode(b'{"alg":"none"}').rstrip(b"=").decode()
        for bad in ("nonsense", "a.b.c", token(secret="another secret"), f"{none}.{payload}.", good + "=", good + ".x",
                    f"{header}.{payload}.{signature[:-4]}AAAA", sign(claims(), header={"alg": "RS256"}),
                    sign(claims(), header={"alg": "HS512"}), sign(claims(), header={"alg": "HS256", "crit": ["exp"]}),
                    sign(b"not json"), sign(b"[]"), sign(claims(exp="soon"))):
            self.assertEqual(self.ask("POST", SESSION, bad), frame_error(401, "token invalid"), bad)

    def test_all_hmac_algorithms_are_taken(self):
        for name, digest in (("HS256", hashlib.sha256), ("HS384", hashlib.sha384), ("HS512", hashlib.sha512)):
            self.assertEqual(self.ask("POST", SESSION, sign(claims(), header={"alg": name}, digest=digest))[0], 200)

    def test_a_token_of_another_time_is_invalid(self):
        now = time.time()
        for changes in ({"exp": now - 2}, {"nbf": now + 60}, {"iat": now + 60}):
            status, body = self.ask("POST", SESSION, token(**changes))
            self.assertEqual(status, 401)
            self.assertTrue(json.loads(body)["message"].startswith("token invalid"), body)
            self.assertFalse(body.endswith(b"\n"))

    def test_a_token_for_another_audience_names_both(self):
        self.assertEqual(self.ask("POST", SESSION, token(aud=["A", "B"])),
                         frame_error(401, f"aud [A B] does not match this host {AUDIENCE}"))
        self.assertEqual(self.ask("POST", SESSION, token(aud=AUDIENCE + "/"))[0], 401)
        self.assertEqual(self.ask("POST", SESSION, token(aud=AUDIENCE))[0], 200)
        self.assertEqual(self.ask("POST", SESSION, token(aud=["A", AUDIENCE]))[0], 200)

    def test_unknown_paths_are_not_found(self):
        self.assertEqual(self.ask("GET", "/bids/other", token()), frame_error(404, "path /bids/other was not found"))
        self.assertEqual(self.ask("GET", "/nothing"), frame_error(404, "path /nothing was not found"))

    def test_wrong_methods_name_the_right_ones(self):
        for method, path, allowed in (("GET", SESSION, "POST"), ("PUT", SESSION, "POST"), ("DELETE", "/bids/deny", "GET, POST"),
                                      ("POST", "/status", "GET")):
            status, body, headers = self.relayd.call(method, path, token())
            named = allowed.replace(", ", ",")
            self.assertEqual((status, body), frame_error(405, f"method {method} is not allowed, but [{named}] are"))
            self.assertEqual(headers["allow"], allowed)

    def test_the_query_of_a_booking_is_needed_and_checked(self):
        def error(code, message):
            return 422, json.dumps({"code": code, "message": message}, separators=(",", ":")).encode()
        for path in ("/bids/deny", "/bids/allow"):
            self.assertEqual(self.ask("POST", path, admin_token()), error(602, "bid in query is required"))
            self.assertEqual(self.ask("POST", path + "?bid=&exp=1", admin_token()), error(602, "bid in query is required"))
            self.assertEqual(self.ask("POST", path + "?bid=b", admin_token()), error(602, "exp in query is required"))
            self.assertEqual(self.ask("POST", path + "?bid=b&exp=abc", admin_token()),
                             error(601, 'exp in query must be of type int64: "abc"'))

    def test_bodies_are_json_or_nothing(self):
        def status(body, **headers):
            return self.ask("POST", SESSION, token(), headers={n.replace("_", "-"): v for n, v in headers.items()}, body=body)[0]
        self.assertEqual(status(b"{}", Content_Type="application/json;charset=utf-8"), 200)
        self.assertEqual(status(b"{}", Content_Type="text/plain"), 415)
        self.assertEqual(status(b"", Content_Type="text/plain"), 200)
        self.assertEqual(status(None, Accept="text/html"), 406)
        self.assertEqual(status(None, Accept="application/json, text/plain, */*"), 200)
        self.assertEqual(status(b"x" * 70000, Content_Type="application/json"), 413)

    # --- POST /session ---

    def test_a_session_gets_a_uri_with_a_code(self):
        status, body, headers = self.relayd.call("POST", SESSION, token())
        self.assertEqual(status, 200)
        self.assertEqual(headers["content-type"], "application/json")
        self.assertEqual(headers["connection"], "close")
        self.assertRegex(body.decode(), rf'^{{"uri":"wss?://127\.0\.0\.1:\d+/session/lab\?code={UUID}"}}\n$')

    def test_bearer_and_blanks_are_taken(self):
        for value in ("Bearer " + token(), "  " + token() + "  "):
            self.assertEqual(self.ask("POST", SESSION, value)[0], 200)

    def test_missing_claims(self):
        for name in ("topic", "scopes", "prefix", "exp", "nbf", "iat"):
            self.assertEqual(self.ask("POST", SESSION, token(**{name: None})), text(401, "Token Missing Required Claims"), name)
        self.assertEqual(self.ask("POST", SESSION, token(scopes=[])), text(401, "Token Missing Required Claims"))

    def test_the_topic_is_compared_whole(self):
        self.assertEqual(self.ask("POST", "/session/other", token()), text(401, "Token Wrong Topic"))
        self.assertEqual(self.ask("POST", "/session/labs", token()), text(401, "Token Wrong Topic"))
        self.assertEqual(self.ask("POST", "/session/a%2Fb", token("a/b"))[0], 200)
        self.assertEqual(self.ask("POST", "/session/a:b", token("a"))[0], 400)

    def test_an_empty_booking_is_not_permitted(self):
        for changes in ({"booking_id": ""}, {"booking_id": None}):
            self.assertEqual(self.ask("POST", SESSION, token(**changes)),
                             call_error(400, "empty bookingID field is not permitted"))

    def test_a_denied_booking_gets_no_code(self):
        self.assertEqual(self.relayd.deny("denied-a"), 204)
        self.assertEqual(self.ask("POST", SESSION, token(booking_id="denied-a")),
                         call_error(400, "bookingID has been deny-listed, probably because the session was cancelled"))

    # --- bookings ---

    def test_denying_and_allowing_move_a_booking(self):
        self.assertEqual(self.ask("POST", f"/bids/deny?bid=moved&exp={int(time.time()) + 60}", admin_token()), (204, b""))
        self.assertIn("moved", json.loads(self.ask("GET", "/bids/deny", admin_token())[1])["booking_ids"])
        self.assertEqual(self.ask("POST", f"/bids/allow?bid=moved&exp={int(time.time()) + 60}", admin_token()), (204, b""))
        self.assertNotIn("moved", json.loads(self.ask("GET", "/bids/deny", admin_token())[1])["booking_ids"])
        status, body = self.ask("GET", "/bids/allow", admin_token())
        self.assertEqual(status, 200)
        self.assertIn("moved", json.loads(body)["booking_ids"])
        self.assertTrue(body.endswith(b"]}\n"))

    def test_only_the_admin_scope_changes_bookings(self):
        query = f"?bid=b&exp={int(time.time()) + 60}"
        self.assertEqual(self.ask("POST", "/bids/deny" + query, token()),
                         call_error(401, "is token missing relay:admin scope? missing relay:admin Scope"))
        self.assertEqual(self.ask("POST", "/bids/deny" + query, sign({"aud": [AUDIENCE], "exp": int(time.time()) + 60})),
                         call_error(401, "is token missing relay:admin scope? token Missing Required Claims"))
        self.assertEqual(self.ask("POST", "/bids/allow" + query, token()), call_error(401, "token missing relay:admin scope"))
        for path in ("/bids/deny", "/bids/allow"):
            self.assertEqual(self.ask("GET", path, token()), call_error(401, "token missing relay:admin scope"))

    def test_a_booking_that_is_over_cannot_be_changed(self):
        self.assertEqual(self.ask("POST", "/bids/deny?bid=b&exp=1000", admin_token()),
                         call_error(400, "booking expiry time (exp) of [1000] missing or in the past"))
        self.assertEqual(self.ask("POST", "/bids/allow?bid=b&exp=1000", admin_token()),
                         call_error(400, "exp (booking expiry time) missing or in the past"))

    # --- status ---

    def test_the_status_needs_its_scope_and_shows_the_relay_itself(self):
        self.assertEqual(self.ask("GET", "/status", token()), call_error(401, "token missing relay:stats scope"))
        status, body = self.ask("GET", "/status", admin_token("relay:stats"))
        self.assertEqual(status, 200)
        own = json.loads(body)[0]
        self.assertRegex(own.pop("connected_at"), r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
        self.assertEqual(own, {"can_read": True, "can_write": True, "expires_at": "1970-01-01T00:00:00Z",
                               "remote_addr": "internal", "scopes": ["read", "stats", "write"], "topic": "stats",
                               "user_agent": "crossbar"})

    # --- the websocket's way in ---

    def handshake(self, path, headers=()):
        """Status line and body of the answer to an opening handshake."""
        link = self.relayd.connection()
        link.connect()
        key = base64.b64encode(os.urandom(16)).decode()
        lines = [f"GET {path} HTTP/1.1", "Host: relay", "Upgrade: websocket", "Connection: Upgrade",
                 "Sec-WebSocket-Version: 13", f"Sec-WebSocket-Key: {key}", *headers, "", ""]
        link.sock.sendall("\r\n".join(lines).encode("latin-1"))
        link.sock.settimeout(10)
        answer = b""
        while b"\r\n\r\n" not in answer or not answer.startswith(b"HTTP/1.1 101"):
            try:
                part = link.sock.recv(65536)
            except OSError:
                break
            if not part:
                break
            answer += part
        link.close()
        head, _, body = answer.partition(b"\r\n\r\n")
        return int(head.split()[1]), head.decode("latin-1"), body

    def path_of(self, uri):
        return "/" + uri.split("/", 3)[3]

    def test_a_code_opens_one_websocket(self):
        path = self.path_of(self.relayd.uri())
        self.assertEqual(self.handshake(path)[0], 101)
        self.assertEqual(self.handshake(path)[0], 401)

    def test_the_sub_protocol_null_is_echoed_and_nothing_else_offered(self):
        status, head, _ = self.handshake(self.path_of(self.relayd.uri()), ["Sec-WebSocket-Protocol: null",
                                                                           "Sec-WebSocket-Extensions: permessage-deflate"])
        self.assertEqual(status, 101)
        self.assertRegex(head, r"(?i)sec-websocket-protocol: null")
        self.assertNotRegex(head, r"(?i)sec-websocket-extensions")
        self.assertNotRegex(self.handshake(self.path_of(self.relayd.uri()))[1], r"(?i)sec-websocket-protocol")

    def test_any_origin_may_come(self):
        path = self.path_of(self.relayd.uri())
        self.assertEqual(self.handshake(path, ["Origin: https://elsewhere.example"])[0], 101)

    def test_what_is_wrong_is_refused_before_the_upgrade(self):
        code = self.path_of(self.relayd.uri()).partition("?")[2]
        for path in ("/session/lab", "/session/lab?code=", "/session/lab?code=nonsense", f"/session/other?{code}",
                     f"/session/lab?{code}"):  # the last one: a code is used up by an attempt on another topic
            status, _, body = self.handshake(path)
            self.assertEqual(status, 401, path)
            self.assertTrue(body.startswith(b"The code is not valid"), body)

    def test_topics_are_as_in_the_token(self):
        for topic, path in (("123", "/session/123/"), ("a.b-c_d", "/session/a.b-c_d"), ("a/b/c", "/session/a/b%2Fc"),
                            ("a+b,c(d)*e", "/session/a+b,c(d)*e")):
            code = self.relayd.uri(topic, path="/session/" + topic).partition("?")[2]
            self.assertEqual(self.handshake(f"{path}?{code}")[0], 101, path)

    def test_topics_are_never_cut_short(self):
        for path in ("/session/a%20b", "/session/a:b", "/session/a@b", "/session/%252f", "/session/a/../b", "/session/a%00",
                     "/session/" + "a" * 1025, "/session/a//b"):
            code = self.relayd.uri("a").partition("?")[2]
            self.assertEqual(self.handshake(f"{path}?{code}")[0], 400, path)

    def test_only_the_first_code_counts_and_other_parameters_do_not(self):
        code = self.path_of(self.relayd.uri()).partition("?code=")[2]
        self.assertEqual(self.handshake(f"/session/lab?code=x&code={code}")[0], 401)
        self.assertEqual(self.handshake(f"/session/lab?Code={code}")[0], 401)
        self.assertEqual(self.handshake(f"/session/lab?a=b&code={code}&c=d")[0], 101)

    def test_unknown_prefixes_are_not_found(self):
        for path in ("/shells/lab?code=x", "/session~q/123?code=x", "/sessions/lab", "/out/demo", "/ws"):
            status, head, body = self.handshake(path)
            self.assertEqual((status, body), (404, b"Not Found\n"), path)
            self.assertIn("text/plain; charset=utf-8", head)

    def test_a_token_without_read_and_write_opens_nothing(self):
        path = self.path_of(self.relayd.uri(scopes=["expt"]))
        self.assertEqual(self.handshake(path)[0], 403)

    # --- browsers ---

    def test_pages_of_other_origins_may_call(self):
        for path in (SESSION, "/bids/deny", "/status"):
            status, body, headers = self.relayd.call("OPTIONS", path, headers={
                "Origin": "https://elsewhere.example", "Access-Control-Request-Method": "POST",
                "Access-Control-Request-Headers": "authorization,content-type"})
            self.assertEqual((status, body), (204, b""))
            self.assertEqual(headers["access-control-allow-origin"], "*")
            self.assertIn("POST", headers["access-control-allow-methods"])
            self.assertIn("Authorization", headers["access-control-allow-headers"])
            self.assertEqual(headers["access-control-max-age"], "86400")
        self.assertEqual(self.relayd.call("POST", SESSION)[2]["access-control-allow-origin"], "*")
        self.assertEqual(self.relayd.call("POST", SESSION, token())[2]["access-control-allow-origin"], "*")


class Plain(Contract, unittest.TestCase):
    @staticmethod
    def start():
        return SecuredRelayd(args=["--undecided-per-address", "0", "--failures-per-minute", "0",
                                   "--codes-per-booking", "0"]).__enter__()


class Tls(Contract, unittest.TestCase):
    @classmethod
    def start(cls):
        cls.folder = tempfile.mkdtemp(prefix="rlca")
        authority = tlsca.Authority(cls.folder)
        certificate, key = authority.issue("relay")
        return SecuredRelayd(args=["--tls-listen", "127.0.0.1:0", "--tls-certificate", certificate, "--tls-key", key,
                                   "--undecided-per-address", "0", "--failures-per-minute", "0",
                                   "--codes-per-booking", "0"], listen="none", tls=authority.context()).__enter__()

    @classmethod
    def tearDownClass(cls):
        super().tearDownClass()
        shutil.rmtree(cls.folder)


if __name__ == "__main__":
    main()
