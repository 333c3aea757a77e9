"""Writes the source of a template function: it makes the markup at once, if no value is live. Runs on the server.

For `p(name, class_="x")` it is

    def template(v0):
        if v0.__class__ is str:
            w0 = v0
            if "&" in v0: w0 = v0.replace("&", "&amp;")
            if "<" in v0: w0 = w0.replace("<", "&lt;")
            if ">" in v0: w0 = w0.replace(">", "&gt;")
        elif v0.__class__ is StaticElement: w0 = v0.html
        elif v0.__class__ is int and …: w0 = v0
        else:
            w0 = child(v0)
            if w0 is None: return general(v0)
        html = f'<p class="x">{w0}</p>'
        …

and `general` makes the same of the same values with the element functions themselves.
"""

import ast

from pyui.templates._group import Content, Group, Made, Result
from pyui.templates._parts import AttributeHole, ComponentPart, ElementPart, HelperPart, Hole, ListPart
from pyui.templates._runtime import MOST_MERGED, MOST_NUMBER

_TEXT = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"))
_ATTRIBUTE = (*_TEXT, ('"', "&quot;"))


class FastFunction:
    """Writes the source of one template function.

    Args:
        group: what it makes.
        name: its name.
        general: the name of the function that makes the same the general way.
        made: what it returns.
    """

    def __init__(self, group: Group, name: str, general: str, made: Made) -> None:
        self._group = group
        parameters = ", ".join(f"v{index}" for index in range(len(group.places)))
        self._bail = f"return {general}({parameters})"
        self._lines = [f"def {name}({parameters}):"]
        self._depth = 1
        self._names = 0
        self._elements: list[str] = []  # what may be a static element, which is not merged if it is long
        self._helped: list[str] = []  # what may be the markup of one, from a helper
        self._items: dict[str, str] = {}
        self._arguments: dict[str, str] = {}  # of the component that is written
        self._write(made)

    @property
    def source(self) -> str:
        """The source."""
        return "\n".join(self._lines)

    def _write(self, made: Made) -> None:
        root = self._group.root
        if isinstance(root, ListPart):
            self._line(f"html = {self._list(root)}")
        else:
            self._line(f"html = {_formatted(self._root(root))}")
        checks = [f"long_element({', '.join(self._elements)})"] if self._elements else []
        checks += [f"long_markup({', '.join(self._helped)})"] if self._helped else []
        if checks:
            self._line(f"if len(html) >= {MOST_MERGED} and ({' or '.join(checks)}): {self._bail}")
        if made is not Made.PART:
            self._line(r'if "\r" in html or "\0" in html or (not html.isascii() and "\xa0" in html): html = mend(html)')
        if made is Made.ELEMENT:
            self._line("element = new(StaticElement)")
            self._line("element.html = html")
            self._line("return element")
        else:
            self._line("return html")

    def _line(self, text: str) -> None:
        self._lines.append("    " * self._depth + text)

    def _name(self) -> str:
        self._names += 1
        return f"w{self._names}"

    def _variable(self, place: Hole | Result) -> str:
        if self._arguments and isinstance(place, Hole) and isinstance(place.expression, ast.Name):
            return self._arguments[place.expression.id]
        index = self._group.index(place)
        if index is not None or isinstance(place, Result):
            return f"v{index}"
        return self._items[ast.unparse(place.expression)]

    def _root(self, root: ElementPart | ComponentPart) -> list[str]:
        if isinstance(root, ElementPart):
            return self._element(root)
        self._arguments = dict(zip(root.names, map(self._variable, root.arguments), strict=True))
        parts = self._element(root.plain.element)
        self._arguments = {}
        return parts

    def _element(self, element: ElementPart) -> list[str]:
        """Writes what evaluates the holes of an element, and returns the parts of a formatted string of it."""
        inside = [part for child in self._group.contents[id(element)] for part in self._content(child)]
        parts = [_static(f"<{element.tag.name}")]
        for attribute in element.attributes:
            parts += [_static(attribute)] if isinstance(attribute, str) else self._attribute(attribute)
        closing = "" if element.tag.void else f"</{element.tag.name}>"
        return [*parts, _static(">"), *inside, _static(closing)]

    def _content(self, content: Content) -> list[str]:
        if isinstance(content, str):
            return [_static(content)]
        if isinstance(content, (ElementPart, ComponentPart)):
            return self._root(content)
        if isinstance(content, ListPart):
            return [f"{{{self._list(content)}}}"]
        return [f"{{{self._result(content) if isinstance(content, Result) else self._hole(content)}}}"]

    def _hole(self, hole: Hole) -> str:
        value, name = self._variable(hole), self._name()
        if hole.is_text:
            self._escape(name, value, _TEXT)
            return name
        self._line(f"if {value}.__class__ is str:")
        self._depth += 1
        self._escape(name, value, _TEXT)
        self._depth -= 1
        self._static_element(name, value)
        self._int(name, value)
        self._line("else:")
        # A list may be another one by the time that the walk comes by a component.
        self._line(f"    {name} = {'scalar' if self._arguments else 'child'}({value})")
        self._line(f"    if {name} is None: {self._bail}")
        return name

    def _int(self, name: str, value: str) -> None:
        self._line(f"elif {value}.__class__ is int and -{MOST_NUMBER} < {value} < {MOST_NUMBER}: {name} = {value}")

    def _static_element(self, name: str, value: str) -> None:
        if self._items:
            short = f" and len({value}.html) < {MOST_MERGED}"
        else:
            short = ""
            self._elements.append(value)
        self._line(f"elif {value}.__class__ is StaticElement{short}: {name} = {value}.html")

    def _result(self, result: Result) -> str:
        value, name = self._variable(result), self._name()
        if result.many is not None:
            self._line(f"try: {name} = ''.join({value})")
            self._line(f"except TypeError: {self._bail}")
            return name
        self._line(f"if {value}.__class__ is str: {name} = {value}")
        self._static_element(name, value)
        self._line(f"else: {self._bail}")
        if isinstance(result.made, HelperPart):
            self._helped.append(value)
        return name

    def _list(self, part: ListPart) -> str:
        value, name, item = self._variable(part.source), self._name(), self._name()
        self._line(f"if {value}.__class__ is not list and {value}.__class__ is not tuple: {self._bail}")
        self._line(f"{name} = []")
        self._line(f"for {item} in {value}:")
        before = self._items
        self._items = {**before, part.target or "": item}
        self._depth += 1
        self._line(f"{name}.append({_formatted(self._root(part.element))})")
        self._depth -= 1
        self._items = before
        return f"''.join({name})"

    def _attribute(self, hole: AttributeHole) -> list[str]:
        value, name = self._variable(hole), self._name()
        if hole.may_be_absent:
            self._line(f"{name} = attribute({hole.name!r}, {value})")
            self._line(f"if {name} is None: {self._bail}")
            return [f"{{{name}}}"]
        if hole.is_url:
            self._line(f"if {value}.__class__ is not str or (':' in {value} and is_script_url({value})): {self._bail}")
            self._escape(name, value, _ATTRIBUTE)
        elif hole.is_text:
            self._escape(name, value, _ATTRIBUTE)
        else:
            self._line(f"if {value}.__class__ is str:")
            self._depth += 1
            self._escape(name, value, _ATTRIBUTE)
            self._depth -= 1
            if hole.name not in ("class", "style"):
                self._int(name, value)
            self._line(f"else: {self._bail}")
        return [_static(f' {hole.name}="'), f"{{{name}}}", _static('"')]

    def _escape(self, name: str, value: str, characters: tuple[tuple[str, str], ...]) -> None:
        self._line(f"{name} = {value}")
        for character, entity in characters:
            self._line(f"if {character!r} in {value}: {name} = {name}.replace({character!r}, {entity!r})")


def _static(text: str) -> str:
    """Writes static text as a part of a formatted string in single quotes."""
    # Of a text with both quotes in it, `repr` escapes the single ones, and all that is not printable in any case.
    return repr("\"'" + text)[4:-1].replace("{", "{{").replace("}", "}}")


def _formatted(parts: list[str]) -> str:
    return f"f'{''.join(parts)}'"
