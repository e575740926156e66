# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the dashboard's end-to-end programs on a display of X in memory, and keeps the pictures that they make.

    on_x.py FOLDER PROGRAM...

Offscreen, where they run by themselves, there is no X: focus, shortcuts and drawing take another way there.
"""
import os
import pathlib
import shutil
import subprocess
import sys

LEAST_BYTES = 3_000  # of a picture with something in it
LIMIT = 240  # seconds for one program


def start_display():
    reader, writer = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(writer), "-screen", "0", "1600x1200x24", "-nolisten", "tcp"],
                              pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    with os.fdopen(reader) as said:
        return server, ":" + said.readline().strip()


def main():
    if not shutil.which("Xvfb"):
        print("there is no Xvfb; packaging/install-deps installs it")
        return 77
    folder, programs = pathlib.Path(sys.argv[1]), sys.argv[2:]
    shutil.rmtree(folder, ignore_errors=True)
    server, display = start_display()
    failed = []
    try:
        for program in programs:
            name = pathlib.Path(program).name
            pictures = folder / name
            environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "RELAY_SCREENSHOTS": str(pictures)}
            print(f"== {name}", flush=True)
            if subprocess.run([program], env=environment, timeout=LIMIT * int(os.environ.get("RELAY_TEST_SLOWNESS", 1)),
                              check=False).returncode != 0:
                failed.append(name)
            made = sorted(pictures.glob("*.png")) if pictures.is_dir() else []
            small = [picture.name for picture in made if picture.stat().st_size < LEAST_BYTES]
            print(f"{len(made)} pictures in {pictures}", flush=True)
            if small:
                failed.append(f"{name}: nothing in {small}")
        if not list(folder.glob("*/*.png")):
            failed.append("no pictures")
    finally:
        server.terminate()
        server.wait(10)
    for what in failed:
        print(f"FAILED: {what}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
