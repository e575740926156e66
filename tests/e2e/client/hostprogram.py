# SPDX-License-Identifier: GPL-3.0-or-later
"""relay host in the background, and what talks to it: calls, and what a camera does.

    with Host() as host:
        host.destination("0", "video", relayd.url("/in/lab"))
        with Sender(host.port, "/ts/video") as camera:
            camera.chunk(packets(10))
"""
import http.client
import json
import os
import signal
import socket
import subprocess
import tempfile
import time

from rawws import TIMEOUT
from relay_e2e import SLOWNESS, clean_environment, program, wait_until
from streams import PACKET, packets

LOSSLESS = ["--topic-kind", "/out/*=stream", "--instant-start", "0"]  # of a relayd that gives each byte, once


class Host:
    """Told what happens as JSON. port: 0 is any. Ended with the `with`."""

    def __init__(self, *words, env=None, port=0):
        self._words = [str(word) for word in words]
        self._env = env
        self._wanted = port
        self.port = None

    def __enter__(self):
        self.errors = tempfile.TemporaryFile()
        self.process = subprocess.Popen([program("relay"), "host", "--json", "--port", str(self._wanted), *self._words],
                                        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=self.errors,
                                        env=clean_environment(self._env))
        try:
            wait_until(lambda: self.process.poll() is not None or self.events("listening"), 10, "a host that listens")
            assert self.process.poll() is None, self.told()
            self.port = self.events("listening")[0]["port"]
        except BaseException:
            self.__exit__(AssertionError)
            raise
        return self

    def __exit__(self, kind, *_):
        if self.process.poll() is None:
            self.process.terminate()
        try:
            self.process.wait(15 * SLOWNESS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        told = self.told()
        self.errors.close()
        if kind is not None:
            print(f"--- relay host {' '.join(self._words)} ---\n{told}--- end ---")
        elif self.process.returncode not in (0, -signal.SIGKILL):  # a test may have killed it
            raise AssertionError(f"relay host ended with {self.process.returncode}:\n{told}")

    def stop(self, number=signal.SIGTERM):
        self.process.send_signal(number)
        return self.process.wait(15 * SLOWNESS)

    def told(self):
        return os.pread(self.errors.fileno(), 1 << 24, 0).decode()

    def events(self, event=None):
        lines = [line for line in self.told().splitlines(keepends=True) if line.endswith("\n")]
        return [e for e in map(json.loads, lines) if event in (None, e["event"])]

    # --- calls ---

    def call(self, method, path, body=None, headers=None):
        """Status, body and headers (names in lower case) of the answer."""
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20 * SLOWNESS)
        try:
            link.request(method, path, body=body, headers=headers or {})
            answer = link.getresponse()
            return answer.status, answer.read(), {name.lower(): value for name, value in answer.getheaders()}
        finally:
            link.close()

    def destination(self, id, stream, destination, **more):
        rule = {"id": id, "stream": stream, "destination": destination, **more}
        status, body, _ = self.call("POST", "/api/destinations", json.dumps(rule))
        assert status == 200, (status, body)

    def stream(self, stream, *feeds):
        status, body, _ = self.call("POST", "/api/streams", json.dumps({"stream": stream, "feeds": feeds}))
        assert status == 200, (status, body)

    def figures(self):
        return json.loads(self.call("GET", "/api/figures")[1])

    def of(self, id):
        """Figures of a destination; empty for one that is not there."""
        return self.figures()["destinations"].get(id, {})

    def feed(self, name):
        return self.figures()["feeds"].get(name, {})

    def wait_open(self, *ids, seconds=15):
        wait_until(lambda: all(self.of(id).get("state") == "open" for id in ids), seconds, f"open: {ids}")


def is_held(sender):
    """Whether the host neither answers nor ends this connection."""
    sender.socket.setblocking(False)
    try:
        sender.socket.recv(1, socket.MSG_PEEK)
        return False
    except BlockingIOError:
        return True
    finally:
        sender.socket.settimeout(TIMEOUT)


def pictures(per_second, seconds, size=10):
    """What a camera makes: `size` packets at a time, numbered on, each yielded when it is time."""
    began = time.monotonic()
    for i in range(int(per_second * seconds)):
        time.sleep(max(0.0, began + i / per_second - time.monotonic()))
        yield packets(size, i * size)


def cut(data):
    """The packets of a transport stream."""
    return [data[at:at + PACKET] for at in range(0, len(data), PACKET)]
