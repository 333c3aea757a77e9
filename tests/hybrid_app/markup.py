"""Pages that an HTML parser reads in another way than they were meant, and one that it does not. They ship."""

from pyui import Meta, Outlet, Route, component, raw, signal
from pyui.html import div, noscript, p, table, tr
from pyui.view import Child


@component
def Good() -> Child:
    return div(Meta(name="description", content="<b>"), p("good"), noscript(raw("<img src=x>")))


@component
def Bad() -> Child:
    return div(
        table(
            tr(signal("live")),
        ),
    )


@component
def Layout() -> Child:
    return p("layout", Outlet())


@component
def Waiting() -> Child:
    return p(div("one moment"))


routes = [
    Route("/", Good),
    Route("/bad", Bad),
    Route("/frame", Layout, children=[Route("", Good)]),
    Route("/client", Good),
    Route("/**", Bad),
]
