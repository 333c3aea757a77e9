"""Hybrid rendering, a table for each group of rules: the joined tables, prerender_params, the output."""

import re
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from pyui import App, PyuiError, Route
from pyui.build import Output, build_site
from pyui.html import p
from pyui.server import PrerenderFallback, ServerRoute
from tests.hybrid_app.pages import Frame, Lost, Show, Waiting
from tests.hybrid_app.routes import POST
from tests.support.hybrid import (
    CLIENT,
    PRERENDER,
    SERVER,
    Built,
    build,
    canonical,
    get,
    manifest,
    pages_of,
    payload_of,
    static_app,
)

# 1. The two tables are joined when the app is made.


def one_post() -> list[dict[str, object]]:
    return [{"id": 1, "rest": "foo/3"}]


def table(path: str, *lines: ServerRoute) -> Callable[[], object]:
    return lambda: App([Route(path, Show)], lines)


def same_everywhere(*paths: str) -> list[Route]:
    return [Route(path, Show) for path in paths]


REFUSED: list[tuple[str, Callable[[], object], str, str, str]] = [
    # rule, table, code, what the offending line holds, what to write instead
    ("matches no route", lambda: App(same_everywhere("/about"), [ServerRoute("/about"), ServerRoute("/abuot")]),
     "PYUI520", 'ServerRoute("/abuot")', 'ServerRoute("/about", …)'),
    ("one path of a pattern", lambda: App(same_everywhere("/a/{id}"), [ServerRoute("/a/{id}"), ServerRoute("/a/1")]),
     "PYUI520", 'ServerRoute("/a/1")', 'ServerRoute("/a/{id}", …)'),
    ("* for a rest", lambda: App(same_everywhere("/a/{x:path}"), [ServerRoute("/a/**"), ServerRoute("/a/*")]),
     "PYUI522", 'ServerRoute("/a/*")', 'ServerRoute("/a/**", …)'),
    ("never reached", lambda: App(same_everywhere("/a"), [ServerRoute("/**"), ServerRoute("/a", PRERENDER)]),
     "PYUI520", 'ServerRoute("/a", PRERENDER)', "The first one wins"),
    ("not covered", lambda: App([Route("/a", Show), Route("/b", Show)], [ServerRoute("/a")]),
     "PYUI521", 'Route("/b", Show)', 'Add ServerRoute("/b", RenderMode.SERVER), or ServerRoute("/**"'),
    ("child not covered",
     lambda: App([Route("/a", Frame, children=[Route("", Show), Route("{x}", Show)])], [ServerRoute("/a")]),
     "PYUI521", 'Route("{x}", Show)', 'Add ServerRoute("/a/{x}", RenderMode.SERVER)'),
    ("other name", table("/a/{id:int}", ServerRoute("/a/{number}")),
     "PYUI522", 'ServerRoute("/a/{number}")', 'ServerRoute("/a/{id}", …)'),
    ("other kind", table("/a/{id:int}", ServerRoute("/a/{id:uuid}")),
     "PYUI522", 'ServerRoute("/a/{id:uuid}")', 'ServerRoute("/a/{id}", …)'),
    ("no params", table("/a/{id:int}", ServerRoute("/a/{id}", PRERENDER)),
     "PYUI523", 'ServerRoute("/a/{id}", PRERENDER)', 'prerender_params=lambda: [{"id": …}]'),
    ("no params behind **", table(POST, ServerRoute("/**", PRERENDER)),
     "PYUI523", 'ServerRoute("/**", PRERENDER)', 'ServerRoute("/post/{id}/**", RenderMode.PRERENDER'),
    ("no name for a value", table("/a/*", ServerRoute("/a/*", PRERENDER, prerender_params=one_post)),
     "PYUI523", 'ServerRoute("/a/*", PRERENDER', "Write {name} for *"),
    ("params for two routes",
     lambda: App(same_everywhere("/a/{x}", "/a/{x}/{y}"), [ServerRoute("/a/**", PRERENDER, prerender_params=shops)]),
     "PYUI506", 'ServerRoute("/a/**", PRERENDER', "different parameters"),
    ("status", lambda: ServerRoute("/a", PRERENDER, status=200),
     "PYUI524", 'ServerRoute("/a", PRERENDER, status=200)', "leave status out"),
    ("no such status", lambda: ServerRoute("/a", status=99),
     "PYUI506", "status=99", "200 to 599"),
    ("params on SERVER", lambda: ServerRoute("/a/{id}", SERVER, prerender_params=one_post),
     "PYUI506", 'ServerRoute("/a/{id}", SERVER', "RenderMode.PRERENDER"),
    ("fallback on CLIENT", lambda: ServerRoute("/a/{id}", CLIENT, fallback=PrerenderFallback.NONE),
     "PYUI506", 'ServerRoute("/a/{id}", CLIENT', "Leave fallback out"),
    ("params called", lambda: ServerRoute("/a/{id}", PRERENDER, prerender_params=one_post()),  # type: ignore[arg-type]
     "PYUI506", "prerender_params=one_post()", "without calling it"),
    ("hydrate", lambda: ServerRoute("/a", hydrate="soon"),  # type: ignore[arg-type]
     "PYUI506", 'hydrate="soon"', "'immediate', 'idle', 'viewport', 'interaction', 'never'"),
    ("hydrate never on CLIENT", lambda: ServerRoute("/a", CLIENT, hydrate="never"),
     "PYUI506", 'hydrate="never"', "leave hydrate out"),
    ("mode", lambda: ServerRoute("/a", "prerender"),  # type: ignore[arg-type]
     "PYUI506", 'ServerRoute("/a", "prerender")', "RenderMode.PRERENDER"),
    ("header", lambda: ServerRoute("/a", headers={"X-A": "b\r\nX-C: d"}),
     "PYUI506", 'ServerRoute("/a", headers', "one line"),
    ("something behind **", lambda: ServerRoute("/a/**/b"),
     "PYUI301", "/a/**/b", "Move it to the end"),
    ("shell", lambda: App(same_everywhere("/a"), shell=p("wait")),  # type: ignore[arg-type]
     "PYUI526", "shell", "@component"),
    ("no build", lambda: App(same_everywhere("/a"), prerendered="/nowhere"),
     "PYUI525", "/nowhere", "pyui build"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "make", "code", "line", "fix"), REFUSED, ids=[row[0] for row in REFUSED])
