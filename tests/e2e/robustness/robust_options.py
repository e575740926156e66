# SPDX-License-Identifier: GPL-3.0-or-later
"""How relayd is started: what it refuses and says, and which of flag, environment and file wins."""
import json
import os
import socket
import subprocess
import tempfile
import unittest

from rawws import WebSocket
from relay_e2e import Relayd, SLOWNESS, clean_environment, free_port, main, program, wait_until


def run(*arguments, env=None, config=None):
    """Starts a relayd that is expected to end by itself; returns exit code, stdout and stderr."""
    with tempfile.TemporaryDirectory(prefix="rl", dir="/tmp") as folder:
        command = [program("relayd"), "--admin-socket", os.path.join(folder, "admin.sock"), *arguments]
        if config is not None:
            path = os.path.join(folder, "relay.toml")
            with open(path, "w", encoding="utf-8") as file:
                file.write(config)
            command += ["--config", path]
        done = subprocess.run(command, capture_output=True, text=True, env=clean_environment(env), timeout=10 * SLOWNESS)
    return done.returncode, done.stdout, done.stderr


class Refusals(unittest.TestCase):
    def assert_refused(self, result, *hints, codes=(1, 2)):
        code, output, error = result
        self.assertIn(code, codes, error)
        self.assertNotIn("listening on", output + error)
        for hint in hints:
            self.assertIn(hint, error)

    def test_other_addresses_need_a_secret_or_open(self):
        for listen in ("0.0.0.0:0", "[::]:0", ":0", "192.0.2.7:9999"):
            with self.subTest(listen):
                self.assert_refused(run("--listen", listen), listen, "RELAY_SECRET", "--open", codes=(1,))

    def test_open_serves_on_any_address(self):
        port = free_port()
        with tempfile.TemporaryDirectory(prefix="rl", dir="/tmp") as folder:
            command = [program("relayd"), "--admin-socket", os.path.join(folder, "admin.sock"), "--listen", f"0.0.0.0:{port}", "--open"]
            relayd = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=clean_environment())
            try:
                self.assertEqual(relayd.stdout.readline(), f"listening on ws://0.0.0.0:{port}\n")
                socket.create_connection(("127.0.0.2", port), 5).close()
            finally:
                relayd.terminate()
                self.assertEqual(relayd.wait(6 * SLOWNESS), 0)
                relayd.stdout.close()

    def test_a_secret_is_never_ignored(self):
        self.assert_refused(run("--listen", "127.0.0.1:0", env={"RELAY_SECRET": "abc"}), "secret",
                            codes=(1,))

    def test_bad_values_name_the_option_and_what_would_do(self):
        rows = [(["--listen", "nonsense"], "listen"), (["--listen", "127.0.0.1"], "listen"),
                (["--listen", "127.0.0.1:99999"], "listen"), (["--listen", "::1:9999"], "listen"),
                (["--workers", "-1"], "workers"), (["--workers", "many"], "workers"), (["--max-connections", "-1"], "max-connections"),
                (["--max-message", "lots"], "max-message"), (["--queue-age", "soon"], "queue-age"),
                (["--ping-every", "60s", "--dead-after", "30s"], "dead-after"), (["--log-level", "loud"], "log-level"),
                (["--topic-kind", "/out/x=loud"], "topic-kind"), (["--topic-kind", "=video"], "topic-kind"), (["--topic-kind", "video"], "topic-kind"),
                (["--slow-reader", "scold"], "slow-reader"), (["--sender", "pigeon"], "sender"),
                (["--no-such-option"], "no-such-option"), (["stray"], "stray"), (["--listen"], "listen")]
        for arguments, hint in rows:
            with self.subTest(arguments):
                self.assert_refused(run(*arguments), hint)

    def test_a_taken_port_is_told(self):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = taken.getsockname()[1]
            self.assert_refused(run("--listen", f"127.0.0.1:{port}"), str(port), "--listen", codes=(1,))

    def test_bad_files_are_told_with_their_line(self):
        self.assert_refused(run(config="listen = \"127.0.0.1:0\"\nworkers = [\n"), "relay.toml")
        self.assert_refused(run(config="workers = 1\nno-such-key = 1\n"), "no-such-key")
        self.assert_refused(run("--config", "/nonexistent/relay.toml"), "/nonexistent/relay.toml")

    def test_bad_environment_is_told_by_its_name(self):
        self.assert_refused(run(env={"RELAY_WORKERS": "none"}), "RELAY_WORKERS")
        self.assert_refused(run(env={"CROSSBAR_LISTEN": "nonsense"}), "CROSSBAR_LISTEN")

    def test_help_and_version_end_well(self):
        code, output, error = run("--help")
        self.assertEqual((code, error), (0, ""))
        for option in ("--listen", "--open", "--workers", "RELAY_LISTEN"):
            self.assertIn(option, output)
        code, output, _ = run("--version")
        self.assertEqual(code, 0)
        self.assertRegex(output, r"^relayd \d+\.\d+\.\d+\n$")


class Precedence(unittest.TestCase):
    def assert_listens(self, port, **how):
        with Relayd(listen="", **how) as relayd:
            self.assertEqual(relayd.port, port)

    def test_each_source_counts_and_the_stronger_wins(self):
        flag, variable, old, file = (free_port() for _ in range(4))
        flags = ["--listen", f"127.0.0.1:{flag}"]
        environment = {"RELAY_LISTEN": f"127.0.0.1:{variable}"}
        crossbar = {"CROSSBAR_LISTEN": f"127.0.0.1:{old}"}
        config = f'listen = "127.0.0.1:{file}"\n'
        self.assert_listens(file, config=config)
        self.assert_listens(old, env=crossbar)
        self.assert_listens(old, env=crossbar, config=config)
        self.assert_listens(variable, env=environment, config=config)
        self.assert_listens(variable, env={**environment, **crossbar}, config=config)
        self.assert_listens(flag, args=flags, env={**environment, **crossbar}, config=config)

    def test_what_it_runs_with_is_told(self):
        with Relayd(args=["--sender", "send", "--workers", "3", "--max-connections", "50"]) as relayd:
            info = json.loads(relayd.relay("--json", "info").stdout)
            self.assertEqual((info["sender"], info["workers"], info["maxConnections"]), ("send", 3, 50))
            self.assertIn("3 workers, sending by send - up to 50 connections", relayd.log())
        with Relayd() as relayd:
            info = json.loads(relayd.relay("--json", "info").stdout)
            self.assertRegex(info["sender"], r"^(send|io_uring)(\+sendfile)?$")
            self.assertEqual(info["workers"], len(os.sched_getaffinity(0)))

    def test_kinds_in_a_file_are_tables(self):
        config = '[[topic]]\nmatch = "/bi/cam-*"\nkind = "video"\n\n[[topic]]\nmatch = "/bi/*"\nkind = "stream"\n'
        with Relayd(config=config) as relayd, WebSocket(relayd.port, "/bi/cam-1"), WebSocket(relayd.port, "/bi/x"):
            wait_until(lambda: {row["topic"]: row["kind"] for row in relayd.connections()}
                       == {"/bi/cam-1": "video", "/bi/x": "stream"}, 5, "both kinds")

    def test_the_default_is_loopback_9999(self):
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", 9999))
            except OSError:
                self.skipTest("somebody else has port 9999")
        self.assert_listens(9999)


if __name__ == "__main__":
    main()
