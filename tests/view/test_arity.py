from functools import partial
from typing import Any

import pytest

from pyui import signal
from pyui.view._arity import wanted


class Model:
    def none(self) -> None: ...
    def one(self, a: object) -> None: ...
    def two(self, a: object, b: object) -> None: ...
    def __call__(self, a: object, b: object) -> None: ...

    @staticmethod
    def static(a: object) -> None: ...

    @classmethod
    def of_class(cls, a: object) -> None: ...


@pytest.mark.parametrize(
    ("function", "expected"),
    [
        (lambda: 0, 0),
        (lambda a: a, 1),
        (lambda a, b: a, 2),
        (lambda a, b, c: a, 2),
        (lambda a=1: a, 0),
        (lambda a, b=1: a, 1),
        (lambda *a: a, 1),
        (lambda a, *b: a, 1),
        (lambda a, b, *c: a, 2),
        (lambda *, a=1: a, 0),
        (lambda **a: a, 0),
        (Model().none, 0),
        (Model().one, 1),
        (Model().two, 2),
        (Model.static, 1),
        (Model.of_class, 1),
        (Model().of_class, 1),
        (Model.one, 2),
        (Model(), 2),
        (signal(1), 0),
        # Nothing can be known of these without `inspect`.
        (Model, 1),
        (print, 1),
        ([].append, 1),
        (partial(max, 1), 1),
    ],
)
def test_wanted(function: Any, expected: int):
    assert wanted(function, 2) == expected
    assert wanted(function, 1) == min(expected, 1)
    assert wanted(function, 0) == 0
