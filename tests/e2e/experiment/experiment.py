#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole experiment over TLS, with tokens: a camera and a microphone, an instrument on a serial line, relay host beside
them, and three browsers, one of which steers the instrument. In the middle of it the relay dies and comes back."""
import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

for folder in ("client", "web"):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / folder))

from accesstoken import SecuredRelayd, token
from browser import Browser, needed
from host_instruments import SerialInstrument
from hostprogram import Host
from relay_e2e import SLOWNESS, free_port, main, wait_until
from tlsca import Authority

VIDEO, DATA = "lab3-st-video", "lab3-st-data"
BACK = 12 * SLOWNESS  # seconds that all may take to be back
CAMERA = ["-f", "lavfi", "-i", "testsrc=size=320x240:rate=25", "-codec:v", "mpeg1video", "-b:v", "800k", "-bf", "0"]
MICROPHONE = ["-f", "lavfi", "-i", "sine=frequency=440:sample_rate=44100", "-codec:a", "mp2", "-b:a", "64k"]


class Experiment(unittest.TestCase):
    def setUp(self):
        self.folder = self.enterContext(tempfile.TemporaryDirectory(prefix="rl", dir="/tmp"))
        self.port = free_port()
        self.base = f"https://127.0.0.1:{self.port}"
        self.authority = Authority(self.folder)
        self.certificate, self.key = self.authority.issue("relay")

    def relayd(self):
        """Each time on the same address, with the same memory of denials."""
        return SecuredRelayd(["--tls-listen", f"127.0.0.1:{self.port}", "--tls-certificate", self.certificate, "--tls-key", self.key],
                             env={"RELAY_AUDIENCE": self.base, "RELAY_URL": f"wss://127.0.0.1:{self.port}"},
                             state=os.path.join(self.folder, "state"), listen="none", tls=self.authority.context())

    def token(self, topic, booking, *scopes):
        return token(topic, booking_id=booking, scopes=list(scopes), aud=[self.base])

    def token_file(self, name, text):
        path = Path(self.folder, name)
        path.write_text(text, encoding="ascii")
        path.chmod(0o600)
        return str(path)

    def host(self, device):
        """relay host with a serial feed, and rules that send all of it to the relay."""
        host = self.enterContext(Host("--ca-file", self.authority.certificate, "--feed", f"data=serial:{device.link},115200"))
        host.stream("stream/large", "video", "audio")
        host.destination("video", "stream/large", f"{self.base}/session/{VIDEO}",
                         tokenFile=self.token_file("video.token", self.token(VIDEO, "host", "write")))
        host.destination("data", "data", f"{self.base}/session/{DATA}",
                         tokenFile=self.token_file("data.token", self.token(DATA, "host", "read", "write")))
        return host

    def ffmpeg(self, host, kind, feed, number):
        """In its own time, until the end. number: of its streams, since both go into one."""
        ffmpeg = subprocess.Popen([needed("ffmpeg"), "-hide_banner", "-nostdin", "-loglevel", "error", "-re", *kind, "-f", "mpegts",
                                   "-mpegts_start_pid", str(number * 256), "-mpegts_pmt_start_pid", str(4096 + number),
                                   "-mpegts_transport_stream_id", str(number), f"http://127.0.0.1:{host.port}/ts/{feed}"],
                                  stdout=subprocess.DEVNULL)
        self.addCleanup(ffmpeg.wait)
        self.addCleanup(ffmpeg.kill)
        return ffmpeg

    def browser(self):
        trust = f"--ignore-certificate-errors-spki-list={self.authority.fingerprint(self.certificate)}"
        return self.enterContext(Browser(trust))

    def open(self, browser, page, topic, *scopes):
        """A page of the relay in this browser, with a token that is pasted."""
        browser.open(page, f"{self.base}/{page}/{topic}", width=640, height=480)
        wait_until(lambda: browser.evaluate(page, "document.body.dataset.door ?? null") == "shut", 15, f"{page} asks for a token")
        browser.type(page, "#doorToken", self.token(topic, f"student of {page}", *scopes))
        browser.click(page, "#doorEnter")

    def all_live(self, browsers, seconds):
        wait_until(lambda: all(browser.state("watch") == "live" for browser in browsers), seconds, "a picture in each browser", 0.1)

    def assert_moving(self, browsers):
        before = [browser.pixels("watch") for browser in browsers]
        wait_until(lambda: all(b.pixels("watch") != old for b, old in zip(browsers, before)), 5, "pictures that move", 0.3)

    def steer(self, browser, device, command):
        """A command from the page reaches the instrument, and its answer the page."""
        browser.type("data", "#message", command)
        browser.click("data", "#send")
        self.assertEqual(device.hear(len(command) + 1), command.encode() + b"\n")
        answer = f'{{"done":{len(command)}}}'
        device.say(answer.encode() + b"\n")
        wait_until(lambda: answer.replace('"', "") in browser.text("data", "#messages").replace('"', "").replace(" ", ""), 10,
                   "the answer in the page")

    def test_it_survives_the_relay(self):
        device = self.enterContext(SerialInstrument(os.path.join(self.folder, "ttyUSB0")))
        with contextlib.ExitStack() as first_life:
            relayd = first_life.enter_context(self.relayd())
            host = self.host(device)
            host.wait_open("video", "data")
            sources = [self.ffmpeg(host, CAMERA, "video", 1), self.ffmpeg(host, MICROPHONE, "audio", 2)]
            browsers = [self.browser() for _ in range(3)]
            for browser in browsers:
                self.open(browser, "watch", VIDEO, "read")
            self.open(browsers[0], "data", DATA, "read", "write")
            self.all_live(browsers, 30)
            self.assert_moving(browsers)
            self.steer(browsers[0], device, '{"set":"speed","to":4}')
            relayd.stop(signal.SIGKILL)
            wait_until(lambda: all(browser.state("watch") == "lost" for browser in browsers), 10, "the loss is told", 0.1)
        with self.relayd():
            begun = time.monotonic()
            host.wait_open("video", "data", seconds=BACK)
            self.all_live(browsers, BACK)
            print(f"all is back after {time.monotonic() - begun:.1f} s", flush=True)
            self.assertLess(time.monotonic() - begun, BACK)
            self.assert_moving(browsers)
            wait_until(lambda: browsers[0].state("data") == "live", 10, "the data page is back")
            self.steer(browsers[0], device, '{"set":"speed","to":0}')
            self.assertEqual([source.poll() for source in sources], [None, None], "ffmpeg did not notice")


if __name__ == "__main__":
    main()
