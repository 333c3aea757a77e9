"""Cases in which several things meet."""

from typing import Any

from pyui import Context, ErrorBoundary, For, Match, Portal, Show, Signal, Switch, component, raw, signal
from pyui import svg as vector
from pyui.html import (
    a,
    b,
    dd,
    details,
    div,
    dl,
    dt,
    em,
    h3,
    i,
    input,
    li,
    ol,
    option,
    p,
    pre,
    select,
    span,
    style,
    summary,
    svg,
    table,
    tbody,
    td,
    template,
    textarea,
    tfoot,
    th,
    thead,
    title,
    tr,
    u,
    ul,
)
from tests.cases._case import Made, case


@case
def plain_elements() -> Made:
    return div(p("text & <more>", class_="c"), ul(li(1), li(2.5), None, True), a("link", href="/x?a=1&b=2")), []


@case
def live_text() -> Made:
    count = signal(0)
    return div(p("Count: ", count, " (double: ", lambda: count() * 2, ")"), span(count)), [lambda: count.set(7)]


@case
def text_among_siblings() -> Made:
    count = signal(0)
    return div("a ", b(count), " of ", count, i("!"), count, " end"), [lambda: count.set(7), lambda: count.set(10)]


@case
def text_around_components() -> Made:
    name = signal("n")

    @component
    def Name() -> object:
        return name

    return div("before ", Name(), " between ", Name(), name), [lambda: name.set("")]


@case
def nested_lists() -> Made:
    groups = signal([(1, [1, 2]), (2, [3]), (3, [])])
    node = div(For(groups, lambda group: div(h3(group[0]), ul(For(group[1], li))), key=lambda group: group[0]))
    return node, [
        lambda: groups.set([(3, []), (1, [1, 2])]),
        lambda: groups.set([(4, [9]), (1, [1, 2]), (3, [7])]),
        lambda: groups.set([]),
        lambda: groups.set([(5, [1])]),
    ]


@case
def rows_of_several_nodes() -> Made:
    letters = signal(list("abcd"))
    node = dl(For(letters, lambda letter: [dt(letter), dd(letter, lambda: len(letters()))]))
    return node, [lambda: letters.set(list("dcba")), lambda: letters.set(list("xbay")), lambda: letters.set(list("b"))]


@case
def rows_that_come_and_go() -> Made:
    letters, on = signal(list("abcd")), signal(True)
    node = div(For(letters, lambda letter: Show(on, p(letter), fallback=[letter, b(letter)])))
    return node, [
        lambda: letters.set(list("dcba")),
        lambda: on.set(False),
        lambda: letters.set(list("zab")),
        lambda: on.set(True),
    ]


@case
def rows_of_text() -> Made:
    letters, mark = signal(list("abcd")), signal("!")
    node = div("x", For(letters, lambda letter: [letter, mark]), "y", mark)
    return node, [lambda: letters.set(list("dcba")), lambda: mark.set("?"), lambda: letters.set([])]


@case
def rows_with_an_index() -> Made:
    letters = signal(list("abc"))
    node = ol(For(letters, lambda letter, index: li(index, ":", letter)))
    return node, [lambda: letters.set(list("cab")), lambda: letters.set(list("xc"))]


@case
def rows_whose_item_changes() -> Made:
    rows = signal([(1, "a"), (2, "b")])
    node = ul(For(rows, lambda row: li(row[1]), key=lambda row: row[0]))
    return node, [lambda: rows.set([(2, "b"), (1, "A")]), lambda: rows.set([(1, "A"), (3, "c"), (2, "B")])]


@case
def rows_of_components() -> Made:
    rows = signal([3, 1, 2])

    @component
    def Row(number: int) -> object:
        return li(number, class_=lambda: "first" if rows()[0] == number else None)

    return ul(For(rows, Row)), [lambda: rows.set([1, 2, 3, 4]), lambda: rows.set([4, 1])]


@case
def drawings() -> Made:
    sizes, factor = signal([1, 2, 3]), signal(1)
    node = svg(
        vector.g(For(sizes, lambda size: vector.circle(r=size, cx=lambda: size * factor()))),
        Show(lambda: factor() > 1, vector.text("hi ", factor)),
        vector.foreignObject(div(Show(lambda: factor() > 1, p("html")))),
        viewBox="0 0 10 10",
    )
    return node, [lambda: factor.set(2), lambda: sizes.set([3, 2, 1, 5]), lambda: factor.set(0)]


@case
def options() -> Made:
    values, chosen = signal(["a", "b", "c"]), signal("b")
    node = select(For(values, lambda value: option(value, value=value)), bind_value=chosen)
    return node, [lambda: values.set(["c", "b"])]


@case
def tables() -> Made:
    rows, foot = signal([1, 2]), signal(False)
    node = table(thead(tr(th("h"))), tbody(For(rows, lambda row: tr(td(row)))), Show(foot, tfoot(tr(td("f")))))
    return node, [lambda: rows.set([2, 1, 3]), lambda: foot.set(True)]


