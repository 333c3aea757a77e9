"""What the browser loads besides the page: the runtime, Pyodide and the client bundle, under names that hold hashes."""

import functools
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from pyui._location import Location
from pyui.server._bundle import Bundle, make_bundle
from pyui.server._digest import digest
from pyui.server._errors import RuntimeAssetsError
from pyui.server._snapshot import Snapshot, SnapshotSource, SnapshotSubject

PREFIX = "/_pyui"
"""The path of the assets below the app's base."""

SERVICE_WORKER = "/service-worker.js"
"""The path of the service worker below the app's base: it can keep what lies below its own path."""

PYODIDE_VERSION = "314.0.7"

_ASSETS = Path(__file__).resolve().parent.parent / "build" / "assets"
_RUNTIME_FILES = ("runtime.js", "takeover.js", "navigation.js", "viewports.js")
_PYODIDE_FILES = ("pyodide-lock.json", "pyodide.asm.mjs", "pyodide.asm.wasm", "pyodide.mjs", "python_stdlib.zip")


class RuntimeAssets(NamedTuple):
    """The assets that are the same for all apps.

    Args:
        capture: the script that stands inline in live pages.
        runtime: the name of the folder of the runtime.
        pyodide: the name of the folder of Pyodide.
        files: the files by their path below `PREFIX`.
        worker: the script that keeps a site for use without a network; a build adds what it is to keep.
        maker: the script that takes memory snapshots; it stays on the server.
        maker_digest: a hash of it.
    """

    capture: str
    runtime: str
    pyodide: str
    files: dict[str, Path]
    worker: Path
    maker: Path
    maker_digest: str


class ClientAssets(NamedTuple):
    """The assets of an app.

    Args:
        capture: the script that stands inline in live pages.
        runtime: the path of the runtime script, from the app's base.
        pyodide: the path of the folder of Pyodide, with a slash at its end.
        bundle: the path of the client bundle.
        snapshot: the memory snapshot of the bundle; None where there is none.
        build: the build id: a hash of all of them but the snapshot, which changes nothing but the time to start.
        files: the contents or the files, by their path below `PREFIX`.
        modules: the names of the user's modules in the bundle.
    """

    capture: str
    runtime: str
    pyodide: str
    bundle: str
    snapshot: Snapshot | None
    build: str
    files: dict[str, bytes | Path]
    modules: frozenset[str]


@functools.cache
def runtime_assets() -> RuntimeAssets:
    """Finds and hashes the assets that come with pyui.

    Raises:
        RuntimeAssetsError: this installation does not have them.
    """
    capture, worker, maker = (_ASSETS / name for name in ("capture.js", "service_worker.js", "make_snapshot.mjs"))
    scripts = [_ASSETS / "runtime" / name for name in _RUNTIME_FILES]
    files = [_ASSETS / "pyodide" / name for name in _PYODIDE_FILES]
    missing = [str(file) for file in (capture, worker, maker, *scripts, *files) if not file.is_file()]
    if missing:
        what = f"The files {', '.join(missing)} are missing."
        raise RuntimeAssetsError(what, "In a checkout of pyui, run `make setup`; else install pyui again.")
    # The files in a folder load each other by name, so the hash is that of the folder.
    runtime = f"runtime-{digest(file.read_bytes() for file in scripts)}"
    pyodide = f"pyodide-{PYODIDE_VERSION}-{digest(file.read_bytes() for file in files)}"
    folders = ((runtime, scripts), (pyodide, files))
    served = {f"{folder}/{file.name}": file for folder, group in folders for file in group}
    inline = capture.read_text(encoding="utf-8").strip()
    return RuntimeAssets(inline, runtime, pyodide, served, worker, maker, digest([maker.read_bytes()]))


def script_hash() -> str:
    """Returns what allows the inline script of live pages in the `script-src` of a content security policy.

    It is the same for all pages and changes with versions of pyui alone.

    Raises:
        RuntimeAssetsError: this installation does not have the assets of the runtime.
    """
    return f"'sha256-{b64encode(sha256(runtime_assets().capture.encode()).digest()).decode()}'"


def client_assets(routes: str, find_snapshot: SnapshotSource, where: Location | None = None) -> ClientAssets:
    """Makes the assets of an app.

    Args:
        routes: the import string of its routes.
        find_snapshot: called for the memory snapshot.
        where: the place that names the routes, for errors.

    Raises:
        RuntimeAssetsError: this installation does not have the assets of the runtime.
        BuildError: the client bundle cannot be made.
    """
    shared = runtime_assets()
    bundle = make_bundle(routes.partition(":")[0], where)
    name = f"client.{bundle.digest}.zip"
    snapshot = find_snapshot(_subject(shared, routes, bundle))
    return ClientAssets(
        capture=shared.capture,
        runtime=f"{PREFIX}/{shared.runtime}/{_RUNTIME_FILES[0]}",
        pyodide=f"{PREFIX}/{shared.pyodide}/",
        bundle=f"{PREFIX}/{name}",
        snapshot=snapshot,
        build=digest(text.encode() for text in (shared.capture, shared.runtime, shared.pyodide, name)),
        files={**shared.files, name: bundle.data, **({snapshot.file.name: snapshot.file} if snapshot else {})},
        modules=bundle.modules,
    )


def fetched_at_start(assets: ClientAssets) -> tuple[list[str], list[str]]:
    """Lists what the runtime loads when a page starts; all of Python's code may be in the snapshot.

    Args:
        assets: the client assets.

    Returns:
        The paths of modules, and those of files, from the app's base.
    """
    snapshot, folder = assets.snapshot, assets.pyodide
    modules = [assets.runtime, f"{folder}pyodide.mjs", f"{folder}pyodide.asm.mjs"]
    files = [f"{folder}pyodide.asm.wasm"]
    if snapshot is not None:
        files.append(f"{PREFIX}/{snapshot.file.name}")
    if snapshot is None or snapshot.problem:
        files += [f"{folder}python_stdlib.zip", assets.bundle]
    return modules, files


def _subject(shared: RuntimeAssets, routes: str, bundle: Bundle) -> SnapshotSubject:
    key = digest(text.encode() for text in (shared.pyodide, shared.maker_digest, bundle.digest, routes))
    return SnapshotSubject(key, routes, bundle.data, _ASSETS / "pyodide", shared.maker)