def test_refused(rule: str, make: Callable[[], object], code: str, line: str, fix: str) -> None:
    with pytest.raises(PyuiError) as caught:
        make()
    assert caught.value.code == code
    assert line in str(caught.value)
    assert fix in str(caught.value)
    assert caught.value.where is not None
    assert caught.value.where.file == __file__


ACCEPTED: list[tuple[str, str, str]] = [
    # the route's pattern, the server route's, a path
    ("/", "/", "/"),
    ("/a", "/*", "/a"),
    ("/a/{id:int}", "/a/{id}", "/a/1"),
    ("/a/{id:int}", "/a/{id:int}", "/a/1"),
    ("/a/{id:int}", "/a/*", "/a/1"),
    ("/a/{id:int}", "/a/**", "/a/1"),
    ("/a", "/a/**", "/a"),
    (POST, "/post/{id}/**", "/post/1/x/y"),
    (POST, "/post/*/{rest:path}", "/post/1/x/y"),
    ("/a/*", "/a/*", "/a/1"),
    ("/a/**", "/a/**", "/a/b/c"),
    ("/a", "/**", "/a"),
]


@pytest.mark.parametrize(("route", "line", "path"), ACCEPTED)
def test_covered(route: str, line: str, path: str) -> None:
    app = App([Route(route, Show)], [ServerRoute(line, headers={"X-Line": line}), ServerRoute("/**")])
    assert get(app, path).headers["x-line"] == line


