# SPDX-License-Identifier: GPL-3.0-or-later
"""What operators do to many at once: paced kicks that can be looked at before and stopped, holds, denied addresses, undo."""
import http.client
import json
import tempfile
import time
import unittest

import websockets
from accesstoken import SecuredRelayd, token
from adminwire import AdminError, AdminWire
from relay_e2e import Relayd, SLOWNESS, main, wait_until
from shells import ShellRelayd, shell_token
from websockets.exceptions import ConnectionClosed
from wspeer import connect

BEHIND_PROXY = ("--trusted-proxy", "127.0.0.1")


def close_of(peer):
    """Code and reason with which the relay closed this peer."""
    try:
        while True:
            peer.recv(10)
    except ConnectionClosed as closed:
        return closed.rcvd.code, closed.rcvd.reason


def connect_from(relayd, address, path):
    return connect(relayd.url(path), extra_headers={"X-Forwarded-For": address})


def refusal_of(relayd, path, method="GET", address=None, headers=()):
    """Status, body and headers of a handshake, or of a POST, that is not let in."""
    link = http.client.HTTPConnection("127.0.0.1", relayd.port, timeout=20)
    try:
        fields = {"X-Forwarded-For": address} if address else {}
        if method == "GET":
            fields.update({"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13",
                           "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ=="})
        link.request(method, path, headers={**fields, **dict(headers)}, body=None if method == "GET" else b"")
        answer = link.getresponse()
        return answer.status, answer.read(), {name.lower(): value for name, value in answer.getheaders()}
    finally:
        link.close()


def counted(relayd, reason):
    link = http.client.HTTPConnection("127.0.0.1", relayd.port, timeout=20)
    try:
        link.request("GET", "/metrics")
        for line in link.getresponse().read().decode().splitlines():
            if line.startswith("relay_auth_failures_total") and f'"{reason}"' in line:
                return int(float(line.split()[-1]))
        return 0
    finally:
        link.close()


