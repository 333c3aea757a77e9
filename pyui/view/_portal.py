"""Portals: children that stand at the end of the page. Runs on both sides."""

from typing import TYPE_CHECKING

from pyui.view._node import Child, Item, Node, normalise

if TYPE_CHECKING:
    from pyui.view._walk import Walk


class Portal(Node):
    """Renders its children at the end of the page's root, in an element of their own: for dialogs, menus and toasts.

    They stay part of the component: they see its contexts and go away with it. Events bubble through the document.

    Args:
        children: the children.
    """

    __slots__ = ("_items",)

    def __init__(self, *children: Child) -> None:
        self._items: list[Item] = normalise(children)

    def enter(self, walk: "Walk") -> None:
        walk.add_portal(self._items)
