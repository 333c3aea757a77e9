"""Stops a walk, which goes on later from where it was. Runs on both sides; used in the browser alone."""

from collections.abc import Generator
from typing import TYPE_CHECKING

from pyui.view._node import Node

if TYPE_CHECKING:
    from pyui.view._walk import Walk

type Steps[T] = Generator[None, None, T]
"""Work that stops in between, for something else to be done."""


class Paused(BaseException):
    """Ends `Walk.write` or `Walk.go_on` early; `Walk.go_on` goes on. No error boundary catches it."""


class Pause(Node):
    """Where a walk pauses."""

    __slots__ = ()

    def enter(self, walk: "Walk") -> None:  # noqa: ARG002 - whatever the walk
        raise Paused


PAUSE = Pause()


def finish[T](steps: Generator[object, None, T]) -> T:
    """Goes through all steps at once.

    Returns:
        What they end with.
    """
    try:
        while True:
            next(steps)
    except StopIteration as end:
        result: T = end.value
        return result
