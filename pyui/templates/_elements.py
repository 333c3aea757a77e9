"""Which functions are element functions of pyui's own, and what they make. Runs on the server."""

from types import FunctionType, ModuleType
from typing import Any, NamedTuple, cast

from pyui import html

# All functions that make plain elements share one code, and so do those that make void ones. Elements that the parser
# treats in a way of their own, such as `pre`, have another: they are never static, so templates leave them out.
_PLAIN = cast("FunctionType", html.div).__code__
_VOID = cast("FunctionType", html.br).__code__
_MODULES = frozenset(("pyui.html", "pyui.svg"))


class Tag(NamedTuple):
    """What an element function makes.

    Args:
        function: the function.
        name: the element's name.
        void: whether it has no content.
    """

    function: FunctionType
    name: str
    void: bool


def tag_of(value: object) -> Tag | None:
    """Returns what a function makes, or None where it is not one that makes plain or void elements."""
    if not isinstance(value, FunctionType) or (value.__code__ is not _PLAIN and value.__code__ is not _VOID):
        return None
    return Tag(value, value.__name__, value.__code__ is _VOID)


def uses_elements(names: dict[str, Any]) -> bool:
    """Tells whether the globals of a module hold an element function, or one of the modules that have them."""
    return any(
        value.__name__ in _MODULES if isinstance(value, ModuleType) else tag_of(value) is not None
        for value in names.values()
    )
