# SPDX-License-Identifier: GPL-3.0-or-later
"""Legs of a shell as tests play them: the call, the websocket that it leads to, and what comes on it."""
import json
import urllib.request

from rawws import BINARY, PING, PONG, TEXT, WebSocket
from targets import LIMIT


def post(url, token):
    request = urllib.request.Request(url, data=b"", headers={"Authorization": token}, method="POST")
    with urllib.request.urlopen(request, timeout=LIMIT) as answer:
        return json.load(answer)["uri"]


def dial(uri, extra=()):
    port, _, path = uri.removeprefix("ws://127.0.0.1:").partition("/")
    return WebSocket(int(port), "/" + path, extra=extra)


def data_of(peer):
    while True:
        opcode, payload = peer.message()
        if opcode == PING:
            peer.send(PONG, payload)
        elif opcode in (TEXT, BINARY):
            return opcode, payload
