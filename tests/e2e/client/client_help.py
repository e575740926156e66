#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each command of relay shows an example in its help, and the example does what it shows: it is run as it stands there,
but for the addresses and the port of the relays of this test, in place of those that it names."""
import os
import re
import shutil
import signal
import subprocess
import tempfile
import threading
import unittest

from accesstoken import SECRET, SecuredRelayd, token
from rawws import TEXT, WebSocket
from relay_e2e import SLOWNESS, Relayd, clean_environment, main, program, relay_cli

STEADY = 4.0  # s that a command has to run without complaint, when it is one that does not end


def commands():
    block = relay_cli("--help").stdout.partition("Commands:\n")[2].partition("\n\n")[0]
    return [line.split()[0] for line in block.splitlines()] + ["shell host", "shell client"]


def examples(help_text):
    """The command lines behind "Example:", and the indented ones below "Examples:"."""
    found = re.findall(r"^Example: (.+)$", help_text, re.M)
    for block in re.findall(r"^Examples:\n((?:[ \t]+\S.*\n)+)", help_text, re.M):
        found += [line.strip() for line in block.splitlines()]
    return found


class Help(unittest.TestCase):
    def test_every_command_has_an_example_of_itself(self):
        self.assertGreater(len(commands()), 5)
        for command in commands():
            with self.subTest(command):
                shown = examples(relay_cli(*command.split(), "--help").stdout)
                self.assertTrue(shown, "no example")
                for line in shown:
                    self.assertRegex(line, rf"\brelay {command}\b")

    def test_examples_are_found(self):
        self.assertEqual(examples("Usage\nExample: a b\n\nExamples:\n  c d\n\te | f\n\nOptions:\n  --x\n"), ["a b", "c d", "e | f"])


class Examples(unittest.TestCase):
    def setUp(self):
        self.folder = self.enterContext(tempfile.TemporaryDirectory())
        self.open = self.enterContext(Relayd(["--taps", "on"]))
        self.secured = self.enterContext(SecuredRelayd())
        os.mkdir(os.path.join(self.folder, "bin"))
        os.symlink(program("relay"), os.path.join(self.folder, "bin/relay"))
        self.put("bin/ffplay", "#!/bin/sh\nhead -c 1 >/dev/null\n", 0o755)  # it has seen something, and is content
        self.put("secret", SECRET)
        self.talk()

    def put(self, name, text, mode=0o600):
        path = os.path.join(self.folder, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        os.chmod(path, mode)

    def talk(self):
        """Somebody says something in the topic demo of the open relay, all the time."""
        done = threading.Event()

        def say():
            peer = None
            while not done.wait(0.1):
                try:
                    peer = peer or WebSocket(self.open.port, "/in/demo")
                    peer.send(TEXT, b"hello")
                except OSError:  # kicked by an example
                    peer = None
        thread = threading.Thread(target=say)
        thread.start()
        self.addCleanup(thread.join)
        self.addCleanup(done.set)

    def film(self):
        if not shutil.which("ffmpeg"):
            self.skipTest("ffmpeg is not installed")
        subprocess.run(["ffmpeg", "-v", "error", "-f", "lavfi", "-i", "testsrc=duration=1:size=160x120:rate=25",
                        os.path.join(self.folder, "film.mp4")], check=True, timeout=60)

    def localised(self, line):
        """The example with this test's relays in it, and the tokens that it wants."""
        if "film.mp4" in line:
            self.film()
        access = re.compile(r"https://relay\.example\.org/access(/(session|api/v1/connect)/([\w.-]+))")
        for found in access.finditer(line):
            for name in re.findall(r"--token-file (\S+)", line):
                is_session = found.group(2) == "session"
                self.put(name, token(found.group(3)) if is_session else
                         token(found.group(3), booking_id=None, prefix="connect", scopes=[name.removesuffix(".token")]))
        line = access.sub(lambda found: self.secured.http(found.group(1)), line)
        return re.sub(r"wss?://(relay\.example\.org|127\.0\.0\.1:9999)/", self.open.url("/"), line)

    def run_example(self, line):
        line = self.localised(line)
        env = clean_environment({"RELAY_SERVER": f"ws://127.0.0.1:{self.open.port}", "RELAY_ADMIN_SOCKET": self.open.admin_socket,
                                 "RELAY_HOST_PORT": "0"})
        line = re.sub(r"--listen 127\.0\.0\.1:\d+", "--listen 127.0.0.1:0", line)
        env["PATH"] = os.path.join(self.folder, "bin") + ":" + env["PATH"]
        is_simple = not re.search(r"[|<>&;]", line)
        with tempfile.TemporaryFile() as errors:
            process = subprocess.Popen(["bash", "-c", f"set -o pipefail; {'exec ' if is_simple else ''}{line}"], env=env,
                                       cwd=self.folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors,
                                       start_new_session=True)
            try:
                code = self.outcome(process, is_simple)
            finally:
                if process.poll() is None:
                    os.killpg(process.pid, signal.SIGKILL)
                    process.wait()
            errors.seek(0)
            told = errors.read().decode(errors="replace")
        self.assertEqual(code, 0, f"{line}\n{told}")
        self.assertNotRegex(told, "trying again|error:|cannot", line)

    def outcome(self, process, is_simple):
        try:
            return process.wait((STEADY if is_simple else 20) * SLOWNESS)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGINT)
            return process.wait(15 * SLOWNESS)

    def test_they_do_what_they_show(self):
        for command in commands():
            for line in examples(relay_cli(*command.split(), "--help").stdout):
                with self.subTest(line):
                    self.run_example(line)


if __name__ == "__main__":
    main()
