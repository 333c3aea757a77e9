"""Pages that note when they run. They ship."""

from pyui import Outlet, component, signal
from pyui.html import button, div, output, p
from pyui.view import Node

ran: list[str] = []
"""What components ran, in the order in which they did."""


@component
def About() -> Node:
    ran.append("about")
    return p("About us. ", "Long enough to be worth compressing. " * 60)


@component
def Profile() -> Node:
    ran.append("profile")
    return p("Your profile")


@component
def Editor() -> Node:
    ran.append("editor")
    return p("The editor")


@component
def Post(id: int, rest: str) -> Node:
    ran.append(f"post {id!r} {rest!r}")
    return p(f"Post {id}: {rest}")


@component
def Lost() -> Node:
    ran.append("lost")
    return p("Nothing is here")


@component
def Waiting() -> Node:
    return p("One moment")


@component
def Show(**values: object) -> Node:
    return p(repr(values))


@component
def Live() -> Node:
    return p(signal("live"))


@component
def Frame() -> Node:
    return div("frame ", Outlet())


@component
def Counter(start: int) -> Node:
    count = signal(start)
    return div(output(count), button("+", on_click=lambda: count.update(lambda number: number + 1)))
