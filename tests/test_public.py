"""What other projects rely on: the names in `pyui`, and what importing them costs."""

import importlib
import subprocess
import sys

import pytest

import pyui
from build_tools.paths import ROOT

CONTRACT = (
    "component signal computed effect batch untracked render_to_string Show Switch Match For ErrorBoundary Portal "
    "Context Route App raw on_mount on_cleanup"
).split()


@pytest.mark.parametrize("name", CONTRACT)
def test_the_contract(name: str):
    assert callable(getattr(pyui, name))


def test_all_names_are_there_and_sorted():
    assert list(pyui.__all__) == sorted(pyui.__all__)
    for name in pyui.__all__:
        assert getattr(pyui, name) is not None
    assert {*CONTRACT} - {"App"} <= {*pyui.__all__}


@pytest.mark.parametrize("module", ["pyui.html", "pyui.svg", "pyui.view", "pyui.reactive", "pyui.router"])
def test_packages_export_what_they_list(module: str):
    package = importlib.import_module(module)
    assert {*package.__all__} <= {*dir(package)}
    assert len({*package.__all__}) == len(package.__all__)


def test_a_name_that_is_not_there():
    with pytest.raises(AttributeError, match="no attribute 'Ap'"):
        pyui.Ap  # noqa: B018 - the access is the test


def test_what_ships_imports_nothing_heavy():
    heavy = ["dominate", "fastapi", "uvicorn", "inspect", "asyncio", "dataclasses", "re", "pyui.server", "pyui.browser"]
    program = f"import sys, pyui, pyui.html, pyui.svg; print([name for name in {heavy} if name in sys.modules])"
    # Without `site`, which may import anything for other packages.
    command = [sys.executable, "-S", "-c", program]
    assert subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout == "[]\n"


def test_version():
    assert pyui.__version__.count(".") >= 1
