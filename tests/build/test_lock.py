"""`pyui lock`: what it resolves, for which machine, and what it says where that cannot be."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from build_tools.paths import ROOT
from pyui.server._client_assets import runtime_assets
from pyui.server._client_packages import client_packages


def linked(*libraries: str) -> bytes:
    """Returns a module of WebAssembly that says what it is linked with, in its section `dylink.0`."""
    names = bytes([len(libraries)]) + b"".join(bytes([len(name)]) + name.encode() for name in libraries)
    section = b"\x08dylink.0" + bytes([1, 4, 0, 0, 0, 0]) + bytes([2, len(names)]) + names
    return b"\0asm\1\0\0\0" + bytes([0, len(section)]) + section


def wheel(folder: Path, name: str, requires: tuple[str, ...] = (), tag: str = "py3-none-any", **files: bytes) -> None:
    """Writes a wheel of version 1.0."""
    folder.mkdir(exist_ok=True)
    about = f"{name}-1.0.dist-info"
    metadata = "".join(f"Requires-Dist: {each}\n" for each in requires) + "Provides-Extra: fast\nProvides-Extra: slow\n"
    contents: dict[str, str | bytes] = {
        f"{name}.py": "",
        **{file.replace("_so", ".so"): content for file, content in files.items()},
        f"{about}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n{metadata}",
        f"{about}/WHEEL": f"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: {tag}\n",
        f"{about}/RECORD": "",
    }
    with zipfile.ZipFile(folder / f"{name}-1.0-{tag}.whl", "w") as archive:
        for file, content in contents.items():
            archive.writestr(file, content)


def lock(project: Path, *requirements: str) -> subprocess.CompletedProcess[str]:
    """Runs `pyui lock` with no other index than the folder `found`."""
    listed = "".join(f"    {json.dumps(each)},\n" for each in requirements)
    (project / "pyproject.toml").write_text(f"[tool.pyui]\nclient-dependencies = [\n{listed}]\n")
    environment = {**os.environ, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": "", "PYUI_CACHE": str(project / "cache")}
    environment |= {"PYTHONPATH": str(ROOT), "PYUI_PYODIDE_PACKAGES": "http://127.0.0.1:9/"}
    (project / "found").mkdir(exist_ok=True)
    command = [sys.executable, "-m", "pyui", "lock", str(project), "--find-links", str(project / "found")]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def test_it_pins_what_the_browsers_python_needs(tmp_path: Path) -> None:
    markers = (
        "everywhere",
        'in_browsers; sys_platform == "emscripten" and platform_machine == "wasm32"',
        'on_machines; sys_platform != "emscripten"',
        'newer; python_version >= "3.14"',
        'extra_one; extra == "fast"',
        'extra_two; extra == "slow"',
    )
    wheel(tmp_path / "found", "top", markers)
    for name in ("everywhere", "in_browsers", "newer", "extra_one", "extra_two"):
        wheel(tmp_path / "found", name)
    wheel(tmp_path / "found", "everywhere", tag="cp314-cp314-pyemscripten_2026_0_wasm32", everywhere_so=linked())
    done = lock(tmp_path, "top[fast]>=1")
    assert done.returncode == 0, done.stderr
    file = tmp_path / "pyodide-lock.json"
    packages = json.loads(file.read_bytes())["packages"]
    assert set(packages) == {"top", "everywhere", "in-browsers", "newer", "extra-one"}
    assert packages["top"]["depends"] == ["everywhere", "extra-one", "in-browsers", "newer"]
    assert packages["everywhere"]["file_name"].endswith("wasm32.whl"), "compiled, where there is such a wheel"
    assert file.read_bytes().endswith(b"}\n")
    assert str(tmp_path) not in file.read_text()
    found = client_packages(tmp_path / "routes.py", runtime_assets().info, None)
    assert found.imports["in_browsers"] == "in-browsers"
    first = file.read_bytes()
    lock(tmp_path, "top[fast]>=1")
    assert file.read_bytes() == first


WRONG = {
    "unknown": ("nowhere>=2", "PYUI617", "No matching distribution found for nowhere>=2"),
    "no requirement": ("one two", "PYUI617", '"one two" is no requirement'),
    "of another machine": ("native", "PYUI617", "No matching distribution found for native"),
    "not here": ("./lib", "PYUI617", "could not be built"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_is_said_with_its_line(tmp_path: Path, name: str) -> None:
    requirement, code, says = WRONG[name]
    wheel(tmp_path / "found", "fine")
    wheel(tmp_path / "found", "native", tag="cp314-cp314-manylinux_2_28_x86_64")
    done = lock(tmp_path, "fine", requirement)
    assert done.returncode == 1
    assert f"[{code}]" in done.stderr
    assert says in done.stderr
    assert f"{tmp_path}/pyproject.toml:4" in done.stderr
    assert not (tmp_path / "pyodide-lock.json").exists()


@pytest.mark.parametrize(
    ("content", "says"),
    [(linked("libm2.so"), "is linked with libm2.so, which is not in it"), (b"ELF", "is not a WASM file")],
    ids=["linked", "of another machine"],
)
def test_a_wheel_that_could_not_run_is_refused(tmp_path: Path, content: bytes, says: str) -> None:
    wheel(tmp_path / "found", "quick", tag="cp314-cp314-pyemscripten_2026_0_wasm32", quick_so=content)
    done = lock(tmp_path, "quick")
    assert "[PYUI617]" in done.stderr
    assert says in done.stderr


BACKEND = """
import zipfile
TAG = "{}"
def build_wheel(folder, settings=None, metadata=None):
    name = f"ours-1.0-{{TAG}}.whl"
    with zipfile.ZipFile(f"{{folder}}/{{name}}", "w") as archive:
        for file, text in (("ours.py", ""), ("METADATA", "Metadata-Version: 2.1\\nName: ours\\nVersion: 1.0\\n"),
                           ("WHEEL", f"Wheel-Version: 1.0\\nTag: {{TAG}}\\nRoot-Is-Purelib: true\\n"), ("RECORD", "")):
            path = file if file.endswith(".py") else f"ours-1.0.dist-info/{{file}}"
            archive.writestr(zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0)), text)
    return name
"""


def source(folder: Path, tag: str) -> None:
    """Writes a package with a build backend of its own, which needs nothing."""
    folder.mkdir()
    (folder / "backend.py").write_text(BACKEND.format(tag))
    (folder / "pyproject.toml").write_text(
        '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n'
        '[project]\nname = "ours"\nversion = "1.0"\n'
    )


def test_a_package_that_is_there_as_source_is_built(tmp_path: Path) -> None:
    source(tmp_path / "ours", "py3-none-any")
    done = lock(tmp_path, "./ours")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "wheels" / "ours-1.0-py3-none-any.whl").is_file(), "to be committed with the lock file"
    assert client_packages(tmp_path / "routes.py", runtime_assets().info, None).versions == {"ours": "1.0"}


def test_one_that_is_compiled_needs_the_environment_for_that(tmp_path: Path) -> None:
    source(tmp_path / "ours", "cp313-cp313-linux_x86_64")
    done = lock(tmp_path, "./ours")
    assert "is compiled, for this machine" in done.stderr
    assert "pyodide xbuildenv install" in done.stderr


def test_without_the_extra_it_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "pyodide_build.py").write_text("raise ModuleNotFoundError(name='pyodide_build')")
    (tmp_path / "pyproject.toml").write_text("[tool.pyui]\nclient-dependencies = []\n")
    environment = {**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"}
    command = [sys.executable, "-m", "pyui", "lock", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert "[PYUI622] `pyui lock` needs the package pyodide_build" in done.stderr
