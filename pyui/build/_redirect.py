"""Redirects on a static host, which can only answer with files."""

from pyui.server._dominate import document, tags


def redirect_page(url: str) -> str:
    """Returns a page that sends the browser to a URL, and says where to those that do not follow.

    Args:
        url: the target, relative to the page.
    """
    doc = document(title=None, lang="en")
    with doc.head:
        tags.meta(charset="utf-8")
        tags.meta(name="viewport", content="width=device-width, initial-scale=1")
        tags.title("This page has moved")
        tags.meta(http_equiv="refresh", content=f"0; url={url}")
        tags.link(rel="canonical", href=url)
    with doc.body:
        tags.p("This page has moved: ", tags.a(url, href=url))
    return str(doc.render(pretty=False))
