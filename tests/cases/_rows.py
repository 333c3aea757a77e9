"""Rows that a template makes alike, and those that it cannot."""

from typing import Any

from pyui import Child, ErrorBoundary, For, Show, component, signal, svg, unique_id
from pyui.html import a, b, button, div, em, input, label, li, ol, p, q, span, table, tbody, td, tr, ul
from tests.cases._case import HOSTILE, Made, case, scene, sets


class _Item:
    """An item with live parts; `key` tells it from others."""

    def __init__(self, key: Any, text: Any, kind: Any = None) -> None:
        self.key = key
        self.text = signal(text)
        self.kind = signal(kind)


def _items(*texts: Any) -> list[_Item]:
    return [_Item(index, text) for index, text in enumerate(texts)]


def _key(item: _Item) -> object:
    return item.key


def _orders(target: Any, items: list[_Item]) -> list[Any]:
    """Every fast path of a list and the general one, there and back."""
    more = _items(*"uvwxyz")
    for index, item in enumerate(more):
        item.key = f"more {index}"
    return sets(
        target,
        items + more,  # append
        more[:2] + items + more[2:],  # move and prepend
        more[:2] + items[:-1] + more[2:],  # remove one
        more[:2] + items[:1] + more[2:],  # remove some
        [],
        items,
        [items[-1], *items[1:-1], items[0]],  # swap
        items[::-1],
        [items[2], more[0], items[0], more[1]],
        more,  # replace
        items[1:3],
    )


@case
def row_of_live_text_and_attribute() -> Made:
    items = _items("one", "two", "three", "four")
    shown = signal(items)

    def row(item: _Item) -> Child:
        return tr(td(item.key), td(a(item.text, on_click=lambda: None)), td("static"), class_=item.kind)

    return scene(
        table(tbody(For(shown, row, key=_key))),
        (
            *sets(items[1].text, "2", HOSTILE, 3, ""),
            *sets(items[0].kind, "a", '"b"', None, "c"),
            *_orders(shown, items),
            *sets(items[2].text, "changed"),
            *sets(items[1].kind, "late"),
        ),
    )


@case
def row_of_functions() -> Made:
    items = _items("one", "two", "three")
    items[1].kind.set("warm")
    shown, chosen = signal(items), signal(0)

    def row(item: _Item) -> Child:
        return li(
            "It is ",
            lambda: item.text().upper(),
            ".",
            title=lambda: f"<{item.text()}>",
            class_=lambda: "chosen" if chosen() == item.key else None,
            hidden=lambda: item.kind() == "cold",
        )

    return scene(
        ul(For(shown, row, key=_key)),
        (
            *sets(chosen, 1, 2),
            *sets(items[0].text, "a & b", "c"),
            *sets(items[1].kind, "cold", ""),
            *_orders(shown, items),
        ),
    )


@case
def row_with_runs_between_elements() -> Made:
    items = _items("one", "two", "three")
    shown = signal(items)
    return scene(
        ol(For(shown, lambda item: li(item.text, b("b"), "x ", item.kind, " y", em("e"), item.text), key=_key)),
        (
            *sets(items[0].kind, "k", "l"),
            *sets(items[2].text, "3", ""),
            *_orders(shown, items),
            *sets(items[1].kind, 7),
        ),
    )


@case
def row_whose_text_becomes_a_block_and_back() -> Made:
    items = _items("one", "two", "three")
    shown = signal(items)
    return scene(
        div(For(shown, lambda item: p("a", item.text, b(item.kind), on_click=lambda: None), key=_key)),
        (
            *sets(items[0].kind, "text", "more"),
            *sets(items[1].text, None, b("bold"), "two"),
            *_orders(shown, items),
            *sets(items[2].text, [b("x"), "y"], "three"),
        ),
    )


@case
def row_whose_text_is_a_node_at_first() -> Made:
    items = _items("one", b("bold"), "three", None, "five")
    shown = signal(items)
    return scene(
        div(For(shown, lambda item: p(item.text, title=item.kind), key=_key)),
        (*sets(items[1].text, "two", em("em")), *sets(items[4].text, b("five")), *_orders(shown, items)),
    )


@case
def row_of_static_values() -> Made:
    values = [("a", 1, 1.5), (HOSTILE, -7, 0.1), ("", 2**70, 1e300), ("<b>", 10**15, -0.0), ("\0\r\n", 0, 5.0)]
    shown: Any = signal(values[:2])

    def row(value: tuple[str, int, float]) -> Child:
        text, number, exact = value
        return li("x", text, " ", number, "y", exact, title=text, data_number=number, class_="static")

    return scene(ul(For(shown, row, key=lambda value: value[1])), sets(shown, values, values[::-1], values[2:], []))


