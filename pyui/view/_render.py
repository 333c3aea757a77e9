"""Renders a tree to a string, on the server and at build time. Runs on both sides."""

from typing import NamedTuple

from pyui.reactive import Owner
from pyui.reactive._graph import current
from pyui.view import _waiting
from pyui.view._head import HeadEntry
from pyui.view._recorder import Recorder
from pyui.view._walk import Walk, unfenced
from pyui.view._whole import render_whole


class RenderedPage(NamedTuple):
    """A page's content.

    Args:
        html: what goes into the page's root element.
        live: how many live parts, effects and `on_mount` functions there are; with none, the page needs no script.
        head: what goes into the head of the document, in the order in which the walk came by it.
        islands: how many parts are taken over by themselves; what is live in them does not count for `live`.
    """

    html: str
    live: int
    head: tuple[HeadEntry, ...] = ()
    islands: int = 0


def render_page(node: object, walk: Walk | None = None) -> RenderedPage:
    """Renders a tree completely, and counts what is live in it. Nothing of the reactive graph is made.

    Args:
        node: a component call, an element, or anything else that may be a child.
        walk: a new walk that writes it; by default a plain one.

    Returns:
        The HTML, portals at its end.

    Raises:
        PyuiError: a node cannot be rendered.
        Exception: whatever a component raises outside of an `ErrorBoundary`.
    """
    _waiting.compile_all()
    owner = Owner(static=True)
    walk = walk if walk is not None else Walk(Recorder())
    recorder = walk.recorder
    token = current.set(owner)
    try:
        pieces, portals = render_whole(walk, node)
    finally:
        current.reset(token)
        owner.dispose()
    live = recorder.live + owner.live
    keeps = live or recorder.islands or not walk.fenced
    html = ("".join(pieces) if keeps else unfenced(pieces)) + "".join(portals)
    return RenderedPage(html, live, tuple(recorder.entries), recorder.islands)


def render_to_string(node: object) -> str:
    """Renders a tree to HTML. Nothing of the reactive graph is made.

    Args:
        node: a component call, an element, or anything else that may be a child.

    Returns:
        The HTML, with the markers that hydration needs, portals at its end.

    Raises:
        PyuiError: a node cannot be rendered.
        Exception: whatever a component raises outside of an `ErrorBoundary`.
    """
    return render_page(node).html
