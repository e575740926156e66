# SPDX-License-Identifier: GPL-3.0-or-later
"""/data in a real browser: shows what comes on a topic and sends, in open and in secured mode."""
import signal

from accesstoken import SecuredRelayd, token
from rawws import BINARY, TEXT, WebSocket
from relay_e2e import Relayd, free_port, main, wait_until
from web_secured import SecuredTest

LINES = """[...document.querySelectorAll('#messages .message')].map((item) =>
    [item.querySelector('.kind').innerText, item.querySelector('.size').innerText, item.querySelector('.line').textContent,
     item.classList.contains('own')])"""


class DataTest(SecuredTest):
    def lines(self, name="page"):
        return self.browser.evaluate(name, LINES)

    def connected(self, name="page", seconds=10):
        wait_until(lambda: self.browser.state(name) == "live", seconds, f"connected: {self.browser.text(name, 'body')}", 0.1)

    def say(self, text, name="page"):
        self.browser.type(name, "#message", text)
        self.browser.click(name, "#send")

    def press(self, key, name="page"):
        self.browser.press(name, "#message", key)

    def written(self, name="page"):
        return self.browser.evaluate(name, "document.getElementById('message').value")


def peer_of(relayd, uri):
    return WebSocket(relayd.port, "/" + uri.split("/", 3)[3])


class Open(DataTest):
    def test_shows_json_text_and_bytes_and_sends(self):
        browser = self.browser
        with Relayd() as relayd, WebSocket(relayd.port, "/bi/chat") as peer:
            browser.open("page", relayd.http("/data/chat"))
            self.connected()
            self.assertEqual(browser.text("page", "#topic"), "bi/chat")
            peer.send(TEXT, b'{"temperature": 21.5, "unit": "C"}')
            peer.send(TEXT, "m\u00fchle".encode())
            peer.send(BINARY, bytes(range(256)) * 8)
            wait_until(lambda: len(self.lines()) == 3, 5, "three messages")
            self.assertEqual(self.lines(), [["JSON", "34 B", '{"temperature": 21.5, "unit": "C"}', False], ["Text", "6 B", "m\u00fchle", False],
                                            ["Bytes", "2.0 KiB", " ".join(f"{byte:02x}" for byte in range(24)) + " \u2026", False]])
            browser.click("page", "#pretty")
            wait_until(lambda: browser.text("page", "#messages li:last-child pre"), 5, "they unfold")
            self.assertEqual(browser.text("page", "#messages li:first-child pre"), '{\n  "temperature": 21.5,\n  "unit": "C"\n}')
            self.assertIn("0010  10 11 12", browser.text("page", "#messages li:last-child pre"))
            self.say('{"cmd": "start"}')
            self.assertEqual(peer.message(), (TEXT, b'{"cmd": "start"}'))
            self.assertEqual(self.lines()[-1][2:], ['{"cmd": "start"}', True])
            self.assertEqual(self.written(), "")
            self.assertEqual(browser.complaints(), [])

    def test_checks_json_and_brings_back_what_was_sent(self):
        browser = self.browser
        with Relayd() as relayd, WebSocket(relayd.port, "/a/b/c") as peer:
            browser.open("page", relayd.http("/data/a/b/c"))
            self.connected()
            self.say('{"cmd": }')
            self.assertIn("This is no JSON", browser.text("page", "#fault"))
            self.assertEqual(self.written(), '{"cmd": }', "it stays, to be mended")
            browser.evaluate("page", "document.getElementById('asText').click()")
            self.assertEqual(browser.text("page", "#fault"), "")
            self.press("Enter")
            self.assertEqual(peer.message(), (TEXT, b'{"cmd": }'))
            self.say("second")
            self.assertEqual(peer.message(), (TEXT, b"second"))
            browser.type("page", "#message", "draft")
            shown = []
            for key in ("ArrowUp", "ArrowUp", "ArrowUp", "ArrowDown", "ArrowDown"):
                self.press(key)
                shown.append(self.written())
            self.assertEqual(shown, ["second", '{"cmd": }', '{"cmd": }', "second", "draft"])
            self.assertEqual(browser.complaints(), [])

    def test_pause_filter_and_a_list_that_ends(self):
        browser = self.browser
        with Relayd() as relayd, WebSocket(relayd.port, "/bi/fast") as peer:
            browser.open("page", relayd.http("/data/bi/fast"))
            self.connected()
            self.assertEqual(browser.text("page", "#nothing"), "Nothing has come on bi/fast yet.")
            for number in range(700):
                peer.send(TEXT, f'{{"n": {number}}}'.encode())
            wait_until(lambda: self.lines() and self.lines()[-1][2] == '{"n": 699}', 10, "the last of them")
            self.assertEqual(len(self.lines()), 500, "the page is no recording")
            wait_until(lambda: browser.figure("page", "rate") > 1, 5, "the rate")
            at_end = "(({scrollTop, clientHeight, scrollHeight}) => scrollHeight - scrollTop - clientHeight < 24)(document.getElementById('log'))"
            self.assertTrue(browser.evaluate("page", at_end), "the newest is in view")
            browser.type("page", "#search", "64 \"n\"")
            self.assertEqual(len(self.lines()), 15, "264 to 664, 640 to 649")
            self.assertEqual(browser.text("page", "#shown"), "15 of 500")
            browser.type("page", "#search", "")
            browser.click("page", "#pause")
            peer.send(TEXT, b"held")
            wait_until(lambda: browser.text("page", "#pauseWord") == "Go on (1)", 5, "it is kept")
            self.assertNotEqual(self.lines()[-1][2], "held")
            browser.click("page", "#pause")
            self.assertEqual(self.lines()[-1][2], "held")
            browser.click("page", "#clear")
            self.assertEqual(self.lines(), [])
            self.assertEqual(browser.complaints(), [])

    def test_comes_back_after_the_relay_was_killed(self):
        address = f"127.0.0.1:{free_port()}"
        browser = self.browser
        with Relayd(listen=address) as relayd:
            browser.open("page", relayd.http("/data/chat"))
            self.connected()
            relayd.stop(signal.SIGKILL)
            wait_until(lambda: browser.state("page") == "lost", 5, "the loss", 0.1)
            self.say('"x"')
            self.assertIn("There is no connection now", browser.text("page", "#fault"))
            self.assertEqual(self.written(), '"x"')
        with Relayd(listen=address) as relayd:
            self.connected(seconds=12)
            with WebSocket(relayd.port, "/bi/chat") as peer:
                browser.click("page", "#send")
                self.assertEqual(peer.message(), (TEXT, b'"x"'))
        self.assertEqual(browser.complaints(), [])

    def test_out_is_for_reading_and_no_topic_is_asked_for(self):
        browser = self.browser
        with Relayd() as relayd:
            browser.open("page", relayd.http("/data/out/x"))
            self.connected()
            self.assertIn("Send on in/x", browser.text("page", "#fault"))
            self.assertTrue(browser.evaluate("page", "document.getElementById('send').disabled"))
            browser.open("page", relayd.http("/data"))
            wait_until(lambda: self.shut("page"), 5, "which topic")
            browser.type("page", "#doorTopic", "/bi/some thing/")
            browser.click("page", "#doorEnter")
            wait_until(lambda: browser.evaluate("page", "location.pathname") == "/data/bi/some%20thing", 5, "its page")
            self.connected()
            self.assertEqual(browser.complaints(), [])


