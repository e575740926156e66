# SPDX-License-Identifier: GPL-3.0-or-later
"""The relay command in the background, and what it tells."""
import json
import os
import subprocess
import tempfile
import unittest

from relay_e2e import SLOWNESS, clean_environment, program, wait_until


class Relay:
    """The relay command in the background; ended with the `with`."""

    def __init__(self, *words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=None):
        self._words = [str(word) for word in words]
        self._stdin, self._stdout, self._env = stdin, stdout, env

    def __enter__(self):
        self.errors = tempfile.TemporaryFile()
        self.process = subprocess.Popen([program("relay"), *self._words], stdin=self._stdin, stdout=self._stdout,
                                        stderr=self.errors, env=clean_environment(self._env))
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.terminate()
        self.process.wait(10 * SLOWNESS)
        for stream in (self.process.stdin, self.process.stdout, self.errors):
            if stream:
                stream.close()

    def say(self, text):
        self.process.stdin.write(text)
        self.process.stdin.flush()

    def wait(self, seconds=20):
        return self.process.wait(seconds * SLOWNESS)

    def told(self):
        # Not by seek(): the command shares the offset, and would go on writing from where we read.
        return os.pread(self.errors.fileno(), 1 << 24, 0).decode()

    def events(self):
        return [json.loads(line) for line in self.told().splitlines(keepends=True) if line.endswith("\n")]

    def wait_for(self, event, count=1, seconds=15):
        wait_until(lambda: sum(e["event"] == event for e in self.events()) >= count, seconds, f"{count} x {event}")


class WatchCase(unittest.TestCase):
    """Tests of relay watch, which never tells the token."""
    SECRET = "ey.a-secret.token"

    def watch(self, *words, env=None):
        env = {"RELAY_TOKEN": self.SECRET} if env is None else env
        watch = self.enterContext(Relay("watch", *words, "--json", env=env, stdin=subprocess.DEVNULL))
        self.addCleanup(lambda: self.assertNotIn(self.SECRET, watch.told()))
        return watch
