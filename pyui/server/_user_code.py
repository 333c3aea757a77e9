"""Tells the user's own files from those of libraries, for messages."""

import sysconfig
from pathlib import Path

from pyui._location import Location

_LIBRARIES = tuple({str(Path(sysconfig.get_path(name))) for name in ("stdlib", "purelib", "platlib")})


def is_users_file(file: str) -> bool:
    """Tells whether a file belongs to neither the standard library nor an installed package."""
    return not file.startswith(("<", *_LIBRARIES))


def users_place(where: Location | None) -> Location | None:
    """Returns a place if it is in the user's own code. An error raised beneath a library knows the library's line."""
    return where if where is not None and is_users_file(where.file) else None
