# SPDX-License-Identifier: GPL-3.0-or-later
"""/watch of a secured relay in a real browser: with a token that was pasted, and with those that will not do."""
import contextlib
import signal
import time

from accesstoken import SecuredRelayd, token
from browser import Browser, BrowserTest
from publisher import Publisher
from relay_e2e import free_port, main, wait_until
from web_watch import colours, need_player

VIDEO = "lab3-st-video"
KEPT = "sessionStorage.getItem('relay.tokens')"


def feed(relayd):
    return Publisher(relayd.http(f"/in/{VIDEO}"), token=token(VIDEO, booking_id="camera3", scopes=["write"]))


class SecuredTest(BrowserTest):
    def shut(self, name):
        return self.browser.evaluate(name, "document.body.dataset.door ?? null") == "shut"

    def open(self, name, url, **window):
        self.browser.open(name, url, **{"width": 800, "height": 600, **window})
        wait_until(lambda: self.shut(name), 30, "the page asks for a token")

    def paste(self, name, key):
        self.browser.type(name, "#doorToken", key)
        self.browser.click(name, "#doorEnter")

    def live(self, name, seconds=20):
        wait_until(lambda: self.browser.state(name) == "live", seconds, f"{name} is live: {self.browser.text(name, 'body')}", 0.1)

    def told(self, name):
        return f"{self.browser.text(name, '#doorTitle')}. {self.browser.text(name, '#doorText')}"


