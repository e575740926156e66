# SPDX-License-Identifier: GPL-3.0-or-later
"""Tokens of secured mode, made by Python's own hmac, and a relayd that asks for them.

    with SecuredRelayd() as relayd:
        uri = relayd.uri("lab", scopes=["read"])        # POST /session/lab
        status, body, headers = relayd.call("GET", "/bids/deny", token=admin_token())
"""
import base64
import hashlib
import hmac
import http.client
import json
import os
import time

from relay_e2e import Relayd

SECRET = "the secret of these tests, which is long enough"
AUDIENCE = "https://relay.example.org/access"


def _base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=")


def sign(claims, secret=SECRET, header=None, digest=hashlib.sha256):
    """A token of these claims (an object, or bytes that are to stand there)."""
    header = {"alg": "HS256", "typ": "JWT"} if header is None else header
    payload = claims if isinstance(claims, bytes) else json.dumps(claims, separators=(",", ":")).encode()
    data = _base64url(json.dumps(header, separators=(",", ":")).encode()) + b"." + _base64url(payload)
    return (data + b"." + _base64url(hmac.new(secret.encode(), data, digest).digest())).decode()


def claims(topic="lab", **changes):
    """Those of a session; a change to None leaves that claim out."""
    now = int(time.time())
    all_claims = {"booking_id": "booking0", "topic": topic, "prefix": "session", "scopes": ["read", "write"],
                  "aud": [AUDIENCE], "exp": now + 600, "nbf": now - 1, "iat": now - 1, **changes}
    return {name: value for name, value in all_claims.items() if value is not None}


def token(topic="lab", secret=SECRET, **changes):
    return sign(claims(topic, **changes), secret)


def admin_token(*scopes, **changes):
    return sign({"scopes": list(scopes or ["relay:admin"]), "aud": [AUDIENCE], "exp": int(time.time()) + 600, **changes})


class SecuredRelayd(Relayd):
    """As Relayd, with a secret and a state directory. state: one that outlives it; tls: a context to call it by."""

    def __init__(self, args=(), env=None, state=None, tls=None, **options):
        env = {"RELAY_SECRET": SECRET, "RELAY_AUDIENCE": AUDIENCE, **(env or {})}
        self._state = state
        self.tls = tls
        super().__init__(args, env=env, **options)

    def _command(self):
        state = self._state or os.path.join(self.directory, "state")
        return super()._command() + ["--state-dir", state]

    def connection(self):
        if self.tls:
            return http.client.HTTPSConnection("127.0.0.1", self.tls_port, context=self.tls, timeout=20)
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)

    def call(self, method, path, token=None, headers=None, body=None):
        """Status, body and headers (a dict, names in lower case) of the answer."""
        link = self.connection()
        try:
            all_headers = dict(headers or {})
            if token is not None:
                all_headers["Authorization"] = token
            link.request(method, path, body=body, headers=all_headers)
            answer = link.getresponse()
            return answer.status, answer.read(), {name.lower(): value for name, value in answer.getheaders()}
        finally:
            link.close()

    def uri(self, topic="lab", path=None, **changes):
        """Where a session on the topic is opened. AssertionError when there is no code."""
        status, body, _ = self.call("POST", path or f"/session/{topic}", token(topic, **changes))
        assert status == 200, f"{status} {body!r}"
        return json.loads(body)["uri"]

    def deny(self, booking, until=None):
        until = int(time.time()) + 600 if until is None else until
        return self.call("POST", f"/bids/deny?bid={booking}&exp={until}", admin_token())[0]

    def allow(self, booking):
        return self.call("POST", f"/bids/allow?bid={booking}&exp={int(time.time()) + 600}", admin_token())[0]

    def metric(self, name):
        """The value of a sample, by its name with labels."""
        _, body, _ = self.call("GET", "/metrics")
        for line in body.decode().splitlines():
            if line.startswith(name + " "):
                return float(line.rpartition(" ")[2])
        raise AssertionError(f"no metric {name}")
