"""The standard library, in two archives: what an app's pages need at once, and all of it for whatever else is imported.

Both hold bytecode; `build_tools` makes the whole one, and lists the modules that Pyodide imports when it starts and
which modules import which.
"""

import functools
import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from pyui.server._archive import select

FOLDER = Path(__file__).resolve().parent.parent / "build" / "assets" / "pyodide"
WHOLE = "python_stdlib.zip"
GRAPH = "stdlib.json"
# To parse all modules takes 50 times as long, and a module too many does no harm.
_IMPORT = re.compile(rb"^[ \t]*(?:from[ \t]+([\w.]+)[ \t]+import\b|import[ \t]+([\w., \t]+))", re.MULTILINE)


class Trimmed(NamedTuple):
    """The part of the standard library that is needed at once.

    Args:
        archive: its archive.
        modules: the names of its modules.
        later: the names at the top of what is not in it, or not all of it.
    """

    archive: bytes
    modules: frozenset[str]
    later: frozenset[str]


class _Graph(NamedTuple):
    start: list[str]
    imports: dict[str, list[str]]


def imported_by(sources: Iterable[bytes]) -> set[str]:
    """Returns the modules of the standard library that modules import, in functions also.

    Args:
        sources: their sources.
    """
    found = (text for source in sources for pair in _IMPORT.findall(source) for text in b",".join(pair).split(b","))
    names = {text.split()[0].decode() for text in found if text.strip()}
    return {name for name in names if name.partition(".")[0] in sys.stdlib_module_names}


def trim(wanted: Iterable[str]) -> Trimmed:
    """Takes out of the standard library what Python's start and some modules need.

    Args:
        wanted: the names of the modules, among others.
    """
    graph = _graph()
    modules = frozenset(_reachable(graph, wanted))
    rest = graph.imports.keys() - modules
    archive = select(FOLDER / WHOLE, lambda name: _module(name) not in rest)
    return Trimmed(archive, modules, frozenset(name.partition(".")[0] for name in rest))


@functools.cache
def _graph() -> _Graph:
    return _Graph(**json.loads((FOLDER / GRAPH).read_bytes()))


def _reachable(graph: _Graph, wanted: Iterable[str]) -> set[str]:
    """Returns the modules that are imported when those of the start, and the wanted ones, are."""
    found = set(graph.start)
    pending = list(wanted)
    while pending:
        parts = pending.pop().split(".")
        for end in range(1, len(parts) + 1):
            name = ".".join(parts[:end])
            if name in graph.imports and name not in found:
                found.add(name)
                pending += graph.imports[name]
    return found


def _module(file: str) -> str:
    return file.removesuffix(".pyc").removesuffix("/__init__").replace("/", ".")
