"""A page made of a Markdown file."""

from typing import Any

from examples.docs.components.live_example import LiveExample
from examples.docs.contents import PAGES
from pyui import Child, Link, component, href, raw
from pyui.html import a, article, aside, div, h2, li, nav, span, ul


@component
def DocPage(page: str, parts: list[Any], headings: list[list[str]]) -> Child:
    """The page.

    Args:
        page: its slug.
        parts: markup, and between it the live examples as `{"name": ..., "source": ...}`.
        headings: pairs of an id and a text.
    """
    return div(
        article([Part(part) for part in parts], Neighbours(page), class_="prose"),
        Contents(headings) if len(headings) > 1 else None,
        class_="page",
    )


@component
def Part(part: Any) -> Child:
    # The loader cannot know what stands before the paths of the app, so it marks them.
    return raw(part.replace('"~/', f'"{href("/")}')) if isinstance(part, str) else LiveExample(**part)


@component
def Contents(headings: list[list[str]]) -> Child:
    return aside(
        h2("On this page"),
        ul([li(a(text, href=f"#{id}")) for id, text in headings]),
        class_="contents",
    )


@component
def Neighbours(page: str) -> Child:
    index = next(index for index, other in enumerate(PAGES) if other.slug == page)
    before = PAGES[index - 1] if index else None
    after = PAGES[index + 1] if index + 1 < len(PAGES) else None
    return nav(
        Link(span("Before"), before.title, to=before.path, rel="prev") if before else None,
        Link(span("Next"), after.title, to=after.path, rel="next") if after else None,
        class_="neighbours",
        aria_label="Neighbouring pages",
    )
