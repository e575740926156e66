# SPDX-License-Identifier: GPL-3.0-or-later
"""A client of the admin socket that is nothing but a socket: lines out, lines in."""
import json
import socket

from relay_e2e import SLOWNESS


class AdminWire:
    """Opens a session; call() answers with the result, or raises AdminError."""

    def __init__(self, path, open_session=True):
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._socket.settimeout(10 * SLOWNESS)
        try:
            self._socket.connect(path)
        except OSError:
            self._socket.close()
            raise
        self._file = self._socket.makefile("rb")
        self._last_id = 0
        self.notifications = []
        self.hello = self.line()
        if open_session:
            self.call("session.open", protocol="relay-admin/1")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._file.close()
        self._socket.close()

    def send(self, data):
        self._socket.sendall(data)

    def line(self):
        """The next line parsed; None when the server has closed."""
        raw = self._file.readline()
        return json.loads(raw) if raw else None

    def notification(self):
        return self.notifications.pop(0) if self.notifications else self.line()

    def call(self, method, **params):
        self._last_id += 1
        self.send(json.dumps({"jsonrpc": "2.0", "id": self._last_id, "method": method, "params": params}).encode() + b"\n")
        while True:
            answer = self.line()
            if answer is None:
                raise AdminError("Closed", "the server closed the session")
            if "method" in answer:
                self.notifications.append(answer)
            elif "error" in answer:
                raise AdminError(answer["error"]["data"]["class"], answer["error"]["message"])
            else:
                return answer["result"]


class AdminError(Exception):
    def __init__(self, kind, text):
        super().__init__(f"{kind}: {text}")
        self.kind = kind
        self.text = text
