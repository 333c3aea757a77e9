"""Pages for the browser tests. Ships to the browser."""

from typing import Any

from pyui import ErrorBoundary, Event, For, Portal, Ref, Route, Show, component, effect, on_cleanup, on_mount, signal
from pyui.html import (
    a,
    button,
    div,
    fieldset,
    form,
    input,
    label,
    li,
    option,
    output,
    p,
    select,
    table,
    tbody,
    td,
    textarea,
    tr,
    ul,
)

ROWS = 1000


@component
def Rows() -> object:
    """A thousand rows, each with a live text, a live class and two handlers."""
    rows = signal([(number, signal(f"row {number}")) for number in range(ROWS)])
    selected = signal(-1)

    def remove(number: int) -> None:
        rows.update(lambda items: [item for item in items if item[0] != number])

    def row(item: Any) -> object:
        number, text = item
        return tr(
            td(a(text, on_click=lambda: selected.set(number))),
            td(button("x", on_click=lambda: remove(number))),
            class_=lambda: "danger" if selected() == number else None,
        )

    return div(
        button("swap", id="swap", on_click=lambda: rows.update(swapped)),
        button("reverse", id="reverse", on_click=lambda: rows.update(lambda items: items[::-1])),
        button("append", id="append", on_click=lambda: rows.update(appended)),
        button("update", id="update", on_click=lambda: update(rows())),
        button("clear", id="clear", on_click=lambda: rows.set([])),
        table(tbody(For(rows, row, key=lambda item: item[0]))),
    )


def swapped(items: list[Any]) -> list[Any]:
    """Swaps the second and the last but one."""
    return [items[0], items[-2], *items[2:-2], items[1], items[-1]]


def update(items: list[Any]) -> None:
    """Changes the text of every tenth item."""
    for _, text in items[::10]:
        text.update(lambda value: value + "!")


def appended(items: list[Any]) -> list[Any]:
    """Adds a hundred items."""
    first = len(items)
    return items + [(number, signal(f"row {number}")) for number in range(first, first + 100)]


@component
def Controls() -> object:
    """Every kind of two-way binding."""
    text, area, number, checked = signal("first"), signal("a\nb"), signal(1), signal(False)
    one, many, size, toppings = signal("b"), signal(["x"]), signal("m"), signal(["ham"])

    def set_all() -> None:
        text.set("set")
        one.set("c")
        checked.set(True)

    return form(
        input(id="text", bind_value=text),
        textarea(id="area", rows=2, bind_value=area),
        input(id="number", type="number", bind_value=number),
        input(id="checked", type="checkbox", bind_checked=checked),
        select(option("A", value="a"), option("B", value="b"), option("C", value="c"), id="one", bind_value=one),
        select(option("x"), option("y"), option("z"), id="many", multiple=True, bind_value=many),
        fieldset([label(input(type="radio", name="size", id=f"size-{v}", value=v, bind_group=size), v) for v in "sml"]),
        [label(input(type="checkbox", id=v, value=v, bind_group=toppings), v) for v in ("ham", "cheese", "olives")],
        button("set", type="button", id="set", on_click=set_all),
        output(
            lambda: repr((text(), area(), number(), checked(), one(), many(), size(), toppings())),
            id="state",
        ),
    )


@component
def Events() -> object:
    """Handlers of many kinds."""
    log: Any = signal([])

    def note(entry: str) -> None:
        log.update(lambda entries: [*entries, entry])

    def stop(event: Event) -> None:
        event.stop_propagation()
        note("stop")

    def refuse(event: Event) -> None:
        event.prevent_default()
        note("refused")

    def fail() -> None:
        raise ValueError("a handler failed on purpose")

    async def wait() -> None:
        note("before")
        await ready()
        note("after")

    return div(
        div(
            button("outer", id="bubbles", on_click=lambda event: note(f"inner {event.type}")),
            button("stop", id="stops", on_click=stop),
            on_click=lambda: note("outer"),
        ),
        a("refused", id="refused", href="/nowhere", on_click=refuse),
        button("fail", id="fails", on_click=fail),
        button("wait", id="waits", on_click=wait),
        input(id="keys", on_key_down=lambda event: note(f"key {event.key}"), on_focus=lambda: note("focus")),
        p(lambda: " ".join(log()), id="log"),
    )


async def ready() -> None:
    """Lets the browser do something else."""
    from asyncio import sleep

    await sleep(0)


@component
def Life() -> object:
    """Mounting, clean-up, refs, portals, error boundaries, and effects."""
    shown, broken, count = signal(True), signal(False), signal(0)
    log: Any = signal([])
    box = Ref()

    def note(entry: str) -> None:
        log.update(lambda entries: [*entries, entry])

    def inner() -> object:
        on_mount(lambda: note("mounted " + box.current.id))
        on_cleanup(lambda: note("cleaned"))
        return div("boxed", Portal(p("in a portal ", count, id="portal")), id="box", ref=box)

    effect(lambda: note(f"effect {count()}"))
    return div(
        Show(shown, component(inner)()),
        ErrorBoundary(
            p(lambda: fragile(broken()), id="fragile"),
            fallback=lambda error, reset: button(f"failed: {error}", id="retry", on_click=lambda: again(reset)),
        ),
        button("toggle", id="toggle", on_click=lambda: shown.update(lambda value: not value)),
        button("count", id="count", on_click=lambda: count.update(lambda value: value + 1)),
        button("break", id="break", on_click=lambda: broken.set(True)),
        ul(For(log, li, key=id), id="log"),
    )


def fragile(broken: bool) -> str:
    """Fails on purpose."""
    if broken:
        raise ValueError("on purpose")
    return "whole"


def again(reset: Any) -> None:
    """Tries again, in vain."""
    reset()


@component
def Typed(name: str, count: int = 0) -> object:
    """Shows props and a path parameter."""
    return p(f"{name} {count} ", lambda: "live", id="typed")


routes = [
    Route("/rows", Rows, title="Rows"),
    Route("/controls", Controls, title="Controls"),
    Route("/events", Events, title="Events"),
    Route("/life", Life, title="Life"),
    Route("/typed/{name}", Typed, title="Typed"),
]
