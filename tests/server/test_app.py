"""HTTP semantics of the app, over a real server: at the root of a host and mounted in another application."""

import json
import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

import httpx
import pytest
from fastapi import FastAPI

from pyui.testing._server import serving
from tests.sample_app.main import app


class Site(NamedTuple):
    client: httpx.Client
    base: str


@pytest.fixture(scope="module", params=["", "/shop"], ids=["root", "mounted"])
def site(request: pytest.FixtureRequest) -> Iterator[Site]:
    base: str = request.param
    outer = FastAPI()
    outer.mount(base, app)
    with ExitStack() as stack:
        url = stack.enter_context(serving(outer if base else app))
        yield Site(stack.enter_context(httpx.Client(base_url=url)), base)


def get(site: Site, path: str, **headers: str) -> httpx.Response:
    return site.client.get(site.base + path, headers=headers)


STATUSES = [
    ("GET", "/", 200),
    ("HEAD", "/", 200),
    ("GET", "/about?x=1", 200),
    ("GET", "/products/7", 200),
    ("GET", "/docs/deep/er", 200),
    ("GET", "/echo/a%2Fb", 203),
    ("GET", "/echo/a/b", 404),
    ("GET", "/products/seven", 404),
    ("GET", "/products/101", 404),
    ("GET", "/nothing", 404),
    ("HEAD", "/nothing", 404),
    ("POST", "/nothing", 404),
    ("POST", "/about", 405),
    ("DELETE", "/static/style.css", 405),
    ("GET", "/broken", 500),
    ("GET", "/about/", 308),
    ("GET", "/old", 308),
    ("GET", "/%FF", 404),
    ("GET", "/_pyui/nothing", 404),
    ("GET", "/_pyui/../pages.py", 404),
    ("GET", "/static/", 404),
    ("GET", "/static/nothing.css", 404),
    ("GET", "/static/a%20b.txt", 200),
    ("GET", "/static/%2e%2e/pages.py", 404),
    ("GET", "/static/css/%2e%2e/style.css", 404),
    ("GET", "/static/..%2fpages.py", 404),
    ("GET", "/static/..%5cpages.py", 404),
    ("GET", "/static/%2fetc/passwd", 404),
    ("GET", "/static/.hidden", 404),
    ("GET", "/static/style.css%00", 404),
    ("GET", "/favicon.ico", 200),
]


@pytest.mark.parametrize(("method", "path", "status"), STATUSES)
def test_status(site: Site, method: str, path: str, status: int) -> None:
    response = site.client.request(method, site.base + path)
    assert response.status_code == status
    assert response.headers["x-content-type-options"] == "nosniff"


def test_encoded_slash_is_part_of_the_parameter(site: Site) -> None:
    assert "<p>a/b</p>" in get(site, "/echo/a%2Fb").text
    assert "<p>ü &lt;</p>" in get(site, "/echo/%C3%BC%20%3C").text


def test_head_has_the_headers_of_get_and_no_body(site: Site) -> None:
    whole, head = get(site, "/"), site.client.head(f"{site.base}/")
    assert head.content == b""
    for name in ("content-length", "content-type", "etag", "cache-control"):
        assert head.headers[name] == whole.headers[name]
    assert int(whole.headers["content-length"]) == len(whole.content)
    assert whole.headers["content-type"] == "text/html; charset=utf-8"
    assert whole.headers["cache-control"] == "no-cache"


def test_method_not_allowed_says_what_is(site: Site) -> None:
    assert site.client.put(f"{site.base}/about").headers["allow"] == "GET, HEAD"


TAGS = [
    ("{tag}", 304),
    ("{strong}", 304),
    ('"x", {tag}', 304),
    ("*", 304),
    ('"x"', 200),
    ("", 200),
]


@pytest.mark.parametrize(("wanted", "status"), TAGS)
@pytest.mark.parametrize("path", ["/", "/static/module.mjs"])
def test_not_modified(site: Site, path: str, wanted: str, status: int) -> None:
    tag = get(site, path).headers["etag"]
    value = wanted.format(tag=tag, strong=tag.removeprefix("W/"))
    response = get(site, path, **{"If-None-Match": value})
    assert response.status_code == status
    assert response.headers["etag"] == tag
    assert (response.content == b"") == (status == 304)


