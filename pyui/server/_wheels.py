"""The wheels of the client packages: fetched once, checked by their hashes, and kept in the cache folder."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

from pyui._location import Location
from pyui.server._cache import cache_folder
from pyui.server._client_lock import LockedPackage
from pyui.server._errors import WheelError

_SECONDS = 300
_SHOWN = 2000  # characters of the end of what pip wrote


def pip_target(info: dict[str, Any]) -> list[str]:
    """Returns the options that have pip look for wheels that run in the browser.

    Args:
        info: what Pyodide's own lock file says of its Python.
    """
    major, minor = info["python"].split(".")[:2]
    platforms = (f"pyemscripten_{info['abi_version']}_{info['arch']}", f"{info['platform']}_{info['arch']}", "any")
    abis = (f"cp{major}{minor}", "abi3", "none")
    options = ["--only-binary=:all:", "--implementation=cp", f"--python-version={major}.{minor}"]
    return [*options, *(f"--abi={abi}" for abi in abis), *(f"--platform={platform}" for platform in platforms)]


def find_wheels(
    packages: Iterable[LockedPackage], folder: Path, info: dict[str, Any], where: Location | None
) -> dict[str, Path]:
    """Returns the wheels of packages, by name. Those that are not in the cache are fetched.

    Args:
        packages: the packages.
        folder: the folder of the lock file.
        info: what Pyodide's own lock file says of its Python.
        where: the place that asks for them, for errors.

    Raises:
        WheelError: there is no such wheel, or it is another one than was locked.
    """
    files = {package: _place(package, folder) for package in packages}
    missing = [package for package, file in files.items() if "/" not in package.file_name and not file.is_file()]
    if missing:
        kept = cache_folder() / "wheels"
        kept.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".new-", dir=kept) as made:
            _fetch(missing, Path(made), info, where)
            for package in missing:
                found = _checked(Path(made) / package.file_name, package, where)
                files[package].parent.mkdir(exist_ok=True)
                found.replace(files[package])
    return {package.name: _checked(file, package, where) for package, file in files.items()}


def _place(package: LockedPackage, folder: Path) -> Path:
    if "/" in package.file_name:
        return folder / package.file_name
    return cache_folder() / "wheels" / package.sha256 / package.file_name


def _fetch(packages: Sequence[LockedPackage], folder: Path, info: dict[str, Any], where: Location | None) -> None:
    for package in packages:
        if package.url:
            _fetch_from(package, folder, where)
    indexed = [package for package in packages if not package.url]
    if indexed:
        _fetch_by_pip(indexed, folder, info, where)


def _fetch_from(package: LockedPackage, folder: Path, where: Location | None) -> None:
    try:
        with urlopen(package.url, timeout=_SECONDS) as answer, (folder / package.file_name).open("wb") as file:  # noqa: S310 - a URL that was locked
            shutil.copyfileobj(answer, file)
    except (URLError, OSError, ValueError) as error:
        what = f"The wheel of {package.name} {package.version} could not be fetched from {package.url}: {error}."
        fix = "Try again, or put the wheel into a folder and run `pyui lock --find-links FOLDER`."
        raise WheelError(what, fix, where=where) from error


def _fetch_by_pip(
    packages: Sequence[LockedPackage], folder: Path, info: dict[str, Any], where: Location | None
) -> None:
    names = ", ".join(f"{package.name} {package.version}" for package in packages)
    if find_spec("pip") is None:
        what = f"The wheels of {names} are not in the cache, and there is no pip to fetch them."
        raise WheelError(what, "`pip install pyui[client-packages]`.", where=where)
    pins = "".join(f"{package.name}=={package.version} --hash=sha256:{package.sha256}\n" for package in packages)
    (folder / "pins.txt").write_text(pins, encoding="utf-8")
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes", "--no-input"]
    command += [*pip_target(info), f"--dest={folder}", f"--requirement={folder / 'pins.txt'}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=_SECONDS)  # noqa: S603 - ours
    if done.returncode:
        what = f"The wheels of {names} could not be fetched:\n{done.stderr.strip()[-_SHOWN:]}\n"
        fix = "Where a hash is another one than is locked, find out who changed the wheel before you lock anew."
        raise WheelError(what, fix, where=where)


def _checked(file: Path, package: LockedPackage, where: Location | None) -> Path:
    if not file.is_file():
        what = f"The wheel {package.file_name} of {package.name}, which the lock file names, is not there."
        raise WheelError(what, "Commit it with the lock file, or run `pyui lock`.", where=where)
    found = sha256(file.read_bytes()).hexdigest()
    if found != package.sha256:
        what = f"The wheel {package.file_name} has the hash {found}, and {package.sha256} is locked."
        raise WheelError(what, "Find out who changed it; then run `pyui lock`.", where=where)
    return file
