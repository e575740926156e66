#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Behind a real nginx, configured as docs/access.md says.

`access_nginx.py --long` waits for nginx's own 60 s instead of a shorter read timeout.
"""
import asyncio
import http.client
import json
import os
import re
import socket
import sys
import tempfile
import time
import unittest
from pathlib import Path

import websockets

import tlsca
from accesstoken import SecuredRelayd, admin_token, token
from nginx import Nginx
from relay_e2e import SLOWNESS, free_port, main, wait_until

LONG = "--long" in sys.argv
READ_TIMEOUT, PING = (60, "25s") if LONG else (3, "1s")
CLIENT = "127.0.0.7"  # not nginx's own address, and so no trusted proxy
PACKETS = (b"\x47\x1f\xff\x10" + b"\xff" * 184) * 50


def documented():
    """The two nginx examples of the document."""
    text = Path(os.environ["RELAY_SOURCE_DIR"], "docs", "access.md").read_text(encoding="utf-8")
    return re.findall(r"^```nginx\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


class BehindNginx(unittest.IsolatedAsyncioTestCase):
    @classmethod
    def setUpClass(cls):
        cls.directory = cls.enterClassContext(tempfile.TemporaryDirectory(prefix="rlnginx", dir="/tmp"))
        cls.authority = tlsca.Authority(cls.directory)
        cls.files = cls.authority.issue("proxy")

    def proxy(self, relayd, **replaced):
        """nginx as documented, on loopback and with a certificate of ours."""
        text = documented()[0]
        changes = {"listen 443 ssl;": "listen LISTEN ssl;", "127.0.0.1:9999": f"127.0.0.1:{relayd.port}",
                   "/etc/letsencrypt/live/relay.example.org/fullchain.pem": self.files[0],
                   "/etc/letsencrypt/live/relay.example.org/privkey.pem": self.files[1],
                   "/var/log/nginx/relay.log": os.path.join(self.directory, "access.log"), **replaced}
        for old, new in changes.items():
            self.assertIn(old, text)
            text = text.replace(old, new)
        return Nginx(text, self.enterContext(tempfile.TemporaryDirectory(prefix="rlnginx", dir="/tmp")))

    def call(self, proxy, method, path, key, headers=None, source=CLIENT, body=None):
        link = http.client.HTTPSConnection("127.0.0.1", proxy.port, context=self.authority.context(), timeout=20,
                                           source_address=(source, 0))
        try:
            link.request(method, path, body=body, headers={**({"Authorization": key} if key else {}), **(headers or {})})
            answer = link.getresponse()
            return answer.status, answer.read(), dict(answer.getheaders())
        finally:
            link.close()

    async def dial(self, proxy, topic="lab", headers=None, source=CLIENT, **changes):
        """A session through the proxy."""
        status, body, _ = await asyncio.to_thread(self.call, proxy, "POST", f"/session/{topic}", token(topic, **changes), headers,
                                                  source)
        self.assertEqual(status, 200, body)
        uri = json.loads(body)["uri"]
        self.assertTrue(uri.startswith(f"wss://127.0.0.1:{proxy.port}/session/{topic}?code="), uri)
        return await websockets.connect(uri, ssl=self.authority.context(), ping_interval=None, max_size=None,
                                        local_addr=(source, 0), extra_headers=headers or {})

    async def expect(self, peer, message):
        self.assertEqual(await asyncio.wait_for(peer.recv(), 5 * SLOWNESS), message)

    def addresses(self, relayd):
        rows = json.loads(relayd.call("GET", "/status", admin_token("relay:stats"))[1])
        return sorted(row["remote_addr"] for row in rows if row["topic"] == "lab")

    async def test_sessions_streams_and_denials_pass_through(self):
        with SecuredRelayd(["--trusted-proxy", "127.0.0.1"]) as relayd, self.proxy(relayd) as proxy:
            one, two = await self.dial(proxy), await self.dial(proxy, booking_id="two", scopes=["read"])
            await one.send("through nginx")
            await self.expect(two, "through nginx")
            large = os.urandom(5_000_000)
            await one.send(large)
            await self.expect(two, large)

            # A stream is passed on while it is being sent.
            stream = self.authority.connect(proxy.port)
            head = (f"POST /in/lab HTTP/1.1\r\nHost: 127.0.0.1:{proxy.port}\r\nAuthorization: {token(booking_id='cam')}\r\n"
                    f"Transfer-Encoding: chunked\r\n\r\n{len(PACKETS):x}\r\n").encode()
            await asyncio.to_thread(stream.sendall, head + PACKETS + b"\r\n")
            self.assertEqual((await asyncio.wait_for(two.recv(), 5 * SLOWNESS))[:1], b"\x47")
            stream.close()

            begin = time.monotonic()
            status, _, _ = await asyncio.to_thread(self.call, proxy, "POST", f"/bids/deny?bid=two&exp={int(time.time()) + 60}",
                                                   admin_token())
            self.assertEqual(status, 204)
            with self.assertRaises(websockets.ConnectionClosed):
                while True:  # what was left of the stream
                    await asyncio.wait_for(two.recv(), 5 * SLOWNESS)
            self.assertEqual(two.close_code, 4403)
            self.assertLess(time.monotonic() - begin, 1 * SLOWNESS)

            # Nothing that opens anything is in nginx's log.
            log = Path(self.directory, "access.log").read_text(encoding="utf-8")
            self.assertIn('"POST /session/lab" 200', log)
            self.assertNotIn("code=", log)

    async def test_pings_keep_idle_connections_alive(self):
        idle = READ_TIMEOUT * 1.4
        changed = {} if LONG else {"proxy_buffering off;": f"proxy_buffering off; proxy_read_timeout {READ_TIMEOUT}s;"}
        with SecuredRelayd(["--trusted-proxy", "127.0.0.1", "--ping-every", PING]) as relayd, \
                SecuredRelayd(["--trusted-proxy", "127.0.0.1", "--ping-every", "100s", "--dead-after", "200s"]) as silent, \
                self.proxy(relayd, **changed) as proxy, self.proxy(silent, **changed) as other:
            one, two = await self.dial(proxy), await self.dial(proxy, booking_id="two")
            lost = await self.dial(other)
            begin = time.monotonic()
            await asyncio.wait_for(lost.wait_closed(), idle + 10)  # so that nginx has the timeout at all
            self.assertGreater(time.monotonic() - begin, READ_TIMEOUT - 1)
            await asyncio.sleep(max(0, begin + idle - time.monotonic()))
            await one.send("after the silence")
            await self.expect(two, "after the silence")
            await two.send("back")
            await self.expect(one, "back")

    async def test_addresses_are_those_of_the_clients_whatever_they_claim(self):
        forged = {"X-Forwarded-For": "192.0.2.66"}
        with SecuredRelayd(["--trusted-proxy", "127.0.0.1", "--connections-per-address", "2"]) as relayd, \
                self.proxy(relayd) as proxy:
            peers = [await self.dial(proxy), await self.dial(proxy, headers=forged),
                     await self.dial(proxy, source="127.0.0.8")]
            wait_until(lambda: self.addresses(relayd) == [CLIENT, CLIENT, "127.0.0.8"], what="the clients' addresses")
            with self.assertRaises(websockets.InvalidStatusCode) as caught:
                await self.dial(proxy, headers=forged)
            self.assertEqual(caught.exception.status_code, 429)
            await asyncio.gather(*(peer.close() for peer in peers))

    async def test_nobody_else_is_believed(self):
        with SecuredRelayd(["--trusted-proxy", "127.0.0.1"]) as relayd:
            forged = {"X-Forwarded-For": "192.0.2.66", "X-Forwarded-Proto": "https"}
            link = http.client.HTTPConnection("127.0.0.1", relayd.port, timeout=10, source_address=(CLIENT, 0))
            link.request("POST", "/session/lab", headers={"Authorization": token(), **forged})
            uri = json.loads(link.getresponse().read())["uri"]
            link.close()
            self.assertTrue(uri.startswith("ws://"), uri)
            async with websockets.connect(uri, local_addr=(CLIENT, 0), extra_headers=forged):
                wait_until(lambda: self.addresses(relayd), what="the connection")
                self.assertTrue(self.addresses(relayd)[0].startswith(CLIENT + ":"), self.addresses(relayd))
        with SecuredRelayd() as relayd, self.proxy(relayd) as proxy:  # nginx in front, and nobody is trusted
            status, body, _ = self.call(proxy, "POST", "/session/lab", token())
            self.assertEqual(status, 200)
            self.assertIn('"ws://127.0.0.1', body.decode())

    async def test_figures_are_not_for_those_who_come_through_a_proxy_that_is_not_trusted(self):
        with SecuredRelayd() as relayd, self.proxy(relayd) as proxy:
            self.assertEqual(relayd.call("GET", "/metrics")[0], 200)
            self.assertEqual(self.call(proxy, "GET", "/metrics", None)[0], 403)
            self.assertEqual(self.call(proxy, "GET", "/metrics", admin_token("relay:stats"))[0], 200)

    async def test_silent_clients_of_a_proxy_hold_up_no_other(self):
        with SecuredRelayd(["--trusted-proxy", "127.0.0.1", "--undecided-per-address", "3"]) as relayd, \
                self.proxy(relayd) as proxy:
            links = [socket.create_connection(("127.0.0.1", relayd.port)) for _ in range(10)]  # as nginx would
            try:
                self.assertEqual(self.call(proxy, "POST", "/session/lab", token())[0], 200)
            finally:
                for link in links:
                    link.close()


class AsBefore(unittest.IsolatedAsyncioTestCase):
    """A deployment that is there already: its unit's variables, its nginx with two places and CORS of its own."""

    CORS = """
    if ($request_method = 'OPTIONS') {
        add_header 'Access-Control-Allow-Origin' '*';
        add_header 'Access-Control-Allow-Methods' 'GET, POST, OPTIONS';
        add_header 'Access-Control-Allow-Headers' 'Authorization,Content-Type';
        add_header 'Access-Control-Max-Age' 86400;
        return 204;
    }
    add_header 'Access-Control-Allow-Origin' '*';
    proxy_pass http://127.0.0.1:3000/;"""

    async def test_it_works_unchanged(self):
        access, relay = free_port(), free_port()
        places = documented()[1].replace("    proxy_pass http://127.0.0.1:3000/;", self.CORS)
        text = "server {\n    listen LISTEN;\n" + places.replace(":3000", f":{access}").replace(":3001", f":{relay}") + "}\n"
        proxy = Nginx(text, self.enterContext(tempfile.TemporaryDirectory(prefix="rlnginx", dir="/tmp")))
        env = {"RELAY_URL": f"ws://127.0.0.1:{proxy.port}/relay", "RELAY_PORT_ACCESS": str(access),
               "RELAY_PORT_RELAY": str(relay)}
        with SecuredRelayd(env=env, listen="") as relayd, proxy:
            relayd.port = proxy.port
            status, body, _ = relayd.call("POST", "/access/session/lab", token())
            self.assertEqual(status, 200)
            uri = json.loads(body)["uri"]
            self.assertTrue(uri.startswith(f"ws://127.0.0.1:{proxy.port}/relay/session/lab?code="), uri)
            status, body, _ = relayd.call("POST", "/access/session/lab", token(booking_id="b1"))
            async with websockets.connect(uri) as one, websockets.connect(json.loads(body)["uri"]) as two:
                await one.send("as ever")
                self.assertEqual(await asyncio.wait_for(two.recv(), 5 * SLOWNESS), "as ever")
            # Said twice, browsers refuse it.
            link = http.client.HTTPConnection("127.0.0.1", proxy.port, timeout=10, source_address=(CLIENT, 0))
            link.request("POST", "/access/session/lab", headers={"Authorization": token()})
            answer = link.getresponse()
            uri = json.loads(answer.read())["uri"]
            self.assertEqual(answer.headers.get_all("Access-Control-Allow-Origin"), ["*"])
            link.close()
            # nginx's word on addresses is taken, as ever.
            async with websockets.connect(uri, local_addr=(CLIENT, 0)):
                looker = admin_token("relay:stats")
                wait_until(lambda: any(row["remote_addr"] == CLIENT for row in
                                       json.loads(relayd.call("GET", "/access/status", looker)[1])), what="its address")


if __name__ == "__main__":
    if LONG:
        sys.argv.remove("--long")
    main()
