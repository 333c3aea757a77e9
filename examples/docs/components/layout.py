"""The frame of all pages: the header, the sidebar and the footer."""

from examples.docs.contents import PAGES, Page
from pyui import Child, Link, Outlet, __version__, component
from pyui.html import a, button, div, footer, h2, header, li, main, nav, p, section, span, ul
from pyui.svg import path, svg


@component
def DocsLayout(page: str = "") -> Child:
    """The layout.

    Args:
        page: the slug of the page that is shown; empty for the first page.
    """
    return [
        a("Skip to the content", href="#content", class_="skip"),
        header(
            Link(Logo(), "pyui", span(__version__), to="/", class_="brand"),
            button("Menu", type="button", popovertarget="menu", class_="menu"),
        ),
        div(
            nav(Sidebar(page), id="menu", popover=True, aria_label="Pages"),
            main(Outlet(), id="content", tabindex="-1"),
            class_="columns",
        ),
        footer(p("pyui is free software under the MIT license. This site is an example app of its own.")),
    ]


@component
def Sidebar(current: str) -> Child:
    groups = dict.fromkeys(page.group for page in PAGES)
    return [
        section(h2(group), ul([li(PageLink(page, current)) for page in PAGES if page.group == group]))
        for group in groups
    ]


@component
def PageLink(page: Page, current: str) -> Child:
    return Link(page.title, to=page.path, aria_current="page" if page.slug == current else None)


@component
def Logo() -> Child:
    return svg(
        path(d="M4 4h7v7H4z", class_="one"),
        path(d="M13 4h7v7h-7zM4 13h7v7H4z", class_="two"),
        path(d="M16.500 12.500l4 4l-4 4l-4-4z", class_="one"),
        viewBox="0 0 24 24",
        aria_hidden=True,
    )
