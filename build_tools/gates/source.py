"""The modules that the gates look at."""

import ast
from pathlib import Path
from typing import NamedTuple


class Module(NamedTuple):
    """A Python module: its dotted name, whether it is a package's `__init__`, and its syntax tree."""

    name: str
    is_package: bool
    tree: ast.Module

    @property
    def package(self) -> str:
        """The package that relative imports in the module start from."""
        return self.name if self.is_package else self.name.rpartition(".")[0]


def parse(name: str, source: str, *, is_package: bool = False) -> Module:
    """Makes a module of source text."""
    return Module(name, is_package, ast.parse(source))


def load(package: Path) -> list[Module]:
    """Parses all modules below a package's folder, in the order of their paths."""
    modules: list[Module] = []
    for file in sorted(package.rglob("*.py")):
        parts = file.relative_to(package.parent).with_suffix("").parts
        is_package = parts[-1] == "__init__"
        name = ".".join(parts[:-1] if is_package else parts)
        modules.append(parse(name, file.read_text(encoding="utf-8"), is_package=is_package))
    return modules
