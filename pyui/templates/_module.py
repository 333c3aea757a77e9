"""The compiled code of one module's functions. Runs on the server."""

import ast
import os
from collections.abc import Iterator, Mapping
from types import CodeType, FunctionType, ModuleType
from typing import NamedTuple
from weakref import WeakKeyDictionary

from pyui.templates._elements import uses_elements
from pyui.templates._transform import Definitions, Transformer
from pyui.view import Component

type _Place = tuple[str, int]
type _Functions = dict[_Place, CodeType | None]


class _Codes(NamedTuple):
    """The code of one function.

    Args:
        plain: without templates.
        compiled: with them.
    """

    plain: CodeType
    compiled: CodeType


class CompiledModule:
    """The functions of a module with templates in them.

    A module without source, or without element calls, has none.

    Args:
        module: the module.

    Attributes:
        twins: by function, what returns markup where the function returns a static element.
    """

    def __init__(self, module: ModuleType) -> None:
        self._codes: dict[_Place, _Codes] = {}
        self.twins: dict[FunctionType, FunctionType] = {}
        self._replaced: WeakKeyDictionary[FunctionType, _Codes] = WeakKeyDictionary()
        source = source_of(module) if uses_elements(vars(module)) else None
        file: str | None = getattr(module, "__file__", None)
        if source is not None and file is not None:
            self._compile(source, file, module)

    def _compile(self, source: str, file: str, module: ModuleType) -> None:
        try:
            plain = compile(source, file, "exec", dont_inherit=True)
            tree = ast.parse(source, file)
        except (SyntaxError, ValueError):
            return  # the file is no longer the one that was imported
        before = _functions(plain)
        token = f"pyui {os.urandom(12).hex()} "
        transformer = Transformer(vars(module), file, token)
        helpers, components = transformer.twins(*_written(tree, module, before))
        tree = transformer.visit(tree)
        if transformer.changed:
            self.twins = {function: _twin_of(function) for function in (*helpers, *components)}
            objects = transformer.constants({helper: self.twins[helper] for helper in helpers})
            self._take(before, _functions(_compiled(tree, file, objects, token)))
            for function, node in (*helpers.items(), *components.items()):
                code = _compiled(ast.Module([node], []), file, objects, token)
                made = next(made for made in _nested(code) if made.co_qualname == node.name)
                self._put(self.twins[function], _Codes(function.__code__, made))

    def _take(self, before: "_Functions", after: "_Functions") -> None:
        for place, code in before.items():
            changed = after.get(place)
            if code is not None and changed is not None and code.co_freevars == changed.co_freevars:
                self._codes[place] = _Codes(code, changed)

    def replace(self, function: FunctionType) -> None:
        """Gives a function its compiled code, if the source says what the function does now.

        Whatever has changed its code, such as a file saved since the import, an import hook, or a tool that instruments
        it, has the function left as it is.
        """
        code = function.__code__
        found = self._codes.get((code.co_qualname, code.co_firstlineno))
        if found is not None and code is not found.compiled and code == found.plain:
            self._put(function, found)

    def _put(self, function: FunctionType, codes: _Codes) -> None:
        function.__code__ = codes.compiled
        self._replaced[function] = codes

    def suspend(self) -> None:
        """Gives all functions their code without templates, which makes the same, by element functions."""
        for function, codes in list(self._replaced.items()):
            function.__code__ = codes.plain

    def resume(self) -> None:
        """Takes back what `suspend` did."""
        for function, codes in list(self._replaced.items()):
            if function.__code__ is codes.plain:
                function.__code__ = codes.compiled


def source_of(module: ModuleType) -> str | None:
    """Returns the source of a module, or None where its loader knows none."""
    spec, loader = module.__spec__, module.__loader__
    get_source = getattr(loader, "get_source", None)
    try:
        found = get_source(spec.name if spec is not None else module.__name__) if get_source is not None else None
    except (ImportError, OSError, UnicodeError):
        return None
    return found if isinstance(found, str) else None


def _written(tree: ast.Module, module: ModuleType, codes: _Functions) -> tuple[Definitions, Definitions]:
    """Returns the functions at the top of a module that are as the source says: plain ones, and those of components."""
    helpers: Definitions = {}
    components: Definitions = {}
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            value = vars(module).get(node.name)
            found, function = (components, value.function) if isinstance(value, Component) else (helpers, value)
            line = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
            if not isinstance(function, FunctionType) or function.__globals__ is not vars(module):
                continue
            if function.__code__ == codes.get((node.name, line)) and (found is components or not node.decorator_list):
                found[function] = node
    return helpers, components


def _twin_of(function: FunctionType) -> FunctionType:
    twin = FunctionType(function.__code__, function.__globals__, function.__name__, function.__defaults__)
    twin.__kwdefaults__ = function.__kwdefaults__
    twin.__module__ = function.__module__
    return twin


def _compiled(tree: ast.Module, file: str, objects: Mapping[str, object], token: str) -> CodeType:
    return _filled(compile(tree, file, "exec", dont_inherit=True), objects, token)


def _functions(code: CodeType) -> _Functions:
    """Returns the functions in the code of a module; None for a place that two of them have."""
    found: _Functions = {}
    for function in _nested(code):
        if not function.co_name.startswith("<"):
            place = (function.co_qualname, function.co_firstlineno)
            found[place] = None if place in found else function
    return found


def _nested(code: CodeType) -> Iterator[CodeType]:
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant
            yield from _nested(constant)


def _filled(code: CodeType, objects: Mapping[str, object], token: str) -> CodeType:
    """Returns a code with objects in place of the strings that stand for them."""

    def fill(constant: object) -> object:
        if isinstance(constant, CodeType):
            return _filled(constant, objects, token)
        return objects[constant] if isinstance(constant, str) and constant.startswith(token) else constant

    return code.replace(co_consts=tuple(map(fill, code.co_consts)))
