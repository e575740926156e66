# SPDX-License-Identifier: GPL-3.0-or-later
"""A small remote laboratory on this machine: rigs that send video and data, their readers, two of them too slow.

Every peer is real: ffmpeg makes the pictures, curl posts them, python3-websockets reads them. They live in a network of
their own, where the addresses of documentation (RFC 5737) are at home and the kernel buffers as little for each
connection as it does on a long way: loopback alone would take megabytes before a slow reader is noticed.
"""
import asyncio
import json
import math
import os
import pathlib
import socket
import subprocess
import sys
import time

import websockets

# rig: (size, bits/s, number of readers)
CAMERAS = {"spin35": ("640x480", "2500k", 6), "pend12": ("800x600", "4000k", 4), "trus03": ("480x360", "1500k", 4),
           "gvnr01": ("320x240", "800k", 3), "turn07": ("320x240", "600k", 2)}
FFMPEG = ["ffmpeg", "-hide_banner", "-loglevel", "error", "-re", "-f", "lavfi", "-i"]
SMALL_BUFFER = 32 * 1024
LATE_MS = 650  # enough to be called slow, and not yet so much that the relay drops
READERS = [f"{network}.{host}" for host in (87, 17, 23, 141, 66, 201, 96, 40, 112, 9, 178) for network in ("203.0.113", "192.0.2", "198.51.100")]
RIGS = [f"10.20.4.{host}" for host in range(35, 40)]


def enter_own_network():
    """Runs this program again where it may give itself addresses; comes back once it is there."""
    if "OWN_NETWORK" not in os.environ:
        os.execvpe("unshare", ["unshare", "--user", "--map-root-user", "--net", *sys.orig_argv], {**os.environ, "OWN_NETWORK": "1"})
    pathlib.Path("/proc/sys/net/ipv4/tcp_wmem").write_text("4096 16384 98304", encoding="ascii")
    ip = os.environ["PATH"] + ":/usr/sbin:/sbin"
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True, env={"PATH": ip})
    for address in RIGS + READERS:
        subprocess.run(["ip", "address", "add", f"{address}/32", "dev", "lo"], check=True, env={"PATH": ip})


class Laboratory:
    def __init__(self, relayd):
        self._relayd = relayd
        self._processes = []
        self._readers = 0
        self._loser = None

    def __enter__(self):
        for number, (rig, (size, rate, _)) in enumerate(CAMERAS.items()):
            self._start_camera(f"/in/{rig}-st-video", size, rate, RIGS[number])
        return self

    def __exit__(self, *_):
        for process in self._processes:  # one after the other: ffmpeg complains when curl goes first
            process.terminate()
            process.wait(10)

    def _start_camera(self, path, size, rate, address):
        ffmpeg = [*FFMPEG, f"testsrc2=size={size}:rate=25", "-codec:v", "mpeg1video", "-b:v", rate, "-minrate", rate,
                  "-maxrate", rate, "-bufsize", rate, "-bf", "0", "-f", "mpegts", "-"]
        source = subprocess.Popen(ffmpeg, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL)
        # curl can say which address it comes from, ffmpeg's own HTTP can not.
        curl = subprocess.Popen(["curl", "-sS", "--interface", address, "-X", "POST", "-H", "Content-Type: video/mp2t",
                                 "-T", "-", "--no-buffer", self._relayd.http(path)], stdin=source.stdout,
                                stdout=subprocess.DEVNULL)
        source.stdout.close()
        self._processes += [source, curl]

    async def run(self):
        """Reads, measures and chats until it is cancelled; ends only when a peer fails."""
        peers = [self._read_well(f"/out/{rig}-st-video") for rig, (_, _, readers) in CAMERAS.items() for _ in range(readers)]
        peers += [self._read_well("/out/spin35-st-data") for _ in range(3)]
        peers += [self._measure("/in/spin35-st-data"), self._chat("/bi/help", 0.4), self._chat("/bi/help", 0.7)]
        peers += [self._read_badly("/out/spin35-st-video", 0.35), self._read_late("/out/pend12-st-video")]
        await asyncio.gather(*peers)

    def loser(self):
        """The connection that loses messages, as `relay admin` tells it; none as long as it is not there."""
        return next((row for row in self._relayd.connections() if row["address"] == self._loser), None)

    def _connect(self, path, address, receive_buffer=None, **options):
        """A websocket from this address."""
        peer = socket.socket()
        if receive_buffer:
            peer.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        peer.bind((address, 0))
        peer.connect(("127.0.0.1", self._relayd.port))
        peer.setblocking(False)
        return websockets.connect(self._relayd.url(path), sock=peer, compression=None, max_size=None, ping_interval=None,
                                  **options)

    def _reader_address(self):
        self._readers += 1
        return READERS[self._readers % len(READERS)]

    async def _read_well(self, path):
        async with self._connect(path, self._reader_address()) as peer:
            await self._read_all(peer)

    async def _measure(self, path):
        """A rig that tells what its pendulum does, 50 times a second."""
        async with self._connect(path, RIGS[0]) as rig:
            while True:
                now = time.time()
                await rig.send(json.dumps({"time": round(now, 3), "angle": {"value": round(90 * math.sin(3 * now), 2), "unit": "deg"},
                                           "velocity": round(270 * math.cos(3 * now), 1), "drive": [0] * 40, "error": None}))
                await asyncio.sleep(0.02)

    async def _chat(self, path, pause):
        async with self._connect(path, self._reader_address()) as peer:
            reading = asyncio.ensure_future(self._read_all(peer))
            while not reading.done():
                await peer.send("how far is it?")
                await asyncio.sleep(pause)

    @staticmethod
    async def _read_all(peer):
        async for _ in peer:
            pass

    async def _read_badly(self, path, share):
        """Takes only this share of what it is sent: it loses the rest."""
        async with self._connect(path, self._reader_address()) as whole, self._connect_slow(path) as slow:
            self._loser = "%s:%d" % slow.local_address[:2]
            allowed = 0.0
            async for _ in whole:
                allowed += share
                if allowed >= 1:
                    allowed -= 1
                    await slow.recv()

    async def _read_late(self, path):
        """Fell behind once and never catches up: it loses nothing, but a queue stays in the relay."""
        async with self._connect(path, self._reader_address()) as whole, self._connect_slow(path) as slow:
            filling = asyncio.ensure_future(self._until_late("%s:%d" % slow.local_address[:2]))
            async for _ in whole:
                if filling.done():
                    await slow.recv()

    async def _until_late(self, address):
        while True:
            rows = await asyncio.to_thread(self._relayd.connections)
            if any(row["address"] == address and row["queuedMs"] > LATE_MS for row in rows):
                return
            await asyncio.sleep(0.05)

    def _connect_slow(self, path):
        return self._connect(path, self._reader_address(), SMALL_BUFFER, max_queue=1, read_limit=SMALL_BUFFER)
