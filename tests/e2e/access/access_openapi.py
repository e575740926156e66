#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""/openapi.yaml is what relayd does: every answer in it is provoked, and no answer is missing in it."""
import contextlib
import gzip
import html
import json
import os
import re
import resource
import time
import unittest
from pathlib import Path

from accesstoken import AUDIENCE, SecuredRelayd, admin_token, claims, sign, token
from openapi import METHODS, Document
from rawws import RawSocket, Response, handshake
from relay_e2e import main, wait_until

SOURCE = os.environ["RELAY_SOURCE_DIR"]
FILE = Path(SOURCE, "resources", "openapi", "openapi.yaml")
STREAM = (b"\x47\x1f\xff\x10" + b"\xff" * 184) * 10
NOW = int(time.time())
JSON = "application/json"
RESERVED = ("session", "bids", "status", "stats", "ws", "watch", "data", "shell", "connect", "api", "healthz", "readyz",
            "metrics", "openapi.yaml", "swagger.json", "docs", "assets", "favicon.ico", "debug", "bids/deny", "bids/allow",
            "session/lab", "watch/demo", "in/lab", "out/lab", "shell/lab", "connect/lab", "api/v1/connect/lab", "metrics/x")
CALLS = {"/session/{topic}", "/bids/deny", "/bids/allow", "/status", "/api/v1/connect/{host}"}  # which speak JSON
# Files that pages are made of are no calls.
NOT_DESCRIBED = {"/favicon.ico"}


def ask(relayd, method, path, key=None, body=None, **headers):
    """Status, body and headers of an answer; header names as arguments, with _ for -."""
    return relayd.call(method, path, key, body=body, headers={n.replace("_", "-"): v for n, v in headers.items()})


def upgrade(relayd, path, *extra, replaced=None):
    """As above, of an opening handshake; (old, new) bytes of it are replaced."""
    with RawSocket(relayd.port) as peer:
        request = handshake(path, extra=extra)
        peer.send_raw(request.replace(*replaced) if replaced else request)
        response = Response(peer.read_until(b"\r\n\r\n"))
        length = int(response.headers.get("content-length", 0))
        return response.status, peer.read(length) if response.status != 101 else b"", response.headers


def path_of(uri):
    return "/" + uri.split("/", 3)[3]


def stream(relayd, key, path="/in/lab", method="POST", body=STREAM, **headers):
    return ask(relayd, method, path, key, body=body, **headers)


