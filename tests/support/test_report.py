#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts what a step of ./test did.

    test_report.py junit FILE [FILE]  of a JUnit file that ctest wrote, and of one where what failed ran again, alone
    test_report.py fuzz FILE          of what fuzz/run printed
    test_report.py said FILE [FILE]   no count: what the tests printed that failed to the last, or its end

The first line is "PASSED FAILED SKIPPED"; then one line for each test that failed or was skipped, with the reason.
"""
import re
import sys
import xml.etree.ElementTree as ElementTree

MOST_LINES = 120  # of one test


def was_skipped(case):
    """The test said so itself, or is disabled; a program that was not built has not been skipped."""
    message = case.find("skipped")
    return case.get("status") == "disabled" or (message is not None and message.get("message", "").startswith("SKIP_"))


def skip_reason(case):
    """Tests say "not run: why" (end to end) or "SKIP : function() why" (QtTest)."""
    output = case.findtext("system-out") or ""
    found = re.search(r"^(?:SKIP *|not run): (.*)$", output, re.MULTILINE)
    if found:
        return found.group(1)
    said = [line for line in output.splitlines() if line.strip()]
    return said[-1] if said else "it does not say why"


def cases_of(path):
    return list(ElementTree.parse(path).getroot().iter("testcase"))


def junit_report(path, alone=None):
    passed, details, failed, skipped = 0, [], 0, 0
    again = {case.get("name"): case for case in cases_of(alone)} if alone else {}
    for case in cases_of(path):
        name, status = case.get("name"), case.get("status")
        if name in again and status == "fail":
            case, status = again[name], again[name].get("status")
            if status == "run":
                details.append(f"passed only alone, after it had failed beside others: {name}")
        if status == "run":
            passed += 1
            partly = re.findall(r"^(?:SKIP *|not run): (.*)$", case.findtext("system-out") or "", re.MULTILINE)
            details += [f"partly skipped: {name}: {reason}" for reason in partly]
        elif status == "fail":
            failed += 1
            details.append(f"failed: {name}")
        elif not was_skipped(case):
            failed += 1
            details.append(f"failed: {name}: {skip_reason(case)}")
        else:
            skipped += 1
            details.append(f"skipped: {name}: {skip_reason(case)}")
    return passed, failed, skipped, details


def said_by_failed(path, alone=None):
    """Of one that ran again, what it printed then. A test prints its faults last, the log of a program before them."""
    last = {case.get("name"): case for report in (path, alone) if report for case in cases_of(report)}
    for name, case in last.items():
        if case.get("status") == "fail":
            lines = (case.findtext("system-out") or "").rstrip().splitlines()
            yield "\n".join([f"--- what {name} printed{', to the end' if len(lines) > MOST_LINES else ''} ---", *lines[-MOST_LINES:]])


def fuzz_report(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        text = file.read()
    clean = re.findall(r"^(\w+): clean", text, re.MULTILINE)
    broken = re.findall(r"^(\w+): (?:FAILED|not built)", text, re.MULTILINE)
    return len(clean), len(broken), 0, [f"failed: {name}" for name in broken]


def main():
    kind, *paths = sys.argv[1:]
    if kind == "said":
        print("\n".join(said_by_failed(*paths)))
        return
    passed, failed, skipped, details = {"junit": junit_report, "fuzz": fuzz_report}[kind](*paths)
    print(passed, failed, skipped)
    print("\n".join(details))


if __name__ == "__main__":
    main()
