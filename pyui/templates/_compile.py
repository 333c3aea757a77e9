"""Finds the functions whose element calls are compiled, and has it done. Runs on the server."""

import sys
import threading
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from types import FunctionType, ModuleType
from typing import Any
from weakref import WeakKeyDictionary

from pyui.templates._elements import uses_elements
from pyui.templates._module import CompiledModule
from pyui.view import Component

_lock = threading.RLock()
_modules: "WeakKeyDictionary[ModuleType, CompiledModule]" = WeakKeyDictionary()


def compile_functions(functions: Iterable[FunctionType]) -> None:
    """Compiles the element calls of functions, and those of all functions of their modules and of modules used there.

    Args:
        functions: the functions. One that is made in another function can be reached in no other way.
    """
    with _lock:
        for function in functions:
            module = _module_of(function)
            if module is not None:
                if module not in _modules:
                    _compile_module(module)
                _modules[module].replace(function)


@contextmanager
def suspended() -> Generator[None]:
    """Has element functions called as they are written, for somebody who watches them. Pages stay the same."""
    with _lock:
        modules = list(_modules.values())
        for module in modules:
            module.suspend()
        try:
            yield
        finally:
            for module in modules:
                module.resume()


def _compile_module(module: ModuleType) -> None:
    waiting = [module]
    while waiting:
        module = waiting.pop()
        if module in _modules or _is_own(module):
            continue
        compiled = _modules[module] = CompiledModule(module)
        values = list(vars(module).values())
        for value in values:
            if isinstance(value, Component) and value.function in compiled.twins:
                value.twin = compiled.twins[value.function]
        for function in _functions(values, set()):
            found = _module_of(function)
            if found is module:
                compiled.replace(function)
            elif found is not None and uses_elements(vars(found)):
                waiting.append(found)
        waiting += [value for value in values if isinstance(value, ModuleType) and uses_elements(vars(value))]


def _functions(values: Iterable[Any], seen: set[int]) -> Iterator[FunctionType]:
    for value in values:
        if id(value) in seen:
            continue
        seen.add(id(value))
        if isinstance(value, FunctionType):
            yield value
            yield from _functions([getattr(value, "__wrapped__", None)], seen)
        elif isinstance(value, Component):
            yield value.function
        elif isinstance(value, type):
            yield from _functions([item for item in vars(value).values() if isinstance(item, FunctionType)], seen)


def _module_of(function: FunctionType) -> ModuleType | None:
    """Returns the module that a function is from, if it is there and not pyui itself."""
    module = sys.modules.get(function.__module__)
    if module is None or vars(module) is not function.__globals__ or _is_own(module):
        return None
    return module


def _is_own(module: ModuleType) -> bool:
    return module.__name__ == "pyui" or module.__name__.startswith("pyui.")
