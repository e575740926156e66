# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the rows, each as soon as it is known."""
import sys


def number(value):
    """Three digits that count, and no exponent."""
    if value == 0:
        return "0"
    digits = 3
    for limit in (0.1, 1, 10, 100):
        if abs(value) >= limit:
            digits -= 1
    return f"{value:.{max(digits + 1, 0)}f}"


class Table:
    """Lines of name, value, unit and ratio to the reference, the columns of equal width."""

    def __init__(self, names, out=None):
        self._out = out or sys.stdout
        self._width = max((len(name) for name in names), default=4)
        self._line("name", "value", "unit", "ratio-to-reference")

    def add(self, row):
        ratio = "-" if row["ratio"] is None else f"{row['ratio']:.2f}"
        self._line(row["name"], number(row["value"]), row["unit"], ratio)

    def _line(self, name, value, unit, ratio):
        print(f"{name:<{self._width}}  {value:>9}  {unit:<16}  {ratio:>18}", file=self._out, flush=True)


class Progress:
    """What happens now, on a terminal only: one line on stderr that is always overwritten."""

    def __init__(self):
        self._is_on = sys.stderr.isatty()

    def say(self, text):
        if self._is_on:
            print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)

    def clear(self):
        self.say("")