@case
def text_that_becomes_a_node() -> Made:
    value: Signal[Any] = signal("t")
    node = div(p("a ", value, " b"), p(value), ul(li(value, b("x"), value)), [value])
    return node, [
        lambda: value.set(b("node")),
        lambda: value.set("again"),
        lambda: value.set(None),
        lambda: value.set([b("1"), "2"]),
    ]


@case
def functions_as_children() -> Made:
    count = signal(0)
    node = div(lambda: p("even ", count) if count() % 2 == 0 else None, lambda: [li(n) for n in range(count())])
    return node, [lambda: count.set(1), lambda: count.set(2), lambda: count.set(5)]


@case
def portals_and_dialogs() -> Made:
    rows, on = signal([1, 2, 3]), signal(True)
    node = div(Show(on, Portal(p("one"), Portal(p("nested")))), For(rows, lambda row: li(row, Portal(b(row)))))
    return node, [lambda: on.set(False), lambda: rows.set([3])]


@case
def boundaries() -> Made:
    value = signal(1)

    def fragile() -> str:
        if value() == 2:
            raise ValueError("two")
        return f"v{value()}"

    def fail() -> object:
        raise LookupError("on purpose")

    node = div(
        ErrorBoundary(p("whole ", b(value)), fallback="never"),
        ErrorBoundary(fail, p("lost", on_click=print), fallback=lambda error: em(str(error))),
        ErrorBoundary(p(fragile), fallback="failed"),
    )
    return node, [lambda: value.set(5)]


@case
def nested_boundaries() -> Made:
    value = signal(1)

    def fail() -> object:
        raise ValueError("on purpose")

    inner = ErrorBoundary(Portal(i("p")), fail, fallback=p("inner ", value))
    node = div(ErrorBoundary(p("x", on_click=print), inner, p(value), fallback="outer"), p(value, on_click=print))
    return node, [lambda: value.set(2)]


@case
def contexts_in_blocks() -> Made:
    place, rows = Context("none"), signal([1])

    @component
    def Reader(number: int) -> object:
        return li(place.get(), number)

    late = Show(lambda: len(rows()) > 1, place.provide("late", Reader(9)))
    node = div(place.provide("in", ul(For(rows, Reader))), Reader(0), late)
    return node, [lambda: rows.set([1, 2]), lambda: rows.set([2, 3])]


@case
def attributes() -> Made:
    value, on = signal("x"), signal(True)
    node = div(
        a(
            "l",
            href=value,
            class_={"a": on, "b": lambda: not on()},
            style={"color": value, "top": lambda: "1px" if on() else None},
            hidden=on,
            aria_hidden=on,
            data_v=value,
            draggable=on,
            title=value,
        ),
        input(value=value, checked=on, disabled=on, type="checkbox"),
        textarea(value, readonly=on),
        option(value, selected=on),
        details(summary("s"), open=on),
    )
    return node, [
        lambda: value.set("<&\"'>"),
        lambda: on.set(False),
        lambda: value.set(""),
        lambda: on.set(True),
    ]


@case
def preformatted() -> Made:
    text = signal("\n a\n")
    node = div(pre(text), textarea(text), pre("\n", text), title(text), style(text))
    return node, [lambda: text.set("\n\nb"), lambda: text.set("")]


@case
def empty_text() -> Made:
    text = signal("")
    node = div(p(text), p(text, b("x"), text), p("a", text, "b"), span(text, " ", text))
    return node, [lambda: text.set("full"), lambda: text.set("")]


@case
def trusted_markup() -> Made:
    value = signal(1)
    node = div(
        raw('<b data-p="click">x</b><!--[-->y<!--]-->'),
        p(value),
        raw("text"),
        value,
        raw("text"),
        value,
        raw("<i>i</i>"),
        Show(lambda: value() > 1, raw('<u data-p="">u</u>'), b(value)),
    )
    return node, [lambda: value.set(2), lambda: value.set(3)]


@case
def switches() -> Made:
    value = signal(0)
    node = div(
        Switch(
            Match(lambda: value() == 1, "one"),
            Match(lambda: value() == 2, b("two ", value)),
            fallback=["f", value],
        )
    )
    return node, [lambda: value.set(1), lambda: value.set(2), lambda: value.set(7)]


@case
def long_texts() -> Made:
    text = signal("a" * 70_000)
    return div(p(text), p(b("x"), text, i("y"))), [lambda: text.set("short"), lambda: text.set("b" * 140_000)]


@case
def hostile_texts() -> Made:
    text = signal("a\u00a0b\rc\u2028</p><script>alert(1)</script>")
    return p(text, u("&lt;"), title=text), [lambda: text.set("x\u00a0y<!--t-->")]


@case
def templates() -> Made:
    text = signal("inert")
    return div(template(p(text, on_click=print)), p(text)), []
