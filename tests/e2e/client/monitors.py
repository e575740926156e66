# SPDX-License-Identifier: GPL-3.0-or-later
"""A relay monitor in the background, and what the tests of it share."""
import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

from relay_e2e import SLOWNESS, clean_environment, program, wait_until

FAST = ["--interval", "20ms"]
SANE = ["--threshold", "20s", "--lost-after", "60s"]  # nothing is late on a machine that is only slow


class Monitor:
    """relay monitor --json in the background; ended with the `with`."""

    def __init__(self, *words, env=None):
        self._words, self._env = [str(word) for word in words], env

    def __enter__(self):
        self.output, self.log = tempfile.TemporaryFile(), tempfile.TemporaryFile()
        self.process = subprocess.Popen([program("relay"), "monitor", "--json", *self._words], stdin=subprocess.DEVNULL,
                                        stdout=self.output, stderr=self.log, env=clean_environment(self._env))
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.terminate()
        try:
            self.process.wait(10 * SLOWNESS)
        finally:
            self.output.close()
            self.log.close()

    def events(self, kind=None):
        # Not by seek(): the file is the monitor's as well, and it would go on writing where we have read.
        text = os.pread(self.output.fileno(), 1 << 24, 0)
        events = [json.loads(line) for line in text[:text.rfind(b"\n") + 1].splitlines()]
        return [event for event in events if kind in (None, event["event"])]

    def told(self):
        return os.pread(self.log.fileno(), 1 << 24, 0).decode()

    def wait_for(self, kind, count=1, seconds=20):
        return wait_until(lambda: len(self.events(kind)) >= count and self.events(kind), seconds,
                          f"{count} x {kind}; log: {self.told()}")

    def wait(self, seconds=30):
        return self.process.wait(seconds * SLOWNESS)

    def summary(self):
        return self.events("summary")[-1]


class MonitorTest(unittest.TestCase):
    def setUp(self):
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory(prefix="rl", dir="/tmp")))

    def monitor(self, *words, **options):
        return self.enterContext(Monitor(*words, **options))

    def finished(self, *words, code=0, **options):
        monitor = self.monitor(*words, **options)
        self.assertEqual(monitor.wait(), code, monitor.told())
        return monitor

    def assertGood(self, monitor, count):
        summary = monitor.summary()
        self.assertEqual((summary["sent"], summary["received"], summary["lost"], summary["late"]), (count, count, 0, 0))
        self.assertEqual(monitor.events("alarm"), [])
        self.assertLessEqual(0, summary["minMs"])
        self.assertLessEqual(summary["minMs"], summary["p50Ms"])
        self.assertLessEqual(summary["p50Ms"], summary["maxMs"])

    def command(self):
        """A program for alarms, and the file in which it tells, for each run, what it got."""
        script, record = self.folder / "on alarm", self.folder / "record"
        script.write_text("#!/usr/bin/python3\nimport json, os, sys\n"
                          "blocked = [l.split()[1] for l in open('/proc/self/status') if l.startswith('SigBlk')][0]\n"
                          "print('said by the command', flush=True)\n"
                          "with open(sys.argv[1], 'a') as f:\n"
                          "    f.write(json.dumps({'environment': dict(os.environ), 'blocked': blocked}) + '\\n')\n",
                          encoding="utf-8")
        script.chmod(0o700)
        return f'"{script}" {record}', record

    @staticmethod
    def runs(record):
        return [json.loads(line) for line in record.read_text().splitlines()] if record.exists() else []
