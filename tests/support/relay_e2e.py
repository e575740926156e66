# SPDX-License-Identifier: GPL-3.0-or-later
"""What the end-to-end tests share: a relayd of their own, waiting, and the relay command.

    from relay_e2e import Relayd, main, relay_cli, wait_until

    class Chat(unittest.TestCase):
        def test_a_message_reaches_the_others(self):
            with Relayd() as relayd:
                with connect(relayd.url("/bi/chat")) as peer: ...

    if __name__ == "__main__":
        main()

Every relayd listens on a port of its own choosing and has a temporary directory (short, for the 107 bytes of a socket
path) with its admin socket; both are gone at the end. The environment of the caller does not reach it, except what a
program needs to run: a RELAY_* variable of the developer changes no result.
"""
import json
import os
import random
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest

READY = re.compile(r"listening on (wss?)://(?:127\.0\.0\.1|0\.0\.0\.0|\[::1?\]|localhost):(\d+)")
KEPT_VARIABLES = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "LD_LIBRARY_PATH", "XDG_RUNTIME_DIR", "QT_QPA_PLATFORM",
                  "QT_LOGGING_RULES", "ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS", "LSAN_OPTIONS")
# Sanitizers and valgrind make a program slower; limits in seconds are multiplied by this.
SLOWNESS = float(os.environ.get("RELAY_TEST_SLOWNESS", "1"))


def program(name):
    """Path of a built program: from $RELAYD, $RELAY or $RELAY_DASHBOARD, as ctest sets them."""
    variable = name.upper().replace("-", "_")
    path = os.environ.get(variable)
    if not path:
        raise unittest.SkipTest(f"{variable} does not say where {name} is; run this by ctest")
    return path


def is_sanitized(name="relayd"):
    """Whether it has a sanitizer, whose allocator keeps freed memory: how much is resident says nothing then."""
    with open(program(name), "rb") as file:
        code = file.read()
    return b"__asan_init" in code or b"__tsan_init" in code


def clean_environment(extra=None):
    kept = {name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ}
    return {**kept, **(extra or {})}


def wait_until(condition, seconds=5.0, what=None, interval=0.02):
    """Calls condition() until it is true and returns its value; AssertionError after `seconds`.

    An exception of the condition counts as "not yet" and is told when time is up.
    """
    deadline = time.monotonic() + seconds * SLOWNESS
    last_error = None
    while True:
        try:
            value = condition()
            if value:
                return value
            last_error = None
        except Exception as error:  # the condition may ask something that is not there yet
            last_error = error
        if time.monotonic() > deadline:
            told = f"; last error: {last_error!r}" if last_error else ""
            raise AssertionError(f"not within {seconds * SLOWNESS:g} s: {what or condition}{told}")
        time.sleep(interval)


def free_port():
    """A port nobody listens on now, for a program that cannot take port 0. Below those that the kernel gives to outgoing
    connections: a test beside this one opens many of them."""
    for _ in range(100):
        with socket.socket() as probe:
            port = random.randrange(20_000, 32_000)
            try:
                probe.bind(("", port))
                return port
            except OSError:
                continue
    raise AssertionError("no free port between 20000 and 32000")


def relay_cli(*arguments, input=None, env=None, timeout=30, check=True):
    """Runs `relay arguments...`; returns the CompletedProcess with text output."""
    done = subprocess.run([program("relay"), *map(str, arguments)], input=input, capture_output=True, text=True,
                          env=clean_environment(env), timeout=timeout * SLOWNESS)
    if check and done.returncode != 0:
        raise AssertionError(f"relay {' '.join(map(str, arguments))}: exit {done.returncode}\n{done.stdout}{done.stderr}")
    return done


def resident_bytes(pid):
    """Of a process. smaps_rollup is exact where the kernel's per-thread counters lag behind."""
    try:
        with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as rollup:
            for line in rollup:
                if line.startswith("Rss:"):
                    return int(line.split()[1]) * 1024
    except OSError:
        pass
    with open(f"/proc/{pid}/statm", encoding="ascii") as statm:
        return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


