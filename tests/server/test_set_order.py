"""Loops over sets in code that ships."""

import logging
from pathlib import Path

import pytest

from pyui import App
from pyui.server._set_order import loops_over_sets
from tests.testing import samples

FOUND = """
KNOWN = {1, 2}

def g(): return [n for n in KNOWN]

def a(x, names: set[str], other: frozenset):
    for name in names: pass
    y = [n for n in {1, 2}]
    z = list({n for n in x})
    t = set(x) | names
    print(*t)
    "".join(t - names)
    return lambda: [n for n in other]

async def b(names: "typing.Set[str]" = set()):
    own = set()
    own: set[str] = {1}
    KNOWN = []
    [n for n in KNOWN]
    return tuple(own), {n: 1 for n in own}, (n for n in frozenset(own))
"""

LET_THROUGH = """
KNOWN = {1}
LATER = {1}
LATER = [1]

def a(x, names: set[str], text: list[str]):
    for name in sorted(names): pass
    y = sorted(n for n in names)
    any(n in x for n in names)
    also = {n for n in names}
    z = names
    for n in text + x: pass
    names = list(x)
    for n in names: pass
    for n in x - 1: pass
    for w in w(): pass
    sorted(KNOWN), [n for n in LATER]

def b(names):
    own = set()
    for own in names: pass
    [n for n in own]

def c(names: set[str]):
    def inner(names):
        return [n for n in names]
    len(names), min(names), max(list(x))
"""


def lines(tmp_path: Path, source: str) -> list[int]:
    file = tmp_path / "source.py"
    file.write_text(source)
    return [place.line for place in loops_over_sets([file])]


def test_found(tmp_path: Path) -> None:
    assert lines(tmp_path, FOUND) == [4, 7, 8, 9, 11, 12, 13, 20]


def test_let_through(tmp_path: Path) -> None:
    assert lines(tmp_path, LET_THROUGH) == []


@pytest.mark.parametrize(("debug", "count"), [(True, 1), (False, 0)])
def test_reported_in_dev(caplog: pytest.LogCaptureFixture, debug: bool, count: int) -> None:
    app = App("tests.testing.sample_routes:routes", debug=debug)
    with caplog.at_level(logging.WARNING, "pyui.server"):
        app.assets()
    found = [message for message in caplog.messages if "goes through a set" in message]
    assert len(found) == count
    assert all(message.startswith(f"{samples.__file__}:") for message in found)