class Watch(SecuredTest):
    def test_three_browsers_with_pasted_tokens(self):
        with contextlib.ExitStack() as stack:
            browsers = [self.browser, *(stack.enter_context(Browser()) for _ in range(2))]
            relayd = stack.enter_context(SecuredRelayd(["--log-level", "debug"]))
            need_player(relayd)
            stack.enter_context(feed(relayd))
            keys = [token(VIDEO, booking_id=f"student{number}", scopes=["read"]) for number in range(3)]
            for browser, key in zip(browsers, keys):
                browser.open("viewer", relayd.http(f"/watch/{VIDEO}"), width=640, height=480)
                wait_until(lambda: browser.evaluate("viewer", "document.body.dataset.door ?? null") == "shut", 30, "the form")
                browser.type("viewer", "#doorToken", key)
                browser.click("viewer", "#doorEnter")
            for browser in browsers:
                wait_until(lambda: browser.state("viewer") == "live", 20, "live", 0.1)
            first = [browser.pixels("viewer") for browser in browsers]
            time.sleep(1)
            for browser, key, before in zip(browsers, keys, first):
                self.assertGreaterEqual(len(colours(before)), 6)
                self.assertNotEqual(before, browser.pixels("viewer"), "it moves")
                self.assertEqual(browser.complaints(), [])
                self.assert_nowhere(browser, "viewer", key, relayd)

    def assert_nowhere(self, browser, name, key, relayd):
        """The token is in this tab's storage, in a header, and in no other place."""
        signature = key.split(".")[2]
        self.assertIn(signature, browser.evaluate(name, KEPT))
        self.assertEqual(browser.evaluate(name, "localStorage.length + document.cookie.length"), 0)
        self.assertNotIn(signature, browser.evaluate(name, "document.documentElement.outerHTML"))
        self.assertEqual(browser.evaluate(name, "document.getElementById('doorToken').value"), "")
        urls = browser.requests(name)
        self.assertTrue(any("code=" in url for url in urls), urls)
        timings = browser.evaluate(name, "performance.getEntries().map(({ name }) => name)")
        for address in [*urls, *timings, *browser.history(name), browser.evaluate(name, "document.referrer + JSON.stringify(history.state)")]:
            self.assertNotIn(signature, address)
        self.assertNotIn(signature, relayd.log())

    def test_the_token_names_the_topic_and_lasts_for_a_reload(self):
        browser = self.browser
        with SecuredRelayd() as relayd, feed(relayd):
            need_player(relayd)
            self.open("viewer", relayd.http("/watch"))
            browser.type("viewer", "#doorToken", "  Bearer " + token(VIDEO) + "\n")
            self.assertRegex(browser.text("viewer", "#doorClaims"), f"^{VIDEO}, reads and sends, booking booking0, until ")
            browser.press("viewer", "#doorToken", "Enter")
            self.live("viewer")
            self.assertEqual(browser.evaluate("viewer", "location.pathname"), f"/watch/{VIDEO}")
            browser.open("viewer", relayd.http(f"/watch/{VIDEO}"))  # as a reload is
            self.live("viewer")
            browser.click("viewer", "#forget")
            self.assertTrue(self.shut("viewer"))
            self.assertIsNone(browser.evaluate("viewer", KEPT))
            wait_until(lambda: not [c for c in relayd.connections() if "read" in c.get("scopes", [])], 5, "the viewer has left")
            self.assertEqual(browser.complaints(), [])

    def test_what_is_wrong_with_a_token_is_said(self):
        past = int(time.time()) - 60
        with SecuredRelayd() as relayd:
            need_player(relayd)
            self.assertEqual(relayd.deny("cancelled"), 204)
            self.open("viewer", relayd.http(f"/watch/{VIDEO}"))
            for key, words in (
                ("hello", "This is no token"),
                (token(VIDEO, secret="another secret, long enough"), "The token is not this relay's. It was not signed"),
                (token(VIDEO, exp=past, iat=past - 60, nbf=past - 60), "The token has run out. It was good until"),
                (token(VIDEO, nbf=past + 3660), "The token is not good yet"),
                (token("pend12-st-video"), f"The token is not for {VIDEO}. It opens pend12-st-video"),
                (token(VIDEO, aud=["https://elsewhere.example"]), "The token is for another relay. It is for https://elsewhere.example"),
                (token(VIDEO, booking_id="cancelled"), "The booking has been cancelled"),
                (token(VIDEO, booking_id=""), "The token names no booking"),
                (token(VIDEO, scopes=["write"]), "The token may not read. Its scopes are: write"),
                (token(VIDEO, exp=None), "The token is not for a session"),
            ):
                with self.subTest(words):
                    self.paste("viewer", key)
                    wait_until(lambda: words in self.told("viewer"), 5, f"{words}: {self.told('viewer')}")
                    self.assertTrue(self.shut("viewer"))
                    self.assertIsNone(self.browser.evaluate("viewer", KEPT), "what will not do is not kept")

    def test_an_end_is_told_and_another_token_goes_on(self):
        browser = self.browser
        with SecuredRelayd() as relayd, feed(relayd):
            need_player(relayd)
            self.open("viewer", relayd.http(f"/watch/{VIDEO}"))
            self.paste("viewer", token(VIDEO, booking_id="student", exp=int(time.time()) + 6))
            self.live("viewer", 5)
            wait_until(lambda: "The token has run out" in self.told("viewer"), 15, "the end of the token")
            self.paste("viewer", token(VIDEO, booking_id="student"))
            self.live("viewer")
            self.assertEqual(relayd.deny("student"), 204)
            wait_until(lambda: "The booking has been cancelled" in self.told("viewer"), 5, "the denial")
            self.assertEqual(browser.complaints(), [])

    def test_a_relay_that_was_killed_is_played_again_by_itself(self):
        address = f"127.0.0.1:{free_port()}"
        with SecuredRelayd(listen=address) as relayd:
            need_player(relayd)
            with feed(relayd):
                self.open("viewer", relayd.http(f"/watch/{VIDEO}"))
                self.paste("viewer", token(VIDEO))
                self.live("viewer")
                relayd.stop(signal.SIGKILL)
            wait_until(lambda: self.browser.state("viewer") == "lost", 5, "the loss is told", 0.1)
            self.assertIn("tries again by itself", self.browser.text("viewer", "#noticeText"))
        with SecuredRelayd(listen=address) as relayd:
            begun = time.monotonic()
            with feed(relayd):
                self.live("viewer", 12)
                print(f"plays again {time.monotonic() - begun:.1f} s after the restart")

    def test_open_topics_beside_the_secured_ones(self):
        browser = self.browser
        with SecuredRelayd(["--open-topics"]) as relayd, Publisher(relayd.http("/in/demo")):
            need_player(relayd)
            self.open("viewer", relayd.http("/watch/demo"))
            browser.click("viewer", "#doorOpen")
            self.live("viewer")
            self.assertEqual(browser.complaints(), [])


if __name__ == "__main__":
    main()
