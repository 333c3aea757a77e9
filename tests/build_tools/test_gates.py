"""Each gate is fed what it has to catch, and what it has to let through."""

import subprocess
from pathlib import Path

import pytest

from build_tools.gates import error_codes, exports, imports, text
from build_tools.gates.source import Module, load, parse


def module(name: str, source: str, *, is_package: bool = False) -> list[Module]:
    return [parse(name, source, is_package=is_package)]


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("pyui.reactive._signal", "from pyui.view import Node"),
        ("pyui.reactive._signal", "from ..view import Node"),
        ("pyui.reactive._signal", "from .._unknown import x"),
        ("pyui.view._node", "import pyui.router._route"),
        ("pyui.html", "from pyui.server import App"),
        ("pyui.browser._boot", "from pyui.server._app import App"),
        ("pyui.server._app", "from pyui.browser import boot"),
        ("pyui.server._app", "from pyui.build import site"),
        ("pyui.build._site", "from pyui.cli import main"),
        ("pyui.build._site", "from pyui.testing import plugin"),
        ("pyui.errors", "from pyui.view import Node"),
        ("pyui.view._node", "from pyui import signal"),
        ("pyui.view._node", "try:\n    from pyui.server import App\nexcept ImportError:\n    pass"),
        ("pyui.view._node", "class A:\n    from pyui.server import App"),
        ("pyui", "from pyui.server import App"),
        ("pyui.mystery", "import sys"),
    ],
)
def test_import_direction_catches(name: str, source: str) -> None:
    assert len(imports.import_direction(module(name, source))) == 1


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("pyui.view._node", "from pyui.reactive import signal\nfrom pyui.errors import ViewError"),
        ("pyui.view._node", "from . import _tags\nfrom ._tags import VOID"),
        ("pyui.router._link", "from pyui.html import a"),
        ("pyui.server._app", "import dominate\nfrom pyui.router import Route"),
        ("pyui.build._site", "from pyui.server import App\nfrom pyui.browser import PACKAGE"),
        ("pyui.cli", "from pyui.build import site\nfrom pyui._version import __version__"),
    ],
)
def test_import_direction_lets_through(name: str, source: str) -> None:
    assert imports.import_direction(module(name, source)) == []


def test_import_direction_knows_submodules_from_names() -> None:
    modules = [parse("pyui.reactive", "", is_package=True), parse("pyui.view._x", "from pyui import reactive")]
    assert imports.import_direction(modules) == []


def test_relative_import_of_a_package_starts_at_itself() -> None:
    found = imports.imports_of(parse("pyui.view", "from ._node import Node", is_package=True))
    assert [each.target for each in found] == ["pyui.view._node.Node"]


LAZY = "def __getattr__(name):\n    from pyui.server import App\n    return App"


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("pyui.server._app", "def f():\n    import json"),
        ("pyui.server._app", "class A:\n    def f(self):\n        with x:\n            import json"),
        ("pyui.server._app", "async def f():\n    match x:\n        case 1:\n            import json"),
        ("pyui.view._node", "def f():\n    from pyui.view import x"),
        ("pyui.view", LAZY),
        ("pyui", "class A:\n    " + LAZY.replace("\n", "\n    ")),
    ],
)
def test_local_imports_catches(name: str, source: str) -> None:
    assert len(imports.local_imports(module(name, source, is_package=True))) == 1


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("pyui.server._app", "import json"),
        ("pyui.server._app", "if TYPE_CHECKING:\n    import json"),
        ("pyui.router._convert", "def f():\n    from uuid import UUID"),
        ("pyui", LAZY),
    ],
)
def test_local_imports_lets_through(name: str, source: str) -> None:
    assert imports.local_imports(module(name, source, is_package=True)) == []


def test_a_lazy_import_of_the_root_may_go_up() -> None:
    assert imports.import_direction(module("pyui", LAZY, is_package=True)) == []


@pytest.mark.parametrize(
    "source", ["import dominate", "from fastapi.responses import Response", "def f():\n    import rich"]
)
def test_shipped_imports_catches(source: str) -> None:
    assert len(imports.shipped_imports(module("pyui.router._link", source))) == 1


def test_shipped_imports_lets_through() -> None:
    source = "import json\nfrom pyui.view import x\nif typing.TYPE_CHECKING:\n    import dominate"
    assert imports.shipped_imports(module("pyui.router._link", source)) == []
    assert imports.shipped_imports(module("pyui.server._app", "import dominate")) == []


def test_bridge_imports() -> None:
    source = "import js\nfrom pyodide.ffi import create_proxy"
    assert len(imports.bridge_imports(module("pyui.browser._boot", source))) == 2
    assert imports.bridge_imports(module("pyui.browser._bridge", source)) == []


