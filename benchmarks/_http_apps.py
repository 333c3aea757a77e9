"""The servers of `benchmarks/over_http.py`: the same pages by pyui, by FastAPI with Jinja2, and finished by FastAPI."""

from collections.abc import Awaitable, Callable
from typing import Any

import jinja2
from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse
from fastapi.templating import Jinja2Templates

from benchmarks._http_site import RESULTS
from benchmarks._search_jinja import INLINED, JINJA, MACROS
from pyui import App
from pyui.server import ServerRoute

_DOCUMENT = """\
<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">\
<meta content="width=device-width, initial-scale=1" name="viewport"><title>TITLE</title>\
<link href="data:," rel="icon"></head><body><div id="pyui-root">PAGE</div></body></html>"""

_SMALL = """\
<main><h1>Hello</h1><p class="lead">{{ text }}</p><p><a href="/search">Search</a></p></main>"""


def _document(title: str, page: str) -> str:
    return _DOCUMENT.replace("TITLE", title).replace("PAGE", page)


def _live(page: str) -> str:
    page = page.replace("</article>", '<button type="button">Add</button></article>')
    return page.replace("</header>", "<p>{{ chosen }} chosen</p></header>")


_PAGES = {"search": INLINED, "live": _live(INLINED), "search_macros": MACROS, "live_macros": _live(MACROS)}
_SOURCES = {"small": _document("Small", _SMALL)} | {name: _document("Search", page) for name, page in _PAGES.items()}
# The macros come first in their template: what is before the first `<main>` prints nothing.
_TEMPLATES = Jinja2Templates(env=JINJA.overlay(loader=jinja2.DictLoader(_SOURCES)))


def _fastapi() -> FastAPI:
    return FastAPI(openapi_url=None)


async def load(request: Request | None) -> dict[str, object]:  # noqa: ARG001 - a loader takes it
    return {"results": RESULTS}


pyui_alone = App("benchmarks._http_site:routes", [ServerRoute("/loaded", loader=load), ServerRoute("/**")])

pyui_mounted = _fastapi()
pyui_mounted.mount("/", pyui_alone)


_VALUES: dict[str, dict[str, Any]] = {
    "small": {"text": "A small page & nothing else."},
    "search": {"results": RESULTS},
    "loaded": {"results": RESULTS},
    "live": {"results": RESULTS, "chosen": 0},
}


def _page(name: str, template: str) -> Callable[[Request], Awaitable[HTMLResponse]]:
    async def page(request: Request) -> HTMLResponse:
        return _TEMPLATES.TemplateResponse(request, template, _VALUES[name])

    return page


def _jinja(templates: dict[str, str]) -> FastAPI:
    """Makes an app of pages, by the template of each."""
    app = _fastapi()
    for name, template in templates.items():
        app.get(f"/{name}")(_page(name, template))
    return app


_ONE = {"small": "small", "search": "search", "loaded": "search", "live": "live"}
jinja = _jinja(_ONE)
jinja_macros = _jinja({"small": "small", "search": "search_macros", "loaded": "search_macros", "live": "live_macros"})
finished = _fastapi()


_FINISHED = {name: _TEMPLATES.get_template(template).render(**_VALUES[name]) for name, template in _ONE.items()}


@finished.get("/{name}")
async def page(name: str) -> HTMLResponse:
    return HTMLResponse(_FINISHED[name])


APPS = {
    "FastAPI, finished string": "finished",
    "pyui": "pyui_alone",
    "pyui, mounted in FastAPI": "pyui_mounted",
    "FastAPI + Jinja2, one template": "jinja",
    "FastAPI + Jinja2, macros": "jinja_macros",
}
"""The names in this module, by what the tables call them."""
