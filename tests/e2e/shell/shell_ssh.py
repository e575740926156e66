#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ssh, scp, sftp, rsync and ansible of Debian to a real sshd, through relay shell client, relayd and relay shell host.

With --long: 1 GiB where it is 64 MiB else, 50 sessions where it is 10, and ansible.
"""
import concurrent.futures
import contextlib
import fcntl
import hashlib
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
import unittest

from relay_e2e import SLOWNESS, clean_environment, main, program as built, wait_until
from relaychain import Chain
from sshd import Sshd, program, run
from targets import texts

LONG = "--long" in sys.argv
if LONG:
    sys.argv.remove("--long")
MIB = 1 << 20
SIZE = 1024 * MIB if LONG else 64 * MIB
SESSIONS = 50 if LONG else 10
PATIENCE = 600 if LONG else 90  # s


def make_file(path, size):
    """A file of bytes that no compression makes smaller; gives its SHA-256."""
    block, digest = os.urandom(4 * MIB), hashlib.sha256()
    with open(path, "wb") as file:
        for number in range(size // len(block)):
            piece = number.to_bytes(8, "big") + block[8:]
            file.write(piece)
            digest.update(piece)
    return digest.hexdigest()


def hash_of(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def resize(terminal, rows, columns):
    """Whoever runs in it is told by a signal."""
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


class Ssh(unittest.TestCase):
    def setUp(self):
        for name in ("ssh", "scp", "sftp", "rsync"):
            program(name)
        self.sshd = self.enterContext(Sshd())
        self.chain = Chain(self)
        self.host = self.chain.host("--to", f"127.0.0.1:{self.sshd.port}")
        self.folder = self.sshd.folder
        token = self.chain.token_file(self.folder)
        self.stdio = self.sshd.way("stdio", f"ProxyCommand {built('relay')} shell client --stdio --token-file {token} "
                                            f"--access http://127.0.0.1:{self.chain.port}/api/v1/connect/%n")

    def listening(self):
        self.client = self.chain.client()
        return self.sshd.way("listening", f"Port {self.client.port}")

    def everybody_has_gone(self):
        wait_until(lambda: self.sshd.live() == 0, 10, "sshd serves nobody any more")

    # --- what people do ---

    def test_login_at_a_terminal(self):
        process, terminal = pty.fork()
        if process == 0:
            os.execve(program("ssh"), ["ssh", "-F", str(self.stdio), "pi7"], {**clean_environment(), "TERM": "dumb"})
        try:
            self.wait_for(terminal, b"echo $((6*7))th\n", b"42th")
            for rows, columns in ((33, 77), (44, 88)):
                resize(terminal, rows, columns)
                line = f'until [ "$(stty size)" = "{rows} {columns}" ]; do sleep 0.1; done; echo $((6*7))x{rows}\n'
                self.wait_for(terminal, line.encode(), b"42x%d" % rows)
            os.write(terminal, b"exit 7\n")
            self.assertEqual(self.exit_code(process, terminal), 7)
        finally:
            os.close(terminal)
        self.everybody_has_gone()

    def wait_for(self, terminal, typed, expected):
        """What is typed has no `expected` in it: its echo does not count."""
        os.write(terminal, typed)
        said = b""
        deadline = time.monotonic() + 20 * SLOWNESS
        while expected not in said:
            self.assertLess(time.monotonic(), deadline, said)
            if select.select([terminal], [], [], 0.1)[0]:
                said += os.read(terminal, 4096)

    def exit_code(self, process, terminal):
        """Of ssh, once it has ended by itself; what it writes meanwhile is read, or it would wait for that."""
        deadline = time.monotonic() + 20 * SLOWNESS
        while (done := os.waitpid(process, os.WNOHANG))[0] == 0:
            if time.monotonic() > deadline:
                os.kill(process, signal.SIGKILL)
                os.waitpid(process, 0)
                self.fail("ssh did not end")
            if select.select([terminal], [], [], 0.1)[0]:
                with contextlib.suppress(OSError):
                    os.read(terminal, 4096)
        return os.waitstatus_to_exitcode(done[1])

    def test_much_output_and_the_exit_code(self):
        digest = make_file(self.folder / "much", SIZE)
        for way in (self.stdio, self.listening()):
            with self.subTest(way.name):
                out = subprocess.Popen(["ssh", "-F", way, "pi7", f"cat {self.folder}/much; exit 7"], env=clean_environment(),
                                       stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
                with out.stdout:
                    self.assertEqual(hashlib.file_digest(out.stdout, "sha256").hexdigest(), digest)
                self.assertEqual(out.wait(PATIENCE * SLOWNESS), 7)
        self.everybody_has_gone()

    def test_files_both_ways(self):
        digest = make_file(self.folder / "one", SIZE)
        way = self.listening()
        one, two = self.folder / "one", self.folder / "two"
        batch = self.folder / "batch"
        remote = {"scp": (["scp", "-q", "-F", way, one, f"pi7:{two}"], ["scp", "-q", "-F", way, f"pi7:{one}", two]),
                  "rsync": (["rsync", "-e", f"ssh -F {way}", one, f"pi7:{two}"],
                            ["rsync", "-e", f"ssh -F {way}", f"pi7:{one}", two]),
                  "sftp": tuple(["sftp", "-q", "-F", way, "-b", f"{batch}-{order}", "pi7"] for order in ("put", "get"))}
        for order in ("put", "get"):
            (self.folder / f"batch-{order}").write_text(f"{order} {one} {two}\n")
        for name, calls in remote.items():
            for call in calls:
                with self.subTest(name):
                    begin = time.monotonic()
                    run(*call, seconds=PATIENCE)
                    self.report(f"{name} {'there' if call is calls[0] else 'back'}", begin)
                    self.assertEqual(hash_of(two), digest)
                    two.unlink()
        self.everybody_has_gone()

    def report(self, what, begin):
        seconds = time.monotonic() - begin
        print(f"    {what}: {SIZE // MIB} MiB in {seconds:.1f} s, {SIZE / MIB / seconds:.0f} MiB/s", flush=True)

    def test_many_sessions_at_once(self):
        way = self.listening()

        def session(number):
            command = f"head -c 1000000 /dev/zero | tr '\\0' {number % 10} | tail -c 1000; echo {number}"
            return run("ssh", "-F", way, "pi7", command, seconds=PATIENCE)

        with concurrent.futures.ThreadPoolExecutor(SESSIONS) as pool:
            for number, out in enumerate(pool.map(session, range(SESSIONS))):  # raises what a session has raised
                self.assertEqual(out, str(number % 10).encode() * 1000 + b"%d\n" % number)
        self.assertEqual(sum("connected" in text for text in texts(self.client, "connected")), SESSIONS)
        self.everybody_has_gone()

    def test_a_client_that_is_killed_leaves_nobody_behind(self):
        process = subprocess.Popen(["ssh", "-F", self.stdio, "pi7", "sleep 1000"], env=clean_environment(),
                                   stdin=subprocess.DEVNULL)
        wait_until(lambda: self.sshd.live() == 1, 20, "the session")
        process.kill()
        process.wait()
        self.everybody_has_gone()

    def test_a_host_key_that_is_another_is_found_out_by_ssh(self):
        (self.folder / "known_hosts").write_text("pi7 " + (self.folder / "user_key.pub").read_text())
        with self.assertRaisesRegex(AssertionError, "Host key verification failed"):
            run("ssh", "-F", self.stdio, "pi7", "true")

    def test_ansible(self):
        if not LONG:
            self.skipTest("with --long only")
        ansible = program("ansible")
        inventory = self.folder / "hosts.ini"
        inventory.write_text("pi7 ansible_python_interpreter=/usr/bin/python3\n")
        out = run(ansible, "-i", inventory, "--ssh-common-args", f"-F {self.stdio}", "-m", "ping", "pi7", seconds=PATIENCE)
        self.assertIn(b'"ping": "pong"', out)

    # --- what happens to them ---

    def test_the_relay_is_killed_while_rsync_copies(self):
        digest = make_file(self.folder / "one", SIZE)
        way = self.listening()
        two = self.folder / "two"
        rsync = subprocess.Popen(["rsync", "--inplace", "-e", f"ssh -F {way}", self.folder / "one", f"pi7:{two}"],
                                 env=clean_environment(), stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)
        wait_until(lambda: two.exists() and two.stat().st_blocks * 512 > SIZE // 20, 30, "it has begun", interval=0.002)
        self.chain.relayd.stop(signal.SIGKILL)
        copied = two.stat().st_blocks * 512
        self.chain.relayd.start()
        with rsync.stderr:
            errors = rsync.stderr.read()
        self.assertEqual((rsync.wait(PATIENCE * SLOWNESS), errors), (0, b""))
        self.assertLess(copied, SIZE)
        self.assertEqual(hash_of(two), digest)
        self.assertTrue(any("resumed" in text for text in texts(self.client, "changed")))
        self.everybody_has_gone()


if __name__ == "__main__":
    main()
