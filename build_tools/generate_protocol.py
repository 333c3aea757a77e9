"""Writes the constants of `pyui/view/protocol.py` as a JavaScript module, so that they are defined once.

Run with `python -m build_tools.generate_protocol`; with `--check` it writes nothing and fails when the file on disk
differs.
"""

import ast
import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from build_tools.paths import ROOT, RUNTIME_JS

SOURCE = ROOT / "pyui" / "view" / "protocol.py"
TARGET = RUNTIME_JS / "src" / "protocol.js"
HEADER = "// Generated from pyui/view/protocol.py by `python -m build_tools.generate_protocol`. Do not edit.\n"


class Constant(NamedTuple):
    """An uppercase name of the protocol, what it stands for, and the string literal below it."""

    name: str
    value: int | str
    doc: str


def _name_and_value(statement: ast.stmt) -> tuple[str, ast.expr] | None:
    match statement:
        case ast.Assign(targets=[ast.Name(name)], value=value):
            return name, value
        case ast.AnnAssign(target=ast.Name(name), value=ast.expr() as value):
            return name, value
        case _:
            return None


def _literal(name: str, expression: ast.expr) -> int | str:
    value = expression.value if isinstance(expression, ast.Constant) else None
    if isinstance(value, (int, str)) and not isinstance(value, bool):
        return value
    raise ValueError(f"{name} (line {expression.lineno}) is neither a literal integer nor a literal string.")


def _doc(statement: ast.stmt) -> str:
    match statement:
        case ast.Expr(value=ast.Constant(value=str(text))):
            return text
        case _:
            return ""


def read_constants(source: str) -> list[Constant]:
    """Lists the public uppercase constants of a module, in the order of the source.

    Raises:
        ValueError: one of them is not a literal integer or string.
    """
    constants: list[Constant] = []
    for statement, following in pairwise([*ast.parse(source).body, ast.Pass()]):
        named = _name_and_value(statement)
        if named is not None and named[0].isupper() and not named[0].startswith("_"):
            name, expression = named
            constants.append(Constant(name, _literal(name, expression), _doc(following)))
    return constants


def _declaration(constant: Constant) -> str:
    comment = f"/** {constant.doc} */\n" if constant.doc else ""
    return f"{comment}export const {constant.name} = {json.dumps(constant.value)};\n"


def to_javascript(constants: list[Constant]) -> str:
    """Returns the text of the JavaScript module."""
    return "\n".join((HEADER, *map(_declaration, constants)))


def main(arguments: list[str], source: Path = SOURCE, target: Path = TARGET) -> int:
    """Writes or checks the generated module; returns the exit status."""
    wanted = to_javascript(read_constants(source.read_text(encoding="utf-8")))
    if "--check" not in arguments:
        target.write_text(wanted, encoding="utf-8")
        return 0
    if target.is_file() and target.read_text(encoding="utf-8") == wanted:
        return 0
    print(f"{target.name} differs from {source.name}. Run `python -m build_tools.generate_protocol`.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
