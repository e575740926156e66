# SPDX-License-Identifier: GPL-3.0-or-later
"""An operator denies a booking: it is cut and stays out, others notice nothing, and a restart changes nothing."""
import json
import os
import re
import signal
import tempfile
import time
import unittest

from accesstoken import AUDIENCE, SecuredRelayd, token
from adminwire import AdminError, AdminWire
from relay_e2e import Relayd, SLOWNESS, main, wait_until
from websockets.exceptions import ConnectionClosed
from wspeer import connect


def enter(relayd, booking, topic="lab"):
    return connect(relayd.uri(topic, booking_id=booking))


def close_of(peer):
    """Code and reason with which the relay closed this peer."""
    try:
        while True:
            peer.recv(5 * SLOWNESS)
    except ConnectionClosed as closed:
        return closed.rcvd.code, closed.rcvd.reason


def rows_of(relayd, **wanted):
    return [row for row in relayd.connections() if all(row[name] == value for name, value in wanted.items())]


def denied(relayd):
    return json.loads(relayd.relay("--json", "denied").stdout)


class Deny(unittest.TestCase):
    def test_a_denied_booking_is_cut_and_stays_out(self):
        with SecuredRelayd() as relayd, enter(relayd, "bad") as one, enter(relayd, "bad") as two, enter(relayd, "good") as other:
            wait_until(lambda: len(relayd.connections()) == 3)
            begun = time.monotonic()
            done = relayd.relay("deny", "bad", "--reason", "broke the robot")
            self.assertEqual([close_of(one), close_of(two)], [(4403, "booking denied")] * 2)
            self.assertLess(time.monotonic() - begun, 1 + 2 * SLOWNESS)  # a second, and the start of a program
            self.assertRegex(done.stdout, r"^denied: bad until \d{4}-\d\d-\d\d \d\d:\d\d:\d\d, 2 connections cut\n"
                             r"within a minute it can be undone: relay admin undo [0-9a-f-]{36}\n$")
            self.assertEqual(relayd.call("POST", "/session/lab", token(booking_id="bad"))[0], 400)
            other.send("still here")
            with enter(relayd, "good") as again:
                other.send("hello")
                self.assertEqual(again.recv(5 * SLOWNESS), "hello")
            wait_until(lambda: not rows_of(relayd, bookingId="bad"))

    def test_an_allowed_booking_comes_back(self):
        with SecuredRelayd() as relayd:
            relayd.relay("deny", "b", "--until", "10m")
            self.assertEqual([row["id"] for row in denied(relayd)], ["b"])
            self.assertEqual(relayd.relay("allow", "b").stdout, "allowed again: b\n")
            self.assertEqual(denied(relayd), [])
            enter(relayd, "b").close()
            again = relayd.relay("allow", "b", check=False)
            self.assertEqual((again.returncode, "is not denied" in again.stderr), (1, True), again.stderr)

    def test_a_denial_lasts_as_long_as_the_tokens_and_survives_a_kill(self):
        with tempfile.TemporaryDirectory() as state:
            with SecuredRelayd(state=state) as relayd, enter(relayd, "b"):
                row = wait_until(lambda: rows_of(relayd, bookingId="b"))[0]
                relayd.relay("deny", "b", "--until", "1m")
                self.assertEqual(denied(relayd)[0]["until"], row["expiresAt"])  # ten minutes, which is later
                relayd.stop(signal.SIGKILL)
            with SecuredRelayd(state=state) as relayd:
                self.assertEqual(denied(relayd), [{"id": "b", "until": row["expiresAt"], "deniedAt": None, "by": None,
                                                   "reason": None, "what": "booking"}])
                self.assertEqual(relayd.call("POST", "/session/lab", token(booking_id="b"))[0], 400)

    def test_without_a_time_it_is_that_of_the_connections_or_a_day(self):
        with SecuredRelayd() as relayd, enter(relayd, "live"), AdminWire(relayd.admin_socket) as admin:
            row = wait_until(lambda: rows_of(relayd, bookingId="live"))[0]
            self.assertEqual(row["scopes"], ["read", "write"])
            answer = admin.call("deny.add", bookingId="live")
            self.assertEqual((answer["until"], answer["connections"]), (row["expiresAt"], [row["id"]]))
            day = admin.call("deny.add", bookingId="nobody")["until"] / 1000 - time.time() - 86400
            self.assertLess(abs(day), 30)

    def test_a_repeated_order_is_answered_and_not_done_again(self):
        with SecuredRelayd() as relayd, AdminWire(relayd.admin_socket) as admin:
            first = admin.call("deny.add", bookingId="b", requestKey="k")
            admin.call("deny.remove", bookingId="b", requestKey="k2")
            with AdminWire(relayd.admin_socket) as other:
                self.assertEqual(other.call("deny.add", bookingId="b", requestKey="k"), first)
            self.assertEqual(admin.call("deny.list")["rows"], [])

    def test_the_list_tells_who_and_why(self):
        with SecuredRelayd() as relayd:
            relayd.relay("deny", "ours", "--reason", "left the door open")
            self.assertEqual(relayd.deny("by-token"), 204)
            rows = {row["id"]: row for row in denied(relayd)}
            self.assertEqual((rows["ours"]["reason"], rows["by-token"]["reason"]), ("left the door open", None))
            self.assertLess(abs(rows["ours"]["deniedAt"] / 1000 - time.time()), 60)
            table = relayd.relay("denied").stdout.splitlines()
            self.assertEqual(table[0].split(), ["DENIED", "UNTIL", "LEFT", "SINCE", "BY", "REASON"])
            self.assertIn("left the door open", table[2])

    def test_kick_by_booking_leaves_the_others(self):
        with SecuredRelayd() as relayd, enter(relayd, "b1") as one, enter(relayd, "b1") as two, enter(relayd, "b11") as other:
            wait_until(lambda: len(relayd.connections()) == 3)
            relayd.relay("kick", "--booking", "b1", "--reason", "time is up")
            self.assertEqual([close_of(one), close_of(two)], [(4000, "time is up")] * 2)
            wait_until(lambda: [row["bookingId"] for row in relayd.connections()] == ["b11"])
            other.send("still here")
            enter(relayd, "b1").close()  # kicked is not denied
            none = relayd.relay("kick", "--booking", "none", check=False)
            self.assertEqual((none.returncode, "none" in none.stderr), (1, True), none.stderr)

    def test_connections_have_booking_scopes_and_expiry(self):
        with SecuredRelayd() as relayd, connect(relayd.uri(booking_id="b", scopes=["read"])):
            row = wait_until(lambda: rows_of(relayd, bookingId="b"))[0]
            self.assertEqual((row["scopes"], row["role"]), (["read"], "subscriber"))
            self.assertLess(abs(row["expiresAt"] / 1000 - time.time() - 600), 30)
            self.assertEqual(row["expiresAt"] % 1000, 0)
        with Relayd() as relayd, connect(relayd.url("/bi/x")):
            row = wait_until(relayd.connections)[0]
            self.assertEqual((row["bookingId"], row["scopes"], row["expiresAt"]), (None, None, None))

    def test_the_mode_is_told(self):
        with SecuredRelayd() as relayd, AdminWire(relayd.admin_socket) as admin:
            self.assertEqual(admin.hello["params"]["server"]["mode"], "secured")
            relayd.relay("deny", "b")
            info = admin.call("server.info")
            self.assertEqual((info["mode"], info["audience"], info["denied"], info["isDenyListDurable"]),
                             ("secured", AUDIENCE, 1, True))
            self.assertIn("secured", relayd.relay("info").stdout)
        with Relayd() as relayd, AdminWire(relayd.admin_socket) as admin:
            self.assertEqual((admin.hello["params"]["server"]["mode"], admin.call("server.info")["mode"]), ("open", "open"))
            self.assertIn("open", relayd.relay("info").stdout)
            with self.assertRaises(AdminError) as error:
                admin.call("deny.add", bookingId="b")
            self.assertEqual(error.exception.kind, "Conflict")
            done = relayd.relay("deny", "b", check=False)
            self.assertEqual((done.returncode, "open mode" in done.stderr), (1, True), done.stderr)

    def test_orders_are_in_the_audit_log_and_secrets_are_not(self):
        with SecuredRelayd() as relayd, enter(relayd, "b"):
            wait_until(lambda: len(relayd.connections()) == 1)
            relayd.relay("kick", relayd.connections()[0]["id"], "--reason", "a\nb")
            relayd.relay("deny", "b")
            relayd.relay("allow", "b")
            lines = wait_until(lambda: (lambda got: got if len(got) == 3 else None)(
                [line for line in relayd.log().splitlines() if re.search(r"relay\.audit: (connections|deny)\.\w+ ", line)]))
            who = rf" by \S+ \(uid {os.getuid()}, pid \d+\)"
            for line, words in zip(lines, (r"connections\.kick connection \d+", r"deny\.add booking b", r"deny\.remove booking b")):
                self.assertRegex(line, words + who)


