"""All errors that pyui raises, in one tree. Runs on both sides.

PyuiError
├── ReactiveError      PYUI1xx  the reactive graph
├── ViewError          PYUI2xx  elements, components, rendering
├── RouteError         PYUI3xx  route tables
├── HydrationError     PYUI4xx  the browser
├── ServerError        PYUI5xx  the server
└── BuildError         PYUI6xx  the static build and the client bundle

Each code has an entry in `docs/errors.md`. Subclasses are defined beside the code that raises them.
"""

from typing import ClassVar

from pyui._location import Location, user_location


class PyuiError(Exception):
    """The base of every error that pyui raises on purpose.

    Args:
        what: one sentence on what happened, with the value.
        fix: one sentence on what to do.
        where: the user's file and line; found on the stack where it is not given.
    """

    code: ClassVar[str] = "PYUI000"

    def __init__(self, what: str, fix: str, *, where: Location | None = None) -> None:
        self.what = what
        self.fix = fix
        self.where = where if where is not None else user_location()
        super().__init__(what, fix)

    def __str__(self) -> str:
        place = f"\n  at {self.where}" if self.where is not None else ""
        return f"[{self.code}] {self.what} {self.fix}{place}"


class ReactiveError(PyuiError):
    """The reactive graph was used in a way that has no meaning."""

    code = "PYUI100"


class ViewError(PyuiError):
    """An element, a component or a child cannot be rendered."""

    code = "PYUI200"


class RouteError(PyuiError):
    """A route table is wrong."""

    code = "PYUI300"


class HydrationError(PyuiError):
    """The browser could not take over the page."""

    code = "PYUI400"


class ServerError(PyuiError):
    """The server was set up or asked for something in a way it cannot answer."""

    code = "PYUI500"


class BuildError(PyuiError):
    """The static build or the client bundle cannot be made."""

    code = "PYUI600"
