#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands of docs/access.md run as they are printed, one after the other, and say what the document says."""
import json
import os
import re
import signal
import subprocess
import tempfile
import unittest
from pathlib import Path

from relay_e2e import SLOWNESS, clean_environment, free_port, main, program, wait_until

SOURCE = Path(os.environ["RELAY_SOURCE_DIR"])
TEXT = (SOURCE / "docs" / "access.md").read_text(encoding="utf-8")
# Commands that need a public address are marked.
BLOCKS = re.findall(r"^```sh\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
ADDRESS = "127.0.0.1:9999"


def described_options():
    """What relayd's help says: {option: default}."""
    text = subprocess.run([program("relayd"), "--help"], capture_output=True, text=True, timeout=30,
                          env=clean_environment()).stdout
    return {name: found.group(1) if (found := re.search(r"\[default ([^;\]]*)", rest)) else None
            for name, rest in re.findall(r"^  --([a-z-]+)[^\n]*\n((?:      .*\n)+)", text, re.MULTILINE)}


class Walk:
    """A shell that has run the blocks of the document, with what each of them printed."""

    def __init__(self):
        self.directory = tempfile.TemporaryDirectory(prefix="rldocs", dir="/tmp")
        self.port = free_port()
        path = os.pathsep.join([os.path.dirname(program("relayd")), os.path.dirname(program("relay")), os.environ["PATH"]])
        env = clean_environment({"RELAY_ADMIN_SOCKET": os.path.join(self.directory.name, "admin.sock"), "PATH": path})
        script = "set -e\n"
        for i, block in enumerate(BLOCKS):
            # Braces and not a subshell: the next block needs the variables and processes of this one.
            script += f"{{\n{block.replace(ADDRESS, f'127.0.0.1:{self.port}')}}} > out{i}; echo {i} >> done\n"
        script += "sleep 1000\n"
        self.process = subprocess.Popen(["bash", "-c", script], cwd=self.directory.name, env=env, stderr=subprocess.PIPE,
                                        stdin=subprocess.DEVNULL, text=True, start_new_session=True)

    def wait(self):
        def is_through():
            done = Path(self.directory.name, "done")
            return self.process.poll() is not None or (done.exists() and len(done.read_text().split()) == len(BLOCKS))
        wait_until(is_through, 90, "the blocks of the document")

    def end(self):
        try:
            os.killpg(self.process.pid, signal.SIGTERM)
        except ProcessLookupError:
            pass
        _, self.errors = self.process.communicate(timeout=20 * SLOWNESS)

    def printed(self, word):
        """What the only block with this word has printed."""
        found = [i for i, block in enumerate(BLOCKS) if word in block]
        assert len(found) == 1, f"{len(found)} blocks have {word}"
        return Path(self.directory.name, f"out{found[0]}").read_text(encoding="utf-8")

    def file(self, name):
        return Path(self.directory.name, name).read_text(encoding="utf-8")


class Document(unittest.TestCase):
    def test_the_commands_do_what_it_says(self):
        walk = Walk()
        self.addCleanup(walk.directory.cleanup)
        try:
            walk.wait()
            ended = walk.process.poll()
        finally:
            walk.end()
        self.assertIsNone(ended, f"{walk.errors}\n{walk.file('relayd.log')}")
        self.assertEqual(walk.printed("readyz").splitlines()[-1], "ok")

        example = json.loads(re.search(r'^({"uri":.*})$', TEXT, re.MULTILINE).group(1))["uri"]
        uri = re.compile(re.escape(example.split("code=")[0].replace(ADDRESS, f"127.0.0.1:{walk.port}")) + "code=[0-9a-f-]{36}$")
        only_one_call = [i for i, block in enumerate(BLOCKS) if block.startswith("curl") and block.count("\n") == 1]
        self.assertEqual(len(only_one_call), 1)
        self.assertRegex(json.loads(walk.file(f"out{only_one_call[0]}"))["uri"], uri)
        self.assertIn("hello", walk.printed("-m websockets"))

        denied = walk.printed("bids/deny?").splitlines()
        self.assertEqual(denied, re.findall(r'^{"booking_ids.*$|^{"code":"400".*$', TEXT, re.MULTILINE))
        self.assertRegex(json.loads(walk.printed("bids/allow?"))["uri"], uri)

        self.assertIn("maintenance at noon", walk.printed("relay admin"))

        rows, _, metrics = walk.printed("/metrics").partition("\n")
        self.assertEqual(json.loads(rows)[0]["remote_addr"], "internal")
        self.assertIn('relay_auth_failures_total{reason="denied"} 1', metrics)
        received = int(re.search(r"^relay_bytes_received_total (\d+)$", metrics, re.MULTILINE).group(1))
        self.assertGreater(received, 20 * 188, "what ffmpeg sent")
        for name in re.findall(r"`(relay_[a-z_]+)`", TEXT):
            self.assertIn(f"# HELP {name} ", metrics)

        log = walk.file("relayd.log")
        self.assertIn("tokens are checked with 2 secrets", log)
        self.assertNotIn(walk.file("secret").strip(), log)

    def test_the_limits_are_those_of_the_program(self):
        options = described_options()
        rows = re.findall(r"^\| [^|]* \| ([^|]*) \| `--([a-z-]+)` \|", TEXT, re.MULTILINE)
        self.assertGreaterEqual(len(rows), 8)
        for described, name in rows:
            self.assertIn(name, options)
            default = options[name].replace("MiB", "")
            if name == "max-sessions-per-token":
                self.assertEqual((described, default), ("no limit", "0"))
            elif default == "0" and name != "handshake-rate":
                self.assertIn("descriptors", described, name)
            elif name == "handshake-rate":  # its default in secured mode
                self.assertEqual(described, "500")
            else:
                self.assertEqual(described.split()[0], default, name)

    def test_every_option_in_it_exists(self):
        options = described_options()
        of_others = {"for", "topic", "booking-id", "scope", "retry", "retry-connrefused", "retry-delay", "until", "reason"}
        for name in set(re.findall(r"(?<![\w-])--([a-z][a-z-]+)", TEXT)) - of_others:
            self.assertIn(name, options)

    def test_the_close_codes_are_those_of_the_program(self):
        header = (SOURCE / "common" / "ws" / "protocol.h").read_text(encoding="utf-8")
        codes = set(re.findall(r"= (4\d\d\d);", header))
        self.assertLessEqual(codes, set(re.findall(r"^\| (\d{4}) \|", TEXT, re.MULTILINE)))

    def test_the_unit_is_the_one_that_comes_with_it(self):
        example = re.search(r"^```ini\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL).group(1)
        unit = (SOURCE / "packaging" / "relay.service.in").read_text(encoding="utf-8")
        for line in example.splitlines():
            if not line.startswith("ExecStart="):  # whose options are in a file there
                self.assertIn(line, unit.splitlines())


if __name__ == "__main__":
    main()
