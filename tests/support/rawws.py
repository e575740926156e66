# SPDX-License-Identifier: GPL-3.0-or-later
"""A websocket client of plain sockets that can send what no library would: for conformance tests.

    with WebSocket(port, "/bi/x") as peer:
        peer.send(TEXT, b"hello")               # a frame as it should be
        peer.send_raw(frame(0x3, b"", rsv=4))   # and one as it should not
        opcode, payload = peer.message()

Nothing here answers by itself: no pong, no close. Times are in seconds.
"""
import base64
import hashlib
import os
import socket
import struct
import time

CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG = 0x0, 0x1, 0x2, 0x8, 0x9, 0xA
GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"  # RFC 6455, section 1.3
TIMEOUT = 10.0 * float(os.environ.get("RELAY_TEST_SLOWNESS", "1"))


def masked(payload, key):
    """The payload under a masking key; as one large number, which is fast enough for megabytes."""
    size = len(payload)
    pad = (key * (size // 4 + 1))[:size]
    return (int.from_bytes(payload, "little") ^ int.from_bytes(pad, "little")).to_bytes(size, "little")


def frame(opcode, payload=b"", fin=True, rsv=0, mask=True, length=None, width=None):
    """One frame. length: the declared one, when it is not that of the payload. width: octets of extended length."""
    length = len(payload) if length is None else length
    if width is None:
        width = 0 if length < 126 else 2 if length < 65536 else 8
    short = {0: length, 2: 126, 8: 127}[width]
    head = bytes([fin << 7 | rsv << 4 | opcode, (0x80 if mask else 0) | short]) + length.to_bytes(8, "big")[8 - width:]
    if not mask:
        return head + payload
    key = os.urandom(4)
    return head + key + masked(payload, key)


def fragments(opcode, payload, size):
    """The frames of one message in fragments of so many octets, the last one perhaps shorter."""
    pieces = [payload[at:at + size] for at in range(0, len(payload), size)] or [b""]
    return [frame(CONTINUATION if i else opcode, piece, fin=i == len(pieces) - 1) for i, piece in enumerate(pieces)]


def close_payload(code, reason=b""):
    return struct.pack(">H", code) + reason


def chop(data, size):
    return [data[at:at + size] for at in range(0, len(data), size)]


def accept_for(key):
    return base64.b64encode(hashlib.sha1((key + GUID).encode()).digest()).decode()


def handshake(path, key="dGhlIHNhbXBsZSBub25jZQ==", host="127.0.0.1", extra=()):
    lines = [f"GET {path} HTTP/1.1", f"Host: {host}", "Upgrade: websocket", "Connection: Upgrade",
             f"Sec-WebSocket-Key: {key}", "Sec-WebSocket-Version: 13", *extra, "", ""]
    return "\r\n".join(lines).encode()


class Closed(Exception):
    """The other side has ended the connection (reset says how) where more was expected."""

    def __init__(self, reset):
        super().__init__("connection reset" if reset else "end of stream")
        self.reset = reset


class RawSocket:
    """A TCP connection with a buffer; what is read has to come within TIMEOUT."""

    def __init__(self, port, receive_buffer=None):
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if receive_buffer:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        self.socket.settimeout(TIMEOUT)
        self.socket.connect(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.buffer = bytearray()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def send_raw(self, data):
        self.socket.sendall(data)

    def send_chopped(self, data, size, pause=0.0005):
        """In pieces that the other side sees one by one, as far as a pause can bring that about."""
        for piece in chop(data, size):
            self.socket.sendall(piece)
            time.sleep(pause)

    def fill(self):
        try:
            data = self.socket.recv(1 << 20)
        except ConnectionResetError:
            raise Closed(reset=True) from None
        if not data:
            raise Closed(reset=False)
        self.buffer += data

    def read(self, size):
        while len(self.buffer) < size:
            self.fill()
        data = bytes(self.buffer[:size])
        del self.buffer[:size]
        return data

    def read_until(self, end):
        while end not in self.buffer:
            self.fill()
        return self.read(self.buffer.index(end) + len(end))

    def read_to_end(self):
        """What comes until the other side ends the connection. Closed when it does so by a reset."""
        while True:
            try:
                self.fill()
            except Closed as closed:
                if closed.reset:
                    raise
                return self.read(len(self.buffer))

    def reset(self):
        """Ends the connection by RST."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.socket.close()


class Response:
    """An HTTP response head; header names in lower case."""

    def __init__(self, head):
        first, *lines = head.decode("latin-1").rstrip("\r\n").split("\r\n")
        self.status = int(first.split(" ", 2)[1])
        self.headers = {}
        for line in lines:
            name, _, value = line.partition(":")
            self.headers[name.strip().lower()] = value.strip()


class WebSocket(RawSocket):
    """An open websocket: the handshake is over when it is made. first: octets sent along with the handshake."""

    def __init__(self, port, path, extra=(), first=b"", receive_buffer=None, host="127.0.0.1"):
        super().__init__(port, receive_buffer)
        try:
            self._open(path, extra, first, host)
        except BaseException:
            self.socket.close()
            raise

    def _open(self, path, extra, first, host):
        key = base64.b64encode(os.urandom(16)).decode()
        self.send_raw(handshake(path, key, host, extra) + first)
        self.response = Response(self.read_until(b"\r\n\r\n"))
        if self.response.status != 101:
            raise AssertionError(f"handshake on {path}: {self.response.status}")
        if self.response.headers.get("sec-websocket-accept") != accept_for(key):
            raise AssertionError("Sec-WebSocket-Accept does not fit the key")

    def send(self, opcode, payload=b"", **how):
        self.send_raw(frame(opcode, payload, **how))

    def frame(self):
        """The next frame as (opcode, payload): whole, unmasked, in the shortest form, or AssertionError."""
        first, second = self.read(2)
        if not first & 0x80 or first & 0x70 or second & 0x80:
            raise AssertionError(f"frame starts with {first:02x} {second:02x}: fragment, reserved bit or mask")
        length = second
        if second >= 126:
            length = int.from_bytes(self.read(2 if second == 126 else 8), "big")
            if length < (126 if second == 126 else 65536):
                raise AssertionError(f"length {length} not in its shortest form")
        return first & 0x0F, self.read(length)

    def message(self):
        """The next text or binary message; pings of the other side are passed over."""
        while True:
            opcode, payload = self.frame()
            if opcode in (TEXT, BINARY):
                return opcode, payload
            if opcode != PING:
                raise AssertionError(f"a message was expected, not opcode {opcode:x} with {payload[:130]!r}")

    def close_code(self, answer=False, pings=False):
        """Reads the close frame and the end of the stream behind it; None for a close frame without code.

        answer: the relay closes, and we are the peer who answers it. It need not wait for that, so that a reset is no
        mistake then. pings: some may have come before it.
        """
        opcode, payload = self.frame()
        while pings and opcode == PING:
            opcode, payload = self.frame()
        if opcode != CLOSE:
            raise AssertionError(f"a close frame was expected, not opcode {opcode:x} with {payload[:130]!r}")
        rest = self._answer_close(payload[:2]) if answer else self.read_to_end()
        if rest:
            raise AssertionError(f"{len(rest)} octets behind the close frame")
        payload[2:].decode("utf-8")
        return struct.unpack(">H", payload[:2])[0] if payload else None

    def _answer_close(self, payload):
        try:
            self.send(CLOSE, payload)
            return self.read_to_end()
        except (Closed, ConnectionError):
            return b""
