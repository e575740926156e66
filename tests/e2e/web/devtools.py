# SPDX-License-Identifier: GPL-3.0-or-later
"""A Chromium that is spoken to directly, by the DevTools protocol: playwright keeps all of its pages visible."""
import asyncio
import json
import pathlib
import subprocess
import tempfile

import websockets

from browser import CHROMIUM, needed, remove_profile
from relay_e2e import wait_until

ARGUMENTS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
             "--disable-component-update", "--disable-sync", "--mute-audio", "--remote-debugging-port=0", "about:blank")


class DevTools:
    """Use it by `async with`. A tab is known by its session."""

    async def __aenter__(self):
        self._profile = tempfile.mkdtemp(prefix="rlbrowser", dir="/tmp")
        self._process = subprocess.Popen([needed(*CHROMIUM), f"--user-data-dir={self._profile}", *ARGUMENTS], stdout=subprocess.DEVNULL,
                                         stderr=subprocess.DEVNULL)
        port_file = pathlib.Path(self._profile) / "DevToolsActivePort"
        # The browser writes the file line by line.
        port, path = wait_until(lambda: (lines := port_file.read_text().split("\n"))[1:] and lines[:2], 30, "the browser is up")
        self._socket = await websockets.connect(f"ws://127.0.0.1:{port}{path}", max_size=None)
        self._id = 0
        return self

    async def __aexit__(self, *_):
        await self._socket.close()
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        remove_profile(self._profile)

    async def call(self, method, session=None, **parameters):
        self._id += 1
        message = {"id": self._id, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        await self._socket.send(json.dumps(message))
        while True:
            answer = json.loads(await asyncio.wait_for(self._socket.recv(), 30))
            if answer.get("id") == self._id:
                if "error" in answer:
                    raise AssertionError(f"{method}: {answer['error']}")
                return answer["result"]

    async def open(self, url):
        """A new tab, in front of the others; (target, session)."""
        target = (await self.call("Target.createTarget", url=url))["targetId"]
        session = (await self.call("Target.attachToTarget", targetId=target, flatten=True))["sessionId"]
        return target, session

    async def front(self, target):
        await self.call("Target.activateTarget", targetId=target)

    async def evaluate(self, session, expression):
        answer = await self.call("Runtime.evaluate", session, expression=expression, returnByValue=True)
        if "exceptionDetails" in answer:
            raise AssertionError(f"{expression}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    async def wait(self, session, expression, seconds=20):
        """Until the expression is true in the page."""
        for _ in range(seconds * 10):
            if await self.evaluate(session, expression):
                return
            await asyncio.sleep(0.1)
        raise AssertionError(f"not within {seconds} s: {expression}")

    async def heap(self, session):
        """Bytes of scripts' memory in use, after the garbage has been collected."""
        await self.call("HeapProfiler.collectGarbage", session)
        usage = await self.call("Runtime.getHeapUsage", session)
        return usage["usedSize"] + usage.get("backingStorageSize", 0)
