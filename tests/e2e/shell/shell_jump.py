#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""relay shell host and relay shell client with relays, hosts and clients of before: bytes as they are, and clean ends."""
import json
import os
import signal
import socket
import subprocess
import threading
import time
import unittest

from jumprelay import JumpRelay
from legs import data_of, dial, post
from rawws import BINARY
from relay_e2e import SLOWNESS, main, wait_until
from relaychain import Chain, shell_token
from targets import LIMIT, Relay, Service, client, connect, echo, host, receive, wait_for_text


class Before(unittest.TestCase):
    def setUp(self):
        self.relay = self.enterContext(JumpRelay())
        self.service = self.enterContext(Service(echo))

    def host(self, *words):
        return host(self, self.relay.access("pi"), "--to", f"127.0.0.1:{self.service.port}", *words)

    def test_both_of_ours_through_a_relay_of_before(self):
        self.host()
        with connect(self, client(self, self.relay.access("pi"))) as peer:
            self.assertEqual(receive(peer, 6), b"hello\n")
            sent = os.urandom(1 << 20)
            threading.Thread(target=peer.sendall, args=(sent,)).start()
            self.assertEqual(receive(peer, len(sent)), sent)
        # Nobody tells the host's leg; the management connection does.
        wait_until(lambda: self.service.ended == 1, 10, "the service was left")

    def test_two_at_once_do_not_meet(self):
        self.host()
        relay = client(self, self.relay.access("pi"))
        one, two = connect(self, relay), connect(self, relay)
        self.assertEqual((receive(one, 6), receive(two, 6)), (b"hello\n", b"hello\n"))
        one.sendall(b"1" * 1000)
        two.sendall(b"2" * 1000)
        self.assertEqual((receive(one, 1000), receive(two, 1000)), (b"1" * 1000, b"2" * 1000))

    def test_on_standard_input_and_output(self):
        self.host()
        done = self.stdio(b"over\n")
        self.assertEqual((done.returncode, done.stdout[:6], done.stderr), (0, b"hello\n", b""))

    def stdio(self, text):
        with Relay("shell", "client", "--stdio", "--access", self.relay.access("pi"),
                   env={"JUMP_CLIENT_TOKEN": "client"}) as relay:
            relay.say(text)
            out = relay.process.stdout.read(6)
            relay.process.stdin.close()
            code = relay.wait()
            return subprocess.CompletedProcess([], code, out + relay.process.stdout.read(), relay.told().encode())

    def test_a_client_of_before_reaches_our_host(self):
        self.host()
        with dial(post(self.relay.access("pi"), "client")) as peer:
            self.assertEqual(data_of(peer), (BINARY, b"hello\n"))
            peer.send(BINARY, b"x" * 60_000)
            got = b""
            while len(got) < 60_000:
                got += data_of(peer)[1]
            self.assertEqual(got, b"x" * 60_000)
        wait_until(lambda: self.service.ended == 1, 10, "the service was left")

    def test_our_client_reaches_a_host_of_before(self):
        with dial(post(self.relay.access("pi"), "host")) as management:
            peer = connect(self, client(self, self.relay.access("pi")))
            told = json.loads(data_of(management)[1])
            self.assertEqual(list(told), ["action", "uri", "uuid"])
            with dial(told["uri"]) as leg:
                leg.send(BINARY, b"SSH-2.0-Go\r\n")
                self.assertEqual(receive(peer, 12), b"SSH-2.0-Go\r\n")
                peer.sendall(b"SSH-2.0-OpenSSH\r\n")
                self.assertEqual(data_of(leg), (BINARY, b"SSH-2.0-OpenSSH\r\n"))

    def test_the_variables_of_before(self):
        env = {"JUMP_HOST_LOCAL_PORT": str(self.service.port), "JUMP_HOST_ACCESS": self.relay.access("pi"),
               "JUMP_HOST_TOKEN": "host", "JUMP_HOST_DEVELOPMENT": "true"}
        with Relay("shell", "host", env=env) as relay:
            wait_until(lambda: "clients may come" in relay.told(), 15, "the host is known")
            self.assertIn("JUMP_HOST_DEVELOPMENT has no meaning", relay.told())
            with socket.create_server(("127.0.0.1", 0)) as probe:
                port = probe.getsockname()[1]
            env = {"JUMP_CLIENT_LOCAL_PORT": str(port), "JUMP_CLIENT_RELAY_SESSION": self.relay.access("pi"),
                   "JUMP_CLIENT_TOKEN": "client"}
            with Relay("shell", "client", env=env) as near:
                wait_until(lambda: f"listening on 127.0.0.1:{port}" in near.told(), 15, "the client listens")
                with socket.create_connection(("127.0.0.1", port), timeout=LIMIT) as peer:
                    self.assertEqual(receive(peer, 6), b"hello\n")

    def test_a_leg_that_is_lost_is_an_end(self):
        self.host()
        relay = client(self, self.relay.access("pi"))
        peer = connect(self, relay)
        receive(peer, 6)
        begin = time.monotonic()
        self.relay.cut()
        self.assertEqual(receive(peer, 1), b"")
        wait_until(lambda: self.service.ended == 1, 10, "the service was left")
        self.assertLess(time.monotonic() - begin, 10 * SLOWNESS)

    def test_no_host_is_a_fault_soon_enough(self):
        relay = client(self, self.relay.access("pi"), "--answer-within", "300ms")
        self.assertEqual(receive(connect(self, relay), 1), b"")
        wait_for_text(relay, "closed", "is relay shell host running there")

    def test_a_target_needs_a_relay_of_ours(self):
        self.host()
        relay = client(self, self.relay.access("pi"), "--target", "db")
        self.assertEqual(receive(connect(self, relay), 1), b"")
        wait_for_text(relay, "closed", "leave --target out")

    def test_a_token_that_is_refused(self):
        done = subprocess.run([os.environ["RELAY"], "shell", "client", "--stdio", "--access", self.relay.access("pi")],
                              env={"RELAY_SHELL_CLIENT_TOKEN": "nobody"}, stdin=subprocess.DEVNULL, capture_output=True,
                              timeout=LIMIT, check=False)
        self.assertEqual((done.returncode, done.stdout), (1, b""))
        self.assertIn(b"missing client, host or stats scope (status 401)", done.stderr)


