# SPDX-License-Identifier: GPL-3.0-or-later
"""Handshakes: versions, clients that do not speak TLS or stop in the middle, and crowds of them."""
import os
import socket
import ssl
import time
import warnings

from rawws import TEXT, Closed, RawSocket, WebSocket
from relay_e2e import SLOWNESS, main, wait_until
from secured import TlsTest
from tlsca import openssl

CLIENT_HELLO_START = b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"


class Versions(TlsTest):
    def speaks(self, relayd, version):
        """Whether openssl s_client gets a connection of this version, its own limits lifted."""
        done = openssl("s_client", "-connect", f"127.0.0.1:{relayd.tls_port}", f"-{version}", "-CAfile", self.authority.certificate,
                       "-cipher", "ALL:@SECLEVEL=0", input=b"", check=False)
        return b"Verify return code: 0" in done.stdout and done.returncode == 0

    def test_12_and_13_and_nothing_older(self):
        with self.relayd() as relayd:
            self.assertEqual([self.speaks(relayd, version) for version in ("tls1", "tls1_1", "tls1_2", "tls1_3")],
                             [False, False, True, True])

    def test_a_later_minimum(self):
        with self.relayd("--tls-min-version", "1.3") as relayd:
            self.assertEqual([self.speaks(relayd, version) for version in ("tls1_2", "tls1_3")], [False, True])

    def test_ciphers_of_12_have_forward_secrecy(self):
        with self.relayd() as relayd:
            context = self.authority.context()
            context.maximum_version = ssl.TLSVersion.TLSv1_2
            with self.wss(relayd, "/bi/x", context=context) as peer:
                self.assertRegex(peer.socket.cipher()[0], "^ECDHE-.*(GCM|POLY1305)")
            context.set_ciphers("AES128-SHA256")
            with self.assertRaises(ssl.SSLError):
                self.authority.connect(relayd.tls_port, context=context)

    def test_no_renegotiation(self):
        with self.relayd() as relayd, WebSocket(relayd.port, "/bi/x"):
            done = openssl("s_client", "-connect", f"127.0.0.1:{relayd.tls_port}", "-tls1_2", input=b"R\n", check=False)
            self.assertNotIn(b"RENEGOTIATING\ndepth", done.stdout + done.stderr)

    def test_a_returning_client_resumes(self):
        with self.relayd() as relayd:
            context = self.authority.context()
            context.maximum_version = ssl.TLSVersion.TLSv1_2
            first = self.authority.connect(relayd.tls_port, context=context)
            session = first.session
            first.close()
            with socket.create_connection(("127.0.0.1", relayd.tls_port)) as plain, \
                    context.wrap_socket(plain, server_hostname="127.0.0.1", session=session) as second:
                self.assertTrue(second.session_reused)


