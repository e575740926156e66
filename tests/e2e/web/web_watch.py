# SPDX-License-Identifier: GPL-3.0-or-later
"""/watch in a real browser: ffmpeg's picture by way of a real relayd."""
import json
import socket
import time
import unittest
import urllib.request

from browser import BrowserTest
from publisher import Publisher
from relay_e2e import Relayd, free_port, main, wait_until


def need_player(relayd):
    with urllib.request.urlopen(relayd.http("/assets/jsmpeg.js")) as answer:
        if answer.read().strip().endswith(b"export default null;"):
            raise unittest.SkipTest("this relayd was built without the player (RELAY_WEB_PLAYER=OFF)")


def colours(pixels):
    """Distinct colours, told apart by the upper two bits of each channel."""
    return {tuple(channel >> 6 for channel in pixels[at:at + 3]) for at in range(0, len(pixels), 4)}


def kick(relayd, role, reason):
    """Ends every connection of this role by the admin socket."""
    with socket.socket(socket.AF_UNIX) as admin:
        admin.settimeout(5)
        admin.connect(relayd.admin_socket)
        lines = admin.makefile("r", encoding="utf-8")

        def ask(number, method, **parameters):
            admin.sendall((json.dumps({"jsonrpc": "2.0", "id": number, "method": method, "params": parameters}) + "\n").encode())
            while (answer := json.loads(lines.readline())).get("id") != number:
                pass
            if "error" in answer:
                raise AssertionError(f"{method}: {answer['error']}")
            return answer["result"]

        ask(1, "session.open", protocol="relay-admin/1", client={"name": "test", "version": "1"})
        listed = ask(2, "connections.list")
        rows = [dict(zip(listed["columns"], row)) for row in listed["rows"]]
        ids = [row["id"] for row in rows if row["role"] == role]
        return ask(3, "connections.kick", ids=ids, reason=reason)["kicked"]


