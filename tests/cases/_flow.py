"""Flow: Show, Switch, For, ErrorBoundary, Portal."""

from typing import Any

from pyui import Context, ErrorBoundary, For, Match, Portal, Show, Switch, component, computed, signal, skip_hydration
from pyui.html import (
    b,
    button,
    details,
    div,
    em,
    h1,
    hr,
    i,
    input,
    li,
    ol,
    option,
    p,
    pre,
    section,
    select,
    strong,
    summary,
    template,
    textarea,
    ul,
)
from tests.cases._case import Made, case, scene, sets


@case
def show() -> Made:
    flag = signal(False)
    return scene(
        div(Show(flag, p("yes"), "text"), "between", Show(flag, "y", fallback=b("n")), Show(lambda: not flag(), "not")),
        sets(flag, True, False),
    )


@case
def show_static() -> Made:
    return scene(div(Show(True, p("yes"), fallback="no"), Show(False, p("yes"), fallback=i("no")), Show(0, "never")))


@case
def show_nested() -> Made:
    outer, inner = signal(True), signal(False)
    return scene(
        Show(outer, p("o", Show(inner, b("i ", inner), fallback="none")), Show(inner, hr())),
        (*sets(inner, True), *sets(outer, False), *sets(inner, False), *sets(outer, True)),
    )


@case
def switch() -> Made:
    n = signal(0)
    return scene(
        div(
            Switch(
                Match(lambda: n() == 0, p("zero")),
                Match(lambda: n() == 1, "one ", n),
                Match(lambda: n() < 4, [b("few"), n]),
                fallback=em("many"),
            )
        ),
        sets(n, 1, 2, 3, 9, 0),
    )


@case
def for_rows() -> Made:
    items = signal(list("abc"))
    return scene(
        ul(For(items, li)),
        sets(items, list("cab"), list("xcyb"), [], list("abcdef"), list("fedcba"), list("bdf")),
    )


@case
def for_live_rows() -> Made:
    items = signal([{"id": 1}, {"id": 2}])
    suffix = signal("!")
    return scene(
        ul(
            "before",
            For(items, lambda item: li("n", item["id"], suffix, class_=suffix), key=lambda item: item["id"]),
            li("after"),
        ),
        (*sets(suffix, "?"), *sets(items, [{"id": 3}, {"id": 1}], [{"id": 2}]), *sets(suffix, ".")),
    )


@case
def for_with_index() -> Made:
    items = signal(list("abc"))
    return scene(
        ol(For(items, lambda item, index: li(index, ": ", item))),
        sets(items, list("ca"), list("xca"), list("acx")),
    )


@case
def for_rows_of_several_nodes() -> Made:
    items = signal([1, 2])
    return scene(
        div(For(items, lambda n: [b(n), " text ", i(n)]), "end", For(items, lambda n: ("t", n)), For(items, str)),
        sets(items, [2, 3, 1], [], [5]),
    )


@case
def for_rows_that_are_components() -> Made:
    items = signal([1, 2])

    @component
    def Row(n: int):
        return li("row ", n, on_click=lambda: None)

    @component
    def Rows(n: int):
        return [li(n), li(-n)]

    return scene(ul(For(items, Row), For(items, Rows), For(items, lambda n: [Row(n)])), sets(items, [2, 1], [3]))


@case
def for_rows_with_blocks() -> Made:
    items, flag = signal([1, 2]), signal(True)
    return scene(
        ul(For(items, lambda n: Show(flag, li(n), fallback="-")), For(items, lambda n: li(Show(flag, b(n))))),
        (*sets(flag, False), *sets(items, [2, 3]), *sets(flag, True)),
    )


@case
def for_rows_of_special_elements() -> Made:
    items = signal(["\na", "b"])
    return scene(
        div(
            For(items, pre),
            For(items, textarea),
            For(items, lambda text: template(b(text))),
            For(items, lambda text: select(option(text))),
        ),
        sets(items, ["b", "\na", "c"]),
    )


@case
def for_nested() -> Made:
    table_ = signal([("x", [1, 2]), ("y", [])])
    return scene(
        ul(For(table_, lambda row: li(row[0], ul(For(lambda: row[1], li))), key=lambda row: row[0])),
        sets(table_, [("y", []), ("x", [1, 2]), ("z", [9])], []),
    )


@case
def for_static() -> Made:
    return scene(ul(For(["a", "b"], li), For((), li), For(range(2), lambda n, index: li(n, " ", index))))


@case
def error_boundary() -> Made:
    fails = signal(False)

    @component
    def Risky():
        if fails():
            raise ValueError("risky < failed")
        return p("fine")

    @component
    def Always():
        raise ValueError("always")

    return scene(
        div(
            ErrorBoundary(p("first"), Always(), fallback=lambda error, retry: p(str(error), on_click=retry)),
            ErrorBoundary(Risky(), fallback="static fallback"),
            ErrorBoundary("before ", Show(fails, b("x")), fallback=i("never")),
        ),
    )


