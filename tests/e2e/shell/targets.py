# SPDX-License-Identifier: GPL-3.0-or-later
"""TCP services that a host lets clients reach, for tests; and both commands with what a test needs to reach them."""
import contextlib
import os
import socket
import sys
import threading

from relay_e2e import SLOWNESS, wait_until

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../client"))
from relaycommand import Relay  # noqa: E402  (found by the line above)

LIMIT = 20 * SLOWNESS  # s for anything that a test waits for


class Service:
    """Calls serve(socket) in a thread for each connection. ended: how many of these calls have come back."""

    def __init__(self, serve):
        self._serve = serve
        self.ended = self.begun = 0

    def __enter__(self):
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port = self._server.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_):
        self._server.close()

    def limit_buffers(self, size):
        """Of connections from now on: how many bytes the kernel takes for this service at most."""
        self._server.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, size)

    def _accept(self):
        with contextlib.suppress(OSError):
            while True:
                peer, _ = self._server.accept()
                peer.settimeout(60 * SLOWNESS)
                self.begun += 1
                threading.Thread(target=self._run, args=(peer,), daemon=True).start()

    def _run(self, peer):
        with peer, contextlib.suppress(OSError):
            peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._serve(peer)
        self.ended += 1


def echo(peer):
    """Speaks first, as sshd does, and says everything again."""
    peer.sendall(b"hello\n")
    while data := peer.recv(65536):
        peer.sendall(data)


def receive(peer, count):
    data = b""
    while len(data) < count:
        more = peer.recv(min(65536, count - len(data)))
        if not more:
            break
        data += more
    return data


def until_end(peer):
    parts = []
    while data := peer.recv(1 << 20):
        parts.append(data)
    return b"".join(parts)


def host(case, access, *words):
    """relay shell host while the test lasts, once the relay knows it."""
    relay = case.enterContext(Relay("shell", "host", "--access", access, *words, "--json", env={"RELAY_SHELL_HOST_TOKEN": "host"}))
    relay.wait_for("open")
    return relay


def client(case, access, *words):
    """relay shell client on a port of its own, which is its .port."""
    relay = case.enterContext(Relay("shell", "client", "--access", access, "--listen", "127.0.0.1:0", *words, "--json",
                                    env={"RELAY_SHELL_CLIENT_TOKEN": "client"}))
    relay.wait_for("listening")
    relay.port = next(event["port"] for event in relay.events() if event["event"] == "listening")
    return relay


def connect(case, relay):
    peer = case.enterContext(socket.create_connection(("127.0.0.1", relay.port), timeout=LIMIT))
    peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return peer


def texts(relay, event):
    return [told["text"] for told in relay.events() if told["event"] == event]


def wait_for_text(relay, event, part):
    wait_until(lambda: any(part in text for text in texts(relay, event)), 15, f"{event}: {part}")
