"""Shows the line of a table that an error is about."""

import linecache

from pyui._location import Location


def with_line(what: str, where: Location | None) -> str:
    """Appends the source line of a place to a sentence.

    Args:
        what: the sentence.
        where: the place; without one, or without its source, the sentence stays as it is.
    """
    line = linecache.getline(where.file, where.line).strip() if where is not None else ""
    return f"{what}\n    {line}\n" if line else what
