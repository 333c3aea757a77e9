from typing import Any

import pytest

from pyui import For, Show, Signal, component, signal
from pyui.html import b, br, div, li, p, pre, tr, ul
from pyui.view._choice import FlowError
from pyui.view._for import DuplicateKeyError
from tests.view.support import error_of, html, live, notes

TWO: Signal[Any] = signal(["a", "b"])


@component
def Row(text: str) -> object:
    return li(text)


@component
def Pair(text: str) -> object:
    return [b(text), text]


@component
def Wrapped(text: str) -> object:
    return Row(text)


S, E = "<!--[-->", "<!--]-->"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        # A row that is a single element is marked as an element.
        (li, '<li data-p="">a</li><li data-p="">b</li>'),
        (lambda item: li(item, class_="c"), '<li class="c" data-p="">a</li><li class="c" data-p="">b</li>'),
        (lambda item: li(lambda: item), '<li data-p="">a</li><li data-p="">b</li>'),
        (lambda item: li(b(item), on_click=print), '<li data-p="click"><b>a</b></li><li data-p="click"><b>b</b></li>'),
        (lambda item: [None, [li(item)]], '<li data-p="">a</li><li data-p="">b</li>'),
        (lambda item: br(id=item), '<br id="a" data-p=""><br id="b" data-p="">'),
        (lambda item: br(title=">", id=item), '<br id="a" title="&gt;" data-p=""><br id="b" title="&gt;" data-p="">'),
        (lambda item: pre("\n", item), '<pre data-p="">\n\na</pre><pre data-p="">\n\nb</pre>'),
        (Row, '<li data-p="">a</li><li data-p="">b</li>'),
        (Wrapped, '<li data-p="">a</li><li data-p="">b</li>'),
        # Any other row is a block.
        (str, f"{S}a{E}{S}b{E}"),
        (lambda item: None, f"{S}{E}{S}{E}"),
        (lambda item: [], f"{S}{E}{S}{E}"),
        (lambda item: [b(item), "t"], f"{S}<b>a</b>t{E}{S}<b>b</b>t{E}"),
        (lambda item: (b(item), b(item)), f"{S}<b>a</b><b>a</b>{E}{S}<b>b</b><b>b</b>{E}"),
        (Pair, f"{S}<b>a</b>a{E}{S}<b>b</b>b{E}"),
        (lambda item: lambda: li(item), f"{S}{S}<li>a</li>{E}{E}{S}{S}<li>b</li>{E}{E}"),
        (lambda item: lambda: item, f"{S}<!--t-->a<!--/-->{E}{S}<!--t-->b<!--/-->{E}"),
        (lambda item: Show(True, li(item)), '<li data-p="">a</li><li data-p="">b</li>'),
        (lambda item: Show(TWO, li(item)), f"{S}{S}<li>a</li>{E}{E}{S}{S}<li>b</li>{E}{E}"),
        (lambda item: [li(item), li(n) if (n := None) else ""], '<li data-p="">a</li><li data-p="">b</li>'),
    ],
)
def test_rows(row: Any, expected: str):
    assert html(ul(For(TWO, row))) == f"<ul>{S}{expected}{E}</ul>"
    assert html(For(lambda: iter("ab"), row)) == f"{S}{expected}{E}"


@pytest.mark.parametrize("each", [["a", "b"], ("a", "b"), "ab", {"a": 1, "b": 2}, range(2)])
def test_a_list_that_never_changes(each: Any):
    texts = [str(item) for item in each]
    node = ul(For(each, li))
    assert html(node) == html(node) == f"<ul><li>{texts[0]}</li><li>{texts[1]}</li></ul>"
    assert html(For(each, lambda item, index: li(index, item))) == "".join(
        f'<li data-p="">{index}{text}</li>' for index, text in enumerate(texts)
    )
    assert live(node) == 0


def test_fixed_rows_need_no_key():
    assert html(For(["a", "a", {"x": 1}], lambda item: li(str(item)))).count("<li>") == 3


@pytest.mark.parametrize("each", [None, [], (), "", {}, lambda: None, list, signal([]), signal(None)])
def test_nothing(each: Any):
    assert html(div(For(each, li))) == ("<div><!--[--><!--]--></div>" if callable(each) else "<div></div>")


