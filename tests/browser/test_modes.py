"""When the browser takes a page over, and pages that only it renders, in real Chromium."""

import functools
import threading
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, override

import pytest
from playwright.sync_api import Page, Request, expect

from pyui import App
from pyui.build import build_site
from pyui.server import PrerenderFallback, RenderMode, ServerRoute
from tests.hybrid_app.pages import Waiting

CLIENT, PRERENDER = RenderMode.CLIENT, RenderMode.PRERENDER


def fallback_app(**options: Any) -> App:
    lines = [
        ServerRoute("/count/{start}", CLIENT),
        ServerRoute("/listed/{start}", PRERENDER, prerender_params=lambda: [{"start": 1}],
                    fallback=PrerenderFallback.CLIENT),
    ]  # fmt: skip
    return App("tests.hybrid_app.routes:counters", lines, shell=Waiting, **options)


class Host(SimpleHTTPRequestHandler):
    """A static host that sends `200.html` for what has no file."""

    @override
    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (Path(self.directory) / "app/200.html").read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    @override
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def static_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("host")
    build_site(fallback_app(), folder / "app", base_url="https://example.org/app")
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Host, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/app"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("path", ["/count/5", "/listed/5"])
def test_deep_link_on_a_static_host(page: Page, static_url: str, path: str) -> None:
    page.goto(f"{static_url}{path}?x=1")
    page.evaluate("pyui.ready")
    assert page.locator("#pyui-root").inner_html().find("One moment") == -1
    page.click("button")
    expect(page.locator("output")).to_have_text("6")


def test_listed_page_on_a_static_host_is_hydrated(page: Page, static_url: str) -> None:
    page.goto(f"{static_url}/listed/1/")
    assert page.evaluate("pyui.ready")["nodes"] > 0
    page.click("button")
    expect(page.locator("output")).to_have_text("2")


@pytest.mark.parametrize("path", ["/count/5", "/listed/5"])
def test_deep_link_on_a_server(page: Page, tmp_path: Path, serve: Callable[[Any], str], path: str) -> None:
    build_site(fallback_app(), tmp_path / "dist", output="server")
    page.goto(serve(fallback_app(prerendered=tmp_path / "dist")) + path)
    page.evaluate("pyui.ready")
    page.click("button")
    expect(page.locator("output")).to_have_text("6")


@pytest.mark.parametrize("hydrate", ["immediate", "idle", "viewport"])
def test_hydrate(page: Page, serve: Callable[[Any], str], hydrate: Any) -> None:
    app = App("tests.hybrid_app.routes:counters", [ServerRoute("/**", hydrate=hydrate)])
    page.goto(f"{serve(app)}/count/5")
    page.click("button")
    page.evaluate("pyui.ready")
    page.click("button")
    expect(page.locator("output")).to_have_text("7")


@pytest.mark.parametrize("act", ["click", "key"])
def test_an_interaction_starts_python_and_is_delivered(page: Page, serve: Callable[[Any], str], act: str) -> None:
    app = App("tests.hybrid_app.routes:counters", [ServerRoute("/**", hydrate="interaction")])
    asked: list[str] = []
    page.on("request", lambda request: asked.append(path_of(request)))
    page.goto(f"{serve(app)}/count/5", wait_until="networkidle")
    assert not any("pyodide" in path or "client" in path for path in asked)
    if act == "click":
        page.click("button")
    else:
        page.press("button", "Enter")
    page.evaluate("pyui.ready")
    expect(page.locator("output")).to_have_text("6")


def test_never(page: Page, serve: Callable[[Any], str]) -> None:
    app = App("tests.hybrid_app.routes:counters", [ServerRoute("/**", hydrate="never")])
    asked: list[str] = []
    page.on("request", lambda request: asked.append(path_of(request)))
    page.goto(f"{serve(app)}/count/5", wait_until="networkidle")
    assert asked == ["/count/5"]
    assert page.locator("output").inner_text() == "5"


def path_of(request: Request) -> str:
    return "/" + request.url.split("/", 3)[3]
