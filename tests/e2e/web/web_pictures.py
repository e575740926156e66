# SPDX-License-Identifier: GPL-3.0-or-later
"""Both pages in both themes, on a desk and on a phone: nothing sticks out. Leaves the pictures in the build folder."""
import os
import pathlib

from browser import BrowserTest
from publisher import Publisher
from relay_e2e import Relayd, main, wait_until
from web_watch import need_player

SIZES = {"desk": (1280, 800), "phone": (390, 844)}


class Pictures(BrowserTest):
    def test_pages_fit_their_window(self):
        folder = pathlib.Path(os.environ["RELAY_BINARY_DIR"]) / "pictures" / "web"
        folder.mkdir(parents=True, exist_ok=True)
        topics = ("demo", "spin30-st-video", "pend12-st-video")
        browser = self.browser
        with Relayd() as relayd:
            need_player(relayd)
            publishers = [Publisher(relayd.http(f"/in/{topic}"), size="640x480") for topic in topics]
            with publishers[0], publishers[1], publishers[2]:
                browser.open("readers", relayd.http("/assets/mark.svg"))
                browser.evaluate("readers", f"""window.readers = {list(topics)}.flatMap((topic, index) =>
                    Array.from({{length: 2 + index}}, () => new WebSocket(`ws://${{location.host}}/out/${{topic}}`))); 0""")
                for path in ("/watch/demo", "/stats", "/"):
                    for scheme in ("light", "dark"):
                        for device, (width, height) in SIZES.items():
                            with self.subTest(path, scheme=scheme, device=device):
                                self.look(browser, folder, relayd.http(path), scheme=scheme, device=device, width=width, height=height)
            self.assertEqual(browser.complaints(), [])

    def look(self, browser, folder, url, device, **window):
        browser.open("page", url, **window)
        if "/watch" in url or "/stats" in url:
            wait_until(lambda: browser.state("page") == "live", 15, "live", 0.2)
        name = f"{url.split('/')[3] or 'front'}-{device}-{window['scheme']}.png"
        browser.shot("page", folder / name)
        self.assertEqual(browser.evaluate("page", "document.scrollingElement.scrollWidth - innerWidth"), 0, "nothing sticks out sideways")
        dark = browser.evaluate("page", "getComputedStyle(document.body).backgroundColor") == "rgb(18, 23, 28)"
        self.assertEqual(dark, window["scheme"] == "dark")


if __name__ == "__main__":
    main()
