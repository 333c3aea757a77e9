"""Pages for the tests of client navigation. Ships to the browser."""

from typing import Any

from pyui import Link, Outlet, Route, Show, component, effect, on_cleanup, on_mount, redirect, signal
from pyui.html import a, button, div, h1, input, main, nav, p, span
from pyui.router import RouteMatch, navigate, use_hash, use_params, use_path, use_pending, use_query

LINKS = [
    ("home", "/"),
    ("one", "/items/1"),
    ("two", "/items/2"),
    ("tall", "/tall"),
    ("halfway", "/tall#middle"),
    ("query", "/search?q=a"),
    ("slow", "/slow/a"),
    ("other-slow", "/slow/b"),
    ("old", "/old"),
    ("moved", "/moved"),
    ("raised", "/raised"),
    ("broken", "/broken"),
    ("failing", "/failing"),
    ("missing", "/nowhere"),
    ("gone", "/gone"),
    ("edit", "/edit"),
    ("private", "/private"),
    ("careful", "/careful"),
    ("typed", "/typed/Ann"),
    ("static", "/plain"),
    ("log", "/log"),
]


@component
def Layout() -> object:
    """The layout: its counter shows whether it stays."""
    count, pending, path, held = signal(0), use_pending(), use_path(), signal(0)
    return [
        nav(
            [Link(name, to=to, id=name, active="on") for name, to in LINKS],
            Link("items", to="/items", id="items", active="on", exact=False, class_="own"),
            Link("ahead", to="/typed/Bob", id="ahead", prefetch="hover"),
            a("download", id="download", href="/plain", download=True),
            a("external", id="external", href="/plain", rel="external"),
            a("blank", id="blank", href="/plain", target="_blank"),
            a("elsewhere", id="elsewhere", href="http://elsewhere.invalid/plain"),
            a("prevented", id="prevented", href="/plain", on_click=lambda event: event.prevent_default()),
            a("hash", id="hash", href="#end"),
            button(count, id="count", on_click=lambda: count.update(lambda value: value + 1)),
            button(held, id="held", on_click=lambda: held.set(handlers())),
            button("go", id="go", on_click=lambda: navigate("/items/3")),
            button("replace", id="replace", on_click=lambda: navigate("/items/4", replace=True)),
            button("sort", id="sort", on_click=lambda: navigate("?sort=x")),
        ),
        p(lambda: "pending" if pending() else "idle", id="pending"),
        p(path, id="path"),
        main(Outlet()),
    ]


def handlers() -> int:
    """Returns how many elements have handlers."""
    from pyui.browser._numbers import numbers

    return len(numbers.handlers)


@component
def Home() -> object:
    """The first page."""
    return h1("Home")


@component
def Items() -> object:
    """A layout in the layout, which reads the parameter that only its child takes."""
    count, params = signal(0), use_params()
    return div(
        h1("Items"),
        p(lambda: f"item {params().get('id', 'none')}", id="of"),
        button(count, id="inner", on_click=lambda: count.update(lambda value: value + 1)),
        Outlet(),
    )


@component
def NoItem() -> object:
    """What is shown below `/items`."""
    return p("no item", id="item")


@component
def Item(id: int) -> object:
    """A page that is made anew for each parameter, with something of each kind that has to be disposed of."""
    text = signal("")
    on_cleanup(lambda: log.update(lambda lines: [*lines, f"left {id}"]))
    effect(text)
    return div(
        p(f"item {id}", id="item"),
        input(id="text", bind_value=text),
        button("x", on_click=lambda: text.set("x")),
        Show(text, span(text)),
    )


def item_title(id: int) -> str:
    """The title of an item."""
    return f"Item {id}"


log: Any = signal([])


@component
def Log() -> object:
    """Tells what has been disposed of."""
    return p(lambda: " ".join(log()), id="lines")


@component
def Tall() -> object:
    """A page that is higher than any window."""
    return div(
        h1("Tall"),
        div(style="height: 3000px"),
        h1("Middle", id="middle"),
        div(style="height: 3000px"),
        Link("deep", to="/items/1", id="deep"),
        p("end", id="end"),
    )


@component
def Search() -> object:
    """Follows the query and the fragment without being made anew."""
    query, fragment, count = use_query(), use_hash(), signal(0)
    return div(
        h1("Search"),
        p(lambda: f"q={query().get('q', '')} sort={query().get('sort', '')} {fragment()}", id="asked"),
        button(count, id="kept", on_click=lambda: count.update(lambda value: value + 1)),
        a("part", id="part", href="#part"),
        Link("next", id="next", to="/search?q=b"),
    )


@component
def Typed(name: str, greeting: str = "", served: str = "") -> object:
    """Shows what the loader gave."""
    return [h1(f"{greeting} {name}"), p(served, id="served")]


@component
def Raising() -> object:
    """Is elsewhere, as only the component knows."""
    redirect("/items/2")


@component
def Broken() -> object:
    """Fails in the browser alone."""
    import sys

    if sys.platform == "emscripten":
        raise ValueError("on purpose")
    return h1("Broken", id="whole")


@component
def Edit() -> object:
    """A page that is left only when it may be."""
    return [h1("Edit"), button("save", id="save", on_click=lambda: saved.set(value=True))]


saved = signal(value=False)


async def may_enter(match: RouteMatch) -> bool | str:
    """Takes its time, and sends strangers away."""
    import asyncio

    await asyncio.sleep(0)
    return "/items/1" if not saved() else match.pattern == "/private"


@component
def Focusing() -> object:
    """Takes the focus itself."""
    from pyui import Ref

    field = Ref()
    on_mount(lambda: field.current and field.current.focus())
    return div(h1("Careful"), input(id="field", ref=field))


@component
def Plain() -> object:
    """A page of another layout, with nothing live."""
    return main(h1("Plain"), Link("home", to="/", id="home"))


routes = [
    Route(
        "/",
        Layout,
        children=[
            Route("", Home, title="Home", meta={"description": "first"}),
            Route(
                "items",
                Items,
                title="Items",
                children=[Route("", NoItem), Route("{id:int}", Item, title=item_title)],
            ),
            Route("tall", Tall, title="Tall"),
            Route("search", Search, title="Search"),
            Route("typed/{name}", Typed, title="Typed"),
            Route("slow/{name}", Typed, title=lambda name: f"Slow {name}"),
            Route("old", redirect_to="/items/2?from=old"),
            Route("moved", Home),
            Route("raised", Raising),
            Route("broken", Broken),
            Route("failing", Home),
            Route("gone", Home),
            Route("log", Log),
            Route("edit", Edit, title="Edit", can_leave=saved),
            Route("private", Home, title="Private", can_enter=may_enter),
            Route("careful", Focusing, title="Careful"),
        ],
    ),
    Route("/plain", Plain, title="Plain"),
]
