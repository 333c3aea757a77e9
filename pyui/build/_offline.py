"""The service worker of a site: it keeps one version of its pages, and of what they load, for use without a network."""

import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from pyui.build._page_writer import Output
from pyui.router import percent_encode
from pyui.server import App
from pyui.server._client_assets import PREFIX as ASSETS_PREFIX
from pyui.server._client_assets import SERVICE_WORKER, runtime_assets
from pyui.server._files import is_hashed
from pyui.server._static_files import PREFIX as STATIC_PREFIX

MOST_KEPT = 500
"""How many pages a browser keeps at most."""


def immutable_files(app: App) -> list[str]:
    """Lists the paths of files whose names hold a hash of their content."""
    assets = app.made_assets.files if app.made_assets is not None else ()
    static = app.static.files() if app.static is not None else ()
    return [f"{ASSETS_PREFIX}/{name}" for name in assets] + [
        f"{STATIC_PREFIX}/{name}" for name in static if is_hashed(name)
    ]


def write_service_worker(app: App, folder: Path, output: Output, pages: Sequence[str]) -> None:
    """Writes the service worker beside the pages. It is another one whenever anything that it keeps is.

    Args:
        app: the app, all of whose pages are written.
        folder: where they were written to.
        output: for whom they are.
        pages: the files of those that are kept.
    """
    assets = [_relative(path) for path in immutable_files(app)]
    version = sha256("\n".join(assets).encode())
    for page in pages:
        version.update(page.encode() + (folder / page).read_bytes())
    site = {
        "version": version.hexdigest()[:12],
        "build": app.made_assets.build if app.made_assets is not None else "",
        "assets": assets,
        "pages": [_url(page, output) for page in pages],
    }
    script = runtime_assets().worker.read_text(encoding="utf-8")
    text = f"globalThis.PYUI_SITE = {json.dumps(site)};\n{script}"
    (folder / SERVICE_WORKER.removeprefix("/")).write_text(text, encoding="utf-8")


def _relative(path: str) -> str:
    return f".{percent_encode(path)}"


def _url(page: str, output: Output) -> str:
    """Returns the URL of a page, as the host answers for it without leading elsewhere."""
    address = page.removesuffix("index.html")
    return _relative(f"/{address if output == 'static' else address.removesuffix('/')}")
