# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves that bench/run tells faults from times: it is run with programs that only play servers and load."""
import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
BENCH = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(BENCH))
from relaybench import cases, measure, table  # noqa: E402

SERVER = f"""#!{sys.executable}
import re, socket, sys
port = int(re.search(r"(\\d+)$", next(word for word in sys.argv[1:] if re.search(r"^(127.*:)?\\d+$", word))).group())
server = socket.create_server(("127.0.0.1", port))
while True:
    server.accept()[0].close()
"""
ENDS = "#!/bin/sh\necho 'no good day' >&2\nexit 7\n"
FOUND = {"cpu_us_per_message": 2.0, "p50_us": 1.0, "p99_us": 900000.0, "lost": 0, "rss_growth": 10, "disturbed": 0.0}


def load(**found):
    return f"#!/bin/sh\necho '{json.dumps({**FOUND, **found})}'\n"


class Run(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="relaybench")
        self.addCleanup(folder.cleanup)
        self.build = Path(folder.name)
        self.write("bin/relayd", SERVER)
        self.write("bench/relay-bench-reference", SERVER)
        self.write("bench/relay-bench-load", load())

    def write(self, path, text):
        file = self.build / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
        file.chmod(0o755)

    def run_bench(self, *arguments, shell_first="true"):
        command = f'{shell_first} && exec "$@"'
        return subprocess.run(["bash", "-c", command, "bash", sys.executable, str(BENCH / "run"), "--build", str(self.build),
                               *arguments], capture_output=True, text=True, timeout=60)

    def test_a_table_of_lines(self):
        done = self.run_bench("--reps", "2", "--cases", "video")
        self.assertEqual(done.returncode, 0, done.stderr)
        lines = done.stdout.splitlines()
        self.assertEqual(lines[0].split(), ["name", "value", "unit", "ratio-to-reference"])
        self.assertEqual(lines[1].split(), ["video-4x50", "2.00", "us/message", "1.00"])
        self.assertEqual(len(lines), 4)

    def test_json_holds_rows_and_runs(self):
        done = self.run_bench("--json", "--reps", "2", "--cases", "video")
        found = json.loads(done.stdout)
        self.assertEqual(found["rows"][0]["ratio"], 1)
        self.assertEqual(len(found["runs"]["video-4x50"]), 2)

    def test_lost_messages_are_a_fault_except_beside_slow_readers(self):
        self.write("bench/relay-bench-load", load(lost=3))
        done = self.run_bench("--quick", "--cases", "video")
        self.assertEqual(done.returncode, 1)
        self.assertIn("relayd lost 3 messages", done.stderr)
        self.assertEqual(self.run_bench("--quick", "--cases", "slow").returncode, 0)

    def test_a_rival_is_relayd_under_another_load(self):
        (self.build / "bench/relay-bench-reference").write_text(ENDS)  # not needed for this case
        tell = f"#!/bin/sh\necho \"$@\" >> {self.build}/loads\n"
        self.write("bench/relay-bench-load", load().replace("#!/bin/sh\n", tell))
        done = self.run_bench("--quick", "--cases", "slow-or-none")
        self.assertEqual(done.returncode, 0, done.stderr)
        ours, rival = (self.build / "loads").read_text(encoding="utf-8").splitlines()
        self.assertIn("--readers 45 --slow 5", ours)
        self.assertIn("--readers 50 --slow 0", rival)

    def test_times_are_never_a_fault(self):
        self.write("bench/relay-bench-load", load(cpu_us_per_message=10 ** 6))
        self.assertEqual(self.run_bench("--quick", "--cases", "video").returncode, 0)

    def test_a_server_that_does_not_start(self):
        self.write("bin/relayd", ENDS)
        done = self.run_bench("--quick", "--cases", "video")
        self.assertEqual(done.returncode, 1)
        self.assertIn("exit code 7", done.stderr)
        self.assertIn("no good day", done.stderr)

    def test_a_load_that_fails(self):
        self.write("bench/relay-bench-load", ENDS)
        done = self.run_bench("--quick", "--cases", "video")
        self.assertEqual(done.returncode, 1)
        self.assertIn("no good day", done.stderr)

    def test_what_is_not_built_is_told(self):
        (self.build / "bin/relayd").unlink()
        done = self.run_bench("--quick", "--cases", "video")
        self.assertEqual(done.returncode, 1)
        self.assertIn("cmake --build --preset release --target relayd", done.stderr)

    def test_too_few_descriptors_skip_a_case(self):
        done = self.run_bench("--quick", "--cases", "idle-10000,video", shell_first="ulimit -n 600")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("skipped idle-10000", done.stderr)
        self.assertIn("video-4x50", done.stdout)

    def test_unknown_cases_are_refused(self):
        self.assertEqual(self.run_bench("--cases", "vidoe").returncode, 2)


class Figures(unittest.TestCase):
    case = cases.Case("x", {}, "")

    def row(self, *pairs):
        return measure.rows_of(self.case, [({**FOUND, **ours}, {**FOUND, **theirs}) for ours, theirs in pairs])[0]

    def test_ratios_are_taken_run_by_run(self):
        row = self.row(({"cpu_us_per_message": 1}, {}), ({"cpu_us_per_message": 4}, {"cpu_us_per_message": 4}),
                       ({"cpu_us_per_message": 3}, {"cpu_us_per_message": 1}))
        self.assertEqual((row["value"], row["ratio"]), (3, 1))

    def test_disturbed_runs_count_only_without_calm_ones(self):
        noisy = ({"cpu_us_per_message": 9, "disturbed": 0.5}, {})
        self.assertEqual(self.row(noisy, ({}, {}), noisy)["value"], 2)
        self.assertEqual(self.row(noisy)["value"], 9)

    def test_numbers(self):
        shown = [table.number(value) for value in (0, 0.0634, 0.18, 4.123, 43.21, 348.16, 31547392)]
        self.assertEqual(shown, ["0", "0.0634", "0.180", "4.12", "43.2", "348", "31547392"])

    def test_names_are_unique(self):
        self.assertEqual(len({case.name for case in cases.CASES}), len(cases.CASES))


if __name__ == "__main__":
    os.environ.pop("COLUMNS", None)
    unittest.main()
