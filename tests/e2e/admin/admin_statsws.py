# SPDX-License-Identifier: GPL-3.0-or-later
"""The statistics websocket /ws answers any message in crossbar's form: one object a message."""
import json
import re
import unittest
from datetime import datetime, timezone

from relay_e2e import Relayd, main, wait_until
from wspeer import connect

DURATION = re.compile(r"^(?:\d+h)?(?:\d+m)?(?:\d+(?:\.\d+)?(?:s|ms))$")


class StatsWebsocket(unittest.TestCase):
    def test_one_object_for_each_connection(self):
        with Relayd() as relayd, connect(relayd.url("/in/demo"), extra_headers={"User-Agent": "camera/1"}) as camera, \
                connect(relayd.url("/out/demo")) as viewer, connect(relayd.url("/ws")) as stats:
            for _ in range(4):
                camera.send(b"x" * 101)
                viewer.recv(5)
            wait_until(lambda: [row for row in relayd.connections() if row["outMessages"] == 4], what="counted")
            mine = [entry for entry in self._all(stats) if entry["topic"] == "/out/demo"]
            self.assertEqual(len(mine), 2)
            by_right = {entry["broadcaster"]: entry for entry in mine}
            self._check_camera(by_right[True], camera)
            self.assertEqual(by_right[False]["stats"]["tx"], {"last": "Never", "size": 0, "fps": 0})
            self.assertEqual(by_right[False]["stats"]["rx"]["size"], 101)
            self.assertFalse(by_right[False]["canWrite"])

    def _all(self, stats):
        """All messages of one report; nothing tells their number, so until it is quiet."""
        stats.send("-")
        entries = []
        try:
            while True:
                entries.append(json.loads(stats.recv(1 if entries else 5)))
        except TimeoutError:
            return entries

    def _check_camera(self, entry, camera):
        self.assertTrue(entry["canRead"] and entry["canWrite"])
        self.assertEqual(entry["userAgent"], "camera/1")
        self.assertEqual(entry["remoteAddr"], "%s:%d" % camera.local_address[:2])
        connected = datetime.strptime(entry["connected"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=timezone.utc)
        self.assertLess(abs((datetime.now(timezone.utc) - connected).total_seconds()), 60)
        sent = entry["stats"]["tx"]
        self.assertRegex(sent["last"], DURATION)
        self.assertEqual(sent["size"], 101)
        self.assertGreater(sent["fps"], 0)
        self.assertEqual(entry["stats"]["rx"]["last"], "Never")

    def test_any_message_asks_again(self):
        with Relayd() as relayd, connect(relayd.url("/bi/x")), connect(relayd.url("/ws")) as stats:
            wait_until(lambda: [row for row in relayd.connections() if row["path"] == "/bi/x"])
            for question in ("-", '{"cmd":"update"}', b"\x00"):
                stats.send(question)
                self.assertIn("topic", json.loads(stats.recv(5)))


if __name__ == "__main__":
    main()
