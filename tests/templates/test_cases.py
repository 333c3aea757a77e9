"""The shared cases give the same markup and bindings with templates and without, in every state."""

import sys
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

from pyui.templates import compile_functions
from pyui.view import _waiting, render_page


def imported(*, compiled: bool) -> dict[str, Any]:
    """Imports the cases anew, as a package of their own."""
    kept = {name: module for name, module in sys.modules.items() if name.startswith("tests.cases")}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_waiting, "enabled", False)
        for name in kept:
            patch.delitem(sys.modules, name)
        package = import_module("tests.cases")
        cases = {case.name: case for case in (*package.CASES, *package.PROPERTY_CASES)}
        if compiled:
            compile_functions(case.make for case in cases.values())
        for name in [name for name in sys.modules if name.startswith("tests.cases")]:
            patch.delitem(sys.modules, name)
    sys.modules.update(kept)
    return cases


PLAIN, COMPILED = imported(compiled=False), imported(compiled=True)


def states(case: Any) -> Iterator[object]:
    node, updates = case.make()
    yield render_page(node)
    for update in updates:
        update()
        yield render_page(node)


def test_the_cases_are_compiled():
    changed = [name for name in PLAIN if PLAIN[name].make.__code__ != COMPILED[name].make.__code__]
    assert len(changed) > len(PLAIN) / 2


@pytest.mark.parametrize("name", PLAIN)
def test_cases_are_the_same(name: str):
    assert list(states(COMPILED[name])) == list(states(PLAIN[name]))