def test_first_match_wins_and_each_route_has_one() -> None:
    lines = [ServerRoute("/a", status=201), ServerRoute("/{x}", status=202), ServerRoute("/**", status=203)]
    app = App(same_everywhere("/a", "/{x}", "/{x}/{y}"), lines)
    assert [get(app, path).status_code for path in ("/a", "/b", "/b/c")] == [201, 202, 203]


def test_default_without_a_table() -> None:
    app = App(same_everywhere("/a/{id:int}"))
    assert get(app, "/a/7").status_code == 200
    assert [entry.server_route.mode for entry in app.table.entries] == [SERVER]


def test_error_status_behind_a_rest_is_for_what_has_no_route() -> None:
    app = App([Route("/", Show), Route("/**", Lost)], [ServerRoute("/**", SERVER, status=404)])
    assert get(app, "/").status_code == 200
    assert get(app, "/x/y").status_code == 404
    assert "Nothing is here" in get(app, "/x/y").text


def test_catch_all_without_a_line_of_its_own_is_the_not_found_page() -> None:
    app = App([Route("/a/{id:int}", Show), Route("/**", Lost)])
    assert (get(app, "/a/x").status_code, get(app, "/").status_code) == (404, 404)


# 2. prerender_params.


async def later() -> list[dict[str, object]]:
    return [{"id": 1}, {"id": "2"}]


async def streamed() -> AsyncIterator[dict[str, object]]:
    for number in (1, 2):
        yield {"id": number}


def yielded() -> Iterator[dict[str, object]]:
    yield {"id": 1}
    yield {"id": 2}


U = UUID("123e4567-e89b-12d3-a456-426614174000")

PARAMS: list[tuple[str, str, Callable[..., Any], list[str]]] = [
    # rule, pattern, function, the paths
    ("list", "/a/{id:int}", lambda: [{"id": 1}, {"id": 2}], ["/a/1", "/a/2"]),
    ("generator", "/a/{id:int}", yielded, ["/a/1", "/a/2"]),
    ("async list", "/a/{id:int}", later, ["/a/1", "/a/2"]),
    ("async generator", "/a/{id:int}", streamed, ["/a/1", "/a/2"]),
    ("none at all", "/a/{id:int}", list, []),
    ("converted", "/a/{id:int}", lambda: [{"id": "007"}, {"id": -1}], ["/a/7", "/a/-1"]),
    ("float", "/a/{x:float}", lambda: [{"x": 1.5}, {"x": 2}, {"x": "2.50"}], ["/a/1.5", "/a/2.0", "/a/2.5"]),
    ("uuid", "/a/{x:uuid}", lambda: [{"x": U}, {"x": str(U).upper()}], [f"/a/{U}"]),
    ("text", "/a/{x}", lambda: [{"x": "ü b"}, {"x": 5}], ["/a/%C3%BC%20b", "/a/5"]),
    ("catch-all", "/a/{x:path}", lambda: [{"x": "b/c"}, {"x": "d"}], ["/a/b/c", "/a/d"]),
    ("twice the same", "/a/{id:int}", lambda: [{"id": 1}, {"id": "1"}], ["/a/1"]),
]


@pytest.mark.parametrize(("rule", "pattern", "function", "paths"), PARAMS, ids=[row[0] for row in PARAMS])
def test_params(tmp_path: Path, rule: str, pattern: str, function: Callable[..., Any], paths: list[str]) -> None:
    line = ServerRoute(re.sub(r":(?!path)\w+", "", pattern), PRERENDER, prerender_params=function)
    build(App([Route(pattern, Show)], [line]), tmp_path)
    assert list(manifest(tmp_path)) == paths


