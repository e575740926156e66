#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Denying under load: of 1,000 sessions 100 are denied while 50 more of each kind race in."""
import asyncio
import json
import random
import shutil
import signal
import tempfile
import time
import unittest

import websockets

from accesstoken import SecuredRelayd, admin_token, token
from relay_e2e import SLOWNESS, main, wait_until

DENIED, OTHERS, RACING = 100, 900, 50
ARGS = ["--undecided-per-address", "0", "--connections-per-address", "0", "--handshake-rate", "0",
        "--failures-per-minute", "0"]


async def post(relayd, path, key):
    return await asyncio.to_thread(relayd.call, "POST", path, key)


class DenyUnderLoad(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        self.state = tempfile.mkdtemp(prefix="rlstate")
        self.addCleanup(shutil.rmtree, self.state)

    async def open(self, relayd, booking, gate):
        """A session, or None when it was refused before the upgrade."""
        async with gate:
            status, body, _ = await post(relayd, "/session/lab", token(booking_id=booking))
            if status != 200:
                self.assertEqual(status, 400)
                return None
            try:
                return await websockets.connect(json.loads(body)["uri"], ping_interval=None, open_timeout=30 * SLOWNESS)
            except websockets.InvalidStatusCode as refused:
                self.assertIn(refused.status_code, (401, 403))
                return None

    async def test_none_of_the_denied_is_left_and_none_of_the_others_is_touched(self):
        with SecuredRelayd(ARGS, state=self.state) as relayd:
            gate = asyncio.Semaphore(64)
            names = [f"denied{i}" for i in range(DENIED)] + [f"other{i}" for i in range(OTHERS)]
            sessions = dict(zip(names, await asyncio.gather(*(self.open(relayd, name, gate) for name in names))))
            self.assertTrue(all(sessions.values()))

            racing_names = [f"denied{i}" for i in range(RACING)] + [f"racing{i}" for i in range(RACING)]
            random.shuffle(racing_names)
            racers = [asyncio.create_task(self.open(relayd, name, gate)) for name in racing_names]
            until = int(time.time()) + 600
            ends = {}

            async def deny(name):
                status, _, _ = await post(relayd, f"/bids/deny?bid={name}&exp={until}", admin_token())
                ends[name] = time.monotonic()
                self.assertEqual(status, 204)
            await asyncio.gather(*(deny(f"denied{i}") for i in range(DENIED)))
            raced = list(zip(racing_names, await asyncio.gather(*racers)))

            everybody = list(sessions.items()) + [(name, peer) for name, peer in raced if peer]
            doomed = [(name, peer) for name, peer in everybody if name.startswith("denied")]
            staying = [peer for name, peer in everybody if not name.startswith("denied")]
            self.assertEqual(len(staying), OTHERS + RACING)
            for name, peer in doomed:
                await asyncio.wait_for(peer.wait_closed(), 5 * SLOWNESS)
                self.assertEqual(peer.close_code, 4403)
            self.assertLess(time.monotonic() - max(ends.values()), 1 * SLOWNESS + 2)
            self.assertTrue(all(peer.open for peer in staying))
            wait_until(lambda: len(relayd.connections()) == len(staying), what="all others to be known")

            # The others are not only open: each hears the next message.
            await staying[0].send("to everybody")
            got = await asyncio.gather(*(asyncio.wait_for(peer.recv(), 20 * SLOWNESS) for peer in staying[1:]))
            self.assertEqual(set(got), {"to everybody"})
            for i in range(DENIED):
                self.assertIsNone(await self.open(relayd, f"denied{i}", gate))
            await asyncio.gather(*(peer.close() for peer in staying))
            relayd.stop(signal.SIGKILL)

        with SecuredRelayd(ARGS, state=self.state) as relayd:
            listed = json.loads(relayd.call("GET", "/bids/deny", admin_token())[1])["booking_ids"]
            self.assertEqual(set(listed), {f"denied{i}" for i in range(DENIED)})
            self.assertEqual(relayd.call("POST", "/session/lab", token(booking_id="denied7"))[0], 400)
            self.assertEqual(relayd.call("POST", "/session/lab", token(booking_id="other7"))[0], 200)

    async def test_a_denial_is_on_disk_when_it_is_answered(self):
        for round_number in range(5):
            with SecuredRelayd(ARGS, state=self.state) as relayd:
                self.assertEqual(relayd.deny(f"killed{round_number}"), 204)
                relayd.stop(signal.SIGKILL)
            with SecuredRelayd(ARGS, state=self.state) as relayd:
                listed = json.loads(relayd.call("GET", "/bids/deny", admin_token())[1])["booking_ids"]
                self.assertEqual(set(listed), {f"killed{i}" for i in range(round_number + 1)})

    async def test_two_relays_do_not_share_a_state_directory(self):
        with SecuredRelayd(ARGS, state=self.state):
            with self.assertRaises(AssertionError) as caught:
                SecuredRelayd(ARGS, state=self.state).__enter__()
            self.assertIn("another relayd", str(caught.exception))


if __name__ == "__main__":
    main()
