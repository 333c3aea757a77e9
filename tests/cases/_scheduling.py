"""What can wait."""

from pyui import Child, For, component, computed, deferred, signal
from pyui.html import b, div, li, p, ul
from tests.cases._case import Made, case, scene, sets


@case
def sliced_list() -> Made:
    items, text = signal(list(range(40))), signal("x")
    return scene(
        ul(For(items, lambda item, index: li(index, ": ", item, b(text)), sliced=True)),
        (
            *sets(text, "y"),
            *sets(items, list(range(10, 50)), list(range(30, -1, -1)), [], [3, 1, 2], [0, 3, 4, 2, 5]),
            *sets(text, "z"),
        ),
    )


@component
def _Found(limit: object) -> Child:
    slow = deferred(lambda: 7)
    found = computed(lambda: list(range(slow())))
    return div(p(slow, class_=lambda: "pending" if slow.pending() else None), ul(For(found, li)), title=limit)


@case
def deferred_value() -> Made:
    limit = signal(3)
    return scene(_Found(limit), sets(limit, 5, 1))
