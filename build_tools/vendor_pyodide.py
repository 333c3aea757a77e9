"""Copies the files that a browser needs to run Python out of the npm package `pyodide` into pyui's package data.

The standard library is compiled to bytecode on the way. Beside the large files come variants that brotli has compressed
as far as it can, which takes too long for each build.

Run with `python -m build_tools.vendor_pyodide`, after `npm ci` in `runtime_js/`.
"""

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from build_tools.paths import ASSETS, NODE_MODULES, ROOT

FILES = ("pyodide-lock.json", "pyodide.asm.mjs", "pyodide.asm.wasm", "pyodide.mjs")
MADE = ("python_stdlib.zip", "stdlib.json")
COMPRESSED = ("pyodide.asm.mjs", "pyodide.asm.wasm")
TOOLS = Path(__file__).parent


def vendor(source: Path, target: Path) -> None:
    """Copies `FILES` from one folder to another, which is made new so that no older file stays in it."""
    missing = [name for name in FILES if not (source / name).is_file()]
    if missing:
        raise SystemExit(f"{source} has no {', '.join(missing)}. Run `npm ci` in runtime_js/ first.")
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for name in FILES:
        # Not `copy`: a mode bit or a time stamp of the npm package must not make two wheels differ.
        shutil.copyfile(source / name, target / name)


def compile_stdlib(source: Path, target: Path) -> None:
    """Writes `MADE`: the standard library as bytecode of Pyodide's Python, and which of its modules import which."""
    imports = ROOT / "pyui" / "server" / "_imports.py"
    in_pyodide(target, TOOLS / "compile_stdlib.py", TOOLS / "bytecode.py", imports, source / "python_stdlib.zip")


def in_pyodide(target: Path, *files: Path) -> None:
    """Runs a script in Pyodide, with the npm package itself.

    Args:
        target: where what it writes is copied to.
        files: the script, and the files that it needs.
    """
    command = ["node", str(TOOLS / "in_pyodide.mjs"), f"{NODE_MODULES / 'pyodide'}/", f"{target}/", *map(str, files)]
    subprocess.run(command, check=True)


def compress(files: Iterable[Path]) -> None:
    """Writes compressed variants of files beside them, with Node: no package is installed yet."""
    subprocess.run(["node", str(TOOLS / "compress.mjs"), *map(str, files)], check=True)


if __name__ == "__main__":
    vendor(NODE_MODULES / "pyodide", ASSETS / "pyodide")
    compile_stdlib(NODE_MODULES / "pyodide", ASSETS / "pyodide")
    compress(ASSETS / "pyodide" / name for name in COMPRESSED)
    print(f"vendored {len(FILES) + len(MADE)} files of Pyodide")
