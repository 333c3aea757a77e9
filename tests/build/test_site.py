"""The static build: the files, that they work below any prefix, and that a failure changes nothing."""

import json
import re
from pathlib import Path

import httpx
import pytest
from starlette.types import ASGIApp

from pyui import App, PyuiError, Route, component, not_found, redirect
from pyui.build import AppSource, BuiltRoute, OutputError, Progress, SiteBuildError, build_site
from pyui.errors import BuildError
from pyui.server import RenderMode, RoutesModuleError, ServerRoute
from pyui.server._import_string import load_object
from pyui.view import Node
from tests.sample_app import pages, routes
from tests.sample_app.main import load_products
from tests.support.file_server import file_server


def good_app() -> App:
    server_routes = [
        ServerRoute("/products", loader=load_products),
        ServerRoute("/docs", RenderMode.CLIENT),
        ServerRoute("/**"),
    ]
    static = Path(pages.__file__).parent / "static"
    return App(routes.good_routes, server_routes, title="Sample", static=static, stylesheets=["style.css"])


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site") / "dist"
    build_site(good_app(), out)
    return out


def payload_of(html: str) -> dict[str, object]:
    found = re.search(r'id="pyui-payload" type="application/json">(.*?)</script>', html, re.DOTALL)
    assert found is not None
    payload: dict[str, object] = json.loads(found[1])
    return payload


def test_files(site: Path) -> None:
    names = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    hashed = re.compile(r"(?<=[.-])[0-9a-f]{12}(?=[./])")
    assert {hashed.sub("HASH", name) for name in names} == {
        "404.html",
        "_headers",
        "_redirects",
        "_pyui/build.json",
        "_pyui/client.HASH.zip",
        "_pyui/data.json",
        "_pyui/data/about.json",
        "_pyui/data/docs/deep/er.json",
        "_pyui/data/products.json",
        "_pyui/pyodide-314.0.7-HASH/pyodide.asm.mjs",
        "_pyui/pyodide-314.0.7-HASH/pyodide.asm.wasm",
        "_pyui/pyodide-314.0.7-HASH/pyodide.mjs",
        "_pyui/pyodide-314.0.7-HASH/python_stdlib.zip",
        "_pyui/python_start.HASH.zip",
        "_pyui/runtime-HASH/navigation.js",
        "_pyui/runtime-HASH/offline.js",
        "_pyui/runtime-HASH/packages.js",
        "_pyui/runtime-HASH/runtime.js",
        "_pyui/runtime-HASH/start.js",
        "_pyui/runtime-HASH/takeover.js",
        "_pyui/runtime-HASH/viewports.js",
        "about/index.html",
        "docs/deep/er/index.html",
        "docs/index.html",
        "index.html",
        "old/index.html",
        "prerendered-routes.json",
        "products/index.html",
        "static/a b.txt",
        "static/css/more.css",
        "static/favicon.svg",
        "static/module.mjs",
        "static/style.HASH.css",
        "static/style.css",
    }
    assert list(site.parent.iterdir()) == [site]


def test_folder_can_be_read_by_a_server_of_another_user(site: Path) -> None:
    assert site.stat().st_mode & 0o755 == 0o755


def test_loader_without_a_request(site: Path) -> None:
    assert "<li>built</li>" in (site / "products" / "index.html").read_text()


def test_data_of_pages_before_the_first_live_one(tmp_path: Path) -> None:
    lines = [ServerRoute("/**", RenderMode.PRERENDER, loader=lambda request, **_: {"a": 1})]
    build_site(App("tests.hybrid_app.routes:late", lines), tmp_path / "dist")
    data = json.loads((tmp_path / "dist/_pyui/data/about.json").read_text())
    assert data["props"] == payload_of((tmp_path / "dist/live/index.html").read_text())["props"]


def test_data_where_no_page_is_live(tmp_path: Path) -> None:
    lines = [ServerRoute("/**", RenderMode.PRERENDER, loader=lambda request, **_: {"a": 1})]
    build_site(App([Route("/", pages.About)], lines), tmp_path / "dist")
    assert [file.name for file in (tmp_path / "dist/_pyui").iterdir()] == ["build.json"]