def test_the_index():
    expected = '<li data-p="">0: a</li><li data-p="">1: b</li>'
    assert html(For(TWO, lambda item, index: li(index, ": ", item))) == f"{S}{expected}{E}"

    def row(item: str, index: Any) -> object:
        assert isinstance(index, Signal)
        assert index() == index.peek()
        return li(f"{index()}: {item}")

    assert html(For(TWO, row)) == f"{S}{expected}{E}"


def test_a_default_is_not_the_index():
    assert html(For(TWO, lambda item, mark="!": tr(item, mark))) == f'{S}<tr data-p="">a!</tr><tr data-p="">b!</tr>{E}'


@pytest.mark.parametrize(
    ("items", "key", "twice"),
    [
        ("aba", None, "'a'"),
        ([1, 1.0], None, "1.0"),
        ([1, True], None, "True"),
        ([{"id": 1}, {"id": 2}, {"id": 1}], lambda item: item["id"], "1"),
        ("ab", lambda item: None, "None"),
    ],
)
def test_duplicate_keys(items: Any, key: Any, twice: str):
    error = error_of(lambda: html(For(lambda: items, str, key=key)), DuplicateKeyError)
    assert f"the key {twice}." in error.what


def test_items_that_cannot_be_hashed():
    assert "key=" in error_of(lambda: html(For(lambda: [{"id": 1}], str)), FlowError).fix
    assert "key=" in error_of(lambda: html(For(lambda: [1], str, key=lambda n: [n])), FlowError).fix
    assert html(For(lambda: [{"id": 1}], lambda item: li(item["id"]), key=lambda item: item["id"])).count("<li") == 1


@pytest.mark.parametrize("each", [1, object(), lambda: 1, signal(2.5)])
def test_what_is_no_list(each: Any):
    assert "each=" in error_of(lambda: html(For(each, li)), FlowError).what


def test_an_error_of_the_items_stays_what_it_is():
    def items() -> Any:
        yield "a"
        raise TypeError("of the user")

    with pytest.raises(TypeError, match="of the user"):
        html(For(items, li))


@pytest.mark.parametrize("children", [None, "x", li("x"), [li]])
def test_what_makes_no_rows(children: Any):
    assert "children=" in error_of(lambda: For([], children), FlowError).what


@pytest.mark.parametrize("key", ["id", 1, []])
def test_what_gives_no_key(key: Any):
    assert "key=" in error_of(lambda: For([], li, key=key), FlowError).what


def test_rows_are_made_in_order_and_once():
    made: list[object] = []

    def row(item: object) -> object:
        made.append(item)
        return li(item)  # type: ignore[arg-type]

    html(For(lambda: range(4), row, key=lambda n: n))
    assert made == [0, 1, 2, 3]


def test_what_is_live():
    assert live(For(TWO, li)) == 1
    assert live(For(TWO, lambda item: li(lambda: item))) == 3
    assert live(For(TWO, lambda item: li(item, on_click=print))) == 3
    assert live(For(list, li)) == 1


def test_lists_in_lists():
    def outer(n: int) -> object:
        return For(lambda: range(n), li)

    assert html(For(lambda: [1, 2], outer)) == (
        f'{S}{S}{S}<li data-p="">0</li>{E}{E}{S}{S}<li data-p="">0</li><li data-p="">1</li>{E}{E}{E}'
    )


@pytest.mark.parametrize("each", [{"a", "b"}, frozenset("ab"), lambda: {"a"}])
def test_a_set_has_no_order(each: Any) -> None:
    error = error_of(lambda: html(For(each, p)), FlowError)
    assert "got a set" in error.what


def test_the_components_of_a_live_row_are_named_in_its_errors():
    @component
    def Inner() -> object:
        return p(lambda: 1 // 0)

    @component
    def Outer(item: int) -> object:
        return Inner()

    for node in (For(lambda: [1], Outer), For([1], Outer)):
        with pytest.raises(ZeroDivisionError) as caught:
            html(node)
        assert [note.split(",")[0] for note in notes(caught.value)] == [
            "while rendering Inner",
            "while rendering Outer",
        ]
