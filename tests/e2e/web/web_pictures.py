# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages in both themes, on a desk and on a phone: nothing sticks out. Leaves the pictures in the build folder."""
import os
import pathlib
import time

from browser import BrowserTest
from publisher import Publisher
from relay_e2e import Relayd, main, wait_until
from web_watch import need_player

SIZES = {"desk": (1280, 800), "phone": (390, 844)}

# Controls that a screen reader could only call "button" or "edit": no text, no label.
NAMELESS = """[...document.querySelectorAll('button, input, textarea, a, summary, iframe, video, canvas, [tabindex]')].filter((element) =>
    element.checkVisibility() && !element.innerText?.trim() && !element.textContent.trim() && !element.getAttribute('aria-label') && !element.title
    && ![...element.labels ?? []].some((label) => label.textContent.trim())).map((element) => element.outerHTML)"""


class PicturesTest(BrowserTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.folder = pathlib.Path(os.environ["RELAY_BINARY_DIR"]) / "pictures" / "web"
        cls.folder.mkdir(parents=True, exist_ok=True)

    def live(self):
        wait_until(lambda: self.browser.state("page") == "live", 15, "live", 0.2)

    def shut(self):
        wait_until(lambda: self.browser.evaluate("page", "document.body.dataset.door ?? ''") == "shut", 10, "the form")

    def looks(self, name, url, ready=None, forgets=False):
        """A picture of the page in each theme and on each device, once it is ready."""
        for scheme in ("light", "dark"):
            for device, (width, height) in SIZES.items():
                with self.subTest(name, scheme=scheme, device=device):
                    self.browser.open("page", url, scheme=scheme, width=width, height=height)
                    if forgets:
                        self.browser.evaluate("page", "sessionStorage.clear()")
                        self.browser.open("page", url, scheme=scheme, width=width, height=height)
                    if ready:
                        ready()
                    time.sleep(0.3)  # colours fade in
                    self.browser.shot("page", self.folder / f"{name}-{device}-{scheme}.png")
                    self.assertEqual(self.browser.evaluate("page", "document.scrollingElement.scrollWidth - innerWidth"), 0,
                                     "nothing sticks out sideways")
                    self.assertEqual(self.browser.evaluate("page", NAMELESS), [], "every control says what it is")
                    dark = self.browser.evaluate("page", "getComputedStyle(document.body).backgroundColor") == "rgb(18, 23, 28)"
                    self.assertEqual(dark, scheme == "dark")


class Pictures(PicturesTest):
    def test_pages_fit_their_window(self):
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
                    self.looks(path[1:].partition("/")[0] or "front", relayd.http(path), self.live if path != "/" else None)
            self.assertEqual(browser.complaints(), [])


if __name__ == "__main__":
    main()
