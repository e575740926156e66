# SPDX-License-Identifier: GPL-3.0-or-later
"""A real nginx on a free port of loopback, with the server configuration that a test gives.

    with Nginx(text, directory) as proxy: ... proxy.port

In the text, LISTEN stands for where it listens. nginx is the one that is installed, else that of the Debian package, which
is unpacked into the build folder and not installed: installing it would start a web server on every machine that tests.
"""
import os
import re
import shutil
import signal
import subprocess
import tempfile
import unittest
from pathlib import Path

from relay_e2e import SLOWNESS, free_port, wait_until

FRAME = """{user}
worker_processes 1;
daemon off;
pid {directory}/nginx.pid;
error_log stderr notice;
events {{ worker_connections 512; }}
http {{
    client_body_temp_path {directory}/body;
    proxy_temp_path {directory}/proxy;
    fastcgi_temp_path {directory}/fastcgi;
    uwsgi_temp_path {directory}/uwsgi;
    scgi_temp_path {directory}/scgi;
    access_log off;
{text}
}}
"""


def unpacked():
    """Path of nginx out of its Debian package."""
    folder = Path(os.environ["RELAY_BINARY_DIR"], "nginx")
    path = folder / "usr" / "sbin" / "nginx"
    if path.exists():
        return str(path)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as scratch:  # of several tests at once each has its own
        fetched = subprocess.run(["apt-get", "-q", "download", "nginx"], cwd=scratch, capture_output=True, text=True,
                                 timeout=60 * SLOWNESS)
        packages = list(Path(scratch).glob("nginx_*.deb"))
        if fetched.returncode != 0 or not packages:
            raise unittest.SkipTest("nginx is not installed, and apt-get could not download its package: "
                                    f"{fetched.stderr.strip()}")
        subprocess.run(["dpkg-deb", "-x", packages[0], Path(scratch, "nginx")], check=True, timeout=60)
        try:
            os.rename(Path(scratch, "nginx"), folder)
        except OSError:
            if not path.exists():
                raise
    return str(path)


def nginx():
    return shutil.which("nginx", path=os.environ["PATH"] + ":/usr/sbin") or unpacked()


class Nginx:
    def __init__(self, text, directory):
        self.port = free_port()
        self.directory = directory
        self._text = text.replace("LISTEN", f"127.0.0.1:{self.port}")
        self._process = None

    def __enter__(self):
        path = os.path.join(self.directory, "nginx.conf")
        user = "user root;" if os.geteuid() == 0 else ""  # its workers, else nobody's: they write into the directory
        Path(path).write_text(FRAME.format(directory=self.directory, user=user, text=self._text), encoding="utf-8")
        self._log = open(os.path.join(self.directory, "nginx.log"), "w+", encoding="utf-8")
        self._process = subprocess.Popen([nginx(), "-p", self.directory, "-c", path, "-e", "stderr"],
                                         stdin=subprocess.DEVNULL, stdout=self._log, stderr=self._log)
        try:
            wait_until(self._is_up, what="nginx to be up", seconds=10)
        except AssertionError as error:
            self.__exit__()
            raise AssertionError(f"{error}\n{self.log()}") from None
        return self

    def __exit__(self, *_):
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
            try:
                self._process.wait(10 * SLOWNESS)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        self._log.close()

    def log(self):
        return Path(self._log.name).read_text(encoding="utf-8")

    def _is_up(self):
        if self._process.poll() is not None:
            raise AssertionError(f"nginx ended with {self._process.returncode}")
        return bool(re.search(r"start worker process \d", self.log()))
