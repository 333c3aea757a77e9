"""Builds an app and serves it as it is deployed, in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support.process import listening_url


@contextmanager
def served(app: str, server: str, folder: Path, *options: str) -> Iterator[str]:
    """Builds an app for a server and serves it; gives its address.

    Args:
        app: the app to build.
        server: what to serve, which has the app in it.
        folder: the folder for the build.
        options: options of the build.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYUI_NO_SNAPSHOT"}
    command = [sys.executable, "-m", "pyui", "build", app, "--output", "server", "--out", str(folder), *options]
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    environment |= {"PYUI_PRERENDERED": str(folder), "ROWS_WYBTHON": str(folder.with_name("wybthon"))}
    serve = [sys.executable, "-m", "uvicorn", server, "--port", "0", "--no-access-log"]
    with subprocess.Popen(
        serve, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            yield listening_url(process)
        finally:
            process.terminate()
