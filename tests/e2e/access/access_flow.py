#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sessions from the token to the end: with python3-websockets, npm's ws and ffmpeg as clients."""
import asyncio
import json
import os
import shutil
import subprocess
import time
import unittest
from pathlib import Path

import websockets

from accesstoken import SecuredRelayd, admin_token, token
from relay_e2e import SLOWNESS, main, wait_until

PEER = Path(__file__).with_name("peer.mjs")
MODULES = os.path.join(os.environ.get("RELAY_BINARY_DIR", "."), "tests", "e2e", "chat")
SHORTLY = 5 * SLOWNESS


class Flow(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        self.relayd = SecuredRelayd(["--stats-every", "60s"])
        self.enterContext(self.relayd)

    async def dial(self, topic="lab", **changes):
        peer = await websockets.connect(self.relayd.uri(topic, **changes), ping_interval=None)
        self.addAsyncCleanup(peer.close)
        return peer

    async def expect(self, peer, message):
        self.assertEqual(await asyncio.wait_for(peer.recv(), SHORTLY), message)

    async def expect_silence(self, peer, seconds=0.3):
        with self.assertRaises(asyncio.TimeoutError):
            await asyncio.wait_for(peer.recv(), seconds)

    async def end_of(self, peer, within):
        """Code, reason and the seconds until the end."""
        begin = time.monotonic()
        with self.assertRaises(websockets.ConnectionClosed) as caught:
            while True:
                await asyncio.wait_for(peer.recv(), within * SLOWNESS)
        return caught.exception.rcvd.code, caught.exception.rcvd.reason, time.monotonic() - begin

    async def test_messages_go_to_the_others_and_only_on_the_topic(self):
        a, b, other = await self.dial(), await self.dial(booking_id="b1"), await self.dial("another")
        await a.send("ping")
        await self.expect(b, "ping")
        await b.send(b"\x00pong")
        await self.expect(a, b"\x00pong")
        await self.expect_silence(other)

    async def test_scopes_say_who_reads_and_who_writes(self):
        both, reader, writer = await self.dial(), await self.dial(scopes=["read"]), await self.dial(scopes=["write"])
        await reader.send("nobody hears this")
        await writer.send("from the writer")
        await self.expect(both, "from the writer")
        await self.expect(reader, "from the writer")
        await both.send("to the reader")
        await self.expect(reader, "to the reader")
        await self.expect_silence(writer)

    async def test_a_token_that_expires_ends_its_connection_and_no_other(self):
        until = int(time.time()) + 3
        ending, staying = await self.dial(exp=until), await self.dial(booking_id="b1")
        code, reason, _ = await self.end_of(ending, 6)
        late = time.time() - until
        self.assertEqual((code, reason), (4401, "token expired"))
        self.assertGreaterEqual(late, 0)
        self.assertLess(late, 1 * SLOWNESS)
        again = await self.dial(booking_id="b2")
        await again.send("still here")
        await self.expect(staying, "still here")

    async def test_a_denied_booking_is_cut_and_stays_out_until_it_is_allowed(self):
        one, two, staying = await self.dial(), await self.dial(), await self.dial(booking_id="b1")
        unused = self.relayd.uri()
        begin = time.monotonic()
        self.assertEqual(await asyncio.to_thread(self.relayd.deny, "booking0"), 204)
        for peer in (one, two):
            self.assertEqual((await self.end_of(peer, 1))[:2], (4403, "booking denied"))
        self.assertLess(time.monotonic() - begin, 1 * SLOWNESS)
        with self.assertRaises(websockets.InvalidStatusCode) as caught:
            await websockets.connect(unused)
        self.assertEqual(caught.exception.status_code, 401)
        self.assertEqual(self.relayd.call("POST", "/session/lab", token())[0], 400)
        self.assertEqual(self.relayd.allow("booking0"), 204)
        back = await self.dial()  # the original ended here, with all of its users
        await back.send("I am back")
        await self.expect(staying, "I am back")
        self.assertEqual(self.relayd.deny("booking0"), 204)
        self.assertEqual((await self.end_of(back, 1))[0], 4403)

    async def test_a_client_of_node_runs_the_whole_flow(self):
        if not shutil.which("node") or not os.path.exists(os.path.join(MODULES, "node_modules", "ws")):
            self.skipTest("node, or npm's ws in the build folder, is not there")
        python = await self.dial(booking_id="b1")
        process = await asyncio.create_subprocess_exec(
            "node", str(PEER), self.relayd.http("/session/lab"), token(), MODULES, stdout=asyncio.subprocess.PIPE)
        try:
            await self.expect(python, "hello from node")
            await python.send("hello from python")
            line = await asyncio.wait_for(process.stdout.readline(), SHORTLY)
            self.assertEqual(json.loads(line), {"type": "text", "data": "hello from python"})
            self.assertEqual(await asyncio.to_thread(self.relayd.deny, "booking0"), 204)
            line = await asyncio.wait_for(process.stdout.readline(), SHORTLY)
            self.assertEqual(json.loads(line), {"closed": 4403, "reason": "booking denied"})
        finally:
            if process.returncode is None:
                process.terminate()
            await process.wait()

    async def test_ffmpeg_sends_with_a_token(self):
        if not shutil.which("ffmpeg"):
            self.skipTest("ffmpeg is not installed")
        viewer = await self.dial("cam-st-video", scopes=["read"])
        key = token("cam-st-video", scopes=["write"], booking_id="camera")
        process = await asyncio.create_subprocess_exec(
            "ffmpeg", "-v", "error", "-re", "-f", "lavfi", "-i", "testsrc=size=160x120:rate=25", "-f", "mpegts",
            "-codec:v", "mpeg1video", "-bf", "0", "-headers", f"Authorization: {key}\r\n", self.relayd.http("/in/cam-st-video"),
            stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)
        try:
            message = await asyncio.wait_for(viewer.recv(), 10 * SLOWNESS)
            self.assertEqual((len(message) % 188, message[:1]), (0, b"\x47"))
            self.assertEqual(await asyncio.to_thread(self.relayd.deny, "camera"), 204)
            await asyncio.wait_for(process.wait(), 10 * SLOWNESS)
            self.assertNotEqual(process.returncode, 0)
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()

    async def test_a_stream_without_the_right_token_is_refused(self):
        def post(key, path="/in/lab"):
            return self.relayd.call("POST", path, key, body=b"\x47" + b"x" * 187)
        self.assertEqual(post(None)[0], 401)
        self.assertEqual(post(None)[2]["www-authenticate"], "Bearer")
        self.assertEqual(post("nonsense")[0], 401)
        self.assertEqual(post(token("other"))[0], 401)
        self.assertEqual(post(token(scopes=["read"]))[0], 403)
        self.assertEqual(post(token(), "/lab")[0], 404)
        self.relayd.deny("booking0")
        self.assertEqual(post(token())[0], 403)

    # --- the topic stats ---

    async def test_reports_come_on_command_and_show_who_is_there(self):
        host = await self.dial("pend00-st-video", scopes=["write", "expt"], booking_id="b1")
        await host.send(b"x" * 1000)
        stats = await self.dial("stats", booking_id="b2")
        begin = time.monotonic()

        async def report():
            await stats.send('{"cmd":"update"}')
            return json.loads(await asyncio.wait_for(stats.recv(), SHORTLY))
        rows = await report()
        self.assertLess(time.monotonic() - begin, 0.5 * SLOWNESS)
        self.assertEqual(rows[0]["remoteAddr"], "internal")
        for _ in range(10):
            hosts = [row for row in rows if row["topic"] == "pend00-st-video"]
            if hosts and hosts[0]["stats"]["tx"]["size"]:
                break
            rows = await report()
        row = hosts[0]
        self.assertEqual(set(row), {"canRead", "canWrite", "connected", "expiresAt", "remoteAddr", "scopes", "topic",
                                    "userAgent", "stats"})
        self.assertEqual((row["canRead"], row["canWrite"], row["scopes"]), (False, True, ["write", "expt"]))
        self.assertRegex(row["expiresAt"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
        self.assertEqual(row["stats"]["tx"]["size"], 1000)
        self.assertRegex(row["stats"]["tx"]["last"], r"^[0-9.]+(ns|µs|ms|s)$")
        self.assertEqual(row["stats"]["rx"], {"last": "Never", "size": 0, "fps": 0})
        self.assertNotIn("b1", json.dumps(rows))

    async def test_nobody_publishes_reports(self):
        forger = await self.dial("stats", booking_id="b1")
        reader = await self.dial("stats", booking_id="b2", scopes=["read"])
        await forger.send('[{"topic":"forged"}]')
        await forger.send(b"binary")
        await reader.send('{"cmd":"update"}')
        await self.expect_silence(reader)
        await forger.send('{"cmd":"update"}')
        self.assertNotIn("forged", await asyncio.wait_for(reader.recv(), SHORTLY))

    async def test_only_readers_get_reports(self):
        writer = await self.dial("stats", scopes=["write"])
        await writer.send('{"cmd":"update"}')
        await self.expect_silence(writer, 1.5)

    async def test_updates_are_given_at_most_once_a_second(self):
        stats = await self.dial("stats")
        for _ in range(20):
            await stats.send('{"cmd":"update"}')
        begin = time.monotonic()
        await asyncio.wait_for(stats.recv(), SHORTLY)
        await asyncio.wait_for(stats.recv(), SHORTLY)
        self.assertGreater(time.monotonic() - begin, 0.8)
        await self.expect_silence(stats, 1.5)

    async def test_status_shows_sessions_in_its_own_names(self):
        await self.dial(scopes=["read", "expt"])

        def mine():
            rows = json.loads(self.relayd.call("GET", "/status", admin_token("relay:stats"))[1])
            return [row for row in rows if row["topic"] == "lab"]
        row = wait_until(mine, what="the session in /status")[0]
        self.assertEqual(set(row), {"can_read", "connected_at", "expires_at", "remote_addr", "scopes", "topic", "user_agent"})
        self.assertEqual(row["scopes"], ["read", "expt"])


if __name__ == "__main__":
    main()
