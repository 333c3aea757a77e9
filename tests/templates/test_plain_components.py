"""Plain components are written without a call of them, and nobody can tell."""

from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from pyui import render_to_string
from pyui.html import b
from pyui.view._recorder import Recorder
from pyui.view._walk import Walk

PAGES = Path(__file__).parent / "plain_pages.py"


def components_run(node: object) -> int:
    recorder = Recorder()
    Walk(recorder).render(node)
    return recorder.components


def test_plain_components_are_written_in_place(compiled: ModuleType, plain: ModuleType) -> None:
    assert components_run(compiled.Badges(["a", 1, None, b("x")])) == 1
    assert components_run(plain.Badges(["a", 1, None, b("x")])) == 5


class Said:
    def __init__(self, log: list[str]) -> None:
        self._log = log

    def __html__(self) -> str:
        self._log.append("html")
        return "<i>said</i>"


@pytest.mark.parametrize("value", ["<t>", 7, None, True, ["l"], 2.5, b("e"), (), "\r\xa0", "x" * 5000])
def test_pages_are_the_same(compiled: ModuleType, plain: ModuleType, value: Any) -> None:
    for make in ("Mixed", "Shadowed"):
        assert render_to_string(getattr(compiled, make)(value)) == render_to_string(getattr(plain, make)(value))
    assert render_to_string(compiled.Badges([value, "a"])) == render_to_string(plain.Badges([value, "a"]))
    assert compiled.kept == plain.kept


def test_what_runs_code_runs_once_and_in_its_turn(compiled: ModuleType, plain: ModuleType) -> None:
    logs: list[list[str]] = []
    for module in (compiled, plain):
        logs.append(module.kept)
        render_to_string(module.Mixed(Said(module.kept)))
    assert logs[0] == logs[1]
    assert logs[0].count("html") == logs[1].count("html") > 0


def test_what_changes_until_the_walk_comes_by_is_read_then(compiled: ModuleType, plain: ModuleType) -> None:
    badge = '<span class="badge">nowendchanged</span>'
    expected = f"<section><p>changes</p><div>{badge}now</div>end</section>"
    assert render_to_string(plain.Later()) == expected
    assert render_to_string(compiled.Later()) == expected


def test_a_plain_component_is_replaced(compiled: ModuleType) -> None:
    vars(compiled)["Badge"] = b
    assert render_to_string(compiled.Badges(["a"])) == "<section><b>a</b></section>"


def test_an_element_function_that_a_plain_component_uses_is_replaced(compiled: ModuleType) -> None:
    vars(compiled)["span"] = lambda text, **_: b(text)
    assert render_to_string(compiled.Badges(["a"])) == "<section><b>a</b></section>"


def test_components_are_known_where_they_are_traced(compiled: ModuleType) -> None:
    walk = Walk(Recorder(), traced=True)
    walk.render(compiled.Badges(["a", "b"]))
    assert walk.calls is not None
    assert [call.component.name for call in walk.calls] == ["Badges", "Badge", "Badge"]


def test_an_error_names_the_component_and_its_place(compiled: ModuleType) -> None:
    with pytest.raises(Exception, match="cannot be rendered") as caught:
        render_to_string(compiled.Badges([object()]))
    first = caught.value.__notes__[0]
    assert first.startswith("while rendering Badge, used at")
    assert f"{PAGES}:" in first
