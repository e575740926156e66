# SPDX-License-Identifier: GPL-3.0-or-later
"""Certificates: what a bad one is told at the start, and a new one on SIGHUP while connections go on."""
import os
import shutil
import signal
import subprocess

from rawws import TEXT
from relay_e2e import Relayd, clean_environment, main, program, wait_until
from secured import TlsTest
from tlsca import openssl, serial_of


class Start(TlsTest):
    def start(self, certificate, key):
        """stderr of a relayd that does not start."""
        done = subprocess.run([program("relayd"), "--listen", "127.0.0.1:0", "--tls-listen", "127.0.0.1:0", "--admin-socket",
                               self.authority.path("admin.sock"), "--tls-certificate", certificate, "--tls-key", key],
                              capture_output=True, text=True, timeout=20, env=clean_environment(), check=False)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stdout, "")
        return done.stderr

    def test_errors_name_the_file_and_what_to_do(self):
        other = self.authority.issue("other")[1]
        rubbish = self.authority.path("rubbish.pem")
        with open(rubbish, "w", encoding="ascii") as file:
            file.write("no certificate\n")
        encrypted = self.authority.path("encrypted.key")
        openssl("pkey", "-in", self.key, "-aes256", "-passout", "pass:secret", "-out", encrypted)
        missing = self.authority.path("missing.pem")
        for certificate, key, words in ((missing, self.key, (missing, "No such file", "--tls-certificate")),
                                        (self.certificate, missing, (missing, "No such file", "--tls-key")),
                                        (rubbish, self.key, (rubbish, "PEM")), (self.certificate, rubbish, (rubbish, "--tls-key")),
                                        (self.certificate, other, (other, self.certificate, "does not belong")),
                                        (self.certificate, encrypted, (encrypted, "pass phrase", "openssl pkey"))):
            said = self.start(certificate, key)
            for word in words:
                self.assertIn(word, said)

    def test_an_expired_certificate_and_a_key_for_everybody_are_warnings(self):
        certificate, key = self.authority.issue("old", days=-1)
        os.chmod(key, 0o644)
        with self.relayd(certificate=certificate, key=key) as relayd:
            self.assertIn("expired", relayd.log())
            self.assertIn("chmod 600", relayd.log())

    def test_only_tls_listens(self):
        with self.relayd(listen="none") as relayd:
            self.assertIsNone(relayd.port)
            self.assertNotIn("ws://", relayd.log())
            with self.wss(relayd, "/bi/x") as peer, self.wss(relayd, "/bi/x") as other:
                peer.send(TEXT, b"hello")
                self.assertEqual(other.message(), (TEXT, b"hello"))

    def test_without_tls_a_hangup_ends_it_as_ever(self):
        with Relayd() as relayd:
            self.assertEqual(relayd.stop(signal.SIGHUP), -signal.SIGHUP)


class Renewal(TlsTest):
    def setUp(self):
        self.served = [self.authority.path(name) for name in ("served.pem", "served.key")]
        self.put(self.certificate, self.key)

    def put(self, certificate, key):
        for source, target in zip((certificate, key), self.served):
            shutil.copy(source, target)

    def serial(self, relayd):
        done = openssl("s_client", "-connect", f"127.0.0.1:{relayd.tls_port}", "-CAfile", self.authority.certificate, input=b"")
        seen = self.authority.path("seen.pem")
        with open(seen, "wb") as file:
            file.write(done.stdout)
        return serial_of(seen)

    def reload(self, relayd, word):
        before = relayd.log().count("SIGHUP")
        relayd.send_signal(signal.SIGHUP)
        wait_until(lambda: relayd.log().count("SIGHUP") > before, 5, "a line about SIGHUP")
        self.assertIn(word, relayd.log())

    def talks(self, peer, other):
        peer.send(TEXT, b"still here")
        self.assertEqual(other.message(), (TEXT, b"still here"))

    def test_new_connections_get_the_new_one_and_the_old_go_on(self):
        new = self.authority.issue("new")
        with self.relayd(certificate=self.served[0], key=self.served[1]) as relayd, self.wss(relayd, "/bi/x") as old:
            self.assertEqual(self.serial(relayd), serial_of(self.certificate))
            self.put(*new)
            self.reload(relayd, serial_of(new[0]))
            self.assertEqual(self.serial(relayd), serial_of(new[0]))
            with self.wss(relayd, "/bi/x") as young:
                self.talks(old, young)
                self.talks(young, old)

    def test_a_bad_one_changes_nothing(self):
        with self.relayd(certificate=self.served[0], key=self.served[1]) as relayd, self.wss(relayd, "/bi/x") as old:
            with open(self.served[0], "w", encoding="ascii") as file:
                file.write("half a certifi")
            self.reload(relayd, "stays as it was")
            self.assertIn(self.served[0], relayd.log())
            self.assertEqual(self.serial(relayd), serial_of(self.certificate))
            with self.wss(relayd, "/bi/x") as young:
                self.talks(old, young)


if __name__ == "__main__":
    main()
