"""The shop, and beside it pages that `boot.py` compares its list page with, for uvicorn.

`PYUI_PRERENDERED` names the build that the shop is served from.
"""

import functools
import re

import brotli
import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Mount, Route

from benchmarks._paint import WITH, WITHOUT
from build_tools.paths import NODE_MODULES
from examples.shop.main import app as shop
from examples.shop.main import pages
from pyui.server._media_types import media_type

PATH = "/products"

# As Pyodide is distributed: pyui's own copy of the standard library is compiled.
_ORIGINALS = NODE_MODULES / "pyodide"
_OPTIONS = """{
  indexURL: "PYODIDE", stdLibURL: "/original/python_stdlib.zip", lockFileURL: "/original/pyodide-lock.json",
}"""

_BARE = """<!doctype html><title>bare</title><script type="module">
import { loadPyodide } from "PYODIDEpyodide.mjs";
const pyodide = await loadPyodide(OPTIONS);
globalThis.pyui = { ready: { timings: { ready: performance.now() } } };
</script>"""

# What Pyodide's documentation tells: load it, fetch the code beside it, put it on the path, import it.
_PLAIN = """<!doctype html><title>plain</title><script type="module">
import { loadPyodide } from "PYODIDEpyodide.mjs";
const [pyodide, bundle] = await Promise.all([
  loadPyodide(OPTIONS),
  fetch("BUNDLE").then((response) => response.arrayBuffer()),
]);
pyodide.FS.writeFile("/lib/client.zip", new Uint8Array(bundle));
pyodide.runPython("import sys; sys.path.append('/lib/client.zip'); import pyui.browser, examples.shop.routes");
globalThis.pyui = { ready: { timings: { ready: performance.now() } } };
</script>"""

_SCRIPTS = re.compile(r'<script\b.*?</script>|<link[^>]* rel="(?:module)?preload"[^>]*>', re.DOTALL)


def _page(text: str) -> HTMLResponse:
    assets = pages.assets()
    bundle = assets.archives["/lib/client.zip"]
    text = text.replace("OPTIONS", _OPTIONS).replace("PYODIDE", assets.pyodide).replace("BUNDLE", bundle)
    return HTMLResponse(text)


@functools.cache
def _original(name: str) -> Response:
    """A file of Pyodide as it is distributed, cached and compressed as pyui's assets are."""
    content, headers = (_ORIGINALS / name).read_bytes(), {"Cache-Control": "public, max-age=31536000, immutable"}
    if name.endswith(".json"):
        content = brotli.compress(content, quality=9)
        headers["Content-Encoding"] = "br"
    return Response(content, headers=headers, media_type=media_type(name))


def _originals(request: Request) -> Response:
    return _original(request.path_params["name"])


def _bare(_: Request) -> HTMLResponse:
    return _page(_BARE)


def _plain(_: Request) -> HTMLResponse:
    return _page(_PLAIN)


_rendered: dict[str, str] = {}


async def _text() -> str:
    """The list page, rendered once."""
    if PATH not in _rendered:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(shop), base_url="http://shop") as client:
            _rendered[PATH] = (await client.get(PATH)).text
    return _rendered[PATH]


async def _with_scripts(_: Request) -> HTMLResponse:
    """The list page, as ready as `_without_scripts`."""
    return HTMLResponse(await _text())


async def _without_scripts(_: Request) -> HTMLResponse:
    """The list page with all scripts removed, and what would be fetched for them."""
    return HTMLResponse(_SCRIPTS.sub("", await _text()))


app = Starlette(
    routes=[
        Route("/original/{name}", _originals),
        Route("/bare", _bare),
        Route("/plain", _plain),
        Route(WITH, _with_scripts),
        Route(WITHOUT, _without_scripts),
        Mount("/", shop),
    ]
)
