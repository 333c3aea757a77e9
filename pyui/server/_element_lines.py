"""Finds the line of the user's code that made an element, while a page is rendered once more to explain an error."""

import sys
from collections.abc import Generator
from contextlib import contextmanager
from types import CodeType, FrameType

from pyui import html, svg
from pyui._location import Location, is_own_code
from pyui.templates import suspended
from pyui.view import Element
from pyui.view._element import StaticElement

_CODES = frozenset(getattr(module, name).__code__ for module in (html, svg) for name in module.__all__)
_RETURNS = sys.monitoring.events.PY_RETURN


class ElementLines:
    """The elements that were made, and where."""

    def __init__(self) -> None:
        self._made: list[tuple[str, Location]] = []

    @contextmanager
    def watching(self) -> Generator[None]:
        """Watches the functions that make elements, by the interpreter's own means: they cost nothing otherwise."""
        monitoring = sys.monitoring
        tool = next((number for number in range(6) if monitoring.get_tool(number) is None), None)
        if tool is None:  # debuggers and profilers have taken all
            yield
            return
        monitoring.use_tool_id(tool, "pyui")
        monitoring.register_callback(tool, _RETURNS, self._on_return)
        try:
            for code in _CODES:
                monitoring.set_local_events(tool, code, _RETURNS)
            with suspended():
                yield
        finally:
            for code in _CODES:
                monitoring.set_local_events(tool, code, 0)
            monitoring.register_callback(tool, _RETURNS, None)
            monitoring.free_tool_id(tool)

    def find(self, markup: str) -> Location | None:
        """Returns where the element was made that some markup begins with; None where more than one place could be."""
        fitting = [(len(start), where) for start, where in self._made if markup.startswith(start)]
        longest = max((length for length, _ in fitting), default=0)
        places = {where for length, where in fitting if length == longest}
        return places.pop() if len(places) == 1 else None

    def _on_return(self, code: CodeType, offset: int, made: object) -> None:  # noqa: ARG002 - the interpreter gives it
        frame: FrameType | None = sys._getframe(1)
        while frame is not None and frame.f_code in _CODES:  # that of a void element calls another one
            frame = frame.f_back
        if frame is None or is_own_code(frame.f_code):
            return
        where = Location(frame.f_code.co_filename, frame.f_lineno)
        if isinstance(made, StaticElement):
            # A row of a list gets another attribute, so the start tag may be all that stays of it.
            self._made += [(made.html, where), (made.html[: made.html.index(">")], where)]
        elif isinstance(made, Element):
            self._made.append((made.opening, where))
