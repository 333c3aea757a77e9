"""Compiles archives of modules. Runs in Pyodide: each version of Python has a bytecode of its own."""

import ast
import importlib.util
import marshal
import zipfile
from hashlib import sha256
from pathlib import Path

_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNCHECKED = (1).to_bytes(4, "little")  # PEP 552: the hash of a source that nobody compares
_DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def compile_archive(source: Path, target: Path, place: str = "") -> dict[str, bytes]:
    """Writes an archive of the bytecode of the modules in another one, without docstrings.

    The comment of each entry is the SHA-256 hash of the source.

    Args:
        source: the other archive; what is no module is taken over.
        target: the file to write.
        place: where the archive will be, for tracebacks.

    Returns:
        The sources of the modules, by the names of their files.
    """
    modules: dict[str, bytes] = {}
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(target, "w") as after:
        for name in sorted(name for name in before.namelist() if not name.endswith("/")):
            content, is_module = before.read(name), name.endswith(".py")
            info = zipfile.ZipInfo(f"{name}c" if is_module else name, _EPOCH)
            info.external_attr = 0o644 << 16
            info.comment = sha256(content).hexdigest().encode()
            if is_module:
                modules[name] = content
            after.writestr(info, bytecode(content, place + name) if is_module else content, zipfile.ZIP_DEFLATED, 9)
    return modules


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
