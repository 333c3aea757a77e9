"""Takes the memory snapshots that pages start Python from, and keeps them for the next build of the same code."""

import gzip
import shutil
import tempfile
from base64 import b64encode
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from pyui.build._compress import brotli_bytes
from pyui.build._errors import PartialSnapshotError, SnapshotError
from pyui.build._node import run_script
from pyui.build._page_writer import Output
from pyui.errors import PyuiError
from pyui.server._cache import cache_folder, keep_newest
from pyui.server._digest import digest
from pyui.server._encodings import SUFFIXES
from pyui.server._snapshot import ABOUT, Snapshot, SnapshotSubject, find_snapshot

_KEPT = 6  # each takes 50 MB
_GZIP_LEVEL = 6  # level 9 makes the file 1 % smaller and takes six times as long


class Snapshots:
    """The source of the snapshots of an app: the cache, or else Node.

    Args:
        output: for whom they are. A static host gets a compressed file, since it may not compress by itself.
        warn: called with what stands against a snapshot, or against the user's modules in it.
        starting: called before one is taken, which takes seconds.
    """

    def __init__(
        self, output: Output, warn: Callable[[PyuiError], object], starting: Callable[[], object] = lambda: None
    ) -> None:
        self._output: Output = output
        self._warn = warn
        self._starting = starting

    def __call__(self, subject: SnapshotSubject) -> Snapshot | None:
        """Returns the snapshot of a subject; None where none can be taken, which is no reason to fail."""
        try:
            snapshot = self._find(subject)
        except SnapshotError as error:
            self._warn(error)
            return None
        if snapshot.problem:
            self._warn(PartialSnapshotError(snapshot.problem, _GOES_ON))
        return snapshot

    def _find(self, subject: SnapshotSubject) -> Snapshot:
        kept = cache_folder() / "snapshots" / subject.key
        found = find_snapshot(kept / self._output, subject.key)
        if found is None:
            self._starting()
            try:
                _make(subject, kept)
            except OSError as error:
                fix = "Pages start without one. Make the folder writable, or let PYUI_CACHE name another one."
                raise SnapshotError(f"The memory snapshot cannot be kept: {error}.", fix) from error
            found = find_snapshot(kept / self._output, subject.key)
        if found is None:
            raise SnapshotError(f'The memory snapshot in "{kept}" is gone.', "Build again.")
        with suppress(OSError):  # a cache that others have filled may be read-only
            kept.touch()
        return found


_GOES_ON = "Until then, pages start with pyui from the snapshot and import your modules then."


def _make(subject: SnapshotSubject, kept: Path) -> None:
    """Takes a snapshot, tries it, and puts the files for each kind of output into a folder that appears as a whole."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".new-", dir=kept.parent) as folder:
        work = Path(folder)
        problem = _take(subject, work)
        data = (work / "snapshot").read_bytes()
        new, packed = work / "new", gzip.compress(data, _GZIP_LEVEL, mtime=0)
        variants = {"br": brotli_bytes(data), "gzip": packed}
        _write(new / "server", data, variants, Snapshot(work, "", gzip=False, problem=problem), subject.key)
        _write(new / "static", packed, {}, Snapshot(work, "", gzip=True, problem=problem), subject.key)
        _put(new, kept, subject.key)
    keep_newest(kept.parent, _KEPT)


def _put(new: Path, kept: Path, key: str) -> None:
    if kept.exists() and not _is_whole(kept, key):
        shutil.rmtree(kept)
    try:
        new.rename(kept)
    except OSError:
        # Another process was faster: its snapshot is as good.
        if not _is_whole(kept, key):
            raise


def _is_whole(kept: Path, key: str) -> bool:
    return all(find_snapshot(kept / output, key) is not None for output in ("server", "static"))


def _take(subject: SnapshotSubject, work: Path) -> str:
    """Takes a snapshot and tries it; returns why the user's modules are not in it."""
    contents = enumerate((subject.stdlib, *subject.archives.values()))
    stdlib, *archives = (_as_file(content, work / f"{number}.zip") for number, content in contents)
    settings = {
        "pyodide": f"{subject.pyodide}/",
        "stdlib": stdlib,
        "archives": dict(zip(subject.archives, archives, strict=True)),
        "snapshot": str(work / "snapshot"),
    }
    routes = subject.routes
    problem: str = run_script(subject.maker, {**settings, "action": "take", "routes": routes}, work)["problem"]
    if problem:
        routes = ""
        rest: str = run_script(subject.maker, {**settings, "action": "take", "routes": routes}, work)["problem"]
        if rest:
            raise SnapshotError(f"No memory snapshot was taken: {rest}", "Pages start without one.")
    tried = run_script(subject.maker, {**settings, "action": "try", "routes": routes}, work)
    if not tried["html"]:
        what = "The memory snapshot was taken, but no page could be rendered from it."
        raise SnapshotError(what, "Pages start without one.")
    return problem


def _as_file(content: bytes | Path, file: Path) -> str:
    if isinstance(content, Path):
        return str(content)
    file.write_bytes(content)
    return str(file)


def _write(folder: Path, content: bytes, variants: dict[str, bytes], about: Snapshot, key: str) -> None:
    """Writes a snapshot with its compressed variants.

    Args:
        folder: the folder to make.
        content: what the file is to hold.
        variants: the variants by encoding.
        about: `gzip` and `problem` of the snapshot.
        key: the key of its subject.
    """
    folder.mkdir(parents=True)
    file = folder / f"snapshot.{digest([content])}.bin"
    file.write_bytes(content)
    for encoding, variant in variants.items():
        file.with_name(file.name + SUFFIXES[encoding]).write_bytes(variant)
    integrity = f"sha256-{b64encode(sha256(content).digest()).decode()}"
    (folder / ABOUT).write_text(about._replace(file=file, integrity=integrity).about(key), encoding="utf-8")
