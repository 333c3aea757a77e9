"""Has pip resolve requirements for the browser's Python."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pyui.server._errors import ClientDependenciesError
from pyui.server._project import Project
from pyui.server._wheels import pip_target

_SCRIPT = Path(__file__).with_name("_pip_for_pyodide.py")
_SECONDS = 600
_SHOWN = 2000  # characters of the end of what pip wrote


def marker_values(info: dict[str, Any]) -> dict[str, str]:
    """Returns what the markers of requirements are compared with (PEP 508).

    Args:
        info: what Pyodide's own lock file says of its Python.
    """
    version, release = info["python"], info["platform"].removeprefix("emscripten_").replace("_", ".")
    return {
        "implementation_name": "cpython",
        "implementation_version": version,
        "os_name": "posix",
        "platform_machine": info["arch"],
        "platform_python_implementation": "CPython",
        "platform_release": release,
        "platform_system": "Emscripten",
        "platform_version": "#1",
        "python_full_version": version,
        "python_version": ".".join(version.split(".")[:2]),
        "sys_platform": "emscripten",
    }


def resolve(
    requirements: Sequence[str], project: Project, info: dict[str, Any], index: str, links: Sequence[Path]
) -> list[dict[str, Any]]:
    """Finds wheels that meet requirements, and those of the packages that they need.

    Args:
        requirements: the requirements.
        project: where they come from, for errors.
        info: what Pyodide's own lock file says of its Python.
        index: the URL of an index beside those that pip is set to.
        links: folders with wheels.

    Returns:
        What `install` of pip's installation report lists.

    Raises:
        ClientDependenciesError: pip finds nothing that fits.
    """
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        report, values = folder / "report.json", folder / "markers.json"
        values.write_text(json.dumps(marker_values(info)), encoding="utf-8")
        command = [sys.executable, "-P", str(_SCRIPT), str(values), "install", "--dry-run", "--ignore-installed"]
        command += ["--quiet", "--no-input", f"--target={folder / 'none'}", f"--report={report}", *pip_target(info)]
        command += [f"--extra-index-url={index}", *(f"--find-links={link}" for link in links), *requirements]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=_SECONDS)  # noqa: S603 - ours
        if done.returncode:
            raise _failure(done.stderr.strip()[-_SHOWN:], project)
        found: list[dict[str, Any]] = json.loads(report.read_bytes())["install"]
        return found


def _failure(text: str, project: Project) -> ClientDependenciesError:
    """Returns the error for what pip wrote, at the line of the requirement that it is about, as far as it says."""
    last = text.rpartition("\n")[2]
    where = next((item.where for item in project.requirements if item.text in last), project.where)
    what = f"The client packages cannot be resolved for the browser:\n{text}\n"
    fix = "It needs a wheel of pure Python, or one that was compiled for Pyodide: is there one, and is the name right?"
    return ClientDependenciesError(what, fix, where=where)
