"""Which part of a list has changed. Browser only, but plain Python."""

from typing import Any, NamedTuple

from pyui.view._for import Row


class Shown(NamedTuple):
    """What a list shows.

    Args:
        rows: its rows.
        keys: their keys.
        items: their items.
    """

    rows: list[Row]
    keys: list[Any]
    items: list[Any]


class Change(NamedTuple):
    """The part between the rows that stay at the beginning and those that stay at the end.

    Args:
        start: the index of its first row.
        end: the index behind its last row, before the change.
        rows: its rows before.
        keys: their keys.
        new_keys: its keys now.
        new_items: its items now.
        following: the row behind it; None where there is none.
    """

    start: int
    end: int
    rows: list[Row]
    keys: list[Any]
    new_keys: list[Any]
    new_items: list[Any]
    following: Row | None


def change_of(shown: Shown, keys: list[Any], items: list[Any]) -> Change | None:
    """Finds the part that has changed.

    Args:
        shown: what the list shows.
        keys: the keys now.
        items: the items now.

    Returns:
        The part; None where nothing has changed.
    """
    before, count = len(shown.rows), len(items)
    least = min(before, count)
    start = 0
    while start < least and shown.items[start] is items[start] and shown.keys[start] == keys[start]:
        start += 1
    behind = 0
    least -= start
    while (
        behind < least
        and shown.items[-1 - behind] is items[-1 - behind]
        and shown.keys[-1 - behind] == keys[-1 - behind]
    ):
        behind += 1
    end = before - behind
    if start == end and before == count:
        return None
    following = shown.rows[end] if behind else None
    middle = slice(start, end)
    return Change(
        start,
        end,
        shown.rows[middle],
        shown.keys[middle],
        keys[start : count - behind],
        items[start : count - behind],
        following,
    )
