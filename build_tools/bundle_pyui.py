"""Compiles the part of pyui that ships to browsers with Pyodide's own Python, into pyui's package data.

A bundle has the bytecode of a module only if its source is still the one that was compiled: nothing breaks where this
is older than the sources.

Run with `python -m build_tools.bundle_pyui`, after `npm ci` in `runtime_js/`.
"""

import tempfile
import zipfile
from pathlib import Path

from build_tools.paths import ASSETS, ROOT
from build_tools.vendor_pyodide import TOOLS, in_pyodide

FOLDERS = ("browser", "reactive", "router", "view")
OUTPUT = ASSETS / "pyui.zip"


def sources() -> list[Path]:
    """Lists the modules that may ship: more than do, so that there is no second list of those."""
    folders = [file for folder in FOLDERS for file in (ROOT / "pyui" / folder).rglob("*.py")]
    return sorted([*(ROOT / "pyui").glob("*.py"), *folders])


def main() -> None:
    """Writes the archive."""
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "pyui.zip"
        with zipfile.ZipFile(archive, "w") as packed:
            for file in sources():
                packed.write(file, file.relative_to(ROOT).as_posix())
        in_pyodide(ASSETS, TOOLS / "compile_pyui.py", TOOLS / "bytecode.py", archive)
    print(f"compiled pyui: {OUTPUT.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