BAD_PARAMS: list[tuple[str, str, Callable[..., Any], str]] = [
    ("wrong kind", "/a/{id:int}", lambda: [{"id": "x"}], "id is 'x', which is no whole number"),
    ("bool", "/a/{id:int}", lambda: [{"id": True}], "id is True, which is no whole number"),
    ("not finite", "/a/{x:float}", lambda: [{"x": float("nan")}], "x is nan, which is no decimal number"),
    ("None", "/a/{x}", lambda: [{"x": None}], "x is None, which is no text"),
    ("empty", "/a/{x}", lambda: [{"x": ""}], "x is '', which cannot stand in a path"),
    ("slash", "/a/{x}", lambda: [{"x": "b/c"}], "x is 'b/c', which cannot stand in a path"),
    ("up", "/a/{x:path}", lambda: [{"x": "../b"}], "x is '../b', which cannot stand in a path"),
    ("missing", "/a/{x}/{y}", lambda: [{"x": 1}], "which misses 'y'"),
    ("too much", "/a/{x}", lambda: [{"x": 1, "z": 2}], "which has 'z' too much"),
    ("no dict", "/a/{x}", lambda: [1], "gave 1, which is no dict"),
    ("no list", "/a/{x}", lambda: {"x": 1}, "returned {'x': 1}"),
    ("nothing", "/a/{x}", lambda: None, "returned None"),
]


@pytest.mark.parametrize(("rule", "pattern", "function", "part"), BAD_PARAMS, ids=[row[0] for row in BAD_PARAMS])
def test_bad_params(tmp_path: Path, rule: str, pattern: str, function: Callable[..., Any], part: str) -> None:
    line = ServerRoute("/a/**", PRERENDER, prerender_params=function)
    with pytest.raises(PyuiError) as caught:
        build(App([Route(pattern, Show)], [line]), tmp_path)
    assert caught.value.code == "PYUI601"
    assert f"{pattern}: [PYUI611]" in str(caught.value)
    assert part in str(caught.value)
    assert 'ServerRoute("/a/**", PRERENDER, prerender_params=function)' in str(caught.value)
    assert not (tmp_path / "dist").exists()


def shops() -> Iterator[dict[str, object]]:
    yield {"shop": "a"}
    yield {"shop": "b"}


def items_of(shop: str) -> list[dict[str, object]]:
    return [{"item": f"{shop}{number}"} for number in (1, 2)]


def all_items() -> list[dict[str, object]]:
    return [{"shop": "z", "item": "1"}]


COMBINED: list[tuple[str, Callable[..., Any], list[str]]] = [
    ("given the parent's", items_of, ["/s/a/i/a1", "/s/a/i/a2", "/s/b/i/b1", "/s/b/i/b2"]),
    ("each with each", lambda: [{"item": 1}, {"item": 2}], ["/s/a/i/1", "/s/a/i/2", "/s/b/i/1", "/s/b/i/2"]),
    ("complete by itself", all_items, ["/s/z/i/1"]),
]


@pytest.mark.parametrize("parent", ["/s/{shop}", "/s/{shop}/**"])
@pytest.mark.parametrize(("rule", "function", "paths"), COMBINED, ids=[row[0] for row in COMBINED])
def test_parents_combine(
    tmp_path: Path, parent: str, rule: str, function: Callable[..., Any], paths: list[str]
) -> None:
    routes = [Route("/s/{shop}", Frame, children=[Route("", Show), Route("i/{item}", Show)])]
    lines = [
        ServerRoute("/s/{shop}/i/{item}", PRERENDER, prerender_params=function),
        ServerRoute(parent, PRERENDER, prerender_params=shops),
    ]
    build(App(routes, lines), tmp_path)
    assert list(manifest(tmp_path)) == ["/s/a", "/s/b", *paths]


def test_parents_suffice(tmp_path: Path) -> None:
    routes = [Route("/s/{shop}", Frame, children=[Route("", Show), Route("about", Show)])]
    build(App(routes, [ServerRoute("/s/{shop}/**", PRERENDER, prerender_params=shops)]), tmp_path)
    assert list(manifest(tmp_path)) == ["/s/a", "/s/b", "/s/a/about", "/s/b/about"]


