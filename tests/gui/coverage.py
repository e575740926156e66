# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves that docs/dashboard-coverage.md tells the truth: each feature that the window must have is in its table, and what
the table names as proof is there: a test by `program` or `program: function`, a picture by its path.

    coverage.py SOURCE_DIRECTORY
"""
import re
import sys
import unittest
from pathlib import Path

ROOT = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parents[2])
PAGE = ROOT / "docs/dashboard-coverage.md"
PROOF = re.compile(r"`([^`]+)`|\]\(([^)]+\.png)\)")
ADDED = re.compile(r"\b(?:relay_add_test|relay_add_dashboard_test|relay_add_e2e|add_test)\(\s*(?:NAME\s+)?([\w-]+)([^)]*)\)", re.S)
SOURCE = re.compile(r"[\w./-]+\.(?:cpp|py|js|mjs)\b")

# What an operator's window must have to be better than those that there are.
FEATURES = """
live connections table
sort and column chooser
search and structured filter
saved views
rate in and out of each connection
drops of each connection
send queue of each connection
a slow reader is found and kicked, the others lose nothing
problem rows first
round trip
age, idle time, last activity
countdown to the end of a token
user agent and real address
booking and subject
recently closed connections with their reason
topics table
routing graph, live
throughput chart
history served by the relay
zoom, pan, pause, cursor; series compared
gaps drawn
tap of messages
tap bounded, permitted, audited
kick of one and of many, with a reason
paced kick of many
deny by booking, address and network, until when
undo of a denial, editor of the deny list
event log, filterable
audit of what operators did
alerts with thresholds and notification
export as CSV, JSON, PNG
scriptable twin
dark and light
keyboard for everything, command palette
reconnection, stale data greyed
relays of other computers by ssh
translations, right-to-left
accessible names, focus order, not colour alone
saved layout
dialogs name relay, target and number
freeze
""".strip().splitlines()


def rows():
    """(feature, where, proof) of the table."""
    found = []
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and len(cells) == 3 and not set(line) <= set("|-: ") and cells[0] != "feature":
            found.append(cells)
    return found


def tests():
    """The text of every test by its name."""
    texts = {}
    for cmake in (ROOT / "tests").rglob("CMakeLists.txt"):
        for name, arguments in ADDED.findall(cmake.read_text(encoding="utf-8")):
            files = [cmake.parent / file for file in SOURCE.findall(arguments)]
            texts[name] = "\n".join(file.read_text(encoding="utf-8") for file in files if file.is_file())
    return texts


def wrong(proof, known):
    """What is wrong with one thing that is named as proof; None: it is there."""
    if proof.endswith(".png"):
        return None if (PAGE.parent / proof).is_file() else f"there is no picture {proof}"
    name, _, function = (part.strip() for part in proof.partition(":"))
    if name not in known:
        return f"there is no test {name}"
    if function and not re.search(rf"\b(?:void|def)\s+(?:\w+::)?{re.escape(function)}\s*\(", known[name]):
        return f"{name} has no {function}"
    return None


class Coverage(unittest.TestCase):
    def test_every_feature_is_in_the_table_once(self):
        self.assertEqual(sorted(FEATURES), sorted(feature for feature, _, _ in rows() if feature in FEATURES))

    def test_every_row_says_where_and_has_a_proof(self):
        for feature, where, proof in rows():
            self.assertTrue(where, feature)
            self.assertTrue(PROOF.search(proof), feature)

    def test_every_proof_is_there(self):
        known = tests()
        found = [f"{feature}: {what}" for feature, _, proof in rows()
                 for code, picture in PROOF.findall(proof) if (what := wrong(code or picture, known))]
        self.assertEqual(found, [], "\n".join(found))

    def test_a_proof_that_is_not_there_is_found(self):
        known = tests()
        self.assertIsNone(wrong("tst_mainwindow: freezeHoldsTheRows", known))
        for bad in ("tst_mainwindow: freezeHoldsNothing", "tst_nowhere", "images/nothing.png"):
            self.assertIsNotNone(wrong(bad, known), bad)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
