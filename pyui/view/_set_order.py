"""An order for the items of a set, which has none: the same set gives the same payload. Runs on both sides."""

from collections.abc import Iterable
from typing import Any, cast

from pyui.view._classes import field_names
from pyui.view._codec import MAX_DEPTH, repr_of


def in_order(values: Iterable[Any]) -> list[Any]:
    """Returns the items of a set in an order that does not depend on how it was filled, nor sets in its items."""
    texts: dict[int, str] = {}
    return sorted(values, key=lambda value: _text(value, texts, MAX_DEPTH))


def _text(value: Any, texts: dict[int, str], depth: int) -> str:
    cls, key = value.__class__, id(value)
    name: str = cls.__qualname__
    if key in texts or depth == 0:
        return texts.get(key, name)
    inner = _inner(value)
    if inner is None:
        return f"{name} {repr_of(value)}"
    texts[key] = name  # where it holds itself
    found = [_text(item, texts, depth - 1) for item in inner]
    texts[key] = f"{name}{sorted(found) if issubclass(cls, frozenset) else found}"
    return texts[key]


def _inner(value: Any) -> Iterable[Any] | None:
    if isinstance(value, (frozenset, tuple)):
        return cast("Iterable[Any]", value)
    if hasattr(value, "__dataclass_fields__"):
        return [getattr(value, field, None) for field in field_names(value.__class__)]
    return None
