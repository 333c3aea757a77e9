"""Client packages: what a project asks for, what its lock file says, the wheels, and what is made of them."""

import json
import zipfile
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from pyui import App
from pyui.build import build_site
from pyui.errors import PyuiError
from pyui.server import (
    ClientDependenciesError,
    ClientLockError,
    PackageVersionError,
    PrerenderFallback,
    RenderMode,
    ServerRoute,
    WheelError,
)
from pyui.server._client_assets import fetched_at_start, runtime_assets
from pyui.server._client_packages import NO_PACKAGES, client_packages
from pyui.server._project import find_project, read_project

type MakeProject = Callable[..., Path]


def write_wheel(file: Path, contents: dict[str, str]) -> str:
    """Writes a wheel and returns its hash."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(file, "w") as wheel:
        for name, text in contents.items():
            wheel.writestr(name, text)
    return sha256(file.read_bytes()).hexdigest()


def entry(name: str, file: str, digest: str, depends: tuple[str, ...] = ()) -> dict[str, Any]:
    return {
        "name": name,
        "version": "1.0",
        "file_name": file,
        "sha256": digest,
        "imports": [name],
        "depends": list(depends),
    }


CHARTS = {
    "charts/__init__.py": "import csv, json as J\nfrom . import lines\n",
    "charts/lines.py": "def f():\n    from graphlib import TopologicalSorter\n",
    "charts/colors.txt": "red",
    "charts/_fast.pyi": "",
    "charts-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: charts\nVersion: 1.0\n",
    "charts-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    "charts-1.0.dist-info/RECORD": "",
}
PURE, COMPILED = "wheels/charts-1.0-py3-none-any.whl", "wheels/quick-1.0-cp314-cp314-pyemscripten_2026_0_wasm32.whl"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a package of pure Python, which needs a compiled one; both wheels lie beside the lock file."""
    pure = entry("charts", PURE, write_wheel(tmp_path / PURE, CHARTS), ("quick",))
    compiled = entry("quick", COMPILED, write_wheel(tmp_path / COMPILED, {"quick/_c.so": "wasm"}))
    write_lock(tmp_path, {"charts": pure, "quick": compiled})
    (tmp_path / "pyproject.toml").write_text('[tool.pyui]\nclient-dependencies = [\n    "charts",\n]\n')
    return tmp_path


def write_lock(folder: Path, packages: dict[str, Any], requirements: tuple[str, ...] = ("charts",)) -> None:
    about = {"info": runtime_assets().info, "packages": packages, "tool": {"pyui": {"requirements": requirements}}}
    (folder / "pyodide-lock.json").write_text(json.dumps(about))


def found(folder: Path) -> Any:
    return client_packages(folder / "shop" / "routes.py", runtime_assets().info, None)


def test_pure_python_goes_into_an_archive_and_the_rest_is_served(project: Path) -> None:
    packages = found(project)
    with zipfile.ZipFile(BytesIO(packages.files[packages.archive])) as archive:
        names = archive.namelist()
    assert names == sorted(name for name in CHARTS if not name.endswith((".pyi", "RECORD", "WHEEL")))
    assert packages.imports == {"charts": "charts", "quick": "quick"}
    assert set(packages.standard) == {"csv", "json", "graphlib"}
    (place,) = set(packages.files) - {packages.archive}
    assert packages.files[place] == project / COMPILED
    assert packages.compiled["quick"]["file_name"] == place
    assert place.startswith("wheels.")
    assert packages.compiled_for(["charts.lines"]) == ["quick"]
    assert packages.compiled_for(["other"]) == []
    assert found(project) == packages, "the same bytes each time"


def test_the_project_is_the_nearest_one(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").touch()
    assert find_project(tmp_path / "a" / "b.py") == tmp_path / "pyproject.toml"
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "pyproject.toml").touch()
    assert find_project(tmp_path / "a" / "b.py") == tmp_path / "a" / "pyproject.toml"
    assert found(tmp_path) == NO_PACKAGES


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ('[tool.pyui]\nclient-dependencies = "charts"\n', 2, "no list"),
        ("[tool.pyui]\n\nclient-dependencies = [1]\n", 3, "no text"),
        ("[tool.pyui\n", 1, "cannot be read"),
    ],
)
def test_what_is_no_list_of_requirements(tmp_path: Path, text: str, line: int, says: str) -> None:
    file = tmp_path / "pyproject.toml"
    file.write_text(text)
    with pytest.raises(ClientDependenciesError, match=says) as caught:
        read_project(file)
    assert caught.value.where == (str(file), line)


def change(project: Path, edit: Callable[[dict[str, Any]], object]) -> None:
    file = project / "pyodide-lock.json"
    about = json.loads(file.read_text())
    edit(about)
    file.write_text(json.dumps(about))


