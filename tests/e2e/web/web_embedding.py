# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages of another origin: with the module relay.js in them, and with a page of the relay in a frame."""
import json
import pathlib
import re
import signal
import time

from accesstoken import SecuredRelayd, token
from pageserver import PageServer
from publisher import H264, PLAYABLE, Publisher
from rawws import TEXT
from relay_e2e import Relayd, free_port, main, wait_until
from web_data import peer_of
from web_secured import VIDEO, SecuredTest, feed
from web_watch import colours, need_player

GUIDE = pathlib.Path(__file__).resolve().parents[3] / "docs" / "embedding.md"


def example(heading):
    """The page that the guide shows under this heading."""
    section = GUIDE.read_text(encoding="utf-8").split(f"## {heading}\n", 1)[1]
    return re.search(r"```html\n(.*?)```", section, re.DOTALL).group(1)


def pointed(page, relayd):
    """An example of the guide with this relay in place of the one in it."""
    return page.replace("https://relay.example.org", relayd.http("").rstrip("/"))


class Module(SecuredTest):
    def said(self, selector):
        return self.browser.text("page", selector)

    def test_the_page_of_the_guide(self):
        """Video and data, tokens by a function that asks the page's own server."""
        browser = self.browser
        with PageServer({}) as server, SecuredRelayd() as relayd, feed(relayd), \
                peer_of(relayd, relayd.uri("lab3-st-data", booking_id="experiment")) as peer:
            need_player(relayd)
            server.pages.update({"/": pointed(example("A page of your own"), relayd),
                                 "/tokens/lab3-st-video": token(VIDEO), "/tokens/lab3-st-data": token("lab3-st-data")})
            browser.open("page", server.origin + "/")
            wait_until(lambda: self.said("#state") == "open", 15, "the data", 0.1)
            peer.send(TEXT, b'{"angle":17}')
            wait_until(lambda: '{"angle":17}' in self.said("#messages"), 5, "the message")
            browser.click("page", "#start")
            self.assertEqual(peer.message(), (TEXT, b'{"cmd":"start"}'))
            wait_until(lambda: self.said("#picture") == "Live", 15, "the video", 0.1)
            first = browser.pixels("page", "#place > canvas")
            self.assertGreaterEqual(len(colours(first)), 6)
            time.sleep(1)
            self.assertNotEqual(first, browser.pixels("page", "#place > canvas"))
            self.assertEqual(browser.complaints(), [])
            self.assertFalse([url for url in browser.requests("page") if ".ey" in url or "=ey" in url], "no address holds a token")

    def test_open_topics_and_h264(self):
        browser = self.browser
        with PageServer({"/": "<!doctype html><title>x</title><div id=place></div>"}) as server, Relayd() as relayd:
            need_player(relayd)
            browser.open("page", server.origin + "/")
            for codec, element in ((PLAYABLE, "canvas"), (H264, "video")):
                with self.subTest(element), Publisher(relayd.http("/in/demo"), codec=codec):
                    browser.evaluate("page", f"""(async () => {{
                        const {{ video }} = await import({json.dumps(relayd.http("/assets/relay.js"))});
                        window.picture?.close();
                        window.picture = await video(document.getElementById('place'), {{ path: '/out/demo' }});
                    }})()""")
                    wait_until(lambda: browser.evaluate("page", "window.picture.state.state") == "live", 15, "the video", 0.1)
                    wait_until(lambda: len(colours(browser.pixels("page", f"#place > {element}"))) >= 6, 15, "its picture", 0.2)
                    self.assertEqual(browser.evaluate("page", "document.querySelectorAll('#place > *').length"), 2, "the former one left nothing")
            self.assertEqual(browser.complaints(), [])

    def test_comes_back_with_a_new_code_after_the_relay_was_killed(self):
        browser = self.browser
        address = f"127.0.0.1:{free_port()}"
        with PageServer({"/": "<!doctype html><title>x</title>"}) as server:
            browser.open("page", server.origin + "/")
            with SecuredRelayd(listen=address) as relayd:
                browser.evaluate("page", f"""(async () => {{
                    const {{ connect }} = await import({json.dumps(relayd.http("/assets/relay.js"))});
                    window.states = [];
                    window.link = connect({{ topic: 'lab', token: async () => {json.dumps(token())} }});
                    window.link.addEventListener('state', ({{ detail }}) => window.states.push(detail.state));
                    window.link.addEventListener('message', ({{ data }}) => window.states.push(data));
                }})()""")
                wait_until(lambda: browser.evaluate("page", "window.states.at(-1)") == "open", 30, "it is open")
                relayd.stop(signal.SIGKILL)
            wait_until(lambda: browser.evaluate("page", "window.states.at(-1)") == "lost", 5, "the loss")
            with SecuredRelayd(listen=address) as relayd:
                wait_until(lambda: browser.evaluate("page", "window.states.at(-1)") == "open", 12, "it is back by itself")
                with peer_of(relayd, relayd.uri(booking_id="other")) as peer:
                    peer.send(TEXT, b"hello")
                    wait_until(lambda: browser.evaluate("page", "window.states.at(-1)") == "hello", 5, "the message")
                    self.assertEqual(relayd.deny("booking0"), 204)
                    wait_until(lambda: browser.evaluate("page", "window.states.at(-1)") == "ended", 5, "the end")
            codes = [url for url in browser.requests("page") if "code=" in url]
            self.assertEqual(len(codes), len(set(codes)), "each code was used once")


