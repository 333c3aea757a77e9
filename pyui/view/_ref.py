"""References to live nodes. Runs on both sides."""

from collections.abc import Callable
from typing import Any


class Ref:
    """Holds the live node of the element that it is given to with `ref=`.

    Attributes:
        current: the browser's node while the element is in the page; None before, after, and on the server.
    """

    __slots__ = ("_find",)

    def __init__(self) -> None:
        self._find: Callable[[], Any] | None = None

    @property
    def current(self) -> Any:
        """The browser's node, or None."""
        return None if self._find is None else self._find()

    def attach(self, find: Callable[[], Any] | None) -> None:
        """Tells how to find the node. Called by the binder.

        Args:
            find: returns the node; None when the element is gone.
        """
        self._find = find
