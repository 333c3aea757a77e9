"""The route table: one route for each page. It ships to the browser, with all that it imports."""

from examples.docs.components.layout import DocsLayout
from examples.docs.contents import PAGES
from examples.docs.pages.doc_page import DocPage
from examples.docs.pages.home import Home
from pyui import Route

routes = [
    Route(
        "/",
        DocsLayout,
        children=[
            Route(
                "",
                Home,
                title="pyui",
                meta={"description": "Web pages from Python components, hydrated in the browser"},
            ),
            *(Route(page.slug, DocPage, title=f"{page.title} · pyui") for page in PAGES),
        ],
    )
]