class Scenarios:
    """Ways to each answer: (method, path of the description, status) to calls that give it."""

    def __init__(self):
        self.ways = {}
        self._session()
        self._open()
        self._stream()
        self._shell_calls("/api/v1/connect/", "connect", "/api/v1/connect/{host}")
        self._shell_calls("/shell/", "shell", "/shell/{host}")
        self._shell_websockets("/api/v1/connect/", "connect", "/connect/{host}")
        self._shell_websockets("/shell/", "shell", "/shell/{host}")
        for path, verb in (("/bids/deny", "deny"), ("/bids/allow", "allow")):
            self._booking(path)
            self._list(path)
        self._figures()
        self._documents()

    def add(self, method, path, status, *ways):
        self.ways.setdefault((method, path, status), []).extend(ways)

    @staticmethod
    def _bad_tokens(scope=None):
        base = {} if scope is None else {"scopes": [scope]}
        return [None, "nonsense", token(exp=NOW - 5, **base), token(nbf=NOW + 600, **base),
                token(aud=["https://other.example.org"], **base)]

    def _session(self):
        def post(key=None, path="/session/lab", **options):
            return lambda relayd: ask(relayd, "POST", path, token() if key is None else key, **options)
        add = lambda status, *ways: self.add("POST", "/session/{topic}", status, *ways)
        add(200, post(), post("Bearer " + token()))
        add(400, post(token(booking_id="")), post(token(booking_id="denied")), post(path="/session/a:b"),
            post(body=b"{}", Content_Type="nonsense"))
        add(401, *(lambda relayd, key=key: ask(relayd, "POST", "/session/lab", key) for key in self._bad_tokens()),
            post(token(scopes=[])), post(token("other")), post(token(prefix="shell")))
        add(406, post(Accept="text/html"))
        add(413, post(body=b"x" * 70_000, Content_Type=JSON))
        add(415, post(body=b"{}", Content_Type="text/plain"))
        add(429, lambda relayd: [ask(relayd, "POST", "/session/lab", token(booking_id="hoarder")) for _ in range(3)][-1],
            lambda relayd: [ask(relayd.choosy, "POST", "/session/lab", token(jti="many")) for _ in range(6)][-1])
        self.add("OPTIONS", "/session/{topic}", 204, lambda relayd: ask(relayd, "OPTIONS", "/session/lab"))

    def _open(self):
        add = lambda status, *ways: self.add("GET", "/session/{topic}", status, *ways)
        bad = "/session/lab?code=3d1c6a52-1b0f-4f0e-9a3e-0f6c2b7d5e41"

        def expired(relayd):
            path = path_of(relayd.uri(exp=int(time.time()) + 1, booking_id="short"))
            time.sleep(1.1)
            return upgrade(relayd, path)

        def guess(relayd):
            """From an address of its own, which is held up afterwards."""
            return wait_until(lambda: (answer := upgrade(relayd, bad, "X-Forwarded-For: 192.0.2.99"))[0] == 429 and answer)
        add(101, lambda relayd: upgrade(relayd, path_of(relayd.uri(booking_id="open"))))
        add(400, lambda relayd: upgrade(relayd, "/session/a%20b?code=x"), lambda relayd: upgrade(relayd, "/session/%252f"),
            lambda relayd: upgrade(relayd, bad, replaced=(b"dGhlIHNhbXBsZSBub25jZQ==", b"dGhl")),
            lambda relayd: upgrade(relayd, bad, replaced=(b"Connection: Upgrade", b"Connection: close")))
        add(401, lambda relayd: upgrade(relayd, bad), lambda relayd: upgrade(relayd, "/session/lab"), expired)
        add(403, lambda relayd: upgrade(relayd, path_of(relayd.uri(scopes=["expt"], booking_id="none"))),
            lambda relayd: upgrade(relayd.choosy, bad, "Origin: https://elsewhere.example"))
        add(405, lambda relayd: ask(relayd, "GET", "/session/lab"))
        add(426, lambda relayd: upgrade(relayd, bad, replaced=(b"Version: 13", b"Version: 12")))
        add(429, lambda relayd: full(relayd, lambda: upgrade(relayd, path_of(relayd.uri(booking_id="full")))),
            lambda relayd: alone(relayd, lambda: upgrade(relayd.choosy, path_of(relayd.choosy.uri()))), lambda r: guess(r.choosy))

    def _stream(self):
        for method in ("POST", "PUT"):
            def post(key=None, method=method, **options):
                return lambda relayd: stream(relayd, token(booking_id="b1") if key is None else key, method=method, **options)

            def cut(relayd, method=method):
                with RawSocket(relayd.port) as peer:
                    peer.send_raw(f"{method} /in/lab HTTP/1.1\r\nHost: r\r\nAuthorization: {token(booking_id='cut')}\r\n"
                                  "Content-Length: 99999\r\n\r\n".encode() + STREAM)
                    wait_until(lambda: any(c["bookingId"] == "cut" for c in relayd.connections()), what="the stream to begin")
                    relayd.deny("cut")
                    response = Response(peer.read_until(b"\r\n\r\n"))
                    relayd.allow("cut")
                    return response.status, peer.read(int(response.headers["content-length"])), response.headers

            def bare(relayd, method=method):
                with RawSocket(relayd.port) as peer:
                    peer.send_raw(f"{method} /in/lab HTTP/1.1\r\nHost: r\r\nAuthorization: {token()}\r\n\r\n".encode())
                    response = Response(peer.read_until(b"\r\n\r\n"))
                    return response.status, peer.read(int(response.headers["content-length"])), response.headers
            add = lambda status, *ways: self.add(method, "/in/{topic}", status, *ways)
            add(200, post())
            add(400, post(token(booking_id="")), post(path="/in/a:b"))
            add(401, lambda relayd, method=method: stream(relayd, None, method=method), post("nonsense"), post(token("other")))
            add(403, post(token(scopes=["read"])), post(token(booking_id="denied")), cut)
            add(411, bare)
            add(415, post(body=gzip.compress(STREAM), Content_Encoding="gzip"))
            add(429, lambda relayd, post=post: full(relayd, lambda: post(token(booking_id="full"))(relayd)),
                lambda relayd, method=method: alone(relayd, lambda: stream(relayd.choosy, token(), method=method)))

    def _shell_calls(self, start, prefix, path):
        host = prefix + "-host"

        def post(key=None, at=start + host, body=None, there=True, **options):
            def way(relayd):
                with shell_host(relayd, host) if there else contextlib.nullcontext():
                    return ask(relayd, "POST", at, shell_token(host, prefix) if key is None else key, body, **options)
            return way
        add = lambda status, *ways: self.add("POST", path, status, *ways)
        key = lambda **changes: shell_token(host, **{"prefix": prefix, **changes})
        add(200, post(), post("Bearer " + key()), post(key(scopes=["host"])), post(key(scopes=["stats"], topic="stats"), start + "stats"),
            post(body=b'{"resume":"AbCdEfGhIjKlMnOpQrStUv","version":1}'))
        add(400, post(at=start + "a%2Fb"), post(body=b"[]"), post(body=b'{"resume":"x"}'), post(key(booking_id="denied")),
            post(body=b"{}", Content_Type="nonsense"))
        add(401, post(""), post("nonsense"), post(key(exp=None)), post(key(topic="other")), post(key(prefix="session")),
            post(key(scopes=["stats"])), post(key(scopes=["read"])), post(key(scopes=["host", "client"])))
        add(406, post(Accept="text/html"))
        add(409, post(key(topic="spin30"), start + "spin30", b'{"target":"db"}'))
        add(413, post(body=b'{"x":"' + b"y" * 5000 + b'"}', Content_Type=JSON))
        add(415, post(body=b"{}", Content_Type="text/plain"))
        add(429, lambda relayd: [post(key(booking_id=prefix + "-hoarder"))(relayd) for _ in range(3)][-1])
        add(503, post(key(topic="nobody"), start + "nobody"))
        self.add("OPTIONS", path, 204, lambda relayd: ask(relayd, "OPTIONS", start + host))

    def _shell_websockets(self, start, prefix, path):
        host = prefix + "-ws"
        bad = f"/{prefix}/{host}?code=3d1c6a52-1b0f-4f0e-9a3e-0f6c2b7d5e41"

        def at(relayd, name=host, body=None, **changes):
            key = shell_token(name, prefix, **{"topic": name, **changes})
            status, answer, _ = ask(relayd, "POST", start + name, key, body)
            assert status == 200, answer
            return path_of(json.loads(answer)["uri"])

        def opened(relayd, body=None, ours=False):
            with shell_host(relayd, host, ours):
                return upgrade(relayd, at(relayd, body=body))

        def left(relayd):
            with shell_host(relayd, "leaver"):
                where = at(relayd, "leaver")
            wait_until(lambda: ask(relayd, "POST", start + "leaver", shell_token("leaver", prefix, topic="leaver"))[0] == 503)
            return upgrade(relayd, where)
        add = lambda status, *ways: self.add("GET", path, status, *ways)
        add(101, opened, lambda relayd: upgrade(relayd, at(relayd, scopes=["host"])))
        add(400, lambda relayd: upgrade(relayd, bad, replaced=(b"dGhlIHNhbXBsZSBub25jZQ==", b"dGhl")),
            lambda relayd: opened(relayd, b'{"target":"db"}', True))
        add(401, lambda relayd: upgrade(relayd, bad), lambda relayd: upgrade(relayd, f"/{prefix}/{host}"))
        add(403, lambda relayd: upgrade(relayd.choosy, bad, "Origin: https://elsewhere.example"))
        if prefix == "shell":
            add(405, lambda relayd: ask(relayd, "GET", start + host))
        add(426, lambda relayd: upgrade(relayd, bad, replaced=(b"Version: 13", b"Version: 12")))
        add(429, lambda relayd: full(relayd, lambda: upgrade(relayd, at(relayd, scopes=["host"], booking_id="full"))))
        add(503, left)

    def _booking(self, path):
        query = f"{path}?bid=moved&exp={NOW + 600}"

        def post(key=None, at=query, **options):
            return lambda relayd: ask(relayd, "POST", at, admin_token() if key is None else key, **options)
        add = lambda status, *ways: self.add("POST", path, status, *ways)
        add(204, post(), post("Bearer " + admin_token()))
        add(400, post(at=path + "?bid=b&exp=1000"), post(body=b"{}", Content_Type="nonsense"))
        add(401, *(lambda relayd, key=key: ask(relayd, "POST", query, key) for key in self._bad_tokens("relay:admin")),
            post(token()))
        if path == "/bids/deny":
            add(401, post(sign({"aud": [AUDIENCE], "exp": NOW + 600})))
        add(406, post(Accept="text/html"))
        add(413, post(body=b"x" * 70_000, Content_Type=JSON))
        add(415, post(body=b"{}", Content_Type="text/plain"))
        add(422, post(at=path), post(at=path + "?bid=b"), post(at=path + "?bid=b&exp=abc"))
        add(507, lambda relayd: with_full_disk(relayd, lambda: (ask(relayd, "POST", f"/bids/deny?bid=moved&exp={NOW + 600}",
                                                                    admin_token()), post()(relayd))[1]))
        self.add("OPTIONS", path, 204, lambda relayd: ask(relayd, "OPTIONS", path))

    def _list(self, path):
        get = lambda key, **options: lambda relayd: ask(relayd, "GET", path, key, **options)
        self.add("GET", path, 200, get(admin_token()))
        self.add("GET", path, 401, *(get(key) for key in self._bad_tokens("relay:admin")), get(token()))
        self.add("GET", path, 406, get(admin_token(), Accept="image/png"))

    def _figures(self):
        get = lambda path, key=None, **options: lambda relayd: ask(relayd, "GET", path, key, **options)
        looker = admin_token("relay:stats")
        self.add("GET", "/status", 200, get("/status", looker))
        self.add("GET", "/status", 401, *(get("/status", key) for key in self._bad_tokens("relay:stats")),
                 get("/status", token()))
        self.add("GET", "/status", 406, get("/status", looker, Accept="image/png"))
        self.add("OPTIONS", "/status", 204, lambda relayd: ask(relayd, "OPTIONS", "/status"))
        away = {"X_Forwarded_For": "192.0.2.1"}
        self.add("GET", "/metrics", 200, get("/metrics"), get("/metrics", looker, **away))
        self.add("GET", "/metrics", 403, get("/metrics", **away), get("/metrics", token(), **away))
        self.add("GET", "/healthz", 200, get("/healthz"))
        self.add("GET", "/readyz", 200, get("/readyz"))
        self.add("GET", "/readyz", 503, lambda relayd: with_full_disk(relayd, lambda: (relayd.deny("more"),
                                                                                       get("/readyz")(relayd))[1]))

    def _documents(self):
        for path in ("/", "/stats", "/watch", "/data", "/docs", "/openapi.yaml"):
            self.add("GET", path, 200, lambda relayd, path=path: ask(relayd, "GET", path))
        for page in ("/watch", "/data"):
            self.add("GET", page + "/{topic}", 200, lambda relayd, page=page: ask(relayd, "GET", page + "/demo"))
            self.add("GET", page + "/{topic}", 404, lambda relayd, page=page: ask(relayd, "GET", page + "/%2e%2e"))


