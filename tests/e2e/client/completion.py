#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What bash offers when the tabulator is pressed behind relay and relayd: the scripts that they print, in a real bash."""
import os
import pty
import re
import select
import shutil
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

from relay_e2e import SLOWNESS, clean_environment, main, program, relay_cli

# As bash calls it: the words, of which the last one is to be completed. The function is the one that `complete` names.
ASK = r"""
source "$1"
name=$2
shift 2
COMP_WORDS=("$name" "$@")
COMP_CWORD=$#
function=$(complete -p "$name" | sed 's/.* -F \([^ ]*\) .*/\1/')
"$function" "$name"
printf '%s\n' "${COMPREPLY[@]}"
"""


def script_of(name, *words):
    return subprocess.run([program(name), "completion", *(words or ["bash"])], capture_output=True, text=True,
                          env=clean_environment(), timeout=30 * SLOWNESS, check=False)


def flags_in(help_text):
    """The flags of a help text; of one that is on by default, the one that turns it off is worth typing."""
    flags = set()
    for flag, details in re.findall(r"^  (?:-\w, )?(--[a-z-]+)[^\n]*\n((?:      [^\n]*\n)*)", help_text, re.MULTILINE):
        flags.add(flag.replace("--", "--no-", 1) if "[default true" in details else flag)
    return flags


