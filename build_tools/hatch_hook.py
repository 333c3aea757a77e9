"""Makes the browser's files before a wheel, a source distribution or an editable install of pyui is built.

A source distribution carries them, so that who builds from one needs no Node.js.
"""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, override

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

RUNTIME = ("start", "runtime", "takeover", "navigation", "viewports", "packages", "offline")
SCRIPTS = (
    *(f"runtime/{name}.js" for name in RUNTIME),
    "capture.js",
    "service_worker.js",
    "make_snapshot.mjs",
)
"""What `build_tools.bundle_runtime` writes, in the folder of the assets."""


def _newest(files: list[Path]) -> float:
    return max((file.stat().st_mtime for file in files), default=0.0)


def stale_steps(root: Path) -> list[str]:
    """Names the modules of `build_tools` that have to run, in their order; none when all assets are there and fresh."""
    assets = root / "pyui" / "build" / "assets"
    scripts = [assets / name for name in SCRIPTS]
    pyodide = [assets / "pyodide" / name for name in ("pyodide.asm.wasm", "stdlib.json")]
    sources = list((root / "runtime_js" / "src").glob("**/*.js"))
    steps: list[str] = []
    if not all(file.is_file() for file in pyodide):
        steps.append("build_tools.vendor_pyodide")
    if not (assets / "pyui.zip").is_file():
        steps.append("build_tools.bundle_pyui")
    if not all(script.is_file() and _newest(sources) <= script.stat().st_mtime for script in scripts):
        steps.append("build_tools.bundle_runtime")
    return steps


def install_node_modules(root: Path) -> None:
    """Installs what `runtime_js/package-lock.json` pins, where that has not been done."""
    runtime_js = root / "runtime_js"
    if (runtime_js / "node_modules" / ".package-lock.json").is_file():
        return
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("Building pyui from its repository needs Node.js and npm. A wheel of pyui needs neither.")
    subprocess.run([npm, "ci"], cwd=runtime_js, check=True)


class AssetsHook(BuildHookInterface[Any]):
    """Runs the steps whose results are missing or older than their sources."""

    @override
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        steps = stale_steps(root)
        if steps:
            install_node_modules(root)
        for step in steps:
            subprocess.run([sys.executable, "-m", step], cwd=root, check=True)
