# SPDX-License-Identifier: GPL-3.0-or-later
"""What a relayd remembers and tells of itself, over its socket and by `relay admin`."""
import json
import os
import subprocess
import tempfile
import threading
import time
import unittest

import rawws
from adminwire import AdminError, AdminWire
from relay_e2e import Relayd, clean_environment, main, program, wait_until
from wspeer import connect


def objects(result):
    return [dict(zip(result["columns"], row)) for row in result["rows"]]


def as_json(relayd, *words, **options):
    return json.loads(relayd.relay("--json", *words, **options).stdout)


class Figures(unittest.TestCase):
    def test_history_has_what_was_sent(self):
        with Relayd() as relayd, connect(relayd.url("/in/x")) as camera, connect(relayd.url("/out/x")), \
                AdminWire(relayd.admin_socket) as admin:
            self.assertIn("history", admin.hello["params"]["features"])
            stop = threading.Event()

            def film():
                while not stop.wait(0.02):
                    camera.send(b"x" * 2000)

            filming = threading.Thread(target=film)
            filming.start()
            try:
                def known():
                    rows = admin.call("stats.history", series="topic:/out/x", range="5m")["rows"]
                    sent = [row for row in rows if row and row[0] > 0]
                    return sent if len(sent) >= 3 else None
                rows = wait_until(known, seconds=15)
            finally:
                stop.set()
                filming.join()
            for in_rate, out_rate, dropped, connections in rows[1:]:
                self.assertTrue(10_000 < in_rate < 200_000, rows)
                self.assertTrue(10_000 < out_rate < 200_000, rows)
                self.assertEqual((dropped, connections), (0, 2))
            table = relayd.relay("history", "/out/x").stdout
            self.assertIn("topic:/out/x", table)
            self.assertGreater(len(table.splitlines()), 4)
            both = as_json(relayd, "history", "totals", "/out/x", "--range", "24h")["histories"]
            self.assertEqual([(one["series"], len(one["rows"])) for one in both],
                             [("totals", 720), ("topic:/out/x", 720)])

    def test_closed_connections_page_and_filter(self):
        with Relayd() as relayd, AdminWire(relayd.admin_socket) as admin:
            for i in range(7):
                with connect(relayd.url(f"/bi/{'even' if i % 2 == 0 else 'odd'}")):
                    pass
            wait_until(lambda: len(admin.call("connections.closed")["rows"]) == 7)
            page, cursor, ids = None, None, []
            while page is None or cursor:
                page = admin.call("connections.closed", filter="topic:even", limit=2, **({"cursor": cursor} if cursor else {}))
                cursor = page.get("cursor")
                ids += [row["id"] for row in objects(page)]
            self.assertEqual(len(ids), 4)
            self.assertEqual(ids, sorted(ids, reverse=True))
            closed = as_json(relayd, "closed", "--filter", "odd", "--count", "2")
            self.assertEqual([row["topic"] for row in closed], ["/bi/odd", "/bi/odd"])
            self.assertTrue(all(row["code"] and row["closedAt"] for row in closed), closed)

    def test_events_orders_and_their_streams(self):
        with Relayd() as relayd, AdminWire(relayd.admin_socket) as admin:
            for name in ("events", "audit"):
                admin.call("subscribe", sub=name, stream=name)
            follower = subprocess.Popen([program("relay"), "admin", "--json", "events", "--follow", "--count", "2"],
                                        env=clean_environment({"RELAY_ADMIN_SOCKET": relayd.admin_socket}),
                                        stdout=subprocess.PIPE, text=True)
            try:
                wait_until(lambda: admin.call("server.info")["sessions"] == 2)
                time.sleep(0.3)  # and its subscription
                with connect(relayd.url("/bi/demo")):
                    told = {}
                    while "event" not in told:
                        note = admin.notification()
                        told.setdefault(note["method"], note["params"])
                    self.assertEqual((told["event"]["code"], told["event"]["data"]["topic"]), ("topic-opened", "/bi/demo"))
                    wait_until(lambda: len(relayd.connections()) == 1)
                    relayd.relay("kick", relayd.connections()[0]["id"], "--reason", "enough")
                    while "audit" not in told:
                        note = admin.notification()
                        told.setdefault(note["method"], note["params"])
                self.assertEqual(told["audit"]["action"], "connections.kick")
                self.assertEqual((told["audit"]["reason"], told["audit"]["uid"]), ("enough", os.getuid()))
                lines = [json.loads(line) for line in follower.communicate(timeout=20)[0].splitlines()]
                self.assertEqual([line["code"] for line in lines], ["topic-opened", "kick"])
            finally:
                follower.kill()
                follower.wait()
            wait_until(lambda: {"kick", "topic-closed"} <= {event["code"] for event in as_json(relayd, "events")})
            self.assertEqual(as_json(relayd, "audit")[-1]["client"], "relay")
            self.assertIn("connections.kick", relayd.relay("audit").stdout)

    def test_a_slow_reader_is_an_event(self):
        with Relayd(["--queue-bytes", "64K"]) as relayd, connect(relayd.url("/in/x")) as camera, \
                AdminWire(relayd.admin_socket) as admin, rawws.WebSocket(relayd.port, "/out/x"):  # which never reads
            def film():
                for _ in range(20):
                    camera.send(b"x" * 200_000)
                return {event["code"] for event in objects(admin.call("events.list"))} & {"dropping", "slow-reader"}
            self.assertTrue(wait_until(film, seconds=15))

    def test_alerts_are_set_raised_cleared_and_kept(self):
        with tempfile.TemporaryDirectory() as directory:
            rules = [{"id": "many", "metric": "connections", "above": 1, "forMs": 0, "enabled": True}]
            path = os.path.join(directory, "rules.json")
            with open(path, "w", encoding="utf-8") as file:
                json.dump(rules, file)
            with Relayd(["--state-dir", directory]) as relayd, AdminWire(relayd.admin_socket) as admin:
                admin.call("subscribe", sub="a", stream="alerts")
                self.assertIn("1 rules are in force", relayd.relay("alerts", "set", path).stdout)
                told = admin.notification()
                self.assertEqual((told["method"], told["params"]["rules"]), ("alertRules", rules))
                with connect(relayd.url("/bi/a")), connect(relayd.url("/bi/a")):
                    told = admin.notification()["params"]
                    self.assertEqual((told["id"], told["state"], told["value"]), ("many", "raised", 2))
                    self.assertEqual(as_json(relayd, "alerts")["active"][0]["id"], "many")
                told = admin.notification()["params"]
                self.assertEqual((told["id"], told["state"]), ("many", "cleared"))
                with self.assertRaises(AdminError) as wrong:
                    admin.call("alerts.set", rules=rules + [{"id": "x", "metric": "moon", "above": 1}])
                self.assertIn("Rule 2", str(wrong.exception))
            with Relayd(["--state-dir", directory]) as relayd:
                self.assertEqual(as_json(relayd, "alerts")["rules"], rules)

    def test_refused_clients_are_events(self):
        with Relayd(["--allow-origin", "https://lab.example.org"]) as relayd, AdminWire(relayd.admin_socket) as admin:
            time.sleep(1.2)  # what was refused before the first look is no news
            for _ in range(5):
                with self.assertRaises(Exception):
                    connect(relayd.url("/bi/a"), origin="https://evil.example.org").close()

            def refused():
                return [event for event in objects(admin.call("events.list")) if event["code"] == "refused"]
            events = wait_until(refused, seconds=10)
            self.assertEqual(events[0]["level"], "warning")