class Completion(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="rl", dir="/tmp")
        cls.addClassCleanup(folder.cleanup)
        cls.folder = Path(folder.name)
        for name in ("relay", "relayd"):
            done = script_of(name)
            assert done.returncode == 0, done.stderr
            (cls.folder / f"{name}.bash").write_text(done.stdout, encoding="utf-8")

    def offered(self, name, *words, cwd="/"):
        done = subprocess.run(["bash", "--norc", "-c", ASK, "-", self.folder / f"{name}.bash", name, *words],
                              capture_output=True, text=True, env=clean_environment(), cwd=cwd, timeout=30 * SLOWNESS,
                              check=False)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return [line for line in done.stdout.splitlines() if line]

    def commands(self):
        return re.findall(r"^  ([a-z]+) ", relay_cli("--help").stdout, re.MULTILINE)

    # --- relay ---

    def test_commands(self):
        self.assertEqual(set(self.offered("relay", "")), {*self.commands(), "--help", "--version"})
        self.assertEqual(self.offered("relay", "mon"), ["monitor"])
        self.assertEqual(set(self.offered("relay", "--")), {"--help", "--version"})
        self.assertEqual(self.offered("relay", "x"), [])

    def test_the_flags_are_all_those_of_the_help(self):
        self.assertGreater(len(self.commands()), 6)
        for command in set(self.commands()) - {"version", "token", "shell"}:
            words = [command, "file"] if command == "client" else [command]
            expected = flags_in(relay_cli(*words, "--help").stdout)
            self.assertGreater(len(expected), 5, command)
            self.assertEqual(set(self.offered("relay", *words, "--")), expected, command)

    def test_tokens_have_the_flags_of_all_purposes(self):
        purposes = self.offered("relay", "token", "--for", "")
        self.assertIn("jump", purposes)
        expected = set().union(*(flags_in(relay_cli("token", "--for", purpose, "--help").stdout) for purpose in purposes))
        self.assertEqual(set(self.offered("relay", "token", "-")), expected)

    def test_shell_has_the_flags_of_both_sides(self):
        expected = set().union(*(flags_in(relay_cli("shell", side, "--help").stdout) for side in ("host", "client")))
        self.assertEqual(set(self.offered("relay", "shell", "host", "-")), expected)
        self.assertEqual(set(self.offered("relay", "shell", "")), {"host", "client"})

    def test_no_secret_is_offered(self):
        self.assertNotIn("--secret", self.offered("relay", "monitor", "--"))
        self.assertNotIn("--token", self.offered("relay", "watch", "--"))
        self.assertNotIn("--secret", self.offered("relayd", "--"))

    def test_actions(self):
        self.assertIn("connections", self.offered("relay", "admin", ""))
        self.assertEqual(self.offered("relay", "admin", "ki"), ["kick"])
        self.assertEqual(self.offered("relay", "admin", "--socket", "/x", "ki"), ["kick"])
        self.assertEqual(self.offered("relay", "admin", "--json", "--socket", "=", "/x", "ki"), ["kick"])
        self.assertIn("--booking", self.offered("relay", "admin", "kick", ""))
        self.assertNotIn("deny", self.offered("relay", "admin", "kick", ""))
        self.assertEqual(self.offered("relay", "client", ""), ["file"])
        self.assertEqual(self.offered("relay", "version", ""), [])

    def test_values(self):
        self.assertEqual(set(self.offered("relay", "send", "demo", "--as", "")), {"auto", "lines", "binary", "ts"})
        self.assertEqual(self.offered("relay", "send", "--as", "=", "li"), ["lines"])
        self.assertEqual(set(self.offered("relay", "send", "--as", "=")), {"auto", "lines", "binary", "ts"})
        self.assertEqual(self.offered("relay", "monitor", "--count", ""), [])
        self.assertEqual(self.offered("relay", "monitor", "--json", "--qu"), ["--quiet"])

    def test_files(self):
        for path in ("token a", "token b", "other"):
            (self.folder / path).write_text("", encoding="ascii")
        self.assertEqual(sorted(self.offered("relay", "watch", "--token-file", "tok", cwd=self.folder)), ["token a", "token b"])
        self.assertEqual(sorted(self.offered("relay", "watch", "--token-file", "=", "tok", cwd=self.folder)),
                         ["token a", "token b"])

    # --- relayd ---

    def test_relayd(self):
        told = subprocess.run([program("relayd"), "--help"], capture_output=True, text=True, env=clean_environment(),
                              timeout=30 * SLOWNESS, check=True).stdout
        expected = flags_in(told)
        self.assertGreater(len(expected), 40)
        self.assertEqual(set(self.offered("relayd", "")), expected)
        self.assertEqual(self.offered("relayd", "--open", "--log-format", "j"), ["json"])
        (self.folder / "state").mkdir()
        self.assertEqual(self.offered("relayd", "--state-dir", "s", cwd=self.folder), ["state"])
        self.assertEqual(self.offered("relayd", "--listen", ""), [])

    # --- the scripts ---

    def test_a_user_who_presses_the_tabulator(self):
        (self.folder / "the token").write_text("", encoding="ascii")
        process, terminal = pty.fork()
        if process == 0:
            os.chdir(self.folder)
            os.execve("/bin/bash", ["bash", "--norc", "--noprofile", "-i"],
                      {**clean_environment(), "TERM": "dumb", "PS1": "> ", "INPUTRC": "/dev/null"})
        try:
            # relay is never run: the line is only shown by echo, whose words the function completes as well.
            os.write(terminal, b"source relay.bash; complete -F _relay echo\n")
            os.write(terminal, b"echo mon\t--token-f\tthe\t; exit\n")
            said, deadline = b"", time.monotonic() + 20 * SLOWNESS
            while b"monitor --token-file the token" not in said:
                self.assertLess(time.monotonic(), deadline, said)
                if select.select([terminal], [], [], 0.1)[0]:
                    said += os.read(terminal, 4096)
        finally:
            os.close(terminal)
            os.waitpid(process, 0)

    def test_shellcheck_finds_nothing(self):
        if not shutil.which("shellcheck"):
            self.skipTest("shellcheck is not installed")
        for name in ("relay", "relayd"):
            done = subprocess.run(["shellcheck", "--shell=bash", self.folder / f"{name}.bash"], capture_output=True,
                                  text=True, timeout=60 * SLOWNESS, check=False)
            self.assertEqual((done.returncode, done.stdout), (0, ""))

    def test_another_shell_is_refused(self):
        for name in ("relay", "relayd"):
            for words in (["zsh"], ["bash", "x"]):
                done = script_of(name, *words)
                self.assertEqual((done.returncode, done.stdout), (2, ""))
                self.assertIn(f"{name} completion bash", done.stderr)


if __name__ == "__main__":
    main()
