"""The document around a page, built with dominate.

dominate takes about a hundred times as long as joining strings, so the document is built once for each route and base,
with holes for what varies between requests.
"""

import secrets
from collections.abc import Sequence
from typing import Any, NamedTuple

from pyui.router import join_base
from pyui.server._client_assets import ClientAssets
from pyui.server._dominate import document, raw, tags
from pyui.server._trace import Trusted
from pyui.view.protocol import PAYLOAD_ID, ROOT_ID

# Nobody can guess it, so that no title and no markup of a user can be mistaken for a hole.
_HOLE = f"hole-{secrets.token_hex(16)}"


class Head(NamedTuple):
    """What stands in the head of a document.

    Args:
        lang: the language of the document.
        stylesheets: their URLs.
        icon: the URL of the icon; empty where there is none.
        items: further markup: text that is markup, or dominate trees.
    """

    lang: str
    stylesheets: Sequence[str]
    icon: str
    items: Sequence[Any]


class Shell:
    """A document with holes for its title, what else the page puts into the head, the page, and the payload.

    Args:
        head: the head of the document.
        assets: the client assets of a live page; None for a page that needs no script.
        base: what stands before the paths of the app.
        capture: whether the page has handlers that the browser is to keep events for.
    """

    def __init__(self, head: Head, assets: ClientAssets | None, base: str, *, capture: bool = True) -> None:
        text: str = _document(head, assets, base, capture=capture).render(pretty=False)
        # The line feed behind the doctype is the one thing in it that a parser drops.
        self._parts = text.replace("\n<html", "<html", 1).split(_HOLE)
        self._items = [Trusted(item if isinstance(item, str) else item.render(pretty=False)) for item in head.items]

    def fill(self, title: str, head: str, page: Sequence[str], payload: str) -> list[str]:
        """Returns the pieces of the whole document.

        Args:
            title: the title, as HTML.
            head: the HTML of what else the page puts into the head.
            page: the pieces of the HTML of the page.
            payload: the payload as JSON; not used where the page needs no script.
        """
        start, behind_title, behind_head, behind_items, behind_page, *end = self._parts
        pieces = [start, title, behind_title, head, behind_head, *self._items, behind_items, *page, behind_page]
        return [*pieces, payload, *end] if end else pieces


def _document(head: Head, assets: ClientAssets | None, base: str, *, capture: bool) -> Any:
    doc = document(title=None, lang=head.lang)
    doc.head.add(tags.meta(charset="utf-8"))
    doc.head.add(tags.meta(name="viewport", content="width=device-width, initial-scale=1"))
    if assets is not None and capture:  # before stylesheets: a script waits for those that are before it
        doc.head.add(tags.script(raw(assets.capture)))
    doc.head.add(tags.title(raw(_HOLE)))
    doc.head.add(raw(_HOLE))
    # Without it, browsers ask for /favicon.ico, which a static host below a prefix cannot answer.
    doc.head.add(tags.link(rel="icon", href=head.icon or "data:,"))
    for url in head.stylesheets:
        doc.head.add(tags.link(rel="stylesheet", href=url))
    if assets is not None:
        # Nothing is preloaded: the runtime and Python's files would take processor and network from what is painted,
        # and this script fetches them after that.
        doc.head.add(tags.script(type="module", src=join_base(base, assets.start)))
    doc.head.add(raw(_HOLE))
    doc.body.add(tags.div(raw(_HOLE), id=ROOT_ID))
    if assets is not None:
        doc.body.add(tags.script(raw(_HOLE), type="application/json", id=PAYLOAD_ID))
    return doc
