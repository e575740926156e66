#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""SIGHUP with a configuration file: what is taken from it at once, what is not, and that nobody is disconnected."""
import os
import signal
import tempfile
import unittest
from pathlib import Path

from accesstoken import AUDIENCE, SECRET, SecuredRelayd, token
from rawws import RawSocket, Response, WebSocket, handshake
from relay_e2e import main, wait_until

BASE = f'audience = "{AUDIENCE}"\nsecret = "{SECRET}"\n'


class ConfiguredRelayd(SecuredRelayd):
    """All that it knows comes from its file."""

    def __init__(self, config, args=()):
        super().__init__(args, config=BASE + config)
        self._env.clear()

    def write(self, config):
        Path(self.directory, "relay.toml").write_text(config, encoding="utf-8")

    def reload(self, config, said):
        self.write(config)
        before = self.log().count(said)
        self.send_signal(signal.SIGHUP)
        wait_until(lambda: self.log().count(said) > before, what=said)

    def path(self, **changes):
        return "/" + self.uri(**changes).split("/", 3)[3]

    def status(self, path, *headers):
        """What an opening handshake is answered; the connection is given up."""
        with RawSocket(self.port) as link:
            link.send_raw(handshake(path, extra=headers))
            return Response(link.read_until(b"\r\n\r\n")).status


class Reload(unittest.TestCase):
    def test_limits_and_origins_are_taken_and_connections_stay(self):
        old = 'connections_per_booking = 1\nallow_origin = ["https://a.example"]\n'
        new = 'connections_per_booking = 3\nallow_origin = ["https://b.example"]\n'
        with ConfiguredRelayd(old) as relayd, WebSocket(relayd.port, relayd.path()) as peer:
            self.assertEqual(relayd.status(relayd.path()), 429)
            self.assertEqual([relayd.status(relayd.path(booking_id=name), f"Origin: https://{name}.example") for name in "ab"],
                             [101, 403])
            relayd.reload(BASE + new, "SIGHUP: tokens are checked with 1 secrets")
            self.assertEqual(relayd.status(relayd.path()), 101)
            self.assertEqual([relayd.status(relayd.path(booking_id=name), f"Origin: https://{name}.example") for name in "ab"],
                             [403, 101])
            peer.send(9, b"still here?")
            self.assertEqual(peer.frame(), (10, b"still here?"))

    def test_proxies_and_the_form_of_the_log_are_taken(self):
        with ConfiguredRelayd("") as relayd:
            def host(name):
                _, body, _ = relayd.call("POST", "/session/lab", token(), headers={"X-Forwarded-Proto": "https", "Host": name})
                return body.decode().split('"')[3].partition("/session")[0]
            self.assertEqual(host("relay.example.org"), "ws://relay.example.org")
            relayd.reload(BASE + 'trusted_proxy = ["127.0.0.0/8"]\nlog_format = "json"\n', '"SIGHUP: tokens are checked')
            self.assertEqual(host("relay.example.org"), "wss://relay.example.org")

    def test_a_rotated_log_is_written_anew_whatever_else_is_wrong(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "relay.log")
            with ConfiguredRelayd(f'log_file = "{path}"\n') as relayd:
                os.rename(path, f"{path}.1")
                relayd.write("this is no configuration\n")
                relayd.send_signal(signal.SIGHUP)
                wait_until(lambda: "SIGHUP: everything stays as it was" in path.read_text(), what="the new log file")
                self.assertIn("relay.toml:1", path.read_text())
                self.assertEqual(relayd.call("POST", "/session/lab", token())[0], 200)

    def test_what_only_a_restart_changes_is_named(self):
        with ConfiguredRelayd("workers = 1\n") as relayd:
            relayd.reload(BASE + 'workers = 2\nstats_every = "7s"\n', "only a restart makes it so: stats-every, workers")
            self.assertEqual(relayd.call("GET", "/readyz")[0], 200)

    def test_a_file_that_lost_its_secret_does_not_open_the_relay(self):
        with ConfiguredRelayd("") as relayd:
            for bad in (f'audience = "{AUDIENCE}"\n', f'audience = "{AUDIENCE}"\nsecret = ""\n',
                        f'audience = "{AUDIENCE}"\nsecret = {SECRET}\n', f'secret = "{SECRET}"\n', "workers = 1\n"):
                relayd.reload(bad, "error")
                self.assertIn("everything stays as it was", relayd.log())
                self.assertEqual(relayd.call("POST", "/session/lab", token())[0], 200)
                self.assertEqual(relayd.call("POST", "/session/lab")[0], 401)
                self.assertEqual(relayd.status("/bi/chat"), 404)
            self.assertNotIn(SECRET, relayd.log())


if __name__ == "__main__":
    main()