def shell_token(host, prefix="connect", **changes):
    return sign(claims(**{"topic": host, "prefix": prefix, "scopes": ["client"], "booking_id": None, **changes}))


@contextlib.contextmanager
def shell_host(relayd, name, ours=False):
    """A host of that name, and one called spin30, which are both connected."""
    with contextlib.ExitStack() as stack:
        for each in (name, "spin30"):
            key = shell_token(each, "connect", scopes=["host"])
            uri = json.loads(ask(relayd, "POST", "/api/v1/connect/" + each, key)[1])["uri"]
            peer = stack.enter_context(RawSocket(relayd.port))
            peer.send_raw(handshake(path_of(uri), extra=["Sec-WebSocket-Protocol: relay-shell.1"] if ours else ()))
            assert Response(peer.read_until(b"\r\n\r\n")).status == 101
        yield


def full(relayd, ask_again):
    """The answer while the booking "full" has as many connections as it may have."""
    peers = [RawSocket(relayd.port) for _ in range(2)]
    try:
        for peer in peers:
            peer.send_raw(handshake(path_of(relayd.uri(booking_id="full"))))
            assert Response(peer.read_until(b"\r\n\r\n")).status == 101
        return ask_again()
    finally:
        for peer in peers:
            peer.socket.close()
        wait_until(lambda: not any(c["bookingId"] == "full" for c in relayd.connections()), what="the booking to be empty")


