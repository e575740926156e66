#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The ways that clients take to a relay: through the proxies that the environment names, and to whom they trust."""
import subprocess
import tempfile
import unittest

import tlsca
from accesstoken import SecuredRelayd, token
from oldserver import OldServer, Proxy
from relay_e2e import main, relay_cli
from relaycommand import Relay

HOST = "relay.example"


class Ways(unittest.TestCase):
    def watch(self, *words, env):
        return self.enterContext(Relay("watch", *words, "--json", env=env, stdin=subprocess.DEVNULL))

    def environment(self, proxy, **more):
        return {"http_proxy": f"http://127.0.0.1:{proxy.port}", "https_proxy": f"http://127.0.0.1:{proxy.port}",
                "RELAY_TOKEN": token(), **more}

    def test_access_point_and_websocket_are_asked_for_through_the_proxy(self):
        with OldServer(host=HOST) as server, Proxy() as proxy:
            self.watch(server.access(), env=self.environment(proxy)).wait_for("open")
            self.assertEqual(proxy.asked, [f"POST http://{HOST}:{server.port}/session/x", f"CONNECT {HOST}:{server.port}"])

    def test_the_proxy_sees_neither_token_nor_code_of_what_is_encrypted(self):
        with tempfile.TemporaryDirectory() as folder:
            authority = tlsca.Authority(folder)
            certificate, key = authority.issue("relay", names=f"{tlsca.NAMES},DNS:{HOST}")
            with SecuredRelayd(["--tls-listen", "127.0.0.1:0", "--tls-certificate", certificate, "--tls-key", key],
                               listen="none", tls=authority.context()) as relayd, Proxy() as proxy:
                place = f"{HOST}:{relayd.tls_port}"
                watch = self.watch(f"https://{place}/session/lab", "--ca-file", authority.certificate, env=self.environment(proxy))
                watch.wait_for("open")
                self.assertEqual(set(proxy.asked), {f"CONNECT {place}"})
                self.assertNotIn("code=", "".join(proxy.heads))
                self.assertNotIn(token()[:20], "".join(proxy.heads))

    def test_no_proxy_means_straight(self):
        with OldServer() as server, Proxy() as proxy:
            self.watch(server.access(), env=self.environment(proxy)).wait_for("open")
            somewhere = f"ws://0.0.0.0:{server.port}/x"  # which Linux takes for this machine, and the client for another
            for listed in ("0.0.0.0", f"other.example, 0.0.0.0:{server.port}", "0.0.0.0/8", "*"):
                self.watch(somewhere, env=self.environment(proxy, no_proxy=listed)).wait_for("open")
            self.assertEqual(proxy.asked, [])
            for listed in ("0.0.0.0:1", "10.0.0.0/8", "example"):
                self.watch(somewhere, env=self.environment(proxy, no_proxy=listed)).wait_for("open")
            self.assertEqual(proxy.asked, [f"CONNECT 0.0.0.0:{server.port}"] * 3)

    def test_a_proxy_that_wants_a_name_and_a_word_gets_them(self):
        with OldServer(host=HOST) as server, Proxy(wants="me:p@ss") as proxy:
            env = {"http_proxy": f"http://me:p%40ss@127.0.0.1:{proxy.port}", "RELAY_TOKEN": token()}
            self.watch(f"ws://{HOST}:{server.port}/x", env=env).wait_for("open")
            self.watch(server.access(), env=env).wait_for("open")

    def test_a_proxy_that_refuses_is_named_and_tried_again(self):
        for refuses in (403, 407, 502):
            with self.subTest(refuses), OldServer(host=HOST) as server, Proxy(refuses=refuses) as proxy:
                env = {"http_proxy": f"http://me:secret@127.0.0.1:{proxy.port}"}
                watch = self.watch(f"ws://{HOST}:{server.port}/x", env=env)
                watch.wait_for("waiting")
                event = next(event for event in watch.events() if event["event"] == "waiting")
                self.assertIn("proxy", event["text"].lower())
                self.assertNotIn("secret", watch.told())
                proxy.refuses = None
                watch.wait_for("open", seconds=20)

    def test_a_proxy_that_cannot_be_used_is_said(self):
        with OldServer(host=HOST) as server:
            watch = self.watch(f"ws://{HOST}:{server.port}/x", env={"http_proxy": "ftp://me:secret@127.0.0.1:1"})
            watch.wait_for("waiting")
            self.assertIn("http:// or socks5://", watch.told())
            self.assertNotIn("secret", watch.told())

    def test_who_is_not_trusted_gets_no_token(self):
        with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as other:
            authority, stranger = tlsca.Authority(folder), tlsca.Authority(other)
            certificate, key = authority.issue("relay", names="subjectAltName=DNS:elsewhere.example")
            with SecuredRelayd(["--tls-listen", "127.0.0.1:0", "--tls-certificate", certificate, "--tls-key", key],
                               listen="none", tls=authority.context()) as relayd:
                env = {"RELAY_TOKEN": token()}
                for trusted in (authority, stranger):  # of another name, of an unknown authority
                    watch = self.watch(f"https://127.0.0.1:{relayd.tls_port}/session/lab", "--once", "--ca-file",
                                       trusted.certificate, env=env)
                    self.assertEqual(watch.wait(), 1)
                    self.assertRegex(watch.told(), "certificate|handshake")
                    watch = self.watch(f"wss://127.0.0.1:{relayd.tls_port}/session/lab?code=x", "--once", "--ca-file",
                                       trusted.certificate, env={})
                    self.assertEqual(watch.wait(), 1)
                    self.assertIn("the certificate is not trusted", watch.told())
                self.assertNotIn("/session/lab", relayd.log())

    def test_a_file_without_certificates_is_no_trust(self):
        with tempfile.NamedTemporaryFile() as empty:
            for path in (empty.name, "/nonexistent.pem"):
                done = relay_cli("watch", "x", "--ca-file", path, check=False)
                self.assertEqual(done.returncode, 2)
                self.assertIn(path, done.stderr)


if __name__ == "__main__":
    main()
