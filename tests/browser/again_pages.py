"""A page with parts that are shown again and again. Ships to the browser."""

from pyui import Child, For, Portal, Ref, Route, Show, Signal, component, on_cleanup, on_mount, signal
from pyui.html import b, button, div, h2, i, input, p, section, table, tbody, td, tr, ul


@component
def Dialog(text: Signal[object], log: Signal[str]) -> Child:
    """A part with live text of both kinds, live attributes and handlers."""
    on_mount(lambda: log.update(lambda now: now + " mount"))
    on_cleanup(lambda: log.update(lambda now: now + " gone"))
    return section(
        h2(text),
        p("Lives in ", text, ".", i("?")),
        p(i("!"), lambda: [text()][0]),
        button("log", on_click=lambda: log.update(lambda now: now + " click"), class_="log"),
        title=lambda: str(text()) if text() != "b" else None,
        hidden=False,
    )


@component
def Again() -> Child:
    """Parts in blocks, in a table, in a portal and in static markup, of which some cannot be cloned."""
    is_open, kind = signal(False), signal(0)
    text: Signal[object] = signal("a")
    log, items = signal(""), signal([1, 2])
    field: Ref = Ref()
    entered = signal("entered")

    def either() -> Child:
        return p("zero ", text) if kind() == 0 else p(text, b("one"), class_=text)

    return div(
        button("open", id="open", on_click=lambda: is_open.update(lambda now: not now)),
        button("kind", id="kind", on_click=lambda: kind.update(lambda now: 1 - now)),
        *[button(value, id=value, on_click=lambda value=value: text.set(value)) for value in ("a", "b")],
        button("block", id="block", on_click=lambda: text.set(i("node"))),
        p(log, id="log"),
        div(
            Show(is_open, Dialog(text, log)),
            Show(is_open, p(text, " element", on_click=lambda: log.set("element"), class_="element")),
            Show(is_open, lambda: div("before", [Dialog(text, log) for _ in range(3)], p("static"))),
            table(tbody(Show(is_open, lambda: tr(td(text), td("x", on_click=lambda: log.set("cell")))))),
            either,
            Show(is_open, Portal(p("portal ", text))),
            Show(is_open, div(input(bind_value=entered, ref=field), ul(For(items, lambda item: p(item, text))))),
            id="parts",
        ),
    )


routes = [Route("/", Again)]
