#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""relay shell host and client with a relayd that speaks TLS alone: legs over wss, and whom they trust."""
import os
import signal
import subprocess
import tempfile
import threading
import unittest

from relay_e2e import clean_environment, main, program, wait_until
from relaychain import Chain, shell_token
from targets import LIMIT, Service, connect, echo, receive, texts, until_end
from tlsca import Authority

SIZE = 16 << 20  # bytes


class Tls(unittest.TestCase):
    def setUp(self):
        authority = Authority(self.enterContext(tempfile.TemporaryDirectory(prefix="rl", dir="/tmp")))
        self.stranger = Authority(self.enterContext(tempfile.TemporaryDirectory(prefix="rl", dir="/tmp")))
        self.service = self.enterContext(Service(echo))
        self.chain = Chain(self, tls=(*authority.issue("relay"), authority.certificate))
        self.host = self.chain.host("--to", f"127.0.0.1:{self.service.port}")
        self.client = self.chain.client()

    def hello(self):
        peer = connect(self, self.client)
        self.assertEqual(receive(peer, 6), b"hello\n")
        return peer

    def both_ways(self, peer, meanwhile=lambda: None):
        """Much goes there and comes back, and then the end."""
        sent = os.urandom(SIZE)

        def write():
            peer.sendall(sent)
            peer.shutdown(1)

        writer = threading.Thread(target=write)
        writer.start()
        got = receive(peer, SIZE // 4)
        meanwhile()
        got += until_end(peer)
        writer.join()
        self.assertTrue(got == sent, f"{len(got)} of {len(sent)} bytes")
        self.assertEqual((self.client.process.poll(), self.host.process.poll()), (None, None), "both are still there")
        wait_until(lambda: self.service.ended >= 1, 10, "the service was left")

    def test_bytes_go_both_ways_and_relayd_has_both_legs_over_tls(self):
        peer = self.hello()
        wait_until(lambda: [row["transport"] for row in self.chain.relayd.connections()] == ["wss"] * 3, 10, "all over TLS")
        self.both_ways(peer)
        self.assertEqual(texts(self.client, "changed") + texts(self.host, "changed"), [], "no leg was lost")

    def test_the_relay_is_killed_in_the_middle(self):
        def kill():
            self.chain.relayd.stop(signal.SIGKILL)
            self.chain.relayd.start()

        self.both_ways(self.hello(), kill)
        self.assertTrue(any("resumed after" in text for text in texts(self.client, "changed")))
        self.assertEqual(self.service.begun, 1)

    def test_a_relay_of_another_authority_is_not_trusted(self):
        for trust in ([], ["--ca-file", self.stranger.certificate]):
            with self.subTest(trust):
                done = subprocess.run([program("relay"), "shell", "client", "--stdio", "--access", self.chain.access(), *trust],
                                      env=clean_environment({"RELAY_SHELL_CLIENT_TOKEN": shell_token("client")}),
                                      stdin=subprocess.DEVNULL, capture_output=True, timeout=LIMIT, check=False)
                self.assertEqual((done.returncode, done.stdout), (1, b""))
                self.assertRegex(done.stderr.decode().lower(), "certificate|ssl")
        self.assertEqual(self.service.begun, 0)


if __name__ == "__main__":
    main()
