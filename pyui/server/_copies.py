"""Copies of props: what encoding and decoding them would give, without doing so, for what most props are made of."""

from collections.abc import Callable
from operator import is_
from typing import Any

from pyui.view._classes import class_kind, class_path, field_names, new_instance
from pyui.view._codec import Refused

_PLAIN = frozenset((str, int, float, bool, type(None)))
_TEXT = frozenset((str,))
_MOST_DEPTH = 40
_new_tuple: Callable[..., Any] = tuple[Any].__new__


class UnusualError(Exception):
    """A value that only the codec knows how to copy, or to refuse."""


type _Copy = Callable[["Copier", Any, int], Any]


class Copier:
    """Copies values twice or more. What cannot change is shared with the copies.

    Encoded and decoded, an object that occurs twice is one object still. Here such values are left to the codec.
    """

    def __init__(self) -> None:
        self._met: set[int] = set()
        self._fixed: set[int] = set()

    def copy(self, value: Any) -> Any:
        """Copies a value.

        Raises:
            UnusualError: it has to go through the codec.
        """
        self._met.clear()
        return self.part(value, 0)

    def part(self, value: Any, depth: int) -> Any:
        """Copies a part of a value, which lies in `depth` others."""
        kind: type[Any] = value.__class__
        if kind in _PLAIN or id(value) in self._fixed:
            return value
        copy = _COPIES.get(kind) or _copy_of_class(kind)
        if copy is not _tuple:
            self.meet(value)
        if depth > _MOST_DEPTH:
            raise UnusualError
        copied = copy(self, value, depth + 1)
        if copied is value:
            self._fixed.add(id(value))
        return copied

    def meet(self, value: object) -> None:
        """Raises `UnusualError` for an object that occurs twice."""
        if id(value) in self._met:
            raise UnusualError
        self._met.add(id(value))


def _list(copier: Copier, value: list[Any], depth: int) -> list[Any]:
    if _PLAIN.issuperset(map(type, value)):
        return value.copy()
    return [copier.part(item, depth) for item in value]


def _tuple(copier: Copier, value: tuple[Any, ...], depth: int) -> tuple[Any, ...]:
    if _PLAIN.issuperset(map(type, value)):
        return value
    items = [item if type(item) in _PLAIN else copier.part(item, depth) for item in value]
    if all(map(is_, items, value)):
        return value
    copier.meet(value)
    copied: tuple[Any, ...] = _new_tuple(type(value), items)
    return copied


def _dict(copier: Copier, value: dict[Any, Any], depth: int) -> dict[str, Any]:
    if not _TEXT.issuperset(map(type, value)):
        raise UnusualError
    if _PLAIN.issuperset(map(type, value.values())):
        return value.copy()
    return {key: copier.part(item, depth) for key, item in value.items()}


_COPIES: dict[type, _Copy] = {list: _list, tuple: _tuple, dict: _dict}


def _copy_of_class(kind: type) -> _Copy:
    """Returns what copies instances of a class that can be imported, and keeps it.

    Raises:
        UnusualError: they have to go through the codec.
    """
    try:
        travels = class_kind(kind)
        class_path(kind)
    except Refused:
        raise UnusualError from None
    if travels == "named" and not kind.__dictoffset__:
        copy: _Copy = _tuple
    elif travels == "object" and kind.__dictoffset__:
        copy = _dataclass_copy(kind, field_names(kind))
    else:
        raise UnusualError
    _COPIES[kind] = copy
    return copy


def _dataclass_copy(kind: type, names: list[str]) -> _Copy:
    if any(hasattr(getattr(kind, name, None), "__get__") for name in names):
        raise UnusualError

    def copy(copier: Copier, value: Any, depth: int) -> Any:
        fields: dict[str, Any] = value.__dict__
        if list(fields) != names:
            raise UnusualError
        made = new_instance(kind)
        made.__dict__ = _dict(copier, fields, depth)
        return made

    return copy
