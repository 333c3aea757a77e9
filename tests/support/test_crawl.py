"""The crawler finds what is wrong with a site, and nothing else."""

from collections.abc import Callable
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from tests.support.crawl import crawl

PAGES = {
    "": "<title>Home</title><a href='about'>x</a><a href='/site/old#top'>x</a><a href='moved'>x</a>",
    "about": "<title>About</title><h1 id='top'>x</h1><a href='https://example.org/'>x</a><a href='mailto:a@b'>x</a>"
    "<svg><title>Drawing</title></svg><form method='post' action='nowhere'></form><a href='./?q=a'>x</a>",
    "moved": '<meta http-equiv="refresh" content="0; url=./about"><title>About</title>',
}
BAD = [
    ("broken link", "<a href='nothing'>x</a>", "/site/nothing answers 404; {url} links to it"),
    ("broken form", "<form action='nothing'></form>", "/site/nothing answers 404; {url} links to it"),
    ("broken picture", "<img src='nothing.png'>", "/site/nothing.png answers 404; {url} links to it"),
    ("no such id", "<a href='#here'>x</a>", "/site/bad links to /site/bad#here, which does not exist"),
    ("no such id elsewhere", "<a href='old#here'>x</a>", "/site/bad links to /site/old#here, which does not exist"),
    ("out of the prefix", "<a href='/about'>x</a>", "/site/bad links to /about, which is not below /site/"),
    ("a neighbour", "<a href='/sites'>x</a>", "/site/bad links to /sites, which is not below /site/"),
]


def site(pages: dict[str, str]) -> Starlette:
    def page(request: Request) -> Response:
        name = request.path_params["name"]
        if name == "old":
            return RedirectResponse("/site/about")
        return HTMLResponse(pages.get(name, ""), 200 if name in pages else 404)

    return Starlette(routes=[Route("/site/{name:path}", page)])


def test_a_good_site(serve: Callable[[Any], str]) -> None:
    found = crawl(serve(site(PAGES)) + "/site/")
    assert found.problems == []
    assert found.titles == {"/site/": "Home", "/site/about": "About"}


@pytest.mark.parametrize(("what", "markup", "problem"), BAD, ids=[row[0] for row in BAD])
def test_a_bad_site(serve: Callable[[Any], str], what: str, markup: str, problem: str) -> None:
    pages = {**PAGES, "": PAGES[""] + "<a href='bad'>x</a>", "bad": f"<title>Bad</title>{markup}"}
    url = serve(site(pages))
    assert crawl(f"{url}/site/").problems == [problem.format(url=f"{url}/site/bad")]


def test_titles(serve: Callable[[Any], str]) -> None:
    pages = {**PAGES, "": PAGES[""] + "<a href='same'>x</a><a href='none'>x</a>", "same": "<title>About</title>"}
    problems = crawl(serve(site({**pages, "none": "<p>x</p>"})) + "/site/").problems
    assert problems == ["/site/none has no title", "'About' is the title of /site/about, /site/same"]
