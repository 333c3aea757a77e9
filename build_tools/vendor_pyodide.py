"""Copies the files that a browser needs to run Python out of the npm package `pyodide` into pyui's package data.

Beside the large ones come variants that brotli has compressed as far as it can, which takes too long for each build.

Run with `python -m build_tools.vendor_pyodide`, after `npm ci` in `runtime_js/`.
"""

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from build_tools.paths import ASSETS, NODE_MODULES

FILES = ("pyodide-lock.json", "pyodide.asm.mjs", "pyodide.asm.wasm", "pyodide.mjs", "python_stdlib.zip")
COMPRESSED = ("pyodide.asm.mjs", "pyodide.asm.wasm")
COMPRESS = Path(__file__).with_name("compress.mjs")


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


def compress(files: Iterable[Path]) -> None:
    """Writes compressed variants of files beside them, with Node: no package is installed yet."""
    subprocess.run(["node", str(COMPRESS), *map(str, files)], check=True)


if __name__ == "__main__":
    vendor(NODE_MODULES / "pyodide", ASSETS / "pyodide")
    compress(ASSETS / "pyodide" / name for name in COMPRESSED)
    print(f"vendored {len(FILES)} files of Pyodide")