class Watch(BrowserTest):
    def live(self, browser, name, seconds=20):
        wait_until(lambda: browser.state(name) == "live", seconds, f"{name} is live: {browser.text(name, '.controls')}", 0.1)

    def moves(self, browser, name):
        first = browser.pixels(name)
        self.assertGreaterEqual(len(colours(first)), 6, f"{name} shows ffmpeg's bars of many colours")
        time.sleep(1)
        self.assertNotEqual(first, browser.pixels(name), f"{name} shows another picture a second later")

    def test_three_viewers_see_a_moving_picture(self):
        browser = self.browser
        with Relayd() as relayd, Publisher(relayd.http("/in/demo")) as publisher:
            need_player(relayd)
            viewers = ("one", "two", "three")
            for name in viewers:
                browser.open(name, relayd.http("/watch/demo"), width=640, height=480)
            for name in viewers:
                self.live(browser, name)
            for name in viewers:
                self.moves(browser, name)
                self.assertEqual(browser.text(name, "#size").replace("\u2009", ""), "320\u00d7240")
                wait_until(lambda: browser.figure(name, "fps") > 15, 10, f"{name} shows its pictures a second", 0.2)
                self.assertLess(browser.figure(name, "fps"), 35)
                self.assertGreater(browser.figure(name, "rate"), 100)
            self.assertEqual(browser.complaints(), [])
            self.assertEqual(publisher.said(), "")

    def test_waits_for_the_publisher_and_outlives_it(self):
        browser = self.browser
        with Relayd() as relayd:
            need_player(relayd)
            browser.open("viewer", relayd.http("/watch/late"), width=640, height=480)
            wait_until(lambda: "Nobody sends on late" in browser.text("viewer", "#noticeText"), 10)
            self.assertEqual(browser.state("viewer"), "waiting")
            self.assertIn(relayd.http("/in/late"), browser.text("viewer", "#noticeCommand"))
            with Publisher(relayd.http("/in/late")):
                self.live(browser, "viewer")
            wait_until(lambda: browser.state("viewer") == "waiting", 10, "it notices that nothing comes any more")
            with Publisher(relayd.http("/in/late"), size="160x120"):
                self.live(browser, "viewer")
                wait_until(lambda: browser.text("viewer", "#size").replace("\u2009", "") == "160\u00d7120", 10, "the new size")
                self.moves(browser, "viewer")
            self.assertEqual(browser.complaints(), [])

    def test_other_paths_and_names(self):
        browser = self.browser
        with Relayd() as relayd:
            need_player(relayd)
            with Publisher(relayd.http("/bi/m%C3%BChle%201")):
                browser.open("viewer", relayd.http("/watch/bi/m%C3%BChle%201"), width=640, height=480)
                self.live(browser, "viewer")
                self.assertEqual(browser.text("viewer", "#topic"), "bi/m\u00fchle 1")
            self.assertEqual(browser.complaints(), [])

    def test_lost_and_back(self):
        address = f"127.0.0.1:{free_port()}"
        browser = self.browser
        with Relayd(listen=address) as relayd:
            need_player(relayd)
            with Publisher(relayd.http("/in/demo")):
                browser.open("viewer", relayd.http("/watch/demo"), width=640, height=480)
                self.live(browser, "viewer")
                relayd.stop()
                wait_until(lambda: browser.state("viewer") == "lost", 5, "the loss is told", 0.1)
                self.assertIn("trying again", browser.text("viewer", "#stateDetail"))
        self.assertEqual(browser.text("viewer", "#announce"), "Connection lost")
        with Relayd(listen=address) as relayd, Publisher(relayd.http("/in/demo")):
            self.live(browser, "viewer", 25)
            self.moves(browser, "viewer")
        self.assertEqual(browser.complaints(), [])

    def test_a_kicked_viewer_stays_away_until_it_is_asked_back(self):
        browser = self.browser
        with Relayd() as relayd, Publisher(relayd.http("/in/demo")):
            need_player(relayd)
            browser.open("viewer", relayd.http("/watch/demo"), width=640, height=480)
            self.live(browser, "viewer")
            # The workers tell of a new connection once a second, so that it may not be listed yet.
            kicked = wait_until(lambda: kick(relayd, "subscriber", "the lab closes"), 5, "the viewer is listed", 0.2)
            self.assertEqual(len(kicked), 1)
            wait_until(lambda: browser.state("viewer") == "ended", 5, "the end is told", 0.1)
            self.assertIn("the lab closes", browser.text("viewer", "#noticeText"))
            time.sleep(2)
            self.assertEqual(browser.state("viewer"), "ended")
            browser.click("viewer", "#again")
            self.live(browser, "viewer")
            self.assertEqual(browser.complaints(), [])

    def test_a_codec_that_cannot_be_played_is_named(self):
        browser = self.browser
        with Relayd() as relayd:
            need_player(relayd)
            browser.open("viewer", relayd.http("/watch/demo"), width=640, height=480)
            for codec, name in ((("-codec:v", "mpeg4"), "MPEG-4 part 2"), (("-codec:v", "mpeg2video"), "MPEG-2 video")):
                with self.subTest(name), Publisher(relayd.http("/in/demo"), codec=codec):
                    title = f"{name} can't be played by this page"
                    wait_until(lambda: browser.text("viewer", "#noticeTitle") == title, 15, title, 0.1)
                    self.assertEqual(browser.state("viewer"), "unplayable")
                    self.assertIn("-codec:v mpeg1video", browser.text("viewer", "#noticeCommand"))
            with Publisher(relayd.http("/in/demo")):
                self.live(browser, "viewer")
            self.assertEqual(browser.complaints(), [])

    def test_what_is_no_video_is_told(self):
        browser = self.browser
        with Relayd() as relayd:
            need_player(relayd)
            browser.open("viewer", relayd.http("/watch/bi/chat"), width=640, height=480)
            browser.evaluate("viewer", """(() => {
                const peer = new WebSocket(`ws://${location.host}/bi/chat`);
                peer.onopen = () => setInterval(() => peer.send('x'.repeat(1000)), 50);
            })()""")
            wait_until(lambda: browser.text("viewer", "#noticeTitle") == "This topic carries no video", 10)
            self.assertEqual(browser.complaints(), [])

    def test_sound_is_off_until_it_is_asked_for(self):
        browser = self.browser
        with Relayd() as relayd, Publisher(relayd.http("/in/demo"), sound=True):
            need_player(relayd)
            browser.open("viewer", relayd.http("/watch/demo"), width=640, height=480)
            self.live(browser, "viewer")
            pressed = "document.getElementById('sound').getAttribute('aria-pressed')"
            self.assertEqual(browser.evaluate("viewer", pressed), "false")
            browser.click("viewer", "#sound")
            self.assertEqual(browser.evaluate("viewer", pressed), "true")
            time.sleep(1)
            self.moves(browser, "viewer")
            browser.click("viewer", "#sound")
            self.assertEqual(browser.evaluate("viewer", pressed), "false")
            self.assertEqual(browser.complaints(), [])

    def test_exact_pixels_are_whole_screen_pixels(self):
        browser = self.browser
        with Relayd() as relayd, Publisher(relayd.http("/in/demo")):
            need_player(relayd)
            browser.open("viewer", relayd.http("/watch/demo"), width=1000, height=700)
            self.live(browser, "viewer")
            shown = "(({width, height}) => [width, height])(document.getElementById('picture').getBoundingClientRect())"
            width, height = browser.evaluate("viewer", shown)
            self.assertAlmostEqual(width / height, 4 / 3, places=2)
            browser.click("viewer", "#exact")
            self.assertEqual(browser.evaluate("viewer", shown), [640, 480])


if __name__ == "__main__":
    main()
