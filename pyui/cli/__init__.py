"""The command line: `pyui build`, `pyui serve`, `pyui dev`, `pyui new`."""

from pyui.cli._errors import NoAppError
from pyui.cli._main import main

__all__ = ["NoAppError", "main"]
