"""Pages for the browser tests. Ships to the browser."""

from typing import Any

from pyui import (
    ErrorBoundary,
    Event,
    For,
    Mismatch,
    Portal,
    Ref,
    Route,
    Show,
    client_only,
    component,
    effect,
    is_server,
    on_cleanup,
    on_mismatch,
    on_mount,
    redirect,
    signal,
    skip_hydration,
)
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


seen: Any = signal([])
ran: list[str] = []


@on_mismatch
def see(mismatch: Mismatch) -> None:
    """Shows what was reported."""
    seen.update(lambda kinds: [*kinds, mismatch.kind])


@on_mismatch
async def see_later(mismatch: Mismatch) -> None:
    """Shows what was reported, a little later."""
    await ready()
    see(mismatch)


@on_mismatch
def fail_to_see(mismatch: Mismatch) -> None:
    """Fails on purpose for one kind."""
    if mismatch.kind == "rows":
        raise ValueError("a callback failed on purpose")


@component
def Clock() -> object:
    """Differs between the server and the browser."""
    return p("12:00" if is_server() else "12:01", id="clock")


@component
def Differs() -> object:
    """Differs in several ways, beside an input."""
    items = signal(["a", "b"] if is_server() else ["a", "b", "c"])
    count = signal(0)
    return div(
        input(id="kept"),
        Clock(),
        ul(For(items, lambda item: li(item, " ", count, on_click=lambda: count.update(lambda n: n + 1)))),
        p("dark", class_="dark" if is_server() else "light", id="theme"),
        p(lambda: " ".join(seen()), id="seen"),
    )


@component
def Allowed() -> object:
    """Differs where that is allowed."""
    here = "server" if is_server() else "browser"
    return div(
        p("text ", here, id="text", allow_mismatch="text"),
        p("class", class_=here, id="class", allow_mismatch="class"),
        p("style", style=f"--at: {here}", id="style", allow_mismatch="style"),
        p("title", title=here, id="title", allow_mismatch="attributes"),
        ul([li("one")] if is_server() else [li("one"), li("two")], id="children", allow_mismatch="children"),
        p(lambda: f"live {here}", id="live", allow_mismatch=True),
        p(here, id="reported", allow_mismatch="class"),
    )


@component
def Window() -> object:
    """Runs in the browser alone."""
    import js  # pyright: ignore[reportMissingImports]

    count = signal(0)
    return button(f"{js.innerWidth > 0} ", count, id="window", on_click=lambda: count.update(lambda n: n + 1))


@component
def Later() -> object:
    """Shows something in the browser alone."""
    return div(input(id="kept"), client_only(Window(), fallback=p("wait", id="wait")))


@component
def LeftAlone() -> object:
    """Says where it ran."""
    ran.append("server" if is_server() else "browser")
    return div(p(f"ran on the {ran[-1]}", id="ran"), button("dead", id="dead", on_click=lambda: ran.append("click")))


@component
def Skips() -> object:
    """Has a part that hydration leaves alone."""
    count = signal(0)
    return div(
        skip_hydration(LeftAlone()),
        button(count, id="count", on_click=lambda: count.update(lambda n: n + 1)),
        p(lambda: f"{count()} {[place for place in ran if place != 'server']}", id="log"),
    )


@component
def Leaves() -> object:
    """Redirects from within a block."""
    step = signal(0)

    def away() -> object:
        redirect("/typed/Ann")

    return div(
        Show(lambda: step() == 0, p("old ", step, id="old"), fallback=component(away)()),
        button("go", id="go", on_click=lambda: step.set(1)),
    )


routes = [
    Route("/differs", Differs, title="Differs"),
    Route("/allowed", Allowed, title="Allowed"),
    Route("/later", Later, title="Later"),
    Route("/skips", Skips, title="Skips"),
    Route("/leaves", Leaves, title="Leaves"),
    Route("/rows", Rows, title="Rows"),
    Route("/controls", Controls, title="Controls"),
    Route("/events", Events, title="Events"),
    Route("/life", Life, title="Life"),
    Route("/typed/{name}", Typed, title="Typed"),
]