class Frame(SecuredTest):
    """A page of the relay in a frame, which the page around it gives a token."""

    def framed(self, server, relayd, key):
        server.pages["/"] = pointed(example("A page of the relay in a frame"), relayd)
        server.pages["/tokens/lab3-st-video"] = key
        self.browser.open("page", server.origin + "/")

    def state(self):
        return self.browser.frame("page", "/watch/", "document.querySelector('.state').dataset.state")

    def door(self):
        return self.browser.frame("page", "/watch/", "document.getElementById('door').hidden ? '' : document.getElementById('doorTitle').innerText")

    def test_from_an_origin_that_the_relay_names(self):
        with PageServer({}) as server, SecuredRelayd(["--allow-origin", server.origin]) as relayd, feed(relayd):
            need_player(relayd)
            # The relay's own pages are of an origin that may come as well.
            self.assertIn(server.origin, json.loads(relayd.call("GET", "/assets/relay.json")[1])["origins"])
            self.framed(server, relayd, token(VIDEO))
            wait_until(lambda: self.state() == "live", 20, "the video in the frame", 0.1)

    def test_a_page_that_always_gives_the_same_denied_token_makes_no_loop(self):
        with PageServer({}) as server, SecuredRelayd(["--allow-origin", server.origin]) as relayd:
            self.assertEqual(relayd.deny("cancelled"), 204)
            self.framed(server, relayd, token(VIDEO, booking_id="cancelled"))
            wait_until(lambda: "The booking has been cancelled" in self.door(), 30, "the refusal")
            time.sleep(3)
            asked = [url for url in self.browser.requests("page") if url.endswith(f"/session/{VIDEO}")]
            self.assertEqual(len(asked), 1, asked)

    def test_from_any_other_origin_a_token_is_not_taken(self):
        with PageServer({}) as server, SecuredRelayd() as relayd:
            self.framed(server, relayd, token(VIDEO))
            wait_until(lambda: "needs a token" in self.door(), 30, "it asks")
            self.browser.evaluate("page", f"""document.querySelector('iframe').contentWindow
                .postMessage({{ type: 'relay.token', token: {json.dumps(token(VIDEO))} }}, '*')""")
            time.sleep(1)
            self.assertIn("needs a token", self.door())
            self.assertEqual(relayd.connections(), [])


if __name__ == "__main__":
    main()
