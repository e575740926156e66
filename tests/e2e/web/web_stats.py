# SPDX-License-Identifier: GPL-3.0-or-later
"""/stats and the front page in a real browser, against a real relayd."""
import time

from accesstoken import SecuredRelayd
from browser import BrowserTest
from publisher import Publisher
from relay_e2e import Relayd, free_port, main, wait_until

ROWS = """[...document.querySelectorAll('#%s tbody tr')].map((row) =>
    Object.fromEntries([...row.cells].map((cell) => [cell.className.split(' ')[0], cell.innerText])))"""


def rows(browser, table):
    return browser.evaluate("stats", ROWS % table)


def receivers(count):
    """Script for a page: so many readers of /out/demo."""
    return f"window.readers = Array.from({{length: {count}}}, () => new WebSocket(`ws://${{location.host}}/out/demo`)); 0"


class Stats(BrowserTest):
    def test_lists_who_sends_and_who_receives_and_keeps_up(self):
        browser = self.browser
        with Relayd() as relayd, Publisher(relayd.http("/in/demo")):
            browser.open("stats", relayd.http("/stats"))
            wait_until(lambda: len(rows(browser, "publishers")) == 1, 10, "the publisher", 0.2)
            browser.evaluate("stats", receivers(3))
            wait_until(lambda: len(rows(browser, "receivers")) == 3, 6, "three receivers within 6 s", 0.1)
            wait_until(lambda: all(row["kbits"] not in ("0", "<1") for row in rows(browser, "receivers")), 12, "their rates", 0.2)
            publisher, = rows(browser, "publishers")
            self.assertEqual(publisher["topic"], "demo")
            self.assertGreater(float(publisher["fps"]), 5)
            self.assertGreater(int(publisher["kbits"].replace(",", "")), 100)
            self.assertTrue(publisher["userAgent"].startswith("Lavf/"), publisher)
            self.assertIn("127.0.0.1", publisher["address"])
            self.assertTrue(all("Chrome" in row["userAgent"] for row in rows(browser, "receivers")))
            self.assertEqual(browser.state("stats"), "live")
            browser.evaluate("stats", "window.readers.pop().close(); 0")
            wait_until(lambda: len(rows(browser, "receivers")) == 2, 6, "one of them leaves within 6 s", 0.1)
            self.assertEqual(browser.text("stats", "#receiversCount"), "2")
            self.assertEqual(browser.evaluate("stats", "document.querySelector('#publishers a').pathname"), "/watch/demo")
            self.assertEqual(browser.complaints(), [])

    def test_filter_and_order(self):
        browser = self.browser
        with Relayd() as relayd:
            browser.open("stats", relayd.http("/stats"))
            browser.evaluate("stats", """window.peers = ['/bi/spin10', '/bi/spin9', '/bi/other'].map((path) => {
                const peer = new WebSocket(`ws://${location.host}${path}`);
                peer.onopen = () => peer.send('hello');
                return peer;
            }); 0""")
            topics = lambda: [row["topic"] for row in rows(browser, "publishers")]
            wait_until(lambda: topics() == ["bi/other", "bi/spin9", "bi/spin10"], 10, "all of them, in order", 0.1)
            browser.click("stats", "#publishers th.topic button")
            self.assertEqual(topics(), ["bi/spin10", "bi/spin9", "bi/other"])
            browser.type("stats", "#search", "SPIN chrome")
            self.assertEqual(topics(), ["bi/spin10", "bi/spin9"])
            browser.type("stats", "#search", "nothing like it")
            self.assertEqual(topics(), [])
            self.assertIn("No connection matches", browser.text("stats", "#publishers tfoot"))
            self.assertEqual(browser.complaints(), [])

    def test_says_when_it_was_updated_and_survives_a_restart(self):
        address = f"127.0.0.1:{free_port()}"
        browser = self.browser
        with Relayd(listen=address) as relayd, Publisher(relayd.http("/in/demo")):
            browser.open("stats", relayd.http("/stats"))
            wait_until(lambda: len(rows(browser, "publishers")) == 1, 10)
            self.assertRegex(browser.text("stats", "#stateDetail"), r"^updated \d s ago$")
            time.sleep(6)
            self.assertRegex(browser.text("stats", "#stateDetail"), r"^updated [0-5] s ago$")
        wait_until(lambda: browser.state("stats") == "lost", 5, "the loss is told", 0.1)
        self.assertRegex(browser.text("stats", "#stateDetail"), r"^figures as of \d\d:\d\d:\d\d, trying again")
        self.assertEqual(len(rows(browser, "publishers")), 1, "the last figures stay")
        with Relayd(listen=address):
            wait_until(lambda: browser.state("stats") == "live", 15, "it is back", 0.2)
            wait_until(lambda: rows(browser, "publishers") == [], 10, "the publisher is gone", 0.2)
            self.assertIn("Nobody publishes", browser.text("stats", "#publishers tfoot"))
        self.assertEqual(browser.complaints(), [])


class Front(BrowserTest):
    def test_names_this_relay_and_leads_to_a_topic(self):
        browser = self.browser
        with Relayd() as relayd:
            browser.open("front", relayd.http("/"))
            self.assertIn(relayd.http("/in/demo"), browser.text("front", "#send + p + .command"))
            browser.type("front", "#topic", "bi/some thing")
            browser.click("front", "[data-page='/watch'] button")
            wait_until(lambda: browser.evaluate("front", "location.pathname") == "/watch/bi/some%20thing", 5)
            browser.open("front", relayd.http("/"))
            browser.click("front", "[data-page='/data'] button")
            wait_until(lambda: browser.evaluate("front", "location.pathname") == "/data/chat", 5)
            self.assertEqual(browser.complaints(), [])

    def test_of_a_secured_relay_shows_what_works_there(self):
        browser = self.browser
        with SecuredRelayd() as relayd:
            browser.open("front", relayd.http("/"))
            wait_until(lambda: "Authorization: $(cat token)" in browser.text("front", "main"), 5)
            self.assertNotIn("/bi/", browser.text("front", "main"))
            browser.click("front", "[data-page='/watch'] button")
            wait_until(lambda: browser.evaluate("front", "location.pathname") == "/watch/lab3-st-video", 5)
            self.assertEqual(browser.complaints(), [])


if __name__ == "__main__":
    main()
