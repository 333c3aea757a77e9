"""A page with rows that a template makes. Ships to the browser."""

from pyui import Child, For, Route, Show, Signal, component, on_cleanup, selector, signal
from pyui.html import b, button, div, li, p, ul


class Item:
    """An item with live text."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.text: Signal[object] = signal(f"row {number}")


@component
def Rows() -> Child:
    """A list of which the rows handle events that nothing else on the page handles."""
    items = signal([Item(number) for number in range(3)])
    log, seen = signal(""), signal(0)
    is_seen = selector(seen)

    def row(item: Item) -> Child:
        return li(
            "<",
            item.text,
            ">",
            b("!", on_mouseenter=lambda: log.set(f"over {item.number}")),
            on_dblclick=lambda: log.set(f"twice {item.number}"),
            class_=lambda: "seen" if is_seen(item.number) else None,
        )

    def change(text: object) -> None:
        for item in items.peek():
            item.text.set(text)

    return div(
        ul(For(items, row, key=lambda item: item.number)),
        p(log, id="log"),
        button("add", id="add", on_click=lambda: items.set([*items.peek(), *map(Item, range(10, 15))])),
        button("change", id="change", on_click=lambda: change("changed")),
        button("block", id="block", on_click=lambda: change(b("bold"))),
        button("remove", id="remove", on_click=lambda: items.set(items.peek()[::2])),
        button("clear", id="clear", on_click=lambda: items.set([])),
        button("select", id="select", on_click=lambda: seen.update(lambda number: number + 1)),
        Show(seen, "seen"),
    )


@component
def Wide(item: Item) -> Child:
    """A row that is a component."""
    return li(b(item.text), title=str(item.number))


@component
def Mixed() -> Child:
    """Rows of several shapes, of components, and such as the walk has to go through; and a list that comes later."""
    items = signal([Item(number) for number in range(12)])
    is_open = signal(False)
    log = signal("")

    def row(item: Item) -> Child:
        if item.number % 6 == 2:
            return li(Show(item.text, lambda: b(item.text)))
        if item.number % 6 > 3:
            return Wide(item)
        if item.number % 3:
            return li(item.text, ".", on_click=lambda: log.set(f"row {item.number}"), class_=item.text)
        return li("third: ", item.text, "; ", b(item.number), on_click=lambda: log.set(f"row {item.number}"))

    def rows() -> Child:
        return ul(For(items, row, key=lambda item: item.number))

    def change() -> None:
        for item in items.peek()[::2]:
            item.text.set(f"<{item.number}> & \xa0")

    return div(
        ul(For(items, row, key=lambda item: item.number), id="first"),
        p(log, id="log"),
        button("change", id="change", on_click=change),
        button("turn", id="turn", on_click=lambda: items.set(items.peek()[::-1])),
        button("open", id="open", on_click=lambda: is_open.update(lambda now: not now)),
        Show(is_open, rows),
    )


@component
def Owning() -> Child:
    """Rows with several functions, in which something is cleaned up, and that tell when they run."""
    items, left, right, ran = signal(list(range(3))), signal("left"), signal("right"), list[str]()
    shown = signal("")

    def tell(what: str, value: str) -> str:
        ran.append(what)
        return value

    def cleaned(number: int) -> str:
        on_cleanup(lambda: ran.append(f"cleaned {number}"))
        return tell(f"left {number}", left())

    def row(number: int) -> Child:
        if number == 1:
            on_cleanup(lambda: ran.append("row 1"))
        return li(
            b(lambda: cleaned(number)),
            b(lambda: tell(f"right {number}", right())),
            b(right),
            b(right),
            title=left,
        )

    def show() -> None:
        shown.set(", ".join(ran))
        ran.clear()

    return div(
        ul(For(items, row)),
        p(shown, id="log"),
        button("show", id="show", on_click=show),
        button("left", id="left", on_click=lambda: left.update(lambda text: text + "!")),
        button("right", id="right", on_click=lambda: right.update(lambda text: text + "!")),
        button("fewer", id="fewer", on_click=lambda: items.set(items.peek()[1:])),
        button("more", id="more", on_click=lambda: items.set([0, 1, 2])),
    )


routes = [
    Route("/owning", Owning, title="Owning"),
    Route("/", Rows, title="Rows"),
    Route("/mixed", Mixed, title="Mixed"),
    Route("/client", Mixed, title="Mixed"),
]
