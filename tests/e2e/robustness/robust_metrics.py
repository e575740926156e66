#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What /metrics says of messages, as it comes out of the workers: how many were delivered, how fast, how it ended."""
import re
import struct
import time
import unittest
import urllib.request

from rawws import BINARY, CLOSE, TEXT, WebSocket
from relay_e2e import Relayd, main, wait_until


class Metrics(unittest.TestCase):
    def setUp(self):
        self.relayd = self.enterContext(Relayd(["--workers", "2"]))

    def text(self):
        with urllib.request.urlopen(self.relayd.http("/metrics"), timeout=10) as answer:
            return answer.read().decode()

    def value(self, name):
        return float(re.search(rf"^{re.escape(name)} (\S+)$", self.text(), re.MULTILINE).group(1))

    def test_each_delivery_is_counted_and_timed(self):
        with WebSocket(self.relayd.port, "/one") as sender, WebSocket(self.relayd.port, "/one") as reader, \
                WebSocket(self.relayd.port, "/one") as other:
            wait_until(lambda: self.value('relay_connections{kind="ws"}') == 3, what="all to be there")
            begin = time.monotonic()
            for i in range(100):
                sender.send(BINARY, struct.pack(">I", i))
                for peer in (reader, other):
                    self.assertEqual(peer.message(), (BINARY, struct.pack(">I", i)))
            spent = time.monotonic() - begin
            wait_until(lambda: self.value("relay_delivery_seconds_count") == 200, what="200 deliveries")
            total = self.value("relay_delivery_seconds_sum")
            self.assertGreater(total, 0)
            self.assertLessEqual(total, 2 * spent)  # two readers in each pass
            time.sleep(1)
            self.assertEqual(self.value("relay_delivery_seconds_count"), 200)
            self.assertEqual(self.value("relay_delivery_seconds_sum"), total)

    def test_messages_behind_the_handshake_are_timed_from_when_they_were_read(self):
        time.sleep(0.5)  # since the worker did anything
        with WebSocket(self.relayd.port, "/two") as reader:
            with WebSocket(self.relayd.port, "/two") as sender:
                sender.send(TEXT, b"hello")
                self.assertEqual(reader.message(), (TEXT, b"hello"))
            wait_until(lambda: self.value("relay_delivery_seconds_count") == 1, what="the delivery")
            self.assertLess(self.value("relay_delivery_seconds_sum"), 0.4)

    def test_ends_are_counted_by_code(self):
        for code in (1000, 4999):
            with WebSocket(self.relayd.port, "/three") as peer:
                peer.send(CLOSE, struct.pack(">H", code))
                self.assertEqual(peer.close_code(), code)
        wait_until(lambda: self.value('relay_connections_closed_total{code="1000"}') == 1, what="the first end")
        wait_until(lambda: self.value('relay_connections_closed_total{code="other"}') == 1, what="the second end")


if __name__ == "__main__":
    main()