@pytest.mark.parametrize(("output", "paths"), [("server", ["/a/1"]), ("static", ["/a/1", "/a/2"])])
def test_params_are_told_the_output(tmp_path: Path, output: Output, paths: list[str]) -> None:
    def listed(output: Output) -> list[dict[str, object]]:
        return [{"id": number} for number in ((1, 2) if output == "static" else (1,))]

    app = App([Route("/a/{id:int}", Show)], [ServerRoute("/a/{id}", PRERENDER, prerender_params=listed)])
    build_site(app, tmp_path / "dist", output=output)
    assert list(manifest(tmp_path)) == paths


def test_output_may_be_a_parameter(tmp_path: Path) -> None:
    line = ServerRoute("/a/{output}", PRERENDER, prerender_params=lambda output="x": [{"output": output}])
    build(App([Route("/a/{output}", Show)], [line]), tmp_path)
    assert list(manifest(tmp_path)) == ["/a/x"]


def test_params_have_the_lifespan(tmp_path: Path) -> None:
    events: list[str] = []

    @asynccontextmanager
    async def lifespan(app: App) -> AsyncIterator[None]:
        events.append("open")
        yield
        events.append("close")

    async def from_database() -> AsyncIterator[dict[str, object]]:
        events.append("read")
        yield {"id": 1}

    line = ServerRoute("/a/{id}", PRERENDER, prerender_params=from_database)
    build(App([Route("/a/{id:int}", Show)], [line], lifespan=lifespan), tmp_path)
    assert events == ["open", "read", "close"]


