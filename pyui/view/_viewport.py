"""Scrolling a long list from outside of it. Runs on both sides."""

from pyui.view._list_view import Block, ListView


class Viewport:
    """What is seen of a `VirtualFor` that gets it as `viewport=`: scrolls it, and tells which rows are in the page.

    Attributes:
        view: what the list itself knows of it.
    """

    __slots__ = ("view",)

    def __init__(self) -> None:
        self.view = ListView()

    def first(self) -> int:
        """Returns the index of the first row that is in the page. Tracked."""
        return self.view.window().first

    def end(self) -> int:
        """Returns the index behind the last row that is in the page. Tracked."""
        return self.view.window().end

    def scroll_to(self, index: int, *, block: Block = "start", focus: bool = False) -> None:
        """Scrolls to a row, as soon as the list is in the page.

        Args:
            index: the index of its item.
            block: where in the viewport it is to be; `nearest` does not scroll where it can be seen already.
            focus: whether it gets the focus.
        """
        self.view.want(index, block, focus=focus)
