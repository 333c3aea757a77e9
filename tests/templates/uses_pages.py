"""Pages that use a component in a comprehension. Each test imports the file anew."""

from typing import Any

from pyui import component, signal
from pyui.html import b, li, p, section, span
from pyui.view import Child, Element


@component
def Row(item: Any, mark: str = "-") -> Child:
    if item == "live":
        return [li(signal("s")), mark]
    if item == "list":
        return [b(item), mark]
    return li(item, 1 // item if isinstance(item, int) else mark)


@component
def Other(item: Any) -> Element:
    return b(item)


@component
def Rows(items: list[Any]) -> Element:
    return section(
        [
            Row(item) for item in items
        ]
    )  # fmt: skip


@component
def Named(items: list[Any]) -> Element:
    return section([Row(mark=str(item), item=item) for item in items], [Row(item=item, mark="+") for item in items])


@component
def Between(items: list[Any]) -> Element:
    return section(
        p("a"), signal("before"), [Row(item) for item in items], "after", [span(Row(item)) for item in items]
    )


@component
def Unfit(items: list[Any]) -> Element:
    return section([Row(mark=item) for item in items])  # type: ignore[call-arg]