REDIRECTS = [
    ("/about/", "/about"),
    ("/about/?x=1&y=2", "/about?x=1&y=2"),
    ("/old", "/about"),
    ("/old/7?x=1", "/products/7?x=1"),
]


@pytest.mark.parametrize(("path", "target"), REDIRECTS)
def test_redirects_below_the_base(site: Site, path: str, target: str) -> None:
    assert get(site, path).headers["location"] == site.base + target


@pytest.mark.parametrize("path", ["//evil.example/", "//evil.example", "/about//"])
def test_doubled_slashes_never_redirect(site: Site, path: str) -> None:
    assert (
        site.client.get(
            httpx.URL(str(site.client.base_url)).copy_with(raw_path=(site.base + path).encode())
        ).status_code
        == 404
    )


def test_page_without_live_parts_has_no_script(site: Site) -> None:
    html = get(site, "/about").text
    assert "<script" not in html
    assert "preload" not in html
    assert "_pyui" not in html
    assert f'<div id="pyui-root"><main><h1>About</h1><a href="{site.base}/">Home</a></main></div>' in html


def test_document(site: Site) -> None:
    html = get(site, "/").text
    assert html.startswith('<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">')
    assert "<title>Home &lt;/title&gt;</title>" in html
    assert 'content="A &quot;quoted&quot; text"' in html
    assert f'href="{site.base}/static/favicon.svg"' in html
    assert len(re.findall(rf'href="{site.base}/static/(?:css/more|style)\.[0-9a-f]{{12}}\.css"', html)) == 2
    assert "<title>Product 7</title>" in get(site, "/products/7").text
    assert "<title>Sample</title>" in get(site, "/products").text


def payload_of(html: str) -> dict[str, object]:
    found = re.search(r'<script id="pyui-payload" type="application/json">(.*?)</script>', html, re.DOTALL)
    assert found is not None
    payload: dict[str, object] = json.loads(found[1])
    return payload


def test_payload(site: Site) -> None:
    html = get(site, "/products/7").text
    payload = payload_of(html)
    assert payload["routes"] == "tests.sample_app.routes:routes"
    assert payload["path"] == "/products/7"
    assert payload["base"] == site.base
    assert payload["props"] == {"name": "chair </script> 7"}
    assert payload["build"] == payload_of(get(site, "/").text)["build"]
    assert re.search(rf'<script src="{site.base}/_pyui/runtime-[0-9a-f]+/start.js" type="module">', html)


MEDIA_TYPES = [
    ("/static/style.css", "text/css; charset=utf-8"),
    ("/static/module.mjs", "text/javascript; charset=utf-8"),
    ("/static/favicon.svg", "image/svg+xml"),
]


@pytest.mark.parametrize(("path", "media_type"), MEDIA_TYPES)
def test_static_files(site: Site, path: str, media_type: str) -> None:
    response = get(site, path)
    assert response.headers["content-type"] == media_type
    assert response.headers["cache-control"] == "no-cache"


def test_assets_are_immutable_and_typed(site: Site) -> None:
    html = get(site, "/").text
    urls = [url for url in re.findall(r'(?:href|src)="([^"]*)"', html) if "/_pyui/" in url or url.endswith(".css")]
    (pyodide,), (bundle,) = (re.findall(f'"{name}":"([^"]*)"', html) for name in ("pyodide", "/lib/client.zip"))
    urls += [f"{pyodide}pyodide.mjs", f"{pyodide}pyodide.asm.wasm", bundle]
    types = {}
    for url in urls:
        response = site.client.head(url)
        assert response.status_code == 200
        assert response.headers["cache-control"] == "public, max-age=31536000, immutable"
        types[Path(url).suffix] = response.headers["content-type"]
    assert types == {
        ".css": "text/css; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".mjs": "text/javascript; charset=utf-8",
        ".wasm": "application/wasm",
        ".zip": "application/zip",
    }


def test_loader_sees_the_request(site: Site) -> None:
    response = get(site, "/products", Cookie="name=sofa")
    assert "<li>sofa</li>" in response.text
    assert response.headers["cache-control"] == "private"
    assert "<li>chair</li>" in get(site, "/products").text


def test_plain_error_page_shows_no_detail(site: Site) -> None:
    html = get(site, "/broken").text
    assert "Internal Server Error" in html
    assert "on purpose" not in html
    assert "No such product." in get(site, "/products/101").text
