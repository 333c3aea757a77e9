import pytest

from pyui.reactive._equality import same


class Raising:
    def __eq__(self, other: object) -> bool:
        raise RuntimeError("not comparable")

    __hash__ = None  # type: ignore[assignment]


class Elementwise:
    def __eq__(self, other: object) -> list[bool]:  # type: ignore[override]
        return [True, False]

    __hash__ = None  # type: ignore[assignment]


@pytest.mark.parametrize(("old", "new"), [(1, 1), ([1], [1]), ("a", "a"), (None, None), (1, 1.0)])
def test_equal_values_are_the_same(old: object, new: object):
    assert same(old, new)


@pytest.mark.parametrize(("old", "new"), [(1, 2), ([1], [2]), (None, 0), (float("nan"), float("nan"))])
def test_unequal_values_differ(old: object, new: object):
    assert not same(old, new)


@pytest.mark.parametrize("kind", [Raising, Elementwise])
def test_what_cannot_be_compared_is_the_same_only_when_identical(kind: type):
    value = kind()
    assert same(value, value)
    assert not same(value, kind())