def test_host_files_name_what_never_changes(site: Path) -> None:
    names = [line for line in (site / "_headers").read_text().splitlines() if line.startswith("/")]
    assert len(names) == 14
    assert all(re.search(r"[.-][0-9a-f]{12}[./]", name) for name in names)


def test_redirect_and_not_found_while_rendering(tmp_path: Path) -> None:
    @component
    def Moved() -> Node:
        redirect("/b")

    @component
    def Missing() -> Node:
        not_found()

    routes = [Route("/a/c", Moved), Route("/b", pages.About), Route("/gone", Missing)]
    built = build_site(App(routes), tmp_path / "dist")
    assert [route.mode for route in built.routes] == ["prerender", "prerender", "skipped"]
    assert 'content="0; url=../../b"' in (tmp_path / "dist/a/c/index.html").read_text()
    assert not (tmp_path / "dist/gone").exists()


def test_several_processes_write_the_same(tmp_path: Path) -> None:
    for jobs in (1, 2):
        source = AppSource(load_many, "tests.hybrid_app.many:app")
        build_site(load_many(source.name)[1], tmp_path / str(jobs), source=source, jobs=jobs)
    one, two = contents(tmp_path / "1"), contents(tmp_path / "2")
    assert len(one) > 400
    assert one == two


def contents(folder: Path) -> dict[Path, bytes]:
    return {file.relative_to(folder): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_failures_of_other_processes_are_reported(tmp_path: Path) -> None:
    source = AppSource(load_many, "tests.hybrid_app.many:broken")
    with pytest.raises(SiteBuildError) as caught:
        build_site(load_many(source.name)[1], tmp_path / "dist", source=source, jobs=2)
    text = str(caught.value)
    assert "3 pages" in text
    for number in (7, 300, 399):
        assert f"/n/{number}: ValueError: {number} is broken (" in text
    assert not (tmp_path / "dist").exists()


def load_many(name: str) -> tuple[ASGIApp, App]:
    app = load_object(name)
    assert isinstance(app, App)
    return app, app


BASES = [("index.html", "."), ("about/index.html", ".."), ("docs/deep/er/index.html", "../../..")]


@pytest.mark.parametrize(("file", "base"), BASES)
def test_urls_are_relative(site: Path, file: str, base: str) -> None:
    html = (site / file).read_text()
    urls = re.findall(r'(?:href|src)="([^"]*)"', html)
    assert urls
    assert all(url == "data:," or url.startswith(f"{base}/") for url in urls)
    if file == "index.html":
        payload = payload_of(html)
        assert payload["base"] == "."
        assert payload["path"] == "/"
        assert str(payload["pyodide"]).startswith("./_pyui/pyodide-")


def test_static_page_has_no_script(site: Path) -> None:
    assert "<script" not in (site / "about" / "index.html").read_text()


def test_redirect(site: Path) -> None:
    html = (site / "old" / "index.html").read_text()
    assert 'content="0; url=../about"' in html
    assert '<link href="../about" rel="canonical">' in html


@pytest.mark.parametrize("prefix", ["", "/some/where"])
def test_every_url_answers_on_a_plain_file_server(site: Path, tmp_path: Path, prefix: str) -> None:
    root = tmp_path / "root"
    (root / prefix.strip("/")).parent.mkdir(parents=True, exist_ok=True)
    (root / prefix.strip("/")).symlink_to(site) if prefix else root.symlink_to(site)
    pending, seen = [f"{prefix}/", f"{prefix}/docs/deep/er/", f"{prefix}/old/"], set[str]()
    with file_server(root) as url, httpx.Client(base_url=url, follow_redirects=True) as client:
        while pending:
            path = pending.pop()
            response = client.get(path)
            assert response.status_code == 200, path
            if response.headers["content-type"] != "text/html":
                continue
            for found in re.findall(r'(?:href|src)="([^"]*)"', response.text):
                target = response.url.join(found)
                if target.scheme == "http" and target.path not in seen:
                    seen.add(target.path)
                    pending.append(target.path)
    assert f"{prefix}/about" in seen


def test_report(tmp_path: Path) -> None:
    lines: list[BuiltRoute] = []
    paths: list[str] = []
    built = build_site(good_app(), tmp_path / "dist", progress=Progress(lines.append, paths.append))
    assert [(line.route, line.mode) for line in lines] == [
        ("/", "prerender"),
        ("/about", "prerender"),
        ("/products", "prerender"),
        ("/products/{id:int}", "skipped"),
        ("/echo/{text}", "skipped"),
        ("/old", "redirect"),
        ("/old/{id:int}", "skipped"),
        ("/docs", "client"),
        ("/docs/deep/er", "prerender"),
    ]
    assert paths == ["/", "/about", "/products", "/old", "/docs", "/docs/deep/er"]
    assert built.routes == tuple(lines)
    assert lines[0].size == (tmp_path / "dist" / "index.html").stat().st_size
    assert built.size == sum(file.stat().st_size for file in built.out.rglob("*") if file.is_file())


def test_failing_pages_are_all_named_and_the_old_output_stays(tmp_path: Path) -> None:
    out = tmp_path / "dist"
    build_site(App([Route("/", pages.About)]), out)
    before = {file: file.read_bytes() for file in out.rglob("*") if file.is_file()}
    bad = App([Route("/one", pages.Broken), Route("/", pages.About), Route("/two", pages.Echo)])
    with pytest.raises(SiteBuildError) as caught:
        build_site(bad, out)
    text = str(caught.value)
    assert "2 pages" in text
    assert f"/one: ValueError: broken <on purpose> ({pages.__file__}:" in text
    assert "/two: [PYUI208] Echo() misses the argument 'text'. Its parameters by name are: text." in text
    assert f" ({__file__}:" in text
    assert caught.value.where is not None
    assert caught.value.where.file == pages.__file__
    assert {file: file.read_bytes() for file in out.rglob("*") if file.is_file()} == before
    assert list(tmp_path.iterdir()) == [out]


def test_rebuild_replaces_the_whole_folder(tmp_path: Path) -> None:
    out = tmp_path / "dist"
    build_site(App([Route("/gone", pages.About)]), out)
    build_site(App([Route("/", pages.About)]), out)
    assert not (out / "gone").exists()
    assert list(tmp_path.iterdir()) == [out]


def test_error_of_the_bundle_is_not_repeated_for_each_page(tmp_path: Path) -> None:
    with pytest.raises(RoutesModuleError):
        build_site(App([Route("/", pages.Home), Route("/two", pages.Home)]), tmp_path / "dist")
    assert list(tmp_path.iterdir()) == []


def test_server_only_code_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="PYUI603"):
        build_site(App(LEAKING_ROUTES), tmp_path / "dist")
    assert list(tmp_path.iterdir()) == []


