# SPDX-License-Identifier: GPL-3.0-or-later
"""`relay admin` sees the real clients of a real relayd, and fails in clear words."""
import json
import os
import tempfile
import unittest

from relay_e2e import Relayd, main, relay_cli, wait_until
from wspeer import connect


class Cli(unittest.TestCase):
    def test_connections_have_topic_role_and_facts(self):
        with Relayd() as relayd, \
                connect(relayd.url("/in/demo"), extra_headers={"User-Agent": "camera/1"}) as camera, \
                connect(relayd.url("/out/demo")), connect(relayd.url("/bi/chat")):
            rows = wait_until(lambda: (lambda got: got if len(got) == 3 else None)(relayd.connections()), what="three rows")
            by_path = {row["path"]: row for row in rows}
            self.assertEqual(by_path["/in/demo"]["topic"], "/out/demo")
            self.assertEqual(by_path["/in/demo"]["role"], "publisher")
            self.assertEqual(by_path["/in/demo"]["userAgent"], "camera/1")
            self.assertEqual(by_path["/out/demo"]["topic"], "/out/demo")
            self.assertEqual(by_path["/out/demo"]["role"], "subscriber")
            self.assertEqual(by_path["/bi/chat"]["topic"], "/bi/chat")
            self.assertEqual(by_path["/bi/chat"]["role"], "both")
            for row in rows:
                self.assertEqual(row["transport"], "ws")
                self.assertTrue(row["address"].startswith("127.0.0.1:"), row["address"])
                self.assertGreater(row["openedAt"], 1_700_000_000_000)
            self.assertEqual(len({row["id"] for row in rows}), 3)
            address = "%s:%d" % camera.local_address[:2]
            self.assertEqual(by_path["/in/demo"]["address"], address)

    def test_numbers_are_those_of_the_traffic(self):
        with Relayd() as relayd, connect(relayd.url("/in/demo")) as camera, connect(relayd.url("/out/demo")) as viewer:
            for size in (10, 100, 1000):
                camera.send(b"x" * size)
            for _ in range(3):
                viewer.recv(5)
            rows = wait_until(lambda: [row for row in relayd.connections() if row["inMessages"] == 3], what="counted")
            self.assertEqual(rows[0]["inBytes"], 1110)
            viewer_row = [row for row in relayd.connections() if row["role"] == "subscriber"][0]
            self.assertEqual((viewer_row["outMessages"], viewer_row["outBytes"]), (3, 1110))
            topics = json.loads(relayd.relay("--json", "topics").stdout)
            self.assertEqual([(t["id"], t["publishers"], t["subscribers"]) for t in topics], [("/out/demo", 1, 1)])

    def test_closed_connections_leave(self):
        with Relayd() as relayd:
            with connect(relayd.url("/bi/x")):
                wait_until(lambda: len(relayd.connections()) == 1)
            wait_until(lambda: relayd.connections() == [])

    def test_tables_filter_and_info(self):
        with Relayd() as relayd, connect(relayd.url("/in/demo")), connect(relayd.url("/bi/z\u00fcrich")):
            wait_until(lambda: len(relayd.connections()) == 2)
            table = relayd.relay("connections").stdout.splitlines()
            self.assertTrue(table[0].split()[:3] == ["ID", "TOPIC", "ROLE"], table[0])
            self.assertEqual(len(table), 3)
            self.assertIn("z\u00fcrich", "\n".join(table))
            only = json.loads(relayd.relay("--json", "connections", "--filter", "role:publisher").stdout)
            self.assertEqual([row["path"] for row in only], ["/in/demo"])
            info = json.loads(relayd.relay("--json", "info").stdout)
            self.assertEqual(info["pid"], relayd.pid)
            self.assertIn(f"ws://127.0.0.1:{relayd.port}", info["listening"])
            self.assertIn(str(relayd.pid), relayd.relay("info").stdout)

    def test_watch_follows(self):
        with Relayd() as relayd, connect(relayd.url("/bi/x")):
            wait_until(lambda: len(relayd.connections()) == 1)
            lines = [json.loads(line) for line in relayd.relay("--json", "watch", "--count", "2").stdout.splitlines()]
            self.assertEqual([line["connections"] for line in lines], [1, 1])
            self.assertGreater(lines[1]["uptimeMs"], lines[0]["uptimeMs"])

    def test_errors_say_what_to_do(self):
        with tempfile.TemporaryDirectory() as empty:
            named = relay_cli("admin", "--socket", f"{empty}/none.sock", "connections", check=False)
            self.assertEqual(named.returncode, 1)
            self.assertIn(f"{empty}/none.sock", named.stderr)
            searched = relay_cli("admin", "connections", env={"XDG_RUNTIME_DIR": empty, "HOME": empty}, check=False)
            if not os.path.exists("/run/relay/admin.sock"):
                self.assertEqual(searched.returncode, 1)
                self.assertIn(f"{empty}/relay/admin.sock", searched.stderr)
        self.assertEqual(relay_cli("admin", "fly", check=False).returncode, 2)
        unknown = relay_cli("fly", check=False)
        self.assertEqual(unknown.returncode, 2)
        self.assertRegex(unknown.stderr, r"There are: .*\badmin\b")

    def test_the_variable_names_the_socket(self):
        with Relayd() as relayd:
            done = relay_cli("admin", "--json", "connections", env={"RELAY_ADMIN_SOCKET": relayd.admin_socket})
            self.assertEqual(json.loads(done.stdout), [])


if __name__ == "__main__":
    main()