@case
def row_of_values_of_several_classes() -> Made:
    values: list[Any] = ["a", None, 3, True, 4.5, b("bold"), ["x", em("y")], False, "z"]
    shown: Any = signal([0, 1, 2])

    def row(index: int) -> Child:
        value = values[index]
        return li(value, title=value if isinstance(value, (str, int, float)) else None)

    return scene(ul(For(shown, row)), sets(shown, list(range(9)), list(range(8, -1, -1)), [5, 0, 2]))


@case
def row_of_components() -> Made:
    items = _items("one", "two", "three")
    shown = signal(items)

    @component
    def Row(item: _Item) -> Child:
        return li(span(item.text), button("x", type="button", on_click=lambda: None), id=unique_id())

    return scene(ul(For(shown, Row, key=_key)), (*sets(items[0].text, "1"), *_orders(shown, items)))


@case
def row_with_its_index() -> Made:
    items = _items("one", "two", "three")
    shown = signal(items)
    return scene(
        ul(For(shown, lambda item, index: li(index, ": ", item.text, b(index)), key=_key)), _orders(shown, items)
    )


@case
def row_of_another_item_with_the_same_key() -> Made:
    shown = signal([("a", 1), ("b", 2), ("c", 3)])
    return scene(
        ul(For(shown, lambda item: li(item[0], title=item[1]), key=lambda item: item[1])),
        sets(shown, [("a", 1), ("B", 2), ("c", 3)], [("C", 3), ("B", 2)], [("x", 0), ("C", 3), ("B", 2)]),
    )


@case
def row_in_svg() -> Made:
    items = _items(1, 2, 3)
    shown = signal(items)

    def row(item: _Item) -> Child:
        return svg.g(svg.a(xlink_href=item.text), svg.text(item.text), class_=item.kind)

    return scene(
        svg.svg(For(shown, row, key=_key), viewBox="0 0 9 9"),
        (*sets(items[0].text, 5), *_orders(shown, items), *sets(items[1].kind, "k")),
    )


def _letter(letter: str) -> Child:
    return li(letter, b(letter))


@case
def row_with_a_list_in_it() -> Made:
    lists = [_Item(index, signal(list(text))) for index, text in enumerate(("ab", "c", ""))]
    shown = signal(lists)
    return scene(
        ul(For(shown, lambda item: li(item.key, ul(For(item.text.peek(), _letter))), key=_key)),
        (
            *sets(lists[1].text.peek(), list("cd"), list("xdy")),
            *sets(shown, lists[::-1], lists[1:]),
            *sets(lists[2].text.peek(), list("z")),
        ),
    )


@case
def row_with_a_condition_in_it() -> Made:
    items = _items(True, False, True)
    shown = signal(items)
    return scene(
        div(For(shown, lambda item: p(Show(item.text, b("yes", item.kind), fallback="no"), title=item.kind), key=_key)),
        (*sets(items[0].text, False, True), *sets(items[2].kind, "k"), *_orders(shown, items)),
    )


@case
def row_that_fails() -> Made:
    items = _items(1, 2, 3)
    shown, failing = signal(items), signal(9)

    def row(item: _Item) -> Child:
        if item.key == failing():
            raise ValueError("failed")
        return li(lambda: 6 // item.text(), title=item.text)

    return scene(
        ErrorBoundary(ul(For(shown, row, key=_key)), fallback=lambda error, reset: p("failed")),
        (*sets(items[0].text, 3), *sets(shown, items[:2], items)),
    )


@case
def row_with_addresses() -> Made:
    items = _items("one", "two", "three")
    shown = signal(items)
    return scene(
        div(For(shown, lambda item: p(a(item.text, href=f"/{item.key}?a&b"), q(cite=f"/{item.key}.html")), key=_key)),
        _orders(shown, items),
    )


@case
def row_with_a_label_and_unusual_attributes() -> Made:
    items = _items("one", "two", "three")
    shown = signal(items)

    def row(item: _Item) -> Child:
        return div(
            label(item.text, for_=f"row-{item.key}"),
            input(type="checkbox", id=f"row-{item.key}", disabled=lambda: item.kind() == "off"),
            style={"color": "red"},
            aria_busy=lambda: item.kind() == "off",
        )

    return scene(div(For(shown, row, key=_key)), (*sets(items[0].kind, "off", "on"), *_orders(shown, items)))
