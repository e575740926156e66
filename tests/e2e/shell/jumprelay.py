# SPDX-License-Identifier: GPL-3.0-or-later
"""A relay for ssh as those of before play it, byte for byte as hosts and clients see it, and what ours adds to it.

    with JumpRelay() as relay:              # of before
    with JumpRelay(is_ours=True) as relay:  # with sub-protocol, resume ids and targets
        relay.access("pi")                  # the address that a host and its clients are given

The token says who somebody is: "host" or "client". What the originals do that matters: the host is told of each client by a
text on its management connection; a client's messages wait until the host has spoken; who leaves is told as "disconnect"
with an empty uri, and the other's connection stays; nobody is told that there is no host.
"""
import asyncio
import base64
import contextlib
import hashlib
import json
import os
import struct
import sys
import uuid

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../client"))
from oldserver import GUID, Background, server_frame  # noqa: E402  (found by the line above)

PROTOCOL = "relay-shell.1"
TEXT, BINARY, CLOSE, PING, PONG = 1, 2, 8, 9, 10


class Leg:
    """One websocket: of a host's management, of a client, or of a host that has come to meet one."""

    def __init__(self, writer, kind, pair):
        self.writer, self.kind, self.pair = writer, kind, pair
        self.has_protocol = False

    async def send(self, opcode, payload):
        with contextlib.suppress(ConnectionError):
            frame = server_frame(opcode, payload) if len(payload) < 65536 else None
            self.writer.write(frame)
            await self.writer.drain()

    async def close(self, code, reason=""):
        await self.send(CLOSE, struct.pack(">H", code) + reason.encode())
        self.writer.close()


class Pair:
    def __init__(self, host):
        self.host = host
        self.uuid = str(uuid.uuid4())
        self.client = self.far = None
        self.resume = self.target = None
        self.has_spoken = asyncio.Event()
        self.has_met = asyncio.Event()


