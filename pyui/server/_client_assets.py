"""What the browser loads besides the page: the runtime, Pyodide and the client bundle, under names that hold hashes."""

import functools
import json
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from pyui._location import Location
from pyui.server._bundle import make_bundle
from pyui.server._client_packages import ClientPackages, client_packages
from pyui.server._digest import digest
from pyui.server._errors import RuntimeAssetsError
from pyui.server._module_finder import module_file
from pyui.server._snapshot import Snapshot, SnapshotSource, SnapshotSubject
from pyui.server._stdlib import GRAPH as STDLIB_GRAPH
from pyui.server._stdlib import WHOLE as STDLIB

PREFIX = "/_pyui"
"""The path of the assets below the app's base."""

SERVICE_WORKER = "/service-worker.js"
"""The path of the service worker below the app's base: it can keep what lies below its own path."""

PYODIDE_VERSION = "314.0.7"

_ASSETS = Path(__file__).resolve().parent.parent / "build" / "assets"
_RUNTIME_FILES = ("start.js", "runtime.js", "takeover.js", "navigation.js", "viewports.js", "packages.js", "offline.js")
_PYODIDE_FILES = ("pyodide.asm.mjs", "pyodide.asm.wasm", "pyodide.mjs", STDLIB)
_NOT_SERVED = ("pyodide-lock.json", STDLIB_GRAPH)

