"""Components, contexts and lifecycle."""

from pyui import Context, For, Show, component, on_cleanup, on_mount, signal
from pyui.html import article, b, button, div, em, h1, li, p, section, span, ul
from pyui.view import Child
from tests.cases._case import Made, case, scene, sets


@component
def Greeting(name: str, *children: Child, punctuation: str = "!"):
    return p("Hello ", b(name), punctuation, *children)


@case
def components() -> Made:
    return scene(section(Greeting("Ann"), Greeting("<Bob>", " and ", em("more"), punctuation="?")))


@case
def component_kinds() -> Made:
    @component
    def Nothing():
        return None

    @component
    def Text():
        return "text"

    @component
    def Several():
        return [li("1"), "2", li("3")]

    @component
    def Generated():
        for n in range(2):
            yield li(n)

    return scene(ul(Nothing(), Text(), Several(), Generated(), Nothing()))


@case
def nested_components() -> Made:
    count = signal(1)

    @component
    def Inner(n: int):
        return span("inner ", n, " of ", count)

    @component
    def Outer(*children: Child):
        return article(Inner(1), *children, Inner(2))

    return scene(Outer(Outer(Inner(3)), "text", count), sets(count, 2))


@case
def component_with_its_own_state() -> Made:
    @component
    def Counter(start: int = 0):
        count = signal(start)
        return button("+", count, on_click=lambda: count.update(lambda n: n + 1), class_=lambda: f"c{count()}")

    return scene(div(Counter(), Counter(start=5), Counter(7)))


@case
def lifecycle() -> Made:
    shown = signal(True)

    @component
    def Child():
        on_mount(lambda: None)
        on_cleanup(lambda: None)
        return p("child")

    return scene(Show(shown, Child()), sets(shown, False, True))


@case
def component_in_component_slot() -> Made:
    flag = signal(True)

    @component
    def Card(title: Child, *children: Child):
        return article(h1(title), Show(flag, *children, fallback="closed"))

    return scene(Card(b("t"), p("one"), "two", (p(n) for n in range(2))), sets(flag, False, True))


@case
def contexts() -> Made:
    theme = Context("light", name="theme")
    count = signal(1)

    @component
    def Themed():
        return span(theme.get(), " ", count)

    return scene(
        div(
            Themed(),
            theme.provide("dark", Themed(), Show(lambda: count() > 1, Themed()), theme.provide("night", Themed())),
            theme.provide("row", For(lambda: range(count()), lambda n: li(Themed()))),
            Themed(),
        ),
        sets(count, 2, 1),
    )
