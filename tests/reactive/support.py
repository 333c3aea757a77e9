"""What several tests of the graph need."""

import sys

from pyui._location import Location
from pyui.errors import PyuiError


def here(offset: int = 0) -> Location:
    """Returns the place of the call, moved by some lines."""
    frame = sys._getframe(1)
    return Location(frame.f_code.co_filename, frame.f_lineno + offset)


def is_at(error: PyuiError, place: Location) -> bool:
    """Tells whether an error names a place, in its attribute and in its text."""
    assert error.where == place
    return f"\n  at {place}" in str(error)


def noting[T](runs: list[int], note: int, result: T) -> T:
    """Adds a note of a run and returns the result, for use in a lambda."""
    runs.append(note)
    return result
