"""Twins write their markup themselves, and give what element functions give."""

from collections.abc import Callable
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

import pytest

from pyui import render_to_string, signal
from pyui.html import b
from pyui.templates._live_template import LiveTemplate
from pyui.templates._uses import Uses
from pyui.view import Component

type Page = Callable[[ModuleType, list[str]], object]
"""Makes a page with a module's components; values note in the list what is read of them."""

PAGES = Path(__file__).parent / "inline_pages.py"

VALUES: dict[str, Any] = {
    "title": "<t>",
    "url": "/?a&b",
    "tags": ("x", 1),
    "text": '"&"',
    "number": 7,
    "rest": "r",
    "flag": False,
}
ODD = ["javascript:x", '"', None, True, 2.5, 10**9, 10**5000, ["l", "<m>"], ("u",), b("e"), b("x" * 5000), object()]
ODD += ["\r\0\xa0", "y" * 5000, signal("live"), 0]


def of(name: str, *values: object) -> Page:
    return lambda module, _: getattr(module, name)(*values)


def of_item(name: str, values: dict[str, Any]) -> Page:
    return lambda module, log: getattr(module, name)(module.Item(values, log))


def helped(text: str) -> Page:
    return lambda module, log: module.Helped(text, [module.Item(VALUES, log)])


def outcome(module: ModuleType, page: Page, log: list[str]) -> str:
    try:
        return render_to_string(page(module, log))
    except Exception as error:  # noqa: BLE001 - whatever is raised is compared
        return f"{type(error)} {str(error).partition('0x')[0]} {line_in(error, module)}"


def line_in(error: BaseException, module: ModuleType) -> list[int]:
    """Returns the last line in a module's file that an error came through."""
    trace, lines = error.__traceback__, list[int]()
    while trace is not None:
        lines += [trace.tb_lineno] if trace.tb_frame.f_code.co_filename == module.__file__ else []
        trace = trace.tb_next
    return lines[-1:]


def same(plain: ModuleType, compiled: ModuleType, page: Page) -> str:
    results: list[tuple[str, list[str]]] = []
    for module in (plain, compiled):
        log: list[str] = []
        results.append((outcome(module, page, log), log))
    assert results[0] == results[1]
    return results[0][0]


def constants(component: Component[..., Any]) -> set[str]:
    twin: Any = component.twin
    return {each.__name__ for each in twin.__code__.co_consts if isinstance(each, FunctionType)}


def test_nothing_is_called_where_all_is_known(compiled: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*values: object) -> None:
        raise AssertionError(values)

    compiled.Card.twin(compiled.Item(VALUES, []))  # so that it is not the general function that is found missing
    monkeypatch.setattr(LiveTemplate, "__call__", fail)
    assert not any(name.startswith("template") for name in constants(compiled.Plain))
    assert compiled.Plain.twin("a", 1) == '<div><p title="1">a</p><span>a</span><b>1</b></div>'
    with pytest.raises(AssertionError):
        compiled.Plain.twin("a", object())


@pytest.mark.parametrize("name", VALUES)
def test_any_value_may_be_odd(plain: ModuleType, compiled: ModuleType, name: str) -> None:
    for values in ({**VALUES, name: odd} for odd in ODD):
        same(plain, compiled, of_item("Card", values))


@pytest.mark.parametrize("name", VALUES)
def test_two_values_may_be_odd(plain: ModuleType, compiled: ModuleType, name: str) -> None:
    for values in ({**VALUES, name: ["l"], other: signal("<s>")} for other in VALUES):
        same(plain, compiled, of_item("Card", values))


def test_what_is_escaped_once_may_be_odd(plain: ModuleType, compiled: ModuleType) -> None:
    for odd in ODD:
        same(plain, compiled, of("Plain", odd, "o"))
        same(plain, compiled, of("Plain", "t", odd))
        same(plain, compiled, of("Page", odd, ["<i>", 2]))


def test_markup_stands_around_uses(plain: ModuleType, compiled: ModuleType) -> None:
    text = '<&>"\r\0\xa0é'
    made = compiled.Page.twin(text, [1])
    assert isinstance(made, Uses)
    assert made.before.startswith('<main><p>&lt;&amp;&gt;"&#13;\ufffd&nbsp;é</p>')
    assert made.after.startswith("</section><span title=")
    for items in ([], [1], ["<", "\r"]):
        same(plain, compiled, of("Page", text, items))
    for text in ("h", "x" * 5000):
        same(plain, compiled, helped(text))


def test_a_list_is_read_when_its_element_is_made(plain: ModuleType, compiled: ModuleType) -> None:
    def page(module: ModuleType, log: list[str]) -> object:
        values = ["a"]

        def change() -> str:
            values.append("b")
            return "c"

        return module.Changed(values, change)

    assert same(plain, compiled, page) == "<div>abb<p>a</p><span>c</span>c</div>"


def test_who_looks_at_names_sees_none_of_the_template(plain: ModuleType, compiled: ModuleType) -> None:
    assert "kept" not in same(plain, compiled, of("Looks", "t"))


@pytest.mark.parametrize("kind", ["loop", "with", "try", "match", "end"])
@pytest.mark.parametrize("text", ["t", None, b("e")])
def test_a_function_may_return_anywhere(plain: ModuleType, compiled: ModuleType, kind: str, text: object) -> None:
    values = {**VALUES, "text": text}
    same(plain, compiled, lambda module, log: module.Returns(kind, module.Item(values, log)))


def test_a_name_that_is_replaced_on_the_way_counts_from_then_on(plain: ModuleType, compiled: ModuleType) -> None:
    def page(module: ModuleType, log: list[str]) -> object:
        def replace() -> str:
            module.cite = lambda *_, **__: "cited"  # type: ignore[attr-defined]
            return "t"

        first = module.Item({**VALUES, "rest": lambda: replace() and None}, log)
        return module.Helped("h", [first, module.Item(VALUES, log)])

    assert same(plain, compiled, page).count("cited") == 1


def test_deep_helpers(plain: ModuleType, compiled: ModuleType) -> None:
    same(plain, compiled, lambda module, log: module.level([*map(str, range(100))], 0))
