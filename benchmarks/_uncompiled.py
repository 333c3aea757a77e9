"""Modules without compiled templates, to compare with."""

from importlib.util import module_from_spec, spec_from_file_location
from types import ModuleType
from typing import Any

from pyui.view import _waiting


def uncompiled(module: ModuleType) -> Any:
    """Imports a module once more, as `PYUI_COMPILE=0` would."""
    spec = spec_from_file_location(f"{module.__name__}_uncompiled", module.__file__)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{module.__name__} has no source.")
    made = module_from_spec(spec)
    before, _waiting.enabled = _waiting.enabled, False
    try:
        spec.loader.exec_module(made)
    finally:
        _waiting.enabled = before
    return made
