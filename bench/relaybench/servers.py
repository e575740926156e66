# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts and ends the servers that are measured."""
import os
import shlex
import shutil
import socket
import subprocess
import tempfile
import time

START_SECONDS = 15


class ServerError(Exception):
    """The server did not start, or ended by itself; the text says what it said."""


def cores():
    return sorted(os.sched_getaffinity(0))


def pinned(command, index):
    """The command on the first or second of the cores that we may use; as it is when there is only one."""
    mine = cores()
    if len(mine) < 2 or not shutil.which("taskset"):
        return command
    return ["taskset", "-c", str(mine[index]), *command]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """A server on a port of its own, by `with`. command has {port}, {workers} and {folder}, a temporary one."""

    def __init__(self, command, workers, pin):
        self._command = command
        self._workers = workers
        self._pin = pin
        self._process = None
        self.port = free_port()

    @property
    def pid(self):
        return self._process.pid

    def __enter__(self):
        self._folder = tempfile.TemporaryDirectory(prefix="relaybench", dir="/tmp")  # short, for a socket's path
        words = [word.format(port=self.port, workers=self._workers, folder=self._folder.name)
                 for word in shlex.split(self._command)]
        self._log = open(os.path.join(self._folder.name, "log"), "w+", encoding="utf-8", errors="replace")
        # Variables of the caller's RELAY_* would change what is measured.
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("RELAY_", "CROSSBAR_"))}
        try:
            self._process = subprocess.Popen(pinned(words, 0) if self._pin else words, stdin=subprocess.DEVNULL,
                                             stdout=self._log, stderr=self._log, env=environment)
            self._wait_until_ready()
        except OSError as error:
            self._end()
            raise ServerError(f"cannot start {words[0]}: {error.strerror}") from error
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(self, *_error):
        self._end()

    def check(self):
        """ServerError when it has ended by itself."""
        code = self._process.poll()
        if code is not None:
            how = f"exit code {code}" if code >= 0 else f"signal {-code}"
            raise ServerError(f"{self._command.split()[0]} ended with {how}; it said:\n{self.log()}")

    def log(self, lines=15):
        self._log.flush()
        with open(self._log.name, encoding="utf-8", errors="replace") as file:
            return "".join(file.readlines()[-lines:]).strip() or "(nothing)"

    def _wait_until_ready(self):
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            self.check()
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                time.sleep(0.01)
        raise ServerError(f"{self._command.split()[0]} did not listen within {START_SECONDS} s; it said:\n{self.log()}")

    def _end(self):
        if self._process:
            self._process.kill()  # nothing of it is needed any more
            self._process.wait()
        self._log.close()
        self._folder.cleanup()
