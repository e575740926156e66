# SPDX-License-Identifier: GPL-3.0-or-later
"""ffmpeg that sends its test picture to a relay by POST, at the speed of the clock, until it is stopped."""
import subprocess
import tempfile

from browser import needed

H264 = ("-codec:v", "libx264", "-preset", "ultrafast", "-tune", "zerolatency", "-pix_fmt", "yuv420p", "-b:v", "800k", "-g", "25")
PLAYABLE = ("-codec:v", "mpeg1video", "-b:v", "800k", "-bf", "0")


class Publisher:
    """Use it by `with`. token: sent along as secured mode wants it."""

    def __init__(self, url, codec=PLAYABLE, size="320x240", sound=False, token=None):
        self._url = url
        self._codec = codec
        self._headers = ["-headers", f"Authorization: {token}\r\n"] if token else []
        self._inputs = ["-f", "lavfi", "-i", f"testsrc=size={size}:rate=25"]
        if sound:
            self._inputs += ["-f", "lavfi", "-i", "sine=frequency=440:sample_rate=44100", "-codec:a", "mp2" if sound is True else sound,
                             "-b:a", "64k"]

    def __enter__(self):
        self._said = tempfile.TemporaryFile(mode="w+")
        self._process = subprocess.Popen([needed("ffmpeg"), "-hide_banner", "-loglevel", "warning", "-nostdin", "-re", *self._inputs,
                                          "-f", "mpegts", *self._codec, *self._headers, self._url], stdout=subprocess.DEVNULL, stderr=self._said)
        return self

    def __exit__(self, *_):
        self.stop()
        self._said.close()

    def stop(self):
        if self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(5)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()

    def said(self):
        """What ffmpeg had to complain about."""
        self._said.seek(0)
        return self._said.read()
