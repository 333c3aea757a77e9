"""The user's cache folder: what takes long to make and can be made again."""

import os
import shutil
import sys
from pathlib import Path

CACHE_VARIABLE = "PYUI_CACHE"
"""The environment variable that names another folder."""


def cache_folder() -> Path:
    """Returns the folder, which may not exist yet: where the system keeps such files, or what `PYUI_CACHE` names."""
    named = os.environ.get(CACHE_VARIABLE)
    if named:
        return Path(named).absolute()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "pyui" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "pyui"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "pyui"


def keep_newest(folder: Path, count: int) -> None:
    """Removes all but the newest entries of a folder. What begins with a dot is being made and is let be.

    Args:
        folder: the folder; its entries are folders.
        count: how many to keep.
    """
    entries = sorted(folder.glob("[!.]*"), key=lambda entry: entry.stat().st_mtime, reverse=True)
    for entry in entries[count:]:
        shutil.rmtree(entry, ignore_errors=True)
