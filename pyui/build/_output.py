"""An output folder that appears whole or not at all."""

import os
import shutil
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from pyui.build._errors import OutputError
from pyui.server._prerendered import MARKER


@contextmanager
def atomic_folder(out: Path) -> Generator[Path]:
    """Gives a new folder beside `out` to write into, and puts it in the place of `out` when the block ends well.

    If the block raises, `out` stays as it was. Nothing else is left behind in either case.

    Args:
        out: the folder to make or replace.

    Raises:
        OutputError: `out` holds something that no build made.
    """
    out = out.absolute()
    _check_replaceable(out)
    out.parent.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    try:
        new = work / "new"
        new.mkdir()
        yield new
        _swap(new, out, work / "old")
    finally:
        shutil.rmtree(work)


def _check_replaceable(out: Path) -> None:
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        what = f'"{out}" is no folder.'
    elif out.is_dir() and any(out.iterdir()) and not (out / MARKER).is_file():
        what = f'The folder "{out}" holds files that no build made.'
    else:
        return
    fix = "A build replaces the whole folder: choose another one, or empty it yourself."
    raise OutputError(what, fix)


def _swap(new: Path, out: Path, old: Path) -> None:
    if not out.exists():
        new.rename(out)
        return
    out.rename(old)
    try:
        new.rename(out)
    except OSError:
        os.rename(old, out)  # noqa: PTH104 - `Path.rename` reads as if `out` were still the old folder
        raise
