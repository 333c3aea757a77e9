"""Uses of one component in a row, kept as their arguments. Runs on the server."""

import sys
from collections.abc import Iterable, Iterator
from types import CodeType
from typing import Any, override

from pyui.templates._live_element import LiveElement
from pyui.templates._runtime import mend
from pyui.view import Component
from pyui.view._component import ComponentCall
from pyui.view._element import StaticElement
from pyui.view._node import Item, Node
from pyui.view._walk import Walk


def uses(component: Component[..., Any], arguments: list[Any], only: bool) -> "Uses | list[Any]":
    """Makes a node of what `[Card(item) for item in items]` would be a list of.

    Args:
        component: the component.
        arguments: the arguments of each use, which it takes: a tuple, or the only one.
        only: whether there is one alone.

    Returns:
        The node; an empty list where there is no use, because text around a list is one text then.
    """
    if not arguments:
        return arguments
    frame = sys._getframe(1)
    return Uses(component, arguments, only, frame.f_code, frame.f_lasti)


def surrounded(made: "Uses | list[Any]", before: str, after: str) -> "Uses | str":
    """Puts what is static around uses.

    Args:
        made: what `uses` returned.
        before: the markup before them.
        after: the markup behind them.
    """
    if not isinstance(made, Uses):
        return mend(before + after)
    made.before, made.after = mend(before), mend(after)
    return made


class Uses(Node):
    """The uses of a component in a comprehension. Nothing but the arguments is kept of each.

    Args:
        component: the component.
        arguments: the arguments of each use.
        only: whether there is one alone, which is not in a tuple.
        code: the code object of the caller.
        offset: the offset in bytes of the call in it.

    Attributes:
        before: markup that is written before.
        after: markup that is written behind.
    """

    __slots__ = ("_arguments", "_code", "_component", "_offset", "_only", "after", "before")

    def __init__(
        self, component: Component[..., Any], arguments: list[Any], only: bool, code: CodeType, offset: int
    ) -> None:
        self._component = component
        self._arguments = arguments
        self._only = only
        self._code = code
        self._offset = offset
        self.before = self.after = ""

    @override
    def enter(self, walk: Walk) -> None:
        walk.out.append(self.before)
        walk.push(map(self._call, self._arguments) if walk.calls is not None else self._run(walk), self.after)

    def _run(self, walk: Walk) -> Iterator[Item]:
        """Runs the component for each use, as `ComponentCall.enter` does, and returns what is left to go through."""
        run = self._component.twin or self._component.function
        only, append = self._only, walk.out.append
        walk.recorder.components += len(self._arguments)
        items: Iterable[Item] | None
        for arguments in self._arguments:
            try:
                made = run(arguments) if only else run(*arguments)
                if made.__class__ is str:
                    append(made)
                    continue
                items = made.begin(walk, "") if made.__class__ is LiveElement else (made,)
            except Exception as error:
                self._call(arguments).catch(walk, error)
                raise
            if made.__class__ is StaticElement:
                append(made.html)
            elif items is not None:
                call = self._call(arguments)
                yield _Rest(call, items if made.__class__ is LiveElement else call.items(walk, made))

    def _call(self, arguments: Any) -> ComponentCall:
        call = ComponentCall.__new__(ComponentCall)
        call.component = self._component
        call.args = (arguments,) if self._only else arguments
        call.kwargs = {}
        call.code = self._code
        call.offset = self._offset
        return call


class _Rest(Node):
    """What is left to go through of a component that has run already.

    Args:
        call: the use of the component.
        items: what the walk goes through.
    """

    __slots__ = ("_call", "_items")

    def __init__(self, call: ComponentCall, items: Iterable[Item]) -> None:
        self._call = call
        self._items = items

    @override
    def enter(self, walk: Walk) -> None:
        self._call.push(walk, self._items)
