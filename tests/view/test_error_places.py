"""Errors that the walk itself finds name the user's file, also where a server asked for the page."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from pyui import For, component, render_to_string, signal
from pyui.errors import PyuiError
from pyui.html import a, p, script, title


@component
def BadChild():
    return object()


@component
def UnsafeUrl():
    return a("x", href=signal("javascript:x"))


@component
def TwoKeys():
    return For(signal([1, 1]), p)


@component
def NoText():
    return title(signal(p()))


@component
def EndTag():
    return script(signal("</script>"))


@component
def Outer(inner: Callable[[], Any]):
    return p(inner())


def rendered_by_a_server(node: object) -> PyuiError:
    # The innermost place outside of pyui is then one of `concurrent.futures`.
    with ThreadPoolExecutor(1) as executor, pytest.raises(PyuiError) as caught:
        executor.submit(render_to_string, node).result()
    return caught.value


@pytest.mark.parametrize(
    ("inner", "code"),
    [
        (BadChild, "PYUI204"),
        (UnsafeUrl, "PYUI203"),
        (TwoKeys, "PYUI210"),
        (NoText, "PYUI205"),
        (EndTag, "PYUI205"),
    ],
)
def test_the_place_is_where_the_component_is_used(inner: Any, code: str):
    line = Outer.function.__code__.co_firstlineno + 2
    error = rendered_by_a_server(Outer(inner))
    assert error.code == code
    assert error.where is not None
    assert (error.where.file, error.where.line) == (__file__, line)
    assert error.__notes__[0] == f"while rendering {inner.name}, used at {__file__}:{line}"
    assert error.__notes__[1].startswith(f"while rendering Outer, used at {__file__}:")
