"""Elements with live parts are written by templates on the server, and the pages are the same."""

from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

import pytest

from pyui import render_to_string, signal
from pyui.html import b
from pyui.templates._live_element import LiveElement
from pyui.templates._live_template import LiveTemplate
from pyui.view import render_page
from pyui.view._element import Element, HandlerError
from pyui.view._recorder import Recorder
from pyui.view._walk import Walk

PAGES = Path(__file__).parent / "live_pages.py"


def same(compiled: ModuleType, plain: ModuleType, name: str, *values: Any) -> str:
    """Renders a page in both ways and compares what is live in it, too."""
    page = render_page(getattr(compiled, name)(*values))
    assert page == render_page(getattr(plain, name)(*values))
    return page.html


def test_live_text_attributes_and_handlers(compiled: ModuleType, plain: ModuleType) -> None:
    assert same(compiled, plain, "Counter", 5) == (
        '<section id="counter" class="low" data-p=""><p data-p="">Count: 5 &lt;double: 10&gt;</p>'
        '<button type="button" data-p="click">+</button>'
        "<p><b>n</b><!--t--> 5<em>x</em></p></section>"
    )


def test_no_element_is_made(compiled: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    render_to_string(compiled.Counter(1))
    monkeypatch.setattr(Element, "__init__", None)
    assert render_to_string(compiled.Counter(10)).startswith('<section id="counter" class="high"')


@pytest.mark.parametrize("items", [[], ["on", "<b>"], [2.5, 7], [None, "on"], ["x", True]])
def test_rows(compiled: ModuleType, plain: ModuleType, items: list[Any]) -> None:
    same(compiled, plain, "Rows", items)


@pytest.mark.parametrize(
    "value", ["<t>", 7, 2.5, None, True, b("e"), ["l", b("x")], signal("s"), lambda: "f", "\r\xa0", 10**18]
)
def test_what_is_no_text_becomes_a_block(compiled: ModuleType, plain: ModuleType, value: Any) -> None:
    same(compiled, plain, "Holds", value)


@pytest.mark.parametrize("page", ["Holds", "Counter", "Row"])
@pytest.mark.parametrize("value", [object(), [10**5000], b"bytes"])
def test_errors_are_the_same(compiled: ModuleType, plain: ModuleType, page: str, value: Any) -> None:
    errors: list[Exception] = []
    for module in (compiled, plain):
        with pytest.raises(Exception, match=r".") as caught:
            render_to_string(getattr(module, page)(value))
        errors.append(caught.value)
    assert [str(error).partition("0x")[0] for error in errors[:1]] == [str(errors[1]).partition("0x")[0]]
    assert getattr(errors[0], "__notes__", None) == getattr(errors[1], "__notes__", None)
    assert getattr(errors[0], "where", None) == getattr(errors[1], "where", None)


def test_an_error_boundary_takes_back_what_was_written(compiled: ModuleType, plain: ModuleType) -> None:
    assert same(compiled, plain, "Fails", 1) == ('<div><!--[--><p data-p="click">1</p><!--]--><p data-p="">1</p></div>')
    for module in (compiled, plain):
        with pytest.raises(ZeroDivisionError) as caught:
            render_to_string(module.Fails(0))
        assert caught.value.__notes__[0].startswith("while rendering Fails")


def test_what_cannot_be_called_is_reported_when_the_element_is_made(compiled: ModuleType, plain: ModuleType) -> None:
    same(compiled, plain, "Handler", None)
    same(compiled, plain, "Handler", print)
    for module in (compiled, plain):
        with pytest.raises(HandlerError, match="on_click= of <button> got 5"):
            render_to_string(module.Handler(5))
        with pytest.raises(HandlerError, match="got False"):
            render_to_string(module.Handler(False))


def test_a_walk_without_marks_writes_none(compiled: ModuleType, plain: ModuleType) -> None:
    html = same(compiled, plain, "Inert")
    assert html == '<div><noscript><p>a</p></noscript><p data-p="click">b</p></div>'


def test_who_keeps_bindings_gets_elements(compiled: ModuleType) -> None:
    seen: list[Element] = []

    class Keeping(Recorder):
        def element(self, element: Element, dynamic: Any) -> int:
            seen.append(element)
            return super().element(element, dynamic)

    made = compiled.Row.twin("x")
    assert type(made) is LiveElement
    Walk(Keeping()).render(made)
    assert [type(element) for element in seen] == [Element, Element]


def test_functions_are_made_for_a_limited_number_of_combinations(compiled: ModuleType, plain: ModuleType) -> None:
    for number in range(50):
        value = type(f"Text{number}", (str,), {})("x")
        assert render_to_string(compiled.Row(value)) == render_to_string(plain.Row(value))
    templates = [value for value in compiled.Row.twin.__code__.co_consts if isinstance(value, FunctionType)]
    live = [value for value in templates[-1].__globals__.values() if isinstance(value, LiveTemplate)]
    assert max(len(vars(template)["_made"]) for template in live) == 32
