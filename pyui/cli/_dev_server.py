"""`pyui dev`: a process that watches files, and one that serves and is replaced when Python code changes.

The socket belongs to the first, so that a browser that asks in between waits instead of failing.
"""

import multiprocessing
import os
import signal
import socket
import sys
import threading
from multiprocessing.context import SpawnProcess
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path

import uvicorn
from watchfiles import watch

from pyui.cli._dev_app import DevApp, load_application

_STOP_SECONDS = 5
_SPAWN = multiprocessing.get_context("spawn")


def serve_dev(app: str, host: str, port: int, folder: Path) -> None:
    """Serves an app until the process is interrupted.

    Args:
        app: the app's import string.
        host: the address to listen at.
        port: the port to listen at.
        folder: the folder whose files are watched.
    """
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda signum, frame: stop.set())  # noqa: ARG005 - the signature is given
    listener = uvicorn.Config(app, host, port).bind_socket()
    # From here on the system queues connections, also while no process serves.
    listener.listen()
    server = _DevServer(app, listener)
    server.start()
    try:
        for changes in watch(folder, stop_event=stop, raise_interrupt=False):
            if any(path.endswith(".py") for _, path in changes):
                server.restart()
            else:
                server.count_change()
    finally:
        server.stop()


class _DevServer:
    """The process that serves.

    Args:
        app: the app's import string.
        listener: the socket.
    """

    def __init__(self, app: str, listener: socket.socket) -> None:
        self._app = app
        self._listener = listener
        self._changes: Synchronized[int] = _SPAWN.Value("i", 0)
        self._process: SpawnProcess | None = None

    def start(self) -> None:
        self._process = _SPAWN.Process(target=_serve, args=(self._app, self._listener, self._changes))
        self._process.start()

    def restart(self) -> None:
        self.stop()
        self.start()

    def count_change(self) -> None:
        """Makes open pages reload. The app reads its static files anew for each page."""
        self._changes.value += 1

    def stop(self) -> None:
        if self._process is None:
            return
        self._process.terminate()
        self._process.join(_STOP_SECONDS)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._process = None


def _serve(app: str, listener: socket.socket, changes: "Synchronized[int]") -> None:
    # Byte code is checked by whole seconds, which is too coarse for two changes in a row.
    sys.dont_write_bytecode = True

    def version() -> str:
        return f"{os.getpid()}-{changes.value}"

    application = DevApp(load_application(app), version, lambda: server.should_exit)
    server = uvicorn.Server(uvicorn.Config(application, proxy_headers=False, server_header=False))
    server.run(sockets=[listener])
