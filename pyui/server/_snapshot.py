"""The memory snapshot of a bundle: Python with all that the pages need imported. `pyui.build` takes it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

ABOUT = "snapshot.json"
"""The file beside a snapshot that tells what it is of."""


class SnapshotSubject(NamedTuple):
    """What a snapshot is taken of, and with what.

    Args:
        key: a hash of all of it.
        routes: the import string of the routes.
        stdlib: the standard library, as far as pages need it at once.
        archives: what else Python imports from, by where it finds it.
        pyodide: the folder of Pyodide.
        maker: the script that takes it.
    """

    key: str
    routes: str
    stdlib: bytes
    archives: dict[str, bytes | Path]
    pyodide: Path
    maker: Path


class Snapshot(NamedTuple):
    """A snapshot in a file.

    Args:
        file: the file; its name holds a hash of its content.
        integrity: a hash that the browser checks, as in the attribute `integrity` of HTML.
        gzip: whether the file is compressed, because the host may not do so.
        problem: why the user's modules are not in it; empty where they are.
    """

    file: Path
    integrity: str
    gzip: bool
    problem: str

    def about(self, key: str) -> str:
        """Returns the text of the file `ABOUT` beside the snapshot.

        Args:
            key: the key of its subject.
        """
        return json.dumps({"key": key, **self._asdict(), "file": self.file.name}) + "\n"


type SnapshotSource = Callable[[SnapshotSubject], Snapshot | None]
"""Finds or takes the snapshot of a subject; None where there is none."""


def find_snapshot(folder: Path, key: str) -> Snapshot | None:
    """Returns the snapshot in a folder, if it is there and of this subject.

    Args:
        folder: a folder with the files of a snapshot.
        key: the key of the subject.
    """
    try:
        about: dict[str, Any] = json.loads((folder / ABOUT).read_bytes())
        snapshot = Snapshot(folder / about["file"], about["integrity"], about["gzip"], about["problem"])
    except (OSError, ValueError, KeyError):
        return None
    return snapshot if about["key"] == key and snapshot.file.is_file() else None
