# SPDX-License-Identifier: GPL-3.0-or-later
"""/watch with H.264: in a browser that decodes it, for late viewers, and where it cannot be decoded."""
import time

from browser import BrowserTest
from publisher import H264, Publisher
from relay_e2e import Relayd, main, wait_until
from web_watch import colours, need_player

AHEAD = """(() => { const film = document.getElementById('film'); const { buffered } = film;
    return buffered.length ? buffered.end(buffered.length - 1) - film.currentTime : 99; })()"""


def h264(interval):
    """With a key frame every so many pictures and no other: -sc_threshold keeps the encoder from its own."""
    return ("-codec:v", "libx264", "-preset", "ultrafast", "-tune", "zerolatency", "-pix_fmt", "yuv420p", "-b:v", "800k", "-g", str(interval),
            "-keyint_min", str(interval), "-sc_threshold", "0")


class H264Test(BrowserTest):
    def live(self, name, seconds=20):
        wait_until(lambda: self.browser.state(name) == "live", seconds, f"{name} is live: {self.browser.text(name, 'body')}", 0.05)

    def moves(self, name):
        # The page counts what was decoded, which is on the screen a moment later.
        wait_until(lambda: len(colours(self.browser.pixels(name))) >= 6, 2, f"ffmpeg's bars of many colours in {name}", 0.1)
        first = self.browser.pixels(name)
        time.sleep(1)
        self.assertNotEqual(first, self.browser.pixels(name), f"{name} shows another picture a second later")


class Watch(H264Test):
    def test_a_moving_picture_close_behind_the_camera(self):
        browser = self.browser
        with Relayd() as relayd, Publisher(relayd.http("/in/demo"), codec=H264):
            need_player(relayd)
            for name in ("one", "two", "three"):
                browser.open(name, relayd.http("/watch/demo"), width=640, height=480)
            for name in ("one", "two", "three"):
                self.live(name)
            self.moves("one")
            self.assertEqual(browser.text("one", "#size").replace("\u2009", ""), "320\u00d7240")
            self.assertEqual(browser.text("one", "#codec"), "H.264")
            wait_until(lambda: browser.figure("one", "fps") > 15, 10, "its pictures a second", 0.2)
            self.assertLess(browser.figure("one", "fps"), 35)
            wait_until(lambda: browser.evaluate("one", AHEAD) < 1, 10, "less than a second waits to be shown")
            self.assertEqual(browser.complaints(), [])

    def test_a_late_viewer_has_a_picture_long_before_the_next_key_frame(self):
        browser = self.browser
        with Relayd() as relayd, Publisher(relayd.http("/in/demo"), codec=h264(250)):
            need_player(relayd)
            time.sleep(4.5)  # in the middle of a group of pictures of ten seconds
            browser.open("warm", relayd.http("/assets/mpegts.js"))
            begun = time.monotonic()
            browser.open("late", relayd.http("/watch/demo"), width=640, height=480)
            self.live("late", 4)
            print(f"a picture after {time.monotonic() - begun:.2f} s")
            self.moves("late")
            wait_until(lambda: browser.evaluate("late", AHEAD) < 1.6, 5, "and at the newest of them")
            self.assertEqual(browser.complaints(), [])

    def test_a_profile_that_the_browser_does_not_decode_is_named(self):
        browser = self.browser
        with Relayd() as relayd:
            need_player(relayd)
            # Chromium decodes 4:4:4; others say that they do not.
            browser.open("viewer", relayd.http("/watch/demo"), width=640, height=480, init="""const all = MediaSource.isTypeSupported;
                MediaSource.isTypeSupported = (type) => !type.includes('avc1.f4') && all(type);""")
            with Publisher(relayd.http("/in/demo"), codec=("-codec:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv444p", "-g", "25")):
                wait_until(lambda: "This kind of H.264" in browser.text("viewer", "#noticeTitle"), 15, "the profile")
                self.assertEqual(browser.state("viewer"), "unplayable")
                self.assertIn("-pix_fmt yuv420p", browser.text("viewer", "#noticeCommand"))
            with Publisher(relayd.http("/in/demo"), codec=H264):
                self.live("viewer")
            self.assertEqual(browser.complaints(), [])

    def test_a_browser_without_media_source_says_so(self):
        browser = self.browser
        with Relayd() as relayd, Publisher(relayd.http("/in/demo"), codec=H264):
            need_player(relayd)
            browser.open("viewer", relayd.http("/watch/demo"), width=640, height=480, init="delete window.MediaSource; delete window.ManagedMediaSource;")
            wait_until(lambda: browser.text("viewer", "#noticeTitle") == "This browser can't play H.264", 15, "what is missing")
            self.assertIn("-codec:v mpeg1video", browser.text("viewer", "#noticeCommand"))
            self.assertEqual(browser.complaints(), [])


if __name__ == "__main__":
    main()
