"""What several tests of views need."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from types import FunctionType
from typing import cast

import pytest

from pyui._location import Location
from pyui.errors import PyuiError, ViewError
from pyui.view import render_page, render_to_string

html = render_to_string


def live(node: object) -> int:
    """Returns how many live parts a page of a node has."""
    return render_page(node).live


def error_of(make: Callable[[], object], kind: type[ViewError]) -> PyuiError:
    """Returns the error that a function of one line raises, after checking what every error promises.

    Args:
        make: a lambda on one line, which is the user's line that the error has to name.
        kind: the class of the error; a subclass is not accepted.
    """
    with pytest.raises(PyuiError) as caught:
        make()
    error, code = caught.value, cast("FunctionType", make).__code__
    assert type(error) is kind
    assert error.where == Location(code.co_filename, code.co_firstlineno)
    assert str(error) == f"[{kind.code}] {error.what} {error.fix}\n  at {error.where}"
    for sentence in (error.what, error.fix):
        assert len(sentence) > 10
        assert sentence.endswith(".")
    return error


def notes(error: BaseException) -> list[str]:
    """Returns the notes of an error, which tell the components that failed."""
    return list(getattr(error, "__notes__", ()))


def with_dominate[T](make: Callable[[], T]) -> T:
    """Calls a function that makes dominate tags, in a thread of its own.

    dominate 2.9.1 asks for the current event loop: the main thread gets a warning, as it has none; others do not.
    """
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(make).result()
