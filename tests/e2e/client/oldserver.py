# SPDX-License-Identifier: GPL-3.0-or-later
"""An access point and a relay as they were before ours, as far as clients notice, and a proxy: for tests of clients.

The behaviours are those of the programs that run today: a refusal by status 500, a websocket that is accepted and then
stays silent, reports glued together, a code that is good once.
"""
import asyncio
import base64
import contextlib
import hashlib
import json
import struct
import threading

GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"


class Background:
    """Runs an asyncio server in a thread of its own while the `with` lasts."""

    def __enter__(self):
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self.server = asyncio.run_coroutine_threadsafe(asyncio.start_server(self._serve, "127.0.0.1", 0), self._loop).result(5)
        self.port = self.server.sockets[0].getsockname()[1]
        return self

    def __exit__(self, *_):
        async def end():
            self.server.close()
            tasks = asyncio.all_tasks() - {asyncio.current_task()}
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await asyncio.sleep(0)  # closed transports let go of their sockets in the next turn
        asyncio.run_coroutine_threadsafe(end(), self._loop).result(5)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)
        self._loop.close()

    async def _serve(self, reader, writer):
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            await self.serve(reader, writer)
        writer.close()


def next_of(kinds):
    """The first of a list, which stays when it is the last."""
    return kinds.pop(0) if len(kinds) > 1 else kinds[0]


def server_frame(opcode, payload):
    size = len(payload)
    return bytes([0x80 | opcode]) + (bytes([size]) if size < 126 else b"\x7e" + struct.pack(">H", size)) + payload


class OldServer(Background):
    """answers: what each POST gets, in order, the last one for ever: a status, (status, body, headers), "ok", or "hang"
    and "drop" for none, or a function that gives one of these and may take its time. sockets: the same for websockets: (status, body, headers), "ok", or "silent" for one that is opened
    and never answered. speaks: what each websocket gets when it opens: frames as (opcode, payload), or bytes as they are.
    host: the name by which the addresses of websockets call it."""

    def __init__(self, answers=("ok",), sockets=("ok",), speaks=(), host="127.0.0.1"):
        self.answers = list(answers)
        self.kinds = list(sockets)
        self.speaks = speaks
        self.host = host
        self.posts = []     # (seconds, Authorization)
        self.sockets = []   # seconds of each opening
        self.used = []      # the code of each opening
        self.codes = set()
        self.got = []       # payloads of data frames
        self.controls = []  # (opcode, payload) of the others

    def access(self):
        return f"http://{self.host}:{self.port}/session/x"

    async def serve(self, reader, writer):
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        fields = {line.partition(":")[0].lower(): line.partition(":")[2].strip() for line in head.split("\r\n")[1:]}
        now = asyncio.get_running_loop().time()
        if head.startswith("POST"):
            self.posts.append((now, fields.get("authorization")))
            await self._answer(writer, next_of(self.answers))
        else:
            self.sockets.append(now)
            await self._websocket(reader, writer, head, fields)

    async def _answer(self, writer, answer):
        if callable(answer):
            answer = await asyncio.to_thread(answer)
        if answer == "hang":
            await asyncio.sleep(3600)
        if answer == "drop":
            return
        status, body, headers = answer if isinstance(answer, tuple) else (answer, '{"code":500,"message":"token invalid"}', {})
        if status == "ok":
            code = f"code{len(self.posts)}"
            self.codes.add(code)
            status, body = 200, json.dumps({"uri": f"ws://{self.host}:{self.port}/session/x?code={code}"}) + "\n"
        lines = [f"HTTP/1.1 {status} X", f"Content-Length: {len(body)}", "Content-Type: application/json",
                 *(f"{name}: {value}" for name, value in headers.items()), "Connection: close", "", body]
        writer.write("\r\n".join(lines).encode())
        await writer.drain()

    async def _websocket(self, reader, writer, head, fields):
        code = head.split()[1].partition("code=")[2]
        self.used.append(code)
        is_good = code in self.codes or not code
        self.codes.discard(code)
        kind = next_of(self.kinds)
        if isinstance(kind, tuple):
            await self._answer(writer, kind)
            return
        accept = base64.b64encode(hashlib.sha1((fields["sec-websocket-key"] + GUID).encode()).digest()).decode()
        writer.write((f"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                      f"Sec-WebSocket-Accept: {accept}\r\n\r\n").encode())
        if not is_good or kind == "silent":  # as the originals: open, and nothing ever comes
            await asyncio.sleep(3600)
        for frame in self.speaks:
            writer.write(frame if isinstance(frame, bytes) else server_frame(*frame))
        await self._listen(reader, writer)

    async def _listen(self, reader, writer):
        while True:
            first, second = await reader.readexactly(2)
            size = second & 0x7F
            if size == 126:
                size = struct.unpack(">H", await reader.readexactly(2))[0]
            elif size == 127:
                size = struct.unpack(">Q", await reader.readexactly(8))[0]
            mask = await reader.readexactly(4)
            payload = bytes(byte ^ mask[i % 4] for i, byte in enumerate(await reader.readexactly(size)))
            opcode = first & 0x0F
            if opcode < 8:
                self.got.append(payload)
                continue
            self.controls.append((opcode, payload))
            if opcode == 8:
                writer.write(server_frame(8, payload))
                return
            if opcode == 9:
                writer.write(server_frame(10, payload))


class Proxy(Background):
    """An HTTP proxy that finds every host on this machine: by CONNECT, or by the whole address in a request, whose
    connection it then ends. refuses: the status that it answers everybody with instead. wants: name and word, "name:word",
    without which nobody passes."""

    def __init__(self, refuses=None, wants=None):
        self.refuses = refuses
        self._wants = wants and "Basic " + base64.b64encode(wants.encode()).decode()
        self.asked = []   # "METHOD target"
        self.heads = []

    async def serve(self, reader, writer):
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        method, target, _ = head.split(" ", 2)
        self.asked.append(f"{method} {target}")
        self.heads.append(head)
        if self._wants and f"proxy-authorization: {self._wants}".lower() not in head.lower():
            writer.write(b'HTTP/1.1 407 X\r\nProxy-Authenticate: Basic realm="lab"\r\nContent-Length: 0\r\n'
                         b"Proxy-Connection: close\r\n\r\n")
            return
        if self.refuses:
            writer.write(f"HTTP/1.1 {self.refuses} X\r\nContent-Length: 0\r\n\r\n".encode())
            await writer.drain()
            return
        place = target if method == "CONNECT" else target.split("/")[2]
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", int(place.rpartition(":")[2]))
        if method == "CONNECT":
            writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        else:
            far_writer.write(head.replace(f"http://{place}", "", 1).encode("latin-1"))

        async def pump(source, sink):
            while data := await source.read(65536):
                sink.write(data)
                await sink.drain()
            sink.close()
        try:
            await asyncio.gather(pump(reader, far_writer), pump(far_reader, writer))
        finally:
            far_writer.close()
