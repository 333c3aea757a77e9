"""Where the pages get their text. It stays on the server."""

from collections.abc import Callable

from starlette.requests import Request

from examples.docs.contents import PAGES, Page
from examples.docs.server.highlighting import example_source
from examples.docs.server.markdown import render_page
from pyui.server import RenderMode, ServerRoute


def load_home(request: Request | None) -> dict[str, object]:  # noqa: ARG001 - the same for all
    return {"source": example_source("counter")}


def loader_of(page: Page) -> Callable[[Request | None], dict[str, object]]:
    def load(request: Request | None) -> dict[str, object]:  # noqa: ARG001 - the same for all
        return {"page": page.slug, **render_page(page.slug)}

    return load


server_routes = [
    ServerRoute("/", RenderMode.PRERENDER, loader=load_home),
    *(ServerRoute(page.path, RenderMode.PRERENDER, loader=loader_of(page)) for page in PAGES),
]
