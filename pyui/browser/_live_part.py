"""The live parts of elements that are alike. Browser only."""

from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

from pyui.browser._cells import AttributeCell, SignalCell, TextCell, text_of
from pyui.browser._shape_recorder import Live
from pyui.view._attributes import URLS, attribute_value

_NONE: frozenset[type] = frozenset()
_TEXT: frozenset[type] = frozenset((str,))
_TEXT_OR_NONE: frozenset[type] = frozenset((str, type(None)))


class LivePart(NamedTuple):
    """A live part, and how it is bound.

    Args:
        value: which value it shows.
        is_signal: whether that is a signal, shown as it is.
        plain: the classes of values that are texts already.
        convert: makes a text of others.
        make: makes its cell.
        node: which element, or, negative, which comment.
        first: what `make` wants to know of it.
        second: as well.
    """

    value: int
    is_signal: bool
    plain: frozenset[type]
    convert: Callable[[Any], Any]
    make: Callable[..., AttributeCell | TextCell]
    node: int
    first: str
    second: str

    @classmethod
    def of(cls, live: Live, is_signal: bool) -> "LivePart":
        """Says how a live part is bound."""
        if live.name:
            plain = _NONE if live.name in URLS else _TEXT_OR_NONE
            convert = partial(attribute_value, live.name)
            return cls(live.value, is_signal, plain, convert, AttributeCell, live.node, live.tag, live.name)
        make = SignalCell if is_signal else TextCell
        return cls(live.value, is_signal, _TEXT, text_of, make, live.node, live.before, live.behind)
