# SPDX-License-Identifier: GPL-3.0-or-later
"""Every command in docs/admin-protocol.md runs as it is printed, against a real relayd."""
import json
import os
import re
import shutil
import subprocess
import unittest

from accesstoken import SecuredRelayd
from relay_e2e import Relayd, clean_environment, main, program, wait_until
from wspeer import connect

SOURCE = os.environ["RELAY_SOURCE_DIR"]
BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def documents():
    text = ""
    for name in ("admin-protocol.md", "admin-acts.md", "admin-figures.md"):
        with open(os.path.join(SOURCE, "docs", name), encoding="utf-8") as document:
            text += document.read()
    return text


def shell_blocks():
    return BLOCK.findall(documents())


def run(script, relayd):
    path = os.path.dirname(program("relay")) + os.pathsep + os.environ["PATH"]
    return subprocess.run(["sh", "-e", "-c", script], capture_output=True, text=True, timeout=60,
                          env=clean_environment({"RELAY_ADMIN_SOCKET": relayd.admin_socket, "PATH": path}))


class Document(unittest.TestCase):
    def test_socat_lines(self):
        self.assertIsNotNone(shutil.which("socat"), "socat is needed: apt-get install socat")
        blocks = [block for block in shell_blocks() if "socat" in block]
        self.assertGreaterEqual(len(blocks), 5)
        with Relayd() as relayd, SecuredRelayd() as secured, connect(relayd.url("/out/demo")):
            wait_until(lambda: len(relayd.connections()) == 1)
            for block in blocks:
                with self.subTest(block.splitlines()[1]):
                    done = run(block, secured if "deny.add" in block else relayd)
                    self.assertEqual(done.returncode, 0, done.stderr)
                    lines = [json.loads(line) for line in done.stdout.splitlines()]
                    self.assertEqual(lines[0]["method"], "hello")
                    answers = {line["id"]: line for line in lines if "id" in line}
                    self.assertEqual(set(answers), {1, 2}, done.stdout)
                    for answer in answers.values():
                        self.assertIn("result", answer)
                    self._check(block, answers[2]["result"], lines)

    def _check(self, block, result, lines):
        """What the document says comes out of it."""
        if "server.info" in block:
            self.assertEqual((result["name"], result["role"]), ("relayd", "admin"))
        elif "connections.list" in block:
            self.assertEqual(result["columns"], ["id", "topic", "address", "outRate"])
            self.assertEqual([row[1] for row in result["rows"]], ["/out/demo"])
        elif "events.list" in block:
            self.assertEqual(result["columns"][:2], ["n", "at"])
        elif "dryRun" in block:
            self.assertEqual((result["count"], result["addresses"]), (1, 1))
        elif "deny.list" in block:
            self.assertEqual((result["columns"][-1], result["rows"]), ("what", []))
        elif "connections.kick" in block:
            self.assertEqual(result, {"kicked": [], "gone": [999999]})
        elif "deny.add" in block:
            self.assertEqual((result["connections"], result["isDurable"]), ([], True))
        elif "subscribe" in block:
            methods = [line["method"] for line in lines if "method" in line]
            self.assertEqual(methods[:3], ["hello", "snapshot", "delta"])
        else:
            self.fail("a block that this test does not know")

    def test_relay_admin_lines(self):
        blocks = [block for block in shell_blocks() if block.startswith("relay admin")]
        self.assertEqual(len(blocks), 4)
        with Relayd() as relayd, SecuredRelayd() as secured, connect(relayd.url("/out/demo")):
            lines = [(line, server) for block, server in zip(blocks, (relayd, secured, relayd, relayd)) for line in block.splitlines()]
            for line, server in lines:
                with self.subTest(line):
                    done = run(line, server)
                    self.assertEqual(done.returncode, 0, done.stderr)
                    self.assertTrue(done.stdout or line == "relay admin audit")  # of which there are none yet
                    if "--json" in line:
                        for text in done.stdout.splitlines():
                            json.loads(text)

    def test_tables_agree_with_the_schema(self):
        text = documents()
        with Relayd() as relayd:
            open_line = '{"id":1,"method":"session.open","params":{"protocol":"relay-admin/1"}}'
            done = run(f"(echo '{open_line}'; echo '{{\"id\":2,\"method\":\"schema.get\"}}'; sleep 1) "
                       "| socat - UNIX-CONNECT:$RELAY_ADMIN_SOCKET", relayd)
        schema = [json.loads(line) for line in done.stdout.splitlines()][-1]["result"]
        for method in schema["methods"]:
            if method["name"] == "session.open":
                continue
            row = re.search(rf"^\| `{re.escape(method['name'])}` \| (\w+) \| ([^|]*)\|", text, re.MULTILINE)
            self.assertIsNotNone(row, f"{method['name']} is not in the document")
            self.assertEqual(row.group(1), method["role"])
            if not row.group(2).startswith("as "):
                self.assertEqual(re.findall(r"`(\w+)`", row.group(2)), method["arguments"])
        for stream in schema["streams"]:
            if "columns" not in stream:
                continue  # tells things one by one
            row = re.search(rf"^\| `{re.escape(stream['name'])}` \| (.*) \|$", text, re.MULTILINE)
            names = [name.split()[0] for name in row.group(1).split(", ")]
            self.assertEqual(names, stream["columns"])
        for error in schema["errors"]:
            self.assertRegex(text, rf"\| {error['class']} \| \u2212{-error['code']} \|")


if __name__ == "__main__":
    main()
