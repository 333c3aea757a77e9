"""Pages with islands. Ships to the browser."""

from pyui import Context, ErrorBoundary, Island, Route, component, on_mount, signal
from pyui.html import a, button, div, h1, input, p, section, span

log = list[str]()
shown = signal("")
shared = signal(0)
opened = signal(False)
theme: Context[str] = Context("none", name="theme")


def note(entry: str) -> None:
    log.append(entry)


@component
def Counter(name: str) -> object:
    count = signal(0)
    note(f"run {name}")
    on_mount(lambda: note(f"mount {name}"))

    def add() -> None:
        count.update(lambda n: n + 1)
        shared.update(lambda n: n + 1)
        note(f"click {name}")

    return button(name, " ", count, " of ", shared, " in ", theme.get(), id=name, on_click=add)


@component
def Fails() -> object:
    def boom() -> str:
        raise ValueError("on purpose")

    return span("fine on the server") if not opened() else span(boom())


@component
def Mixed() -> object:
    """A live page with an island for each trigger."""
    return theme.provide(
        "dark",
        div(
            Counter("page"),
            div(Island(Counter("pressed"), hydrate="interaction"), on_click=lambda: note("outer")),
            Island(Counter("hovered"), hydrate="hover"),
            Island("text ", Counter("early"), " end", hydrate="timer(86400000)"),
            Island(Counter("media"), hydrate="media((max-width: 500px))"),
            Island(Counter("opened"), hydrate=opened),
            Island(Counter("static"), hydrate="never"),
            Island(Counter("immediate"), hydrate="immediate"),
            button("open", id="open", on_click=lambda: opened.set(True)),
            section(
                Island(
                    p("outer ", Counter("outside")),
                    Island(Counter("inside"), input(id="typed", bind_value=signal("")), hydrate="interaction"),
                    hydrate="timer(86400000)",
                ),
            ),
            p(style="height: 3000px"),
            Island(Counter("below"), hydrate="viewport"),
            button("show", id="show", on_click=lambda: shown.set(" ".join(log))),
            div(shown, id="log"),
        ),
    )


@component
def Alone() -> object:
    """A page on which nothing is live but islands."""
    return div(
        h1("Alone"),
        a("elsewhere", href="/mixed"),
        Island(Counter("one"), hydrate="interaction"),
        Island(Counter("two"), hydrate="interaction"),
    )


@component
def Guarded() -> object:
    """An island that fails in the browser alone."""
    return div(
        ErrorBoundary(Island(Fails(), hydrate=opened), fallback=lambda error: span(f"failed: {error}", id="failed")),
        button("open", id="open", on_click=lambda: opened.set(True)),
    )


routes = [Route("/mixed", Mixed), Route("/alone", Alone), Route("/guarded", Guarded)]