class Secured(DataTest):
    def test_reads_and_sends_with_a_token(self):
        browser = self.browser
        with SecuredRelayd() as relayd, peer_of(relayd, relayd.uri("lab3-st-data", booking_id="experiment")) as peer:
            self.open("page", relayd.http("/data/lab3-st-data"))
            self.paste("page", token("lab3-st-data"))
            self.connected()
            peer.send(TEXT, b'{"angle":1}')
            wait_until(lambda: self.lines() == [["JSON", "11 B", '{"angle":1}', False]], 5, "the message")
            self.say('{"cmd":"stop"}')
            self.assertEqual(peer.message(), (TEXT, b'{"cmd":"stop"}'))
            self.assertEqual(relayd.deny("booking0"), 204)
            wait_until(lambda: "The booking has been cancelled" in self.told("page"), 5, "the denial")
            self.assertEqual(browser.complaints(), [])

    def test_a_relay_that_is_busy_is_asked_again_when_it_says(self):
        browser = self.browser
        with SecuredRelayd(["--codes-per-booking", "1"]) as relayd:
            code = relayd.uri("lab")  # nobody uses it yet
            self.open("page", relayd.http("/data/lab"))
            self.paste("page", token())
            wait_until(lambda: browser.text("page", "#stateWord") == "Relay busy", 5, "the page says so")
            self.assertRegex(browser.text("page", "#stateDetail"), r"^trying again in \d+ s$")
            with peer_of(relayd, code):
                self.connected(seconds=40)

    def test_a_token_that_may_only_read_says_so(self):
        browser = self.browser
        with SecuredRelayd() as relayd, peer_of(relayd, relayd.uri("lab", booking_id="experiment")) as peer:
            self.open("page", relayd.http("/data/lab"))
            self.paste("page", token(scopes=["read"]))
            self.connected()
            self.assertIn("This token may only read", browser.text("page", "#fault"))
            self.assertTrue(browser.evaluate("page", "document.getElementById('message').disabled"))
            peer.send(TEXT, b"hello")
            wait_until(lambda: len(self.lines()) == 1, 5, "it reads")
            browser.click("page", "#forget")
            self.paste("page", token(scopes=["write"]))
            self.connected()
            self.assertIn("This token may only send", browser.text("page", "#nothing"))
            self.say('"up"')
            self.assertEqual(peer.message(), (TEXT, b'"up"'))
            self.assertEqual(browser.complaints(), [])


if __name__ == "__main__":
    main()
