"""Compiles Python's standard library to bytecode. Runs in Pyodide: each version of Python has a bytecode of its own.

`compile_stdlib.mjs` starts it; `read_imports` is that of `pyui/server/_imports.py`.
"""

import ast
import importlib.util
import io
import json
import marshal
import zipfile
from collections.abc import Callable, Iterable
from typing import Any

_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNCHECKED = (1).to_bytes(4, "little")  # PEP 552: the hash of a source that nobody compares
_DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def compile_stdlib(
    source: bytes, read_imports: Callable[[bytes, str], Iterable[Any]], start: Iterable[str]
) -> tuple[bytes, str]:
    """Compiles an archive of modules.

    Args:
        source: the archive.
        read_imports: lists the imports of a module's source.
        start: the modules that Python has imported when Pyodide has started.

    Returns:
        An archive of their bytecode, without docstrings; and JSON: `start`, those of them, and
        `imports`, what each module imports while it is imported.
    """
    buffer, imports = io.BytesIO(), dict[str, list[str]]()
    with zipfile.ZipFile(io.BytesIO(source)) as before, zipfile.ZipFile(buffer, "w") as after:
        names = sorted(name for name in before.namelist() if not name.endswith("/"))
        modules = {_module(name) for name in names if name.endswith(".py")}
        for name in names:
            content = before.read(name)
            if name.endswith(".py"):
                package = _module(name) if name.endswith("/__init__.py") else _module(name).rpartition(".")[0]
                imports[_module(name)] = sorted(_early(read_imports(content, package), modules))
                name, content = f"{name}c", bytecode(content, name)  # noqa: PLW2901 - the file's counterpart
            info = zipfile.ZipInfo(name, _EPOCH)
            info.external_attr = 0o644 << 16
            after.writestr(info, content, zipfile.ZIP_DEFLATED, 9)
    about = {"start": sorted(modules.intersection(start)), "imports": imports}
    return buffer.getvalue(), json.dumps(about, separators=(",", ":")) + "\n"


def bytecode(source: bytes, name: str) -> bytes:
    """Returns what would be the `.pyc` file of a module, without docstrings.

    Args:
        source: its source.
        name: the name of its file, for tracebacks.
    """
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, _DOCUMENTED) and ast.get_docstring(node, clean=False) is not None:
            node.body = node.body[1:] or [ast.Pass(lineno=node.body[0].lineno, col_offset=0)]
    code = compile(tree, name, "exec", dont_inherit=True, optimize=0)
    return importlib.util.MAGIC_NUMBER + _UNCHECKED + bytes(8) + marshal.dumps(code)


def _module(name: str) -> str:
    return name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _early(found: Iterable[Any], modules: set[str]) -> set[str]:
    names = {name for item in found if not item.late for name in (item.module, f"{item.module}.{item.name}")}
    return names & modules
