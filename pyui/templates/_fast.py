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

from pyui.templates._group import Content, Group, Made, Result, Root
from pyui.templates._parts import AttributeHole, ElementPart, HelperPart, Hole, ListPart, PlainPart
from pyui.templates._runtime import MOST_MERGED, MOST_NUMBER
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
        self._bail = f"return {otherwise}({self._parameters})"
        self._lines = [f"def {name}({self._parameters}):"]
        self._depth = 1
        self._names = 0
        self._elements: list[str] = []  # what may be a static element, which is not merged if it is long
        self._helped: list[str] = []  # what may be the markup of one, from a helper
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
            self._line(self._bail)
        else:
            self._write(root, made)
        return "\n".join(self._lines)

    def _write(self, root: Root, made: Made) -> None:
        if isinstance(root, ListPart):
            self._line(f"html = {self._list(root)}")
        else:
            self._line(f"html = {joined(self._root(root))}")
        checks = [f"long_element({', '.join(self._elements)})"] if self._elements else []
        checks += [f"long_markup({', '.join(self._helped)})"] if self._helped else []
        if checks:
            self._line(f"if len(html) >= {MOST_MERGED} and ({' or '.join(checks)}): {self._bail}")
        if made is not Made.PART:
            self._line(MENDS)
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
        index = self._group.index(place)
        if index is not None or isinstance(place, Result):
            if isinstance(place, Hole):
                self._first[f"v{index}"] = self._sources.setdefault(ast.unparse(place.expression), f"v{index}")
            return f"v{index}"
        return self._known[ast.unparse(place.expression)]

    def _root(self, root: ElementPart | PlainPart) -> list[str]:
        if isinstance(root, ElementPart):
            return self._element(root)
        before = self._known, self._later
        self._known = dict(zip(root.names, map(self._variable, root.arguments), strict=True))
        self._later = root.is_component
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
        value, name = self._variable(hole), self._name()
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
        self._line(f"    if {name} is None: {self._bail}")
        return [f"{{{name}}}"]

    def _check_merged(self, hole: Hole, value: str) -> None:
        """Writes what goes the general way where an element stands in place of its last value."""
        if any(hole is last for last in self._group.checked.values()):
            self._line(f"if {value}.__class__ is not str: {self._bail}")

    def _is_formatted(self, hole: Hole) -> bool:
        """Tells whether a formatted string is written here: nothing of the user's runs where its values are plain."""
        return hole.is_text and (self._group.index(hole) is None or hole is self._group.split)

    def _formatted(self, hole: Hole, *, quoted: bool) -> list[str]:
        parts: list[str] = []
        for value in hole.expression.values if isinstance(hole.expression, ast.JoinedStr) else ():
            if isinstance(value, ast.FormattedValue):
                index = self._group.index(hole)
                name = self._known[ast.unparse(value.value)] if index is None else f"v{index}"
                parts.append(self._formatted_value(value, name, quoted=quoted))
            elif isinstance(value, ast.Constant):
                constant = str(value.value)
                parts.append(static_part(escape_attribute(constant) if quoted else escape_text(constant)))
        return parts

    def _formatted_value(self, formatted: ast.FormattedValue, value: str, *, quoted: bool) -> str:
        real = f"{value}.__class__ is float"
        whole = f"{value}.__class__ is int and -{MOST_NUMBER} < {value} < {MOST_NUMBER}"
        if isinstance(formatted.format_spec, ast.JoinedStr):
            self._line(f"if not ({real} or {whole}): {self._bail}")
            return f"{{{value}:{ast.literal_eval(formatted.format_spec.values[0])}}}"
        name = self._name()
        self._line(f"if {value}.__class__ is str:")
        self._depth += 1
        self._escape(name, value, quoted=quoted)
        self._depth -= 1
        self._line(f"elif {real} or {whole}: {name} = {value}")
        self._line(f"else: {self._bail}")
        return f"{{{name}}}"

    def _int(self, name: str, value: str) -> None:
        self._line(f"elif {value}.__class__ is int and -{MOST_NUMBER} < {value} < {MOST_NUMBER}: {name} = {value}")

    def _static_element(self, name: str, value: str) -> None:
        if self._in_list:
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
        before = self._known, self._in_list, self._texts
        self._known, self._in_list, self._texts = {**self._known, part.target or "": item}, True, {**self._texts}
        self._depth += 1
        self._line(f"{name}.append({joined(self._root(part.element))})")
        self._depth -= 1
        self._known, self._in_list, self._texts = before
        return f"''.join({name})"

    def _attribute(self, hole: AttributeHole) -> list[str]:
        before, after = static_part(f' {hole.name}="'), static_part('"')
        if self._is_formatted(hole):
            return [before, *self._formatted(hole, quoted=True), after]
        value, name = self._variable(hole), self._name()
        if hole.may_be_absent:
            self._line(f"{name} = attribute({hole.name!r}, {value})")
            self._line(f"if {name} is None: {self._bail}")
            return [f"{{{name}}}"]
        if hole.is_url:
            self._line(f"if {value}.__class__ is not str or (':' in {value} and is_script_url({value})): {self._bail}")
            self._escape(name, value, quoted=True)
        elif hole.is_text:
            self._check_merged(hole, value)
            self._escape(name, value, quoted=True)
        else:
            self._line(f"if {value}.__class__ is str:")
            self._depth += 1
            self._escape(name, value, quoted=True)
            self._depth -= 1
            if hole.name not in ("class", "style"):
                self._int(name, value)
            self._line(f"else: {self._bail}")
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


def static_part(text: str) -> str:
    """Writes static text as a part of a formatted string in single quotes."""
    # Of a text with both quotes in it, `repr` escapes the single ones, and all that is not printable in any case.
    return repr("\"'" + text)[4:-1].replace("{", "{{").replace("}", "}}")


def joined(parts: list[str]) -> str:
    return f"f'{''.join(parts)}'"
