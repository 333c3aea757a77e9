"""Runs an ASGI app in a real server, in a thread of the test process."""

import socket
import threading
from collections.abc import Generator
from contextlib import contextmanager, suppress
from typing import Any, override

import uvicorn

_START_SECONDS = 30
_STOP_SECONDS = 10


class _Server(uvicorn.Server):
    """Tells when it has begun to accept, or when it has given up."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.settled = threading.Event()

    @override
    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        try:
            await super().startup(sockets)
        finally:
            self.settled.set()

    def run_until_told(self, listener: socket.socket) -> None:
        # By leaving the process, as from a command line, uvicorn tells that the app did not start: `serving` raises.
        with suppress(SystemExit):
            self.run([listener])


@contextmanager
def serving(app: Any, *, root_path: str = "") -> Generator[str]:
    """Serves an app on a free port of this machine; gives its base URL, without a slash at the end.

    Args:
        app: the ASGI app. Its lifespan runs.
        root_path: the prefix that a proxy would have taken off.

    Raises:
        RuntimeError: the app did not start, or did not stop.
    """
    listener = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(app, log_level="warning", root_path=root_path, timeout_graceful_shutdown=1)
    server = _Server(config)
    thread = threading.Thread(target=server.run_until_told, args=(listener,), daemon=True)
    thread.start()
    try:
        if not server.settled.wait(_START_SECONDS) or not server.started:
            raise RuntimeError("The app did not start; its log says why.")
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(_STOP_SECONDS)
        listener.close()
    if thread.is_alive():
        raise RuntimeError(f"The app did not stop within {_STOP_SECONDS} seconds.")
