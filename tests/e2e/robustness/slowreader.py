# SPDX-License-Identifier: GPL-3.0-or-later
"""A websocket reader in a process of its own, so that it can be stopped by SIGSTOP.

usage: slowreader.py PORT PATH. Prints "ready", then, for each text message "count", what it got until then: a line of
JSON with the numbers at the start of the binary messages.
"""
import json
import sys

from rawws import BINARY, WebSocket


def main():
    with WebSocket(int(sys.argv[1]), sys.argv[2], receive_buffer=65536) as peer:
        peer.socket.settimeout(120)
        print("ready", flush=True)
        numbers = []
        while True:
            opcode, payload = peer.message()
            if opcode == BINARY:
                numbers.append([int.from_bytes(payload[:8], "big"), len(payload)])
            else:
                print(json.dumps(numbers), flush=True)


if __name__ == "__main__":
    main()
