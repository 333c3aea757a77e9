"""The table of `docs/hydration-families.md` against the tests that it names."""

import ast
import functools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
TABLE = TESTS.parent / "docs/hydration-families.md"
_NAMED = re.compile(r"`([\w/]+\.py)::([^`]+)`")


def problems(markdown: str) -> Iterator[str]:
    """Says of each row of the tables what is wrong with it: no test, or one that does not exist."""
    for line in markdown.splitlines():
        if not line.startswith("|") or line.startswith(("|---", "| family |")):
            continue
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) != 3 or not all(cells):
            yield f"no family, answer and test: {line}"
            continue
        named = _NAMED.findall(cells[2])
        if not named or _NAMED.sub("", cells[2]).strip(", "):
            yield f"no test as `path::name`: {cells[2]}"
        yield from (f"no such test: {path}::{name}" for path, name in named if name not in names(path))


@functools.cache
def names(path: str) -> frozenset[str]:
    """The functions of a file, and the texts in it, as which tables of cases give their names; none without a file."""
    file = TESTS / path
    if not file.is_file():
        return frozenset()
    nodes = list(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
    functions = {node.name for node in nodes if isinstance(node, ast.FunctionDef)}
    return frozenset(functions | {n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)})


def test_every_test_that_is_named_exists() -> None:
    text = TABLE.read_text(encoding="utf-8")
    assert list(problems(text)) == []
    assert len(_NAMED.findall(text)) > 60


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("| a | b | `cases/_text.py::live_text_alone` |", ""),
        ("| a | b | `cases/_text.py::live_text_alone`, `server/content_model_cases.py::block in p` |", ""),
        ("| a | b | `cases/_text.py::no_such_case` |", "no such test: cases/_text.py::no_such_case"),
        ("| a | b | `cases/nowhere.py::x` |", "no such test: cases/nowhere.py::x"),
        ("| a | b | none |", "no test as"),
        ("| a | b | `cases/_text.py::live_text_alone` and more |", "no test as"),
        ("| a | b | |", "no family, answer and test"),
        ("| a | `cases/_text.py::live_text_alone` |", "no family, answer and test"),
    ],
)
def test_the_check_can_fail(row: str, said: str) -> None:
    found = "".join(problems(f"# Title\n\n| family | what | test |\n|---|---|---|\n{row}\n"))
    assert found.startswith(said)
    assert bool(found) == bool(said)
