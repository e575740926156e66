# SPDX-License-Identifier: GPL-3.0-or-later
"""Hosts and clients of shells, as plain websockets play them: those of the servers before this one, and ours.

    with ShellRelayd() as relayd, relayd.host() as host, relayd.client() as client:
        call = host.announcement()
        with relayd.dial(call["uri"]) as leg: ...
"""
import json
import time
from urllib.parse import urlsplit

from accesstoken import AUDIENCE, SECRET, SecuredRelayd, sign
from rawws import TEXT, WebSocket

SHELL_SECRET = "the secret of shells in these tests, long enough"
SHELL_AUDIENCE = "https://relay.example.org/jump"
OURS = ("Sec-WebSocket-Protocol: relay-shell.1",)
BEFORE = ("Sec-WebSocket-Protocol: null",)
RESUME = "AbCdEfGhIjKlMnOpQrStUv"


def shell_claims(host="spin30", role="client", **changes):
    """Those that the token command of the servers before this one makes; a change to None leaves that claim out."""
    now = int(time.time())
    claims = {"topic": host, "prefix": "connect", "scopes": [role], "aud": [SHELL_AUDIENCE], "exp": now + 600,
              "nbf": now - 1, "iat": now - 1, **changes}
    return {name: value for name, value in claims.items() if value is not None}


def shell_token(host="spin30", role="client", secret=SHELL_SECRET, **changes):
    return sign(shell_claims(host, role, **changes), secret)


class Peer(WebSocket):
    """A websocket at an address with a code. ours: offers relay-shell.1."""

    def __init__(self, port, uri, ours=False, **how):
        parts = urlsplit(uri)
        super().__init__(port, f"{parts.path}?{parts.query}", extra=OURS if ours else BEFORE, host=parts.netloc, **how)
        self.protocol = self.response.headers.get("sec-websocket-protocol")

    def announcement(self):
        """The next message on a management connection, parsed; there is one object in it."""
        opcode, payload = self.message()
        assert opcode == TEXT, f"opcode {opcode:x}"
        return json.loads(payload)


class ShellRelayd(SecuredRelayd):
    """As SecuredRelayd, with a secret and an audience for shells of their own."""

    def __init__(self, args=(), env=None, **options):
        env = {"JUMP_RELAY_SECRET": SHELL_SECRET, "JUMP_RELAY_AUDIENCE": SHELL_AUDIENCE, **(env or {})}
        super().__init__(args, env=env, **options)
        self._env = {name: value for name, value in self._env.items() if value is not None}

    def ask(self, host="spin30", token=None, body=None, path=None, **headers):
        """Status, parsed body (bytes where it is no JSON) and headers of the call for a shell."""
        status, answer, fields = self.call("POST", path or f"/api/v1/connect/{host}",
                                           shell_token(host) if token is None else token, body=body, headers=headers)
        try:
            return status, json.loads(answer), fields
        except ValueError:
            return status, answer, fields

    def shell_uri(self, host="spin30", role="client", body=None, path=None, **changes):
        status, answer, _ = self.ask(host, shell_token(host, role, **changes),
                                     None if body is None else json.dumps(body), path)
        assert status == 200, f"{status} {answer!r}"
        return answer["uri"]

    def dial(self, uri, ours=False, **how):
        return Peer(self.port, uri, ours, **how)

    def host(self, name="spin30", ours=False, **changes):
        return self.dial(self.shell_uri(name, "host", **changes), ours)

    def client(self, name="spin30", ours=False, body=None, **changes):
        return self.dial(self.shell_uri(name, "client", body, **changes), ours)

    def pair(self, name="spin30", ours=False, host=None, receive_buffer=None, **changes):
        """A shell: (host's management, client's leg, host's leg, what the host was told)."""
        management = host or self.host(name, ours)
        uri = self.shell_uri(name, "client", {"resume": RESUME} if ours else None, **changes)
        client = self.dial(uri, ours, receive_buffer=receive_buffer)
        call = management.announcement()
        return management, client, self.dial(call["uri"], ours), call


__all__ = ["AUDIENCE", "OURS", "Peer", "RESUME", "SECRET", "SHELL_AUDIENCE", "SHELL_SECRET", "ShellRelayd",
           "shell_claims", "shell_token"]