class JumpRelay(Background):
    """refuses: what each POST of a client is answered with, as (status, body), in place of an address. refuses_legs: by
    "client" and "far" the statuses with which the next websockets of these are answered; only 401 uses the code up."""

    def __init__(self, is_ours=False):
        self.is_ours = is_ours
        self.refuses = None
        self.refused = 0      # POSTs of clients
        self.refuses_legs = {"client": [], "far": []}
        self.codes = {}       # code -> (kind, pair or host's name)
        self.management = {}  # host -> Leg
        self.pairs = []
        self.bodies = []      # of clients' POSTs
        self.told = []        # texts on management connections

    def access(self, host):
        return f"http://127.0.0.1:{self.port}/api/v1/connect/{host}"

    # --- what tests do to it, from their own thread ---

    def call(self, coroutine):
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(10)

    def cut(self, code=None, side=None):
        """Ends the legs of all pairs: without a word, or with a code. side: only this one of a pair, "client" or "far"."""
        async def end():
            for pair in self.pairs:
                for name in (side,) if side else ("client", "far"):
                    leg = getattr(pair, name)
                    if leg and code:
                        await leg.close(code, "told so")
                    elif leg:
                        leg.writer.transport.abort()
        self.call(end())

    # --- HTTP ---

    async def serve(self, reader, writer):
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        fields = {line.partition(":")[0].lower(): line.partition(":")[2].strip() for line in head.split("\r\n")[1:]}
        path = head.split()[1]
        if head.startswith("POST"):
            body = await reader.readexactly(int(fields.get("content-length", "0")))
            await self._answer(writer, *self._grant(path.rpartition("/")[2], fields.get("authorization"), body))
        else:
            await self._upgrade(reader, writer, path, fields)

    async def _answer(self, writer, status, answer):
        body = json.dumps(answer) + "\n"
        writer.write(f"HTTP/1.1 {status} X\r\nContent-Length: {len(body)}\r\nContent-Type: application/json\r\n"
                     f"Connection: close\r\n\r\n{body}".encode())
        await writer.drain()

    def _grant(self, host, role, body):
        code = str(uuid.uuid4())
        base = f"ws://127.0.0.1:{self.port}/connect/{host}"
        if role == "host":
            self.codes[code] = ("management", host)
            return 200, {"uri": f"{base}?code={code}"}
        if role != "client":
            return 401, {"code": "401", "message": "missing client, host or stats scope"}
        if self.refuses:
            self.refused += 1
            return self.refuses
        self.bodies.append(body)
        pair = Pair(host)
        answer = {"uri": f"{base}/{pair.uuid}?code={code}"}
        if self.is_ours and body:
            asked = json.loads(body)
            pair.resume, pair.target = asked.get("resume"), asked.get("target")
            answer.update({key: asked[key] for key in ("resume", "target") if key in asked})
        self.codes[code] = ("client", pair)
        return 200, answer

    async def _upgrade(self, reader, writer, path, fields):
        code = path.partition("code=")[2]
        kind, what = self.codes.get(code, (None, None))
        refusals = self.refuses_legs.get(kind)
        status = refusals.pop(0) if refusals else None if kind else 401
        if status in (None, 401):
            self.codes.pop(code, None)
        if status:
            await self._answer(writer, status, {"code": str(status), "message": "no websocket for this code"})
            return
        leg = Leg(writer, kind, what if kind != "management" else None)
        accept = base64.b64encode(hashlib.sha1((fields["sec-websocket-key"] + GUID).encode()).digest()).decode()
        chosen = ""
        if self.is_ours and fields.get("sec-websocket-protocol") == PROTOCOL:
            leg.has_protocol, chosen = True, f"Sec-WebSocket-Protocol: {PROTOCOL}\r\n"
        writer.write((f"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n{chosen}"
                      f"Sec-WebSocket-Accept: {accept}\r\n\r\n").encode())
        try:
            await {"management": self._manage, "client": self._client, "far": self._far}[kind](reader, leg, what)
        finally:
            writer.close()

    # --- websockets ---

    async def _messages(self, reader, leg):
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            while True:
                first, second = await reader.readexactly(2)
                size = second & 0x7F
                if size == 126:
                    size = struct.unpack(">H", await reader.readexactly(2))[0]
                assert size < 65536, "larger messages than those of before take"
                mask = await reader.readexactly(4)
                payload = await reader.readexactly(size)
                pad = (mask * (size // 4 + 1))[:size]
                payload = (int.from_bytes(payload, "little") ^ int.from_bytes(pad, "little")).to_bytes(size, "little")
                opcode = first & 0x0F
                if opcode == PING:
                    await leg.send(PONG, payload)
                elif opcode == CLOSE:
                    await leg.send(CLOSE, payload)
                    return
                elif opcode in (TEXT, BINARY):
                    yield opcode, payload

    async def _manage(self, reader, leg, host):
        self.management[host] = leg
        async for _ in self._messages(reader, leg):
            pass
        if self.management.get(host) is leg:
            del self.management[host]

    async def _tell(self, pair, text):
        self.told.append(text)
        if pair.host in self.management:
            await self.management[pair.host].send(TEXT, json.dumps(text).encode())

    async def _client(self, reader, leg, pair):
        pair.client = leg
        self.pairs.append(pair)
        code = str(uuid.uuid4())
        self.codes[code] = ("far", pair)
        text = {"action": "connect", "uri": f"ws://127.0.0.1:{self.port}/connect/{pair.host}/{pair.uuid}?code={code}",
                "uuid": pair.uuid}
        if leg.has_protocol:
            text.update({"resume": pair.resume, "protocol": PROTOCOL, **({"target": pair.target} if pair.target else {})})
        await self._tell(pair, text)
        async for opcode, payload in self._messages(reader, leg):
            await pair.has_spoken.wait()
            if pair.far:
                await pair.far.send(opcode, payload)
        pair.client = None
        await self._left(pair, pair.far)

    async def _far(self, reader, leg, pair):
        pair.far = leg
        async for opcode, payload in self._messages(reader, leg):
            if pair.client:
                await pair.client.send(opcode, payload)
            pair.has_spoken.set()
        pair.far = None
        await self._left(pair, pair.client)

    async def _left(self, pair, other):
        await self._tell(pair, {"action": "disconnect", "uri": "", "uuid": pair.uuid})
        if self.is_ours and other:
            await other.close(1001, "other end left")
