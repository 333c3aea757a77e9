"""Pages whose take-over pauses wherever it can. Ships to the browser."""

import sys
from asyncio import ensure_future, sleep
from typing import Any

from pyui import Child, ErrorBoundary, For, Island, Ref, Route, Signal, component, is_hydrating, on_mount, signal
from pyui.html import a, b, button, div, h1, li, p, ul

if sys.platform == "emscripten":
    from pyui.browser import _page_walk

    _page_walk.FIRST_SECONDS = _page_walk.SLICE_SECONDS = 0

MANY = 300


def rows(word: Signal[str], log: Signal[str], many: int = MANY) -> Child:
    """A list that takes several slices, of rows that a template makes."""
    numbers = signal(list(range(many)))

    def note(number: int) -> None:
        log.update(lambda text: f"{text} {number}")

    def row(number: int) -> Child:
        return li(number, " ", b(word), button("press", on_click=lambda: note(number)), data_row=number)

    return ul(For(numbers, row), id="rows")


@component
def Pressed(log: Signal[str]) -> Child:
    return button("island", id="island", on_click=lambda: log.update(lambda text: f"{text} island"))


@component
def Rows() -> Child:
    """Rows, and around them what may be used before all are bound; scripts of the page may set `word`."""
    word, log, mounted = signal("old"), signal("log"), signal("")
    _publish(word)
    on_mount(lambda: mounted.set("mounted"))
    return div(
        h1(word),
        p(log, id="log"),
        p(mounted, id="mounted"),
        a("elsewhere", href="/elsewhere", id="link"),
        rows(word, log),
        Island(Pressed(log), hydrate="interaction"),
        ul([li(b(number), id=f"fixed-{number}", on_click=lambda: None) for number in range(40)]),
    )


def card(number: int, log: Signal[str]) -> Child:
    """An element like the others, neither in a list nor a component."""
    return li(b(number), button("press", on_click=lambda: log.update(lambda text: f"{text} {number}")))


@component
def Cards() -> Child:
    """What is alike outside of a list."""
    log = signal("log")
    return div(p(log, id="log"), ul([card(number, log) for number in range(MANY)], id="cards"))


def _publish(word: Signal[str]) -> None:
    if sys.platform == "emscripten":
        import js  # pyright: ignore[reportMissingImports]
        from pyodide.ffi import create_proxy  # pyright: ignore[reportMissingImports]

        js.setWord = create_proxy(word.set)


@component
def Task() -> Child:
    """Rows, and a task that a component begins before them."""
    word, log = signal("old"), signal("log")
    ref = Ref()

    async def work() -> None:
        for _ in range(3):
            await sleep(0)
            log.update(lambda text: f"{text} {ref.current.textContent}")
        word.set("new")

    def begin() -> None:
        if is_hydrating():
            _tasks.append(ensure_future(work()))

    begin()
    return div(p("there", ref=ref), rows(word, log), p(log, id="log"))


_tasks: list[Any] = []


@component
def Broken() -> Child:
    """Rows of which the last fails where it is taken over."""

    def row(number: int) -> Child:
        if number == MANY - 1 and is_hydrating():
            raise ValueError("on purpose")
        return li(number, on_click=lambda: None)

    return div(ErrorBoundary(ul(For(signal(list(range(MANY))), row)), fallback=p("failed", id="failed")))


@component
def Elsewhere() -> Child:
    log = signal("elsewhere")
    return p(log, id="elsewhere")


routes = [
    Route("/", Rows, title="Rows"),
    Route("/cards", Cards, title="Cards"),
    Route("/task", Task, title="Task"),
    Route("/broken", Broken, title="Broken"),
    Route("/elsewhere", Elsewhere, title="Elsewhere"),
]
