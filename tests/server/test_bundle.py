"""The client bundle: what is in it, and that equal files give equal bytes."""

import os
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from build_tools.paths import ROOT
from pyui.server import _bundle
from pyui.server._bundle import make_bundle

ROUTES = "tests.sample_app.routes"


def test_holds_the_shipped_part_of_pyui_and_the_closure() -> None:
    bundle = make_bundle(ROUTES)
    names = set(bundle.names)
    assert {"pyui/__init__.pyc", "pyui/html.pyc", "pyui/router/_link.pyc", "pyui/view/_render.pyc"} <= names
    assert {name for name in names if name.startswith("pyui/") and name.endswith(".py")} == {
        "pyui/browser/_modules.py",
        "pyui/view/_compiled.py",
    }, "what is written for each app"
    assert {name for name in names if not name.startswith("pyui/")} == {
        "tests/__init__.py",
        "tests/sample_app/__init__.py",
        "tests/sample_app/pages.py",
        "tests/sample_app/routes.py",
    }
    for folder in ("server", "build", "cli", "testing"):
        assert not any(name.startswith(f"pyui/{folder}") for name in names)


def test_names_the_users_modules_for_the_codec() -> None:
    bundle = make_bundle(ROUTES)
    modules = {"tests", "tests.sample_app", "tests.sample_app.pages", "tests.sample_app.routes"}
    assert bundle.modules == modules
    namespace: dict[str, object] = {}
    with zipfile.ZipFile(BytesIO(bundle.data)) as archive:
        exec(archive.read("pyui/browser/_modules.py"), namespace)
    assert namespace["MODULES"] == modules


def test_archive_is_complete_and_has_no_times() -> None:
    bundle = make_bundle(ROUTES)
    with zipfile.ZipFile(BytesIO(bundle.data)) as archive:
        assert archive.testzip() is None
        assert tuple(archive.namelist()) == bundle.names == tuple(sorted(bundle.names))
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        content = archive.read("tests/sample_app/routes.py")
    assert content == (ROOT / "tests" / "sample_app" / "routes.py").read_bytes()


def test_a_module_that_was_changed_ships_as_source(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = {**_bundle._compiled(), "pyui/html.pyc": ("0" * 64, b"of an older source")}
    monkeypatch.setattr(_bundle, "_compiled", lambda: compiled)
    names = make_bundle(ROUTES).names
    assert "pyui/html.py" in names
    assert "pyui/html.pyc" not in names
    assert set(make_bundle(ROUTES, bytecode=False).names) == {name.replace(".pyc", ".py") for name in names}


def test_same_bytes_in_another_process_with_other_times_and_hashes() -> None:
    bundle = make_bundle(ROUTES)
    code = (
        "import sys; from pyui.server._bundle import make_bundle\n"
        f"sys.stdout.buffer.write(make_bundle({ROUTES!r}).data)"
    )
    (ROOT / "tests" / "sample_app" / "pages.py").touch()
    environment = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": str(ROOT)}
    other = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, check=True)
    assert other.stdout == bundle.data


def test_runs_without_the_folders_that_stay(tmp_path: Path) -> None:
    """The archive alone, in a process that sees nothing else, renders a page."""
    archive = tmp_path / "client.zip"
    archive.write_bytes(make_bundle(ROUTES, bytecode=False).data)
    code = (
        f"import sys; sys.path.insert(0, {str(archive)!r})\n"
        "from pyui.router import match_route, page_node\n"
        "from pyui.view import render_page\n"
        "from tests.sample_app.routes import routes\n"
        "match = match_route(routes, '/products/7')\n"
        "print(render_page(page_node(match, {'name': 'chair'}, '..')).html)\n"
        "assert not [name for name in sys.modules if name.startswith(('starlette', 'dominate', 'pyui.server'))]\n"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-I", "-c", code], cwd="/", capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert "7: chair" in done.stdout
