"""What the values of a template are, as far as their classes tell. Runs on the server."""

from enum import Enum
from types import FunctionType
from typing import Any

from pyui.reactive import Computed, Signal
from pyui.view._element import StaticElement
from pyui.view._node import Node


class Kind(Enum):
    """What a value is."""

    TEXT = "text or a number"
    NOTHING = "nothing"
    MARKUP = "finished markup"
    LIVE = "evaluated when the walk comes by"
    NODE = "a node of which nothing else is known"
    ELEMENT = "a node that is sure to start markup"
    LIST = "a list"
    OTHER = "anything else"


LISTED = frozenset((Kind.NODE, Kind.ELEMENT, Kind.LIST))
"""What the walk goes through."""

_KINDS: dict[type[Any], Kind] = {
    **dict.fromkeys((str, int, float), Kind.TEXT),
    **dict.fromkeys((bool, type(None)), Kind.NOTHING),
    **dict.fromkeys((Signal, Computed, FunctionType), Kind.LIVE),
    **dict.fromkeys((list, tuple), Kind.LIST),
    StaticElement: Kind.MARKUP,
}


def kind_of(kind: type[Any]) -> Kind:
    """Returns what a value of a class is."""
    if issubclass(kind, Node) and kind is not StaticElement:
        return Kind.ELEMENT if kind.starts_markup else Kind.NODE
    return _KINDS.get(kind, Kind.OTHER)
