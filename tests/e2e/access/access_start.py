#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What it takes to start in secured mode, and that an existing unit starts it unchanged."""
import json
import os
import signal
import socket
import subprocess
import tempfile
import unittest
from pathlib import Path

from accesstoken import AUDIENCE, SECRET, SecuredRelayd, token
from relay_e2e import clean_environment, free_port, main, program, wait_until
from shells import SHELL_AUDIENCE, ShellRelayd, shell_token


def start_and_fail(env, *args):
    """Exit code and what was said on standard error."""
    with tempfile.TemporaryDirectory(prefix="rl", dir="/tmp") as folder:
        done = subprocess.run([program("relayd"), "--admin-socket", os.path.join(folder, "a"), "--state-dir",
                               os.path.join(folder, "state"), *args], env=clean_environment(env), capture_output=True,
                              text=True, timeout=30)
    return done.returncode, done.stderr


class Start(unittest.TestCase):
    def test_a_secret_needs_an_audience(self):
        self.assertEqual(start_and_fail({"RELAY_SECRET": SECRET}), (1, "You must set RELAY_AUDIENCE\n"))

    def test_a_secret_that_cannot_be_used_ends_it(self):
        rows = [({"RELAY_SECRET": ""}, "RELAY_SECRET is set but empty"), ({"RELAY_SECRET_FILE": ""}, "is set but empty"),
                ({"RELAY_SECRET": "abc"}, "shorter"),
                ({"RELAY_SECRET_FILE": "/nonexistent"}, "cannot be read"),
                ({"RELAY_PREVIOUS_SECRET": SECRET}, "previous secret")]
        for env, said in rows:
            code, error = start_and_fail({"RELAY_AUDIENCE": AUDIENCE, **env})
            self.assertEqual(code, 1, env)
            self.assertIn(said, error)
            self.assertNotIn("abc", error)

    def test_a_secret_is_no_flag(self):
        code, error = start_and_fail({}, "--secret", SECRET)
        self.assertEqual(code, 2)
        self.assertIn("RELAY_SECRET", error)
        self.assertNotIn(SECRET, error)

    def test_a_state_directory_that_cannot_be_written_ends_it(self):
        code, error = start_and_fail({"RELAY_SECRET": SECRET, "RELAY_AUDIENCE": AUDIENCE}, "--listen", "127.0.0.1:0",
                                     "--state-dir", "/proc/relay")
        self.assertEqual(code, 1)
        self.assertIn("--state-dir", error)

    def test_an_existing_unit_starts_two_ports_on_all_interfaces(self):
        access, relay = free_port(), free_port()
        env = {"RELAY_URL": "wss://relay.example.org/relay", "RELAY_PORT_ACCESS": str(access), "RELAY_PORT_RELAY": str(relay),
               "RELAY_ALLOW_NO_BOOKING_ID": "true", "RELAY_BUFFER_SIZE": "256", "RELAY_LOG_LEVEL": "warn",
               "RELAY_LOG_FORMAT": "json", "RELAY_LOG_FILE": "stdout", "RELAY_PROFILE": "true", "RELAY_PORT_PROFILE": "6061",
               "RELAY_STATS_EVERY": "10s", "RELAY_TIDY_EVERY": "5m"}
        with SecuredRelayd(env=env, listen="") as relayd:
            for port in (access, relay):
                relayd.port = port
                status, body, _ = relayd.call("GET", "/healthz")
                self.assertEqual((status, body), (200, b"ok\n"))
                with socket.create_connection(("::1", port), timeout=5):
                    pass
            self.assertIn(f":{access}\n", relayd.log())
            self.assertIn(f":{relay}\n", relayd.log())
            self.assertIn("profile has no meaning", relayd.log())
            self.assertTrue(relayd.uri(booking_id="").startswith("wss://relay.example.org/relay/session/lab?code="))

    def test_it_says_which_mode_it_is_in(self):
        with SecuredRelayd() as relayd:
            self.assertIn("secured: tokens are asked for", relayd.log())
            self.assertEqual(relayd.call("GET", "/readyz")[:2], (200, b"ok\n"))

    def test_a_log_file_that_cannot_be_opened_ends_nothing(self):
        with SecuredRelayd(["--log-file", "/nonexistent/relay.log"]) as relayd:
            self.assertIn("cannot write the log to /nonexistent/relay.log: No such file or directory; it goes to standard error",
                          relayd.log())

    def test_mode_is_told_to_operators(self):
        with SecuredRelayd() as relayd:
            info = json.loads(relayd.relay("--json", "info").stdout)
            self.assertEqual((info["isOpen"], info["audience"]), (False, AUDIENCE))

    def test_a_secret_for_shells_alone_says_so(self):
        with ShellRelayd(env={"RELAY_SECRET": None, "RELAY_AUDIENCE": None}) as relayd:
            self.assertIn("secured, for shells alone: no token opens a session", relayd.log())
            self.assertNotIn("for the audience  ", relayd.log())
            info = json.loads(relayd.relay("--json", "info").stdout)
            self.assertEqual((info["isOpen"], info["audience"]), (False, SHELL_AUDIENCE))
            self.assertIn("no token", json.loads(relayd.relay("--json", "test", "lab").stdout)["needed"])
            relayd.relay("reload")
            self.assertIn("tokens for shells are checked with 1 secrets from now on", relayd.log())
            self.assertNotIn("with 0 secrets", relayd.log())
            self.assertEqual(relayd.call("POST", "/session/lab", token())[0], 401)
            self.assertEqual(relayd.ask(token=shell_token(role="host"))[0], 200)

    def test_another_address_needs_no_flag_with_a_secret(self):
        port = free_port()
        with SecuredRelayd(listen=f"0.0.0.0:{port}") as relayd:
            self.assertEqual(relayd.call("POST", "/session/lab")[0], 401)

    def test_a_log_file_is_opened_anew_on_sighup(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "relay.log")
            with SecuredRelayd(["--log-file", path]) as relayd:
                os.rename(path, path + ".1")
                relayd.send_signal(signal.SIGHUP)
                wait_until(lambda: os.path.exists(path) and "SIGHUP" in Path(path).read_text(), what="the new log file")


if __name__ == "__main__":
    main()
