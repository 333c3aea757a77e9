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
from itertools import count

from pyui.templates._group import Content, Group, Made, Result, Root
from pyui.templates._parts import AttributeHole, ElementPart, HelperPart, Hole, ListPart, PlainPart, UsesHole
from pyui.templates._runtime import MOST_MERGED, MOST_SMALL
from pyui.view._escape import escape_attribute, escape_text

MENDS = r'if "\r" in html or "\0" in html or (not html.isascii() and "\xa0" in html): html = mend(html)'


class FastFunction:
    """Writes the source of one template function.

    Args:
        group: what it makes.
        name: its name.
        otherwise: the name of the function that makes what is not static.
    """

    def __init__(self, group: Group, name: str, otherwise: str) -> None:
        self._group = group
        self._parameters = ", ".join(f"v{index}" for index in range(len(group.places)))
        self._otherwise = otherwise
        self._lines = [f"def {name}({self._parameters}):"]
        self._depth = 1
        self._numbers = count(1)
        self._helped: list[str] = []  # what may be markup from a helper, which is not merged if it is long
        self._known: dict[str, str] = {}  # parameters of the plain function that is written, and items of lists
        self._later = False  # whether it is written before the function would be called
        self._in_list = False
        self._texts: dict[str, str] = {}  # strings that have been escaped, and what they were made
        self._sources: dict[str, str] = {}  # the first value of each expression of the user's
        self._first: dict[str, str] = {}  # for each value, the first one of the same expression

    def source(self, made: Made) -> str:
        """Writes the source.

        Args:
            made: what the function returns.
        """
        root = self._group.root
        if isinstance(root, ElementPart) and root.is_live:
            self._line(self._bail())
        else:
            self._write(root, made)
        return "\n".join(self._lines)

    def _write(self, root: Root, made: Made) -> None:
        self._line(f"html = {self._markup(root)}")
        if self._helped:
            self._line(f"if {self._is_long('html')}: {self._bail()}")
        self._finish(made)

    def _markup(self, root: Root) -> str:
        return self._list(root) if isinstance(root, ListPart) else joined(self._root(root))

    def _is_long(self, name: str) -> str:
        """Writes what tells whether markup holds what is too long to be merged."""
        return f"len({name}) >= {MOST_MERGED} and long_markup({', '.join(self._helped)})"

    def _finish(self, made: Made) -> None:
        if made is not Made.PART:
            self._line(MENDS)
        if made is Made.ELEMENT:
            self._line("element = new(StaticElement)")
            self._line("element.html = html")
            self._line("return element")
        else:
            self._line("return html")

    def _bail(self, *names: str) -> str:  # noqa: ARG002 - others go on, and want them to have values
        """Writes what happens where something is not static.

        Args:
            names: what has no value by then, and others may ask for.
        """
        return f"return {self._otherwise}({self._parameters})"

    def _line(self, text: str) -> None:
        self._lines.append("    " * self._depth + text)

    def _name(self) -> str:
        return f"w{next(self._numbers)}"

    def _parameter(self, index: int) -> str:
        """Returns the name of the value of a place."""
        return f"v{index}"

    def _variable(self, place: Hole | Result) -> str:
        index = self._group.index(place)
        if index is None:
            return self._known[ast.unparse(place.expression)] if isinstance(place, Hole) else ""
        name = self._parameter(index)
        if isinstance(place, Hole):
            self._first[name] = self._sources.setdefault(ast.unparse(place.expression), name)
        return name

    def _root(self, root: ElementPart | PlainPart) -> list[str]:
        if isinstance(root, ElementPart):
            return self._element(root)
        before = self._known, self._later
        self._known = dict(zip(root.names, map(self._variable, root.arguments), strict=True))
        self._later = self._later or root.is_component
        parts = self._element(root.plain.element)
        self._known, self._later = before
        return parts

    def _element(self, element: ElementPart) -> list[str]:
        """Writes what evaluates the holes of an element, and returns the parts of a formatted string of it."""
        inside = [part for child in self._group.contents[id(element)] for part in self._content(child)]
        parts = [static_part(f"<{element.tag.name}")]
        for attribute in element.attributes:
            parts += [static_part(attribute)] if isinstance(attribute, str) else self._attribute(attribute)
        closing = "" if element.tag.void else f"</{element.tag.name}>"
        return [*parts, static_part(">"), *inside, static_part(closing)]

    def _content(self, content: Content) -> list[str]:
        if isinstance(content, str):
            return [static_part(content)]
        if isinstance(content, (ElementPart, PlainPart)):
            return self._root(content)
        if isinstance(content, ListPart):
            return [f"{{{self._list(content)}}}"]
        if isinstance(content, Result):
            return [f"{{{self._result(content)}}}"]
        return self._hole(content)

    def _hole(self, hole: Hole) -> list[str]:
        if self._is_formatted(hole):
            return self._formatted(hole, quoted=False)
        value = self._variable(hole)
        if isinstance(hole, UsesHole):
            self._line(f"if {value}: {self._bail()}")
            return []
        name = self._name()
        if hole.is_text:
            self._check_merged(hole, value)
            self._escape(name, value, quoted=False)
            return [f"{{{name}}}"]
        self._line(f"if {value}.__class__ is str:")
        self._depth += 1
        self._escape(name, value, quoted=False)
        self._depth -= 1
        self._static_element(name, value)
        self._int(name, value)
        self._line("else:")
        # A list may be another one by the time that the walk comes by a component.
        self._line(f"    {name} = {'scalar' if self._later else 'child'}({value})")
        self._line(f"    if {name} is None: {self._bail()}")
        return [f"{{{name}}}"]

    def _check_merged(self, hole: Hole, value: str) -> None:
        """Writes what goes the general way where an element stands in place of its last value."""
        if any(hole is last for last in self._group.checked.values()):
            self._line(f"if {value}.__class__ is not str: {self._bail()}")

    def _is_formatted(self, hole: Hole) -> bool:
        """Tells whether a formatted string is written here: nothing of the user's runs where its values are plain."""
        return hole.is_text and (self._group.index(hole) is None or hole is self._group.split)

    def _formatted(self, hole: Hole, *, quoted: bool) -> list[str]:
        parts: list[str] = []
        for value in hole.expression.values if isinstance(hole.expression, ast.JoinedStr) else ():
            if isinstance(value, ast.FormattedValue):
                index = self._group.index(hole)
                name = self._known[ast.unparse(value.value)] if index is None else self._parameter(index)
                parts.append(self._formatted_value(value, name, quoted=quoted))
            elif isinstance(value, ast.Constant):
                constant = str(value.value)
                parts.append(static_part(escape_attribute(constant) if quoted else escape_text(constant)))
        return parts

    def _formatted_value(self, formatted: ast.FormattedValue, value: str, *, quoted: bool) -> str:
        real = f"{value}.__class__ is float"
        whole = _is_whole(value)
        if isinstance(formatted.format_spec, ast.JoinedStr):
            self._line(f"if not ({real} or {whole}): {self._bail()}")
            return f"{{{value}:{ast.literal_eval(formatted.format_spec.values[0])}}}"
        name = self._name()
        self._line(f"if {value}.__class__ is str:")
        self._depth += 1
        self._escape(name, value, quoted=quoted)
        self._depth -= 1
        self._line(f"elif {real} or {whole}: {name} = {value}")
        self._line(f"else: {self._bail()}")
        return f"{{{name}}}"

    def _int(self, name: str, value: str) -> None:
        self._line(f"elif {_is_whole(value)}: {name} = {value}")

    def _static_element(self, name: str, value: str) -> None:
        is_short = f"len({value}.html) < {MOST_MERGED}"
        self._line(f"elif {value}.__class__ is StaticElement and {is_short}: {name} = {value}.html")

    def _result(self, result: Result) -> str:
        value, name = self._variable(result), self._name()
        if result.many is not None:
            self._line(f"try: {name} = ''.join({value})")
            self._line(f"except TypeError: {self._bail()}")
            return name
        self._line(f"if {value}.__class__ is str: {name} = {value}")
        self._static_element(name, value)
        self._line(f"else: {self._bail()}")
        if isinstance(result.made, HelperPart):
            self._helped.append(value)
        return name

    def _list(self, part: ListPart) -> str:
        value, name, item = self._variable(part.source), self._name(), self._name()
        self._line(f"if {value}.__class__ is list or {value}.__class__ is tuple:")
        self._line(f"    {name} = []")
        self._line(f"    for {item} in {value}:")
        before = self._known, self._in_list, self._texts
        self._known, self._in_list, self._texts = {**self._known, part.target or "": item}, True, {**self._texts}
        self._depth += 2
        self._line(f"{name}.append({joined(self._root(part.element))})")
        self._depth -= 2
        self._known, self._in_list, self._texts = before
        self._line(f"else: {self._bail()}")
        return f"''.join({name})"

    def _attribute(self, hole: AttributeHole) -> list[str]:
        before, after = static_part(f' {hole.name}="'), static_part('"')
        if self._is_formatted(hole):
            return [before, *self._formatted(hole, quoted=True), after]
        value, name = self._variable(hole), self._name()
        if hole.may_be_absent:
            self._line(f"{name} = attribute({hole.name!r}, {value})")
            self._line(f"if {name} is None: {self._bail()}")
            return [f"{{{name}}}"]
        if hole.is_text:
            self._check_merged(hole, value)
            self._escape(name, value, quoted=True)
            return [before, f"{{{name}}}", after]
        is_good = f" and (':' not in {value} or not is_script_url({value}))" if hole.is_url else ""
        self._line(f"if {value}.__class__ is str{is_good}:")
        self._depth += 1
        self._escape(name, value, quoted=True)
        self._depth -= 1
        if not hole.is_url and hole.name not in ("class", "style"):
            self._int(name, value)
        self._line(f"else: {self._bail(self._texts[value])}")
        return [before, f"{{{name}}}", after]

    def _escape(self, name: str, value: str, *, quoted: bool) -> None:
        """Writes what escapes a string, for an attribute if it is quoted. Nothing is escaped twice."""
        text = self._texts.get(value)
        if text is None:
            text = self._name() if quoted else name
            self._escape_text(text, value)
            self._texts[value] = text
        if text != name:
            self._line(f"{name} = {text}")
        if quoted:
            self._line(f"""if '"' in {value}: {name} = {name}.replace('"', '&quot;')""")

    def _escape_text(self, name: str, value: str) -> None:
        same = self._texts.get(self._first.get(value, value))
        if same is not None:  # of an expression that was evaluated before
            self._line(f"if {value} is {self._first[value]}: {name} = {same}")
            self._line("else:")
        self._depth += same is not None
        self._line(f"{name} = {value}")
        for character, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):
            self._line(f"if {character!r} in {value}: {name} = {name}.replace({character!r}, {entity!r})")
        self._depth -= same is not None


def _is_whole(value: str) -> str:
    """Writes what tells whether a value is an integer of few digits. Small ones are compared fastest."""
    return f"{value}.__class__ is int and (-{MOST_SMALL} < {value} < {MOST_SMALL} or is_writable({value}))"


def static_part(text: str) -> str:
    """Writes static text as a part of a formatted string in single quotes."""
    # Of a text with both quotes in it, `repr` escapes the single ones, and all that is not printable in any case.
    return repr("\"'" + text)[4:-1].replace("{", "{{").replace("}", "}}")


def joined(parts: list[str]) -> str:
    return f"f'{''.join(parts)}'"
