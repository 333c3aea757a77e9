"""Makes elements before what is behind them is evaluated, where that matters. Runs on the server."""

from collections.abc import Callable
from typing import Any

from pyui.templates._kinds import Kind, kind_of
from pyui.templates._live_element import LiveElement
from pyui.templates._runtime import Unmerged, wrap

_LASTING = frozenset((Kind.TEXT, Kind.NOTHING, Kind.MARKUP, Kind.LIVE))


def settle(template: Callable[..., Any], last: Any, *values: Any) -> Any:
    """Makes an element before what is behind it is evaluated, if its values are not all strings.

    Args:
        template: makes its markup of the values.
        last: the last value that was evaluated.
        values: all values.

    Returns:
        The last value where making the element later makes no difference.
    """
    part = template(*values)
    if part.__class__ is str and not any(value.__class__ is list for value in values):
        return last
    if part.__class__ is LiveElement and all(kind_of(value.__class__) in _LASTING for value in values):
        return last
    return Unmerged(wrap(part))
