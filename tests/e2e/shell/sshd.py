# SPDX-License-Identifier: GPL-3.0-or-later
"""A real sshd on loopback with keys of its own, and ssh, scp, sftp and rsync as its user runs them."""
import getpass
import os
import shlex
import shutil
import socket
import subprocess
import tempfile
import unittest
from pathlib import Path

from relay_e2e import SLOWNESS, clean_environment, free_port, wait_until

CONFIG = """
Port {port}
ListenAddress 127.0.0.1
HostKey {folder}/host_key
AuthorizedKeysFile {folder}/user_key.pub
PidFile none
UsePAM no
StrictModes no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin prohibit-password
MaxStartups 500
Subsystem sftp internal-sftp
"""

CLIENT = """
Host pi7
    HostName 127.0.0.1
    HostKeyAlias pi7
    User {user}
    IdentityFile {folder}/user_key
    IdentitiesOnly yes
    BatchMode yes
    StrictHostKeyChecking yes
    UserKnownHostsFile {folder}/known_hosts
    LogLevel ERROR
    {way}
"""


def program(name):
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin:/sbin")
    if not found:
        raise unittest.SkipTest(f"{name} is not installed")
    return found


class Sshd:
    def __enter__(self):
        sshd, keygen = program("sshd"), program("ssh-keygen")
        if os.getuid() == 0:
            os.makedirs("/run/sshd", mode=0o755, exist_ok=True)  # sshd of root insists on it, and its package makes it late
        self.folder = Path(tempfile.mkdtemp(prefix="rl", dir="/tmp"))
        for name in ("host_key", "user_key"):
            subprocess.run([keygen, "-q", "-t", "ed25519", "-N", "", "-f", self.folder / name], check=True)
        (self.folder / "known_hosts").write_text("pi7 " + (self.folder / "host_key.pub").read_text())
        self.port = free_port()
        (self.folder / "sshd_config").write_text(CONFIG.format(port=self.port, folder=self.folder))
        self._log = open(self.folder / "sshd.log", "wb")
        self.process = subprocess.Popen([sshd, "-D", "-e", "-f", self.folder / "sshd_config"], stdin=subprocess.DEVNULL,
                                        stdout=self._log, stderr=self._log, env=clean_environment())
        wait_until(lambda: socket.create_connection(("127.0.0.1", self.port), timeout=1).close() or True, 10, "sshd")
        return self

    def __exit__(self, kind, *_):
        self.process.terminate()
        self.process.wait(10)
        self._log.close()
        if kind:
            print((self.folder / "sshd.log").read_text(errors="replace")[-4000:])
        shutil.rmtree(self.folder, ignore_errors=True)

    def way(self, name, line):
        """Writes a configuration of ssh that reaches pi7 by this line; gives its path."""
        path = self.folder / name
        path.write_text(CLIENT.format(user=getpass.getuser(), folder=self.folder, way=line))
        return path

    def live(self):
        """Processes of sshd that serve somebody."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return len(children.split())


def run(*words, seconds=60, **options):
    """A program to its end, which has to be a good one; gives what it wrote."""
    done = subprocess.run([str(word) for word in words], capture_output=True, stdin=subprocess.DEVNULL,
                          timeout=seconds * SLOWNESS, env=clean_environment(), check=False, **options)
    if done.returncode != 0:
        raise AssertionError(f"{shlex.join(map(str, words))}: exit {done.returncode}\n{done.stderr.decode(errors='replace')}")
    return done.stdout
