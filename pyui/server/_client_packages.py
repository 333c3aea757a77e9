"""The client packages of an app: what others have written and the browser gets, as the project's lock file pins it."""

import importlib.metadata
import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from pyui._location import Location
from pyui.server._archive import pack
from pyui.server._client_lock import ClientLock, LockedPackage, read_lock
from pyui.server._digest import digest
from pyui.server._errors import PackageVersionError
from pyui.server._project import Project, find_project, read_project
from pyui.server._stdlib import imported_by
from pyui.server._wheels import find_wheels

ABOUT = "client-packages.json"
"""The file that a build writes beside the packages, for servers that have its output and not the project."""

_LEFT_OUT = re.compile(r"[^/]+\.data/|[^/]+\.dist-info/(?!METADATA$|entry_points\.txt$)|.*\.(py[ic]|so)$|.*/$")


class ClientPackages(NamedTuple):
    """The packages.

    Args:
        key: a hash of the lock file.
        versions: their versions, by name.
        imports: for each module or package that can be imported at the top, the name of its package.
        depends: the packages that each needs.
        standard: the modules of the standard library that those of pure Python import.
        archive: the name of the archive of those of pure Python; empty where there is none.
        compiled: what Pyodide's lock file would say of the others, by name; `file_name` is the path below the assets.
        files: the archive and the files of the compiled ones, by their path below the assets.
    """

    key: str
    versions: dict[str, str]
    imports: dict[str, str]
    depends: dict[str, list[str]]
    standard: list[str]
    archive: str
    compiled: dict[str, dict[str, Any]]
    files: dict[str, bytes | Path]

    def about(self) -> str:
        """Returns the text of the file `ABOUT`."""
        return json.dumps(self._replace(files={})._asdict()) + "\n"

    def compiled_for(self, modules: Iterable[str]) -> list[str]:
        """Returns the compiled packages that modules need, with what those need.

        Args:
            modules: the dotted names of the modules.
        """
        tops = {module.partition(".")[0] for module in modules}
        pending = [self.imports[top] for top in sorted(tops & self.imports.keys())]
        found: set[str] = set()
        while pending:
            name = pending.pop()
            if name not in found:
                found.add(name)
                pending += self.depends[name]
        return sorted(found & self.compiled.keys())


NO_PACKAGES = ClientPackages("", {}, {}, {}, [], "", {}, {})


def client_packages(routes_file: Path | None, info: dict[str, Any], built: Path | None) -> ClientPackages:
    """Finds the client packages of an app: those of its project, or where there is no project, those of a build.

    Args:
        routes_file: the file of its routes module; the project lies above it.
        info: what Pyodide's own lock file says of its Python.
        built: the assets that a build wrote, where the server has some.

    Raises:
        BuildError: the project, its lock file or a wheel is wrong, or the environment has other versions.
    """
    file = find_project(routes_file) if routes_file is not None else None
    project = read_project(file) if file is not None else None
    there = (_of_build(built) if built is not None else None) or NO_PACKAGES
    if project is None or not project.requirements:
        _check_environment(there.versions, None)
        return there
    lock = read_lock(project, info)
    _check_environment({name: package.version for name, package in lock.packages.items()}, project.where)
    key = digest([lock.file.read_bytes()])
    return there if there.key == key else _of_lock(lock, key, project, info)


def _of_lock(lock: ClientLock, key: str, project: Project, info: dict[str, Any]) -> ClientPackages:
    wheels = find_wheels(lock.packages.values(), lock.file.parent, info, project.where)
    pure = [wheels[name] for name, found in sorted(lock.packages.items()) if not found.is_compiled]
    contents = dict(sorted(entry for wheel in pure for entry in _contents(wheel)))
    parts = (part for name, content in contents.items() for part in (name.encode(), content))
    archive = f"packages.{digest(parts)}.zip" if contents else ""
    compiled = {name: found for name, found in lock.packages.items() if found.is_compiled}
    files: dict[str, bytes | Path] = {_path(found): wheels[name] for name, found in compiled.items()}
    return ClientPackages(
        key,
        {name: found.version for name, found in lock.packages.items()},
        {top: name for name, found in lock.packages.items() for top in found.imports},
        {name: list(found.depends) for name, found in lock.packages.items()},
        sorted(imported_by(content for name, content in contents.items() if name.endswith(".py"))),
        archive,
        {name: _entry(found, compiled) for name, found in compiled.items()},
        {**files, **({archive: pack(contents)} if archive else {})},
    )


def _contents(wheel: Path) -> Iterator[tuple[str, bytes]]:
    """Yields the files of a wheel that a program may want: modules, data, its metadata."""
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            if _LEFT_OUT.match(name) is None:
                yield name, archive.read(name)


def _path(package: LockedPackage) -> str:
    """Returns where a wheel is served. Pyodide takes its name apart, so that the hash is in the folder's."""
    return f"wheels.{package.sha256[:12]}/{package.file_name.rpartition('/')[2]}"


def _entry(package: LockedPackage, compiled: dict[str, LockedPackage]) -> dict[str, Any]:
    is_wheel = package.file_name.endswith(".whl")
    return {
        "name": package.name,
        "version": package.version,
        "file_name": _path(package),
        "sha256": package.sha256,
        "imports": list(package.imports),
        "depends": [name for name in package.depends if name in compiled],
        "install_dir": "site" if is_wheel else "dynlib",
        "package_type": "package" if is_wheel else "shared_library",
        "unvendored_tests": False,
    }


def _of_build(assets: Path) -> ClientPackages | None:
    """Returns the packages of a build; None where it has none."""
    try:
        found = ClientPackages(**json.loads((assets / ABOUT).read_bytes()))
    except FileNotFoundError:
        return None
    names = [*(entry["file_name"] for entry in found.compiled.values()), *([found.archive] if found.archive else [])]
    return found._replace(files={name: assets / name for name in names})


def _check_environment(versions: Mapping[str, str], where: Location | None) -> None:
    """Refuses what the server renders with another version than the browser."""
    for name, version in versions.items():
        try:
            here = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            continue  # it is imported in the browser alone
        if here != version:
            what = f"The server has {name} {here}, and browsers get {version}, which is locked."
            fix = f"`pip install {name}=={version}`, or run `pyui lock` and build again: pages have to be the same."
            raise PackageVersionError(what, fix, where=where)
