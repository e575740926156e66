# SPDX-License-Identifier: GPL-3.0-or-later
"""A kick ends exactly one connection, with code and reason; the others lose nothing."""
import socket
import threading
import unittest

from adminwire import AdminError, AdminWire
from relay_e2e import Relayd, main, wait_until
from websockets.exceptions import ConnectionClosed
from wspeer import connect

MESSAGES = 400


def close_of(peer):
    """Code and reason with which the relay closed this peer."""
    try:
        while True:
            peer.recv(5)
    except ConnectionClosed as closed:
        return closed.rcvd.code, closed.rcvd.reason


def id_of(relayd, peer):
    address = "%s:%d" % peer.local_address[:2]
    return wait_until(lambda: [row["id"] for row in relayd.connections() if row["address"] == address], what=address)[0]


class Kick(unittest.TestCase):
    def test_exactly_that_connection_with_code_and_reason(self):
        with Relayd() as relayd, connect(relayd.url("/in/demo")) as camera:
            viewers = [connect(relayd.url("/out/demo")) for _ in range(3)]
            try:
                self._kick_in_the_middle(relayd, camera, viewers)
            finally:
                for viewer in viewers:
                    viewer.close()

    def _kick_in_the_middle(self, relayd, camera, viewers):
        got = [[] for _ in viewers]

        def read(number):
            try:
                while len(got[number]) < MESSAGES:
                    got[number].append(viewers[number].recv(10))
            except ConnectionClosed as closed:
                got[number].append(closed.rcvd)

        readers = [threading.Thread(target=read, args=(number,)) for number in range(3)]
        victim = id_of(relayd, viewers[1])
        for reader in readers:
            reader.start()
        for number in range(MESSAGES):
            if number == MESSAGES // 2:
                done = relayd.relay("kick", victim, "--reason", "time is up \u2013 goodbye")
                self.assertEqual(done.stdout, f"kicked: {victim}\n")
            camera.send(f"message {number}")
        for reader in readers:
            reader.join(15)
        expected = [f"message {number}" for number in range(MESSAGES)]
        self.assertEqual(got[0], expected)
        self.assertEqual(got[2], expected)
        close = got[1][-1]
        self.assertEqual((close.code, close.reason), (4000, "time is up \u2013 goodbye"))
        self.assertEqual(got[1][:-1], expected[:len(got[1]) - 1])
        wait_until(lambda: victim not in [row["id"] for row in relayd.connections()])
        self.assertEqual(len(relayd.connections()), 3)

    def test_second_kick_says_gone(self):
        with Relayd() as relayd, connect(relayd.url("/bi/x")) as peer:
            victim = id_of(relayd, peer)
            relayd.relay("kick", victim)
            self.assertEqual(close_of(peer), (4000, ""))
            wait_until(lambda: relayd.connections() == [])
            again = relayd.relay("kick", victim, check=False)
            self.assertEqual(again.returncode, 1)
            self.assertIn(f"not there any more: {victim}", again.stderr)

    def test_closed_list_tells_why(self):
        with Relayd() as relayd, connect(relayd.url("/bi/x")) as peer:
            victim = id_of(relayd, peer)
            relayd.relay("kick", victim, "--reason", "because")
            close_of(peer)
            with AdminWire(relayd.admin_socket) as admin:
                closed = wait_until(lambda: admin.call("connections.closed")["rows"], what="a closed row")
                self.assertEqual((closed[0][0], closed[0][-2], closed[0][-1]), (victim, 4000, "because"))
                with self.assertRaises(AdminError) as error:
                    admin.call("connections.get", id=victim)
                self.assertEqual(error.exception.kind, "Gone")

    def test_long_reason_is_cut_at_a_character(self):
        with Relayd() as relayd, connect(relayd.url("/bi/x")) as peer:
            relayd.relay("kick", id_of(relayd, peer), "--reason", "\u20ac" * 100)
            self.assertEqual(close_of(peer), (4000, "\u20ac" * 41))

    def test_a_publisher_by_post_is_kicked_too(self):
        packets = (b"\x47" + b"\x1f\xff\x10" + b"\xff" * 184) * 7
        with Relayd() as relayd, connect(relayd.url("/out/demo")) as viewer, \
                socket.create_connection(("127.0.0.1", relayd.port), timeout=10) as camera:
            camera.sendall(b"POST /in/demo HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n")
            camera.sendall(b"%x\r\n%s\r\n" % (len(packets), packets))
            viewer.recv(5)
            row = wait_until(lambda: [row for row in relayd.connections() if row["transport"] == "http"], what="the POST")[0]
            self.assertEqual((row["role"], row["kind"], row["topic"]), ("publisher", "video", "/out/demo"))
            relayd.relay("kick", row["id"], "--reason", "enough")
            answer = b""
            while True:
                try:
                    piece = camera.recv(4096)
                except ConnectionResetError:
                    break
                if not piece:
                    break
                answer += piece
            self.assertNotIn(b" 200 ", answer.split(b"\r\n")[0])
            wait_until(lambda: [row["role"] for row in relayd.connections()] == ["subscriber"])

    def test_many_at_once(self):
        with Relayd() as relayd:
            peers = [connect(relayd.url("/bi/crowd")) for _ in range(40)]
            rows = wait_until(lambda: (lambda got: got if len(got) == 40 else None)(relayd.connections()))
            keep = rows[0]["id"]
            victims = [row["id"] for row in rows if row["id"] != keep]
            relayd.relay("kick", *victims, "--reason", "all of you")
            wait_until(lambda: [row["id"] for row in relayd.connections()] == [keep])
            codes = []
            for peer in peers:
                address = "%s:%d" % peer.local_address[:2]
                if address != rows[0]["address"]:
                    codes.append(close_of(peer)[0])
                peer.close()
            self.assertEqual(codes, [4000] * 39)


if __name__ == "__main__":
    main()
