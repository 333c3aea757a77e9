"""Modules that are imported anew for a test, compiled and not."""

import sys
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import FunctionType, ModuleType

import pytest

from pyui.templates import compile_functions
from pyui.view import Component, _waiting

PAGES = Path(__file__).parent / "pages.py"


def load(path: Path, *, compiled: bool) -> ModuleType:
    """Imports a file once more, with or without templates."""
    name = "generated"  # the same for both, as messages hold it
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_waiting, "enabled", False)
        spec = spec_from_file_location(name, path)
        assert spec is not None
        assert spec.loader is not None
        module = module_from_spec(spec)
        patch.setitem(sys.modules, name, module)
        spec.loader.exec_module(module)
        if compiled:
            compile_functions(component_functions(module))
    return module


def component_functions(module: ModuleType) -> list[FunctionType]:
    found = [value.function for value in vars(module).values() if isinstance(value, Component)]
    return [function for function in found if isinstance(function, FunctionType)]


def pages_of(request: pytest.FixtureRequest) -> Path:
    """Returns the file that a test module names as its pages."""
    pages: Path = getattr(request.module, "PAGES", PAGES)
    return pages


@pytest.fixture
def plain(request: pytest.FixtureRequest) -> ModuleType:
    return load(pages_of(request), compiled=False)


@pytest.fixture
def compiled(request: pytest.FixtureRequest) -> Iterator[ModuleType]:
    module = load(pages_of(request), compiled=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, module.__name__, module)
        yield module
