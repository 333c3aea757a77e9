"""The request and the response inside of components and loaders; redirects and missing pages."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import Any

import httpx
import pytest
from fastapi import Depends, FastAPI
from starlette.requests import Request
from starlette.responses import Response

from pyui import App, Route, is_server, not_found, redirect, render_to_string, request, response
from pyui.build._blocking import wait_for
from pyui.errors import RouteError
from pyui.router import Redirect, RouteTargetError
from pyui.server import RenderMode, ServerRoute
from tests.sample_app.exchange import Price, Who


async def load_by_name(asked: Request | None, what: str) -> dict[str, Any]:
    answer = response()
    if answer is not None:
        answer.set_cookie("loader", what)
    if what == "redirect":
        redirect("/who/1")
    if what == "missing":
        not_found()
    return {}


def load_sync(asked: Request | None, n: int) -> dict[str, Any]:
    assert request() is asked
    if n == 404:
        not_found()
    return {}


def make_app() -> App:
    server_routes = [
        ServerRoute("/loaded", loader=lambda asked: {"price": Price(Decimal("9.90"))}),
        ServerRoute("/loader/{what}", loader=load_by_name),
        ServerRoute("/missing/{n}", loader=load_sync),
        ServerRoute("/who/{n}", loader=load_sync),
        ServerRoute("/prerendered", RenderMode.PRERENDER),
        ServerRoute("/**", status=404),
    ]
    return App("tests.sample_app.exchange:routes", server_routes)


def outer_app() -> FastAPI:
    outer = FastAPI()

    @outer.middleware("http")
    async def put_user(asked: Request, go_on: Callable[[Request], Awaitable[Response]]) -> Response:
        asked.state.user = asked.headers.get("x-user", "ann")
        return await go_on(asked)

    outer.mount("/app", make_app())
    return outer


@pytest.fixture(scope="module")
def app() -> FastAPI:
    return outer_app()


async def fetch(app: Any, path: str, **headers: str) -> httpx.Response:
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        return await client.get(path, headers=headers)


def get(app: Any, path: str, **headers: str) -> httpx.Response:
    return wait_for(fetch(app, path, **headers))


def test_components_see_the_request_and_what_middleware_put_there(app: FastAPI) -> None:
    html = get(app, "/app/who/7").text
    assert html.count("ann 7") == 3
    assert "<p>server</p><p>False</p>" in html


def test_no_request_outside_of_one(app: FastAPI) -> None:
    assert request() is None
    assert response() is None
    assert is_server()
    assert "nobody" in render_to_string(Who())
    assert get(app, "/app/prerendered", **{"X-User": "bob"}).text.count("nobody") == 3


def test_dependencies_of_a_route_of_fastapi() -> None:
    pages, outer = make_app(), FastAPI()

    def put_user(asked: Request) -> None:
        asked.state.user = "from a dependency"

    @outer.get("/{path:path}", dependencies=[Depends(put_user)])
    async def page(asked: Request) -> Response:
        return await pages.respond(asked)

    assert get(outer, "/who/3").text.count("from a dependency 3") == 3


def test_a_page_says_status_headers_and_cookies(app: FastAPI) -> None:
    answer = get(app, "/app/answer/status")
    assert answer.status_code == 418
    assert answer.headers["x-what"] == "status"
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert int(answer.headers["content-length"]) == len(answer.content)
    cookies = answer.headers.get_list("set-cookie")
    assert cookies[0] == "seen=status; HttpOnly; Path=/; SameSite=lax"
    assert cookies[1].startswith('old=""')


def test_cookies_come_with_not_modified(app: FastAPI) -> None:
    tag = get(app, "/app/answer/plain").headers["etag"]
    answer = get(app, "/app/answer/plain", **{"If-None-Match": tag})
    assert answer.status_code == 304
    assert answer.headers.get_list("set-cookie")[0].startswith("seen=plain")


def test_a_redirect_keeps_the_cookies(app: FastAPI) -> None:
    answer = get(app, "/app/answer/redirect")
    assert (answer.status_code, answer.headers["location"]) == (307, "/app/login")
    assert answer.headers["set-cookie"].startswith("seen=redirect")
    assert answer.headers["cache-control"] == "no-store"


REDIRECTS = [
    ("/private", 303, "/app/login?next=/private"),
    ("/loader/redirect", 303, "/app/who/1"),
    ("/moved", 302, "/app/loaded"),
    ("/gone/7", 301, "https://other.example/7"),
]


@pytest.mark.parametrize(("path", "status", "target"), REDIRECTS)
def test_redirects(app: FastAPI, path: str, status: int, target: str) -> None:
    answer = get(app, f"/app{path}")
    assert (answer.status_code, answer.headers["location"]) == (status, target)
    data = get(app, f"/app/_pyui/data{path}.json")
    assert data.status_code == 200
    assert data.json() == {"redirect": target, "status": status}


@pytest.mark.parametrize("path", ["/missing", "/missing/404", "/missing/1", "/loader/missing", "/a/b"])
def test_missing_pages_are_those_of_the_route_for_all_paths(app: FastAPI, path: str) -> None:
    answer = get(app, f"/app{path}")
    assert answer.status_code == 404
    assert f"Nothing at {path[1:]}." in answer.text
    assert "<title>Not found</title>" in answer.text
    assert '"found":false' in answer.text or path == "/a/b"


@pytest.mark.parametrize("path", ["/missing", "/missing/404", "/loader/missing"])
def test_data_of_missing_pages(app: FastAPI, path: str) -> None:
    data = get(app, f"/app/_pyui/data{path}.json")
    assert (data.status_code, data.json()) == (404, {"found": False})


def test_missing_page_without_a_route_for_all_paths() -> None:
    from tests.sample_app.exchange import routes

    answer = get(App(routes[:-1]), "/missing")
    assert answer.status_code == 404
    assert "There is nothing at this address." in answer.text


BAD_TARGETS = [
    "", "login", "//evil.example", "/\\evil.example", "javascript:alert(1)", "data:text/html,x", "/a\r\nX: y", "/a b",
    None,
]  # fmt: skip


@pytest.mark.parametrize("url", BAD_TARGETS)
def test_redirects_lead_to_pages_alone(url: Any) -> None:
    with pytest.raises(RouteError) as caught:
        redirect(url)
    assert caught.value.code == "PYUI310"
    assert caught.value.where is not None
    assert caught.value.where.file == __file__


def test_statuses() -> None:
    with pytest.raises(RouteError, match="PYUI310"):
        redirect("/a", 200)
    for status in (301, 302, 303, 307, 308):
        with pytest.raises(Redirect) as caught:
            redirect("/a", status)
        assert caught.value.status == status
    with pytest.raises(RouteTargetError, match="status 200"):
        Route("/a", redirect_to="/b", status=200)
    with pytest.raises(RouteTargetError, match="no redirect_to"):
        Route("/a", Who, status=301)


async def load_slowly(asked: Request | None, n: int) -> dict[str, Any]:
    """Gives way to other requests, and tells on itself when it sees one of them."""
    for _ in range(random.randrange(5)):
        await asyncio.sleep(0)
        check(asked, n)
    nested = asyncio.create_task(asyncio.to_thread(check, asked, n))
    await nested
    answer = response()
    assert answer is not None
    answer.headers["X-N"] = str(n)
    return {}


def check(asked: Request | None, n: int) -> None:
    seen = request()
    assert seen is asked
    assert seen is not None
    assert seen.path_params["n"] == n


def test_interleaved_requests_never_see_each_other() -> None:
    pages = App("tests.sample_app.exchange:routes", [ServerRoute("/who/{n}", loader=load_slowly), ServerRoute("/**")])
    outer = FastAPI()

    @outer.middleware("http")
    async def put_user(asked: Request, go_on: Callable[[Request], Awaitable[Response]]) -> Response:
        asked.state.user = asked.headers["x-user"]
        return await go_on(asked)

    outer.mount("", pages)

    async def many(first: int) -> None:
        numbers = range(first, first + 30)
        answers = await asyncio.gather(*(fetch(outer, f"/who/{n}", **{"X-User": f"user{n}"}) for n in numbers))
        for n, answer in zip(numbers, answers, strict=True):
            assert answer.status_code == 200
            assert answer.text.count(f"user{n} {n}<") == 3
            assert answer.text.count("user") == 3
            assert answer.headers["x-n"] == str(n)

    with ThreadPoolExecutor(3) as threads:
        for done in [threads.submit(asyncio.run, many(first)) for first in (0, 100, 200)]:
            done.result()
    assert request() is None
