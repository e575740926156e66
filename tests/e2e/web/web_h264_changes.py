# SPDX-License-Identifier: GPL-3.0-or-later
"""/watch with H.264 when something changes: the publisher, the sound, the relay; and when no picture can begin."""
import signal

from accesstoken import SecuredRelayd, token
from publisher import H264, Publisher
from relay_e2e import Relayd, free_port, main, wait_until
from web_h264 import H264Test, h264
from web_watch import need_player

VIDEO = "lab3-st-video"


class Changes(H264Test):
    def test_the_next_publisher_is_shown_whatever_it_sends(self):
        browser = self.browser
        with Relayd() as relayd:
            need_player(relayd)
            browser.open("viewer", relayd.http("/watch/demo"), width=640, height=480)
            for codec, size, name in ((H264, "320x240", "H.264"), (H264, "160x120", "H.264"),
                                      (("-codec:v", "mpeg1video", "-bf", "0"), "320x240", "MPEG-1"), (H264, "320x240", "H.264")):
                with self.subTest(name, size=size), Publisher(relayd.http("/in/demo"), codec=codec, size=size):
                    shown = size.replace("x", "\u00d7")
                    wait_until(lambda: browser.text("viewer", "#size").replace("\u2009", "") == shown
                               and browser.text("viewer", "#codec") == name and browser.state("viewer") == "live", 15, f"{name} {size}", 0.1)
                    self.moves("viewer")
            self.assertEqual(browser.complaints(), [])

    def test_the_next_publisher_is_shown_at_once_however_rare_its_key_frames_are(self):
        browser = self.browser
        with Relayd() as relayd:
            need_player(relayd)
            browser.open("viewer", relayd.http("/watch/demo"), width=640, height=480)
            for size in ("320x240", "160x120"):
                with Publisher(relayd.http("/in/demo"), codec=h264(250), size=size):
                    shown = size.replace("x", "\u00d7")
                    wait_until(lambda: browser.text("viewer", "#size").replace("\u2009", "") == shown, 5, f"the first key frame of {size}", 0.1)
                    self.live("viewer", 2)
                    self.moves("viewer")
            self.assertEqual(browser.complaints(), [])

    def test_sound_of_aac_is_off_until_it_is_asked_for(self):
        browser = self.browser
        with Relayd() as relayd, Publisher(relayd.http("/in/demo"), codec=H264, sound="aac"):
            need_player(relayd)
            browser.open("viewer", relayd.http("/watch/demo"), width=640, height=480)
            self.live("viewer")
            self.assertEqual(browser.text("viewer", "#codec"), "H.264 + AAC")
            muted = "document.getElementById('film').muted"
            self.assertTrue(browser.evaluate("viewer", muted))
            browser.click("viewer", "#sound")
            self.assertFalse(browser.evaluate("viewer", muted))
            self.moves("viewer")
            self.assertEqual(browser.complaints(), [])

    def test_with_a_token_through_a_relay_that_is_killed(self):
        address = f"127.0.0.1:{free_port()}"
        browser = self.browser
        camera = token(VIDEO, booking_id="camera3", scopes=["write"])
        with SecuredRelayd(listen=address) as relayd:
            need_player(relayd)
            with Publisher(relayd.http(f"/in/{VIDEO}"), codec=H264, token=camera):
                browser.open("viewer", relayd.http(f"/watch/{VIDEO}"), width=640, height=480)
                browser.type("viewer", "#doorToken", token(VIDEO))
                browser.click("viewer", "#doorEnter")
                self.live("viewer")
                relayd.stop(signal.SIGKILL)
            wait_until(lambda: browser.state("viewer") == "lost", 5, "the loss is told", 0.1)
        with SecuredRelayd(listen=address) as relayd, Publisher(relayd.http(f"/in/{VIDEO}"), codec=H264, token=camera):
            self.live("viewer", 12)
            self.moves("viewer")

    def test_video_that_no_picture_can_begin_with_is_no_silence(self):
        browser = self.browser
        without_parameters = (*h264(25), "-bsf:v", "filter_units=remove_types=7-8")
        with Relayd() as relayd, Publisher(relayd.http("/in/demo"), codec=without_parameters):
            need_player(relayd)
            browser.open("viewer", relayd.http("/watch/demo"), width=640, height=480)
            wait_until(lambda: "dump_extra" in browser.text("viewer", "#noticeCommand"), 15, "what ffmpeg has to do")
            self.assertEqual(browser.text("viewer", "#noticeTitle"), "Waiting for a key frame")
            self.assertEqual(browser.complaints(), [])


if __name__ == "__main__":
    main()
