# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs cases: relayd and the reference in alternation, and the medians of it."""
import json
import resource
import statistics
import subprocess

from .servers import Server, ServerError, pinned

SPARE_DESCRIPTORS = 200
CALM = 0.1  # share of the time that either side may wait for its core without a run counting as disturbed


class LoadError(Exception):
    """The load generator could not measure."""


def raise_descriptor_limit():
    """Lifts the soft limit, which the servers inherit, to the hard one and returns it."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    return hard


class Bench:
    """relay, reference: commands of the servers. load: program of the load generator. relay_tls: the relay's command where
    it is to serve TLS; None: it cannot, and such cases are not measured."""

    def __init__(self, relay, reference, load, quick, relay_tls=None):
        self._commands = {"relay": relay, "reference": reference}
        self._relay_tls = relay_tls
        self._load = load
        self._quick = quick

    def why_not(self, case, descriptors):
        """Why a case cannot be measured here, or None."""
        needed = case.connections(self._quick) + SPARE_DESCRIPTORS
        if descriptors != resource.RLIM_INFINITY and needed > descriptors:
            return f"needs {needed} descriptors and the hard limit is {descriptors} (ulimit -Hn)"
        return "no command of a relay with TLS" if case.transport == "wss" and not self._relay_tls else None

    def once(self, case, side):
        """One run against "relay" or "reference": what the load generator said."""
        is_rival = side == "reference" and case.rival is not None
        is_relay = side == "relay" or is_rival
        is_tls = is_relay and case.transport == "wss"
        plain = self._commands["relay" if is_relay else side]
        with Server(self._relay_tls if is_tls else plain, case.workers, case.pinned) as server:
            command = [self._load, "--port", str(server.port), "--pid", str(server.pid),
                       *case.arguments(self._quick, is_rival), *(["--tls"] if is_tls else [])]
            try:
                done = subprocess.run(pinned(command, 1) if case.pinned else command, capture_output=True, text=True,
                                      timeout=120)
            except subprocess.TimeoutExpired as error:
                raise LoadError(f"no end within {error.timeout:g} s") from error
            server.check()
            if done.returncode != 0:
                raise LoadError(f"{done.stderr.strip()}; the server said:\n{server.log()}")
            return json.loads(done.stdout)

    def pairs(self, case, reps, tell):
        """That often (relay, reference). The one that begins changes, in case the machine warms up. Where other programs
        disturb, up to as many runs are added."""
        found = []
        while len(found) < reps or (sum(map(is_calm, found)) < reps and len(found) < 2 * reps and not self._quick):
            number = len(found)
            sides = ("relay", "reference") if number % 2 == 0 else ("reference", "relay")
            run = {}
            for side in sides:
                tell(f"{case.name} {number + 1}/{reps} {side}")
                run[side] = self.once(case, side)
                if not case.pinned:
                    run[side].pop("disturbed", None)  # there, the server and the load take turns themselves
            found.append((run["relay"], run["reference"]))
        return found


def is_calm(pair):
    """Whether both runs had their cores to themselves."""
    return all(side.get("disturbed", 0) < CALM for side in pair)


def rows_of(case, pairs):
    """One dict a row: name, value and reference (medians), unit, ratio (median of the runs' ratios, or None).

    Of the calm runs only, if there are any; "calm" says how many.
    """
    rows = []
    calm = [pair for pair in pairs if is_calm(pair)]
    pairs = calm or pairs
    for ending, key, unit in case.rows:
        ours = [pair[0][key] for pair in pairs]
        theirs = [pair[1][key] for pair in pairs]
        ratios = [our / their for our, their in zip(ours, theirs) if their > 0]
        rows.append({"name": case.name + ending, "value": statistics.median(ours), "unit": unit,
                     "reference": statistics.median(theirs), "ratio": statistics.median(ratios) if ratios else None,
                     "ratios": ratios, "calm": len(calm)})
    return rows


def lost(case, pairs):
    """What must not be: lost messages of either server."""
    if case.may_lose:
        return []
    told = []
    for index, name in enumerate(("relayd", "the reference")):
        missing = sum(pair[index].get("lost", 0) for pair in pairs)
        if missing:
            told.append(f"{case.name}: {name} lost {missing} messages")
    return told


__all__ = ["Bench", "LoadError", "ServerError", "is_calm", "lost", "raise_descriptor_limit", "rows_of"]
