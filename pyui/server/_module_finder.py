"""Finds modules by asking the interpreter's own finders for specs. No module is run."""

import pkgutil
import sys
from collections.abc import Iterable
from importlib.machinery import ModuleSpec
from pathlib import Path

_INSTALLED = frozenset({"site-packages", "dist-packages"})


class ModuleFinder:
    """Finds modules, each once."""

    def __init__(self) -> None:
        self._specs: dict[str, ModuleSpec | None] = {}

    def spec(self, name: str) -> ModuleSpec | None:
        """Returns the spec of a module; None where there is none.

        Args:
            name: its dotted name.
        """
        if name not in self._specs:
            self._specs[name] = self._find(name)
        return self._specs[name]

    def _find(self, name: str) -> ModuleSpec | None:
        parent, _, _ = name.rpartition(".")
        if not parent:
            found = (finder.find_spec(name, None) for finder in sys.meta_path)
            return next((spec for spec in found if spec is not None), None)
        spec = self.spec(parent)
        locations = spec.submodule_search_locations if spec is not None else None
        return _find_below(name, locations) if locations is not None else None


def module_file(name: str) -> Path | None:
    """Returns the file of a module; None where it has none.

    Args:
        name: its dotted name.
    """
    spec = ModuleFinder().spec(name)
    return Path(spec.origin) if spec is not None and spec.has_location and spec.origin is not None else None


def is_installed(spec: ModuleSpec) -> bool:
    """Tells whether a module lies where packages are installed, and not among somebody's sources."""
    places = [spec.origin] if spec.origin is not None else spec.submodule_search_locations or ()
    return any(not _INSTALLED.isdisjoint(Path(place).parts) for place in places)


def _find_below(name: str, locations: Iterable[str]) -> ModuleSpec | None:
    """Finds a submodule. The finders of `sys.meta_path` cannot do it for a namespace package that is not imported."""
    portions: list[str] = []
    for location in locations:
        finder = pkgutil.get_importer(location)
        spec = finder.find_spec(name) if finder is not None else None
        if spec is not None and spec.loader is not None:
            return spec
        portions.extend(spec.submodule_search_locations or () if spec is not None else ())
    if not portions:
        return None
    namespace = ModuleSpec(name, None, is_package=True)
    namespace.submodule_search_locations = portions
    return namespace