def add(project: Path) -> None:
    (project / "pyproject.toml").write_text('[tool.pyui]\nclient-dependencies = [\n    "charts",\n    "more>=1",\n]\n')


def remove(project: Path) -> None:
    change(project, lambda about: about["tool"]["pyui"]["requirements"].append("gone"))


def other_python(project: Path) -> None:
    change(project, lambda about: about["info"].update(python="3.13.1"))


def no_lock(project: Path) -> None:
    (project / "pyodide-lock.json").unlink()


def no_json(project: Path) -> None:
    (project / "pyodide-lock.json").write_text("{")


def other_bytes(project: Path) -> None:
    (project / PURE).write_bytes(b"x")


def no_wheel(project: Path) -> None:
    (project / COMPILED).unlink()


def installed(project: Path) -> None:
    change(project, lambda about: about["packages"].update(mdurl={**about["packages"]["quick"], "name": "mdurl"}))


@pytest.mark.parametrize(
    ("spoil", "error", "line", "says"),
    [
        (add, ClientLockError, 4, '"more>=1" is not in pyodide-lock.json'),
        (remove, ClientLockError, 2, 'still has "gone"'),
        (other_python, ClientLockError, 2, "for Python 3.13.1, and browsers get 3.14"),
        (no_lock, ClientLockError, 2, "there is no pyodide-lock.json"),
        (no_json, ClientLockError, 2, "cannot be read as a lock file"),
        (other_bytes, WheelError, 2, "has the hash 2d711642"),
        (no_wheel, WheelError, 2, "is not there"),
        (installed, PackageVersionError, 2, "The server has mdurl 0.1.2, and browsers get 1.0"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(
    project: Path, spoil: Callable[[Path], None], error: type[PyuiError], line: int, says: str
) -> None:
    spoil(project)
    with pytest.raises(error, match=says) as caught:
        found(project)
    assert caught.value.where == (str(project / "pyproject.toml"), line)


def test_a_wheel_that_no_index_has(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYUI_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", "")
    change(project, lambda about: about["packages"]["charts"].update(file_name=PURE.partition("/")[2]))
    with pytest.raises(WheelError, match=r"charts 1\.0 could not be fetched"):
        found(project)
    monkeypatch.setenv("PIP_FIND_LINKS", str(project / "wheels"))
    assert found(project).versions == {"charts": "1.0", "quick": "1.0"}
    monkeypatch.setenv("PIP_FIND_LINKS", "")
    assert found(project).archive, "it is in the cache"


def test_a_wheel_at_an_address(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYUI_CACHE", str(tmp_path / "cache"))
    url = (project / COMPILED).as_uri()
    name = COMPILED.partition("/")[2]
    change(project, lambda about: about["packages"]["quick"].update(file_name=name, tool={"pyui": {"url": url}}))
    assert found(project).compiled
    (project / COMPILED).unlink()
    assert found(project).compiled, "it is in the cache"
    monkeypatch.setenv("PYUI_CACHE", str(tmp_path / "empty"))
    with pytest.raises(WheelError, match="could not be fetched from file:"):
        found(project)


ROUTES = """from pyui import Route, component, signal
from pyui.html import button
import charts

@component
def Home():
    count = signal(0)
    return button(count, on_click=lambda: count.set(1))

routes = [Route("/", Home)]
"""


def test_a_server_takes_what_a_build_wrote(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "packaged_shop.py").write_text(ROUTES)
    (project / "charts.py").write_text("")  # what the server has installed
    monkeypatch.syspath_prepend(project)
    app = App("packaged_shop:routes", [ServerRoute("/", RenderMode.PRERENDER, fallback=PrerenderFallback.SERVER)])
    out = project / "dist"
    built = build_site(app, out, output="server", budgets={})
    assets = app.assets()
    assert assets.load == ["quick"]
    assert built.sizes is not None
    assert {"packages", "quick-1"} <= {name.partition(".")[0] for name in built.sizes.assets}
    assert fetched_at_start(assets)[-1] == f"/_pyui/{assets.packages.compiled['quick']['file_name']}"
    for name in ("pyproject.toml", "pyodide-lock.json", PURE, COMPILED):
        (project / name).unlink()
    again = App("packaged_shop:routes", prerendered=out).assets()
    assert again.build == assets.build
    assert again.packages.compiled == assets.packages.compiled
    assert all(isinstance(file, Path) and file.is_file() for file in again.packages.files.values())
    about = out / "_pyui" / "client-packages.json"
    about.write_text(about.read_text().replace('"quick": "1.0"', '"mdurl": "1.0"', 1))
    with pytest.raises(PackageVersionError, match="mdurl"):
        App("packaged_shop:routes", prerendered=out).assets()
