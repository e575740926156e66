# SPDX-License-Identifier: GPL-3.0-or-later
"""The opening handshake (RFC 6455, section 4.2) and the HTTP around it (RFC 9112): what is let in, and the answers
to what is not. Every refusal has a body that says why."""
import time

from cases import ConformanceTest, topic
from rawws import TEXT, RawSocket, Response, WebSocket, accept_for, frame, handshake
from relay_e2e import SLOWNESS, main

KEY = "dGhlIHNhbXBsZSBub25jZQ=="
HEAD_LIMIT = 16 * 1024
HEAD_DEADLINE = 5.0


def head(first="GET /bi/handshake HTTP/1.1", drop=(), add=(), **change):
    """A good request head with lines left out, changed (host="...") or added."""
    lines = {"host": "Host: 127.0.0.1", "upgrade": "Upgrade: websocket", "connection": "Connection: Upgrade",
             "key": f"Sec-WebSocket-Key: {KEY}", "version": "Sec-WebSocket-Version: 13"}
    lines.update(change)
    kept = [line for name, line in lines.items() if name not in drop]
    return "\r\n".join([first, *kept, *add, "", ""]).encode("latin-1")


class Handshake(ConformanceTest):
    def answer(self, request):
        """The response to a request: its head, and the body as far as Content-Length says."""
        with self.raw() as peer:
            peer.send_raw(request)
            response = Response(peer.read_until(b"\r\n\r\n"))
            response.body = b"" if response.status == 101 else peer.read(int(response.headers["content-length"]))
            return response

    def assert_refused(self, request, *statuses):
        response = self.answer(request)
        self.assertIn(response.status, statuses)
        self.assertGreater(len(response.body.decode("utf-8").strip()), 10, "the body says why")
        return response

    def assert_all_refused(self, requests, *statuses):
        for name, request in requests.items():
            with self.subTest(name):
                self.assert_refused(request, *statuses)

    def assert_open(self, request):
        response = self.answer(request)
        self.assertEqual(response.status, 101)
        return response.headers

    def test_the_example_of_the_rfc(self):
        headers = self.assert_open(head())
        self.assertEqual(headers["sec-websocket-accept"], "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
        self.assertEqual(headers["upgrade"].lower(), "websocket")
        self.assertEqual(headers["connection"].lower(), "upgrade")
        self.assertNotIn("sec-websocket-protocol", headers)
        self.assertNotIn("sec-websocket-extensions", headers)

    def test_forms_that_are_as_good(self):
        good = {
            "names in other case": head(host="hOsT: 127.0.0.1", key=f"SEC-WEBSOCKET-KEY: {KEY}", upgrade="upgrade: WebSocket"),
            "connection with more tokens": head(connection="Connection: keep-alive, Upgrade"),
            "upgrade with more tokens": head(upgrade="Upgrade: h2c, websocket"),
            "no blank behind the colon": head(host="Host:127.0.0.1"),
            "blanks around values": head(version="Sec-WebSocket-Version: \t 13  "),
            "with a query": head("GET /bi/handshake?code=1 HTTP/1.1"),
            "Content-Length 0": head(add=["Content-Length: 0"]),
            "many headers": head(add=[f"X-Header-{i}: {'v' * 80}" for i in range(80)]),
        }
        for name, request in good.items():
            with self.subTest(name):
                self.assert_open(request)

    def test_host(self):
        self.assert_all_refused({
            "missing": head(drop=["host"]),
            "twice": head(add=["Host: 127.0.0.1"]),
            "twice, different": head(add=["host: elsewhere"]),
        }, 400)

    def test_key(self):
        keys = {"missing text": "", "not base64": "x", "8 octets": "MTIzNDU2Nzg=", "15 octets": "MTIzNDU2Nzg5MDEyMzQ1",
                "17 octets": "MTIzNDU2Nzg5MDEyMzQ1Njc=", "long": "A" * 1000, "without padding": KEY.rstrip("="),
                "with a blank inside": KEY[:8] + " " + KEY[8:]}
        requests = {name: head(key=f"Sec-WebSocket-Key: {key}") for name, key in keys.items()}
        requests["missing"] = head(drop=["key"])
        requests["twice"] = head(add=[f"Sec-WebSocket-Key: {KEY}"])
        self.assert_all_refused(requests, 400)

    def test_version(self):
        for value in ("0", "7", "8", "12", "14", "130", "13.0", "x"):
            with self.subTest(value):
                response = self.assert_refused(head(version=f"Sec-WebSocket-Version: {value}"), 426)
                self.assertEqual(response.headers["sec-websocket-version"], "13")
        self.assert_refused(head(drop=["version"]), 400, 426)

    def test_upgrade_and_connection(self):
        self.assert_all_refused({
            "no Upgrade": head(drop=["upgrade"]),
            "no Connection": head(drop=["connection"]),
            "Upgrade of another kind": head(upgrade="Upgrade: h2c"),
            "Connection without Upgrade": head(connection="Connection: keep-alive"),
        }, 400, 426)
        response = self.assert_refused(head(drop=["upgrade", "connection", "key", "version"]), 426)
        self.assertEqual(response.headers["sec-websocket-version"], "13")
        self.assertEqual(response.headers["upgrade"].lower(), "websocket")

    def test_method(self):
        for method in ("POST", "PUT", "DELETE", "OPTIONS", "HEAD"):
            with self.subTest(method), self.raw() as peer:
                peer.send_raw(head(f"{method} /bi/handshake HTTP/1.1"))
                response = Response(peer.read_until(b"\r\n\r\n"))
                self.assertEqual(response.status, 405)
                self.assertIn("GET", response.headers["allow"])
        self.assert_all_refused({
            "in small letters": head("get /bi/handshake HTTP/1.1"),
            "unknown": head("BREW /bi/handshake HTTP/1.1"),
        }, 400, 405, 501)

    def test_protocol_version(self):
        self.assert_all_refused({
            "1.0": head("GET /bi/handshake HTTP/1.0"),
            "2.0": head("GET /bi/handshake HTTP/2.0"),
            "0.9": head("GET /bi/handshake HTTP/0.9"),
        }, 400, 505)

    def test_request_line(self):
        self.assert_all_refused({
            "other protocol": head("GET /bi/handshake JUNKX1.1"),
            "in small letters": head("GET /bi/handshake http/1.1"),
            "four parts": head("GET /bi/handshake more HTTP/1.1"),
            "two parts": head("GET /bi/handshake"),
            "two blanks": head("GET  /bi/handshake HTTP/1.1"),
            "no slash": head("GET bi/handshake HTTP/1.1"),
            "one digit": head("GET /bi/handshake HTTP/1"),
        }, 400, 505)

    def test_lines(self):
        self.assert_all_refused({
            "bare LF at the end": head().replace(b"\r\n\r\n", b"\n\n"),
            "bare LF in one line": head().replace(b"\r\nUpgrade", b"\nUpgrade"),
            "bare LF everywhere": head().replace(b"\r\n", b"\n"),
            "bare CR": head(add=["X: a\rb"]),
            "folded": head(add=["X-Folded: one\r\n two"]),
            "folded by a tab": head(add=["X-Folded: one\r\n\ttwo"]),
            "folded first": head().replace(b"\r\nHost", b"\r\n Host", 1),
            "blank before the colon": head(host="Host : 127.0.0.1"),
            "no colon": head(add=["X-Header"]),
            "no name": head(add=[": value"]),
            "blank in a name": head(add=["X Header: value"]),
            "NUL in a value": head(add=["X: a\0b"]),
            "control octet in a value": head(add=["X: a\x01b"]),
        }, 400)

    def test_body_with_get(self):
        self.assert_all_refused({
            "Content-Length": head(add=["Content-Length: 5"]) + b"hello",
            "chunked": head(add=["Transfer-Encoding: chunked"]) + b"5\r\nhello\r\n0\r\n\r\n",
            "both": head(add=["Content-Length: 5", "Transfer-Encoding: chunked"]) + b"0\r\n\r\n",
            "Content-Length twice": head(add=["Content-Length: 0", "Content-Length: 5"]) + b"hello",
            "Content-Length of another kind": head(add=["Content-Length: +5"]),
        }, 400)

    def test_too_large(self):
        lines = [f"X-Header-{i}: {'v' * 1000}" for i in range(40)]
        self.assert_all_refused({
            "one header": head(add=["X-Header: " + "v" * (HEAD_LIMIT + 1)]),
            "many headers": head(add=lines),
            "without an end": head(add=lines)[:-4],
        }, 431)
        self.assert_refused(head(f"GET /{'t' * 2 * HEAD_LIMIT} HTTP/1.1"), 414, 431)

    def test_subprotocol(self):
        offers = {"null": "null", "null, chat": "null", "chat": None, "chat, superchat": None, "NULL": None}
        for offer, expected in offers.items():
            with self.subTest(offer):
                headers = self.assert_open(head(add=[f"Sec-WebSocket-Protocol: {offer}"]))
                self.assertEqual(headers.get("sec-websocket-protocol"), expected)

    def test_extensions_are_not_taken(self):
        offer = "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits"
        self.assertNotIn("sec-websocket-extensions", self.assert_open(head(add=[offer])))

    def test_origin(self):
        for origin in ("http://127.0.0.1:8080", "http://localhost", "http://[::1]:3000"):
            with self.subTest(origin):
                self.assert_open(head(add=[f"Origin: {origin}"]))
        response = self.assert_refused(head(add=["Origin: https://evil.example"]), 403)
        self.assertIn(b"--allow-origin", response.body)


class Timing(ConformanceTest):
    def test_head_octet_by_octet(self):
        with self.raw() as peer:
            peer.send_chopped(head(), 1, pause=0.001)
            self.assertEqual(Response(peer.read_until(b"\r\n\r\n")).status, 101)

    def test_messages_sent_along_with_the_handshake(self):
        for count in (1, 3):
            for cut in (0, 1, 7):
                with self.subTest(count=count, cut=cut):
                    path = topic()
                    first = b"".join(frame(TEXT, b"early %d" % i) for i in range(count))
                    with self.connect(path) as reader, self.connect(path) as third:
                        with WebSocket(self.relayd.port, path, first=first[:len(first) - cut]) as sender:
                            sender.send_raw(first[len(first) - cut:])
                            self.assert_delivered(reader, third, [(TEXT, b"early %d" % i) for i in range(count)])

    def test_wrong_frame_sent_along_with_the_handshake(self):
        with WebSocket(self.relayd.port, topic(), first=frame(TEXT, b"x", mask=False)) as peer:
            self.assertEqual(peer.close_code(answer=True), 1002)

    def test_incomplete_heads_end_with_408_in_time(self):
        started = time.monotonic()
        silent, half, dribbling = (RawSocket(self.relayd.port) for _ in range(3))
        with silent, half, dribbling:
            half.send_raw(head()[:40])
            while time.monotonic() - started < HEAD_DEADLINE - 1:
                dribbling.send_raw(b"G" if time.monotonic() - started < 0.1 else b"E")
                time.sleep(0.5)
            for name, peer in (("half", half), ("dribbling", dribbling)):
                with self.subTest(name):
                    response = Response(peer.read_until(b"\r\n\r\n"))
                    self.assertEqual(response.status, 408)
                    peer.read_to_end()
            # Who has sent nothing has asked for nothing: an answer is allowed, the end is not optional.
            rest = silent.read_to_end()
            self.assertTrue(rest == b"" or rest.startswith(b"HTTP/1.1 408 "), rest)
        elapsed = time.monotonic() - started
        self.assertGreater(elapsed, HEAD_DEADLINE - 1)
        self.assertLess(elapsed, (HEAD_DEADLINE + 2) * SLOWNESS)

    def test_accept_fits_each_key(self):
        for key in ("AQIDBAUGBwgJCgsMDQ4PEA==", "/////////////////////w=="):
            with self.subTest(key), self.raw() as peer:
                peer.send_raw(handshake(topic(), key))
                response = Response(peer.read_until(b"\r\n\r\n"))
                self.assertEqual(response.headers["sec-websocket-accept"], accept_for(key))


if __name__ == "__main__":
    main()
