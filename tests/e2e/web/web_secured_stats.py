# SPDX-License-Identifier: GPL-3.0-or-later
"""/stats of a secured relay in a real browser."""
from accesstoken import SecuredRelayd, token
from relay_e2e import main, wait_until
from web_secured import VIDEO, SecuredTest, feed


class Stats(SecuredTest):
    def test_figures_by_a_token_of_the_topic_stats(self):
        browser = self.browser
        with SecuredRelayd(["--stats-every", "60s"]) as relayd, feed(relayd):
            self.open("stats", relayd.http("/stats"))
            self.paste("stats", token("stats"))
            topics = "[...document.querySelectorAll('#publishers tbody td:first-child')].map((cell) => cell.innerText)"
            wait_until(lambda: browser.evaluate("stats", topics) == [VIDEO], 10, "the camera, long before the next report", 0.2)
            wait_until(lambda: browser.text("stats", "#publishers tbody td.kbits") not in ("0", "<1", None), 12, "its rate", 0.2)
            self.assertEqual(browser.state("stats"), "live")
            self.assertEqual(browser.evaluate("stats", "document.querySelector('#publishers a').pathname"), f"/watch/{VIDEO}")
            self.assertEqual(browser.complaints(), [])

    def test_a_token_that_may_only_read_waits_for_the_reports(self):
        browser = self.browser
        with SecuredRelayd(["--stats-every", "1s"]) as relayd:
            self.open("stats", relayd.http("/stats"))
            self.paste("stats", token(VIDEO))
            wait_until(lambda: f"It opens {VIDEO}" in self.told("stats"), 5, "a token of another topic")
            self.paste("stats", token("stats", scopes=["read"]))
            wait_until(lambda: browser.state("stats") == "live", 10, "a report")
            self.assertEqual(relayd.deny("booking0"), 204)
            wait_until(lambda: "The booking has been cancelled" in self.told("stats"), 5, "the denial")


if __name__ == "__main__":
    main()
