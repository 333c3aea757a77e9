"""Values of all kinds that travel, and whether two are alike down to their types and identities."""

import math
from collections.abc import Callable
from dataclasses import fields
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from pyui.view._set_order import in_order
from tests.view.codec_types import Colour, Item, Key, Level, Outer, Point, Rights, Size

NAIVE = datetime(2024, 1, 2, 3, 4, 5, 6)  # noqa: DTZ001 - such values travel as well
NAMED_ZONE = timezone(timedelta(hours=5, minutes=30), "IST")

texts = st.one_of(
    st.text(max_size=8),
    st.text(st.characters(codec=None), max_size=4),
    st.sampled_from(["$", "</script>", "\u2028", "\0"]),
)
zones = st.one_of(
    st.none(), st.just(UTC), st.just(NAMED_ZONE), st.builds(timezone, st.timedeltas(timedelta(-0.9), timedelta(0.9)))
)
numbers = st.one_of(st.integers(), st.integers(-(2**200), 2**200), st.floats(), st.decimals())
moments = st.one_of(
    st.dates(),
    st.times(),
    st.timedeltas(),
    zones.filter(lambda zone: zone is not None),
    st.builds(lambda t, z, f: t.replace(tzinfo=z, fold=f), st.times(), zones, st.integers(0, 1)),
    st.builds(lambda t, z, f: t.replace(tzinfo=z, fold=f), st.datetimes(), zones, st.integers(0, 1)),
)
members = st.sampled_from([*Colour, *Size, *Level, *Rights, Rights.READ | Rights.WRITE, Rights(0)])
scalars = st.one_of(
    st.none(), st.booleans(), numbers, texts, st.binary(max_size=8), moments, st.uuids(), members,
    st.binary(max_size=4).map(bytearray),
)  # fmt: skip


def _hashable(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(
        st.lists(inner, max_size=3).map(tuple),
        st.frozensets(inner, max_size=3),
        st.builds(Key, inner),
        st.builds(Point, inner, inner),
    )


def _has_hash(value: Any) -> bool:
    return not isinstance(value, bytearray) and not (isinstance(value, Decimal) and value.is_snan())


hashables = st.recursive(scalars.filter(_has_hash), _hashable, max_leaves=6)


def _containers(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(
        st.lists(inner, max_size=4),
        st.lists(inner, max_size=4).map(tuple),
        st.lists(inner, max_size=2).map(lambda items: [items, items]),
        st.dictionaries(texts, inner, max_size=4),
        st.dictionaries(hashables, inner, max_size=3),
        st.sets(hashables, max_size=3),
        st.builds(Item, inner, inner),
        st.builds(Key, st.integers(), inner),
        st.builds(Point, inner, inner),
        st.builds(Outer.Inner, inner),
    )


values = st.recursive(st.one_of(scalars, hashables), _containers, max_leaves=12)


def alike(one: Any, other: Any) -> bool:
    """Tells whether two values are equal down to their types, and hold the same objects at the same places."""
    pairs: dict[int, int] = {}
    rest = [(one, other)]
    while rest:
        left, right = rest.pop()
        if type(left) is not type(right):
            return False
        inner = _INNER.get(type(left)) or (_fields if hasattr(left, "__dataclass_fields__") else None)
        if inner is None:
            if not _same_scalar(left, right):
                return False
        elif id(left) in pairs:
            if pairs[id(left)] != id(right) and left:
                return False
        else:
            pairs[id(left)] = id(right)
            lefts, rights = inner(left), inner(right)
            if len(lefts) != len(rights):
                return False
            rest.extend(zip(lefts, rights, strict=True))
    return True


def _same_scalar(left: Any, right: Any) -> bool:
    if isinstance(left, int):
        return bool(left == right)
    if isinstance(left, Decimal):
        return bool(left.as_tuple() == right.as_tuple())
    if isinstance(left, (datetime, time)):
        return (left.replace(tzinfo=None), left.fold, repr(left.tzinfo)) == (
            right.replace(tzinfo=None), right.fold, repr(right.tzinfo),
        )  # fmt: skip
    return repr(left) == repr(right)


def _fields(value: Any) -> list[Any]:
    return [getattr(value, field.name) for field in fields(value)]


_INNER: dict[type, Callable[[Any], list[Any]]] = {
    list: list,
    tuple: list,
    Point: list,
    set: in_order,
    frozenset: in_order,
    dict: lambda value: [part for item in value.items() for part in item],
}

SAMPLES: list[Any] = [
    None, True, 0, -1, 2**53 - 1, 2**53, -(2**70), 10**5000, 0.1, -0.0, 1e300, math.inf, -math.inf, math.nan,
    "", "a", "ü", "\u2028</script><!--", "\ud800", "$", b"", b"\0\xff", bytearray(b"ab"),
    [], [1, [2, [3]]], {}, {"a": {"b": 1}}, {"$": ["ref", 0]}, {1: 2, None: 3, (1, 2): [4], "x": 5, 1.5: 6},
    {"\ud800": 1}, (), (1, ("a",)), set(), {1, "a", (2, 3)}, frozenset(), frozenset({frozenset({1}), 2}),
    {10**5000, (10**5000,), -1}, {(10**5000, 1): 2},
    date(2024, 2, 29), time(1, 2, 3, 4), time(1, tzinfo=UTC, fold=1), NAIVE,
    datetime(2024, 10, 27, 2, 30, tzinfo=NAMED_ZONE, fold=1), timedelta(-1, 2, 3), timedelta.max, UTC, NAMED_ZONE,
    Decimal("-0.10"), Decimal("NaN"), Decimal("sNaN1"), Decimal("-Infinity"), Decimal("1E+400"),
    UUID(int=7), Colour.RED, Colour.ALSO_GREEN, Size.SMALL, Level.LOW, Rights.READ, Rights.READ | Rights.WRITE,
    Rights(0), Point(1, [2]), Item("a", [Item("b")]), Key(1), Key((1, Key(2)), [3]), {Key(Key(1)): Key(2)},
    {Key((Key(3),))},
    Outer.Inner(1),
]  # fmt: skip