@case
def error_boundaries_nested() -> Made:
    @component
    def Fails(text: str):
        raise ValueError(text)

    def failing_fallback(error: Exception):
        return Fails(f"fallback of {error}")

    return scene(
        div(
            ErrorBoundary(
                b("kept"),
                ErrorBoundary(p("lost"), Fails("inner"), fallback=lambda error: em(str(error))),
                fallback="outer",
            ),
            ErrorBoundary(
                b("lost"), ErrorBoundary(Fails("x"), fallback=failing_fallback), fallback=lambda error: i(str(error))
            ),
        )
    )


@case
def error_in_live_parts() -> Made:
    return scene(
        div(
            ErrorBoundary(p("a", b("c"), lambda: 1 // 0), fallback="text failed"),
            ErrorBoundary(p(title=lambda: 1 // 0), fallback="attribute failed"),
            ErrorBoundary(ul(For(lambda: [1, 0], lambda n: li(1 // n))), fallback="row failed"),
            ErrorBoundary(Show(lambda: 1 // 0, "x"), fallback="show failed"),
            ErrorBoundary(p(lambda: [b("lost"), lambda: 1 // 0]), fallback="block failed"),
        )
    )


@case
def error_later() -> Made:
    n = signal(1)
    return scene(
        div(ErrorBoundary(p("1/n = ", lambda: 10 // n()), fallback=lambda error: b(type(error).__name__)), n),
        sets(n, 2, 5, 0),
    )


@case
def portals() -> Made:
    open_, count = signal(False), signal(1)
    return scene(
        div(
            "page ",
            Portal(p("always ", count)),
            Show(open_, Portal(div("dialog ", count, on_click=lambda: None)), "opened"),
            strong("end"),
        ),
        (*sets(count, 2), *sets(open_, True), *sets(count, 3), *sets(open_, False)),
    )


@case
def portal_in_portal() -> Made:
    place = Context("none")

    @component
    def Where():
        return b(place.get())

    return scene(div(place.provide("a", Portal(Where(), place.provide("b", Portal(Where())))), Where()))


@case
def portal_of_failed_children() -> Made:
    @component
    def Fails():
        raise ValueError("no")

    return scene(div(ErrorBoundary(Portal(p("lost")), Fails(), fallback="kept"), Portal("kept too")))


@case
def everything_together() -> Made:
    items, picked, query = signal(list("abc")), signal("a"), signal("")
    theme = Context("plain")

    @component
    def Item(name: str):
        return li(
            button(name, on_click=lambda: picked.set(name), aria_pressed=lambda: picked() == name),
            Show(lambda: picked() == name, em(" picked in ", theme.get())),
            class_={"item": True, "picked": lambda: picked() == name},
        )

    visible = computed(lambda: [item for item in items() if query() in item])
    return scene(
        section(
            h1("Items: ", lambda: len(visible())),
            input(bind_value=query, type="search"),
            theme.provide("fancy", ul(For(visible, Item, key=lambda item: item))),
            Switch(Match(lambda: not visible(), p("none")), fallback=details(summary("more"), "picked: ", picked)),
        ),
        (*sets(picked, "b"), *sets(query, "b", "zz", ""), *sets(items, list("cbad"))),
    )


@component
def FailsFrom(value: Any, first: int) -> object:
    if value() >= first:
        raise ValueError("on purpose")
    return b("fine ", value)


@case
def portal_that_fails() -> Made:
    step = signal(0)
    node = div(
        ErrorBoundary(p("first ", step), Portal("lost"), Portal(FailsFrom(step, 0)), fallback=b("failed ", step)),
        ErrorBoundary(p("second ", step), Portal(FailsFrom(step, 9)), fallback="not shown"),
        ErrorBoundary(
            p("third ", step),
            Show(lambda: step() > 0, p("shown"), Portal("before"), Portal(FailsFrom(step, 1)), Portal("behind")),
            fallback=lambda error: p(f"{error} ", step, on_click=print),
        ),
        Show(lambda: step() > 1, ErrorBoundary(Portal("lost"), Portal(FailsFrom(step, 2)), fallback=p("no ", step))),
        Portal("last ", step),
    )
    return scene(node, sets(step, 1, 2, 3))


@case
def skipped() -> Made:
    count = signal(1)
    left = skip_hydration(p("left ", 1, on_click=print), Show(lambda: True, b("alone")), "text")
    return scene(div(p(count), left, count, skip_hydration(), ul(For(count_to(count), li))), sets(count, 2, 3))


def count_to(number: Any) -> Any:
    return lambda: range(number())


@case
def allowed() -> Made:
    count = signal(1)
    return scene(p("a ", count, class_=lambda: f"n{count()}", allow_mismatch="text class"), sets(count, 2))