class Setup(unittest.TestCase):
    def test_the_configuration_is_told_without_secrets(self):
        secret = "a-very-long-secret-of-this-test-0123456789"
        with tempfile.TemporaryDirectory() as directory, \
                Relayd(["--state-dir", directory, "--audience", "https://lab.example.org"],
                       env={"RELAY_SECRET": secret}) as relayd:
            text = relayd.relay("--json", "config").stdout
            self.assertNotIn(secret, text)
            options = {option["name"]: option for option in json.loads(text)["options"]}
            self.assertEqual((options["secret"]["value"], options["secret"]["from"]), ("(set)", "RELAY_SECRET"))
            self.assertEqual(options["audience"]["from"], "--audience")
            self.assertEqual(options["workers"]["from"], "default")
            route = as_json(relayd, "test", "demo")
            self.assertEqual((route["mode"], route["exists"], route["kind"]), ("secured", False, "data"))
            self.assertIn("token", route["needed"])

    def test_reload_says_what_came_of_it(self):
        with tempfile.TemporaryDirectory() as directory:
            config = os.path.join(directory, "relay.conf")

            def write(text):
                with open(config, "w", encoding="utf-8") as file:
                    file.write(text)
            write('log_level = "info"\n')
            with Relayd(["--config", config]) as relayd:
                write('log_level = "debug"\nworkers = 7\n')
                said = as_json(relayd, "reload")["said"]
                self.assertTrue(any("restart" in line and "workers" in line for line in said), said)
                options = {option["name"]: option["value"] for option in as_json(relayd, "config")["options"]}
                self.assertEqual(options["log-level"], "debug")
                self.assertNotEqual(options["workers"], "7")  # which is not in force
                write("no_such_option = 4\n")
                done = relayd.relay("reload", check=False)
                self.assertEqual(done.returncode, 1)
                self.assertIn("no_such_option", done.stderr)
                self.assertIn("reload", {event["code"] for event in as_json(relayd, "events")})

    def test_a_category_gets_a_level_of_its_own(self):
        with Relayd(["--log-level", "error"]) as relayd:
            relayd.relay("kick", "1", check=False)
            self.assertNotIn("relay.audit", relayd.log())
            relayd.relay("log", "relay.audit", "info")
            relayd.relay("kick", "1", check=False)
            wait_until(lambda: "relay.audit: connections.kick" in relayd.log())
            relayd.relay("log", "relay.audit", "default")
            before = relayd.log().count("relay.audit")
            relayd.relay("kick", "1", check=False)
            self.assertEqual(relayd.log().count("relay.audit"), before)
            for words in (("relay audit", "info"), ("relay.audit", "loud"), ("relay.audit",)):
                self.assertNotEqual(relayd.relay("log", *words, check=False).returncode, 0)

    def test_a_topic_is_tried_out(self):
        with Relayd(["--topic-kind", "/bi/*-shell=stream"]) as relayd, connect(relayd.url("/bi/a-shell")):
            wait_until(lambda: len(relayd.connections()) == 1)
            route = as_json(relayd, "test", "/bi/a-shell")
            self.assertEqual((route["exists"], route["kind"], route["rule"]), (True, "stream", "/bi/*-shell"))
            self.assertEqual(route["subscriberIds"], [relayd.connections()[0]["id"]])
            self.assertIsNone(as_json(relayd, "test", "/bi/other")["rule"])
            self.assertIn("by the rule", relayd.relay("test", "/bi/a-shell").stdout)

    def test_viewers_do_not_see_the_configuration(self):
        with Relayd() as relayd, AdminWire(relayd.admin_socket, open_session=False) as admin:
            admin.call("session.open", protocol="relay-admin/1", role="viewer")
            for method in ("config.get", "server.reload"):
                with self.assertRaises(AdminError) as refused:
                    admin.call(method)
                self.assertEqual(refused.exception.kind, "NotPermitted")
            self.assertEqual([row["isRefused"] for row in objects(admin.call("audit.list"))], [True, True])


if __name__ == "__main__":
    main()
