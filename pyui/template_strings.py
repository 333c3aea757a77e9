"""Markup as template strings, which Python has from 3.14 on: `html(t"<p>{name}</p>")`. Runs on both sides.

A template string makes what the element functions make: the same nodes, checks and errors.
"""

from collections.abc import Callable, Mapping, Sequence
from keyword import iskeyword
from typing import Any, Protocol

from pyui import html as html_functions
from pyui import svg as svg_functions
from pyui.view import Child, element
from pyui.view._template_parser import Tag, TemplateStringError, Value, parse

__all__ = ["Interpolation", "Template", "html"]

_MOST_KEPT = 1024  # templates are constants of the code, but `Template(…)` can be called as well


class Interpolation(Protocol):
    """A hole of a template string, as `string.templatelib` defines it."""

    @property
    def value(self) -> Any:
        """The value of the expression."""
        ...

    @property
    def conversion(self) -> str | None:
        """What stands behind `!`: `s`, `r` or `a`."""
        ...

    @property
    def format_spec(self) -> str:
        """What stands behind `:`."""
        ...


class Template(Protocol):
    """A template string, as `string.templatelib` defines it."""

    @property
    def strings(self) -> tuple[str, ...]:
        """The texts around the holes."""
        ...

    @property
    def interpolations(self) -> tuple[Interpolation, ...]:
        """The holes."""
        ...


_CONVERSIONS: dict[str, Callable[[Any], str]] = {"s": str, "r": repr, "a": ascii}

type _Part = str | int | Tag
type _Make = Callable[[Sequence[Any]], Any]
"""Makes a child of the values of the holes."""

_kept: dict[tuple[str, ...], list[_Make]] = {}


def html(template: Template) -> Child:
    """Makes the nodes of a template string.

    Args:
        template: markup with holes: for children, for values of attributes, for dicts of attributes, and for
            components in place of a tag's name (`<{Card} title="x">…</{Card}>`).

    Returns:
        The element, or a list where there are several nodes at the top.

    Raises:
        TemplateStringError: it is no template string, or no markup.
        ViewError: what the element functions raise.
    """
    if not isinstance(getattr(template, "strings", None), tuple):
        what = f"html() got {template!r}, which is no template string."
        raise TemplateStringError(what, 'Write t before the quotes: html(t"…").')
    makers = _kept.get(template.strings)
    if makers is None:
        makers = [_maker(part) for part in parse(template.strings)]
        if len(_kept) < _MOST_KEPT:
            _kept[template.strings] = makers
    values = [_value(hole) for hole in template.interpolations]
    nodes = [make(values) for make in makers]
    return nodes[0] if len(nodes) == 1 else nodes


def _value(hole: Interpolation) -> Any:
    value = hole.value
    if hole.conversion is None and not hole.format_spec:
        return value
    if callable(value):
        return lambda: _formatted(value(), hole)
    return _formatted(value, hole)


def _formatted(value: Any, hole: Interpolation) -> str:
    convert = _CONVERSIONS.get(hole.conversion or "")
    return format(value if convert is None else convert(value), hole.format_spec)


def _maker(part: _Part) -> _Make:
    if isinstance(part, str):
        return lambda _values: part
    if isinstance(part, int):
        return lambda values: values[part]
    make = _tag_maker(part)
    if _is_static(part):
        node = make(())  # a node can be rendered again and again
        return lambda _values: node
    return make


def _is_static(tag: Tag) -> bool:
    texts = all(isinstance(part, str) for _, value in tag.attributes if not isinstance(value, bool) for part in value)
    within = all(isinstance(part, str) or (isinstance(part, Tag) and _is_static(part)) for part in tag.children)
    return texts and within and isinstance(tag.name, str)


def _tag_maker(tag: Tag) -> _Make:
    children = [_maker(part) for part in tag.children]
    attributes = [_attribute_maker(name, value, tag) for name, value in tag.attributes]
    called = _called(tag)

    def make(values: Sequence[Any]) -> Any:
        given: dict[str, Any] = {}
        for put in attributes:
            put(given, values)
        return called(values)(*[child(values) for child in children], **given)

    return make


def _called(tag: Tag) -> _Make:
    name = tag.name
    if isinstance(name, int):
        return lambda values: values[name]
    function = _function(name, in_svg=tag.in_svg)
    return lambda _values: function


def _function(name: str, *, in_svg: bool) -> Callable[..., Any]:
    """Finds an element function by the name of the element.

    Raises:
        TemplateStringError: there is none.
    """
    if "-" in name:
        return element(name)
    functions = svg_functions if in_svg and name != "svg" else html_functions
    found: Callable[..., Any] | None = getattr(functions, f"{name}_" if iskeyword(name) else name, None)
    if found is None or name not in {known.rstrip("_") for known in functions.__all__} - {"element"}:
        raise TemplateStringError(f"<{name}> is no element.", "Correct its name; write it as HTML and SVG do.")
    return found


def _attribute_maker(name: str | None, value: Value, tag: Tag) -> Callable[[dict[str, Any], Sequence[Any]], None]:
    def put_all(given: dict[str, Any], values: Sequence[Any]) -> None:
        found = values[value[0]] if isinstance(value, tuple) and isinstance(value[0], int) else None
        if not isinstance(found, Mapping):
            raise TemplateStringError(f"A hole among the attributes of a tag holds {found!r}.", "Give a dict of them.")
        given.update({_keyword(key, tag): item for key, item in found.items()})  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]

    def put(given: dict[str, Any], values: Sequence[Any]) -> None:
        given[keyword] = _attribute(value, values)

    if name is None:
        return put_all
    keyword = _keyword(name, tag)
    return put


def _keyword(name: str, tag: Tag) -> str:
    if isinstance(tag.name, int):
        return name.replace("-", "_")
    return "class_" if name == "class" else name


def _attribute(value: Value, values: Sequence[Any]) -> Any:
    if isinstance(value, bool):
        return True
    if len(value) == 1:
        part = value[0]
        return values[part] if isinstance(part, int) else part
    parts = [values[part] if isinstance(part, int) else part for part in value]
    if any(map(callable, parts)):
        return lambda: _joined([part() if callable(part) else part for part in parts])
    return _joined(parts)


def _joined(parts: Sequence[Any]) -> str:
    for part in parts:
        if not isinstance(part, (str, int, float)) and part is not None:
            what = f"A hole in the text of an attribute holds {part!r}."
            raise TemplateStringError(what, "Put text or a number there, or make the hole the whole value.")
    return "".join("" if part is None or isinstance(part, bool) else str(part) for part in parts)