def alone(relayd, ask_again):
    """The answer of the relay that takes one connection of an address, while it has it."""
    other = relayd.choosy
    with RawSocket(other.port) as peer:
        peer.send_raw(handshake(path_of(other.uri(booking_id="alone"))))
        assert Response(peer.read_until(b"\r\n\r\n")).status == 101
        answer = ask_again()
    wait_until(lambda: not other.connections(), what="the place to be free again")
    return answer


def with_full_disk(relayd, ask_again):
    """The answer while no file of the relay may grow; well again afterwards."""
    soft, hard = resource.prlimit(relayd.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(relayd.pid, resource.RLIMIT_FSIZE, (0, hard))
    try:
        return ask_again()
    finally:
        resource.prlimit(relayd.pid, resource.RLIMIT_FSIZE, (soft, hard))
        assert relayd.deny("well-again") == 204


class Description(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        free = ["--handshake-rate", "0", "--undecided-per-address", "0"]
        cls.relayd = SecuredRelayd([*free, "--failures-per-minute", "0", "--connections-per-booking", "2",
                                    "--codes-per-booking", "2", "--trusted-proxy", "127.0.0.1", "--log-level", "warn"])
        cls.enterClassContext(cls.relayd)
        # What would be in the way of the others: limits that are soon reached, a list of origins.
        cls.relayd.choosy = SecuredRelayd([*free, "--failures-per-minute", "3", "--connections-per-address", "1",
                                           "--max-sessions-per-token", "5",
                                           "--allow-origin", "https://lab.example.org", "--trusted-proxy", "127.0.0.1",
                                           "--log-level", "error"])
        cls.enterClassContext(cls.relayd.choosy)
        cls.relayd.deny("denied")
        status, cls.served, _ = cls.relayd.call("GET", "/openapi.yaml")
        assert status == 200
        cls.document = Document(cls.served.decode().replace("https://relay.example.org/access", AUDIENCE))
        cls.operations = {(one.method, one.path): one for one in cls.document.operations()}

    def test_the_file_of_the_tree_is_served(self):
        self.assertEqual(self.served, FILE.read_bytes())

    def test_every_answer_in_it_is_given_as_it_says(self):
        ways = Scenarios().ways
        described = {(*name, status) for name, one in self.operations.items() for status in one.responses}
        self.assertEqual(described - set(ways), set(), "in the description, but no way is known to get them")
        self.assertEqual(set(ways) - described, set(), "not in the description")
        for (method, path, status), calls in sorted(ways.items()):
            operation = self.operations[method, path]
            told = []
            for i, call in enumerate(calls):
                with self.subTest(f"{method} {path} {status}, way {i}"):
                    got, body, headers = call(self.relayd)
                    self.assertEqual(got, status, body)
                    self.assertEqual(operation.faults(got, headers, body), [])
                    told.append(operation.value(headers, body))
            if status >= 400:
                left = [example for example in operation.examples(status) if example not in told]
                self.assertEqual(left, [], f"examples of {method} {path} {status} that nobody is told")

    def test_every_example_is_what_its_schema_says(self):
        for one in self.operations.values():
            self.assertEqual(one.example_faults(), [])

    def test_other_methods_are_refused(self):
        for path in {path for _, path in self.operations}:
            there = {method for method, at in self.operations if at == path}
            for method in (name.upper() for name in METHODS):
                if method in there or (method == "HEAD" and "GET" in there):
                    continue
                status, body, headers = ask(self.relayd, method, path.replace("{topic}", "lab").replace("{host}", "lab"), token(), body=None)
                self.assertIn(status, (404, 405), f"{method} {path}: {body}")
                if path in CALLS and method != "HEAD":
                    self.assert_frame_error(status, body, headers)
                if status == 405:
                    allowed = set(headers["allow"].replace(" ", "").split(","))
                    self.assertNotIn(method, allowed)
                    self.assertLessEqual(there - {"OPTIONS"} - {"GET"}, allowed, f"{method} {path}")

    def test_no_other_path_leads_anywhere(self):
        described = {path.replace("{host}", "lab").replace("{topic}", "lab" if not path.startswith(("/watch", "/data")) else "demo") for _, path in self.operations}
        for path in ("/" + name for name in RESERVED):
            for method in ("GET", "POST", "PUT"):
                status, body, headers = ask(self.relayd, method, path, token())
                if path not in described | NOT_DESCRIBED:
                    self.assertEqual(status, 404, f"{method} {path}: {body[:100]}")
                    self.assert_frame_error(status, body, headers)
                    self.assertEqual(headers["access-control-allow-origin"], "*")
                    self.assertEqual(json.loads(body)["message"], f"path {path} was not found")

    def test_the_example_of_an_unknown_path_is_what_it_gets(self):
        described = self.document.root["x-no-such-path"]["404"]["content"][JSON]
        status, body, _ = ask(self.relayd, "GET", "/nothing")
        self.assertEqual((status, json.loads(body)), (404, described["example"]))
        self.assertEqual(self.document.schema_faults(json.loads(body), described["schema"]), [])

    def assert_frame_error(self, status, body, headers):
        """As contract and description have it: an object with the status as a number."""
        self.assertEqual(headers["content-type"], JSON)
        error = json.loads(body)
        self.assertEqual((error["code"], sorted(error)), (status, ["code", "message"]))

    def test_heads_are_answered_where_texts_are_read(self):
        for path in ("/", "/docs", "/openapi.yaml", "/healthz", "/readyz", "/metrics"):
            status, body, headers = ask(self.relayd, "HEAD", path)
            self.assertEqual((status, body), (200, b""), path)
            self.assertGreater(int(headers["content-length"]), 0)

    def test_the_page_lists_the_calls(self):
        page = ask(self.relayd, "GET", "/docs")[1].decode()
        rows = re.findall(r"<code>(\w+) (/[^<]*)</code></th><td>(.*?)</td>", page)
        listed = {(method, path): html.unescape(text) for method, path, text in rows}
        calls = {name: one.node["summary"] for name, one in self.operations.items()
                 if name[0] != "OPTIONS" and "documents" not in one.node["tags"]}
        self.assertEqual(listed, calls)


class BeforeAnyCall(unittest.TestCase):
    """What is refused before it is looked at."""

    def status(self, relayd, request):
        with RawSocket(relayd.port) as peer:
            peer.send_raw(request)
            response = Response(peer.read_until(b"\r\n\r\n"))
            self.assertTrue(response.headers["content-type"].startswith("text/plain"), response.headers)
            body = peer.read(int(response.headers["content-length"]))
            self.assertRegex(body.decode(), r"^\S.*\n$")
            return response.status

    def test_every_refusal_in_the_description_is_given(self):
        head = b"GET /healthz HTTP/1.1\r\nHost: r\r\n"
        got = {}
        most = 8
        with SecuredRelayd(["--undecided-per-address", str(most), "--log-level", "warn"]) as relayd:
            got[400] = self.status(relayd, b"GET / HTTP/1.1\r\n\r\n")
            got[408] = self.status(relayd, head)
            got[414] = self.status(relayd, b"GET /" + b"a" * 9000 + b" HTTP/1.1\r\nHost: r\r\n\r\n")
            got[417] = self.status(relayd, head + b"Expect: miracles\r\n\r\n")
            got[431] = self.status(relayd, head + b"X: " + b"x" * 9000 + b"\r\n\r\n")
            got[501] = self.status(relayd, b"POST /in/x HTTP/1.1\r\nHost: r\r\nTransfer-Encoding: gzip\r\n\r\n")
            got[505] = self.status(relayd, b"GET / HTTP/2.0\r\nHost: r\r\n\r\n")
            with contextlib.ExitStack() as silent:
                first, *_ = [silent.enter_context(RawSocket(relayd.port)) for _ in range(most + 1)]
                got[429] = Response(first.read_to_end()).status
        with SecuredRelayd(["--undecided-per-address", "0", "--max-connections", "1", "--log-level", "warn"]) as relayd:
            path = path_of(relayd.uri())
            with RawSocket(relayd.port) as peer:
                peer.send_raw(handshake(path))
                self.assertEqual(Response(peer.read_until(b"\r\n\r\n")).status, 101)
                got[503] = self.status(relayd, head + b"\r\n")
        document = Document(FILE.read_text(encoding="utf-8"))
        self.assertEqual({int(status) for status in document.root["x-before-any-call"]}, set(got))
        self.assertEqual(got, {status: status for status in got})


if __name__ == "__main__":
    main()
