"""The page and its route, with a package of somebody else. Ships to the browser."""

from markdown_it import MarkdownIt

from pyui import Child, Route, component, raw, signal
from pyui.html import article, h1, label, main, textarea

MARKDOWN = MarkdownIt("commonmark", {"html": False})
WELCOME = "Write *Markdown* here:\n\n- it is rendered by the server,\n- and then in the browser, by the same package."


@component
def Notes() -> Child:
    """A text and what it looks like, which follows each letter."""
    text = signal(WELCOME)
    return main(
        h1("Notes"),
        label("Text", textarea(bind_value=text, rows=8)),
        article(lambda: raw(MARKDOWN.render(text())), aria_label="Preview"),
    )


routes = [Route("/", Notes, title="Notes")]