class PacedKicks(unittest.TestCase):
    def test_a_look_then_a_kick_at_a_pace(self):
        with Relayd() as relayd, connect(relayd.url("/bi/other")) as other, AdminWire(relayd.admin_socket) as admin:
            peers = [connect(relayd.url("/bi/crowd")) for _ in range(30)]
            wait_until(lambda: len(relayd.connections()) == 31)
            preview = admin.call("connections.kick", filter="topic:crowd", dryRun=True)
            self.assertEqual([preview[name] for name in ("count", "topics", "bookings", "addresses")], [30, 1, 0, 1])
            self.assertEqual(len(preview["sample"]["rows"]), 10)
            with self.assertRaises(AdminError) as wrong:
                admin.call("connections.kick", filter="topic:crowd", expectCount=29, perSecond=20)
            self.assertEqual(wrong.exception.kind, "Conflict")
            for filter_text in ("", "   "):
                with self.assertRaises(AdminError) as empty:
                    admin.call("connections.kick", filter=filter_text, expectCount=31)
                self.assertEqual(empty.exception.kind, "InvalidParams")
            self.assertEqual(len(relayd.connections()), 31)
            admin.call("subscribe", sub="j", stream="jobs")
            begun = time.monotonic()
            started = admin.call("connections.kick", filter="topic:crowd", expectCount=30, perSecond=20, reason="closing")
            self.assertEqual(started["total"], 30)
            progress = []
            while not progress or progress[-1]["state"] == "running":
                notice = admin.notification()
                if notice["method"] == "job":
                    progress.append(notice["params"])
            self.assertGreater(time.monotonic() - begun, 1.2)  # 30 at 20 a second, the first at once
            self.assertEqual((progress[-1]["state"], progress[-1]["done"], progress[-1]["gone"]), ("done", 30, 0))
            self.assertEqual(sorted(p["done"] for p in progress), [p["done"] for p in progress])
            told = admin.call("events.list")
            of_job = [row[told["columns"].index("data")] for row in told["rows"]][-1]
            self.assertEqual({name: of_job[name] for name in ("kind", "state", "targetKind", "targetName", "done", "total", "gone")},
                             {"kind": "kick", "state": "done", "targetKind": "filter", "targetName": "topic:crowd",
                              "done": 30, "total": 30, "gone": 0})
            self.assertEqual({close_of(peer) for peer in peers}, {(4000, "closing")})
            other.send("still here")
            wait_until(lambda: [row["topic"] for row in relayd.connections()] == ["/bi/other"])

    def test_a_job_is_stopped_and_what_left_by_itself_is_not_counted(self):
        with Relayd() as relayd, AdminWire(relayd.admin_socket) as admin:
            peers = [connect(relayd.url("/bi/crowd")) for _ in range(20)]
            rows = wait_until(lambda: (lambda got: got if len(got) == 20 else None)(relayd.connections()))
            first = min(row["id"] for row in rows)
            said = relayd.relay("kick", "--filter", "ALL", "--per-second", "4", "--reason", "stop").stdout
            self.assertRegex(said, r"^job 1: kicking 20, 4 a second, about 5 s; 'relay admin job cancel 1' stops it\n$")
            wait_until(lambda: len(relayd.connections()) < 18)
            self.assertNotIn(first, [row["id"] for row in relayd.connections()])
            self.assertIn("cancelled: job 1", relayd.relay("job", "cancel", "1").stdout)
            job = wait_until(lambda: [job for job in json.loads(relayd.relay("--json", "jobs").stdout)
                                      if job["state"] == "cancelled"])[0]
            left = 20 - job["done"]
            wait_until(lambda: len(relayd.connections()) == left)  # the last of them may be leaving
            time.sleep(0.6)
            self.assertEqual(len(relayd.connections()), left)
            again = relayd.relay("job", "cancel", "1", check=False)
            self.assertEqual(again.returncode, 1)
            self.assertIn("has ended: cancelled", again.stderr)
            gone = admin.call("connections.kick", ids=[first, 999999], perSecond=1000)
            self.assertEqual(gone["total"], 2)
            done = wait_until(lambda: [row for row in admin.call("jobs.list")["rows"] if row[6] == "done"])[0]
            self.assertEqual(done[3:6], [0, 2, 2])
            for peer in peers:
                peer.close()

    def test_the_command_looks_before(self):
        with Relayd() as relayd, connect(relayd.url("/bi/a")) as peer:
            wait_until(lambda: len(relayd.connections()) == 1)
            self.assertTrue(relayd.relay("kick", "--filter", "topic:a", "--dry-run").stdout.startswith(
                "would kick 1 connection on 1 topic, of 0 bookings, from 1 address\n"))
            self.assertEqual(relayd.relay("kick", "--filter", "", check=False).returncode, 2)
            self.assertEqual(relayd.relay("kick", "--filter", "topic:a", "--expect", "2", check=False).returncode, 1)
            for more in ([], ["--expect", "0"], ["--per-second", "5"], ["--per-second", "5", "--expect", "0"]):
                nobody = relayd.relay("kick", "--filter", "topic:/bi/nobody", *more, check=False)
                self.assertEqual((nobody.returncode, nobody.stdout), (1, ""), more)
                self.assertIn('no connection matches "topic:/bi/nobody"; nobody was kicked', nobody.stderr)
            self.assertEqual(len(relayd.connections()), 1)
            relayd.relay("kick", "--filter", "topic:a", "--reason", "bye")
            self.assertEqual(close_of(peer), (4000, "bye"))

    def test_who_is_denied_and_kept_is_not_said_to_be_away(self):
        with Relayd() as relayd, connect(relayd.url("/bi/a")) as peer:
            wait_until(lambda: len(relayd.connections()) == 1)
            said = relayd.relay("deny", "--address", "127.0.0.1", "--force", "--keep").stdout
            self.assertRegex(said, r"^denied: 127\.0\.0\.1 until .*, connections that it has stay\n")
            peer.send("still here")
            self.assertEqual(len(relayd.connections()), 1)
            self.assertRegex(relayd.relay("deny", "--address", "127.0.0.1", "--force").stdout, "1 connection cut")


