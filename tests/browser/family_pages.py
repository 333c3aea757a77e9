"""Pages for families of bugs that take more than a case. Ships to the browser."""

import asyncio
import threading
from typing import Any

from pyui import (
    ErrorBoundary,
    Event,
    Meta,
    Ref,
    Route,
    Show,
    Title,
    component,
    is_server,
    on_mount,
    signal,
)
from pyui.html import a, audio, button, div, form, iframe, img, input, output, p, script, span, style


@component
def Loaded() -> object:
    """What a browser loads or hides, text that no page can hold, and a head."""
    count = signal(0)
    return div(
        Title("Count ", count),
        Meta(name="description", content=lambda: f"count {count()}"),
        script("globalThis.ran = (globalThis.ran ?? 0) + 1;", nonce="abc"),
        style("p { margin: 0 }", nonce="abc"),
        img(src="/picture.svg", alt="static", loading="eager"),
        img(src=lambda: f"/picture.svg?{count() // 100}", alt="live", nonce=lambda: "abc"),
        iframe(src="/frame.html", title="frame"),
        p("half \ud83d of é ", count, " and \0", title="half \udc00"),
        p("two halves \ud83d\ude00"),
        p(lambda: f"\ud83d{count()}\0", id="half"),
        button("count", id="count", on_click=lambda: count.update(lambda n: n + 1)),
    )


def sound() -> str:
    """Returns the URL of two seconds of silence."""
    from base64 import b64encode

    rate = 8000
    body = b"\x80" * (2 * rate)
    numbers = (36 + len(body), b"WAVEfmt ", 16, 1 << 16 | 1, rate, rate, 8 << 16 | 1, b"data", len(body))
    parts = [part if isinstance(part, bytes) else part.to_bytes(4, "little") for part in numbers]
    return "data:audio/wav;base64," + b64encode(b"RIFF" + b"".join(parts) + body).decode()


@component
def Entered() -> object:
    """Controls whose values browsers normalise, one that asks for the focus, and one that plays."""
    day, clock, number, odd, colour, level = (
        signal("2024-01-02"), signal("10:30"), signal(1.5), signal("2024-1-2"), signal("#102030"), signal(30)
    )  # fmt: skip
    shown = signal(False)
    focused: Any = signal([])
    return form(
        input(id="day", type="date", bind_value=day),
        input(id="clock", type="time", bind_value=clock),
        input(id="number", type="number", step="any", bind_value=number),
        input(id="odd", type="date", bind_value=odd),
        input(id="colour", type="color", bind_value=colour),
        input(id="level", type="range", min=10, max=20, bind_value=level),
        input(id="auto", autofocus=True, on_focus=lambda: focused.update(lambda seen: [*seen, "auto"])),
        input(id="other"),
        button("show", id="show", type="button", on_click=lambda: shown.set(value=True)),
        Show(shown, Focused()),
        audio(id="audio", src=sound(), controls=True),
        output(lambda: repr((day(), clock(), number(), odd(), colour(), level())), id="state"),
        output(lambda: " ".join(focused()), id="focused"),
    )


@component
def Focused() -> object:
    """Takes the focus when it appears."""
    here = Ref()
    on_mount(lambda: here.current.focus())  # noqa: PLW0108 - there is no node yet
    return input(id="late", ref=here)


def only_on(side: str) -> str:
    """Fails on the other side."""
    if is_server() != (side == "server"):
        raise ValueError(f"fails, as it is not the {side}")
    return f"whole on the {side}"


@component
def OneSided() -> object:
    """Has parts that fail on one side only."""
    count = signal(0)
    return div(
        input(id="kept"),
        ErrorBoundary(p(component(only_on)("server"), id="served"), fallback=lambda error, reset: p(f"no: {error}")),
        ErrorBoundary(p(component(only_on)("browser"), id="shown"), fallback=lambda error, reset: p("not yet")),
        button(count, id="count", on_click=lambda: count.update(lambda n: n + 1)),
    )


@component
def Fails() -> object:
    """Fails in the browser, with nothing around that would take it."""
    return div(a("lead on", id="away", href="?on", on_click=lambda: None), only_on("server"))


@component
def PythonsOwn() -> object:
    """Handlers that meet what Python and browsers do not share."""
    log: Any = signal([])
    typed = signal("🙂")

    def note(*words: object) -> None:
        log.update(lambda lines: [*lines, " ".join(map(str, words))])

    def see_null(event: Event) -> None:
        note("related", event.related_target is None, "form", event.target.form is None)

    def see_units(event: Event) -> None:
        start = event.target.selectionStart
        note("code points", len(event.value), "units", start, "bound", typed() == event.value)

    def block() -> None:
        threading.Thread(target=print).start()

    async def later() -> None:
        await asyncio.sleep(0)
        note("later")

    def wait() -> None:
        asyncio.get_event_loop().run_until_complete(later())
        note("after")

    async def fail() -> None:
        await asyncio.sleep(0)
        raise ValueError("an async handler failed on purpose")

    return div(
        input(id="typed", bind_value=typed, on_input=see_units),
        button("null", id="null", on_click=see_null),
        button("block", id="block", on_click=block),
        button("wait", id="wait", on_click=wait),
        button("later", id="later", on_click=later),
        button("fail", id="fail", on_click=fail),
        p(lambda: " | ".join(log()), id="log"),
        span(typed, id="shown"),
    )


@component
def Slow() -> object:
    """Arrives in two parts."""
    count = signal(0)
    return div(
        button(count, id="first", on_click=lambda: count.update(lambda n: n + 1)),
        p("middle", id="middle"),
        button(count, id="last", on_click=lambda: count.update(lambda n: n + 1)),
    )


routes = [
    Route("/loaded", Loaded),
    Route("/entered", Entered),
    Route("/one-sided", OneSided),
    Route("/fails", Fails),
    Route("/python", PythonsOwn),
    Route("/slow", Slow),
]
