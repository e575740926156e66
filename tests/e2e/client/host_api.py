#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The calls and commands that steer a relay host, each as the hosts that run today answer it."""
import json
import tempfile
import unittest

from hostprogram import Host
from rawws import BINARY, TEXT, RawSocket, Response, WebSocket
from relay_e2e import Relayd, free_port, main, relay_cli, wait_until

NOWHERE = "ws://127.0.0.1:1/in/x"
RULE = {"id": "00", "stream": "stream/large", "destination": NOWHERE, "token": "", "file": ""}


def compact(value):
    return json.dumps(value, separators=(",", ":")).encode()


class Calls(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.host = cls.enterClassContext(Host())

    def setUp(self):
        self.call("DELETE", "/api/destinations/all")
        self.call("DELETE", "/api/streams/all")

    def call(self, *words, **more):
        return self.host.call(*words, **more)

    def assert_json(self, answer, value):
        status, body, headers = answer
        self.assertEqual((status, body), (200, value if isinstance(value, bytes) else compact(value)))
        self.assertEqual(headers["content-type"], "application/json")

    def test_the_bare_api_and_health(self):
        self.assertEqual(self.call("GET", "/api")[:2], (200, b""))
        self.assertEqual(self.call("POST", "/api")[:2], (200, b""))
        self.assert_json(self.call("GET", "/healthcheck"), b'"ok"\n')
        self.assertEqual(self.call("POST", "/healthcheck")[0], 405)

    def test_a_destination_is_added_shown_and_deleted(self):
        for method in ("POST", "PUT", "UPDATE"):
            self.assert_json(self.call(method, "/api/destinations", compact(RULE)), RULE)
        self.assert_json(self.call("GET", "/api/destinations/all"), {"00": RULE})
        self.assert_json(self.call("GET", "/api/destinations/00"), RULE)
        self.assert_json(self.call("GET", "/api/destinations/none"), dict.fromkeys(RULE, ""))
        self.assert_json(self.call("DELETE", "/api/destinations/00"), b'"00"')
        self.assert_json(self.call("DELETE", "/api/destinations/00"), b'"00"')
        self.assert_json(self.call("GET", "/api/destinations/all"), {})

    def test_all_destinations_are_deleted_by_either_name(self):
        for name in ("all", "deleteAll"):
            self.host.destination("a/b-1", "video", NOWHERE)
            self.assert_json(self.call("DELETE", f"/api/destinations/{name}"), b'"deleteAll"')
            self.assert_json(self.call("GET", "/api/destinations/all"), {})

    def test_streams(self):
        rule = {"stream": "stream/large", "feeds": ["video0", "audio"]}
        for method in ("POST", "PUT", "UPDATE"):
            self.assert_json(self.call(method, "/api/streams", compact({**rule, "stream": "/stream/large"})), rule)
        self.assert_json(self.call("GET", "/api/streams/all"), {"stream/large": rule["feeds"]})
        self.assert_json(self.call("GET", "/api/streams/stream/large"), rule["feeds"])
        self.assertEqual(self.call("GET", "/api/streams/none")[:2], (404, b"Stream not found\n"))
        self.assert_json(self.call("DELETE", "/api/streams/stream/large"), b'"stream/large"')
        for name in ("all", "deleteAll"):
            self.host.stream("stream/x", "a")
            self.assert_json(self.call("DELETE", f"/api/streams/{name}"), b'"deleteAll"')
            self.assert_json(self.call("GET", "/api/streams/all"), {})

    def test_tokens_are_not_shown_and_a_token_file_is_only_named(self):
        rule = {**RULE, "destination": "http://127.0.0.1:1/session/x", "token": "secret"}
        self.assert_json(self.call("POST", "/api/destinations", compact(rule)), {**rule, "token": "***"})
        self.assertNotIn(b"secret", self.call("GET", "/api/destinations/all")[1] + self.call("GET", "/api/figures")[1])
        named = {**RULE, "destination": "http://127.0.0.1:1/session/x", "tokenFile": "/run/token"}
        self.assert_json(self.call("POST", "/api/destinations", compact(named)), named)

    def test_what_is_wrong_is_said(self):
        for path in ("/api/destinations", "/api/streams"):
            self.assertEqual(self.call("POST", path, b"{")[0], 500)
            self.assertEqual(self.call("POST", path, b"[]")[0], 500)
            self.assertEqual(self.call("POST", path)[0], 500)
            self.assertEqual(self.call("GET", path)[0], 405)
            self.assertEqual(self.call("PATCH", path + "/x")[0], 405)
        status, body, _ = self.call("POST", "/api/streams", b'{"stream":"s","feeds":"a"}')
        self.assertEqual((status, body), (500, b"feeds must be an array of strings\n"))
        for path in ("/", "/nothing", "/api/nothing", "/api/destinations/a%20b", "/ts/", "/ws/", "/ts/a%3Ab", "/debug/pprof/"):
            self.assertEqual(self.call("GET", path)[0], 404, path)
        self.assertEqual(self.call("POST", "/api/destinations", b" " * (2**20 + 1))[0], 413)

    def test_bodies_may_be_chunked_and_wait_to_be_asked_for(self):
        with RawSocket(self.host.port) as peer:
            peer.send_raw(b"POST /api/streams HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
                          b"Expect: 100-continue\r\n\r\n")
            self.assertEqual(Response(peer.read_until(b"\r\n\r\n")).status, 100)
            peer.send_raw(b'b\r\n{"stream":"\r\n12\r\ns","feeds":["a"]}\n\r\n0\r\n\r\n')
            self.assertEqual(Response(peer.read_until(b"\r\n\r\n")).status, 200)
            self.assertEqual(peer.read_to_end(), b'{"stream":"s","feeds":["a"]}')

    def test_pages_from_elsewhere_reach_nothing(self):
        foreign = ({"Origin": "http://evil.example"}, {"Origin": "null"}, {"Host": f"evil.example:{self.host.port}"},
                   {"Host": f"evil.example:{self.host.port}", "Origin": f"http://evil.example:{self.host.port}"})
        for headers in foreign:
            for method, path in (("POST", "/api/destinations"), ("GET", "/api/destinations/all"), ("GET", "/ws/data"),
                                 ("POST", "/ts/video"), ("DELETE", "/api/destinations/all")):
                self.assertEqual(self.call(method, path, b"{}" if method == "POST" else None, headers)[0], 403, (headers, path))
        for origin in (f"http://127.0.0.1:{self.host.port}", "http://localhost:3000"):
            self.assertEqual(self.call("GET", "/api/destinations/all", headers={"Origin": origin})[0], 200, origin)

    def test_the_reserved_name_adds_nothing(self):
        rule = {**RULE, "id": "deleteAll"}
        self.assert_json(self.call("POST", "/api/destinations", compact(rule)), rule)
        self.assert_json(self.call("GET", "/api/destinations/all"), {})


class Commands(unittest.TestCase):
    TABLE = (
        ('{"verb":"healthcheck"}', '{"healthcheck":"ok"}'),
        ('{"verb":"add","what":"destination","rule":%s}' % compact(RULE).decode(), compact(RULE).decode()),
        ('{"verb":"add","what":"stream","rule":{"stream":"s","feeds":["a"]}}', '{"stream":"s","feeds":["a"]}'),
        ('{"verb":"list","what":"stream","which":"all"}', '{"s":["a"]}'),
        ('{"verb":"list","what":"stream","which":"s"}', '{"feeds":["a"]}'),
        ('{"verb":"list","what":"stream","which":"t"}', '{"feeds":null}'),
        ('{"Verb":"list","WHAT":"destination","which":"all"}', '{"00":%s}' % compact(RULE).decode()),
        ('{"verb":"list","what":"destination","which":"00"}', compact(RULE).decode()),
        ('{"verb":"delete","what":"stream","which":"s"}', '{"deleted":"s"}'),
        ('{"verb":"delete","what":"stream","which":"all"}', '{"deleted":"deleteAll"}'),
        ('{"verb":"delete","what":"destination","which":"00"}', '{"deleted":"00"}'),
        ('{"verb":"delete","what":"destination","which":"all"}', '{"deleted":"deleteAll"}'),
        ('{"verb":"delete","what":"destination","which":"apiRule"}', '{"error":"cannot delete apiRule"}'),
        ('{"verb":"dance"}', '{"error":"unrecognised Command"}'),
        ("no json", '{"error":"unrecognised Command"}'),
        ('{"verb":"add","what":"stream"}', '{"error":"add needs a rule"}'),
    )

    def ask(self, peer, command, opcode=TEXT):
        peer.send(opcode, command.encode())
        return peer.message()

    def test_each_command_is_answered_to_who_asked_and_nobody_else(self):
        with Host() as host, WebSocket(host.port, "/ws/api") as peer, WebSocket(host.port, "/ws/api") as other:
            for command, answer in self.TABLE:
                for opcode in (TEXT, BINARY):
                    self.assertEqual(self.ask(peer, command, opcode), (TEXT, answer.encode()), command)
            self.assertEqual(self.ask(other, '{"verb":"healthcheck"}'), (TEXT, b'{"healthcheck":"ok"}'))
            self.assertEqual(host.call("POST", "/ts/api", b"")[0], 404)

    def test_a_host_behind_a_firewall_is_steered_through_a_relay(self):
        with Relayd() as relayd, WebSocket(relayd.port, "/bi/steer") as operator:
            with Host(env={"VW_API": relayd.url("/bi/steer")}) as host:
                host.wait_open("apiRule")
                for command, answer in self.TABLE:
                    if "destination" not in command:
                        self.assertEqual(self.ask(operator, command), (TEXT, answer.encode()), command)
                rules = json.loads(self.ask(operator, '{"verb":"list","what":"destination","which":"all"}')[1])
                self.assertEqual(list(rules), ["apiRule"])
                add = {"verb": "add", "what": "destination", "rule": {"id": "1", "stream": "video", "destination": NOWHERE}}
                self.ask(operator, json.dumps(add))
                self.assertEqual(self.ask(operator, '{"verb":"delete","what":"destination","which":"all"}')[1],
                                 b'{"deleted":"deleteAll"}')
                # The way that commands come is there again, or this would not be answered.
                host.wait_open("apiRule")
                rules = json.loads(self.ask(operator, '{"verb":"list","what":"destination","which":"all"}')[1])
                self.assertEqual(list(rules), ["apiRule"])


class Starts(unittest.TestCase):
    def test_variables_of_before_are_known(self):
        port = free_port()
        env = {"VW_PORT": str(port), "VW_LOG_LEVEL": "PANIC", "VW_MUXBUFFERLENGTH": "10", "VW_HTTPFLUSHMS": "5"}
        with Host("--port", port, env=env) as host:
            self.assertEqual(host.port, port)
            warned = [event["text"] for event in host.events("warning")]
            self.assertEqual(len(warned), 2, warned)
            self.assertIn("VW_MUXBUFFERLENGTH", warned[0])

    def test_what_cannot_start_says_what_to_do(self):
        with Host() as host:
            done = relay_cli("host", "--port", host.port, check=False)
            self.assertEqual(done.returncode, 1)
            self.assertIn("--port", done.stderr)
        for words in (["--listen", "nowhere"], ["--api", "gopher://x"], ["--api-token-file", "x"], ["stray"]):
            self.assertEqual(relay_cli("host", *words, check=False).returncode, 2, words)

    def test_help_has_an_example_and_the_variables(self):
        told = relay_cli("host", "--help").stdout
        for wanted in ("Example:", "VW_PORT", "VW_API", "VW_LOG_LEVEL"):
            self.assertIn(wanted, told)

    def test_rules_outlive_the_host(self):
        with tempfile.TemporaryDirectory() as folder:
            path = f"{folder}/rules.json"
            rule = {**RULE, "destination": "http://127.0.0.1:1/session/x", "token": "t0ken"}
            with Host("--rules", path) as host:
                host.call("POST", "/api/destinations", compact(rule))
                host.stream("stream/large", "video", "audio")
                host.process.kill()  # what was answered is kept, also when nothing else can be done
                host.process.wait()
            with Host("--rules", path) as host:
                self.assertEqual(json.loads(host.call("GET", "/api/destinations/all")[1]), {"00": {**rule, "token": "***"}})
                self.assertEqual(json.loads(host.call("GET", "/api/streams/all")[1]), {"stream/large": ["video", "audio"]})
                # Whoever reads the rules and sends them back keeps the token.
                host.call("POST", "/api/destinations", compact({**rule, "token": "***"}))
                self.assertEqual(host.stop(), 0)
            with open(path, encoding="utf-8") as file:
                self.assertEqual(json.load(file)["destinations"]["00"]["token"], "t0ken")

    def test_a_broken_file_of_rules_is_an_error(self):
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            file.write('{"destinations":')
            file.flush()
            done = relay_cli("host", "--port", "0", "--rules", file.name, check=False)
            self.assertEqual(done.returncode, 1)
            self.assertIn(file.name, done.stderr)
            self.assertIn("Mend the file", done.stderr)


if __name__ == "__main__":
    main()
