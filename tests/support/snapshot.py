"""Builds sites with memory snapshots as a user does, on a machine full of secrets."""

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from build_tools.paths import ROOT

MARKER = "hunter2-in-the-environment"
HOME = "home-of-the-builder"
_PYUI = "from pyui.cli import main; main()"


class Built(NamedTuple):
    """A site.

    Args:
        folder: what was written.
        said: what the command wrote.
    """

    folder: Path
    said: str


def build(base: Path, app: str, *options: str, path: str | None = None) -> Built:
    """Builds a site.

    Args:
        base: a folder for it, for the builder's home, and for the cache of all builds below it.
        app: the name of an app in `tests.snapshot_app.main`, or the import string of another one.
        options: further options of `pyui build`.
        path: another `PATH`.
    """
    name = app if ":" in app else f"tests.snapshot_app.main:{app}"
    home, out = base / HOME, base / f"{name.replace(':', '-')}{'-'.join(options)}"
    home.mkdir(exist_ok=True)
    environment = {**os.environ, "HOME": str(home), "PYUI_CACHE": str(base / "cache"), "PYUI_TEST_TOKEN": MARKER}
    del environment["PYUI_NO_SNAPSHOT"]
    if path is not None:
        environment["PATH"] = path
    command = [sys.executable, "-c", _PYUI, "build", name, "--out", str(out), *options]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return Built(out, done.stdout + done.stderr)
