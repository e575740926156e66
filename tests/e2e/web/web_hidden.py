# SPDX-License-Identifier: GPL-3.0-or-later
"""/watch behind another tab: it goes on, stays current and does not grow."""
import asyncio
import unittest

from devtools import DevTools
from publisher import H264, PLAYABLE, Publisher
from relay_e2e import Relayd, main
from web_watch import need_player

LIVE = "document.querySelector('.state')?.dataset.state === 'live'"
FPS = "Number(document.getElementById('fps').textContent)"
HIDDEN_SECONDS = 12


class Hidden(unittest.IsolatedAsyncioTestCase):
    async def test_a_hidden_page_keeps_playing(self):
        await self.plays_on(PLAYABLE)

    async def test_so_does_one_with_h264(self):
        await self.plays_on(H264)

    async def plays_on(self, codec):
        with Relayd() as relayd, Publisher(relayd.http("/in/demo"), codec=codec):
            need_player(relayd)
            async with DevTools() as browser:
                viewer_tab, viewer = await browser.open(relayd.http("/watch/demo"))
                await browser.wait(viewer, f"document.readyState === 'complete' && {LIVE}")
                await browser.open("about:blank")
                await browser.wait(viewer, "document.visibilityState === 'hidden'", 5)
                before = await browser.heap(viewer)
                await asyncio.sleep(HIDDEN_SECONDS)
                self.assertEqual(await browser.evaluate(viewer, "document.visibilityState"), "hidden")
                self.assertTrue(await browser.evaluate(viewer, LIVE))
                self.assertGreater(await browser.evaluate(viewer, FPS), 15, "pictures are decoded while nobody looks")
                grown = await browser.heap(viewer) - before
                self.assertLess(grown, 4 * 2**20, f"{grown / 2**20:.1f} MiB more after {HIDDEN_SECONDS} s")
                await browser.front(viewer_tab)
                await browser.wait(viewer, "document.visibilityState === 'visible'", 5)
                self.assertTrue(await browser.evaluate(viewer, LIVE), "current at once")


if __name__ == "__main__":
    main()
