#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Instruments and commands of a relay host: a serial line (a pseudo-terminal) and a TCP server, through relay host and
relayd to a websocket and back, and ffmpeg, which the host keeps running."""
import os
import pty
import select
import shutil
import signal
import socket
import tempfile
import time
import tty
import unittest
from pathlib import Path

from hostprogram import Host
from rawws import BINARY, TEXT, WebSocket
from relay_e2e import SLOWNESS, Relayd, free_port, main, relay_cli, wait_until


class SerialInstrument:
    """A pseudo-terminal behind a link that stands for the device file. It can be pulled out and plugged in."""

    def __init__(self, link):
        self.link = link
        self.master = None

    def __enter__(self):
        self.plug_in()
        return self

    def __exit__(self, *_):
        self.pull_out()

    def plug_in(self):
        self.master, slave = pty.openpty()
        tty.setraw(self.master)
        os.symlink(os.ttyname(slave), self.link)
        os.close(slave)

    def pull_out(self):
        if self.master is not None:
            os.unlink(self.link)
            os.close(self.master)
            self.master = None

    def say(self, data):
        os.write(self.master, data)

    def hear(self, size):
        heard = b""
        while len(heard) < size:
            ready, _, _ = select.select([self.master], [], [], 10 * SLOWNESS)
            assert ready, f"only {heard!r} came"
            heard += os.read(self.master, 65536)
        return heard


class TcpInstrument:
    """A server for one client at a time, which can be switched off and on."""

    def __init__(self):
        self.port = free_port()
        self.listener = self.link = None

    def __enter__(self):
        self.switch_on()
        return self

    def __exit__(self, *_):
        self.switch_off()

    def switch_on(self):
        self.listener = socket.create_server(("127.0.0.1", self.port))
        self.listener.settimeout(15 * SLOWNESS)

    def accept(self):
        self.link, _ = self.listener.accept()
        self.link.settimeout(10 * SLOWNESS)

    def switch_off(self):
        for each in (self.link, self.listener):
            if each:
                each.close()
        self.listener = self.link = None

    def hear(self, size):
        heard = b""
        while len(heard) < size:
            heard += self.link.recv(65536)
        return heard


def instrument(host, feed):
    return next(figures for figures in host.figures()["instruments"] if figures["feed"] == feed)


def wait_for_state(host, feed, state, seconds=15):
    wait_until(lambda: instrument(host, feed)["state"] == state, seconds, f"{feed} {state}")


class Instruments(unittest.TestCase):
    def setUp(self):
        self.folder = self.enterContext(tempfile.TemporaryDirectory())
        self.relayd = self.enterContext(Relayd())

    def connect(self, host, feed, topic):
        """A websocket on the topic that the feed is sent to, once the host is there as well."""
        host.destination("0", feed, self.relayd.url(topic))
        host.wait_open("0")
        return self.enterContext(WebSocket(self.relayd.port, topic))

    def test_a_serial_line_is_a_topic(self):
        link = os.path.join(self.folder, "ttyUSB0")
        with SerialInstrument(link) as device, Host("--feed", f"data=serial:{link},115200,8N1") as host:
            peer = self.connect(host, "data", "/bi/lab")
            wait_for_state(host, "data", "open")
            device.say(b"T=21.5\r\nU=\xff\r\n")
            self.assertEqual(peer.message(), (TEXT, b"T=21.5"))
            self.assertEqual(peer.message(), (BINARY, b"U=\xff"))
            peer.send(TEXT, b"*IDN?")
            peer.send(BINARY, b"*RST\n")
            self.assertEqual(device.hear(11), b"*IDN?\n*RST\n")
            device.pull_out()
            wait_for_state(host, "data", "waiting")
            peer.send(TEXT, b"lost")
            wait_until(lambda: instrument(host, "data")["droppedTo"] == 1, what="one that is dropped")
            device.plug_in()
            wait_for_state(host, "data", "open")
            device.say(b"back\n")
            self.assertEqual(peer.message(), (TEXT, b"back"))
            figures = instrument(host, "data")
            self.assertEqual((figures["opened"], figures["messagesFrom"], figures["messagesTo"]), (2, 3, 2))

    def test_a_tcp_port_is_a_topic(self):
        with TcpInstrument() as device, Host("--feed", f"data=tcp:127.0.0.1:{device.port},raw=200ms") as host:
            device.accept()
            peer = self.connect(host, "data", "/bi/lab")
            device.link.sendall(b"\x01\x02\n")
            time.sleep(0.02)
            device.link.sendall(b"\x03")
            self.assertEqual(peer.message(), (BINARY, b"\x01\x02\n\x03"))
            peer.send(TEXT, b"as it is")
            self.assertEqual(device.hear(8), b"as it is")
            device.switch_off()
            wait_for_state(host, "data", "waiting")
            device.switch_on()
            device.accept()
            device.link.sendall(b"back")
            self.assertEqual(peer.message(), (BINARY, b"back"))

    def test_programs_on_the_machine_share_the_feed(self):
        with TcpInstrument() as device, Host("--feed", f"data=tcp:127.0.0.1:{device.port}") as host:
            device.accept()
            with WebSocket(host.port, "/ws/data") as one, WebSocket(host.port, "/ws/data") as two:
                device.link.sendall(b"reading\n")
                self.assertEqual((one.message(), two.message()), ((TEXT, b"reading"), (TEXT, b"reading")))
                one.send(TEXT, b"order")
                self.assertEqual(two.message(), (TEXT, b"order"))
                self.assertEqual(device.hear(6), b"order\n")

    def test_an_instrument_that_does_not_read_holds_up_nobody(self):
        with TcpInstrument() as device, Host("--feed", f"data=tcp:127.0.0.1:{device.port}") as host:
            device.listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            device.accept()
            with WebSocket(host.port, "/ws/data") as writer, WebSocket(host.port, "/ws/data") as reader:
                message = b"m" * 100_000
                for _ in range(200):
                    writer.send(BINARY, message)
                    self.assertEqual(reader.message(), (BINARY, message))
            figures = instrument(host, "data")
            self.assertGreater(figures["droppedTo"], 50)
            self.assertEqual(figures["droppedTo"] + figures["messagesTo"], 200)

    def test_what_is_wrong_is_said_before_anything_starts(self):
        cases = [(["--feed", "data=tcp:127.0.0.1"], "--feed is \"data=tcp:127.0.0.1\" but must name a host and a port"),
                 (["--feed", "x"], "NAME=serial:DEVICE,SPEED"),
                 (["--feed", "a=tcp:h:1", "--feed", "a=tcp:h:2"], "twice"),
                 (["--command", "ffmpeg \"x"], "must close the quotation")]
        for words, sentence in cases:
            done = relay_cli("host", "--port", 0, *words, check=False)
            self.assertEqual(done.returncode, 2, done.stderr)
            self.assertIn(sentence, done.stderr)

    def test_variables_may_name_several(self):
        variables = {"RELAY_HOST_FEED": "a=serial:/nonexistent/tty,9600,8N1;b=tcp:127.0.0.1:1,raw",
                     "RELAY_HOST_COMMAND": "sleep 1000\nsh -c \"sleep 1001; exit\" a,b;c"}
        with Host(env=variables) as host:
            self.assertEqual([each["feed"] for each in host.figures()["instruments"]], ["a", "b"])
            wait_until(lambda: all(each["pid"] > 0 for each in host.figures()["commands"]), what="both commands")
            pid = host.figures()["commands"][1]["pid"]
            wait_until(lambda: Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")[3:4] == [b"a,b;c"], what="its words")


def is_running(pid):
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii", errors="replace") as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


class Commands(unittest.TestCase):
    def command(self, host):
        return host.figures()["commands"][0]

    def wait_for_run(self, host, restarts):
        wait_until(lambda: self.command(host)["restarts"] == restarts and self.command(host)["pid"] > 0, 15, f"run {restarts}")
        return self.command(host)["pid"]

    def test_one_that_crashes_is_started_again_and_none_is_left(self):
        with Host("--command", "sleep 1000") as host:
            first = self.wait_for_run(host, 0)
            os.kill(first, signal.SIGSEGV)
            second = self.wait_for_run(host, 1)
            self.assertNotEqual(first, second)
            self.assertFalse(is_running(first))
            event = host.events("command")[0]
            self.assertEqual((event["program"], event["text"]), ("sleep", "was ended by signal 11"))
            self.assertTrue(1000 <= event["waitMs"] <= 2000, event)
            begin = time.monotonic()
            self.assertEqual(host.stop(), 0)
            self.assertLess(time.monotonic() - begin, 2.5 * SLOWNESS)  # SIGTERM was enough
            self.assertFalse(is_running(second))

    def test_it_dies_with_the_host_however_that_dies(self):
        with Host("--command", "sleep 1000", "--command", "sh -c \"trap '' TERM INT HUP; while :; do read x; sleep 0.1; done\"") as host:
            wait_until(lambda: all(each["pid"] > 0 for each in host.figures()["commands"]), what="both")
            pids = [each["pid"] for each in host.figures()["commands"]]
            self.assertTrue(all(map(is_running, pids)))
            host.stop(signal.SIGKILL)
            wait_until(lambda: not any(map(is_running, pids)), what="their end")

    def test_it_inherits_nothing_of_the_host(self):
        with Host("--command", "sleep 1000", "--feed", "x=tcp:127.0.0.1:1") as host:
            pid = self.wait_for_run(host, 0)
            wait_until(lambda: not os.readlink(f"/proc/{pid}/exe").endswith("/relay"), what="its own program")
            self.assertEqual(sorted(os.listdir(f"/proc/{pid}/fd")), ["0", "1", "2"])
            with open(f"/proc/{pid}/status", encoding="ascii") as file:
                masks = {line.split()[0]: int(line.split()[1], 16) for line in file if line.startswith(("SigBlk", "SigIgn"))}
            self.assertEqual(masks, {"SigBlk:": 0, "SigIgn:": 0})

    def test_one_that_always_fails_makes_no_storm_and_says_why(self):
        with Host("--command", "sh -c \"echo no camera >&2; exit 7\"", "--command", "/nonexistent/program") as host:
            wait_until(lambda: len(host.events("command")) >= 4, 15, "two tries of both")
            self.assertLessEqual(max(each["restarts"] for each in host.figures()["commands"]), 6)
            self.assertIn({"event": "line", "program": "sh", "text": "no camera"}, host.events("line"))
            texts = {event["program"]: event["text"] for event in host.events("command")}
            self.assertEqual(texts["sh"], "ended with 7")
            self.assertIn("cannot be started", texts["program"])

    def test_ffmpeg_is_kept_sending(self):
        if not shutil.which("ffmpeg"):
            self.skipTest("ffmpeg is not installed")
        port = free_port()
        command = ("ffmpeg -v error -re -f lavfi -i testsrc=size=160x120:rate=25 -f mpegts -codec:v mpeg1video "
                   f"http://127.0.0.1:{port}/ts/video")
        with Relayd() as relayd, Host("--command", command, port=port) as host:
            host.destination("0", "video", relayd.url("/in/lab"))
            host.wait_open("0")
            with WebSocket(relayd.port, "/out/lab") as viewer:
                for run in range(2):
                    opcode, payload = viewer.message()
                    self.assertEqual((opcode, payload[0], len(payload) % 188), (BINARY, 0x47, 0))
                    if run == 0:
                        os.kill(self.wait_for_run(host, 0), signal.SIGKILL)
                        self.wait_for_run(host, 1)
                        wait_until(lambda: host.feed("video")["publishers"] == 1, 15, "ffmpeg again")
                before = host.feed("video")["messages"]
                wait_until(lambda: host.feed("video")["messages"] > before, what="more video")


if __name__ == "__main__":
    main()
