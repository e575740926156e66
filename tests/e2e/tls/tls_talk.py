# SPDX-License-Identifier: GPL-3.0-or-later
"""Messages, pages, video, statistics and orders through TLS: as plain, for clients that others wrote."""
import asyncio
import json
import os
import random
import shutil
import subprocess
import tempfile
import unittest

import websockets

from rawws import BINARY, CLOSE, TEXT, WebSocket, close_payload
from relay_e2e import SLOWNESS, main, wait_until
from secured import TlsTest

SIZES = (0, 1, 125, 126, 65_535, 65_536, 262_144, 300_000, 1 << 20, 10 << 20)


class Talk(TlsTest, unittest.IsolatedAsyncioTestCase):
    def peer(self, relayd, path, secure=True):
        url = f"wss://127.0.0.1:{relayd.tls_port}{path}" if secure else relayd.url(path)
        return websockets.connect(url, ssl=self.authority.context() if secure else None, max_size=None, max_queue=None)

    async def test_every_size_and_type_arrives_as_it_was_sent(self):
        with self.relayd() as relayd:
            async with self.peer(relayd, "/bi/x") as first, self.peer(relayd, "/bi/x") as second, \
                    self.peer(relayd, "/bi/x", secure=False) as plain:
                for sender, others in ((first, (second, plain)), (plain, (first, second))):
                    for size in SIZES:
                        for message in (os.urandom(size), "é" * (size // 2)):
                            await sender.send(message)
                            for other in others:
                                got = await asyncio.wait_for(other.recv(), 30 * SLOWNESS)
                                self.assertEqual(type(got), type(message))
                                self.assertTrue(got == message, f"{size} bytes came as something else")

    async def test_plain_and_tls_peers_of_a_topic_hear_each_sender_in_order(self):
        rng = random.Random(7)
        # One event loop plays all peers: it reads late.
        with self.relayd("--workers", "2", "--queue-bytes", "64MiB", "--queue-age", "60s") as relayd:
            peers = [await self.peer(relayd, "/bi/room", secure=number % 2 == 0) for number in range(6)]
            count = 300

            async def speak(name, peer):
                for number in range(count):
                    await peer.send(f"{name} {number} " + "x" * rng.choice((0, 10, 1000, 20_000)))

            async def listen(name, peer):
                heard = {other: [] for other in range(len(peers)) if other != name}
                while any(len(numbers) < count for numbers in heard.values()):
                    words = (await asyncio.wait_for(peer.recv(), 30 * SLOWNESS)).split(" ")
                    heard[int(words[0])].append(int(words[1]))
                return heard

            listeners = [asyncio.create_task(listen(name, peer)) for name, peer in enumerate(peers)]
            await asyncio.gather(*(speak(name, peer) for name, peer in enumerate(peers)))
            for heard in await asyncio.gather(*listeners):
                for numbers in heard.values():
                    self.assertEqual(numbers, list(range(count)))
            self.assertEqual(sum(row["dropped"] for row in relayd.connections()), 0)
            await asyncio.gather(*(peer.close() for peer in peers))

    async def test_the_statistics_websocket(self):
        with self.relayd() as relayd:
            async with self.peer(relayd, "/bi/x"), self.peer(relayd, "/ws") as statistics:
                wait_until(lambda: len(relayd.connections()) == 2, 5)  # those who look know of both
                await statistics.send("?")
                rows = [json.loads(await asyncio.wait_for(statistics.recv(), 10 * SLOWNESS)) for _ in range(2)]
                self.assertEqual({row["topic"] for row in rows}, {"/bi/x", "/ws"})


class Http(TlsTest):
    def curl(self, *arguments):
        if not shutil.which("curl"):
            self.skipTest("curl is not installed")
        return subprocess.run(["curl", "-sS", "--max-time", "20", "--cacert", self.authority.certificate, *arguments],
                              capture_output=True, timeout=60 * SLOWNESS, check=False)

    def test_pages_and_health(self):
        with self.relayd() as relayd:
            for path in ("/", "/stats", "/watch/demo", "/healthz", "/favicon.ico"):
                secure = self.curl("--fail", f"https://127.0.0.1:{relayd.tls_port}{path}")
                plain = self.curl("--fail", relayd.http(path))
                self.assertEqual((secure.returncode, secure.stderr), (0, b""), path)
                self.assertTrue(secure.stdout == plain.stdout, path)

    def test_refusals_say_why(self):
        with self.relayd() as relayd:
            for path, status in (("/bi/x", b"426"), ("/session/x", b"404")):
                done = self.curl("-i", f"https://127.0.0.1:{relayd.tls_port}{path}")
                self.assertEqual(done.stdout.split(b" ")[1], status)
            done = self.curl("-d", "no stream", f"https://127.0.0.1:{relayd.tls_port}/in/x")
            self.assertIn(b"transport stream", done.stdout)

    def test_a_foreign_page_is_refused_and_the_own_host_needs_https(self):
        with self.relayd() as relayd:
            host = f"relay.example:{relayd.tls_port}"
            for origin, status in ((f"https://{host}", b"101"), (f"http://{host}", b"403"), ("https://evil.example", b"403")):
                done = self.curl("-i", "--http1.1", "--max-time", "2", "-H", f"Host: {host}", "-H", f"Origin: {origin}",
                                 "-H", "Connection: Upgrade", "-H", "Upgrade: websocket", "-H", "Sec-WebSocket-Version: 13",
                                 "-H", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                                 f"https://127.0.0.1:{relayd.tls_port}/bi/x")
                self.assertEqual(done.stdout.split(b" ")[1], status, origin)

    def test_ffmpeg_sends_by_https_what_it_wrote(self):
        if not shutil.which("ffmpeg"):
            self.skipTest("ffmpeg is not installed")
        with self.relayd() as relayd, tempfile.TemporaryDirectory() as folder, \
                self.wss(relayd, "/out/demo") as viewer, WebSocket(relayd.port, "/out/demo") as plain:
            file = os.path.join(folder, "demo.ts")
            done = subprocess.run(
                ["ffmpeg", "-hide_banner", "-nostdin", "-loglevel", "error", "-f", "lavfi",
                 "-i", "testsrc=size=320x240:rate=25:duration=4", "-c:v", "mpeg1video", "-b:v", "800k", "-bf", "0", "-map", "0:v",
                 "-f", "tee", f"[f=mpegts:ca_file={self.authority.certificate}:tls_verify=1]"
                 f"https://127.0.0.1:{relayd.tls_port}/in/demo|[f=mpegts]{file}"],
                capture_output=True, text=True, timeout=60 * SLOWNESS, check=False)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            with open(file, "rb") as written:
                expected = written.read()
            for reader in (viewer, plain):
                got = b""
                while len(got) < len(expected):
                    got += reader.message()[1]
                self.assertTrue(got == expected, "what came differs from the file")


class Orders(TlsTest):
    def test_observers_see_how_each_is_connected(self):
        with self.relayd() as relayd, self.wss(relayd, "/bi/x"), WebSocket(relayd.port, "/bi/x"), \
                self.authority.connect(relayd.tls_port) as sender:
            sender.sendall(b"POST /in/y HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n")
            rows = wait_until(lambda: (lambda seen: len(seen) == 3 and seen)(relayd.connections()), 5, "three connections")
            self.assertEqual(sorted(row["transport"] for row in rows), ["https", "ws", "wss"])
            info = json.loads(relayd.relay("--json", "info").stdout)
            self.assertEqual(info["listening"], [f"ws://127.0.0.1:{relayd.port}", f"wss://127.0.0.1:{relayd.tls_port}"])

    def test_a_kick_ends_it_with_4000(self):
        with self.relayd() as relayd, self.wss(relayd, "/bi/x") as peer:
            victim = wait_until(relayd.connections, 5)[0]["id"]
            relayd.relay("kick", victim, "--reason", "maintenance")
            opcode, payload = peer.frame()
            self.assertEqual((opcode, payload), (CLOSE, close_payload(4000, b"maintenance")))
            peer.send(CLOSE, payload[:2])
            self.assertEqual(peer.read_to_end(), b"", "close_notify was to follow")

    def test_the_end_of_the_relay_closes_with_1001(self):
        with self.relayd() as relayd, self.wss(relayd, "/bi/x") as peer, self.wss(relayd, "/bi/y") as silent:
            relayd.send_signal(15)
            self.assertEqual(peer.close_code(answer=True), 1001)
            self.assertEqual(silent.frame()[1][:2], close_payload(1001))
            self.assertEqual(relayd.stop(), 0)

    def test_a_peer_that_says_close_notify_only_has_gone(self):
        with self.relayd() as relayd, self.wss(relayd, "/bi/x") as stays, self.wss(relayd, "/bi/x") as goes:
            wait_until(lambda: len(relayd.connections()) == 2, 5)
            goes.socket.setblocking(False)
            try:
                goes.socket.unwrap()
            except OSError:
                pass  # only one way: the relay's answer is not waited for
            wait_until(lambda: len(relayd.connections()) == 1, 5, "the connection's end")
            with self.wss(relayd, "/bi/x") as speaker:
                speaker.send(TEXT, b"still here")
                self.assertEqual(stays.message(), (TEXT, b"still here"))

    def test_a_reset_in_the_middle_of_a_record(self):
        with self.relayd() as relayd, WebSocket(relayd.port, "/bi/x") as stays:
            for _ in range(20):
                peer = self.wss(relayd, "/bi/x")
                plain = peer.socket.detach()
                self._break_off(plain)
            wait_until(lambda: len(relayd.connections()) == 1, 5, "the connections' end")
            with self.wss(relayd, "/bi/x") as speaker:
                speaker.send(BINARY, b"\0\1")
                self.assertEqual(stays.message(), (BINARY, b"\0\1"))

    @staticmethod
    def _break_off(descriptor):
        import socket
        import struct
        with socket.socket(fileno=descriptor) as plain:
            plain.sendall(b"\x17\x03\x03\x40\x00" + b"half a record")
            plain.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    def test_bytes_that_are_no_record_end_that_connection_alone(self):
        with self.relayd() as relayd, self.wss(relayd, "/bi/x") as stays, self.wss(relayd, "/bi/x") as speaker:
            import socket
            bad = self.wss(relayd, "/bi/x")
            with socket.socket(fileno=bad.socket.detach()) as plain:
                plain.settimeout(5 * SLOWNESS)
                plain.sendall(b"\x17\x03\x03\x00\x20" + b"\0" * 32)
                while plain.recv(4096):
                    pass
            wait_until(lambda: len(relayd.connections()) == 2, 5)
            speaker.send(TEXT, b"hello")
            self.assertEqual(stays.message(), (TEXT, b"hello"))


if __name__ == "__main__":
    main()
