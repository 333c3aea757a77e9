"""Pages for the tests of what is done before Python is there. Ships to the browser."""

from typing import Any

from pyui import Event, For, Route, component, signal
from pyui.html import (
    a,
    button,
    details,
    dialog,
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
    span,
    summary,
    textarea,
    ul,
)

SIZES = ("s", "m", "l")


@component
def Early() -> object:
    """Controls, links, buttons and forms, each with handlers that log."""
    log: Any = signal([])
    text, checked, size, one = signal(""), signal(False), signal("m"), signal("b")
    plain = signal("")

    def note(entry: object) -> None:
        log.update(lambda entries: [*entries, str(entry)])

    def logged(name: str) -> Any:
        return lambda event: note(f"{name} {event.type}")

    def refuse(event: Event) -> None:
        event.prevent_default()
        note(f"refused {event.type} {event.default_prevented}")

    def copy(event: Event) -> None:
        plain.set(event.value)

    return div(
        input(
            id="text", bind_value=text, on_input=logged("text"), on_key_down=lambda event: note(f"key {event.key}"),
            on_focus=logged("text"), on_blur=logged("text"), autofocus=True,
        ),
        label(input(id="checked", type="checkbox", bind_checked=checked, on_click=logged("checked")), "check"),
        input(id="unbound", type="checkbox", on_change=lambda event: note(f"unbound {event.checked}")),
        fieldset([
            label(input(type="radio", name="size", id=f"size-{value}", value=value, bind_group=size), value)
            for value in SIZES
        ]),
        select([option(value, value=value) for value in "abc"], id="one", bind_value=one, on_change=logged("one")),
        input(id="copied", on_input=copy, value=plain),
        div(
            button(span("press", id="inside"), id="button", type="button", on_click=logged("button")),
            on_click=logged("outer"), on_pointer_down=logged("outer"),
        ),
        a("refused", id="refused", href="/landed", on_click=refuse),
        form(
            input(name="typed", id="typed", value="t"),
            button("send", id="send", name="via", value="send"),
            action="/landed", on_submit=refuse,
        ),
        button("clear", id="clear", type="button", on_click=lambda: text.set("")),
        p([a(name, class_="row", on_click=logged(name)) for name in "xyz"]),
        output(lambda: repr((text(), checked(), size(), one(), plain())), id="state"),
        ul(For(log, li, key=id), id="log"),
    )  # fmt: skip


@component
def Leaving() -> object:
    """Links and forms that lead away when their handlers have run."""
    return div(
        a("client", id="client", href="/landed", on_click=keep),
        a("whole", id="whole", href="/static.txt", on_click=keep),
        a("new window", id="blank", href="/static.txt", target="_blank", on_click=keep),
        a("unhandled", id="unhandled", href="/landed?unhandled"),
        form(
            input(name="typed", id="typed"),
            button("first", name="via", value="first", id="first"),
            button(span("second"), name="via", value="second", id="second", on_click=keep),
            action="/landed",
            on_submit=keep,
        ),
        form(button("send", id="send"), input(type="hidden", name="plain", value="1"), action="/landed"),
    )


def keep(event: Event) -> None:
    """Notes an event where a new page can read it."""
    storage = event.target.ownerDocument.defaultView.sessionStorage
    storage.setItem("kept", f"{storage.getItem('kept') or ''}{event.type} ")


@component
def Landed() -> object:
    """Where links and forms lead."""
    return p("landed", id="landed", on_click=keep)


@component
def Kept() -> object:
    """What the user opens and enters without any binding, and fields whose values browsers make others of."""
    log: Any = signal([])
    number, odd, upper, many, first = signal(1), signal("not a number"), signal(""), signal(["y"]), signal("none")
    return div(
        details(summary("more", id="more"), "hidden", id="details", on_toggle=lambda: log.update(lambda n: [*n, "t"])),
        dialog("dialog", id="dialog"),
        input(id="file", type="file", on_change=lambda event: log.set([*log(), event.target.files.length])),
        textarea("first", id="area"),
        input(id="number", type="number", bind_value=number),
        input(id="odd", type="number", bind_value=odd),
        select([option(value) for value in "xyz"], id="many", multiple=True, bind_value=many),
        select(option("choose", value="", disabled=True), option("a"), option("b"), id="first", bind_value=first),
        input(id="upper", bind_value=upper, on_input=lambda: upper.update(str.upper)),
        output(lambda: repr((number(), odd(), many(), first(), upper(), log())), id="state"),
        div(style="height: 4000px", on_scroll=lambda: None),
    )


routes = [
    Route("/early", Early),
    Route("/leaving", Leaving),
    Route("/landed", Landed),
    Route("/kept", Kept),
]