def test_lifespan_that_fails_is_coded(tmp_path: Path) -> None:
    @asynccontextmanager
    async def lifespan(app: App) -> AsyncIterator[None]:
        raise RuntimeError("no database")
        yield

    with pytest.raises(PyuiError, match=r"PYUI613.*RuntimeError: no database"):
        build(App(same_everywhere("/a"), lifespan=lifespan), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_params_are_not_held(tmp_path: Path) -> None:
    written = tmp_path.glob(".dist-*/new/a/*/index.html")

    def many() -> Iterator[dict[str, object]]:
        for number in range(200):
            yield {"id": number}
        behind.append(200 - len(list(written)))

    behind: list[int] = []
    build(App([Route("/a/{id:int}", Show)], [ServerRoute("/a/{id}", PRERENDER, prerender_params=many)]), tmp_path)
    assert 0 < behind[0] <= 64
    assert len(manifest(tmp_path)) == 200


# 3. The output, by the canonical example.


def test_server_output(built: Built) -> None:
    site, dist = built
    assert site.output == "server"
    assert pages_of(dist.parent) == {"about/index.html", "post/1/foo/3/index.html", "post/2/bar/4/index.html"}
    html = (dist / "post/1/foo/3/index.html").read_text()
    assert html.startswith("<!DOCTYPE html>")
    assert "<title>Post 1</title>" in html
    assert '<div id="pyui-root"><p>Post 1: foo/3</p></div>' in html
    assert [(line.route, line.mode, line.pages) for line in site.routes] == [
        ("/about", "prerender", 1),
        ("/profile", "server", 0),
        ("/editor/{id}", "server", 0),
        (POST, "prerender", 2),
        ("/old", "server", 0),
        ("/older/{id:int}", "server", 0),
        ("/**", "server", 0),
    ]


def test_manifest(dist: Path) -> None:
    found = manifest(dist.parent)
    assert list(found) == ["/about", "/post/1/foo/3", "/post/2/bar/4"]
    assert found["/about"]["file"] == "about/index.html"
    assert found["/about"]["headers"] == {"X-Page": "about"}
    assert re.fullmatch(r"[0-9a-f]{12}", found["/about"]["hash"])
    assert found["/post/1/foo/3"]["hash"] != found["/post/2/bar/4"]["hash"]


def test_equal_builds_are_equal(tmp_path: Path) -> None:
    build(static_app(), tmp_path / "one")
    build(static_app(), tmp_path / "two")
    one, two = (
        {file.relative_to(folder): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
        for folder in (tmp_path / "one", tmp_path / "two")
    )
    assert one == two


def test_static_output(tmp_path: Path) -> None:
    site = build(static_app(), tmp_path)
    assert site.output == "static"
    assert pages_of(tmp_path) == {
        "404.html",
        "about/index.html",
        "old/index.html",
        "post/1/foo/3/index.html",
        "post/2/bar/4/index.html",
    }
    assert "Nothing is here" in (tmp_path / "dist/404.html").read_text()
    old = (tmp_path / "dist/old/index.html").read_text()
    assert '<meta content="0; url=../about" http-equiv="refresh">' in old
    assert '<link href="../about" rel="canonical">' in old
    headers = (tmp_path / "dist/_headers").read_text()
    assert "/about\n  X-Page: about\n/about/\n  X-Page: about\n" in headers
    assert "/post/:id/*\n  X-Post: yes\n" in headers
    redirects = (tmp_path / "dist/_redirects").read_text().splitlines()
    assert redirects == ["/old /about 308", "/older/:id /post/:id/x 308"]
    assert not (tmp_path / "dist/sitemap.xml").exists()
    assert not list((tmp_path / "dist").rglob("*.br"))


def test_server_route_in_a_static_build(tmp_path: Path) -> None:
    with pytest.raises(PyuiError) as caught:
        build_site(canonical(), tmp_path / "dist", output="static")
    assert caught.value.code == "PYUI610"
    assert 'ServerRoute("/profile", SERVER, headers' in str(caught.value)
    assert "RenderMode.PRERENDER" in str(caught.value)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("base_url", "places", "base"),
    [
        ("https://example.org", ["https://example.org/about/", "https://example.org/post/1/foo/3/"], ""),
        ("https://a.org/app/", ["https://a.org/app/about/", "https://a.org/app/post/1/foo/3/"], "/app"),
    ],
)
def test_sitemap_and_robots(tmp_path: Path, base_url: str, places: list[str], base: str) -> None:
    build(static_app(stylesheets=["/style.css"]), tmp_path, base_url=base_url)
    text = (tmp_path / "dist/sitemap.xml").read_text()
    assert re.findall(r"<loc>(.*?)</loc>", text)[:2] == places
    root = base_url.rstrip("/")
    assert (tmp_path / "dist/robots.txt").read_text() == f"User-agent: *\nAllow: /\nSitemap: {root}/sitemap.xml\n"
    assert f'href="{base}/style.css"' in (tmp_path / "dist/404.html").read_text() or not base


@pytest.mark.parametrize("url", ["example.org", "ftp://example.org", "https://", "https://example.org?x=1"])
def test_bad_base_url(tmp_path: Path, url: str) -> None:
    with pytest.raises(PyuiError, match="PYUI612"):
        build(static_app(), tmp_path, base_url=url)


def test_sitemap_of_many_pages_is_an_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pyui.build._lists._MOST_IN_SITEMAP", 2)
    build(static_app(), tmp_path, base_url="https://example.org")
    text = (tmp_path / "dist/sitemap.xml").read_text()
    assert re.findall(r"<loc>(.*?)</loc>", text) == [
        "https://example.org/sitemap-1.xml",
        "https://example.org/sitemap-2.xml",
    ]


def test_unlisted_client_paths_on_a_static_host(tmp_path: Path) -> None:
    lines = [
        ServerRoute("/editor/{id}", CLIENT),
        ServerRoute("/a/{id}", PRERENDER, prerender_params=list, fallback=PrerenderFallback.CLIENT),
    ]
    app = App("tests.hybrid_app.routes:client", lines, shell=Waiting)
    build(app, tmp_path, base_url="https://example.org/app")
    html = (tmp_path / "dist/200.html").read_text()
    assert "One moment" in html
    payload = payload_of(html)
    assert (payload["mode"], payload["path"], payload["base"]) == ("client", "", "/app")
    redirects = (tmp_path / "dist/_redirects").read_text()
    assert redirects == "/editor/:id /200.html 200\n/a/:id /200.html 200\n"
