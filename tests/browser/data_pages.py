"""Pages with data that travels, and with a head that changes. Ships to the browser."""

import json
from datetime import datetime
from decimal import Decimal

from pyui import (
    LinkTag,
    Meta,
    Outlet,
    Route,
    Script,
    Show,
    Signal,
    Title,
    component,
    effect,
    is_hydrating,
    is_server,
    not_found,
    on_mount,
    redirect,
    request,
    response,
    signal,
    transfer,
)
from pyui.html import button, div, output, p
from pyui.view import Node, decode, encode
from tests.view.codec_types import Colour, Item


@component
def Values(items: list[Item], when: datetime, price: Decimal, colour: Colour, ids: set[int]) -> Node:
    """Shows what a loader gave, down to the types; a mismatch would tell of a difference."""
    shared = items[0] is items[1].parts
    rate = transfer("rate", lambda: (1, Decimal("2.5")) if is_server() else (0, "computed in the browser"))
    return div(
        p(repr([items, when, price, colour, ids, shared]), id="props"),
        p(repr(rate), id="rate"),
        p(transfer(side), id="side"),
        p(lambda: "live"),
    )


def side() -> str:
    return "server" if is_server() else "browser"


@component
def Where() -> Node:
    """Tells where and when its parts run."""
    seen = signal("")
    during = is_hydrating()
    on_mount(lambda: seen.set(f"{during} {is_hydrating()} {is_server()} {request()} {response()}"))
    later = signal("")
    effect(lambda: later.set(f"{is_hydrating()}"))
    return div(output(seen, id="seen"), output(later, id="later"))


@component
def Recode() -> Node:
    """Lets the tests take values through the codec, in the browser."""
    on_mount(_publish)
    return div("ready")


def _publish() -> None:
    import js  # pyright: ignore[reportMissingImports]
    from pyodide.ffi import create_proxy  # pyright: ignore[reportMissingImports]

    js.recode = create_proxy(recode)


def recode(texts: str) -> str:
    """Decodes and encodes each of a list of JSON texts."""
    from pyui.browser._modules import MODULES

    return json.dumps(
        [json.dumps(encode(decode(json.loads(text), MODULES.__contains__))) for text in json.loads(texts)]
    )


@component
def HeadLayout() -> Node:
    return div(Outlet(), Title("Site"), Meta(name="description", content="of the site"))


@component
def Head() -> Node:
    count, shown, name = signal(0), signal(True), signal("x")
    return div(
        Title("Count ", count),
        Meta(name="description", content="of the page"),
        Meta(name="robots", content=lambda: "none" if count() > 1 else "all"),
        LinkTag(rel="canonical", href="/head"),
        Show(shown, lambda: [Title("Shown"), Meta(name="only", content="shown"), Script({"@type": "A", "n": name()})]),
        button("+", id="count", on_click=lambda: count.update(lambda n: n + 1)),
        button("show", id="show", on_click=lambda: shown.update(lambda on: not on)),
        button("same", id="same", on_click=lambda: replace(shown)),
    )


def replace(shown: Signal[bool]) -> None:
    shown.set(value=False)
    shown.set(value=True)


@component
def ClientHead() -> Node:
    return div(Title("Made in the browser"), Meta(name="description", content="there"), p("client", id="client"))


@component
def Leaving() -> Node:
    return div(button("go", id="go", on_click=lambda: redirect("/arrived?a=1")))


@component
def ClientLeaving() -> Node:
    redirect("/arrived?b=2")


@component
def Arrived() -> Node:
    return p("arrived", id="arrived")


@component
def ClientMissing() -> Node:
    return not_found()


@component
def Lost(path: str) -> Node:
    return p(f"Nothing at {path}", id="lost", on_click=lambda: None)


routes = [
    Route("/values", Values),
    Route("/where", Where),
    Route("/recode", Recode),
    Route("/head", HeadLayout, title="Route", children=[Route("", Head, meta={"author": "route"})]),
    Route("/client-head", ClientHead, title="Route", meta={"description": "of the route", "author": "route"}),
    Route("/leaving", Leaving),
    Route("/client-leaving", ClientLeaving),
    Route("/client-missing", ClientMissing),
    Route("/missing", ClientMissing),
    Route("/arrived", Arrived),
    Route("/{path:path}", Lost, title="Lost"),
]