_BUNDLE, _PACKAGES = "/lib/client.zip", "/lib/packages.zip"  # in the file system that Python sees


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
        info: what Pyodide's lock file says of its Python.
    """

    capture: str
    runtime: str
    pyodide: str
    files: dict[str, Path]
    worker: Path
    maker: Path
    maker_digest: str
    info: dict[str, Any]


class ClientAssets(NamedTuple):
    """The assets of an app.

    Args:
        capture: the script that stands inline in live pages.
        start: the path of the script that a live page names, from the app's base.
        runtime: the path of the runtime script, which that loads.
        takeover: the path of the script that pages load besides it which wait for a trigger or have islands.
        pyodide: the path of the folder of Pyodide, with a slash at its end.
        stdlib: the path of the standard library, as far as the pages need it at once.
        archives: the paths of the client bundle and the client packages, by where Python finds them.
        packages: the client packages.
        load: the names of those that have to be loaded before the bundle's modules can be imported.
        info: what Pyodide's lock file says of its Python.
        snapshot: the memory snapshot of the bundle; None where there is none.
        build: the build id: a hash of all of them but the snapshot, which changes nothing but the time to start.
        files: the contents or the files, by their path below `PREFIX`.
        ships: tells whether the browser can import a module.
    """

    capture: str
    start: str
    runtime: str
    takeover: str
    pyodide: str
    stdlib: str
    archives: dict[str, str]
    packages: ClientPackages
    load: list[str]
    info: dict[str, Any]
    snapshot: Snapshot | None
    build: str
    files: dict[str, bytes | Path]
    ships: Callable[[str], bool]


@functools.cache
def runtime_assets() -> RuntimeAssets:
    """Finds and hashes the assets that come with pyui.

    Raises:
        RuntimeAssetsError: this installation does not have them.
    """
    capture, worker, maker = (_ASSETS / name for name in ("capture.js", "service_worker.js", "make_snapshot.mjs"))
    scripts = [_ASSETS / "runtime" / name for name in _RUNTIME_FILES]
    files = [_ASSETS / "pyodide" / name for name in _PYODIDE_FILES]
    others = [_ASSETS / "pyodide" / name for name in _NOT_SERVED]
    missing = [str(file) for file in (capture, worker, maker, *scripts, *files, *others) if not file.is_file()]
    if missing:
        what = f"The files {', '.join(missing)} are missing."
        raise RuntimeAssetsError(what, "In a checkout of pyui, run `make setup`; else install pyui again.")
    # The files in a folder load each other by name, so the hash is that of the folder.
    runtime = f"runtime-{digest(file.read_bytes() for file in scripts)}"
    pyodide = f"pyodide-{PYODIDE_VERSION}-{digest(file.read_bytes() for file in files)}"
    folders = ((runtime, scripts), (pyodide, files))
    served = {f"{folder}/{file.name}": file for folder, group in folders for file in group}
    inline = capture.read_text(encoding="utf-8").strip()
    info = json.loads(others[0].read_bytes())["info"]
    return RuntimeAssets(inline, runtime, pyodide, served, worker, maker, digest([maker.read_bytes()]), info)


def script_hash() -> str:
    """Returns what allows the inline script of live pages in the `script-src` of a content security policy.

    It is the same for all pages and changes with versions of pyui alone.

    Raises:
        RuntimeAssetsError: this installation does not have the assets of the runtime.
    """
    return f"'sha256-{b64encode(sha256(runtime_assets().capture.encode()).digest()).decode()}'"


def client_assets(
    routes: str, find_snapshot: SnapshotSource, where: Location | None = None, built: Path | None = None
) -> ClientAssets:
    """Makes the assets of an app.

    Args:
        routes: the import string of its routes.
        find_snapshot: called for the memory snapshot.
        where: the place that names the routes, for errors.
        built: the assets that a build wrote, where the server has some.

    Raises:
        RuntimeAssetsError: this installation does not have the assets of the runtime.
        BuildError: the client bundle cannot be made.
    """
    shared, module = runtime_assets(), routes.partition(":")[0]
    packages = client_packages(module_file(module), shared.info, built)
    bundle = make_bundle(module, where, packages)
    client = f"client.{bundle.digest}.zip"
    stdlib = f"python_start.{digest([bundle.stdlib.archive])}.zip"
    archives = {_BUNDLE: client, **({_PACKAGES: packages.archive} if packages.archive else {})}
    made: dict[str, bytes | Path] = {stdlib: bundle.stdlib.archive, client: bundle.data, **packages.files}
    named = (shared.pyodide, shared.maker_digest, stdlib, *archives.values(), routes)
    subject = SnapshotSubject(
        digest(text.encode() for text in named),
        routes,
        bundle.stdlib.archive,
        {path: made[name] for path, name in archives.items()},
        _ASSETS / "pyodide",
        shared.maker,
    )
    snapshot = find_snapshot(subject)
    parts = (shared.capture, shared.runtime, shared.pyodide, stdlib, client, *sorted(packages.files))
    return ClientAssets(
        capture=shared.capture,
        start=f"{PREFIX}/{shared.runtime}/{_RUNTIME_FILES[0]}",
        runtime=f"{PREFIX}/{shared.runtime}/{_RUNTIME_FILES[1]}",
        takeover=f"{PREFIX}/{shared.runtime}/{_RUNTIME_FILES[2]}",
        pyodide=f"{PREFIX}/{shared.pyodide}/",
        stdlib=f"{PREFIX}/{stdlib}",
        archives={path: f"{PREFIX}/{name}" for path, name in archives.items()},
        packages=packages,
        load=packages.compiled_for(bundle.early),
        info=shared.info,
        snapshot=snapshot,
        build=digest(text.encode() for text in parts),
        files={**shared.files, **made, **({snapshot.file.name: snapshot.file} if snapshot else {})},
        ships=bundle.has,
    )


def fetched_at_start(assets: ClientAssets) -> list[str]:
    """Lists the paths, from the app's base, of what the runtime loads when a page starts.

    Args:
        assets: the client assets; all of Python's code may be in the snapshot.
    """
    snapshot = assets.snapshot
    names = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
    files = [assets.start, assets.runtime, *(f"{assets.pyodide}{name}" for name in names)]
    if snapshot is not None:
        files.append(f"{PREFIX}/{snapshot.file.name}")
    if snapshot is None or snapshot.problem:
        files += [assets.stdlib, *assets.archives.values()]
    return files + [f"{PREFIX}/{assets.packages.compiled[name]['file_name']}" for name in assets.load]
