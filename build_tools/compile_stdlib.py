"""Compiles Python's standard library, and lists which modules import which. Runs in Pyodide.

`_imports.py` is that of `pyui/server`. In `stdlib.json`, `start` lists the modules that are imported when Pyodide has
started, `imports` what each module imports while it is imported.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any


def import_graph(sources: Mapping[str, bytes], read_imports: Callable[[bytes, str], Iterable[Any]]) -> dict[str, Any]:
    """Returns what each module imports of the others.

    Args:
        sources: the sources of the modules, by the names of their files.
        read_imports: lists the imports of a source in a package.
    """
    modules = {_module(name): name for name in sources}
    graph: dict[str, list[str]] = {}
    for module, name in modules.items():
        package = module if name.endswith("/__init__.py") else module.rpartition(".")[0]
        early = [found for found in read_imports(sources[name], package) if not found.late]
        names = {text for found in early for text in (found.module, f"{found.module}.{found.name}")}
        graph[module] = sorted(names & modules.keys())
    return graph


def _module(name: str) -> str:
    return name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _main(folder: Path) -> None:
    made = folder / "made"
    sources = import_module("bytecode").compile_archive(folder / "python_stdlib.zip", made / "python_stdlib.zip")
    imports = import_graph(sources, import_module("_imports").read_imports)
    start = sorted(imports.keys() & set((folder / "started.txt").read_text().split()))
    text = json.dumps({"start": start, "imports": imports}, separators=(",", ":"))
    (made / "stdlib.json").write_text(f"{text}\n")


_main(Path(__file__).parent)
