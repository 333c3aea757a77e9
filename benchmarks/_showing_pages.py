"""What is shown, hidden and shown again. Ships to the browser."""

from pyui import Child, Route, Show, Signal, component, signal
from pyui.html import a, article, button, dd, div, dl, dt, footer, h1, h2, header, li, p, section, span, ul

CARDS = 100


class _Person:
    """What a panel shows."""

    def __init__(self, number: int) -> None:
        self.name: Signal[str] = signal(f"Person {number}")
        self.town = signal(f"Town {number}")
        self.count: Signal[int] = signal(number)

    def count_up(self) -> None:
        """Changes what is shown."""
        self.count.update(lambda count: count + 1)


def _panel(person: _Person) -> Child:
    """Thirty elements with ten live parts."""
    return section(
        header(h2("About ", person.name), p("All that is known about this person.", class_="hint")),
        dl(
            dt("Name"),
            dd(person.name, class_="name"),
            dt("Town"),
            dd(person.town),
            dt("Count"),
            dd(person.count, class_=lambda: "many" if person.count() > 9 else None),
            dt("Language"),
            dd("Python"),
            dt("Since"),
            dd("2024"),
        ),
        ul(
            li(span("One", class_="label"), span("first")),
            li(span("Two", class_="label"), span("second")),
            li(span("Three", class_="label"), span(person.town)),
        ),
        footer(
            button("Count", type="button", on_click=person.count_up),
            button("Reset", type="button", on_click=lambda: person.count.set(0)),
            a("More about ", person.name, href="#more"),
        ),
        class_="panel",
        title=person.name,
    )


@component
def _Panel(person: _Person) -> Child:
    return _panel(person)


@component
def _Card(person: _Person) -> Child:
    return article(
        h2(person.name),
        p("Lives in ", person.town, "."),
        button("Count ", person.count, type="button", on_click=person.count_up),
        class_="card",
    )


def _toggled(shown: Signal[bool], content: Child) -> Child:
    return div(
        button("toggle", id="toggle", type="button", on_click=lambda: shown.update(lambda now: not now)),
        div(content, id="place"),
    )


@component
def Panels() -> Child:
    """A component that is mounted each time."""
    shown, person = signal(False), _Person(1)
    return _toggled(shown, lambda: _Panel(person) if shown() else None)


@component
def Elements() -> Child:
    """An element that is made once, and rendered each time."""
    shown, person = signal(False), _Person(1)
    return _toggled(shown, Show(shown, _panel(person)))


@component
def Cards() -> Child:
    """A hundred components in static markup."""
    shown, people = signal(False), [_Person(number) for number in range(CARDS)]
    return _toggled(shown, lambda: div([_Card(person) for person in people]) if shown() else None)


@component
def Empty() -> Child:
    """A page to come back from."""
    count = signal(0)
    return div(h1("Empty"), button(count, on_click=lambda: count.set(1)), a("List", href="/list"))


@component
def List() -> Child:
    """A page of thirty cards."""
    people = [_Person(number) for number in range(30)]
    return div(h1("List"), p("All people."), div([_Card(person) for person in people]), a("Empty", href="/empty"))


routes = [
    Route("/panels", Panels),
    Route("/elements", Elements),
    Route("/cards", Cards),
    Route("/empty", Empty),
    Route("/list", List),
]
