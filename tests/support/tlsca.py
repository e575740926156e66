# SPDX-License-Identifier: GPL-3.0-or-later
"""A certification authority of the test's own, made with the openssl command, and clients that trust nobody else.

    authority = Authority(directory)
    certificate, key = authority.issue("first")
    with connect("wss://127.0.0.1:...", ssl=authority.context()) as peer: ...
"""
import base64
import hashlib
import os
import shutil
import socket
import ssl
import subprocess
import unittest

NAMES = "subjectAltName=DNS:localhost,IP:127.0.0.1"


def openssl(*arguments, input=None, timeout=30, check=True):
    if not shutil.which("openssl"):
        raise unittest.SkipTest("openssl is not installed (Debian: openssl)")
    return subprocess.run(["openssl", *map(str, arguments)], input=input, capture_output=True, timeout=timeout, check=check)


class Authority:
    def __init__(self, directory):
        self.directory = directory
        self.certificate = self.path("ca.pem")
        openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", 30,
                "-subj", "/CN=Relay test authority", "-addext", "basicConstraints=critical,CA:TRUE",
                "-keyout", self.path("ca.key"), "-out", self.certificate)

    def path(self, name):
        return os.path.join(self.directory, name)

    def issue(self, name, days=30, rsa=False, names=NAMES):
        """A certificate for 127.0.0.1, or other names, with the authority's behind it, and its key: paths of two PEM files."""
        certificate, key, request, extensions = (self.path(name + end) for end in (".pem", ".key", ".csr", ".ext"))
        algorithm = ["rsa:2048"] if rsa else ["ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
        openssl("req", "-newkey", *algorithm, "-nodes", "-subj", "/CN=localhost", "-keyout", key, "-out", request)
        os.chmod(key, 0o600)
        with open(extensions, "w", encoding="ascii") as file:
            file.write(names + "\n")
        openssl("x509", "-req", "-in", request, "-CA", self.certificate, "-CAkey", self.path("ca.key"), "-CAcreateserial",
                "-days", days, "-extfile", extensions, "-out", certificate)
        with open(certificate, "ab") as chain, open(self.certificate, "rb") as own:
            chain.write(own.read())
        return certificate, key

    def fingerprint(self, certificate):
        """SHA-256 of its public key in base64: how a browser is told to trust just this one."""
        key = openssl("x509", "-in", certificate, "-noout", "-pubkey").stdout
        der = openssl("pkey", "-pubin", "-outform", "der", input=key).stdout
        return base64.b64encode(hashlib.sha256(der).digest()).decode()

    def context(self):
        return ssl.create_default_context(cafile=self.certificate)

    def connect(self, port, receive_buffer=None, context=None, timeout=10):
        """A TLS connection; receive_buffer makes a peer whose socket is soon full."""
        plain = socket.socket()
        if receive_buffer:
            plain.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        plain.settimeout(timeout * float(os.environ.get("RELAY_TEST_SLOWNESS", "1")))
        plain.connect(("127.0.0.1", port))
        # An end without close_notify is an error, not an end.
        return (context or self.context()).wrap_socket(plain, server_hostname="127.0.0.1", suppress_ragged_eofs=False)


def serial_of(path):
    """Serial number of the first certificate in a PEM file, in hexadecimal."""
    return openssl("x509", "-in", path, "-noout", "-serial").stdout.decode().strip().partition("=")[2]
