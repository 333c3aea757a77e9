"""What an app refuses when it is made, and what it does differently while developing."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from pyui import App, PyuiError, Route, component, href, raw, signal
from pyui.build._blocking import wait_for
from pyui.html import link, p
from pyui.server import RenderMode, ServerRoute
from pyui.server._dominate import tags
from pyui.view import Node


@component
def Static() -> Node:
    return p("static")


@component
def Live() -> Node:
    return p(signal("live"))


@component
def Broken() -> Node:
    raise ValueError("broken <on purpose>")


@component
def Needs(thing: str) -> Node:
    return p(thing)


def anonymous_routes() -> list[Route]:
    return [Route("/", Static), Route("/live", Live), Route("/broken", Broken), Route("/needs", Needs)]


def client(app: App) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test")


async def fetch(app: App, path: str, **options: Any) -> httpx.Response:
    async with client(app) as session:
        return await session.get(path, **options)


def get(app: App, path: str, **options: Any) -> httpx.Response:
    return wait_for(fetch(app, path, **options))


REFUSED: list[tuple[str, Callable[[], object], str]] = [
    ("PYUI501", lambda: App("nothing.at.all:routes"), 'no module "nothing"'),
    ("PYUI501", lambda: App("tests.sample_app.route:routes"), "tests.sample_app.routes?"),
    ("PYUI501", lambda: App("tests.sample_app.routes:route"), "Did you mean routes"),
    ("PYUI501", lambda: App("tests.sample_app.routes"), "no import string"),
    ("PYUI501", lambda: App("tests.sample_app.main:app"), "no list"),
    ("PYUI302", lambda: App([Route("/", Static), Route("/", Live)]), "match the same paths"),
    ("PYUI301", lambda: App([Route("about", Static)]), "start with a slash"),
    ("PYUI304", lambda: App([Static]), "no Route"),  # type: ignore[list-item]
    ("PYUI506", lambda: App([], ["/about"]), "no ServerRoute"),  # type: ignore[list-item]
    ("PYUI506", lambda: ServerRoute("/", loader={"a": 1}), "cannot be called"),  # type: ignore[arg-type]
    ("PYUI301", lambda: ServerRoute("/a/**/b/{"), "'{'"),
    ("PYUI504", lambda: App([], static="nowhere"), "nowhere"),
    ("PYUI504", lambda: App([], static="../sample_app/static", stylesheets=["no.css"]), "no.css"),
    ("PYUI504", lambda: App([], stylesheets=["style.css"]), "the app has none"),
    ("PYUI505", lambda: App([], head=["<link>"]), "no markup"),
]


@pytest.mark.parametrize(("code", "make", "part"), REFUSED)
def test_refuses_at_the_users_line(code: str, make: Callable[[], object], part: str) -> None:
    with pytest.raises(PyuiError) as caught:
        make()
    assert caught.value.code == code
    assert part in str(caught.value)
    assert caught.value.where is not None
    assert caught.value.where.file == __file__


def test_live_page_of_a_list_that_no_module_holds() -> None:
    app = App(anonymous_routes(), debug=True)
    assert get(app, "/").status_code == 200
    response = get(app, "/live")
    assert response.status_code == 500
    assert "PYUI502" in response.text


def test_list_in_a_module_is_found() -> None:
    from tests.sample_app import routes

    assert App(routes.routes).routes.import_string() == "tests.sample_app.routes:routes"


def test_traceback_page_in_debug_escapes_and_names_the_line() -> None:
    response = get(App(anonymous_routes(), debug=True), "/broken")
    assert response.status_code == 500
    assert "broken &lt;on purpose&gt;" in response.text
    assert "while rendering Broken" in response.text
    line = Path(__file__).read_text().splitlines().index('    raise ValueError("broken <on purpose>")') + 1
    assert f"{__file__}:{line}" in response.text


def test_plain_page_logs_the_error(caplog: pytest.LogCaptureFixture) -> None:
    response = get(App(anonymous_routes()), "/broken")
    assert "on purpose" not in response.text
    assert "on purpose" in caplog.text


def test_missing_argument_points_at_the_route() -> None:
    routes = anonymous_routes()
    response = get(App(routes, debug=True), "/needs")
    assert str(routes[-1].where) in response.text
    assert "&#x27;thing&#x27;" in response.text or "'thing'" in response.text


BAD_PROPS: list[tuple[Any, str, str]] = [
    (None, "PYUI503", "NoneType"),
    ([], "PYUI503", "list"),
    ({"when": object()}, "PYUI220", "props.when is a object"),
    ({"items": [0, 1, 2, {"when": lambda: 1}]}, "PYUI220", "props.items[3].when is a function"),
]


@pytest.mark.parametrize(("props", "code", "part"), BAD_PROPS)
def test_props_that_cannot_travel(props: Any, code: str, part: str) -> None:
    server_route = ServerRoute("/", loader=lambda request: props)
    response = get(App([Route("/", Static)], [server_route], debug=True), "/")
    assert response.status_code == 500
    assert code in response.text
    assert part in response.text
    assert str(server_route.where) in response.text


def test_component_gets_the_props_that_the_browser_will_see() -> None:
    seen: list[object] = []
    given = {"value": [1, 2.5, "x", True, None, {"a": "\u2028"}]}

    @component
    def See(value: object) -> Node:
        seen.append(value)
        return p("seen")

    get(App([Route("/", See)], [ServerRoute("/", loader=lambda request: given)]), "/")
    assert seen == [given["value"]]
    assert seen[0] is not given["value"]


def test_prerendered_page_is_made_once_without_a_request() -> None:
    requests: list[object] = []

    def load(request: object) -> dict[str, Any]:
        requests.append(request)
        return {}

    app = App([Route("/", Static)], [ServerRoute("/**", RenderMode.PRERENDER, loader=load)])
    assert get(app, "/").text == get(app, "/").text
    assert requests == [None]


def test_client_mode_sends_an_empty_root() -> None:
    from tests.sample_app import routes

    app = App(routes.routes, [ServerRoute("/broken", RenderMode.CLIENT), ServerRoute("/**")])
    response = get(app, "/broken")
    assert response.status_code == 200
    assert '<div id="pyui-root"></div>' in response.text
    assert '"mode":"client"' in response.text


def test_head_items_and_stylesheets() -> None:
    @component
    def Canonical() -> Node:
        return link(rel="canonical", href=href("/"))

    head = [raw('<meta name="a" content="b">'), Canonical(), tags.link(rel="me", href="/me")]
    app = App([Route("/", Static)], head=head, stylesheets=["/own.css", "https://other.example/x.css"], lang="de")
    html = get(app, "/").text
    assert '<html lang="de">' in html
    for part in ('<meta name="a" content="b">', '<link href="/" rel="canonical">', 'rel="me"', 'href="/own.css"'):
        assert part in html
    assert 'href="https://other.example/x.css"' in html


def test_link_out_of_the_static_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "static").mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "static" / "out.txt").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "static" / "in.txt").write_text("fine")
    app = App([], static=tmp_path / "static")
    assert get(app, "/static/out.txt").status_code == 404
    assert get(app, "/static/in.txt").text == "fine"
    assert get(app, "/favicon.ico").status_code == 204


def test_half_a_character_is_no_server_error():
    @component
    def Half() -> Node:
        return p("a\ud800b")

    response = get(App([Route("/", Half)]), "/")
    assert response.status_code == 200
    assert "<p>a?b</p>" in response.text
