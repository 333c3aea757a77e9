"""Writes the source of a user's modules as it ships to the browser, with templates in it. Runs on the server.

Of `return tr(td(row.id), td(row.label))` it makes `return _template_7((row.id), (row.label))`. Each of the user's
expressions stays at its line, so that a traceback in the browser shows the same lines as the file. The templates
themselves are in one generated module: what they make of their values, as calls of the element functions.
"""

import ast
from collections.abc import Mapping

from pyui.templates._row_parts import Finder, RowTemplate
from pyui.templates._static_names import element_names

_HEADER = '''"""The templates of this bundle, by the element calls that they stand for. Runs on both sides."""

from pyui import html
from pyui.view._template import Template

'''


class Shipped:
    """The sources of the modules of one bundle.

    Args:
        templates: the name of the module that the templates are in.
    """

    def __init__(self, templates: str) -> None:
        self._module = templates
        self._made: list[str] = []

    @property
    def templates(self) -> str:
        """The source of the module of the templates."""
        return _HEADER + "".join(self._made)

    def source(self, written: bytes) -> bytes:
        """Returns the source of a module as it ships.

        Args:
            written: its source.

        Returns:
            The source with templates; as it was where there are none.
        """
        try:
            text = written.decode()
            tree = ast.parse(text)
        except (SyntaxError, ValueError):
            return written
        place = _import_place(tree)
        finder = Finder(element_names(tree))
        finder.visit(tree)
        if place is None or not finder.found:
            return written
        names = {id(found.call): self._add(found) for found in finder.found}
        rewriter = _Rewriter(text, finder.found, names)
        line = f"from {self._module} import {', '.join(names.values())}"
        return rewriter.source(place, line).encode()

    def _add(self, found: RowTemplate) -> str:
        number = len(self._made)
        parameters = ", ".join(f"v{index}" for index in range(len(found.holes)))
        self._made.append(f"_template_{number} = Template(lambda {parameters}: {ast.unparse(found.made)}).make\n")
        return f"_template_{number}"


def _import_place(tree: ast.Module) -> tuple[int, int] | None:
    """Returns where an import may stand without moving a line: behind the docstring and the imports of `__future__`.

    Returns:
        A line from 1 and a column in bytes: that of the end of a statement, or the very beginning; None where there is
        no such place.
    """
    last: ast.stmt | None = None
    for index, statement in enumerate(tree.body):
        is_text = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
        if (index == 0 and is_text) or (isinstance(statement, ast.ImportFrom) and statement.module == "__future__"):
            last = statement
        elif last is None:
            simple = not hasattr(statement, "body") and not isinstance(statement, ast.Match)
            return (1, 0) if simple or statement.lineno > 1 else None
        else:
            break
    return (last.end_lineno or 0, last.end_col_offset or 0) if last is not None else None


class _Rewriter:
    """Puts calls of templates into a source."""

    def __init__(self, text: str, found: list[RowTemplate], names: Mapping[int, str]) -> None:
        self._lines = [line.encode() for line in text.splitlines(keepends=True)]
        self._found = sorted(found, key=lambda each: (each.call.lineno, each.call.col_offset))
        self._names = names

    def source(self, place: tuple[int, int], line: str) -> str:
        """Returns the whole source, with an import at a place."""
        separated = f"; {line}" if place != (1, 0) else f"{line}; "
        if place == (1, 0) and not self._lines[0].strip().strip(b"#"):
            separated = line
        end = (len(self._lines), len(self._lines[-1]))
        return self._text((1, 0), place) + separated + self._text(place, end)

    def _text(self, start: tuple[int, int], end: tuple[int, int]) -> str:
        """Returns a part of the source, with templates in it."""
        pieces: list[str] = []
        for found in self._found:
            first, last = _span(found.call)
            if first >= start and last <= end:
                pieces += [self._plain(start, first), self._call(found)]
                start = last
        return "".join([*pieces, self._plain(start, end)])

    def _plain(self, start: tuple[int, int], end: tuple[int, int]) -> str:
        lines = self._lines[start[0] - 1 : end[0]]
        if not lines:
            return ""
        lines[-1] = lines[-1][: end[1]]
        lines[0] = lines[0][start[1] :]
        return b"".join(lines).decode()

    def _call(self, found: RowTemplate) -> str:
        first, last = _span(found.call)
        pieces = [self._names[id(found.call)], "("]
        line = first[0]
        for hole in found.holes:
            start, end = _span(hole)
            inside = self._text(start, end)
            pieces += ["\n" * (start[0] - line), "(", inside, "), "]
            line = end[0]
        return "".join([*pieces, "\n" * (last[0] - line), ")"])


def _span(node: ast.expr) -> tuple[tuple[int, int], tuple[int, int]]:
    return (node.lineno, node.col_offset), (node.end_lineno or 0, node.end_col_offset or 0)
