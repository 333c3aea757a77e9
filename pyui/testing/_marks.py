"""Markup of rows, with marks in the place of their values, and the numbers of rows."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from pyui.view._escape import escape_attribute, escape_text

_MARK = re.compile(r' ([^\s="]+)="\ue000\d+\ue001"|\ue000\d+\ue001')


def fill(markup: str, values: Iterator[object]) -> str:
    """Returns the markup of one row.

    Args:
        markup: with marks, as of `OP_TEMPLATE`.
        values: the row's, as of `OP_ROWS`; those behind them are left.
    """

    def filled(mark: re.Match[str]) -> str:
        name: str | None = mark[1]
        value = next(values)
        if name is None:
            return escape_text(str(value))
        return "" if value is None else f' {name}="{escape_attribute(str(value))}"'

    return _MARK.sub(filled, markup)


def with_rows(sections: list[str], rows: list[dict[str, Any]], markups: dict[int, str]) -> str:
    """Returns markup with the rows between its sections, of which it remembers the markup.

    Args:
        sections: the markup around the rows.
        rows: as `StandIn.about` tells them.
        markups: the markup of rows by its number.
    """
    written = list(sections[:1])
    for row, section in zip(rows, sections[1:], strict=True):
        if row["text"] is not None:
            markups[row["markup"]] = row["text"]
        rest = iter(row["values"])
        written += [fill(markups[row["markup"]], rest) for _ in range(row["count"])]
        written.append(section)
    return "".join(written)


def numbers_of(numbers: Iterable[int], rows: Iterable[dict[str, Any]] = ()) -> tuple[list[int], list[int]]:
    """Lists the numbers of elements and of comments, in the order of the document.

    Args:
        numbers: first element, element count, first comment, comment count; with those of rows.
        rows: the rows, as `StandIn.about` tells them.
    """
    next_element, element_count, next_comment, comment_count = numbers
    elements: list[int] = []
    comments: list[int] = []
    for row in rows:
        first, last = row["element"], row["element"] + row["count"] * row["elements"]
        elements += [*range(next_element, row["nextElement"]), *range(first, last)]
        first, last = row["comment"], row["comment"] - row["count"] * row["comments"]
        comments += [*range(next_comment, row["nextComment"], -1), *range(first, last, -1)]
        next_element, next_comment = row["nextElement"], row["nextComment"]
    elements += range(next_element, next_element + element_count - len(elements))
    comments += range(next_comment, next_comment - comment_count + len(comments), -1)
    return elements, comments
