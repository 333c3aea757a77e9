"""The servers of `benchmarks/over_http.py`: the same pages by pyui, by FastAPI with Jinja2, and finished by FastAPI."""

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

jinja = _fastapi()
jinja_macros = _fastapi()
finished = _fastapi()


@jinja.get("/small")
@jinja_macros.get("/small")
async def small(request: Request) -> HTMLResponse:
    return _TEMPLATES.TemplateResponse(request, "small", {"text": "A small page & nothing else."})


@jinja.get("/search")
@jinja.get("/loaded")
async def search(request: Request) -> HTMLResponse:
    return _TEMPLATES.TemplateResponse(request, "search", {"results": RESULTS})


@jinja.get("/live")
async def live(request: Request) -> HTMLResponse:
    return _TEMPLATES.TemplateResponse(request, "live", {"results": RESULTS, "chosen": 0})


@jinja_macros.get("/search")
@jinja_macros.get("/loaded")
async def search_macros(request: Request) -> HTMLResponse:
    return _TEMPLATES.TemplateResponse(request, "search_macros", {"results": RESULTS})


@jinja_macros.get("/live")
async def live_macros(request: Request) -> HTMLResponse:
    return _TEMPLATES.TemplateResponse(request, "live_macros", {"results": RESULTS, "chosen": 0})


_FINISHED = {
    name: _TEMPLATES.get_template(template).render(results=RESULTS, chosen=0, text="A small page & nothing else.")
    for name, template in {"small": "small", "search": "search", "loaded": "search", "live": "live"}.items()
}


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