class Relayd:
    """A relayd in the foreground on a free port of loopback. Use it by `with`.

    args: more flags. env: more variables. config: text of a configuration file.
    listen: None keeps --listen 127.0.0.1:0; "" gives no --listen at all (the environment or file says it); "none": TLS
    only, with --tls-listen among the args.
    ready: seconds that it may take to accept.
    """

    def __init__(self, args=(), env=None, config=None, listen=None, ready=10.0):
        self._args = [str(argument) for argument in args]
        self._env = dict(env or {})
        self._config = config
        self._listen = "127.0.0.1:0" if listen is None else listen
        self._ready = ready
        self._lines = []
        self._lock = threading.Lock()
        self._readers = []
        self._process = None
        self.directory = None
        self.port = None
        self.tls_port = None  # of --tls-listen, once it has said so

    # --- life ---

    def __enter__(self):
        try:
            return self.start()
        except BaseException:
            self._end(show_log=False)
            raise

    def __exit__(self, kind, _error, _trace):
        self._end(show_log=kind is not None and not issubclass(kind, unittest.SkipTest))

    def start(self):
        self.directory = tempfile.mkdtemp(prefix="rl", dir="/tmp")
        self.port = self.tls_port = None
        self._process = subprocess.Popen(self._command(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                         stderr=subprocess.PIPE, env=clean_environment(self._env),
                                         start_new_session=True)
        self._readers = [threading.Thread(target=self._read, args=(stream,), daemon=True)
                         for stream in (self._process.stdout, self._process.stderr)]
        for reader in self._readers:
            reader.start()
        self._wait_for_port()
        return self

    def stop(self, signal=signal.SIGTERM, timeout=10.0):
        """Sends the signal and returns the exit code (negative: ended by that signal)."""
        if self._process.poll() is None:
            self._process.send_signal(signal)
        code = self._process.wait(timeout * SLOWNESS)
        for reader in self._readers:
            reader.join(2)
        return code

    def send_signal(self, number):
        self._process.send_signal(number)

    # --- what it is ---

    @property
    def pid(self):
        return self._process.pid

    @property
    def running(self):
        return self._process.poll() is None

    @property
    def admin_socket(self):
        return os.path.join(self.directory, "admin.sock")

    def url(self, path="/"):
        return f"ws://127.0.0.1:{self.port}{path}"

    def http(self, path="/"):
        return f"http://127.0.0.1:{self.port}{path}"

    def log(self):
        """All that it has written to stdout and stderr up to now."""
        with self._lock:
            return "".join(self._lines)

    def relay(self, *arguments, **options):
        """`relay admin --socket ... arguments` against this relayd."""
        return relay_cli("admin", "--socket", self.admin_socket, *arguments, **options)

    def connections(self):
        """What `relay admin --json connections` says, parsed."""
        return json.loads(self.relay("--json", "connections").stdout)

    # --- what it uses ---

    def rss(self):
        return resident_bytes(self.pid)

    def cpu(self):
        """Seconds of CPU, user and system, since it started."""
        with open(f"/proc/{self.pid}/stat", encoding="ascii", errors="replace") as stat:
            fields = stat.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def descriptors(self):
        return len(os.listdir(f"/proc/{self.pid}/fd"))

    # --- private ---

    def _command(self):
        command = [program("relayd"), "--admin-socket", self.admin_socket]
        if self._listen:
            command += ["--listen", self._listen]
        if self._config is not None:
            path = os.path.join(self.directory, "relay.toml")
            with open(path, "w", encoding="utf-8") as file:
                file.write(self._config)
            command += ["--config", path]
        return command + self._args

    def _read(self, stream):
        for raw in stream:
            line = raw.decode("utf-8", "replace")
            with self._lock:
                self._lines.append(line)
            found = READY.search(line)
            if found and found.group(1) == "ws" and self.port is None:
                self.port = int(found.group(2))
            elif found and found.group(1) == "wss":
                self.tls_port = int(found.group(2))
        stream.close()

    def _wait_for_port(self):
        deadline = time.monotonic() + self._ready * SLOWNESS
        wants_plain = self._listen != "none"
        wants_tls = "--tls-listen" in self._args
        while (wants_plain and self.port is None) or (wants_tls and self.tls_port is None):
            if self._process.poll() is not None:
                for reader in self._readers:
                    reader.join(2)
                raise AssertionError(f"relayd ended with {self._process.returncode} before it listened:\n{self.log()}")
            if time.monotonic() > deadline:
                raise AssertionError(f"relayd did not say that it listens within {self._ready:g} s:\n{self.log()}")
            time.sleep(0.01)

    def _end(self, show_log):
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(signal.SIGCONT)  # a test may have stopped it
            self._process.terminate()
            try:
                self._process.wait(6 * SLOWNESS)
            except subprocess.TimeoutExpired:
                print("relayd did not end within 6 s of SIGTERM and was killed", file=sys.stderr)
                self._process.kill()
                self._process.wait()
        for reader in self._readers:
            reader.join(2)
        if show_log:
            print(f"--- log of relayd (pid {self._process.pid}) ---\n{self.log()}--- end of log ---", file=sys.stderr)
        if self.directory:
            shutil.rmtree(self.directory, ignore_errors=True)


def main():
    """Runs the tests of the calling script. Exit 77 when all of them were skipped, so that ctest says so."""
    program_run = unittest.main(module="__main__", exit=False, verbosity=2)
    result = program_run.result
    for test, reason in result.skipped:
        print(f"not run: {test}: {reason}", file=sys.stderr)
    if not result.wasSuccessful():
        sys.exit(1)
    if result.testsRun == 0:
        print("no test ran", file=sys.stderr)
        sys.exit(1)
    sys.exit(77 if len(result.skipped) == result.testsRun else 0)
