"""A comprehension that uses a component is one node, and gives what a list of uses gives."""

from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from pyui import render_to_string
from pyui.templates._uses import Uses
from pyui.view._recorder import Recorder
from pyui.view._walk import Walk

PAGES = Path(__file__).parent / "uses_pages.py"


def test_nothing_is_kept_of_a_use_but_its_arguments(compiled: ModuleType, plain: ModuleType) -> None:
    assert type(compiled.Rows.twin([1, 2])) is Uses
    assert len(plain.Rows.function([1, 2]).children) == 2


@pytest.mark.parametrize("items", [[], [1], ["<a>", None, 2.5], ["live", 1, "live"], ["list", "text"]])
def test_pages_are_the_same(compiled: ModuleType, plain: ModuleType, items: list[Any]) -> None:
    for page in ("Rows", "Named", "Between"):
        made = render_to_string(getattr(compiled, page)(items))
        assert made == render_to_string(getattr(plain, page)(items))


def test_a_page_can_be_rendered_again(compiled: ModuleType) -> None:
    page = compiled.Rows(["a", "live"])
    assert render_to_string(page) == render_to_string(page)


def test_components_are_counted(compiled: ModuleType, plain: ModuleType) -> None:
    counts: list[int] = []
    for module in (compiled, plain):
        recorder = Recorder()
        Walk(recorder).render(module.Rows([1, 2, 3]))
        counts.append(recorder.components)
    assert counts == [4, 4]


def test_components_are_known_where_they_are_traced(compiled: ModuleType) -> None:
    walk = Walk(Recorder(), traced=True)
    walk.render(compiled.Rows(["a", "b"]))
    assert walk.calls is not None
    assert [call.component.name for call in walk.calls] == ["Rows", "Row", "Row"]
    assert {call.line for call in walk.calls[1:]} == {line_of("Row(item) for")}


def line_of(text: str) -> int:
    lines = PAGES.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


def test_an_error_names_the_component_and_its_place(compiled: ModuleType, plain: ModuleType) -> None:
    notes: list[list[str]] = []
    for module in (compiled, plain):
        with pytest.raises(ZeroDivisionError) as caught:
            render_to_string(module.Rows([1, 0, 2]))
        notes.append(caught.value.__notes__)
    assert notes[0] == notes[1]
    assert notes[0][0] == f"while rendering Row, used at {PAGES}:{line_of('Row(item) for')}"


def test_arguments_that_do_not_fit_are_reported_where_they_are_given(compiled: ModuleType) -> None:
    with pytest.raises(Exception, match="misses the argument 'item'"):
        render_to_string(compiled.Unfit([1]))


def replaced(module: ModuleType, with_what: Callable[..., object]) -> str:
    vars(module)["Row"] = with_what
    return render_to_string(module.Rows(["a"]))


def test_a_component_is_replaced(compiled: ModuleType, plain: ModuleType) -> None:
    assert replaced(compiled, compiled.Other) == replaced(plain, plain.Other) == "<section><b>a</b></section>"
