# SPDX-License-Identifier: GPL-3.0-or-later
"""A topic with more readers than one worker is to serve: the others serve some, and nobody can tell the difference."""
import json
import socket
import struct
import unittest

from rawws import BINARY, CLOSE, TEXT, RawSocket, WebSocket
from relay_e2e import Relayd, main, wait_until

READERS = 12
PACKET = b"\x47\x1f\xf0\x10" + bytes(184)


def spread_relayd(*more):
    return Relayd(args=["--workers", "3", "--spread-readers", "2", *more])


class Spread(unittest.TestCase):
    def readers(self, relayd, count=READERS, path="/out/x"):
        peers = [self.enterContext(WebSocket(relayd.port, path)) for _ in range(count)]
        wait_until(lambda: len(relayd.connections()) >= count, 5, "all to be listed")
        return peers

    def test_everybody_gets_everything_in_order(self):
        with spread_relayd() as relayd:
            readers = self.readers(relayd)
            with WebSocket(relayd.port, "/in/x") as one, WebSocket(relayd.port, "/in/x") as two:
                for number in range(200):
                    for sender in (one, two):
                        sender.send(BINARY, struct.pack(">I", number) + bytes(number * 7))
                for peer, opposite in ((one, two), (two, one)):
                    for number in range(200):  # senders hear one another, and only one another
                        self.assertEqual(peer.message(), (BINARY, struct.pack(">I", number) + bytes(number * 7)))
                for reader in readers:
                    last = []
                    for _ in range(400):
                        _, payload = reader.message()
                        last.append(struct.unpack(">I", payload[:4])[0])
                    for number in range(200):
                        self.assertEqual(last.count(number), 2)
                    self.assertEqual([n for i, n in enumerate(last) if n not in last[:i]], list(range(200)), "order of each sender")
            rows = [row for row in relayd.connections() if row["path"] == "/out/x"]
            wait_until(lambda: {row["outMessages"] for row in relayd.connections() if row["path"] == "/out/x"} == {400}, 5,
                       "what each was sent to be counted")
            self.assertEqual(len(rows), READERS)
            topics = json.loads(relayd.relay("--json", "topics").stdout)
            self.assertEqual([(topic["id"], topic["subscribers"]) for topic in topics if topic["id"] == "/out/x"], [("/out/x", READERS)])

    def test_readers_come_and_go_before_while_and_after_somebody_sends(self):
        with spread_relayd() as relayd:
            first = self.readers(relayd, 6)
            for turn in range(4):
                with WebSocket(relayd.port, "/in/x") as sender:
                    late = self.readers(relayd, 3)
                    sender.send(TEXT, f"turn {turn}".encode())
                    for reader in (*first, *late):
                        self.assertEqual(reader.message(), (TEXT, f"turn {turn}".encode()))
                    for reader in late:
                        reader.reset()
                    first.pop().reset()
                wait_until(lambda: len(relayd.connections()) == len(first), 5, "those who left to be gone")
            for reader in first:
                reader.reset()
            wait_until(lambda: relayd.connections() == [], 5, "nobody left")
            with WebSocket(relayd.port, "/in/x") as sender, WebSocket(relayd.port, "/out/x") as reader:
                sender.send(TEXT, b"again")
                self.assertEqual(reader.message(), (TEXT, b"again"))

    def test_a_camera_by_post_reaches_all(self):
        with spread_relayd() as relayd:
            readers = self.readers(relayd, path="/out/cam")
            with RawSocket(relayd.port) as camera:
                camera.send_raw(b"POST /in/cam HTTP/1.1\r\nHost: x\r\nContent-Length: 1880\r\n\r\n" + PACKET * 10)
                for reader in readers:
                    got = b""
                    while len(got) < 1880:
                        got += reader.message()[1]
                    self.assertEqual(got, PACKET * 10)

    def test_each_of_them_can_be_kicked(self):
        with spread_relayd() as relayd, WebSocket(relayd.port, "/in/x") as sender:
            readers = self.readers(relayd)
            by_port = {reader.socket.getsockname()[1]: reader for reader in readers}
            rows = [row for row in relayd.connections() if row["path"] == "/out/x"]
            for row in rows[::2]:
                relayd.relay("kick", row["id"], "--reason", "enough")
                reader = by_port.pop(int(row["address"].rsplit(":", 1)[1]))
                opcode, payload = reader.frame()
                self.assertEqual((opcode, payload), (CLOSE, struct.pack(">H", 4000) + b"enough"))
                reader.socket.close()
            sender.send(TEXT, b"you stay")
            for reader in by_port.values():
                self.assertEqual(reader.message(), (TEXT, b"you stay"))

    def test_a_stopped_one_harms_none_of_them(self):
        with spread_relayd() as relayd, WebSocket(relayd.port, "/in/x") as sender:
            readers = self.readers(relayd, 5)
            for _ in range(4):
                slow = self.enterContext(WebSocket(relayd.port, "/out/x", receive_buffer=4096))
                slow.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            for number in range(250):
                payload = struct.pack(">I", number) + bytes(16000)
                sender.send(BINARY, payload)
                for reader in readers:
                    self.assertEqual(reader.message(), (BINARY, payload))
            wait_until(lambda: sum(row["dropped"] > 0 for row in relayd.connections()) == 4, 5, "four that lose")


if __name__ == "__main__":
    main()