@pytest.mark.parametrize(
    "source",
    [
        "from pyui.view._node import Node",
        "from pyui.view._node import Node\n__all__ = []",
        "from pyui.view._node import Node\n__all__ = ['Node', 'Other']",
        "from pyui.view._node import A\n__all__ = ['A', 'A']",
        "def f(): ...\n__all__ = []",
    ],
)
def test_exported_names_catches(source: str) -> None:
    assert len(exports.exported_names(module("pyui.view", source, is_package=True))) == 1


@pytest.mark.parametrize(
    "source",
    [
        "",
        "from pyui.view._node import Node, _hidden\n__all__ = ['Node']",
        "import sys\nfrom typing import TYPE_CHECKING\nX = 1\n__all__ = ('X',)",
        "if TYPE_CHECKING:\n    from pyui.server import App\n__all__ = ['App']\n" + LAZY,
    ],
)
def test_exported_names_lets_through(source: str) -> None:
    assert exports.exported_names(module("pyui", source, is_package=True)) == []


def test_exported_names_of_a_plain_module_are_those_it_defines() -> None:
    source = "from pyui.view import make\nA = make('a')\n__all__ = ['A', 'make']"
    assert exports.exported_names(module("pyui.html", source)) == []
    assert len(exports.exported_names(module("pyui.html", source + "\nB = 1"))) == 1
    assert exports.exported_names(module("pyui.view._private", "A = 1\n__all__ = []")) == []


ERRORS = 'class A(E):\n    code = "PYUI101"\nclass B(E):\n    code: ClassVar[str] = "PYUI102"'
ENTRIES = "# Errors\n## PYUI101: a\nSee PYUI102.\n### `PYUI102`\n"


def test_error_codes_of_the_runtime_want_an_entry() -> None:
    assert len(error_codes.error_codes([], "", 'throw new Error("[PYUI499] No.")')) == 1


def test_error_codes_lets_through() -> None:
    assert error_codes.error_codes(module("pyui.x", ERRORS), ENTRIES) == []


@pytest.mark.parametrize(
    ("source", "document"),
    [
        (ERRORS, ENTRIES.replace("### `PYUI102`", "")),
        (ERRORS, ENTRIES + "## PYUI101 again\n"),
        (ERRORS, ENTRIES + "## PYUI999\n"),
        (ERRORS + '\nclass C(E):\n    code = "PYUI102"', ENTRIES),
    ],
)
def test_error_codes_catches(source: str, document: str) -> None:
    assert len(error_codes.error_codes(module("pyui.x", source), document)) == 1


@pytest.mark.parametrize(
    "line",
    [
        "'/ho" + "me/ann/x.py'",
        "/ro" + "ot/.cache",
        "see /wo" + "rk/main/x",
        "C:" + "\\Users\\ann",
        "=/Us" + "ers/ann/x",
    ],
)
def test_machine_paths_catches(line: str) -> None:
    assert len(text.machine_paths({"a.md": f"fine\n{line}\n"})) == 1


@pytest.mark.parametrize("line", ["/usr/bin/env", "Route('/home')", "~/work", "${HOME}/x", "/network/main"])
def test_machine_paths_lets_through(line: str) -> None:
    assert text.machine_paths({"a.md": line}) == []


def test_registry_hosts() -> None:
    host = "registry.npm" + "js.org"
    assert text.registry_hosts({"a.json": f"fine\nhttps://{host}/x"}) == ["a.json:2 names a registry host."]
    assert text.registry_hosts({"a.json": "pip install pyui"}) == []


def test_file_lengths() -> None:
    longest = "x\n" * text.MOST_LINES
    assert text.file_lengths({"a.py": longest, "a.md": longest * 2}) == []
    assert len(text.file_lengths({"a.py": longest + "x\n", "b.js": longest * 2})) == 2


def test_tracked_text_leaves_out_ignored_and_binary_files(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    files = {".gitignore": b"b.txt\n", "a.txt": "ä".encode(), "b.txt": b"b", "c.bin": b"\0"}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    assert text.tracked_text(tmp_path) == {".gitignore": "b.txt\n", "a.txt": "ä"}


def test_load_names_modules_by_their_paths(tmp_path: Path) -> None:
    package = tmp_path / "pyui"
    (package / "view").mkdir(parents=True)
    for name in ("__init__.py", "view/__init__.py", "view/_node.py"):
        (package / name).touch()
    found = [(each.name, each.package) for each in load(package)]
    assert found == [("pyui", "pyui"), ("pyui.view", "pyui.view"), ("pyui.view._node", "pyui.view")]
