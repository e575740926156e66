#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures what TLS costs relayd: memory of an idle wss link, what 2,000 of them do to a plain topic, and what waves
of 200 handshakes at once do to its delay. Prints name, value and unit, and where there is one the limit that we promise.

Runs alternate and medians are printed. The handshakes' clients share the machine: as a measure for their part the same
storm goes to another relayd, which leaves the measured one alone ("elsewhere"). Exit code 1 when messages are lost.
"""
import argparse
import json
import os
import select
import socket
import ssl
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.dont_write_bytecode = True
sys.path.insert(0, str(ROOT / "tests" / "support"))

from rawws import handshake  # noqa: E402
from relay_e2e import Relayd  # noqa: E402
from tlsca import Authority  # noqa: E402


def parse():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, default=ROOT / "build" / "release", metavar="DIR")
    parser.add_argument("--reps", type=int, default=7, metavar="N")
    parser.add_argument("--links", type=int, default=2000, metavar="N")
    parser.add_argument("--handshakes", type=int, default=200, metavar="N")
    parser.add_argument("--rsa", action="store_true", help="an RSA-2048 certificate instead of EC P-256")
    parser.add_argument("--quick", action="store_true", help="each once and shortly: the figures mean nothing")
    parser.add_argument("--storm", nargs=3, help=argparse.SUPPRESS)  # this script as the handshakes' client: port, ca, how many
    options = parser.parse_args()
    if options.quick:
        options.reps, options.links, options.handshakes = 1, 50, 20
    return options


def say(name, value, unit, limit=None):
    print(f"{name:44} {value:10.2f}  {unit:10} {'' if limit is None else f'(promised: at most {limit})'}", flush=True)


class Bench:
    def __init__(self, options, folder):
        self.options = options
        self.load = options.build / "bench" / "relay-bench-load"
        self.authority = Authority(folder)
        self.files = self.authority.issue("bench", rsa=options.rsa)

    def relayd(self):
        certificate, key = self.files
        return Relayd(["--tls-listen", "127.0.0.1:0", "--tls-certificate", certificate, "--tls-key", key, "--log-level", "warn"])

    def measure(self, relayd, duration, *traffic):
        """What relay-bench-load says about a plain topic of this relayd."""
        done = subprocess.run([self.load, "--port", str(relayd.port), "--pid", str(relayd.pid), "--duration", str(duration),
                               *map(str, traffic)], capture_output=True, text=True, check=True)
        result = json.loads(done.stdout)
        if result["lost"]:
            sys.exit(f"{result['lost']} messages were lost")
        return result

    def idle_links(self, relayd, count):
        """Open wss links that say nothing, and how many bytes each took."""
        context = self.authority.context()
        before = relayd.rss()
        links = []
        for _ in range(count):
            link = self.authority.connect(relayd.tls_port, context=context)
            link.sendall(handshake("/bi/idle"))
            if not link.recv(4096).startswith(b"HTTP/1.1 101 "):
                sys.exit("no websocket")
            links.append(link)
        time.sleep(1)
        return links, (relayd.rss() - before) / count

    def memory_and_idle_cost(self):
        duration = 0.5 if self.options.quick else 2
        with self.relayd() as alone, self.relayd() as crowded:
            links, each = self.idle_links(crowded, self.options.links)
            say("resident memory of an idle wss link", each / 1024, "KiB", 64)
            for readers, name in ((1, "1 reader"), (20, "20 readers")):
                traffic = ("--readers", readers, "--size", 1024)
                quiet, busy = [], []
                for _ in range(self.options.reps):
                    quiet.append(self.measure(alone, duration, *traffic)["cpu_us_per_message"])
                    busy.append(self.measure(crowded, duration, *traffic)["cpu_us_per_message"])
                say(f"CPU per plain message, {name}, no link", statistics.median(quiet), "us")
                say(f"  with {len(links)} idle wss links", statistics.median(busy), "us")
                say("  ratio", statistics.median(b / q for b, q in zip(busy, quiet)), "", 1.3)
            for link in links:
                link.close()

    def storm(self, relayd):
        return subprocess.Popen([sys.executable, __file__, "--storm", str(relayd.tls_port), self.authority.certificate,
                                 str(self.options.handshakes)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def delay_with_storm(self, relayd, target):
        """p50 of a plain topic while handshakes go to `target` all the time, and seconds for each wave of them."""
        duration = 0.3 if self.options.quick else 1
        traffic = ("--readers", 10, "--size", 1024, "--rate", 500, "--warm-up", 0.3)
        if target is None:
            return self.measure(relayd, duration, *traffic)["p50_us"], 0
        client = self.storm(target)
        client.stdout.readline()  # the first wave is through
        p50 = self.measure(relayd, duration, *traffic)["p50_us"]
        took = client.communicate()[0]
        return p50, statistics.median(float(line) for line in took.split())

    def delay(self):
        with self.relayd() as relayd, self.relayd() as other:
            rows = {"quiet": [], "elsewhere": [], "here": []}
            seconds = []
            for _ in range(self.options.reps):
                rows["quiet"].append(self.delay_with_storm(relayd, None)[0])
                rows["elsewhere"].append(self.delay_with_storm(relayd, other)[0])
                p50, took = self.delay_with_storm(relayd, relayd)
                rows["here"].append(p50)
                seconds.append(took)
            say(f"{self.options.handshakes} handshakes at once, wave after wave, each", statistics.median(seconds), "s")
            say("p50 of a plain topic meanwhile, without", statistics.median(rows["quiet"]), "us")
            say("  handshakes with another relayd", statistics.median(rows["elsewhere"]), "us")
            say("  handshakes with this relayd", statistics.median(rows["here"]), "us")
            say("  ratio to quiet", statistics.median(h / q for h, q in zip(rows["here"], rows["quiet"])), "")
            say("  ratio to handshakes elsewhere",
                statistics.median(h / e for h, e in zip(rows["here"], rows["elsewhere"])), "", 1.2)


def be_the_storm(port, authority, count):
    """Waves of handshakes, all of a wave at once, until stdin ends. Prints for each the seconds until its last was done."""
    context = ssl.create_default_context(cafile=authority)
    while not select.select([sys.stdin], [], [], 0)[0]:
        print(wave(int(port), context, int(count)), flush=True)


def wave(port, context, count):
    poll = select.epoll()
    waiting, done = {}, []
    begin = time.monotonic()
    for _ in range(count):
        plain = socket.create_connection(("127.0.0.1", port))
        plain.setblocking(False)
        peer = context.wrap_socket(plain, server_hostname="127.0.0.1", do_handshake_on_connect=False)
        waiting[peer.fileno()] = peer
        poll.register(peer.fileno(), select.EPOLLIN | select.EPOLLOUT | select.EPOLLET)
    while waiting:
        for descriptor, _ in poll.poll():
            try:
                if descriptor in waiting:
                    waiting[descriptor].do_handshake()
                    done.append(waiting.pop(descriptor))
            except (ssl.SSLWantReadError, ssl.SSLWantWriteError):
                pass
    took = time.monotonic() - begin
    for peer in done:
        peer.close()
    return took


def main():
    options = parse()
    if options.storm:
        be_the_storm(*options.storm)
        return
    os.environ.setdefault("RELAYD", str(options.build / "bin" / "relayd"))
    with tempfile.TemporaryDirectory(prefix="rltls") as folder:
        bench = Bench(options, folder)
        bench.memory_and_idle_cost()
        bench.delay()


if __name__ == "__main__":
    main()
