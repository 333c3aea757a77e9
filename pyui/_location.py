"""Finds the user's own file and line on the stack. Runs on both sides."""

import sys
from types import CodeType, FrameType
from typing import NamedTuple

_PACKAGE = __file__.rpartition("_location.py")[0]


class Location(NamedTuple):
    """A place in the user's source.

    Args:
        file: the path as the interpreter knows it.
        line: the line, counted from 1.
    """

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


def is_own_code(code: CodeType) -> bool:
    """Tells whether a code object belongs to pyui itself and not to its user."""
    return code.co_filename.startswith(_PACKAGE)


def user_location() -> Location | None:
    """Returns the innermost place on the stack that is outside pyui, or None where there is none."""
    # `inspect.stack()` reads source files and is a thousand times slower.
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        if not is_own_code(frame.f_code):
            return Location(frame.f_code.co_filename, frame.f_lineno)
        frame = frame.f_back
    return None
