"""Copies the files that a browser needs to run Python out of the npm package `pyodide` into pyui's package data.

Run with `python -m build_tools.vendor_pyodide`, after `npm ci` in `runtime_js/`.
"""

import shutil
from pathlib import Path

from build_tools.paths import ASSETS, NODE_MODULES

FILES = ("pyodide-lock.json", "pyodide.asm.mjs", "pyodide.asm.wasm", "pyodide.mjs", "python_stdlib.zip")


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


if __name__ == "__main__":
    vendor(NODE_MODULES / "pyodide", ASSETS / "pyodide")
    print(f"vendored {len(FILES)} files of Pyodide")
