"""Drops docstrings from a memory that is about to become a snapshot. Runs in the engine that it is taken of."""

import gc
from collections.abc import Collection
from types import CodeType, FunctionType
from typing import Any

_HAS_DOCSTRING = 0x4000000  # `CO_HAS_DOCSTRING` of Include/cpython/code.h, from CPython 3.14 on
_CANNOT = (AttributeError, TypeError)


def drop_docstrings(kept: Collection[str]) -> None:
    """Drops the docstrings of all functions, classes and properties.

    Args:
        kept: the names of the modules whose docstrings stay: what a user's code may read.
    """
    without: dict[CodeType, CodeType] = {}
    for found in gc.get_objects():
        if isinstance(found, FunctionType):
            if found.__module__ not in kept:
                found.__code__ = _without(found.__code__, without)
                found.__doc__ = None
        elif isinstance(found, type | property):
            _drop(found, kept)


def _drop(found: Any, kept: Collection[str]) -> None:
    owner = found.fget if isinstance(found, property) else found
    if getattr(owner, "__module__", None) in kept:
        return
    try:
        if found.__doc__ is not None:
            found.__doc__ = None
    except _CANNOT:
        return  # classes of C


def _without(code: CodeType, done: dict[CodeType, CodeType]) -> CodeType:
    """Returns code like this, without the docstrings in it and in the functions that it makes."""
    found = done.get(code)
    if found is None:
        constants = tuple(_without(value, done) if isinstance(value, CodeType) else value for value in code.co_consts)
        if code.co_flags & _HAS_DOCSTRING:
            constants = (None, *constants[1:])
        found = code.replace(co_consts=constants, co_flags=code.co_flags & ~_HAS_DOCSTRING)
        done[code] = found
    return found
