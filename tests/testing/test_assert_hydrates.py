"""`assert_hydrates`: each check passes what is right and sees what is wrong."""

from typing import Any

import pytest

from pyui import component, signal
from pyui.html import p
from pyui.server import ContentModelError
from pyui.testing import NotHydratedError, NotImportableError, ReportedError, TestingError, assert_hydrates
from pyui.testing._browser_check import check_in_browser
from pyui.view import Component, EncodeError, Node
from tests.testing import samples

GOOD: list[tuple[Component[..., Any], dict[str, Any]]] = [
    (samples.Counter, {}),
    (samples.Counter, {"start": 7, "tags": frozenset(samples.TAGS)}),
    (samples.Static, {}),
    (samples.Settled, {}),
    (samples.Islands, {}),
]


@pytest.mark.parametrize(("good", "props"), GOOD)
def test_what_keeps_the_contract(good: Component[..., Any], props: dict[str, Any]) -> None:
    assert_hydrates(good, **props)


BAD = [
    (samples.InSetOrder, "InSetOrder: the render under PYTHONHASHSEED=. is another, in InSetOrder"),
    (samples.HoldsSetOrder, "HoldsSetOrder: the render under PYTHONHASHSEED=. is another, in InSetOrder"),
    (samples.DrawsAnother, "DrawsAnother: a second render is another, in DrawsAnother"),
    (samples.Counts, "Counts: a second render is another"),
    (samples.DiffersInTheBrowser, "the browser renders something else, in DiffersInTheBrowser"),
    (samples.IslandThatDiffers, "the browser renders something else, in DiffersInTheBrowser"),
    (samples.ChangesAtOnce, "hydration changed the page:\n  characterData of #text"),
]


@pytest.mark.parametrize(("bad", "message"), BAD)
def test_what_breaks_it(bad: Component[..., Any], message: str) -> None:
    with pytest.raises(NotHydratedError, match=message) as caught:
        assert_hydrates(bad)
    assert caught.value.where is not None
    assert caught.value.where.file == samples.__file__


def test_what_a_parser_changes() -> None:
    with pytest.raises(ContentModelError, match="stands in <p>, written by WrongNesting"):
        assert_hydrates(samples.WrongNesting)


def test_the_place_is_that_of_the_component_inside() -> None:
    with pytest.raises(NotHydratedError) as caught:
        assert_hydrates(samples.HoldsSetOrder)
    assert caught.value.where is not None
    assert caught.value.where.line == samples.InSetOrder.function.__code__.co_firstlineno


def test_what_is_reported() -> None:
    with pytest.raises(ReportedError, match="ValueError: on purpose"):
        assert_hydrates(samples.FailsAtOnce)
    assert_hydrates(samples.Counter)  # and the next page is not harmed


def test_a_component_of_a_function() -> None:
    @component
    def Local() -> Node:
        return p(signal(0))

    with pytest.raises(NotImportableError, match="Local is defined in a function"):
        assert_hydrates(Local)


def test_props_have_to_travel() -> None:
    with pytest.raises(EncodeError):
        assert_hydrates(samples.Counter, start=print)


def test_failing_in_the_other_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(samples.Static, "__qualname__", "Nowhere")
    with pytest.raises(NotHydratedError, match="has no attribute 'Nowhere'"):
        assert_hydrates(samples.Static)


def test_a_browser_wants_a_test(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pyui.testing._current_test.current_test.request", None)
    with pytest.raises(TestingError, match="outside of a test"):
        assert_hydrates(samples.Counter, browser=True)


def test_in_a_browser(browser_type_launch_args: object) -> None:
    assert_hydrates(samples.Settled, browser=True)
    with pytest.raises(NotHydratedError, match="mutation: children of <p>"):
        check_in_browser(samples.ReplacesANode, {})
