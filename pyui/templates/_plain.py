"""What may stand in a plain function: its parameters, and text in which they are formatted. Runs on the server."""

import ast
import re
from collections.abc import Iterable, Iterator

from pyui.templates._allowed import Allowed
from pyui.templates._parts import AttributeHole, ElementPart, HandlerHole, Hole, ListPart

_NUMBER = re.compile(r"[-+ ]?[,_]?(\.\d)?[eEfFgG%]")  # a number of any kind and size can be formatted so


def allowed_of_parameters(element: ElementPart, parameters: Iterable[str]) -> dict[str, Allowed]:
    """Returns which values of the parameters make no difference to when a plain function is called.

    Args:
        element: what it returns.
        parameters: their names.
    """
    kinds = dict.fromkeys(parameters, Allowed())
    for name, kind in _uses(element):
        kinds[name] = kinds[name].both(kind)
    return kinds


def _uses(part: object) -> Iterator[tuple[str, Allowed]]:
    if isinstance(part, ElementPart):
        for each in (*part.attributes, *part.children):
            yield from _uses(each)
    elif isinstance(part, Hole) and isinstance(part.expression, ast.Name):
        yield part.expression.id, part.allows
    elif isinstance(part, Hole) and isinstance(part.expression, ast.JoinedStr):
        for value in part.expression.values:
            if isinstance(value, ast.FormattedValue) and isinstance(value.value, ast.Name):
                yield value.value.id, Allowed(text=value.format_spec is None)


def is_plain(part: object, names: frozenset[str], *, lists: bool) -> bool:
    """Tells whether nothing stands in an element but parameters, and text with parameters in it.

    Args:
        part: the element, or what is in it.
        names: the parameters.
        lists: whether lists of elements may be in it.
    """
    if isinstance(part, HandlerHole):
        return False
    if isinstance(part, ElementPart):
        return all(is_plain(each, names, lists=lists) for each in (*part.attributes, *part.children))
    if isinstance(part, ListPart):
        if not lists or part.target is None or not isinstance(part.element, ElementPart):
            return False
        return _is_name(part.source.expression, names) and is_plain(part.element, names | {part.target}, lists=lists)
    if isinstance(part, Hole):
        return _is_name(part.expression, names) or _is_plain_text(part, names)
    return isinstance(part, str)


def _is_name(expression: ast.expr, names: frozenset[str]) -> bool:
    return isinstance(expression, ast.Name) and expression.id in names


def _is_plain_text(hole: Hole, names: frozenset[str]) -> bool:
    values = _formatted(hole)
    return bool(values) and all(_is_name(value.value, names) and _formats_plainly(value) for value in values)


def only_value(hole: Hole) -> ast.FormattedValue | None:
    """Returns the only value in a hole's formatted string, if it can be formatted in place; else None."""
    values = _formatted(hole)
    return values[0] if len(values) == 1 and _formats_plainly(values[0]) else None


def _formatted(hole: Hole) -> list[ast.FormattedValue]:
    """Returns the values of a formatted string that is written as it is."""
    if isinstance(hole, AttributeHole) and (hole.is_url or hole.may_be_absent):
        return []
    values = hole.expression.values if isinstance(hole.expression, ast.JoinedStr) else []
    return [value for value in values if isinstance(value, ast.FormattedValue)]


def _formats_plainly(value: ast.FormattedValue) -> bool:
    """Tells whether strings, or numbers, are formatted by themselves."""
    match value.format_spec:
        case None:
            return value.conversion == -1
        case ast.JoinedStr(values=[ast.Constant(value=str() as spec)]):
            return value.conversion == -1 and _NUMBER.fullmatch(spec) is not None
        case _:
            return False
