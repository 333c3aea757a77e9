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


def with_rows(sections: list[str], rows: list[list[Any]], markups: dict[int, str]) -> str:
    """Returns markup with the rows between its sections, of which it remembers the markup.

    Args:
        sections: the markup around the rows.
        rows: as `StandIn.about` lists them.
        markups: the markup of rows by its number.
    """
    written = list(sections[:1])
    for (_, _, number, markup, count, *_, values), section in zip(rows, sections[1:], strict=True):
        if markup is not None:
            markups[number] = markup
        rest = iter(values)
        written += [fill(markups[number], rest) for _ in range(count)]
        written.append(section)
    return "".join(written)


def numbers_of(numbers: Iterable[int], rows: Iterable[list[Any]] = ()) -> tuple[list[int], list[int]]:
    """Lists the numbers of elements and of comments, in the order of the document.

    Args:
        numbers: first element, element count, first comment, comment count.
        rows: the rows between them, as `StandIn.about` lists them.
    """
    first_element, elements, first_comment, comments = numbers
    all_elements: list[int] = []
    all_comments: list[int] = []
    next_element, next_comment = first_element, first_comment
    for behind, comment_behind, _, _, count, element, per_row, comment, comments_per_row, _ in rows:
        all_elements += [*range(next_element, behind), *range(element, element + count * per_row)]
        all_comments += [
            *range(next_comment, comment_behind, -1),
            *range(comment, comment - count * comments_per_row, -1),
        ]
        next_element, next_comment = behind, comment_behind
    all_elements += range(next_element, first_element + elements)
    all_comments += range(next_comment, first_comment - comments, -1)
    return all_elements, all_comments
