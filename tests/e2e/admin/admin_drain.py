# SPDX-License-Identifier: GPL-3.0-or-later
"""A relay that is drained takes nobody new, sends the others away one by one, and ends."""
import http.client
import time
import unittest

import websockets
from adminwire import AdminError, AdminWire
from relay_e2e import Relayd, SLOWNESS, main, wait_until
from websockets.exceptions import ConnectionClosed
from wspeer import connect


def get(relayd, path, method="GET"):
    link = http.client.HTTPConnection("127.0.0.1", relayd.port, timeout=20)
    try:
        link.request(method, path)
        answer = link.getresponse()
        return answer.status, answer.read(), dict(answer.getheaders())
    finally:
        link.close()


def close_of(peer):
    """When, and with which code, the relay closed this peer."""
    try:
        while True:
            peer.recv(20)
    except ConnectionClosed as closed:
        return time.monotonic(), closed.rcvd.code


def drain_notice(admin):
    while True:
        notice = admin.notification()
        if notice["method"] == "goingDown":
            return notice["params"]


class Drain(unittest.TestCase):
    def test_bit_by_bit_then_it_ends(self):
        with Relayd() as relayd, AdminWire(relayd.admin_socket) as admin, AdminWire(relayd.admin_socket) as watcher:
            peers = [connect(relayd.url("/bi/x")) for _ in range(10)]
            wait_until(lambda: len(relayd.connections()) == 10)
            self.assertEqual(get(relayd, "/readyz")[0], 200)
            deadline = 3000 * SLOWNESS
            begun = time.monotonic()
            told = admin.call("server.drain", deadlineMs=int(deadline), reason="maintenance")
            self.assertEqual(told["connections"], 10)
            self.assertEqual(drain_notice(watcher), {"at": told["endsAt"], "reason": "drain"})
            self.assertEqual(get(relayd, "/readyz")[0], 503)
            self.assertEqual(get(relayd, "/healthz")[0], 200)
            with self.assertRaises(websockets.exceptions.InvalidStatusCode) as refused:
                connect(relayd.url("/bi/y"))
            self.assertEqual((refused.exception.status_code, "Retry-After" in refused.exception.headers), (503, True))
            self.assertEqual(get(relayd, "/in/y", "POST")[0], 503)
            self.assertIn("drainingUntil", admin.call("server.info"))
            ends = sorted(close_of(peer) for peer in peers)
            self.assertEqual({code for _, code in ends}, {1001})
            self.assertGreater(ends[-1][0] - ends[0][0], deadline / 1000 * 0.4)  # not all at once
            wait_until(lambda: not relayd.running, seconds=8)
            self.assertLess(time.monotonic() - begun, deadline / 1000 + 6 * SLOWNESS)
            self.assertEqual(relayd.stop(), 0)

    def test_called_off_it_goes_on(self):
        with Relayd() as relayd, AdminWire(relayd.admin_socket) as admin:
            peers = [connect(relayd.url("/bi/x")) for _ in range(4)]
            wait_until(lambda: len(relayd.connections()) == 4)
            self.assertIn("draining", relayd.relay("drain", "--within", "10m").stdout)
            self.assertEqual(get(relayd, "/readyz")[0], 503)
            with self.assertRaises(AdminError) as twice:
                admin.call("server.drain", deadlineMs=1000)
            self.assertEqual(twice.exception.kind, "Conflict")
            self.assertIn("called off", relayd.relay("drain", "--cancel").stdout)
            self.assertEqual(get(relayd, "/readyz")[0], 200)
            connect(relayd.url("/bi/x")).close()
            self.assertGreaterEqual(len(relayd.connections()), 3)  # the first goes at once
            self.assertEqual(relayd.relay("drain", "--cancel", check=False).returncode, 1)
            self.assertEqual(relayd.relay("drain", check=False).returncode, 2)
            for peer in peers:
                peer.close()

    def test_whoever_does_not_go_is_gone_at_the_deadline_and_sigterm_still_ends_it(self):
        with Relayd() as relayd, AdminWire(relayd.admin_socket) as admin:
            peer = connect(relayd.url("/bi/x"))
            wait_until(lambda: len(relayd.connections()) == 1)
            admin.call("server.drain", deadlineMs=3_600_000)
            self.assertEqual(close_of(peer)[1], 1001)
            wait_until(lambda: not relayd.running, seconds=8)  # nobody is left: it does not wait for the hour
            self.assertEqual(relayd.stop(), 0)

    def test_operators_may_not(self):
        with Relayd() as relayd, AdminWire(relayd.admin_socket, open_session=False) as admin:
            admin.call("session.open", protocol="relay-admin/1", role="operator")
            with self.assertRaises(AdminError) as refused:
                admin.call("server.drain", deadlineMs=1000)
            self.assertEqual(refused.exception.kind, "NotPermitted")
            self.assertEqual(get(relayd, "/readyz")[0], 200)


if __name__ == "__main__":
    main()
