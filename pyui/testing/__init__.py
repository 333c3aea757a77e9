"""The test kit: for tests of components and apps, with and without a browser. It never ships.

pytest loads the fixtures by itself, from `pyui.testing.plugin`.
"""

# First of all: from then on the binder can be imported without a browser.
from pyui.testing import _bridge  # noqa: F401, I001 - see above # pyright: ignore[reportUnusedImport]
from pyui.testing._assert_hydrates import assert_hydrates
from pyui.testing._errors import (
    ActionError,
    MissingExtraError,
    NotHydratedError,
    NotImportableError,
    NoTestAppError,
    QueryError,
    ReportedError,
    SelectorError,
    TestingError,
)
from pyui.testing._queries import Queries, Query
from pyui.testing._screen import Screen, render

__all__ = [
    "ActionError",
    "MissingExtraError",
    "NoTestAppError",
    "NotHydratedError",
    "NotImportableError",
    "Queries",
    "Query",
    "QueryError",
    "ReportedError",
    "Screen",
    "SelectorError",
    "TestingError",
    "assert_hydrates",
    "render",
]
