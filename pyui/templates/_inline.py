"""Writes a template in the code of the user's function, where the function returns an element. Runs on the server.

Of `return div(p(text()), b(more()))`, in a twin, it makes

    if not (div is <div> and …): return div(p(text()), b(more()))
    odd = m1 = None
    w2 = text()
    if w2.__class__ is str: …escape…
    else: …
        if w3 is None: odd = True
    if odd is not None:
        w2 = settle(<p>, w2, w2)
        m1, odd = True, None
    w4 = more()
    …
    if odd is None and m1 is None:
        return f'<div><p>{w3}</p><b>{w5}</b></div>'
    return <otherwise>(w2, w4)

so that each value is looked at once and nothing is called. What is made before something behind it is evaluated is
looked at in its turn, the rest when all values are there.
"""

import ast
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import override

from pyui.templates._constants import Constants
from pyui.templates._fast import FastFunction
from pyui.templates._group import Content, Group, Made, Result
from pyui.templates._parts import Hole, UsesHole
from pyui.templates._settle import settle
from pyui.templates._templates import HELPERS as TEMPLATE_HELPERS
from pyui.templates._uses import surrounded

HELPERS: dict[str, object] = {
    **TEMPLATE_HELPERS,
    **{kind.__name__: kind for kind in (str, int, float, list, tuple, TypeError)},
    "len": len,
    "settle": settle,
    "surrounded": surrounded,
}

_USES = "\0"  # stands in markup for uses of a component; no other part of it holds that character


@dataclass
class Insertions:
    """What the text of inlined templates names and does not hold.

    Args:
        argument: makes the expression for a place.
        otherwise: makes that of the function that makes a group the general way.

    Attributes:
        expressions: by their names in the text.
    """

    argument: Callable[[Group, Hole | Result], ast.expr]
    otherwise: Callable[[Group], ast.expr]
    expressions: dict[str, ast.expr] = field(default_factory=dict[str, ast.expr])

    def name(self, expression: ast.expr) -> str:
        """Returns the name of an expression."""
        name = f"e{len(self.expressions)}"
        self.expressions[name] = expression
        return name


