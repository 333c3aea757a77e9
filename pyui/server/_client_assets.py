"""What the browser loads besides the page: the runtime, Pyodide and the client bundle, under names that hold hashes."""

import functools
from pathlib import Path
from typing import NamedTuple

from pyui._location import Location
from pyui.server._bundle import make_bundle
from pyui.server._digest import digest
from pyui.server._errors import RuntimeAssetsError

PREFIX = "/_pyui"
"""The path of the assets below the app's base."""

PYODIDE_VERSION = "314.0.7"

_ASSETS = Path(__file__).resolve().parent.parent / "build" / "assets"
_PYODIDE_FILES = ("pyodide-lock.json", "pyodide.asm.mjs", "pyodide.asm.wasm", "pyodide.mjs", "python_stdlib.zip")


class RuntimeAssets(NamedTuple):
    """The assets that are the same for all apps.

    Args:
        runtime: the name of the runtime script.
        pyodide: the name of the folder of Pyodide.
        files: the files by their path below `PREFIX`.
    """

    runtime: str
    pyodide: str
    files: dict[str, Path]


class ClientAssets(NamedTuple):
    """The assets of an app.

    Args:
        runtime: the path of the runtime script, from the app's base.
        pyodide: the path of the folder of Pyodide, with a slash at its end.
        bundle: the path of the client bundle.
        build: the build id: a hash of all of them.
        files: the contents or the files, by their path below `PREFIX`.
        modules: the names of the user's modules in the bundle.
    """

    runtime: str
    pyodide: str
    bundle: str
    build: str
    files: dict[str, bytes | Path]
    modules: frozenset[str]


@functools.cache
def runtime_assets() -> RuntimeAssets:
    """Finds and hashes the assets that come with pyui.

    Raises:
        RuntimeAssetsError: this installation does not have them.
    """
    script, folder = _ASSETS / "runtime.js", _ASSETS / "pyodide"
    files = [folder / name for name in _PYODIDE_FILES]
    missing = [str(file) for file in (script, *files) if not file.is_file()]
    if missing:
        what = f"The files {', '.join(missing)} are missing."
        raise RuntimeAssetsError(what, "In a checkout of pyui, run `make setup`; else install pyui again.")
    runtime = f"runtime.{digest([script.read_bytes()])}.js"
    # The files in the folder load each other by name, so the hash is that of the folder.
    pyodide = f"pyodide-{PYODIDE_VERSION}-{digest(file.read_bytes() for file in files)}"
    return RuntimeAssets(runtime, pyodide, {runtime: script, **{f"{pyodide}/{file.name}": file for file in files}})


def client_assets(routes_module: str, where: Location | None = None) -> ClientAssets:
    """Makes the assets of an app.

    Args:
        routes_module: the dotted name of the module that holds its routes.
        where: the place that names it, for errors.

    Raises:
        RuntimeAssetsError: this installation does not have the assets of the runtime.
        BuildError: the client bundle cannot be made.
    """
    shared = runtime_assets()
    bundle = make_bundle(routes_module, where)
    name = f"client.{bundle.digest}.zip"
    return ClientAssets(
        runtime=f"{PREFIX}/{shared.runtime}",
        pyodide=f"{PREFIX}/{shared.pyodide}/",
        bundle=f"{PREFIX}/{name}",
        build=digest(text.encode() for text in (shared.runtime, shared.pyodide, name)),
        files={**shared.files, name: bundle.data},
        modules=bundle.modules,
    )
