"""Uses of one component in a row, kept as their arguments. Runs on the server."""

import sys
from collections.abc import Iterable, Iterator
from types import CodeType
from typing import Any, override

from pyui.templates._live_element import LiveElement
from pyui.view import Component
from pyui.view._component import ComponentCall
from pyui.view._element import StaticElement
from pyui.view._node import Item, Node
from pyui.view._walk import Walk

type Arguments = tuple[Any, ...]


def uses(component: Component[..., Any], arguments: list[Arguments]) -> "Uses | list[Arguments]":
    """Makes a node of what `[Card(item) for item in items]` would be a list of.

    Args:
        component: the component.
        arguments: the arguments of each use, which it takes.

    Returns:
        The node; an empty list where there is no use, because text around a list is one text then.
    """
    if not arguments:
        return arguments
    frame = sys._getframe(1)
    return Uses(component, arguments, frame.f_code, frame.f_lasti)


class Uses(Node):
    """The uses of a component in a comprehension. Nothing but the arguments is kept of each.

    Args:
        component: the component.
        arguments: the arguments of each use.
        code: the code object of the caller.
        offset: the offset in bytes of the call in it.
    """

    __slots__ = ("_arguments", "_code", "_component", "_offset")

    def __init__(self, component: Component[..., Any], arguments: list[Arguments], code: CodeType, offset: int) -> None:
        self._component = component
        self._arguments = arguments
        self._code = code
        self._offset = offset

    @override
    def enter(self, walk: Walk) -> None:
        walk.push(map(self._call, self._arguments) if walk.calls is not None else self._run(walk), "")

    def _run(self, walk: Walk) -> Iterator[Item]:
        """Runs the component for each use, as `ComponentCall.enter` does, and returns what is left to go through."""
        run = self._component.twin or self._component.function
        recorder, append = walk.recorder, walk.out.append
        items: Iterable[Item] | None
        for arguments in self._arguments:
            recorder.components += 1
            try:
                made = run(*arguments)
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

    def _call(self, arguments: Arguments) -> ComponentCall:
        call = ComponentCall.__new__(ComponentCall)
        call.component = self._component
        call.args = arguments
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
