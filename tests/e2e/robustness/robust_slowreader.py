# SPDX-License-Identifier: GPL-3.0-or-later
"""A reader that stopped: the others lose nothing, memory stays bounded, and what it lost is counted."""
import contextlib
import json
import os
import random
import re
import signal
import subprocess
import sys
import time
import unittest

from rawws import BINARY, TEXT, WebSocket
from relay_e2e import Relayd, SLOWNESS, is_sanitized, main, wait_until

MEGABYTE = 1 << 20
BUDGET = MEGABYTE  # of bytes that may wait for one reader, by default


class StoppableReader:
    def __init__(self, relayd, path):
        self.process = subprocess.Popen([sys.executable, os.path.join(os.path.dirname(__file__), "slowreader.py"),
                                         str(relayd.port), path], stdout=subprocess.PIPE, text=True)
        if self.process.stdout.readline() != "ready\n":
            raise AssertionError("the reader did not connect")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()

    def stop(self):
        self.process.send_signal(signal.SIGSTOP)
        wait_until(lambda: self._state() == "T", 5, "a stopped reader")

    def go_on(self):
        self.process.send_signal(signal.SIGCONT)

    def counted(self):
        return json.loads(self.process.stdout.readline())

    def _state(self):
        with open(f"/proc/{self.process.pid}/stat", encoding="ascii") as stat:
            return stat.read().rpartition(")")[2].split()[0]


def numbered(number, size):
    return number.to_bytes(8, "big") + bytes(size - 8)


class Pump:
    """A sender and readers in lock step: a window is sent only when all have the last one, so that nobody may lose."""

    def __init__(self, relayd, path, readers, window):
        self.sender = WebSocket(relayd.port, path)
        self.readers = [WebSocket(relayd.port, path) for _ in range(readers)]
        self.window = window
        self.number = 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for peer in [self.sender, *self.readers]:
            peer.socket.close()

    def run(self, messages, size):
        for _ in range(messages // self.window):
            payloads = [numbered(self.number + i, size) for i in range(self.window)]
            for payload in payloads:
                self.sender.send(BINARY, payload)
            for reader in self.readers:
                for payload in payloads:
                    if reader.message() != (BINARY, payload):
                        raise AssertionError(f"message {self.number} or one of the {self.window} after it went astray")
            self.number += self.window

    def everybody_said(self, text):
        self.sender.send(TEXT, text)
        return all(reader.message() == (TEXT, text) for reader in self.readers)


class SlowReader(unittest.TestCase):
    def check(self, messages, size, window, bound, readers=3):
        with Relayd() as relayd, Pump(relayd, "/bi/x", readers=readers, window=window) as pump, \
                StoppableReader(relayd, "/bi/x") as slow:
            pump.run(20 * window, size)
            slow.stop()
            pump.run(20 * window, size)
            before, largest = relayd.rss(), 0
            for _ in range(20):
                pump.run(messages // 20, size)
                largest = max(largest, relayd.rss())
            grown = largest - before
            slow.go_on()
            lost = self.collect(relayd, pump, slow)
            print(f"{pump.number} messages of {size} B, {lost} lost by the stopped reader, memory grew by {grown / 1024:.0f} KiB")
            if not is_sanitized():
                self.assertLess(grown, bound)
            return lost, pump.number

    def collect(self, relayd, pump, slow):
        """Waits until the reader has caught up; returns how many it lost, which relayd must have counted as well."""
        time.sleep(0.5 * SLOWNESS)
        self.assertTrue(pump.everybody_said(b"count"))
        got = slow.counted()
        numbers = [number for number, _ in got]
        self.assertEqual(numbers, sorted(set(numbers)), "out of order or twice")
        lost = pump.number - len(numbers)
        self.assertEqual(self.counted_by(relayd), lost, "relayd counts otherwise")
        # It is served again as before.
        pump.run(pump.window, 1000)
        self.assertTrue(pump.everybody_said(b"count"))
        self.assertEqual(len(slow.counted()), len(numbers) + pump.window)
        return lost

    def counted_by(self, relayd):
        """The sum over the episodes in its log. Each episode is told twice: at its start and, with the count, at its end."""
        episodes = re.findall(r"caught up after (\d+) dropped", relayd.log())
        self.assertEqual(len(re.findall("reads too slowly", relayd.log())), len(episodes))
        self.assertLessEqual(len(episodes), 3, "a line for each message instead of each episode")
        return sum(map(int, episodes))

    def test_200_megabytes_past_a_stopped_reader(self):
        lost, sent = self.check(messages=12800, size=16384, window=16, bound=BUDGET + 4 * MEGABYTE)
        self.assertGreater(lost, sent // 2)

    def test_many_small_passes_past_a_stopped_reader(self):
        # One small message a pass: what waits must not hold the large buffers of their passes.
        lost, _ = self.check(messages=40000, size=100, window=1, bound=BUDGET + MEGABYTE, readers=1)
        self.assertGreater(lost, 0, "all of it fitted into the kernel's buffers, which proves nothing")

    def test_a_video_past_a_stopped_viewer(self):
        with Relayd() as relayd, WebSocket(relayd.port, "/out/x") as viewer, StoppableReader(relayd, "/out/x") as slow, \
                WebSocket(relayd.port, "/in/x") as sender:
            slow.stop()
            before, largest = relayd.rss(), 0
            for number in range(3000):
                payload = numbered(number, 30000 + random.Random(number).randrange(20000))
                sender.send(BINARY, payload)
                self.assertEqual(viewer.message(), (BINARY, payload))
                if number == 200:
                    before = relayd.rss()
                largest = max(largest, relayd.rss() if number > 200 and number % 100 == 0 else 0)
            self.assertLess(largest - before, BUDGET + 4 * MEGABYTE)
            slow.go_on()
            time.sleep(0.5 * SLOWNESS)
            sender.send(TEXT, b"count")
            got = slow.counted()
            for number, size in got:
                self.assertEqual(size, 30000 + random.Random(number).randrange(20000), "a message was cut")
            self.assertEqual([n for n, _ in got], sorted({n for n, _ in got}))
            self.assertLess(len(got), 3000)

    def test_a_reader_slower_than_its_video_gets_whole_messages_and_stays(self):
        with Relayd() as relayd, WebSocket(relayd.port, "/bi/x") as sender, \
                WebSocket(relayd.port, "/bi/x", receive_buffer=16384) as slow:
            got = []
            for number in range(400):
                sender.send(BINARY, numbered(number, 65536))
                if number % 8 == 0:
                    opcode, payload = slow.message()
                    self.assertEqual((opcode, len(payload)), (BINARY, 65536))
                    got.append(int.from_bytes(payload[:8], "big"))
            slow.socket.settimeout(1.0 * SLOWNESS)  # all that waited has come when nothing comes any more
            with contextlib.suppress(TimeoutError):
                while True:
                    opcode, payload = slow.message()
                    self.assertEqual((opcode, len(payload)), (BINARY, 65536))
                    got.append(int.from_bytes(payload[:8], "big"))
            sender.send(TEXT, b"still there")
            self.assertEqual(slow.message(), (TEXT, b"still there"))
            self.assertEqual(got, sorted(set(got)))
            self.assertLess(len(got), 400)


if __name__ == "__main__":
    main()