class Roles(unittest.TestCase):
    def test_a_name_that_this_machine_does_not_know_is_an_error(self):
        with self.assertRaises(AssertionError) as error:
            with Relayd(["--admin-role", "viewer=user:no-such-user"]):
                pass
        self.assertIn("must name a user of this machine", str(error.exception))

    @unittest.skipIf(os.getuid() != 0, "only root can be somebody else")
    def test_a_viewer_by_group_looks_and_does_not_act(self):
        nobody, students = 65534, 54321
        with SecuredRelayd(["--admin-role", f"viewer=group:{students}"]) as relayd:
            os.chmod(relayd.directory, 0o711)
            for groups, looks in (([students], True), ([], False)):
                with self.subTest(groups=groups):
                    self.assertEqual(as_user(nobody, groups, lambda: ask_as_viewer(relayd.admin_socket)),
                                     "viewer NotPermitted" if looks else "turned away")


def ask_as_viewer(path):
    """The role that was given and what comes of an order; "turned away" for a stranger."""
    try:
        with AdminWire(path, open_session=False) as admin:
            if "error" in admin.hello:
                return "turned away"
            role = admin.call("session.open", protocol="relay-admin/1")["role"]
            admin.call("deny.list")
            try:
                admin.call("deny.add", bookingId="b")
            except AdminError as error:
                return f"{role} {error.kind}"
            return f"{role} may"
    except OSError as error:
        return str(error)


def as_user(user, groups, work):
    """What work() gives in a process of that user."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.setgroups(groups)
            os.setgid(user)
            os.setuid(user)
            os.write(writer, work().encode())
        except BaseException as error:  # nothing of the test's own must run on in here
            os.write(writer, repr(error).encode())
        finally:
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    return said


if __name__ == "__main__":
    main()
