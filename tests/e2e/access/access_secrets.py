#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""No token, code or secret is ever in a log, in the output of a command, or among a process's arguments."""
import signal
import tempfile
import unittest
from pathlib import Path

from accesstoken import SECRET, SecuredRelayd, admin_token, token
from rawws import WebSocket
from relay_e2e import main, wait_until

PREVIOUS = "the former secret of these tests, as long"


class Secrets(unittest.TestCase):
    def test_nothing_that_opens_anything_is_written_anywhere(self):
        for form in ("text", "json"):
            with self.subTest(form), SecuredRelayd(["--log-level", "debug", "--log-format", form],
                                                   env={"RELAY_PREVIOUS_SECRET": PREVIOUS}) as relayd:
                shown = []
                good, forged, admin = token(), token(secret="not the secret"), admin_token()
                uri = relayd.uri()
                code = uri.partition("code=")[2]
                path = "/" + uri.split("/", 3)[3]
                for key in (good, forged, admin, "Bearer " + good):
                    relayd.call("POST", "/session/lab", key)
                    relayd.call("POST", "/in/lab", key, body=b"no stream")
                with WebSocket(relayd.port, path) as peer:
                    shown.append(relayd.relay("--json", "connections").stdout)
                    with self.assertRaises(Exception):
                        WebSocket(relayd.port, path)
                    relayd.deny("booking0")
                    self.assertEqual(peer.close_code(answer=True), 4403)
                relayd.send_signal(signal.SIGHUP)
                wait_until(lambda: "SIGHUP" in relayd.log(), what="the secrets to be read again")
                shown.append(relayd.call("GET", "/status", admin_token("relay:stats"))[1].decode())
                shown.append(relayd.call("GET", "/metrics")[1].decode())
                shown.append(Path(f"/proc/{relayd.pid}/cmdline").read_bytes().decode())
                relayd.stop()
                everything = relayd.log() + "".join(shown)
                self.assertIn("booking0", everything)  # so that the search searches what it should
                for secret in (SECRET, PREVIOUS, code, good, forged, admin, *(part for part in good.split(".")[1:]),
                               *(part for part in admin.split(".")[1:])):
                    self.assertNotIn(secret, everything)


class Rotation(unittest.TestCase):
    def test_a_new_secret_is_taken_without_losing_anybody_and_a_bad_one_is_not(self):
        with tempfile.TemporaryDirectory() as folder:
            current, previous = Path(folder, "current"), Path(folder, "previous")

            def write(path, text):
                path.write_text(text)
                path.chmod(0o600)
            write(current, SECRET)
            write(previous, SECRET)
            args = ["--secret-file", current, "--previous-secret-file", previous]
            with RotatingRelayd(args) as relayd:
                def status(secret):
                    return relayd.call("POST", "/session/lab", token(secret=secret))[0]

                def reload(said):
                    before = relayd.log().count(said)
                    relayd.send_signal(signal.SIGHUP)
                    wait_until(lambda: relayd.log().count(said) > before, what=said)
                path = "/" + relayd.uri().split("/", 3)[3]
                with WebSocket(relayd.port, path) as peer:
                    write(current, PREVIOUS)
                    reload("tokens are checked with 2 secrets")
                    self.assertEqual((status(SECRET), status(PREVIOUS)), (200, 200))
                    write(previous, PREVIOUS)
                    reload("tokens are checked with 2 secrets")
                    self.assertEqual((status(SECRET), status(PREVIOUS)), (401, 200))
                    for bad in ("", "abc"):
                        write(current, bad)
                        reload("everything stays as it was")
                        self.assertEqual((status(SECRET), status(PREVIOUS)), (401, 200))
                    current.unlink()
                    reload("everything stays as it was")
                    self.assertEqual(status(PREVIOUS), 200)
                    peer.send(9, b"still here?")
                    self.assertEqual(peer.frame(), (10, b"still here?"))


class RotatingRelayd(SecuredRelayd):
    """Its secret comes from files only."""

    def __init__(self, args):
        super().__init__(args)
        del self._env["RELAY_SECRET"]


if __name__ == "__main__":
    main()
