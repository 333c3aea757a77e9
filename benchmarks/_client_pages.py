"""Serves the pages that `client.py` compares: those built from npm and PyPI packages, and those of pyui."""

import subprocess
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, override

from wybthon.build import build_app

from build_tools.paths import ASSETS, ROOT
from pyui import App
from pyui.server import RenderMode, ServerRoute
from pyui.testing._server import serving

SOURCES = ROOT / "benchmarks" / "client"
HYDRATED = ("react", "solid")


class _Handler(SimpleHTTPRequestHandler):
    extensions_map = {  # noqa: RUF012 - as in the base class
        **SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }

    @override
    def log_message(self, format: str, *arguments: Any) -> None:
        """Says nothing."""


def build(folder: Path, sizes: tuple[int, ...]) -> None:
    """Builds the pages of the other libraries.

    Args:
        folder: where to.
        sizes: the numbers of rows of the pages to hydrate.
    """
    if not (SOURCES / "node_modules").is_dir():
        subprocess.run(["npm", "ci", "--silent"], cwd=SOURCES, check=True)
    subprocess.run(["node", SOURCES / "build.mjs", folder, *map(str, sizes)], check=True)
    build_app(SOURCES / "wybthon", output=folder / "wybthon")
    (folder / "pyodide").symlink_to(ASSETS / "pyodide")


@contextmanager
def served(folder: Path) -> Iterator[dict[str, str]]:
    """Serves everything; gives the address of each library's page."""
    app = App(
        "examples.jfb.routes:routes",
        [ServerRoute("/", RenderMode.CLIENT), ServerRoute("/**", RenderMode.SERVER)],
        static=str(folder),
        stylesheets=["bootstrap.css"],
    )
    with ExitStack() as stack:
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        stack.callback(server.shutdown)
        other = f"http://127.0.0.1:{server.server_port}"
        pages = {name: f"{other}/{name}/" for name in ("vanilla", "solid", "react", "wybthon")}
        yield {**pages, "pyui": stack.enter_context(serving(app)) + "/"}


def is_ready(name: str) -> str:
    """Returns what resolves in the page of a library when it can be used."""
    return {"pyui": "pyui.ready", "wybthon": "__WYB.ready"}.get(name, "benchReady") + ".then(() => true)"
