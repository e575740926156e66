# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes on in a laboratory, each a thread that works until `stop` is set and counts what it has done."""
import json
import random
import socket
import struct
import threading
import time

from rawws import BINARY, TEXT, RawSocket, WebSocket
from relay_e2e import SLOWNESS

PACKET = b"\x47\x1f\xf0\x10" + bytes(184)


class Worker(threading.Thread):
    def __init__(self, relayd, stop):
        super().__init__(name=type(self).__name__, daemon=True)
        self.relayd = relayd
        self.stop = stop
        self.done = 0
        self.error = None

    def run(self):
        try:
            while not self.stop.is_set():
                self.work()
                self.done += 1
        except Exception as error:
            self.error = repr(error)


class Chatter(Worker):
    """Two meet on a topic, exchange messages of many sizes, check each, and part."""

    def __init__(self, relayd, stop, path):
        super().__init__(relayd, stop)
        self.path = path

    def work(self):
        with WebSocket(self.relayd.port, self.path) as one, WebSocket(self.relayd.port, self.path) as two:
            for _ in range(100):
                message = random.randbytes(random.choice((1, 100, 5000, 70000)))
                one.send(BINARY, message)
                while (got := two.message())[1] != message:
                    if got[0] not in (BINARY, TEXT, 0x9):
                        raise AssertionError(f"{got[0]} where a message was expected")


class Streams(Worker):
    """A camera by HTTP: a stream of a hundred parts, then it is replaced by the next."""

    def work(self):
        with RawSocket(self.relayd.port) as camera:
            camera.send_raw(b"POST /in/cam HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n")
            for _ in range(100):
                part = PACKET * random.randrange(1, 300)
                camera.send_raw(f"{len(part):x}\r\n".encode() + part + b"\r\n")
                time.sleep(0.002)
            camera.send_raw(b"0\r\n\r\n")
            if not camera.read_until(b"\r\n\r\n").startswith(b"HTTP/1.1 200 "):
                raise AssertionError("the stream was not taken")


class Comers(Worker):
    """Passers-by: a page, a refused path, a torn handshake, a connection reset at once, a short visit."""

    def work(self):
        for request in (b"GET /healthz", b"GET /stats", b"GET /watch/cam", b"POST /out/cam", b"GET /../x"):
            with RawSocket(self.relayd.port) as visitor:
                visitor.send_raw(request + b" HTTP/1.1\r\nHost: localhost\r\n\r\n")
                visitor.read_until(b"\r\n\r\n")
        with RawSocket(self.relayd.port) as torn:
            torn.send_raw(b"GET /bi/room0 HTTP/1.1\r\nHo")
        gone = socket.create_connection(("127.0.0.1", self.relayd.port))
        gone.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        gone.close()
        with WebSocket(self.relayd.port, "/bi/passing") as short:
            short.send(TEXT, b"hello")


class Watcher(Worker):
    """An operator: watches the numbers of everybody, and kicks one now and then."""

    def work(self):
        with socket.socket(socket.AF_UNIX) as peer:
            peer.settimeout(10 * SLOWNESS)
            peer.connect(self.relayd.admin_socket)
            lines = peer.makefile("rw", encoding="utf-8", newline="\n")
            self.call(lines, 1, "session.open", {"protocol": "relay-admin/1", "client": {"name": "soak", "version": "1"}})
            for number, stream in enumerate(("connections", "connections.stats", "topics", "totals"), 2):
                self.call(lines, number, "subscribe", {"sub": stream, "stream": stream, "intervalMs": 250})
            for number in range(10, 14):
                rows = self.call(lines, number, "connections.list", {"limit": 5})["rows"]
                time.sleep(0.5)
                passing = [row[0] for row in rows if "/bi/passing" in row]
                if passing:
                    self.call(lines, number + 100, "connections.kick", {"ids": passing[:1], "reason": "soak"})

    @staticmethod
    def call(lines, number, method, parameters):
        lines.write(json.dumps({"jsonrpc": "2.0", "id": number, "method": method, "params": parameters}) + "\n")
        lines.flush()
        while True:
            answer = json.loads(lines.readline())
            if answer.get("id") == number:
                if "error" in answer:
                    raise AssertionError(f"{method}: {answer['error']}")
                return answer["result"]
