"""Errors of the test kit.

TestingError            PYUI700
├── MissingExtraError     PYUI701  a package of the extra is not installed
├── NoTestAppError        PYUI702  nothing says which app to serve
├── QueryError            PYUI703  a query found no element, or several
├── ActionError           PYUI704  an element cannot take what was done to it
├── SelectorError         PYUI705  a selector that `locator` does not know
├── ReportedError         PYUI706  a component failed while it was in a page
├── NotHydratedError      PYUI707  the hydration contract does not hold
└── NotImportableError    PYUI708  a component cannot be imported by another process
"""

from pyui.errors import PyuiError


class TestingError(PyuiError):
    """The test kit was used in a way that has no meaning."""

    __test__ = False  # pytest takes it for a test by its name
    code = "PYUI700"


class MissingExtraError(TestingError):
    """A package that only tests need is not installed."""

    code = "PYUI701"


class NoTestAppError(TestingError):
    """Nothing says which app the tests are about."""

    code = "PYUI702"


class QueryError(TestingError, AssertionError):
    """A query was to find one element and found none or several."""

    code = "PYUI703"


class ActionError(TestingError):
    """An element cannot take what was done to it."""

    code = "PYUI704"


class SelectorError(TestingError):
    """A selector is of a kind that the page of the test kit does not know."""

    code = "PYUI705"


class ReportedError(TestingError, AssertionError):
    """A handler, an effect or a component failed; in a browser the console would say so."""

    code = "PYUI706"


class NotHydratedError(TestingError, AssertionError):
    """A page or a component does not keep what hydration promises."""

    code = "PYUI707"


class NotImportableError(TestingError):
    """A component is to be rendered in another process, which cannot import it."""

    code = "PYUI708"
