"""A site of Markdown posts, as `benchmarks/build.py` builds it: each post is a page without a script."""

import os
from collections.abc import Iterator
from pathlib import Path

from markdown_it import MarkdownIt
from starlette.requests import Request

from pyui import App, Link, Route, component, raw
from pyui.html import article, h1, header, main
from pyui.server import RenderMode, ServerRoute
from pyui.view import Child

POSTS = Path(os.environ.get("PYUI_BENCHMARK_POSTS", "."))

_MARKDOWN = MarkdownIt()


@component
def Home() -> Child:
    return h1("Posts")


@component
def Post(title: str, html: str) -> Child:
    return [header(Link("Posts", to="/")), main(article(h1(title), raw(html)))]


def names() -> Iterator[dict[str, object]]:
    with os.scandir(POSTS) as files:
        for file in files:
            yield {"name": file.name.removesuffix(".md")}


def load(request: Request | None, name: str) -> dict[str, str]:  # noqa: ARG001 - the same for all
    _, front, text = (POSTS / f"{name}.md").read_text(encoding="utf-8").split("---\n", 2)
    return {"title": front.removeprefix("title: ").strip(), "html": _MARKDOWN.render(text)}


app = App(
    [Route("/", Home), Route("/posts/{name}", Post)],
    [
        ServerRoute("/", RenderMode.PRERENDER),
        ServerRoute("/posts/{name}", RenderMode.PRERENDER, prerender_params=names, loader=load),
    ],
    title="Posts",
)
