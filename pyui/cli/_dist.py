"""Finds the build output that `pyui serve` starts from."""

import json
from pathlib import Path
from typing import Any

from pyui.server._prerendered import MARKER

DEFAULT = Path("dist")


def find_dist(app: str, dist: Path | None) -> Path | None:
    """Returns the folder to serve prerendered pages from.

    Args:
        app: the import string of the app.
        dist: the folder that the user named, or None.

    Returns:
        That folder; else `dist` if `pyui build` wrote it for a server and for the same app; else None.
    """
    if dist is not None:
        return dist
    try:
        about: dict[str, Any] = json.loads((DEFAULT / MARKER).read_bytes())
    except (OSError, ValueError):
        return None
    return DEFAULT if about.get("output") == "server" and about.get("app") == app else None