class Holds(unittest.TestCase):
    def test_an_address_stays_away_from_that_topic_for_so_long(self):
        with Relayd(BEHIND_PROXY) as relayd, AdminWire(relayd.admin_socket) as admin:
            peer = connect_from(relayd, "203.0.113.5", "/bi/held")
            row = wait_until(lambda: relayd.connections())[0]
            self.assertEqual(row["address"], "203.0.113.5")
            length = int(4 * SLOWNESS)
            kicked = admin.call("connections.kick", ids=[row["id"]], holdSeconds=length, reason="wait")
            self.assertEqual((kicked["kicked"], kicked["held"]), ([row["id"]], 1))
            self.assertEqual(close_of(peer), (4000, "wait"))
            for method in ("GET", "POST"):
                status, body, headers = refusal_of(relayd, "/bi/held", method, "203.0.113.5")
                self.assertEqual(status, 403)
                self.assertTrue(1 <= int(headers["retry-after"]) <= length, headers)
                self.assertEqual(headers["content-type"], "application/json")
                self.assertEqual(json.loads(body)["code"], "403")
            self.assertEqual(counted(relayd, "held"), 2)
            connect_from(relayd, "203.0.113.5", "/bi/free").close()
            connect_from(relayd, "203.0.113.6", "/bi/held").close()
            denied = json.loads(relayd.relay("--json", "denied").stdout)
            self.assertEqual([(each["id"], each["what"], each["reason"]) for each in denied],
                             [("hold:203.0.113.5 /bi/held", "hold", "wait")])
            wait_until(lambda: connect_from(relayd, "203.0.113.5", "/bi/held"), seconds=length + 3).close()
            self.assertEqual(relayd.relay("--json", "denied").stdout, "[]\n")

    def test_a_hold_is_ended_by_its_id(self):
        with Relayd(BEHIND_PROXY) as relayd:
            connect_from(relayd, "2001:db8::7", "/bi/held")
            row = wait_until(lambda: relayd.connections())[0]
            relayd.relay("kick", row["id"], "--hold", "10m")
            # Another address of the same subscriber's network counts as the same.
            self.assertEqual(refusal_of(relayd, "/bi/held", address="2001:db8::8")[0], 403)
            hold = json.loads(relayd.relay("--json", "denied").stdout)[0]["id"]
            relayd.relay("allow", hold)
            connect_from(relayd, "2001:db8::7", "/bi/held").close()
            again = relayd.relay("allow", hold, check=False)
            self.assertEqual(again.returncode, 1)


    def test_a_client_of_a_shell_is_held_off_its_host(self):
        with ShellRelayd() as relayd, AdminWire(relayd.admin_socket) as admin:
            peers = relayd.pair()
            rows = wait_until(lambda: (lambda got: got if len(got) == 3 else None)(relayd.connections()))
            legs = [row["id"] for row in rows if row["topic"].startswith("/connect/spin30/")]
            self.assertEqual(len(legs), 2)
            early = relayd.shell_uri()
            self.assertEqual(admin.call("connections.kick", ids=legs, holdSeconds=60)["held"], 1)  # not the host's
            status, answer, headers = relayd.ask()
            self.assertEqual((status, answer["code"]), (403, "403"))
            self.assertIn("retry-after", headers)
            self.assertEqual(refusal_of(relayd, early[early.index("/connect"):])[0], 403)
            self.assertEqual(relayd.ask("spin31", shell_token("spin31", "host"))[0], 200)
            relayd.relay("allow", "hold:127.0.0.1 /connect/spin30")
            self.assertEqual(relayd.ask()[0], 200)  # and the host is still there
            del peers


