# SPDX-License-Identifier: GPL-3.0-or-later
"""The other states of the pages, as web_pictures.py has the first ones: waiting, H.264, data, and whatever has to do with tokens."""
from accesstoken import SecuredRelayd, token
from publisher import H264, Publisher
from rawws import BINARY, TEXT, WebSocket
from relay_e2e import Relayd, main, wait_until
from web_pictures import PicturesTest
from web_watch import need_player


class States(PicturesTest):
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


if __name__ == "__main__":
    main()
