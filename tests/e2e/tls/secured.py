# SPDX-License-Identifier: GPL-3.0-or-later
"""What the TLS tests share: a relayd with a TLS listener and the authority that its certificate comes from."""
import tempfile
import unittest

from rawws import WebSocket
from relay_e2e import Relayd, wait_until
from tlsca import Authority


class SecureWebSocket(WebSocket):
    """rawws.WebSocket through TLS."""

    def __init__(self, authority, port, path, receive_buffer=None, context=None):
        self.socket = authority.connect(port, receive_buffer, context)
        self.buffer = bytearray()
        try:
            self._open(path, (), b"", "127.0.0.1")
        except BaseException:
            self.socket.close()
            raise


class TlsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="rltls")
        cls.addClassCleanup(folder.cleanup)
        cls.authority = Authority(folder.name)
        cls.certificate, cls.key = cls.authority.issue("relay")

    def relayd(self, *more, certificate=None, key=None, listen=None):
        return Relayd(["--tls-listen", "127.0.0.1:0", "--tls-certificate", certificate or self.certificate,
                       "--tls-key", key or self.key, *more], listen=listen)

    def wss(self, relayd, path, receive_buffer=None, context=None):
        return SecureWebSocket(self.authority, relayd.tls_port, path, receive_buffer, context)

    def wait_for_connections(self, relayd, count):
        return wait_until(lambda: (lambda rows: len(rows) == count and rows)(relayd.connections()) or count == 0, 10,
                          f"{count} connections")
