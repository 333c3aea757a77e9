"""Mismatches: places where a page was not what its components render in the browser. Runs on both sides."""

from collections.abc import Callable
from typing import Any

from pyui._location import Location
from pyui.errors import HydrationError
from pyui.view._element import HandlerError


class Mismatch(HydrationError):
    """A place where a page differed from what its components render in the browser. It has been repaired.

    Args:
        kind: what differed: `"tag"`, `"missing"`, `"extra"`, `"rows"`, `"moved"`, `"text"`, `"attribute"` or `"marks"`.
        path: the names of the components around it, outermost first.
        where: the file and line of the innermost one, below the folder that it is imported from.
        used_at: the file and line that use it; None for the component of a route.
        expected: an excerpt of what the component renders.
        found: an excerpt of what was there.
        hint: what the cause may be.
    """

    code = "PYUI401"

    def __init__(
        self,
        kind: str,
        *,
        path: tuple[str, ...],
        where: Location | None,
        used_at: Location | None,
        expected: str,
        found: str,
        hint: str,
    ) -> None:
        super().__init__(f"{_WHAT[kind]} It was repaired.", hint, where=where)
        self.where = where
        self.kind = kind
        self.path = path
        self.used_at = used_at
        self.expected = expected
        self.found = found
        self.hint = hint

    @property
    def component(self) -> str:
        """The name of the component."""
        return self.path[-1] if self.path else ""

    def as_dict(self) -> dict[str, Any]:
        """Returns what JSON can hold of it, for a report to a server."""
        return {
            "code": self.code,
            "kind": self.kind,
            "component": self.component,
            "path": list(self.path),
            "where": str(self.where or ""),
            "used_at": str(self.used_at or ""),
            "expected": self.expected,
            "found": self.found,
            "hint": self.hint,
        }

    def __str__(self) -> str:
        lines = [f"[{self.code}] {self.what}"]
        if self.path:
            used = f", used at {self.used_at}" if self.used_at is not None else ""
            lines.append(f"  component: {' > '.join(self.path)} ({self.where}{used})")
        lines += [f"  expected:  {self.expected or 'nothing'}", f"  found:     {self.found or 'nothing'}"]
        return "\n".join([*lines, f"  {self.hint}"])


_WHAT = {
    "tag": "The page has another element than its component renders.",
    "missing": "The page lacks what its component renders.",
    "extra": "The page has something that its component does not render.",
    "rows": "The page has another number of rows than its component renders.",
    "moved": "The page has an element in another place than its component renders it.",
    "text": "The page has another text than its component renders.",
    "attribute": "The page has another attribute than its component renders.",
    "marks": "The page lacks marks that its component renders.",
}

type MismatchCallback = Callable[[Mismatch], object]

callbacks: list[MismatchCallback] = []
"""What `on_mismatch` was given."""


def on_mismatch[F: MismatchCallback](function: F) -> F:
    """Has a function called with each mismatch that hydration finds, to report it. In the browser alone.

    Call it, or use it as a decorator, at the top of a module that ships.

    Args:
        function: called with a `Mismatch` when the page is bound; it may be async.

    Returns:
        The function.

    Raises:
        HandlerError: it cannot be called.
    """
    if not callable(function):
        raise HandlerError(f"on_mismatch() got {function!r}, which cannot be called.", "Give a function of a Mismatch.")
    callbacks.append(function)
    return function
