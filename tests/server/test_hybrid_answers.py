"""What a server answers for the routes of a hybrid app: from the build, by rendering, by the shell."""

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Any

import brotli
import pytest

from pyui import App, Link, PyuiError, Route, component
from pyui.build import build_site
from pyui.html import div
from pyui.server import PrerenderFallback, ServerRoute
from pyui.view import Node
from tests.hybrid_app.pages import ran
from tests.support.hybrid import PRERENDER, build, canonical, get, manifest, payload_of, static_app

FALLBACKS: list[tuple[PrerenderFallback, int, str, list[str]]] = [
    # fallback, status, what the answer holds, what runs
    (PrerenderFallback.SERVER, 200, "Post 5: other", ["post 5 'other'"]),
    (PrerenderFallback.CLIENT, 200, "One moment", []),
    (PrerenderFallback.NONE, 404, "Nothing is here", ["lost"]),
]


@pytest.mark.parametrize(("fallback", "status", "part", "runs"), FALLBACKS)
def test_fallback(dist: Path, fallback: PrerenderFallback, status: int, part: str, runs: list[str]) -> None:
    app = canonical(fallback, prerendered=dist)
    ran.clear()
    response = get(app, "/post/5/other")
    assert (response.status_code, ran) == (status, runs)
    assert part in response.text


PAGES: list[tuple[str, int, dict[str, str], str, list[str]]] = [
    # path, status, headers, what the answer holds, what runs
    ("/about", 200, {"x-page": "about", "cache-control": "no-cache"}, "About us", []),
    ("/about?x=1", 200, {}, "About us", []),
    ("/post/1/foo/3", 200, {}, "Post 1: foo/3", []),
    ("/post/2/bar/4", 200, {}, "Post 2: bar/4", []),
    ("/post/2/%62ar/4", 200, {}, "Post 2: bar/4", []),
    ("/about/", 308, {"location": "/about"}, "", []),
    ("/post/1/foo/3/?x=1", 308, {"location": "/post/1/foo/3?x=1"}, "", []),
    ("/profile", 200, {"cache-control": "private"}, "Your profile", ["profile"]),
    ("/editor/7", 200, {}, "One moment", []),
    ("/old", 308, {"location": "/about"}, "", []),
    ("/nothing", 404, {}, "Nothing is here", ["lost"]),
    ("/post/x/y", 404, {}, "Nothing is here", ["lost"]),
    ("/sitemap.xml", 200, {"content-type": "text/xml"}, "/post/1/foo/3</loc>", []),
    ("/robots.txt", 200, {}, "Sitemap: https://example.org/sitemap.xml", []),
    ("/prerendered-routes.json", 404, {}, "Nothing is here", ["lost"]),
    ("/about/index.html", 404, {}, "Nothing is here", ["lost"]),
    ("/_pyui/build.json.gz", 404, {}, "", ["lost"]),
    ("/_pyui/../prerendered-routes.json", 404, {}, "", ["lost"]),
]


@pytest.mark.parametrize(("path", "status", "headers", "part", "runs"), PAGES, ids=[row[0] for row in PAGES])
def test_answers(  # noqa: PLR0917 - a table has as many columns as it needs
    dist: Path, path: str, status: int, headers: dict[str, str], part: str, runs: list[str]
) -> None:
    app = canonical(prerendered=dist)
    ran.clear()
    response = get(app, path)
    assert (response.status_code, ran) == (status, runs)
    assert {name: response.headers[name].partition(";")[0] for name in headers} == headers
    assert part in response.text


def test_conditional_head_and_length(dist: Path) -> None:
    app = canonical(prerendered=dist)
    whole = get(app, "/about", headers={"Accept-Encoding": "identity"})
    assert int(whole.headers["content-length"]) == len(whole.content) == (dist / "about/index.html").stat().st_size
    assert whole.headers["etag"] == f'W/"{manifest(dist.parent)["/about"]["hash"]}"'
    assert whole.headers["vary"] == "Accept-Encoding"
    again = get(app, "/about", headers={"If-None-Match": whole.headers["etag"]})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", whole.headers["etag"])
    head = get(app, "/about", method="HEAD", headers={"Accept-Encoding": "identity"})
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == whole.headers["content-length"]
    assert get(app, "/about", method="POST").status_code == 405


ENCODINGS: list[tuple[str, str]] = [
    ("", ""),
    ("identity", ""),
    ("gzip", "gzip"),
    ("gzip, deflate, br", "br"),
    ("br;q=0.1, gzip;q=0.9", "gzip"),
    ("br;q=0, gzip", "gzip"),
    ("*", "br"),
    ("*;q=0", ""),
    ("gzip;q=nonsense", ""),
]


@pytest.mark.parametrize(("accepted", "encoding"), ENCODINGS)
def test_precompressed_variants(dist: Path, accepted: str, encoding: str) -> None:
    response = get(canonical(prerendered=dist), "/about", headers={"Accept-Encoding": accepted})
    plain = (dist / "about/index.html").read_bytes()
    assert response.headers.get("content-encoding", "") == encoding
    assert int(response.headers["content-length"]) == len(response.content)
    unpack: dict[str, Callable[[bytes], bytes]] = {"": bytes, "gzip": gzip.decompress, "br": brotli.decompress}
    assert unpack[encoding](response.content) == plain
    assert not encoding or len(response.content) < len(plain)


def test_small_pages_have_no_variants(dist: Path) -> None:
    assert not (dist / "post/1/foo/3/index.html.br").exists()


def test_pages_link_their_neighbours_wherever_they_are_mounted(tmp_path: Path) -> None:
    @component
    def Linking() -> Node:
        return div(Link("about", to="/about"))

    routes = [Route("/a/{id}/b", Linking)]
    line = ServerRoute("/a/{id}/b", PRERENDER, prerender_params=lambda: [{"id": "1"}])
    build_site(App(routes, [line]), tmp_path / "server", output="server")
    build_site(App(routes, [line]), tmp_path / "static", output="static")
    assert 'href="../../about"' in (tmp_path / "server/a/1/b/index.html").read_text()
    assert 'href="../../../about"' in (tmp_path / "static/a/1/b/index.html").read_text()


def test_without_a_build_prerendered_pages_are_made_at_the_first_request() -> None:
    app = canonical()
    ran.clear()
    assert get(app, "/about").text == get(app, "/about").text
    assert get(app, "/post/9/x").status_code == 200
    assert ran == ["about", "post 9 'x'"]


def test_static_build_is_not_served(tmp_path: Path) -> None:
    build(static_app(), tmp_path)
    with pytest.raises(PyuiError, match=r"PYUI525.*static build"):
        canonical(prerendered=tmp_path / "dist")


def test_shell_and_payload_of_a_client_page() -> None:
    response = get(canonical(), "/editor/7")
    assert '<div id="pyui-root"><p>One moment</p></div>' in response.text
    payload = payload_of(response.text)
    assert (payload["mode"], payload["path"], payload["hydrate"]) == ("client", "/editor/7", "idle")


@pytest.mark.parametrize(("hydrate", "scripts"), [("never", 0), ("idle", 3), ("viewport", 3), ("immediate", 3)])
def test_hydrate(hydrate: Any, scripts: int) -> None:
    app = App("tests.hybrid_app.routes:live", [ServerRoute("/", hydrate=hydrate)])
    html = get(app, "/").text
    assert "live" in html
    assert html.count("<script") == scripts
