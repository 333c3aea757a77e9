"""Markup of rows, with marks in the place of their values."""

import re
from collections.abc import Iterator

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
