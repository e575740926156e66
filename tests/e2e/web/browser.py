# SPDX-License-Identifier: GPL-3.0-or-later
"""A headless Chromium for the tests of the pages.

Its driver is playwright-core for node, fetched by npm into the build folder at the first run (package-lock.json pins it).
"""
import base64
import hashlib
import json
import os
import pathlib
import queue
import shutil
import subprocess
import tempfile
import threading
import time
import unittest

from relay_e2e import SLOWNESS

HERE = pathlib.Path(__file__).resolve().parent
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


def needed(*names):
    """Path of the first of these programs that is installed; the tests cannot run without one."""
    for name in names:
        path = shutil.which(name)
        if path:
            return path
    raise unittest.SkipTest(f"{names[0]} is not installed (Debian: apt-get install {names[0]})")


def driver_folder():
    """The folder with playwright-core, filled if it is not there yet or the lock file has changed."""
    folder = pathlib.Path(os.environ["RELAY_BINARY_DIR"]) / "npm" / "e2e-web"
    lock = (HERE / "package-lock.json").read_bytes()
    stamp = folder / "node_modules" / ".relay-lock"
    wanted = hashlib.sha256(lock).hexdigest()
    if not stamp.exists() or stamp.read_text() != wanted:
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / name, folder)
        done = subprocess.run([needed("npm"), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error",
                               "--fetch-retries=2"], cwd=folder, capture_output=True, text=True, timeout=120 * SLOWNESS)
        if done.returncode != 0:
            raise unittest.SkipTest(f"npm could not fetch playwright-core:\n{done.stdout}{done.stderr}")
        stamp.write_text(wanted)
    return folder


def remove_profile(folder):
    """A browser's helpers write for a moment after it has ended."""
    for _ in range(20):
        shutil.rmtree(folder, ignore_errors=True)
        if not os.path.exists(folder):
            return
        time.sleep(0.1)


class Browser:
    """Use it by `with`. Every page has a name; commands raise AssertionError with what the browser said.

    flags: more of Chromium's.
    """

    def __init__(self, *flags):
        self._flags = flags

    def __enter__(self):
        folder = driver_folder()
        self._profile = tempfile.mkdtemp(prefix="rlbrowser", dir="/tmp")
        command = [needed("node", "nodejs"), str(HERE / "browser.mjs"), needed(*CHROMIUM), self._profile, *self._flags]
        self._process = subprocess.Popen(command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self._answers = queue.Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        try:
            self._answer("start")
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        try:
            if self._process.poll() is None:
                self._ask("quit", {})
            self._process.wait(10 * SLOWNESS)
        except (AssertionError, OSError, subprocess.TimeoutExpired):
            self._process.kill()
            self._process.wait()
        self._process.stdin.close()
        self._reader.join(2)
        self._process.stdout.close()
        remove_profile(self._profile)

    def open(self, name, url, **options):
        """options: width, height, scheme (light, dark), init: a script that runs before those of the page."""
        return self._ask("open", {"name": name, "url": url, **options})

    def evaluate(self, name, script):
        return self._ask("evaluate", {"name": name, "script": script})

    def text(self, name, selector):
        return self.evaluate(name, f"document.querySelector({json.dumps(selector)})?.innerText ?? null")

    def state(self, name):
        """waiting, live, lost, ended or unplayable: what the page says of itself."""
        return self.evaluate(name, "document.querySelector('.state').dataset.state")

    def figure(self, name, element):
        return float(self.text(name, f"#{element}").replace(",", ""))

    def frame(self, name, path, script):
        """As evaluate(), in the frame of the page whose path begins so."""
        return self._ask("frame", {"name": name, "path": path, "script": script})

    def pixels(self, name, selector=".picture:visible"):
        """RGBA bytes of a small copy of the picture."""
        return bytes(self._ask("pixels", {"name": name, "selector": selector}))

    def shot(self, name, path=None, selector=None):
        """PNG of the page, or of an element."""
        return base64.b64decode(self._ask("shot", {"name": name, "path": path and str(path), "selector": selector}))

    def click(self, name, selector):
        self._ask("click", {"name": name, "selector": selector})

    def type(self, name, selector, text):
        self._ask("type", {"name": name, "selector": selector, "text": text})

    def press(self, name, selector, key):
        self._ask("press", {"name": name, "selector": selector, "key": key})

    def requests(self, name):
        """Every address that the page has asked for since it was opened first, those of websockets too."""
        return self._ask("requests", {"name": name})

    def history(self, name):
        """What the page's back button knows: addresses and titles."""
        return self._ask("history", {"name": name})

    def close_all(self):
        self._ask("closeAll", {})

    def complaints(self):
        """Errors on the console, failed requests and violations of the content policy since the last call."""
        return self._ask("complaints", {})

    def _read(self):
        for line in self._process.stdout:
            self._answers.put(line)
        self._answers.put("")

    def _ask(self, command, options):
        self._process.stdin.write(json.dumps({"command": command, **options}) + "\n")
        self._process.stdin.flush()
        return self._answer(command)

    def _answer(self, command):
        try:
            line = self._answers.get(timeout=45 * SLOWNESS)
        except queue.Empty:
            raise AssertionError(f"the browser did not answer to {command}") from None
        if not line:
            raise AssertionError(f"the browser's driver ended at {command}; it has said why above")
        answer = json.loads(line)
        if "error" in answer:
            raise AssertionError(f"{command}: {answer['error']}")
        return answer.get("result")


class BrowserTest(unittest.TestCase):
    """Tests with one browser for all of them, which takes seconds to start; pages live for one test."""

    @classmethod
    def setUpClass(cls):
        cls.browser = Browser()
        cls.enterClassContext(cls.browser)

    def tearDown(self):
        self.browser.close_all()
        self.browser.complaints()  # those of this test have been looked at, or it has failed before
