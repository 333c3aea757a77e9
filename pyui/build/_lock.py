"""Resolves the client packages of a project and writes its lock file: `pyui lock`.

pip finds the wheels, in the user's own indexes and, for compiled packages, in that of Pyodide's distribution, which
pyodide-build writes; auditwheel-emscripten tells what compiled modules are linked with; pyodide-lock writes the file.
None of this needs the environment that pyodide-build downloads. To compile something does: `_source_wheels.py`.

Needs the extra `client-packages`.
"""

import os
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from shutil import copyfile
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

import attrs
from auditwheel_emscripten import show
from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name
from pyodide_build.create_package_index import create_package_index  # pyright: ignore[reportMissingTypeStubs]
from pyodide_lock import InfoSpec, PackageSpec, PyodideLockSpec, parse_top_level_import_name

from pyui.build._pip import marker_values, resolve
from pyui.build._source_wheels import build_wheel
from pyui.server._client_assets import PYODIDE_VERSION
from pyui.server._client_lock import LOCK_FILE, LockedPackage
from pyui.server._errors import ClientDependenciesError
from pyui.server._project import Project
from pyui.server._project import Requirement as ClientRequirement
from pyui.server._stdlib import FOLDER as PYODIDE_FOLDER
from pyui.server._wheels import find_wheels

PACKAGES_VARIABLE = "PYUI_PYODIDE_PACKAGES"
"""The environment variable that says where Pyodide's distribution is: the URL of a folder, with a slash at its end."""

_DISTRIBUTION = f"https://cdn.jsdelivr.net/pyodide/v{PYODIDE_VERSION}/full/"
_WHEELS = "wheels"  # the folder beside the lock file for wheels that no index has


def write_lock(project: Project, find_links: Sequence[Path] = ()) -> dict[str, str]:
    """Resolves the client packages of a project, fetches their wheels, and writes the lock file.

    Args:
        project: the project.
        find_links: folders with wheels to take before those of the indexes.

    Returns:
        The versions of the packages, by name.

    Raises:
        ClientDependenciesError: a requirement is none, or nothing fits to all of them.
        WheelError: a wheel cannot be fetched.
    """
    distribution = PyodideLockSpec.from_json(PYODIDE_FOLDER / "pyodide-lock.json")
    info, folder = distribution.info.to_dict(), project.file.parent
    base = os.environ.get(PACKAGES_VARIABLE, _DISTRIBUTION)
    with tempfile.TemporaryDirectory() as made:
        wanted = [_requirement(requirement, project, Path(made)) for requirement in project.requirements]
        create_package_index(
            {name: package for name, package in distribution.packages.items() if "-none-any" not in package.file_name},
            Path(made),
            base,
        )
        links = [link.resolve() for link in (*find_links, folder / _WHEELS, Path(made)) if link.is_dir()]
        found = resolve(wanted, project, info, (Path(made) / "package_index").as_uri(), links)
        locked = [_locked(item, folder, base, links) for item in found]
    wheels = find_wheels(locked, folder, info, project.where)
    names = set(wheels)
    packages = [
        _package(package, wheels[package.name], names & set(_dependencies(item, info)), project)
        for package, item in zip(locked, found, strict=True)
    ]
    shared = _add_shared_libraries(packages, distribution, base)
    spec = PyodideLockSpec(
        InfoSpec.from_dict(info),
        {package.name: package for package in sorted([*packages, *shared], key=lambda package: package.name)},
        {"pyui": {"requirements": [requirement.text for requirement in project.requirements]}},
    )
    file = project.file.with_name(LOCK_FILE)
    spec.to_json(file, indent=2)
    with file.open("a", encoding="utf-8") as stream:
        stream.write("\n")
    return {package.name: package.version for package in packages}


def _requirement(wanted: ClientRequirement, project: Project, made: Path) -> str:
    """Returns what pip is asked for; a package that is there as source is built."""
    text, where = wanted
    if text.startswith("."):
        wheel = build_wheel(project.file.parent / text, made, where)
        name, version = wheel.name.split("-")[:2]
        return f"{name}=={version}"
    try:
        Requirement(text)
    except InvalidRequirement as error:
        what = f'"{text}" is no requirement: {error}.'
        raise ClientDependenciesError(what, 'Write it as in "markdown-it-py>=4".', where=where) from error
    return text


