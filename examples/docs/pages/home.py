"""The first page."""

from examples.docs.components.live_example import LiveExample
from pyui import Child, Link, component
from pyui.html import article, div, h1, h2, p, section

POINTS = {
    "One component code": "A component is a Python function that runs once. "
    "The server, the static build and the browser use the same one.",
    "Hydration changes nothing": "The browser binds signals to the nodes that the server sent. Not one of them is "
    "replaced, and what the visitor typed stays.",
    "No virtual DOM": "A signal updates the very text node, attribute or list row that reads it. Nothing is rendered "
    "twice.",
    "Pages before scripts": "Links and forms are ordinary HTML. A page with nothing live loads no script at all.",
}


@component
def Home(source: str) -> Child:
    """The page.

    Args:
        source: the highlighted source of the counter.
    """
    return article(
        section(
            div(
                h1("Web pages from Python components"),
                p("Rendered on the server or into static pages, and taken over in the browser by the same Python code.",
                  class_="lead"),
                p(Link("Get started", to="/getting-started", class_="button"),
                  Link("How hydration works", to="/hydration", class_="button quiet"), class_="actions"),
            ),
            LiveExample("counter", source),
            class_="hero",
        ),
        section(
            [div(h2(title), p(text)) for title, text in POINTS.items()],
            class_="points",
        ),
        class_="home",
    )  # fmt: skip