LEAKING_ROUTES = [Route("/", pages.Home)]
"""In this module, which imports the server."""


@pytest.mark.parametrize("kind", ["other files", "file", "link"])
def test_folders_of_others_are_not_replaced(tmp_path: Path, kind: str) -> None:
    out = tmp_path / "dist"
    if kind == "file":
        out.write_text("mine")
    elif kind == "link":
        out.symlink_to(tmp_path)
    else:
        out.mkdir()
        (out / "mine.txt").write_text("mine")
    with pytest.raises(OutputError):
        build_site(App([Route("/", pages.About)]), out)
    assert list(tmp_path.iterdir()) == [out]
    assert (out / "mine.txt").exists() == (kind == "other files")


def test_empty_folder_is_used(tmp_path: Path) -> None:
    out = tmp_path / "a" / "dist"
    out.mkdir(parents=True)
    build_site(App([Route("/", pages.About)]), out)
    assert (out / "index.html").is_file()


def test_shadowed_route_is_not_written_twice(tmp_path: Path) -> None:
    app = App([Route("/{name}", pages.Layout), Route("/about", pages.About)])
    built = build_site(app, tmp_path / "dist")
    assert [route.mode for route in built.routes] == ["skipped", "skipped"]


def test_errors_are_coded() -> None:
    assert all(issubclass(error, PyuiError) for error in (OutputError, SiteBuildError))
