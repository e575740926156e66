#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""relay token: what it mints is right by Python's own reckoning, and opens a session; and docs/token.md tells the truth."""
import base64
import hashlib
import hmac
import json
import os
import re
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

from accesstoken import AUDIENCE, SECRET, SecuredRelayd
from relay_e2e import clean_environment, main, program, relay_cli

OLD = {"RELAY_TOKEN_AUDIENCE": AUDIENCE, "RELAY_TOKEN_LIFETIME": "600", "RELAY_TOKEN_SECRET": SECRET,
       "RELAY_TOKEN_TOPIC": "lab"}
FLAGS = ["--audience", AUDIENCE, "--lifetime", "600", "--topic", "lab"]
DOCS = Path(os.environ["RELAY_SOURCE_DIR"], "docs", "token.md")


def opened(token, secret=SECRET):
    """Header and claims; AssertionError when the signature is not of this secret."""
    data, _, signature = token.rpartition(".")
    own = base64.urlsafe_b64encode(hmac.new(secret.encode(), data.encode(), hashlib.sha256).digest()).rstrip(b"=").decode()
    assert signature == own, "signature"
    return [json.loads(base64.urlsafe_b64decode(part + "==")) for part in data.split(".")]


class Token(unittest.TestCase):
    def test_old_variables_make_the_old_token(self):
        done = relay_cli("token", env=OLD)
        header, claims = opened(done.stdout.strip())
        now = int(time.time())
        self.assertEqual(header, {"alg": "HS256", "typ": "JWT"})
        self.assertEqual(list(claims), ["booking_id", "topic", "prefix", "scopes", "aud", "exp", "nbf", "iat"])
        self.assertEqual((claims["scopes"], claims["aud"]), (["write", "read"], [AUDIENCE]))
        self.assertAlmostEqual(claims["iat"], now - 1, delta=5)
        self.assertEqual((claims["nbf"], claims["exp"]), (claims["iat"], claims["iat"] + 600))
        self.assertEqual(done.stdout.count("\n"), 1)
        self.assertEqual(done.stderr, "")

    def test_what_is_missing_is_named(self):
        for name in OLD:
            done = relay_cli("token", env={n: v for n, v in OLD.items() if n != name}, check=False)
            self.assertEqual((done.returncode, done.stdout, done.stderr), (1, "", f"{name} not set\n"))

    def test_a_token_opens_a_session(self):
        with SecuredRelayd() as relayd:
            token = relay_cli("token", env=OLD).stdout.strip()
            self.assertEqual(relayd.call("POST", "/session/lab", token)[0], 200)
            admin = relay_cli("token", "--for", "admin", env=OLD).stdout.strip()
            self.assertEqual(relayd.call("GET", "/bids/deny", admin)[0], 200)
            status = relay_cli("token", "--for", "status", env=OLD).stdout.strip()
            self.assertEqual(relayd.call("GET", "/status", status)[0], 200)
            stats = relay_cli("token", "--for", "stats", env=OLD).stdout.strip()
            self.assertEqual(relayd.call("POST", "/session/stats", stats)[0], 200)
            self.assertEqual(relayd.call("POST", "/session/lab", stats)[0], 401)

    def test_flags_and_a_file_do_what_variables_do(self):
        with tempfile.TemporaryDirectory() as folder:
            secret = Path(folder, "secret")
            secret.write_text(SECRET + "\n")
            secret.chmod(0o600)
            done = relay_cli("token", *FLAGS, "--secret-file", secret, "--lifetime", "1h", "--booking-id", "b7", "--scope", "read",
                             "--scope", "expt", "--audience-string")
            _, claims = opened(done.stdout.strip())
            self.assertEqual((claims["booking_id"], claims["scopes"], claims["aud"]), ("b7", ["read", "expt"], AUDIENCE))
            self.assertEqual(claims["exp"] - claims["iat"], 3600)
            secret.chmod(0o604)
            self.assertIn("chmod", relay_cli("token", *FLAGS, "--secret-file", secret, check=False).stderr)

    def test_the_variables_of_the_old_ssh_tool(self):
        env = {name.replace("RELAY", "JUMP"): value for name, value in OLD.items()}
        _, claims = opened(relay_cli("token", "--for", "jump", env={**env, "JUMP_TOKEN_ROLE": "host"}).stdout.strip())
        self.assertEqual(list(claims), ["topic", "prefix", "scopes", "aud", "exp", "nbf", "iat"])
        self.assertEqual((claims["prefix"], claims["scopes"], claims["nbf"]), ("connect", ["host"], claims["iat"]))
        self.assertEqual(relay_cli("token", "--for", "jump", env=env, check=False).stderr, "JUMP_TOKEN_ROLE not set\n")

    def test_a_secret_is_no_flag_and_its_weakness_is_told_without_it(self):
        done = relay_cli("token", *FLAGS, "--secret", "hush-hush", env=OLD, check=False)
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertIn("RELAY_TOKEN_SECRET", done.stderr)
        self.assertNotIn("hush", done.stderr)
        weak = relay_cli("token", env={**OLD, "RELAY_TOKEN_SECRET": "hush-hush"})
        opened(weak.stdout.strip(), "hush-hush")
        self.assertIn("32 or more", weak.stderr)
        self.assertNotIn("hush", weak.stderr)

    def test_the_bytes_of_a_secret_count_and_not_their_encoding(self):
        secret = b"no UTF-8: \xff\xfe, but a secret all the same"
        env = {name.encode(): value.encode() for name, value in clean_environment(OLD).items()}
        done = subprocess.run([program("relay"), "token"], env={**env, b"RELAY_TOKEN_SECRET": secret}, capture_output=True,
                              timeout=60, check=True)
        data, _, signature = done.stdout.strip().rpartition(b".")
        own = base64.urlsafe_b64encode(hmac.new(secret, data, hashlib.sha256).digest()).rstrip(b"=")
        self.assertEqual(signature, own)

    def test_a_token_that_every_relay_refuses_is_not_made(self):
        done = relay_cli("token", env={**OLD, "RELAY_TOKEN_TOPIC": "x" * 7000}, check=False)
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertIn("8 KiB", done.stderr)

    def test_explaining_a_token(self):
        token = relay_cli("token", env=OLD).stdout.strip()
        told = relay_cli("token", "-", input=token, env={"RELAY_TOKEN_SECRET": SECRET}).stdout
        self.assertIn("signature is of this secret", told)
        self.assertIn("topic     lab", told)
        self.assertIn("topic     lab", relay_cli("token", "--explain", token).stdout)
        forged = relay_cli("token", "-", input=token, env={"RELAY_TOKEN_SECRET": "another secret"}, check=False)
        self.assertEqual(forged.returncode, 1)
        self.assertIn("NOT of this secret", forged.stdout)
        data = base64.urlsafe_b64encode(b'{"alg":"none"}').decode().rstrip("=") + "." + token.split(".")[1]
        unsigned = relay_cli("token", "-", input=data + ".", env={"RELAY_TOKEN_SECRET": SECRET}, check=False)
        self.assertEqual(unsigned.returncode, 1)
        self.assertIn("refused by every relay", unsigned.stdout)
        self.assertEqual(relay_cli("token", "nonsense", check=False).returncode, 1)
        both = relay_cli("token", "--explain", env=OLD)
        self.assertEqual(both.stdout.count("\n"), 1)
        self.assertIn("until", both.stderr)

    def test_the_examples_of_the_documentation_run(self):
        examples = re.findall(r"```sh\n(.*?)```", DOCS.read_text(), re.S)
        self.assertGreater(len(examples), 2)
        with tempfile.TemporaryDirectory() as folder:
            env = clean_environment({"PATH": os.path.dirname(program("relay")) + ":" + os.environ["PATH"]})
            done = subprocess.run(["bash", "-euo", "pipefail", "-c", "umask 077\n" + "\n".join(examples)], cwd=folder, env=env,
                                  capture_output=True, text=True, timeout=60)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            tokens = [line for line in done.stdout.splitlines() if line.startswith("eyJ")]
            self.assertGreater(len(tokens), 2)
            for token in tokens:
                opened(token, Path(folder, "secret").read_text().strip())


if __name__ == "__main__":
    main()
