"""Encoding: a value of the closed set of types to what JSON has, as `_codec.py` says. Runs on both sides."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from pyui._location import Location
from pyui.errors import ViewError
from pyui.view._classes import class_kind, class_path, enum_argument, fields_of
from pyui.view._codec import MAX_DEPTH, MAX_SAFE_INTEGER, TAG, Path, Refused, Step, path_text
from pyui.view._scalars import Form, float_form, int_form, scalar_form, text_form
from pyui.view._set_order import in_order


class EncodeError(ViewError):
    """A value cannot travel between the server and the browser.

    Args:
        path: the way to the value, `props.items[3].when`.
        what: the end of the sentence that begins with the path.
        fix: one sentence on what to do.
        where: the user's place.
    """

    code = "PYUI220"

    def __init__(self, path: str, what: str, fix: str, *, where: Location | None = None) -> None:
        super().__init__(f"{path} {what}.", fix, where=where)
        self.path = path


class _Seen:
    """An object that was met.

    Args:
        value: the object; held, so that its identity stays its own.
        holder: the list or dict that its node stands in.
        key: where in it.
    """

    __slots__ = ("holder", "key", "slot", "value")

    def __init__(self, value: object, holder: Any, key: Any) -> None:
        self.value = value
        self.holder = holder
        self.key = key
        self.slot: int | None = None


type _Job = tuple[Any, Any, Any, Path, int]
"""A value to encode: the list or dict that its node goes into, where in it, the value, its path and depth."""

type _Node = tuple[Any, Iterable[tuple[Any, Any, Any, Step]]]
"""A node, and what is to be encoded into it: holder, key, value, and the step to it."""


class Encoder:
    """Encodes a value. Goes through it with a list of its own: a value may be as deep as memory allows.

    Args:
        name: what the value is called in messages.

    Attributes:
        classes: the user's classes that were met, and the way to the first instance of each.
    """

    def __init__(self, name: str) -> None:
        self.classes: dict[type, Path] = {}
        self._name = name
        self._seen: dict[int, _Seen] = {}
        self._shared: list[Any] = []
        self._jobs: list[_Job] = []
        self._tagged = False
        self._kinds: dict[type, tuple[str, str]] = {}

    def encode(self, value: object) -> Any:
        """Encodes the value.

        Args:
            value: any value of the closed set of types; it may hold itself.

        Returns:
            What `json.dumps` takes. It shares no list and no dict with the value.

        Raises:
            EncodeError: a value in it cannot travel.
        """
        root: list[Any] = [None]
        self._jobs.append((root, 0, value, (None, self._name), 0))
        while self._jobs:
            job = self._jobs.pop()
            try:
                self._encode(*job)
            except Refused as refused:
                raise EncodeError(path_text(job[3]), refused.what, refused.fix) from None
        return {TAG: ["shared", self._shared, root[0]]} if self._tagged else root[0]

    def _tag(self, form: Form) -> dict[str, Form]:
        self._tagged = True
        return {TAG: form}

    def _encode(self, holder: Any, key: Any, value: Any, path: Path, depth: int) -> None:
        if self._put_simple(holder, key, value):
            return
        write = _CONTAINERS.get(value.__class__)
        form = None if write is not None else scalar_form(value)
        if form is not None:
            holder[key] = self._tag(form)
        elif not self._put_seen(holder, key, value):
            node, inner = write(self, value) if write is not None else self._instance(value, path)
            seen = _Seen(value, holder, key)
            if value or value.__class__ not in _EMPTY:
                self._seen[id(value)] = seen
            holder[key] = node
            if depth == MAX_DEPTH:
                self._share(seen, node)
            self._put_inner(inner, path, depth % MAX_DEPTH + 1)

    def _put_simple(self, holder: Any, key: Any, value: Any) -> bool:
        """Encodes what holds no other values and is most of what there is."""
        kind = value.__class__
        if kind is str:
            holder[key] = value if value.isascii() or _is_whole(value) else self._tag(text_form(value))
        elif value is None or kind is bool:
            holder[key] = value
        elif kind is int:
            holder[key] = value if -MAX_SAFE_INTEGER <= value <= MAX_SAFE_INTEGER else self._tag(int_form(value))
        elif kind is float:
            holder[key] = value if value - value == 0 else self._tag(float_form(value))
        else:
            return False
        return True

    def _put_inner(self, inner: Iterable[tuple[Any, Any, Any, Step]], path: Path, depth: int) -> None:
        put, append = self._put_simple, self._jobs.append
        for holder, key, value, step in inner:
            if value.__class__ is str and value.isascii():
                holder[key] = value
            elif not put(holder, key, value):
                holder[key] = None  # keeps the order of a dict's keys
                append((holder, key, value, (path, step), depth))

    def _put_seen(self, holder: Any, key: Any, value: Any) -> bool:
        """Puts a reference to an object that was met before; its node moves to the shared ones."""
        seen = self._seen.get(id(value))
        if seen is None:
            return False
        if seen.slot is None:
            self._share(seen, seen.holder[seen.key])
        holder[key] = self._tag(["ref", seen.slot])
        return True

    def _share(self, seen: _Seen, node: Any) -> None:
        seen.slot = len(self._shared)
        self._shared.append(node)
        seen.holder[seen.key] = self._tag(["ref", seen.slot])

    def _list(self, value: list[Any]) -> _Node:
        node: list[Any] = [None] * len(value)
        return node, [(node, index, item, index) for index, item in enumerate(value)]

    def _tuple(self, value: tuple[Any, ...]) -> _Node:
        items, inner = self._list([*value])
        return self._tag(["tuple", items]), inner

    def _set(self, value: set[Any] | frozenset[Any]) -> _Node:
        items: list[Any] = [None] * len(value)
        inner = [(items, index, item, (item,)) for index, item in enumerate(in_order(value))]
        return self._tag([value.__class__.__name__, items]), inner

    def _dict(self, value: dict[Any, Any]) -> _Node:
        if TAG not in value and all(key.__class__ is str and (key.isascii() or _is_whole(key)) for key in value):
            node: dict[str, Any] = {}
            return node, [(node, key, item, key) for key, item in value.items()]
        pairs: list[Any] = [None] * (2 * len(value))
        return self._tag(["dict", pairs]), _pairs(pairs, value)

    def _instance(self, value: Any, path: Path) -> _Node:
        kind, name = self._kind_of(value.__class__, path)
        if kind in ("enum", "flag"):
            return self._tag([kind, name, enum_argument(value, kind)]), ()
        if kind == "named":
            items, inner = self._list([*value])
            return self._tag([kind, name, items]), inner
        node: dict[str, Any] = {}
        fields_set = [sorted(value.__pydantic_fields_set__)] if kind == "model" else []
        inner = [(node, field, item, field) for field, item in fields_of(value, kind).items()]
        return self._tag([kind, name, node, *fields_set]), inner

    def _kind_of(self, cls: type, path: Path) -> tuple[str, str]:
        found = self._kinds.get(cls)
        if found is None:
            kind = class_kind(cls)
            if kind is None:
                raise Refused(f"is a {cls.__qualname__}, which cannot travel", _FIXES.get(cls.__name__, _FIX))
            found = self._kinds[cls] = kind, class_path(cls)
            self.classes[cls] = path
        return found


def _pairs(pairs: list[Any], value: dict[Any, Any]) -> Iterator[tuple[Any, Any, Any, Step]]:
    for index, (key, item) in enumerate(value.items()):
        yield pairs, 2 * index, key, (key,)
        yield pairs, 2 * index + 1, item, (key,)


def _is_whole(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def encode(value: object, name: str = "value") -> Any:
    """Encodes a value, as `Encoder.encode`.

    Args:
        value: the value.
        name: what it is called in messages.
    """
    return Encoder(name).encode(value)


_CONTAINERS: dict[type, Callable[[Encoder, Any], _Node]] = {
    list: Encoder._list,
    tuple: Encoder._tuple,
    set: Encoder._set,
    frozenset: Encoder._set,
    dict: Encoder._dict,
}

_EMPTY = (tuple, frozenset)  # the empty ones are one and the same object everywhere

_FIX = "Use plain values, dates, decimals, lists, dicts, sets, and your own dataclasses and enums."
_FIXES = {
    "function": "Call it in the loader and pass what it returns.",
    "coroutine": "Await it first.",
    "generator": "Make it a list.",
    "ZoneInfo": "Pass its key.",
    "Signal": "Pass its value, and make the signal in the component.",
    "Computed": "Pass its value.",
}
