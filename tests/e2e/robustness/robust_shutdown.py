# SPDX-License-Identifier: GPL-3.0-or-later
"""SIGTERM and SIGINT: everybody hears 1001, nobody is reset, and relayd is gone with exit code 0 within five seconds."""
import asyncio
import signal
import socket
import time
import unittest

import websockets

from rawws import BINARY, RawSocket, WebSocket, frame
from relay_e2e import Relayd, SLOWNESS, free_port, main

CLIENTS = 200


async def wait_for_close(peer):
    """The close code that the client saw, as a third party judges it."""
    try:
        async for _ in peer:
            pass
    except websockets.ConnectionClosedError:
        pass
    return peer.close_code


async def codes_at_shutdown(relayd, signal_number):
    peers = await asyncio.gather(*(websockets.connect(relayd.url(f"/bi/{i % 10}")) for i in range(CLIENTS)))
    waiting = [asyncio.ensure_future(wait_for_close(peer)) for peer in peers]
    started = time.monotonic()
    relayd.send_signal(signal_number)
    codes = await asyncio.wait_for(asyncio.gather(*waiting), 10 * SLOWNESS)
    return codes, started


class Shutdown(unittest.TestCase):
    def assert_ended(self, relayd, started, seconds=5.0):
        code = relayd.stop()
        taken = time.monotonic() - started
        self.assertEqual(code, 0, relayd.log())
        self.assertLess(taken, seconds * SLOWNESS)
        return taken

    def check_signal(self, number):
        with Relayd() as relayd:
            codes, started = asyncio.run(codes_at_shutdown(relayd, number))
            self.assertEqual(codes, [1001] * CLIENTS)
            taken = self.assert_ended(relayd, started)
        print(f"{CLIENTS} clients closed and relayd gone after {taken:.2f} s")

    def test_sigterm_closes_all_with_1001(self):
        self.check_signal(signal.SIGTERM)

    def test_sigint_closes_all_with_1001(self):
        self.check_signal(signal.SIGINT)

    def test_nobody_connected(self):
        with Relayd() as relayd:
            started = time.monotonic()
            relayd.send_signal(signal.SIGTERM)
            self.assertLess(self.assert_ended(relayd, started), 2.0 * SLOWNESS)

    def test_peers_that_neither_read_nor_answer_do_not_hold_it_up(self):
        with Relayd() as relayd:
            deaf = [WebSocket(relayd.port, "/bi/x", receive_buffer=4096) for _ in range(5)]
            silent = [RawSocket(relayd.port) for _ in range(5)]
            with WebSocket(relayd.port, "/bi/x") as sender:
                for _ in range(64):
                    sender.send(BINARY, bytes(65536))
                time.sleep(0.2)
                started = time.monotonic()
                relayd.send_signal(signal.SIGTERM)
                self.assert_ended(relayd, started)
            for peer in deaf + silent:
                peer.socket.close()

    def test_a_publisher_is_told_to_come_back(self):
        with Relayd() as relayd, RawSocket(relayd.port) as sender:
            packet = b"\x47" + bytes(187)
            sender.send_raw(b"POST /in/x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
            sender.send_raw(b"%x\r\n%s\r\n" % (188 * 3, packet * 3))
            time.sleep(0.2)
            started = time.monotonic()
            relayd.send_signal(signal.SIGTERM)
            self.assertTrue(sender.read_until(b"\r\n").startswith(b"HTTP/1.1 503 "))
            self.assert_ended(relayd, started)

    def test_messages_under_way_arrive_before_the_close(self):
        with Relayd() as relayd, WebSocket(relayd.port, "/bi/x") as sender, WebSocket(relayd.port, "/bi/x") as reader:
            sender.send_raw(b"".join(frame(BINARY, b"%d" % i) for i in range(500)))
            self.assertEqual(reader.message(), (BINARY, b"0"))
            started = time.monotonic()
            relayd.send_signal(signal.SIGTERM)
            got = []
            while True:
                opcode, payload = reader.frame()
                if opcode != BINARY:
                    break
                got.append(int(payload))
            self.assertEqual(got, list(range(1, 1 + len(got))), "messages were lost or changed order")
            self.assertEqual((opcode, payload[:2]), (0x8, b"\x03\xe9"))
            sender.socket.close()
            reader.socket.close()
            self.assert_ended(relayd, started)

    def test_no_new_connections_while_it_stops(self):
        with Relayd() as relayd, WebSocket(relayd.port, "/bi/x"):
            relayd.send_signal(signal.SIGTERM)
            deadline = time.monotonic() + 5 * SLOWNESS
            refused = False
            while not refused and time.monotonic() < deadline:
                try:
                    socket.create_connection(("127.0.0.1", relayd.port), 1).close()
                    time.sleep(0.01)
                except OSError:
                    refused = True
            self.assertTrue(refused)
            self.assertEqual(relayd.stop(), 0)

    def test_a_second_signal_ends_it_now(self):
        with Relayd() as relayd:
            deaf = WebSocket(relayd.port, "/bi/x", receive_buffer=4096)
            with WebSocket(relayd.port, "/bi/x") as sender:
                for _ in range(64):
                    sender.send(BINARY, bytes(65536))
            started = time.monotonic()
            relayd.send_signal(signal.SIGTERM)
            time.sleep(0.2)
            relayd.send_signal(signal.SIGTERM)
            self.assert_ended(relayd, started, 2.0)
            deaf.socket.close()

    def test_its_port_is_free_at_once(self):
        port = free_port()
        for _ in range(3):
            with Relayd(listen=f"127.0.0.1:{port}") as relayd, WebSocket(relayd.port, "/bi/x"):
                self.assertEqual(relayd.port, port)
                self.assertEqual(relayd.stop(), 0)


if __name__ == "__main__":
    main()
