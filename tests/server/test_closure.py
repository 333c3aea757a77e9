"""What ships: the import closure of the routes module, and the ways that must not lead out of it."""

import importlib
import sysconfig
from collections.abc import Callable, Iterator, Mapping
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

import pytest

import pyui
from pyui.errors import PyuiError
from pyui.server import CompiledModuleError, ImportStringError, ServerOnlyImportError, UnlistedPackageError
from pyui.server._closure import SERVER_NAMES, Closure

type WritePackage = Callable[[Mapping[str, str]], Path]


@pytest.fixture
def write_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[WritePackage]:
    """A function that writes modules into an importable folder."""
    monkeypatch.syspath_prepend(tmp_path)

    def write(files: Mapping[str, str]) -> Path:
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        importlib.invalidate_caches()
        return tmp_path

    yield write
    importlib.invalidate_caches()


SHOP = {
    "shop/__init__.py": "import shop.setup_\n",
    "shop/setup_.py": "",
    "shop/routes.py": (
        "import os, json\n"
        "import shop.pages.home as home\n"
        "from . import data, missing\n"
        "from .pages import cart, not_a_module\n"
        "from typing import TYPE_CHECKING\n"
        "if TYPE_CHECKING:\n"
        "    from shop import db\n"
        "else:\n"
        "    from shop import fallback\n"
        "def later():\n"
        "    from shop.lazy import x\n"
        "try:\n"
        "    import speedups\n"
        "except ImportError:\n"
        "    import slow\n"
        "import js, pyodide.ffi\n"
        "import plain.space.module\n"
        "import not_there\n"
    ),
    "shop/pages/__init__.py": "",
    "shop/pages/home.py": "from ..data import x\nfrom pyui import component\nfrom pyui.html import div\n",
    "shop/pages/cart.py": "raise SystemExit('must not be run')\n",
    "shop/pages/unused.py": "",
    "shop/data.py": "from shop import routes\n",
    "shop/db.py": "import pyui.server_only\n",
    "shop/fallback.py": "",
    "shop/lazy.py": "",
    "shop/style.css": "",
    "slow.py": "",
    "plain/space/module.py": "",
}


def test_follows_what_runs_and_nothing_else(write_package: WritePackage) -> None:
    folder = write_package({**SHOP, f"speedups{EXTENSION_SUFFIXES[0]}": ""})
    closure = Closure("shop.routes")
    assert closure.files == {
        name: folder / name
        for name in (
            "shop/__init__.py",
            "shop/setup_.py",
            "shop/routes.py",
            "shop/pages/__init__.py",
            "shop/pages/home.py",
            "shop/pages/cart.py",
            "shop/data.py",
            "shop/fallback.py",
            "shop/lazy.py",
            "slow.py",
            "plain/space/module.py",
        )
    }


FORBIDDEN: list[tuple[str, dict[str, str]]] = [
    ("import pyui.server", {}),
    ("from pyui.server import App", {}),
    ("from pyui import App", {}),
    ("from pyui import component, App", {}),
    ("from pyui import server", {}),
    ("import pyui.server_only", {}),
    ("from pyui import server_only", {}),
    ("import pyui.build", {}),
    ("import pyui.cli", {}),
    ("import pyui.testing", {}),
    ("def f():\n    import pyui.server_only", {}),
    ("from store.server import db", {"store/server/__init__.py": "", "store/server/db.py": ""}),
    ("from store.server.deep import db", {"store/server/deep/db.py": ""}),
    ("from server import db", {"server/db.py": ""}),
]


@pytest.mark.parametrize(("statement", "files"), FORBIDDEN)
def test_server_only_code_is_refused_with_the_way_to_it(
    write_package: WritePackage, statement: str, files: dict[str, str]
) -> None:
    folder = write_package(
        {
            "store/routes.py": "\nfrom store import pages\n",
            "store/pages.py": f"import json\n{statement}\n",
            **files,
        }
    )
    with pytest.raises(ServerOnlyImportError) as caught:
        Closure("store.routes")
    text = str(caught.value)
    line = 3 if statement.startswith("def") else 2
    assert f"{folder}/store/routes.py:2 imports store.pages" in text
    assert f"{folder}/store/pages.py:{line} imports " in text
    assert text.index("routes.py:2") < text.index(f"pages.py:{line}")
    assert str(caught.value.where) == f"{folder}/store/pages.py:{line}"


def test_module_named_server_is_no_folder(write_package: WritePackage) -> None:
    write_package({"inn/routes.py": "from inn import server\n", "inn/server.py": ""})
    assert "inn/server.py" in Closure("inn.routes").files


def test_routes_module_in_a_server_folder(write_package: WritePackage) -> None:
    write_package({"depot/server/routes.py": ""})
    with pytest.raises(ServerOnlyImportError, match="server folder"):
        Closure("depot.server.routes")


def test_compiled_module(write_package: WritePackage) -> None:
    write_package({"lab/routes.py": "import fast_\n", f"fast_{EXTENSION_SUFFIXES[0]}": ""})
    with pytest.raises(CompiledModuleError, match=r"routes\.py:1 imports fast_"):
        Closure("lab.routes")


def test_an_installed_app_ships_with_what_is_beside_it() -> None:
    files = Closure("markdown_it").files
    assert files["mdurl/__init__.py"].is_relative_to(sysconfig.get_path("purelib"))
    assert all(name.startswith(("markdown_it/", "mdurl/")) for name in files)


def test_an_installed_package_has_to_be_listed(write_package: WritePackage) -> None:
    folder = write_package({"desk/routes.py": "from desk import pages\n", "desk/pages.py": "import mdurl\n"})
    with pytest.raises(UnlistedPackageError, match=r'Add the package of "mdurl" to `client-dependencies`') as caught:
        Closure("desk.routes")
    assert f"{folder}/desk/routes.py:1 imports desk.pages" in str(caught.value)
    assert str(caught.value.where) == f"{folder}/desk/pages.py:1"


def test_what_is_listed_is_noted_and_does_not_ship_by_itself(write_package: WritePackage) -> None:
    text = "import mdurl, json.decoder\ndef f():\n    from markdown_it import token\n    import csv\n"
    write_package({"bench/routes.py": text})
    closure = Closure("bench.routes", None, {"mdurl", "markdown_it"})
    assert list(closure.files) == ["bench/routes.py"]
    assert closure.outside_early == {"mdurl", "json.decoder"}
    assert closure.outside - closure.outside_early == {"markdown_it", "markdown_it.token", "csv"}


def test_an_installed_package_that_need_not_be_there_is_left_out(write_package: WritePackage) -> None:
    write_package({"attic/routes.py": "try:\n    import mdurl\nexcept ImportError:\n    mdurl = None\n"})
    assert list(Closure("attic.routes").files) == ["attic/routes.py"]


def test_unknown_module() -> None:
    with pytest.raises(ImportStringError, match="cannot be found"):
        Closure("nothing.at.all")


def test_syntax_error_is_the_users_own(write_package: WritePackage) -> None:
    write_package({"wrong/routes.py": "def\n"})
    with pytest.raises(SyntaxError):
        Closure("wrong.routes")


def test_names_that_pyui_takes_from_the_server() -> None:
    for name in {*pyui.__all__, *SERVER_NAMES}:
        origin: str = getattr(getattr(pyui, name), "__module__", "")
        assert origin.startswith("pyui.server") == (name in SERVER_NAMES), name


def test_errors_are_coded() -> None:
    assert issubclass(ServerOnlyImportError, PyuiError)
    assert ServerOnlyImportError.code == "PYUI603"
    assert CompiledModuleError.code == "PYUI604"