def _locked(item: dict[str, Any], folder: Path, base: str, links: Sequence[Path]) -> LockedPackage:
    """Returns the lock file's entry of a wheel, as far as it is needed to fetch it.

    What is in no index, and at no address, is copied into a folder beside the lock file.
    """
    metadata, found = item["metadata"], item["download_info"]
    whole: str = found["url"]
    url = urlsplit(whole)
    source = Path(url2pathname(url.path))
    name, digest = canonicalize_name(metadata["name"]), found["archive_info"]["hashes"]["sha256"]
    file_name, address = source.name, ""
    if url.scheme != "file":
        address = whole if item["is_direct"] or whole.startswith(base) else ""
    elif item["is_direct"] or source.parent.resolve() in links:
        file_name = f"{_WHEELS}/{source.name}"
        if source.resolve() != (folder / file_name).resolve():
            (folder / _WHEELS).mkdir(exist_ok=True)
            copyfile(source, folder / file_name)
    return LockedPackage(name, metadata["version"], file_name, digest, (), (), address)


def _package(locked: LockedPackage, wheel: Path, depends: set[str], project: Project) -> PackageSpec:
    if locked.is_compiled and not locked.url:
        _audit(wheel, project)
    return PackageSpec(
        name=locked.name,
        version=locked.version,
        file_name=locked.file_name,
        install_dir="site",
        sha256=locked.sha256,
        imports=sorted(parse_top_level_import_name(wheel) or ()),
        depends=sorted(depends),
        tool={"pyui": {"url": locked.url}} if locked.url else {},
    )


def _dependencies(item: dict[str, Any], info: dict[str, Any]) -> Iterator[str]:
    values = marker_values(info)
    for text in item["metadata"].get("requires_dist", ()):
        requirement = Requirement(text)
        extras = ("", *item.get("requested_extras", ()))
        if requirement.marker is None or any(requirement.marker.evaluate({**values, "extra": x}) for x in extras):
            yield canonicalize_name(requirement.name)


def _audit(wheel: Path, project: Project) -> None:
    """Refuses a wheel whose modules are linked with a library that is not in it."""
    with tempfile.TemporaryDirectory() as unpacked:
        # It takes wheels as well, and unpacks them with a program that need not be on the PATH.
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(unpacked)
        try:
            linked: dict[str, tuple[list[str], list[str]]] = show(unpacked)
        except RuntimeError as error:
            what = f"{wheel.name} holds something else than WebAssembly: {str(error).replace(unpacked, '')}."
            raise ClientDependenciesError(what, "Take another version of it.", where=project.where) from error
    there = {name.rpartition("/")[2] for name in linked}
    missing = sorted({library for needed, _ in linked.values() for library in needed} - there)
    if missing:
        what = f"{wheel.name} is linked with {', '.join(missing)}, which is not in it."
        fix = "Take another version, or repair the wheel with `pyodide auditwheel repair`."
        raise ClientDependenciesError(what, fix, where=project.where)


def _add_shared_libraries(packages: list[PackageSpec], distribution: PyodideLockSpec, base: str) -> list[PackageSpec]:
    """Returns the libraries that packages of Pyodide's distribution are linked with: no metadata of a wheel names them.

    The packages are made to depend on them.
    """
    found: dict[str, PackageSpec] = {}
    pending = list(packages)
    while pending:
        package = pending.pop()
        known = distribution.packages.get(package.name)
        if known is None or known.sha256 != package.sha256:
            continue
        for name in known.depends:
            library = distribution.packages[canonicalize_name(name)]
            if library.package_type == "shared_library":
                package.depends = sorted({*package.depends, name})
                if name not in found:
                    found[name] = attrs.evolve(library, depends=[], tool={"pyui": {"url": base + library.file_name}})
                    pending.append(found[name])
    return list(found.values())
