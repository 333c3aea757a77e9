"""Decoding: what `_encode.py` wrote back to the value. Runs on both sides.

Lists, dicts, sets and instances are made empty and filled later, one after the other, so that they may hold each other.
What is in a set, or is a key, is filled before: its hash may depend on it.
"""

from collections.abc import Callable
from typing import Any

from pyui.errors import ViewError
from pyui.view._classes import Ships, class_kind, fill_instance, find_class, find_member, new_instance
from pyui.view._codec import TAG, Refused
from pyui.view._scalars import read_scalar

type Read = Callable[..., Any]

_new_tuple: Callable[..., Any] = tuple[Any].__new__


class DecodeError(ViewError):
    """What came from the other side stands for no value here."""

    code = "PYUI221"


class Decoder:
    """Decodes one value.

    Args:
        shared: the nodes of objects that occur more than once.
        ships: tells whether a module is one whose classes may be instantiated.
    """

    def __init__(self, shared: list[Any], ships: Ships) -> None:
        self._shared = shared
        self._ships = ships
        self._made: dict[int, object] = {}
        self._making: set[int] = set()
        self._fills: dict[int, Callable[[], object]] = {}
        self._classes: dict[tuple[str, str], type] = {}
        self._kinds: dict[str, Read] = {
            "dict": self._dict,
            "enum": self._enum,
            "flag": self._flag,
            "frozenset": self._frozenset,
            "model": self._model,
            "named": self._named,
            "object": self._object,
            "ref": self._ref,
            "set": self._set,
            "tuple": self._tuple,
        }

    def decode(self, node: Any) -> Any:
        """Decodes the value.

        Raises:
            Refused: a part of it stands for no value here.
        """
        # From the last one: an inner part of something deep was shared after the outer one.
        for index in reversed(range(len(self._shared))):
            self._ref(index)
        value = self._value(node)
        while self._fills:
            self._fills.popitem()[1]()
        return value

    def _value(self, node: Any) -> Any:
        kind = node.__class__
        if kind is list:
            items: list[Any] = []
            self._fills[id(items)] = lambda: items.extend(map(self._value, node))
            return items
        if kind is not dict:
            return node
        if TAG not in node:
            values: dict[Any, Any] = {}
            self._fills[id(values)] = lambda: values.update(zip(node, map(self._value, node.values()), strict=True))
            return values
        name, *arguments = node[TAG]
        read = self._kinds.get(name)
        return read(*arguments) if read is not None else read_scalar(name, arguments)

    def _ref(self, index: int) -> object:
        if index not in self._made:
            if index in self._making:
                raise Refused("holds itself in a way that has no beginning", "Take the set out of what it holds.")
            self._making.add(index)
            self._made[index] = self._value(self._shared[index])
        return self._made[index]

    def _dict(self, pairs: list[Any]) -> dict[Any, Any]:
        made: dict[Any, Any] = {}

        def fill() -> None:
            for index in range(0, len(pairs), 2):
                made[self._hashable(pairs[index])] = self._value(pairs[index + 1])

        self._fills[id(made)] = fill
        return made

    def _set(self, items: list[Any]) -> set[Any]:
        made: set[Any] = set()
        self._fills[id(made)] = lambda: made.update(map(self._hashable, items))
        return made

    def _frozenset(self, items: list[Any]) -> frozenset[Any]:
        return frozenset(map(self._hashable, items))

    def _tuple(self, items: list[Any]) -> tuple[Any, ...]:
        return tuple(map(self._value, items))

    def _named(self, path: str, items: list[Any]) -> Any:
        return _new_tuple(self._class("named", path), map(self._value, items))

    def _enum(self, path: str, name: str) -> object:
        return find_member(self._class("enum", path), "enum", name)

    def _flag(self, path: str, value: int) -> object:
        return find_member(self._class("flag", path), "flag", value)

    def _object(self, path: str, values: dict[str, Any]) -> Any:
        return self._instance("object", path, values, [])

    def _model(self, path: str, values: dict[str, Any], fields_set: list[str]) -> Any:
        return self._instance("model", path, values, fields_set)

    def _instance(self, kind: str, path: str, values: dict[str, Any], fields_set: list[str]) -> Any:
        made = new_instance(self._class(kind, path))

        def fill() -> None:
            fields = {name: self._value(value) for name, value in values.items()}
            fill_instance(made, kind, fields, fields_set)

        self._fills[id(made)] = fill
        return made

    def _class(self, kind: str, path: str) -> type:
        key = (kind, path)
        if key not in self._classes:
            self._classes[key] = find_class(path, kind, self._ships)
        return self._classes[key]

    def _hashable(self, node: Any) -> Any:
        """Decodes a value whose hash is about to be asked for."""
        value = self._value(node)
        rest = [value] if node.__class__ is dict else []
        met: set[int] = set()
        while rest:
            inner = rest.pop()
            if isinstance(inner, tuple):
                rest.extend(inner)  # pyright: ignore[reportUnknownArgumentType]
            elif id(inner) not in met and inner.__class__.__hash__ not in (None, object.__hash__):
                met.add(id(inner))
                fill = self._fills.pop(id(inner), None)
                if fill is not None:
                    fill()
                if class_kind(inner.__class__) in ("object", "model"):
                    rest.extend(getattr(inner, name, None) for name in _names(inner))
        return value


def _names(instance: Any) -> list[str]:
    return [*getattr(instance, "__dataclass_fields__", ()), *getattr(instance, "__dict__", ())]


def decode(node: Any, ships: Ships) -> Any:
    """Decodes a value. No code of it is run, and instances are made only of classes of modules that ship.

    Args:
        node: what `encode` returned, out of JSON.
        ships: tells whether a module is one whose classes may be instantiated.

    Returns:
        The value; where it needs no decoding, the node itself.

    Raises:
        DecodeError: a part of it stands for no value here.
    """
    if node.__class__ is not dict or TAG not in node:
        return node
    _, shared, inner = node[TAG]
    try:
        return Decoder(shared, ships).decode(inner)
    except Refused as refused:
        raise DecodeError(f"A value of the payload {refused.what}.", refused.fix) from refused
