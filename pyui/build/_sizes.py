"""How much a visitor downloads: the size of each asset, and what a first visit of each route takes."""

import gzip
import json
from collections.abc import Iterable, Mapping, Sequence
from html.parser import HTMLParser
from pathlib import Path
from typing import override
from urllib.parse import unquote, urljoin, urlsplit

from pyui.build._compress import brotli_bytes, is_compressible
from pyui.build._page_writer import Output
from pyui.build._report import BuiltRoute, SiteSizes, Sizes
from pyui.server._client_assets import ClientAssets, fetched_at_start
from pyui.server._encodings import SUFFIXES
from pyui.view.protocol import ISLAND_START, PAYLOAD_ID

_SITE = "http://site/"
_LEVEL = 6  # what most servers compress with


def measure_site(folder: Path, output: Output, assets: ClientAssets | None, routes: Sequence[BuiltRoute]) -> SiteSizes:
    """Measures what a build wrote.

    Args:
        folder: where it was written to.
        output: for whom it is.
        assets: the client assets; None where no page is live.
        routes: the routes that were built; the largest page stands for all of a route.
    """
    scale = _Scale()
    paths = [path.removeprefix("/") for path in fetched_at_start(assets)] if assets is not None else []
    if assets is not None:
        scale.known_variants({folder / "_pyui" / name: file for name, file in assets.files.items()})
    start = {path.rpartition("/")[2]: scale.weigh(folder / path) for path in paths}
    visits: dict[str, Sizes] = {}
    for route in routes:
        if route.largest:
            page = _Page((folder / route.largest).read_text(encoding="utf-8"))
            files = {folder / route.largest, *_local_files(folder, output, route.largest, page.urls)}
            if page.waits and assets is not None:
                files.add(folder / assets.takeover.removeprefix("/"))
            own = [scale.weigh(file) for file in sorted(files)]
            visits[route.route] = _sum([*own, *(start.values() if page.is_live else ())])
        elif route.mode == "server":
            visits[route.route] = _sum(start.values())
    return SiteSizes(start, visits)


class _Scale:
    """Weighs each file once."""

    def __init__(self) -> None:
        self._known: dict[Path, Sizes] = {}
        self._sources: dict[Path, Path] = {}

    def known_variants(self, sources: Mapping[Path, bytes | Path]) -> None:
        """Tells of files that were copied from others, beside which compressed variants may lie."""
        self._sources = {file: source for file, source in sources.items() if isinstance(source, Path)}

    def weigh(self, file: Path) -> Sizes:
        """Returns the sizes of a file. Variants that a build wrote are those that a server sends."""
        if file not in self._known:
            data = file.read_bytes()
            self._known[file] = Sizes(len(data), *(self._packed(file, data, name) for name in ("gzip", "br")))
        return self._known[file]

    def _packed(self, file: Path, data: bytes, encoding: str) -> int:
        if not is_compressible(file.name, data):
            return len(data)
        for place in (file, self._sources.get(file, file)):
            variant = place.with_name(place.name + SUFFIXES[encoding])
            if variant.is_file():
                return variant.stat().st_size
        return len(gzip.compress(data, _LEVEL) if encoding == "gzip" else brotli_bytes(data))


class _Page(HTMLParser):
    """What a page loads besides itself and what its runtime does.

    Attributes:
        urls: the URLs of stylesheets, images and icons.
        is_live: whether the page has a payload.
        waits: whether it, or an island of it, is taken over when a trigger comes.
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self.urls: list[str] = []
        self.is_live = False
        self.waits = False
        self._in_payload = False
        self.feed(text)

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "link" and values.get("rel") in ("stylesheet", "icon"):
            self.urls.append(values.get("href") or "")
        elif tag == "img" and values.get("loading") != "lazy":
            self.urls.append(values.get("src") or "")
        self._in_payload = values.get("id") == PAYLOAD_ID
        self.is_live = self.is_live or self._in_payload

    @override
    def handle_data(self, data: str) -> None:
        if self._in_payload:
            self.waits = self.waits or json.loads(data)["hydrate"] != "immediate"
            self._in_payload = False

    @override
    def handle_comment(self, data: str) -> None:
        self.waits = self.waits or data.startswith(ISLAND_START)


def _local_files(folder: Path, output: Output, page: str, urls: Iterable[str]) -> list[Path]:
    """Returns the files of the site among URLs of one of its pages."""
    address = page.removesuffix("index.html")
    base = _SITE + (address if output == "static" else address.removesuffix("/"))
    found = [url for url in (urljoin(base, url) for url in urls if url) if url.startswith(_SITE)]
    files = [folder / unquote(urlsplit(url).path).lstrip("/") for url in found]
    return [file for file in files if file.is_file()]


def _sum(sizes: Iterable[Sizes]) -> Sizes:
    return Sizes(*map(sum, zip((0, 0, 0), *sizes, strict=True)))
