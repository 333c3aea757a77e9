"""The live parts of elements that are alike. Browser only."""

from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

from pyui.browser._cells import AttributeCell, SignalCell, TextCell, text_of
from pyui.browser._shape_recorder import Live
from pyui.view._attributes import URLS, attribute_value


class _NoClass:
    """The class of no value."""


class LivePart(NamedTuple):
    """A live part, and how it is bound.

    Args:
        value: which value it shows.
        place: which of the texts of the element that is.
        is_signal: whether the value is a signal, shown as it is.
        plain: the class of values that are texts already.
        other: another one.
        convert: makes a text of others.
        make: makes its cell.
        node: which element, or, negative, which comment.
        first: what `make` wants to know of it.
        second: as well.
    """

    value: int
    place: int
    is_signal: bool
    plain: type
    other: type
    convert: Callable[[Any], Any]
    make: Callable[..., AttributeCell | TextCell]
    node: int
    first: str
    second: str

    @classmethod
    def of(cls, live: Live, place: int, *, is_signal: bool) -> "LivePart":
        """Says how a live part is bound."""
        if live.name:
            plain, other = (_NoClass, _NoClass) if live.name in URLS else (str, type(None))
            convert = partial(attribute_value, live.name)
            what = AttributeCell, live.node, live.tag, live.name
            return cls(live.value, place, is_signal, plain, other, convert, *what)
        make = SignalCell if is_signal else TextCell
        return cls(live.value, place, is_signal, str, _NoClass, text_of, make, live.node, live.before, live.behind)
