#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A page of another origin in headless Chromium asks for a code by fetch and opens the websocket."""
import http.server
import json
import pathlib
import sys
import threading
import unittest

from accesstoken import SecuredRelayd, token
from rawws import TEXT, WebSocket
from relay_e2e import main, wait_until

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "web"))
from browser import Browser  # noqa: E402

PAGE = b"""<!doctype html><title>An experiment</title><script>
const said = [];
async function begin(access, token, headers = {}) {
    try {
        const answer = await fetch(access, { method: 'POST', body: '{}',
            headers: { Authorization: token, 'Content-Type': 'application/json', ...headers } });
        if (!answer.ok) {
            said.push(`refused ${answer.status} ${(await answer.json()).message} ${answer.headers.get('WWW-Authenticate')}`);
            return;
        }
        const socket = new WebSocket((await answer.json()).uri, ['null']);
        socket.onopen = () => { said.push(`open ${socket.protocol}`); socket.send('from the page'); };
        socket.onmessage = (event) => said.push(`message ${event.data}`);
        socket.onclose = (event) => said.push(`closed ${event.code} ${event.reason}`);
    } catch (error) {
        said.push(`blocked ${error.name}`);
    }
}
</script>"""


class Pages(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(PAGE)))
        self.end_headers()
        self.wfile.write(PAGE)

    def log_message(self, *_):
        pass


class OtherOrigin(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.pages = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Pages)
        threading.Thread(target=cls.pages.serve_forever, daemon=True).start()
        cls.addClassCleanup(cls.pages.server_close)
        cls.addClassCleanup(cls.pages.shutdown)
        cls.origin = f"http://127.0.0.1:{cls.pages.server_port}"
        cls.browser = cls.enterClassContext(Browser())

    def tearDown(self):
        self.browser.close_all()
        self.browser.complaints()  # refusals are what some of these tests are about

    def begin(self, relayd, key):
        self.browser.open("page", self.origin)
        self.browser.evaluate("page", f"begin({json.dumps(relayd.http('/session/lab'))}, {json.dumps(key)})")

    def said(self):
        return self.browser.evaluate("page", "said")

    def test_a_session_from_the_token_to_its_end(self):
        with SecuredRelayd() as relayd:
            uri = relayd.uri(booking_id="other")
            with WebSocket(relayd.port, "/" + uri.split("/", 3)[3]) as peer:
                self.begin(relayd, token())
                self.assertEqual(peer.message(), (TEXT, b"from the page"))
                peer.send(TEXT, "to the page \u20ac".encode())
                wait_until(lambda: "message to the page \u20ac" in self.said(), what="the message")
                self.assertEqual(self.said()[0], "open null")
                self.assertEqual(relayd.deny("booking0"), 204)
                wait_until(lambda: "closed 4403 booking denied" in self.said(), what="the end")

    def test_a_refusal_can_be_read_by_the_page(self):
        with SecuredRelayd() as relayd:
            self.begin(relayd, token(secret="another secret"))
            wait_until(self.said, what="the refusal")
            self.assertEqual(self.said(), ["refused 401 token invalid Bearer"])

    def test_pages_can_be_kept_out(self):
        with SecuredRelayd(["--allow-origin", "https://lab.example"]) as relayd:
            self.begin(relayd, token())
            wait_until(self.said, what="the browser to refuse")
            self.assertEqual(self.said(), ["blocked TypeError"])
        with SecuredRelayd(["--allow-origin", self.origin]) as relayd:
            self.begin(relayd, token())
            wait_until(lambda: "open null" in self.said(), what="the websocket")


if __name__ == "__main__":
    main()
