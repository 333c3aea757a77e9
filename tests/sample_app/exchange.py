"""Pages that look at their request and say what the answer is. They ship."""

from dataclasses import dataclass
from decimal import Decimal

from pyui import (
    ErrorBoundary,
    LinkTag,
    Meta,
    Outlet,
    Route,
    Script,
    Title,
    component,
    is_hydrating,
    is_server,
    not_found,
    redirect,
    request,
    response,
    signal,
    transfer,
)
from pyui.html import button, div, p
from pyui.view import Node

CALLS: list[str] = []
"""The keys of the values that were computed here."""


@dataclass
class Price:
    amount: Decimal
    currency: str = "EUR"


@component
def Who() -> Node:
    """Shows who asks, three times: through the request, in a child, and in live text."""
    return div(p(name()), Inner(), p(name), p("server" if is_server() else "browser"), p(str(is_hydrating())))


@component
def Inner() -> Node:
    return p(name())


def name() -> str:
    asked = request()
    return f"{asked.state.user} {asked.path_params['n']}" if asked is not None else "nobody"


@component
def Answering(what: str) -> object:
    answer = response()
    if answer is None:
        return p("no response")
    if what == "status":
        answer.status = 418
    answer.headers["X-What"] = what
    answer.set_cookie("seen", what, httponly=True)
    answer.delete_cookie("old")
    if what == "redirect":
        answer.redirect("/login", 307)
    return p(what)


@component
def Guarded(to: str = "/login?next=/private", status: int = 303) -> Node:
    return ErrorBoundary(p("before"), Redirecting(to, status), fallback=p("caught"))


@component
def Redirecting(to: str, status: int) -> Node:
    try:
        redirect(to, status)
    except Exception:  # noqa: BLE001 - what users write around a call that may fail
        return p("caught")


@component
def Missing() -> Node:
    return ErrorBoundary(Nothing(), fallback=p("caught"))


@component
def Nothing() -> Node:
    return not_found()


@component
def Lost(path: str) -> Node:
    picked = signal(0)
    return p(f"Nothing at {path}.", button("?", on_click=lambda: picked.set(1)))


@component
def Loaded(price: Price) -> Node:
    extra = transfer("rate", lambda: compute("rate"))
    return p(f"{price.amount} {price.currency} {extra[0]} {transfer(named)}", on_click=lambda: None)


def compute(key: str) -> tuple[int, str]:
    CALLS.append(key)
    return (len(CALLS), key)


def named() -> str:
    return "from the " + ("server" if is_server() else "browser")


@component
def Layout() -> Node:
    return div(Outlet(), Title("Site"), Meta(name="description", content="of the layout"), Meta(name="a", content="b"))


@component
def Empty() -> Node:
    return p("empty")


@component
def HeadPage() -> Node:
    return div(
        Title("Page <1> ", 2),
        Meta(name="description", content='the "page"'),
        Meta(property="og:title", content="first"),
        Meta(property="og:title", content="second"),
        LinkTag(rel="canonical", href="/a"),
        LinkTag(rel="alternate", hreflang="de", href="/de"),
        LinkTag(rel="alternate", hreflang="fr", href="/fr"),
        Script({"@type": "Product", "name": "</script><b>"}),
    )


routes = [
    Route("/who/{n:int}", Who),
    Route("/answer/{what}", Answering),
    Route("/private", Guarded),
    Route("/missing/{n:int}", Missing),
    Route("/missing", Missing),
    Route("/loaded", Loaded),
    Route("/loader/{what}", Inner),
    Route("/prerendered", Who),
    Route("/moved", redirect_to="/loaded", status=302),
    Route("/gone/{id}", redirect_to="https://other.example/{id}", status=301),
    Route(
        "/head", Layout, children=[Route("", HeadPage, title="Route", meta={"description": "of the route", "c": "d"})]
    ),
    Route("/plain-head", Layout, title="Outer", children=[Route("", Empty)]),
    Route("/{path:path}", Lost, title="Not found"),
]
