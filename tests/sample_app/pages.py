"""The pages of a small app. They ship."""

from pyui import Link, Outlet, component, signal
from pyui.html import button, h1, li, main, p, ul
from pyui.view import Node


@component
def Home() -> Node:
    count = signal(0)
    return main(h1("Home"), p("Count: ", count), button("+", on_click=lambda event: count.update(lambda n: n + 1)))


@component
def About() -> Node:
    return main(h1("About"), Link("Home", to="/"))


@component
def Products(names: list[str]) -> Node:
    return ul(li(name) for name in names)


@component
def Product(id: int, name: str = "unnamed") -> Node:
    picked = signal(False)
    return p(f"{id}: {name}", on_click=lambda event: picked.set(True))


@component
def Echo(text: str) -> Node:
    return p(text)


@component
def Broken() -> Node:
    raise ValueError("broken <on purpose>")


@component
def Layout() -> Node:
    return main("Docs: ", Outlet())
