#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""relayd and relay monitor as services: what the manager is told, and whether their units are sound."""
import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import unittest
from pathlib import Path

from accesstoken import SECRET, SecuredRelayd
from relay_e2e import Relayd, SLOWNESS, clean_environment, free_port, main, program

PACKAGING = Path(__file__).resolve().parents[3] / "packaging"


class Manager:
    """What systemd does with NOTIFY_SOCKET, without systemd."""

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="rl", dir="/tmp")
        self.path = os.path.join(self.folder.name, "notify")
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.socket.bind(self.path)
        self.socket.settimeout(10 * SLOWNESS)
        return self

    def __exit__(self, *_):
        self.socket.close()
        self.folder.cleanup()

    def wait_for(self, word):
        """The first message with this word, as a dict; words of the watchdog before it do not count."""
        while True:
            message = dict(line.split("=", 1) for line in self.socket.recv(4096).decode().splitlines())
            if word in message:
                return message
            if "WATCHDOG" not in message:
                raise AssertionError(f"{message} instead of {word}")


class Notification(unittest.TestCase):
    def test_ready_is_told_once_it_listens(self):
        with Manager() as manager:
            port = free_port()
            relayd = Relayd(env={"NOTIFY_SOCKET": manager.path}, listen=f"127.0.0.1:{port}")
            relayd._wait_for_port = lambda: None  # the word of the manager alone has to do
            with relayd:
                status = manager.wait_for("READY")["STATUS"]
                socket.create_connection(("127.0.0.1", port), 1).close()
                self.assertEqual(status, f"open, listening on ws://127.0.0.1:{port}")

    def test_a_start_that_fails_is_never_ready(self):
        with Manager() as manager, socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            done = subprocess.run([program("relayd"), "--listen", f"127.0.0.1:{taken.getsockname()[1]}", "--admin-socket",
                                   os.path.join(manager.folder.name, "admin.sock")], capture_output=True,
                                  env=clean_environment({"NOTIFY_SOCKET": manager.path}), timeout=20 * SLOWNESS, check=False)
            self.assertEqual(done.returncode, 1)
            manager.socket.setblocking(False)
            with self.assertRaises(BlockingIOError):
                manager.socket.recv(4096)

    def test_reloading_and_stopping_are_told(self):
        with Manager() as manager, Relayd(env={"NOTIFY_SOCKET": manager.path}, config="") as relayd:
            manager.wait_for("READY")
            relayd.send_signal(signal.SIGHUP)
            self.assertGreater(int(manager.wait_for("RELOADING")["MONOTONIC_USEC"]), 0)
            manager.wait_for("READY")
            relayd.send_signal(signal.SIGTERM)
            manager.wait_for("STOPPING")
            self.assertEqual(relayd.stop(), 0)

    def test_the_watchdog_hears_from_it_while_it_runs(self):
        environment = {"WATCHDOG_USEC": "400000"}
        with Manager() as manager, Relayd(env={"NOTIFY_SOCKET": manager.path, **environment}) as relayd:
            manager.wait_for("READY")
            for _ in range(3):
                manager.wait_for("WATCHDOG")
            relayd.send_signal(signal.SIGSTOP)
            manager.socket.settimeout(1)
            with self.assertRaises(TimeoutError):
                for _ in range(100):  # what was under way when it was stopped
                    manager.socket.recv(4096)


class SoundUnit:
    """What holds for each unit: NAME."""

    @classmethod
    def setUpClass(cls):
        if not shutil.which("systemd-analyze"):
            raise unittest.SkipTest("systemd-analyze is not installed")
        folder = tempfile.TemporaryDirectory(prefix="rl", dir="/tmp")
        cls.addClassCleanup(folder.cleanup)
        cls.path = os.path.join(folder.name, cls.NAME)
        template = (PACKAGING / f"{cls.NAME}.in").read_text(encoding="utf-8")
        Path(cls.path).write_text(template.replace("@RELAY_BINDIR@", os.path.dirname(program("relayd"))), encoding="utf-8")

    def named(self):
        """The unit in what systemd says: of a template it looks at an instance."""
        return re.compile(re.escape(self.NAME).replace("@", "@[a-z0-9_-]*"))

    def analyze(self, *arguments):
        done = subprocess.run(["systemd-analyze", *arguments, self.path], capture_output=True, text=True, timeout=60 * SLOWNESS,
                              check=False)
        return done.returncode, done.stdout + done.stderr

    def test_systemd_finds_nothing_wrong(self):
        code, said = self.analyze("verify", "--man=no")
        self.assertEqual((code, [line for line in said.splitlines() if self.named().search(line)]), (0, []), said)

    def test_it_has_few_rights(self):
        code, said = self.analyze("security", "--offline=true", "--no-pager", "--threshold=20")
        exposure = re.search(self.named().pattern + r": ([0-9.]+)", said)
        self.assertTrue(exposure, said)
        self.assertLessEqual(float(exposure.group(1)), 2.0)
        self.assertEqual(code, 0, said)


class ServerUnit(SoundUnit, unittest.TestCase):
    NAME = "relay.service"


class HostUnit(SoundUnit, unittest.TestCase):
    NAME = "relay-host@.service"


class ShellHostUnit(SoundUnit, unittest.TestCase):
    NAME = "relay-shell-host@.service"


class MonitorUnit(SoundUnit, unittest.TestCase):
    NAME = "relay-monitor.service"

    def test_the_monitor_runs_as_its_unit_says(self):
        unit = Path(self.path).read_text(encoding="utf-8")
        words = re.search(r"^ExecStart=(.+)$", unit, re.MULTILINE).group(1).split()
        credential = re.search(r"^LoadCredential=(.+):", unit, re.MULTILINE).group(1)
        port, secret = free_port(), Path(os.path.dirname(self.path), credential)
        secret.write_text(SECRET + "\n", encoding="ascii")
        secret.chmod(0o400)
        address = f"http://127.0.0.1:{port}"
        environment = {"CREDENTIALS_DIRECTORY": os.path.dirname(self.path), "RELAY_MONITOR_AUDIENCE": address,
                       "RELAY_MONITOR_THRESHOLD": "20s", "RELAY_MONITOR_INTERVAL": "20ms"}
        with SecuredRelayd(env={"RELAY_AUDIENCE": address}, listen=f"127.0.0.1:{port}"):
            done = subprocess.run([*words, "--count", "5"], capture_output=True, text=True,
                                  env=clean_environment(environment), timeout=60 * SLOWNESS, check=False)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))


class Sample(unittest.TestCase):
    def test_the_sample_configuration_starts_with_a_secret(self):
        with tempfile.TemporaryDirectory(prefix="rl", dir="/tmp") as credentials:
            secret = Path(credentials, "relay-secret")
            secret.write_text("a secret of this test, which is long\n", encoding="ascii")
            secret.chmod(0o400)
            environment = {"CREDENTIALS_DIRECTORY": credentials, "STATE_DIRECTORY": os.path.join(credentials, "state")}
            with Relayd(["--config", PACKAGING / "relay.conf"], env=environment) as relayd:
                self.assertIn("secured: tokens are asked for, for the audience https://relay.example.org/access",
                              relayd.log())
                self.assertTrue(os.path.isdir(environment["STATE_DIRECTORY"]))


if __name__ == "__main__":
    main()