class DeniedAddresses(unittest.TestCase):
    def test_a_network_is_cut_stays_out_and_comes_back_by_undo(self):
        with Relayd(BEHIND_PROXY) as relayd:
            bad = [connect_from(relayd, f"203.0.113.{number}", "/bi/x") for number in (5, 9)]
            good = connect_from(relayd, "198.51.100.1", "/bi/x")
            wait_until(lambda: len(relayd.connections()) == 3)
            done = json.loads(relayd.relay("--json", "deny", "--address", "203.0.113.77/24", "--reason", "scan").stdout)
            self.assertEqual([close_of(peer) for peer in bad], [(4403, "address denied")] * 2)
            self.assertEqual((len(done["connections"]), done["isDurable"]), (2, False))
            self.assertAlmostEqual(done["until"] / 1000, time.time() + 3600, delta=60 * SLOWNESS)
            for method in ("GET", "POST"):
                status, body, _ = refusal_of(relayd, "/in/x", method, "203.0.113.200")
                self.assertEqual((status, json.loads(body)["code"]), (403, "403"))
            self.assertEqual(counted(relayd, "address_denied"), 2)
            good.send("still here")
            rows = json.loads(relayd.relay("--json", "denied").stdout)
            self.assertEqual([(row["id"], row["what"]) for row in rows], [("address:203.0.113.0/24", "address")])
            self.assertIn("undone", relayd.relay("undo", done["undo"]).stdout)
            connect_from(relayd, "203.0.113.5", "/bi/x").close()
            self.assertEqual(relayd.relay("--json", "denied").stdout, "[]\n")
            late = relayd.relay("undo", done["undo"], check=False)
            self.assertEqual((late.returncode, "cannot be undone any more" in late.stderr), (1, True))
            good.close()

    def test_an_earlier_denial_comes_back_by_undo(self):
        with Relayd() as relayd, AdminWire(relayd.admin_socket) as admin:
            soon, later = (int((time.time() + seconds) * 1000) for seconds in (600, 6000))
            first = admin.call("deny.add", address="203.0.113.5", until=soon)
            second = admin.call("deny.add", address="203.0.113.5", until=later, kick=False)
            self.assertGreaterEqual(second["until"], later)
            with self.assertRaises(AdminError) as outdated:
                admin.call("action.undo", undo=first["undo"])
            self.assertEqual(outdated.exception.kind, "Gone")
            admin.call("action.undo", undo=second["undo"])
            listed = admin.call("deny.list")
            until = listed["rows"][0][listed["columns"].index("until")]
            self.assertTrue(soon <= until < soon + 1000, (until, soon))

    def test_this_machine_and_the_world_are_not_denied_by_mistake(self):
        with Relayd() as relayd, AdminWire(relayd.admin_socket) as admin:
            for change in ({"address": "127.0.0.1"}, {"cidr": "0.0.0.0/0"}, {"cidr": "::/0"}, {"address": "::1"},
                           {"cidr": "127.0.0.0/8"}, {"cidr": "::ffff:127.0.0.1/128"}, {"cidr": "64.0.0.0/2"},
                           {"address": "1.2.3"}, {"address": "203.0.113.0/24"}, {"cidr": "nonsense"}):
                with self.assertRaises(AdminError, msg=change) as refused:
                    admin.call("deny.add", **change)
                self.assertEqual(refused.exception.kind, "InvalidParams", change)
            connect(relayd.url("/bi/x")).close()
            undo = admin.call("deny.add", address="127.0.0.1", force=True)["undo"]
            self.assertEqual(refusal_of(relayd, "/bi/x")[0], 403)
            self.assertEqual(refusal_of(relayd, "/healthz", "GET")[0], 404)  # pages are not refused by address
            admin.call("action.undo", undo=undo)
            connect(relayd.url("/bi/x")).close()

    def test_subjects_and_addresses_survive_a_restart(self):
        with tempfile.TemporaryDirectory(prefix="rl") as state:
            with SecuredRelayd(BEHIND_PROXY, state=state) as relayd, \
                    connect(relayd.uri(sub="ann", booking_id="b1")) as ann, \
                    connect(relayd.uri(sub="ben", booking_id="b2")) as ben:
                wait_until(lambda: len(relayd.connections()) == 2)
                done = json.loads(relayd.relay("--json", "deny", "--subject", "ann").stdout)
                self.assertEqual((close_of(ann), done["isDurable"]), ((4403, "subject denied"), True))
                relayd.relay("deny", "--address", "203.0.113.5")
                ben.send("still here")
                wait_until(lambda: len(relayd.connections()) == 1)
            with SecuredRelayd(BEHIND_PROXY, state=state) as relayd:
                self.assertEqual(relayd.call("POST", "/session/lab", token(sub="ann", booking_id="b1"))[0], 403)
                self.assertEqual(relayd.call("POST", "/session/lab", token(sub="ben", booking_id="b2"))[0], 200)
                self.assertEqual(relayd.call("POST", "/session/lab", token(),
                                             headers={"X-Forwarded-For": "203.0.113.5"})[0], 403)
                relayd.relay("allow", "subject:ann")
                self.assertEqual(relayd.call("POST", "/session/lab", token(sub="ann", booking_id="b1"))[0], 200)

    def test_nobody_slips_in_while_an_address_is_denied(self):
        with Relayd(BEHIND_PROXY) as relayd, AdminWire(relayd.admin_socket) as admin:
            peers = []
            for number in range(40):
                try:
                    peers.append(connect_from(relayd, "203.0.113.5", "/bi/x"))
                except websockets.exceptions.InvalidStatusCode as refused:
                    self.assertEqual(refused.status_code, 403)
                if number == 20:  # the answer is not waited for
                    admin.send(b'{"id":"now","method":"deny.add","params":{"address":"203.0.113.5"}}\n')
            wait_until(lambda: relayd.connections() == [], what="all are cut")
            self.assertTrue(20 <= len(peers) < 40, len(peers))
            self.assertEqual({close_of(peer)[0] for peer in peers}, {4403})


if __name__ == "__main__":
    main()
