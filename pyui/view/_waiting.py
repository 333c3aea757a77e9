"""Hands the functions of components to the compiler of templates before they are rendered. Runs on both sides.

The compiler stays on the server. It is imported when there is something to compile, because it needs `ast`; where
nothing but the client bundle is there, nothing is compiled.
"""

import os
import sys
from importlib import import_module
from types import FunctionType

enabled = sys.platform != "emscripten" and os.environ.get("PYUI_COMPILE") != "0"
"""Whether functions are compiled."""

_functions: list[FunctionType] = []


def add(function: FunctionType) -> None:
    """Has a function compiled at the next render."""
    if enabled:
        _functions.append(function)


def compile_all() -> None:
    """Compiles the functions that wait."""
    if _functions:
        functions = _functions.copy()
        del _functions[: len(functions)]
        from importlib.util import find_spec  # noqa: PLC0415 - not needed in the browser

        if find_spec("pyui.templates") is not None:
            import_module("pyui.templates").compile_functions(functions)
