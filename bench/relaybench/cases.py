# SPDX-License-Identifier: GPL-3.0-or-later
"""What is measured: each case is one way to load a relay and the rows that it gives."""
from dataclasses import dataclass, field, replace

# (ending of the row's name, key in what the load generator says, unit)
CPU = ("", "cpu_us_per_message", "us/message")
P50 = (".p50", "p50_us", "us")
P99 = (".p99", "p99_us", "us")
LOST = (".lost", "lost", "messages")
GROWTH = (".memory", "rss_growth", "bytes")
CONNECT_RATE = (".rate", "connects_per_s", "1/s")
CONNECT_CPU = (".cpu", "connect_cpu_us", "us/connection")
CONNECT_MEMORY = (".memory", "rss_per_connection", "bytes/connection")

# How the load reaches relayd; the reference, which has no TLS, by ws always.
TRANSPORTS = ("ws", "wss")


@dataclass
class Case:
    name: str
    load: dict                    # options of relay-bench-load
    about: str
    rows: tuple = (CPU,)
    workers: int = 1              # threads of relayd
    transport: str = "ws"
    may_lose: bool = False
    rival: dict = None            # what relayd itself is to bear instead, in the reference's place; None: the reference
    quick: dict = field(default_factory=dict)  # options that --quick changes

    @property
    def pinned(self):
        """The server on one core and the load on another. Several workers need the cores themselves."""
        return self.workers == 1

    def arguments(self, quick, is_rival=False):
        """The load generator's options as words; of the rival's run, if there is a rival."""
        options = {**self.load, **(self.rival or {})} if is_rival else dict(self.load)
        if quick:
            options.update({"warm-up": 0.05, "duration": min(0.15, options.get("duration", 0.15)), **self.quick})
        words = []
        for name, value in options.items():
            words += [f"--{name}"] if value is True else [f"--{name}", str(value)]
        return words

    def connections(self, quick):
        options = {**self.load, **(self.quick if quick else {})}
        topics = options.get("topics", 1)
        peers = options.get("publishers", 1) + options.get("slow", 0)
        if "many-to-many" not in options:
            peers += options.get("readers", 1)
        return topics * peers + options.get("idle", 0)


SIZES = {"64B": 64, "1KiB": 1024, "16KiB": 16 * 1024, "256KiB": 256 * 1024}
READERS = (1, 10, 100, 1000)
TOPICS = {"topics": 20, "readers": 10, "size": 1024}
VIDEO = {"topics": 4, "readers": 50, "size": 16 * 1024, "rate": 30, "duration": 4}
MANY = {"many-to-many": True, "publishers": 20, "size": 100, "text": True, "rate": 100, "duration": 2}


def _single():
    for label, size in SIZES.items():
        for readers in READERS:
            latency = (P50, P99) if (label, readers) == ("1KiB", 100) else ()
            yield Case(f"single-{label}-{readers}", {"readers": readers, "size": size},
                       f"one message of {label} under way, {readers} reader{'s' if readers > 1 else ''}", (CPU,) + latency)


def _burst():
    # What is under way is less than a reader's budget, so that none may be lost.
    for label, window in (("64B", 64), ("1KiB", 64), ("16KiB", 16)):
        yield Case(f"burst-{label}-100", {"readers": 100, "size": SIZES[label], "window": window},
                   f"{window} messages of {label} under way, 100 readers")


def _shapes():
    yield Case("topics-20x10", TOPICS, "20 topics, each with a publisher, 10 readers and one message of 1 KiB under way")
    yield Case("n:n-20", MANY, "20 members of a topic, each sends 100 texts of 100 B a second", (CPU, P50, P99))
    yield Case("video-4x50", VIDEO, "4 topics with 50 readers, 30 messages of 16 KiB a second", (CPU, P50, P99))
    slow = Case("slow-5-of-50",
                {"readers": 45, "slow": 5, "size": 16 * 1024, "rate": 100, "duration": 6},
                "5 of 50 readers do not read; what the 45 others get, and the growth of the server's memory",
                (CPU, P50, P99, LOST, GROWTH), quick={"duration": 0.5}, may_lose=True)
    yield slow
    yield replace(slow, name="slow-or-none", rival={"readers": 50, "slow": 0}, rows=(P50, P99, LOST),
                  about="the same; beside it, instead of the reference, relayd with 50 readers who all read")


def _idle():
    active = {"readers": 10, "size": 1024}
    yield Case("idle-0", active, "10 readers of 1 KiB and nobody else", (CPU, P99))
    yield Case("idle-10000", {**active, "idle": 10000}, "the same beside 10,000 idle connections", (CPU, P99),
               quick={"idle": 500})
    yield Case("connect", {"idle": 5000, "duration": 0}, "5,000 connections are opened, 64 at a time, and stay idle",
               (CONNECT_RATE, CONNECT_CPU, CONNECT_MEMORY), quick={"idle": 300})


def _two_workers():
    """As above, with two workers and nothing pinned. The reference has its one thread."""
    again = {"single-1KiB-100", "single-16KiB-1000", "burst-1KiB-100", "topics-20x10", "n:n-20", "video-4x50"}
    for case in [*_single(), *_burst(), *_shapes()]:
        if case.name in again:
            yield replace(case, name=f"2-workers:{case.name}", workers=2, rows=(CPU,), about=f"{case.about}; 2 workers, not pinned")


def _tls():
    """Readers and publishers by wss; the reference does the same without TLS."""
    again = {"single-1KiB-100", "single-16KiB-100", "burst-1KiB-100", "video-4x50", "connect"}
    for case in [*_single(), *_burst(), *_shapes(), *_idle()]:
        if case.name in again:
            load = {**case.load, "idle": 2000} if case.name == "connect" else case.load
            about = case.about.replace("5,000", "2,000") + ", over TLS; the reference without"
            yield replace(case, name=f"tls:{case.name}", transport="wss", load=load, about=about)


CASES = [*_single(), *_burst(), *_shapes(), *_idle(), *_two_workers(), *_tls()]


def choose(words):
    """Cases that are named as one of the words or begin so; (cases, words that name none)."""
    if not words:
        return CASES, []
    names = {case.name for case in CASES}
    chosen, unknown = set(), []
    for word in words:
        found = {word} if word in names else {name for name in names if name.startswith(word)}
        chosen |= found
        if not found:
            unknown.append(word)
    return [case for case in CASES if case.name in chosen], unknown