class Strangers(TlsTest):
    def test_plain_http_hears_that_this_is_tls(self):
        with self.relayd() as relayd, RawSocket(relayd.tls_port) as peer:
            peer.send_raw(b"GET / HTTP/1.1\r\nHost: h\r\n\r\n")
            answer = peer.read_to_end()
            self.assertTrue(answer.startswith(b"HTTP/1.1 400 "), answer)
            self.assertIn(b"https://", answer.partition(b"\r\n\r\n")[2])

    def test_bytes_that_are_no_handshake(self):
        with self.relayd() as relayd:
            for data in (b"\x16" + os.urandom(300), CLIENT_HELLO_START + os.urandom(505), b"\x16\x03\x01\x00\x00" * 50):
                with RawSocket(relayd.tls_port) as peer:
                    peer.send_raw(data)
                    peer.socket.settimeout(8 * SLOWNESS)
                    try:
                        peer.read_to_end()  # an alert, or nothing, and the end
                    except Closed:
                        pass
            self.assertTrue(relayd.running)
            with self.wss(relayd, "/bi/x"):
                pass

    def test_a_byte_at_a_time(self):
        with self.relayd() as relayd:
            incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
            client = self.authority.context().wrap_bio(incoming, outgoing, server_hostname="127.0.0.1")
            with RawSocket(relayd.tls_port) as peer:
                def step(action):
                    while True:
                        try:
                            result = action()
                            peer.send_chopped(outgoing.read(), 1, 0)
                            return result
                        except ssl.SSLWantReadError:
                            peer.send_chopped(outgoing.read(), 1, 0)
                            data = peer.socket.recv(7)
                            incoming.write(data) if data else incoming.write_eof()
                step(client.do_handshake)
                step(lambda: client.write(b"GET /healthz HTTP/1.1\r\nHost: h\r\n\r\n"))
                answer = b""
                while not answer.endswith(b"ok\n"):
                    answer += step(lambda: client.read(100))

    def test_half_handshakes_and_silence_stop_nobody_and_end_in_time(self):
        with self.relayd() as relayd, WebSocket(relayd.port, "/bi/x") as reader:
            begun = time.monotonic()
            idle = [socket.create_connection(("127.0.0.1", relayd.tls_port)) for _ in range(150)]
            for number, peer in enumerate(idle):
                if number % 3:
                    peer.sendall(CLIENT_HELLO_START[:number % len(CLIENT_HELLO_START) + 1])
            with self.wss(relayd, "/bi/x") as speaker:
                speaker.send(TEXT, b"hello")
                self.assertEqual(reader.message(), (TEXT, b"hello"))
            self.assertLess(time.monotonic() - begun, 3 * SLOWNESS)
            for peer in idle:
                peer.settimeout(8 * SLOWNESS)
                try:
                    self.assertEqual(peer.recv(100)[:0], b"")
                except ConnectionResetError:
                    pass
                peer.close()
            self.assertGreater(time.monotonic() - begun, 4)
            self.assertLess(time.monotonic() - begun, 8 * SLOWNESS)

    def test_a_finished_handshake_without_a_request_ends_with_408(self):
        with self.relayd() as relayd, self.authority.connect(relayd.tls_port) as peer:
            peer.settimeout(8 * SLOWNESS)
            begun = time.monotonic()
            answer = b""
            while data := peer.recv(4096):
                answer += data
            self.assertTrue(answer.startswith(b"HTTP/1.1 408 "), answer)
            self.assertGreater(time.monotonic() - begun, 4)

    def test_a_crowd_of_the_silent_gives_way(self):
        with self.relayd() as relayd:
            crowd = [socket.create_connection(("127.0.0.1", relayd.tls_port)) for _ in range(600)]
            begun = time.monotonic()
            with self.wss(relayd, "/bi/x"), WebSocket(relayd.port, "/bi/x"):
                self.assertLess(time.monotonic() - begun, 4 * SLOWNESS)
            for peer in crowd:
                peer.close()

    def test_the_one_too_many_gets_503(self):
        with self.relayd("--max-connections", "2") as relayd, self.wss(relayd, "/bi/x"), self.wss(relayd, "/bi/x"):
            wait_until(lambda: len(relayd.connections()) == 2, 5)
            with self.authority.connect(relayd.tls_port) as peer:
                peer.sendall(b"GET /healthz HTTP/1.1\r\nHost: h\r\n\r\n")
                self.assertTrue(peer.recv(4096).startswith(b"HTTP/1.1 503 "))

    def test_many_handshakes_leave_no_descriptor_and_no_memory(self):
        with self.relayd() as relayd:
            context = self.authority.context()

            def some(count):
                for _ in range(count):
                    with self.authority.connect(relayd.tls_port, context=context) as peer:
                        peer.sendall(b"GET /healthz HTTP/1.1\r\nHost: h\r\n\r\n")
                        while peer.recv(4096):
                            pass
            some(100)
            descriptors, memory = relayd.descriptors(), relayd.rss()
            some(400)
            wait_until(lambda: relayd.descriptors() <= descriptors, 5, "descriptors given back")
            if SLOWNESS == 1:
                self.assertLess(relayd.rss() - memory, 1 << 20)


if __name__ == "__main__":
    warnings.simplefilter("ignore", DeprecationWarning)
    main()