class InlineTemplate(FastFunction):
    """Writes the statements for one group.

    Args:
        group: what is made.
        insertions: what its text names.
        outer: what it is a part of.
    """

    def __init__(self, group: Group, insertions: Insertions, outer: "InlineTemplate | None" = None) -> None:
        super().__init__(group, "", insertions.name(insertions.otherwise(group)))
        self._insertions = insertions
        self._values: list[str] = []
        # These are made before the user's expressions are changed.
        self._inner = {id(each): insertions.name(insertions.otherwise(each)) for each in group.checks.values()}
        self._unmerged = ""  # the name that tells whether something that was made in its turn could not be merged
        self._all_merged = ""
        self._uses: UsesHole | None = None  # the uses of a component that all markup is around
        self._made: dict[int, list[str]] = {}  # parts of the elements that have been made, by their identity
        self._lines = outer._lines if outer is not None else list[str]()
        self._numbers = outer._numbers if outer is not None else self._numbers
        self._depth = outer._depth if outer is not None else 0

    def text(self, made: Made) -> str:
        """Writes the statements, the last of which returns what is made otherwise.

        Args:
            made: what the function returns.
        """
        self._line("odd = None")
        self._evaluate()
        uses = [place for place in self._group.places if isinstance(place, UsesHole)]
        self._uses = uses[0] if made is Made.MARKUP and len(uses) == 1 else None
        markup = self._markup(self._group.root)
        self._line(f"if odd is None{self._all_merged}:")
        self._depth += 1
        if self._uses is not None:
            before, _, after = markup.partition(_USES)
            self._line(f"return surrounded({self._variable(self._uses)}, {before}', f'{after})")
        else:
            self._write_return(markup, made)
        self._depth = 0
        self._line(f"return {self._call_otherwise()}")
        return "\n".join(self._lines)

    def _write_return(self, markup: str, made: Made) -> None:
        self._line(f"html = {markup}")
        if self._helped:
            self._line(f"if not ({self._is_long('html')}):")
            self._depth += 1
        self._finish(made)

    def _evaluate(self) -> None:
        """Writes what evaluates the user's expressions, and what makes an element that comes before one of them."""
        group = self._group
        if group.checks:
            self._unmerged = f"m{next(self._numbers)}"
            self._all_merged = f" and {self._unmerged} is None"
            self._line(f"{self._unmerged} = None")
        ends = {max(group.index(each) or 0 for each in inner.places): inner for inner in group.checks.values()}
        for index, place in enumerate(group.places):
            self._values.append(self._value(place))
            if index in ends:
                self._check(ends[index])

    def _value(self, place: Hole | Result) -> str:
        """Returns the name of the value of a place."""
        if isinstance(place, Hole) and place.quiet and isinstance(place.expression, ast.Name):
            return self._insertions.name(place.expression)
        if isinstance(place, Result) and place.many is None and isinstance(place.made, Group):
            return InlineTemplate(place.made, self._insertions, self)._part()
        name = self._name()
        self._line(f"{name} = {self._insertions.name(self._insertions.argument(self._group, place))}")
        return name

    def _part(self) -> str:
        """Writes what makes a part in its turn, and returns the name that it has."""
        name = self._name()
        self._evaluate()
        markup = self._markup(self._group.root)
        self._line(f"if odd is None{self._all_merged}:")
        self._line(f"    {name} = {markup}")
        if self._helped:
            self._line(f"    if {self._is_long(name)}: odd = True")
        self._line("else: odd = True")
        self._line(f"if odd is not None: {name} = {self._call_otherwise()}; odd = None")
        return name

    def _check(self, inner: Group) -> None:
        """Writes what looks at the values of an element in its turn, and makes the element if one of them is odd."""
        later, self._later = self._later, True  # a list may be another one by the time that all is merged
        self._made[id(inner.root)] = self._content(inner.root)
        self._later = later
        last = self._variable(self._group.checked[id(inner.root)])
        values = [self._values[self._group.index(place) or 0] for place in inner.places]
        self._line("if odd is not None:")
        self._line(f"    {last} = settle({self._inner[id(inner)]}, {last}, {', '.join(values)})")
        self._line(f"    {self._unmerged}, odd = True, None")

    def _call_otherwise(self) -> str:
        return f"{self._otherwise}({', '.join(self._values)})"

    @override
    def _parameter(self, index: int) -> str:
        return self._values[index]

    @override
    def _content(self, content: Content) -> list[str]:
        made = self._made.get(id(content))
        return super()._content(content) if made is None else made

    @override
    def _hole(self, hole: Hole) -> list[str]:
        return [_USES] if hole is self._uses else super()._hole(hole)

    @override
    def _bail(self, *names: str) -> str:
        return f"{' = '.join([*names, 'odd'])} = True{'; break' if self._in_list else ''}"


class Filler(ast.NodeTransformer):
    """Makes statements of the text of an inlined template.

    Args:
        insertions: what the text names.
        constants: the constants of the module.
        new_name: makes a name for a value.
        place: the element call.
    """

    def __init__(
        self, insertions: Insertions, constants: Constants, new_name: Callable[[], str], place: ast.expr
    ) -> None:
        self._expressions = insertions.expressions
        self._constants = constants
        self._new_name = new_name
        self._place = place
        self._names: dict[str, str] = {}

    def statements(self, text: str) -> list[ast.stmt]:
        """Makes the statements."""
        tree = ast.parse(text)
        for node in ast.walk(tree):
            ast.copy_location(node, self._place)
            if isinstance(node, ast.Attribute):  # the call of a method is at the line where its name ends
                node.end_lineno, node.end_col_offset = node.lineno, node.col_offset
        return [self.visit(statement) for statement in tree.body]

    @override
    def visit_Assign(self, node: ast.Assign) -> ast.Assign:
        self.generic_visit(node)
        return ast.copy_location(node, node.value)

    @override
    def visit_Name(self, node: ast.Name) -> ast.expr:
        if node.id in self._expressions:
            return self._expressions[node.id]
        if node.id in HELPERS:
            self._constants.give(f"!{node.id}", HELPERS[node.id])
            return self._constants.expression(f"!{node.id}", self._place)
        if node.id not in self._names:
            self._names[node.id] = self._new_name()
        node.id = self._names[node.id]
        return node
