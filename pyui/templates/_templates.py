"""The template functions of one module: collected while its source is gone through, then made together. Server only."""

import ast
from collections.abc import Callable
from dataclasses import dataclass
from types import CodeType, FunctionType
from typing import Any

from pyui.templates import _runtime
from pyui.templates._fast import FastFunction
from pyui.templates._general import GeneralFunction
from pyui.templates._group import Group, Made
from pyui.templates._live_element import HELPERS as LIVE_HELPERS
from pyui.templates._live_template import LiveTemplate
from pyui.templates._parts import ElementPart, ListPart, PlainPart
from pyui.view._attributes import is_script_url
from pyui.view._element import StaticElement

HELPERS: dict[str, object] = {
    **LIVE_HELPERS,
    "StaticElement": StaticElement,
    "Unmerged": _runtime.Unmerged,
    "attribute": _runtime.attribute,
    "child": _runtime.child,
    "is_script_url": is_script_url,
    "is_writable": _runtime.is_writable,
    "long_markup": _runtime.is_a_markup_long,
    "mend": _runtime.mend,
    "scalar": _runtime.scalar,
    "new": StaticElement.__new__,
    "wrap": _runtime.wrap,
    "wrap_all": _runtime.wrap_all,
}


@dataclass
class _Pair:
    """The two functions of a group, until they are made."""

    group: Group
    fast: str | None
    general: ast.FunctionDef
    owner: str


class Templates:
    """Collects template functions.

    Args:
        file: the path of the user's file.
    """

    def __init__(self, file: str) -> None:
        self._file = file
        # Template functions belong to pyui: an error is at the user's line, which called them.
        self._place = f"{_runtime.__file__}:{file}"
        self._pairs: list[_Pair] = []
        self._names: dict[str, Any] = dict(HELPERS)
        self._functions: dict[int, str] = {}

    def add(self, group: Group, owner: str, made: Made | None) -> int:
        """Adds what makes a group.

        Args:
            group: the group.
            owner: the name of the user's function that it is in, for tracebacks.
            made: what the function returns; None for one that makes what is not static alone.

        Returns:
            The index of the function in what `make` returns.
        """
        self._add_functions(group.root)
        index = len(self._pairs)
        fast = FastFunction(group, f"template{index}", _otherwise(group, index)).source(made) if made else None
        general = GeneralFunction(group, f"general{index}", self._functions, self._static).node
        self._pairs.append(_Pair(group, fast, general, owner))
        return index

    def make(self) -> list[Callable[..., Any]]:
        """Makes the template functions."""
        code = compile("\n\n".join(pair.fast for pair in self._pairs if pair.fast), self._place, "exec")
        exec(code, self._names)  # noqa: S102 - written by this package alone; values of the user's are arguments
        tree = ast.Module([pair.general for pair in self._pairs], [])
        exec(compile(tree, self._file, "exec", dont_inherit=True), self._names)  # noqa: S102
        for index, pair in enumerate(self._pairs):
            general: FunctionType = self._names[f"general{index}"]
            general.__code__ = _named(general.__code__, pair.owner)
            self._names[f"live{index}"] = LiveTemplate(pair.group, f"general{index}", self._names, self._place)
        names = (f"template{i}" if pair.fast else _otherwise(pair.group, i) for i, pair in enumerate(self._pairs))
        return [self._names[name] for name in names]

    def _add_functions(self, part: object) -> None:
        if isinstance(part, ListPart):
            self._add_functions(part.element)
        elif isinstance(part, PlainPart):
            self._add_function(part.plain.function)
        elif isinstance(part, ElementPart):
            self._add_function(part.tag.function)
            for child in part.children:
                self._add_functions(child)

    def _static(self, markup: str) -> str:
        name = f"static{len(self._names)}"
        self._names[name] = _runtime.new_static(markup)
        return name

    def _add_function(self, function: object) -> None:
        self._names[self._functions.setdefault(id(function), f"function{len(self._functions)}")] = function


def _otherwise(group: Group, index: int) -> str:
    """Returns the name of the function that makes what is not static."""
    return f"{'live' if isinstance(group.root, ElementPart) else 'general'}{index}"


def _named(code: CodeType, name: str) -> CodeType:
    return code.replace(co_name=name, co_qualname=name)
