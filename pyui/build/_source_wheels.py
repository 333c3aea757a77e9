"""Builds wheels of packages that are there as source: `client-dependencies = ["./charts"]`."""

import os
import subprocess
import sys
from pathlib import Path

from pyodide_build.common import default_xbuildenv_path  # pyright: ignore[reportMissingTypeStubs]

from pyui._location import Location
from pyui.server._errors import ClientDependenciesError

_SHOWN = 2000  # characters of the end of what a build wrote
_SECONDS = 1800
_ENVIRONMENT = "xbuildenv"  # the link that pyodide-build makes to the environment in use


def build_wheel(source: Path, folder: Path, where: Location) -> Path:
    """Builds the wheel of a package.

    Args:
        source: the folder with its `pyproject.toml`.
        folder: where to write it.
        where: the line that names it, for errors.

    Raises:
        ClientDependenciesError: it cannot be built, or is compiled and pyodide-build's environment is not installed.
    """
    has_environment = (Path(default_xbuildenv_path()) / _ENVIRONMENT).exists()
    for_browsers = [sys.executable, "-m", "pyodide_cli", "build", str(source), f"--outdir={folder}"]
    for_any = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", f"--wheel-dir={folder}", str(source)]
    # The time stamps in an archive are part of its hash.
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "315532800"}
    before = set(folder.glob("*.whl"))
    done = subprocess.run(  # noqa: S603 - the user's own package
        for_browsers if has_environment else for_any,
        capture_output=True,
        text=True,
        check=False,
        env=environment,
        timeout=_SECONDS,
    )
    made = set(folder.glob("*.whl")) - before
    if done.returncode or not made:
        text = f"{done.stdout}{done.stderr}".strip()[-_SHOWN:]
        what = f'"{source}" could not be built:\n{text}\n'
        raise ClientDependenciesError(what, "Correct its pyproject.toml, or the path.", where=where)
    (wheel,) = made
    if not wheel.name.endswith("-none-any.whl") and "emscripten" not in wheel.name:
        what = f'"{source}" is compiled, for this machine: {wheel.name}.'
        fix = "Install Emscripten and what pyodide-build compiles with, `pyodide xbuildenv install`, and lock again."
        raise ClientDependenciesError(what, fix, where=where)
    return wheel
