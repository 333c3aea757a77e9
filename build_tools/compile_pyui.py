"""Compiles the part of pyui that ships to browsers. Runs in Pyodide."""

from importlib import import_module
from pathlib import Path


def _main(folder: Path) -> None:
    # Where `pyui/server/_client_assets.py` has the bundle put.
    import_module("bytecode").compile_archive(folder / "pyui.zip", folder / "made" / "pyui.zip", "/lib/client.zip/")


_main(Path(__file__).parent)
