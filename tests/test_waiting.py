"""That no test waits with `Page.wait_for_function` for what a promise gives: any promise is true to it."""

import ast
from collections.abc import Iterator

import pytest

from build_tools.paths import ROOT

_PROMISES = (".then(", "new Promise", "async ", "await ")


def _waits_for_promises(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr == "wait_for_function"
        ):
            waited = ast.unparse(node.args[0])
            if any(promise in waited for promise in _PROMISES):
                yield waited


def test_no_test_takes_a_promise_for_true() -> None:
    files = [*ROOT.glob("tests/**/*.py"), *ROOT.glob("benchmarks/*.py")]
    assert [waited for file in files for waited in _waits_for_promises(file.read_text("utf-8"))] == []


@pytest.mark.parametrize("waited", ["caches.keys().then((names) => !names.length)", "async () => false"])
def test_one_would_be_found(waited: str) -> None:
    assert list(_waits_for_promises(f'page.wait_for_function("{waited}", timeout=1)'))
