"""The canonical hybrid app, and what its tests do with it."""

import json
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, NamedTuple

import httpx

from pyui import App, Route
from pyui.build import BuiltSite, build_site
from pyui.build._blocking import wait_for
from pyui.server import PrerenderFallback, RenderMode, ServerRoute
from tests.hybrid_app.pages import About, Lost, Show, Waiting
from tests.hybrid_app.routes import POST

SERVER, PRERENDER, CLIENT = RenderMode.SERVER, RenderMode.PRERENDER, RenderMode.CLIENT


class Built(NamedTuple):
    site: BuiltSite
    dist: Path


async def post_params() -> AsyncIterator[dict[str, object]]:
    yield {"id": 1, "rest": "foo/3"}
    yield {"id": 2, "rest": "bar/4"}


def canonical(fallback: PrerenderFallback = PrerenderFallback.SERVER, **options: Any) -> App:
    lines = [
        ServerRoute("/about", PRERENDER, headers={"X-Page": "about"}),
        ServerRoute("/profile", SERVER, headers={"Cache-Control": "private"}),
        ServerRoute("/editor/**", CLIENT, hydrate="idle"),
        ServerRoute("/post/{id}/**", PRERENDER, prerender_params=post_params, fallback=fallback),
        ServerRoute("/**", SERVER, status=404),
    ]
    return App("tests.hybrid_app.routes:canonical", lines, shell=Waiting, **options)


def static_app(**options: Any) -> App:
    routes = [
        Route("/about", About),
        Route("/editor/{id}", Show),
        Route(POST, Show),
        Route("/old", redirect_to="/about"),
        Route("/older/{id:int}", redirect_to="/post/{id}/x"),
        Route("/**", Lost),
    ]
    lines = [
        ServerRoute("/about", PRERENDER, headers={"X-Page": "about"}),
        ServerRoute("/editor/{id}", hydrate="never"),
        ServerRoute(
            "/post/{id}/**", PRERENDER, prerender_params=post_params, headers={"X-Post": "yes"}, hydrate="never"
        ),
        ServerRoute("/**", SERVER, status=404),
    ]
    return App(routes, lines, **options)


def build(app: App, folder: Path, *, base_url: str = "") -> BuiltSite:
    return build_site(app, folder / "dist", base_url=base_url)


def manifest(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "dist/prerendered-routes.json").read_text())
    return found


def pages_of(folder: Path) -> set[str]:
    return {file.relative_to(folder / "dist").as_posix() for file in (folder / "dist").rglob("*.html")}


def payload_of(html: str) -> dict[str, Any]:
    found = re.search(r'id="pyui-payload" type="application/json">(.*?)</script>', html, re.DOTALL)
    assert found is not None
    payload: dict[str, Any] = json.loads(found[1])
    return payload


def get(app: App, path: str, *, method: str = "GET", headers: dict[str, str] | None = None) -> httpx.Response:
    """Requests a path. The answer's content is as it was sent, still compressed."""

    async def fetch() -> httpx.Response:
        transport = httpx.ASGITransport(app)
        url = httpx.URL("http://test").copy_with(raw_path=path.encode())
        answer = await transport.handle_async_request(httpx.Request(method, url, headers=headers))
        content = b"".join([part async for part in answer.stream])  # type: ignore[union-attr]
        plain = [(name, value) for name, value in answer.headers.items() if name != "content-encoding"]
        whole = httpx.Response(answer.status_code, headers=plain, content=content)
        whole.headers.update(answer.headers)
        return whole

    return wait_for(fetch())
