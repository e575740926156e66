#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an operator decides, to whoever wants in: as resources/openapi says."""
import json
import unittest

from accesstoken import SecuredRelayd, token
from access_openapi import FILE, ask, path_of, shell_token, stream, upgrade
from openapi import Document
from rawws import WebSocket
from relay_e2e import main


def ways_in(relayd, path):
    """Status, body and headers of each call that leads to a connection. path: of a session, got before."""
    return [ask(relayd, "POST", "/session/lab", token(booking_id="other")),
            upgrade(relayd, path),
            *(stream(relayd, token(booking_id="camera"), method=method) for method in ("POST", "PUT")),
            *(ask(relayd, "POST", start + "spin30", shell_token("spin30", prefix, scopes=["host"]))
              for start, prefix in (("/api/v1/connect/", "connect"), ("/shell/", "shell")))]


class ByAnOperator(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.described = Document(FILE.read_text(encoding="utf-8")).root["x-by-an-operator"]

    def test_no_other_status_is_described(self):
        self.assertEqual(set(self.described), {"403", "503"})

    def test_whose_address_is_denied_hears_403(self):
        example = self.described["403"]["content"]["application/json"]["example"]
        with SecuredRelayd(["--log-level", "warn"]) as relayd:
            path = path_of(relayd.uri())
            relayd.relay("deny", "--address", "127.0.0.1", "--force")
            for status, body, headers in ways_in(relayd, path):
                with self.subTest(body=body):
                    self.assertEqual((status, headers["content-type"]), (403, "application/json"))
                    self.assertEqual(json.loads(body), example)

    def test_while_the_relay_drains_all_hear_503(self):
        with SecuredRelayd(["--log-level", "warn"]) as relayd:
            path = path_of(relayd.uri())
            with WebSocket(relayd.port, path_of(relayd.uri(booking_id="stays"))):  # else it would end at once
                self.assertIn("draining", relayd.relay("drain", "--within", "10m").stdout)
                for status, body, headers in ways_in(relayd, path):
                    with self.subTest(body=body):
                        self.assertEqual((status, "retry-after" in headers), (503, True))


if __name__ == "__main__":
    main()
