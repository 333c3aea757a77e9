"""The shop, and beside it pages that `boot.py` compares its list page with, for uvicorn.

`PYUI_PRERENDERED` names the build that the shop is served from.
"""

import re

import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Mount, Route

from examples.shop.main import app as shop
from examples.shop.main import pages

PATH = "/products"

_BARE = """<!doctype html><title>bare</title><script type="module">
import { loadPyodide } from "PYODIDEpyodide.mjs";
const pyodide = await loadPyodide({ indexURL: "PYODIDE" });
globalThis.pyui = { ready: { timings: { ready: performance.now() } } };
</script>"""

# What Pyodide's documentation tells: load it, fetch the code beside it, put it on the path, import it.
_PLAIN = """<!doctype html><title>plain</title><script type="module">
import { loadPyodide } from "PYODIDEpyodide.mjs";
const [pyodide, bundle] = await Promise.all([
  loadPyodide({ indexURL: "PYODIDE" }),
  fetch("BUNDLE").then((response) => response.arrayBuffer()),
]);
pyodide.FS.writeFile("/lib/client.zip", new Uint8Array(bundle));
pyodide.runPython("import sys; sys.path.append('/lib/client.zip'); import pyui.browser, examples.shop.routes");
globalThis.pyui = { ready: { timings: { ready: performance.now() } } };
</script>"""

_SCRIPTS = re.compile(r'<script\b.*?</script>|<link[^>]* rel="(?:module)?preload"[^>]*>', re.DOTALL)


def _page(text: str) -> HTMLResponse:
    assets = pages.assets()
    return HTMLResponse(text.replace("PYODIDE", assets.pyodide).replace("BUNDLE", assets.bundle))


def _bare(_: Request) -> HTMLResponse:
    return _page(_BARE)


def _plain(_: Request) -> HTMLResponse:
    return _page(_PLAIN)


async def _without_scripts(_: Request) -> HTMLResponse:
    """The list page with all scripts removed, and what would be fetched for them."""
    async with httpx.AsyncClient(transport=httpx.ASGITransport(shop), base_url="http://shop") as client:
        text = (await client.get(PATH)).text
    return HTMLResponse(_SCRIPTS.sub("", text))


app = Starlette(
    routes=[
        Route("/bare", _bare),
        Route("/plain", _plain),
        Route("/without-scripts", _without_scripts),
        Mount("/", shop),
    ]
)