class RelayOfOurs(unittest.TestCase):
    """A host of before at a relay of ours, which ends the other leg where those of before leave it."""

    def test_a_host_of_before_that_ends_ends_the_client(self):
        relay = self.enterContext(JumpRelay(is_ours=True))
        with dial(post(relay.access("pi"), "host")) as management:
            near = client(self, relay.access("pi"))
            peer = connect(self, near)
            with dial(json.loads(data_of(management)[1])["uri"]) as leg:
                leg.send(BINARY, b"bye")
                self.assertEqual(receive(peer, 3), b"bye")
            begin = time.monotonic()
            self.assertEqual(receive(peer, 1), b"")
            self.assertLess(time.monotonic() - begin, 10 * SLOWNESS)
            self.assertEqual(len(relay.bodies), 1)  # nothing to resume: it is not tried


class RelaydKilled(unittest.TestCase):
    """With one of before at the far side there is nothing to resume: both sides end, soon."""

    def setUp(self):
        self.service = self.enterContext(Service(echo))
        self.chain = Chain(self)

    def kill(self):
        self.chain.relayd.stop(signal.SIGKILL)
        self.chain.relayd.start()
        return time.monotonic()

    def test_a_client_of_before_and_our_host(self):
        self.chain.host("--to", f"127.0.0.1:{self.service.port}")
        with dial(post(self.chain.access(), shell_token("client"))) as peer:
            self.assertEqual(data_of(peer), (BINARY, b"hello\n"))
            begin = self.kill()
            wait_until(lambda: self.service.ended == 1, 10, "the service was left")
            self.assertLess(time.monotonic() - begin, 10 * SLOWNESS)

    def test_our_client_and_a_host_of_before(self):
        with dial(post(self.chain.access(), shell_token("host"))) as management:
            near = self.chain.client()
            peer = connect(self, near)
            with dial(json.loads(data_of(management)[1])["uri"]) as leg:
                leg.send(BINARY, b"SSH-2.0-Go\r\n")
                self.assertEqual(receive(peer, 12), b"SSH-2.0-Go\r\n")
                begin = self.kill()
                self.assertEqual(receive(peer, 1), b"")
                self.assertLess(time.monotonic() - begin, 10 * SLOWNESS)
                wait_for_text(near, "closed", "")


if __name__ == "__main__":
    main()
