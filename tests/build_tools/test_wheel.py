"""The wheel carries all that a machine without Node.js needs."""

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

from build_tools.bundle_runtime import RUNTIME
from build_tools.paths import ROOT
from build_tools.vendor_pyodide import COMPRESSED, FILES, MADE
from pyui._version import __version__


def build(folder: Path) -> Path:
    environment = {**os.environ, "PATH": str(folder)}
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    return wheel


def test_wheel_is_complete_and_the_same_each_time(tmp_path: Path) -> None:
    first, second = build(tmp_path / "1"), build(tmp_path / "2")
    with ZipFile(first) as wheel:
        names = set(wheel.namelist())
    pyodide = (*FILES, *MADE, *(f"{name}.br" for name in COMPRESSED))
    files = [
        *(f"pyodide/{name}" for name in pyodide),
        "pyui.zip",
        *(f"runtime/{name}{suffix}" for name in RUNTIME for suffix in ("", ".br")),
        "capture.js",
        "service_worker.js",
        "make_snapshot.mjs",
    ]
    assets = {f"pyui/build/assets/{name}" for name in files}
    assert {name for name in names if name.startswith("pyui/build/assets/")} >= assets
    assert "pyui/py.typed" in names
    assert {name.split("/")[0] for name in names} == {"pyui", f"pyui-{__version__}.dist-info"}
    assert first.read_bytes() == second.read_bytes()
