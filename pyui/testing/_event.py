"""Events of a page without a browser, delivered as `runtime_js/src/events.js` does."""

import json
from typing import Any

from pyui.testing._controls import is_bound, read
from pyui.testing._dom import Element
from pyui.testing._live_page import LivePage
from pyui.testing._target import Target
from pyui.view.protocol import MARKER

DIRECT = frozenset(
    (
        "abort beforetoggle blur cancel canplay canplaythrough close durationchange emptied ended error focus invalid "
        "load loadeddata loadedmetadata loadstart mouseenter mouseleave pause play playing pointerenter pointerleave "
        "progress ratechange scroll scrollend seeked seeking stalled suspend timeupdate toggle volumechange waiting"
    ).split()
)
"""Events that browsers do not let bubble, so that only their target handles them."""

_ZERO = ("button", "clientX", "clientY", "detail", "offsetX", "offsetY", "pageX", "pageY", "screenX", "screenY")
_FALSE = ("altKey", "ctrlKey", "metaKey", "repeat", "shiftKey", "isComposing")


class DomEvent:
    """What stands in for the browser's event. Its properties have the names that they have in a browser.

    Args:
        kind: its type.
        target: what it happened on.
        properties: further properties, such as `key` or `clientX`.
    """

    def __init__(self, kind: str, target: Target, properties: dict[str, Any]) -> None:
        self.type = kind
        self.target = target
        self.key = self.code = ""
        self.bubbles = kind not in DIRECT
        self.defaultPrevented = False
        for name in _ZERO:
            setattr(self, name, 0)
        for name in _FALSE:
            setattr(self, name, False)
        for name, value in properties.items():
            setattr(self, name, value)

    def preventDefault(self) -> None:
        """Keeps what the browser would do from being done."""
        self.defaultPrevented = True

    def stopPropagation(self) -> None:
        """Is there for handlers to call; the binder itself goes no further."""


def send(page: LivePage, element: Element, kind: str, properties: dict[str, Any] | None = None) -> bool:
    """Sends an event to an element and to those around it that handle it.

    Args:
        page: the page.
        element: what it happens on.
        kind: its type.
        properties: further properties.

    Returns:
        Whether the default action goes on.

    Raises:
        ReportedError: a handler failed.
    """
    places = [element] if kind in DIRECT else element.path()
    path = [place for place in places if place.number is not None and _handles(place, kind)]
    event = DomEvent(kind, Target(element), properties or {})
    if path:
        value = json.dumps(read(element)) if path[0] is element and is_bound(element) else ""
        page.deliver(kind, path, event, value)
    return not event.defaultPrevented


def _handles(element: Element, kind: str) -> bool:
    return kind in element.attributes.get(MARKER, "").split()
