"""Which rows of a long list are in the page. Arithmetic alone; runs on both sides."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from pyui.view._heights import Heights

FAR = 1e12
"""Stands for no limit, in JSON as well."""

_NEAR = (
    64  # how far from where it should be a row is looked for: a search through all would cost more than a new window
)
_TRIED = 3  # how many rows are looked for; where these are gone it is another list


class Seen(NamedTuple):
    """The part of the rows that can be seen, in pixels from the beginning of the first.

    Args:
        top: where it begins.
        height: its height.
    """

    top: float
    height: float


class Window(NamedTuple):
    """The rows that are in the page.

    Args:
        first: the index of the first.
        end: the index behind the last.
    """

    first: int
    end: int


def window_of(seen: Seen, heights: Heights, count: int, overscan: int) -> Window:
    """Chooses the rows to have in the page: those that are seen, and some around them.

    Args:
        seen: what is seen.
        heights: where the rows are.
        count: how many there are.
        overscan: how many more to have on each side.
    """
    top = max(0.0, min(seen.top, heights.offset(count) - seen.height))
    first = max(0, heights.index_at(top) - overscan)
    return Window(min(first, count), min(count, heights.index_at(top + seen.height) + 1 + overscan))


def limits_of(window: Window, seen: Seen, heights: Heights, count: int, overscan: int) -> tuple[float, float]:
    """Returns within which pixels what is seen may move without another window.

    Whether the list is at its very beginning has to be known too, because new rows in front then come into view.
    """
    spare = overscan // 2
    at_top = seen.top < 1
    low = heights.offset(window.first + spare) if window.first else (-FAR if at_top else 1.0)
    high = heights.offset(window.end - spare) if window.end < count else FAR
    return low, min(high, seen.height + 1) if at_top else high


def find_row(items: Sequence[Any], key_of: Callable[[Any], object], key: object, places: Sequence[int]) -> int | None:
    """Looks for a row in a list that has changed.

    Args:
        items: the list.
        key_of: returns the key of an item.
        key: that of the row.
        places: the indices where it most likely is.

    Returns:
        Its index; None where it is not near any of these.
    """
    count = len(items)
    for place in places:
        if 0 <= place < count and key_of(items[place]) == key:
            return place
    for distance in range(1, _NEAR):
        for place in places:
            for index in (place - distance, place + distance):
                if 0 <= index < count and key_of(items[index]) == key:
                    return index
    return None


def find_shift(
    items: Sequence[Any], key_of: Callable[[Any], object], rows: Sequence[tuple[int, object]], longer: int
) -> tuple[int, int] | None:
    """Finds out where rows that are seen have gone in a list that has changed.

    Args:
        items: the list.
        key_of: returns the key of an item.
        rows: indices and keys of the rows, the most important first.
        longer: by how many items the list is longer than before.

    Returns:
        The index that a row had and the one that it has; None where the first few are all gone.
    """
    for index, key in rows[:_TRIED]:
        found = find_row(items, key_of, key, (index, index + longer))
        if found is not None:
            return index, found
    return None
