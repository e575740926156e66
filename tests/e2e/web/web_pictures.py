# SPDX-License-Identifier: GPL-3.0-or-later
"""All pages in both themes, on a desk and on a phone: nothing sticks out. Leaves the pictures in the build folder."""
import os
import pathlib
import time

from accesstoken import SecuredRelayd, token
from browser import BrowserTest
from publisher import H264, Publisher
from rawws import BINARY, TEXT, WebSocket
from relay_e2e import Relayd, main, wait_until
from web_watch import need_player

SIZES = {"desk": (1280, 800), "phone": (390, 844)}


class Pictures(BrowserTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.folder = pathlib.Path(os.environ["RELAY_BINARY_DIR"]) / "pictures" / "web"
        cls.folder.mkdir(parents=True, exist_ok=True)

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

    def test_h264_and_waiting(self):
        with Relayd() as relayd:
            need_player(relayd)
            self.looks("watch-waiting", relayd.http("/watch/demo"), lambda: wait_until(
                lambda: "To send a test picture" in self.browser.text("page", "#noticeText"), 10))
            self.looks("watch-which", relayd.http("/watch"), self.shut)
            with Publisher(relayd.http("/in/demo"), codec=H264, size="640x480"):
                self.looks("watch-h264", relayd.http("/watch/demo"), self.live)

    def test_data(self):
        with Relayd() as relayd, WebSocket(relayd.port, "/bi/lab3-st-data") as peer:
            self.looks("data-empty", relayd.http("/data/lab3-st-data"), self.live)

            def filled(unfolds=False):
                self.live()
                for number in range(9):
                    peer.send(TEXT, f'{{"time": {1764160000000 + 100 * number}, "encoder": {{"position": {-0.21 + 0.03 * number:.2f}, "unit": "rad"}}}}'.encode())
                peer.send(TEXT, b"calibrated")
                peer.send(BINARY, bytes(range(188)))
                self.browser.evaluate("page", "document.getElementById('asJson').click()")
                self.browser.type("page", "#message", '{"cmd": "start", "speed": 0.4}')
                self.browser.press("page", "#message", "Enter")
                self.browser.type("page", "#message", '{"cmd": "stop" "speed": 0}')
                self.browser.press("page", "#message", "Enter")
                wait_until(lambda: self.browser.evaluate("page", "document.querySelectorAll('.message').length") == 12, 5)
                self.browser.evaluate("page", "document.querySelectorAll('.message summary')[8].click()")

            self.looks("data", relayd.http("/data/lab3-st-data"), filled)

    def test_with_tokens(self):
        browser = self.browser
        with SecuredRelayd() as relayd:
            need_player(relayd)
            relayd.deny("cancelled")
            self.looks("front-secured", relayd.http("/"))

            def pasted(key, topic="lab3-st-video", **claims):
                self.shut()
                browser.type("page", "#doorToken", token(topic, **claims) if key else "ey...")
                browser.click("page", "#doorEnter")

            def filled_in():
                self.shut()
                browser.type("page", "#doorToken", token("lab3-st-video", booking_id="booking17", scopes=["read"]))

            def denied():
                pasted(True, booking_id="cancelled")
                wait_until(lambda: "cancelled" in browser.text("page", "#doorTitle"), 5)

            def reading():
                pasted(True, "lab3-st-data", scopes=["read"])
                self.live()

            def figures():
                pasted(True, "stats")
                self.live()

            self.looks("door-any", relayd.http("/watch"), self.shut, forgets=True)
            self.looks("door", relayd.http("/watch/lab3-st-video"), filled_in, forgets=True)
            self.looks("door-denied", relayd.http("/watch/lab3-st-video"), denied, forgets=True)
            self.looks("data-reading", relayd.http("/data/lab3-st-data"), reading, forgets=True)
            with Publisher(relayd.http("/in/lab3-st-video"), token=token("lab3-st-video", booking_id="camera3", scopes=["write"])):
                self.looks("stats-secured", relayd.http("/stats"), figures, forgets=True)

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
                    dark = self.browser.evaluate("page", "getComputedStyle(document.body).backgroundColor") == "rgb(18, 23, 28)"
                    self.assertEqual(dark, scheme == "dark")


if __name__ == "__main__":
    main()
