"""Each error code is given once and has one entry in `docs/errors.md`."""

import ast
import re
from collections import Counter
from collections.abc import Iterator

from build_tools.gates.source import Module

_CODE = re.compile(r"PYUI\d{3}")
_HEADING = re.compile(r"^#{1,6} .*?(PYUI\d{3})\b", re.MULTILINE)


def codes_of(modules: list[Module]) -> Counter[str]:
    """Counts the classes that define each code, by an assignment `code = "PYUI…"` in their bodies."""
    return Counter(code for module in modules for node in ast.walk(module.tree) for code in _codes_in(node))


def _codes_in(node: ast.AST) -> Iterator[str]:
    if not isinstance(node, ast.ClassDef):
        return
    for statement in node.body:
        match statement:
            case (
                ast.Assign(targets=[ast.Name("code")], value=ast.Constant(value=str(code)))
                | ast.AnnAssign(target=ast.Name("code"), value=ast.Constant(value=str(code)))
            ) if _CODE.fullmatch(code):
                yield code
            case _:
                pass


def error_codes(modules: list[Module], document: str, runtime: str = "") -> list[str]:
    """Lists the codes that two classes share, those without exactly one heading, and headings of no error.

    Args:
        modules: the modules of pyui.
        document: the text of `docs/errors.md`.
        runtime: the source of the JavaScript runtime, which gives codes as text.
    """
    classes, described = codes_of(modules), Counter(_HEADING.findall(document))
    shared = [f"{code} is the code of {count} classes." for code, count in sorted(classes.items()) if count > 1]
    defined = {*classes, *_CODE.findall(runtime)}
    headings = [
        f"{code} has {described[code]} headings in docs/errors.md, not one."
        for code in sorted(defined)
        if described[code] != 1
    ]
    unknown = [f"docs/errors.md describes {code}, which no error has." for code in sorted(set(described) - defined)]
    return shared + headings + unknown
