from typing import Any

import pytest

from pyui import Mismatch, on_mismatch
from pyui._location import Location
from pyui.html import div, p, span
from pyui.view import _mismatch
from pyui.view._attributes import InvalidAttributeError, InvalidNameError
from pyui.view._element import HandlerError
from tests.view.support import error_of, html, live


def mismatch(**changes: Any) -> Mismatch:
    """A mismatch."""
    fields: dict[str, Any] = {
        "path": ("Page", "Clock"),
        "where": Location("shop/clock.py", 7),
        "used_at": Location("shop/page.py", 12),
        "expected": "12:01",
        "found": "12:00",
        "hint": "Both look like a time.",
    }
    return Mismatch("text", **{**fields, **changes})


def test_what_it_says():
    assert str(mismatch()) == (
        "[PYUI401] The page has another text than its component renders. It was repaired.\n"
        "  component: Page > Clock (shop/clock.py:7, used at shop/page.py:12)\n"
        "  expected:  12:01\n"
        "  found:     12:00\n"
        "  Both look like a time."
    )
    assert "component: Page (shop/page.py:3)\n" in str(
        mismatch(path=("Page",), where=Location("shop/page.py", 3), used_at=None)
    )
    assert "component:" not in str(mismatch(path=(), where=None))
    assert "  found:     nothing\n" in str(mismatch(found=""))


def test_what_is_sent():
    assert mismatch().as_dict() == {
        "code": "PYUI401",
        "kind": "text",
        "component": "Clock",
        "path": ["Page", "Clock"],
        "where": "shop/clock.py:7",
        "used_at": "shop/page.py:12",
        "expected": "12:01",
        "found": "12:00",
        "hint": "Both look like a time.",
    }
    assert mismatch(path=(), where=None).as_dict()["where"] == ""


def test_on_mismatch_returns_the_function(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(_mismatch, "callbacks", [])
    assert on_mismatch(print) is print
    assert _mismatch.callbacks == [print]


def test_on_mismatch_wants_a_function():
    error: Any = "report"
    error_of(lambda: on_mismatch(error), HandlerError)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("text", ' data-allow-mismatch="text"'),
        ("class style", ' data-allow-mismatch="class style"'),
        (True, ' data-allow-mismatch="text class style children attributes"'),
        (None, ""),
        (False, ""),
    ],
)
def test_allow_mismatch(value: Any, expected: str):
    assert html(p("x", id="a", allow_mismatch=value)) == f'<p id="a"{expected}>x</p>'
    assert live(p("x", allow_mismatch=value)) == 0


@pytest.mark.parametrize("value", ["txt", "text,class", "", 1, ["text"]])
def test_allow_mismatch_knows_its_names(value: Any):
    error_of(lambda: span("x", allow_mismatch=value), InvalidAttributeError)


def test_its_attribute_is_not_written_by_hand():
    error_of(lambda: div(data_allow_mismatch="text"), InvalidNameError)
