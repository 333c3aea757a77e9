from typing import Any

import pytest

from pyui import Portal
from pyui.html import b, div, pre
from pyui.reactive import Owner
from pyui.reactive._owner import swap_owner
from pyui.view import Node
from pyui.view._node import Item
from pyui.view._pause import PAUSE, Paused
from pyui.view._recorder import Recorder
from pyui.view._walk import Leave, Walk
from pyui.view._whole import render_whole
from tests.view.support import html


class Log(Leave):
    """Notes how the walk left a place."""

    def __init__(self, name: str, log: list[str], catches: tuple[Item, ...] | None = None) -> None:
        self._name = name
        self._log = log
        self._catches = catches

    def leave(self, walk: Walk) -> None:
        self._log.append(f"left {self._name}")

    def abandon(self, walk: Walk) -> None:
        self._log.append(f"abandoned {self._name}")

    def catch(self, walk: Walk, error: Exception) -> bool:
        if self._catches is None:
            return False
        walk.push(self._catches, "")
        return True


class Place(Node):
    """Items within a `Log`."""

    def __init__(self, leave: Leave, *items: Item) -> None:
        self._leave = leave
        self._items = items

    def enter(self, walk: Walk) -> None:
        walk.push(self._items, self._leave)


class Broken(Node):
    def enter(self, walk: Walk) -> None:
        raise ValueError("on purpose")


@pytest.fixture
def walk() -> Any:
    outer = swap_owner(Owner(static=True))
    yield Walk(Recorder())
    swap_owner(outer)


def test_places_are_left_from_the_inside(walk: Walk):
    log: list[str] = []
    assert walk.render(["a", Place(Log("outer", log), "b", Place(Log("inner", log), "c"), "d"), "e"]) == "abcde"
    assert log == ["left inner", "left outer"]


def test_places_are_abandoned_up_to_the_one_that_catches(walk: Walk):
    log: list[str] = []
    catching = Place(Log("catching", log, ("caught",)), "a", Place(Log("inner", log), "b", Broken(), "never"), "never")
    assert walk.render(Place(Log("outer", log), "<", catching, ">")) == "&lt;abcaught&gt;"
    assert log == ["abandoned inner", "abandoned catching", "left outer"]


def test_without_a_catch_all_are_abandoned_and_the_walk_can_be_used_again(walk: Walk):
    log: list[str] = []
    with pytest.raises(ValueError, match="on purpose"):
        walk.render(Place(Log("outer", log), Place(Log("inner", log), Broken())))
    assert log == ["abandoned inner", "abandoned outer"]
    assert walk.render("again") == "again"


def test_an_error_while_catching_goes_on_outwards(walk: Walk):
    log: list[str] = []
    inner = Place(Log("inner", log, (Broken(),)), Broken())
    assert walk.render(Place(Log("outer", log, ("caught",)), inner)) == "caught"
    assert log == ["abandoned inner", "abandoned outer"]


def test_a_walk_that_pauses_goes_on_where_it_was(walk: Walk):
    log: list[str] = []
    inner = Place(Log("inner", log), "b", PAUSE, "c")
    with pytest.raises(Paused):
        walk.write(Place(Log("outer", log, ("caught",)), "a", inner, PAUSE, Broken(), "never"))
    assert "".join(walk.out) == "ab"
    with pytest.raises(Paused):
        walk.go_on()
    assert ("".join(walk.out), log) == ("abc", ["left inner"])
    assert "".join(walk.go_on()) == "abccaught"
    assert log == ["left inner", "abandoned outer"]


def test_all_is_rendered_at_once_where_nobody_lets_it_pause(walk: Walk):
    pieces, portals = render_whole(walk, Place(Log("place", []), "a", PAUSE, "b", Portal("c")))
    assert ("".join(pieces), "".join(portals)) == ("ab", '<div data-portal="" data-p="">c</div>')


def test_rewind(walk: Walk):
    walk.render("")
    walk.out = ["a", "b"]
    walk.add_portal(["x"])
    mark = walk.written()
    walk.out += ["c"]
    walk.add_portal(["y"])
    walk.rewind(mark)
    assert walk.out == ["a", "b"]
    assert list(walk.render_portals()) == ['<div data-portal="" data-p="">x</div>']
    assert list(walk.render_portals()) == []


def test_an_unmarked_walk_writes_no_marker():
    node = div(lambda: "x", b(lambda: "y", on_click=print), pre("\nz"))
    assert "data-p" in html(node)
    outer = swap_owner(Owner(static=True))
    assert Walk(Recorder(), marked=False).render(node) == "<div>x<b>y</b><pre>\n\nz</pre></div>"
    swap_owner(outer)


def test_a_walk_needs_an_owner():
    with pytest.raises(RuntimeError, match="without an owner"):
        Walk(Recorder()).render(Portal("x"))
