"""Which element calls become templates in the browser, and what holes they have. Runs on the server.

What a function returns is one, for that is what a list asks for again and again, once for each row; and what is given
to a component, such as `Show`, which may show it again and again.
"""

import ast
from typing import Any, NamedTuple, cast

from pyui import html
from pyui.errors import PyuiError
from pyui.templates._resolve import Resolver, is_constant
from pyui.templates._scopes import Function, Scope
from pyui.view._plan import HANDLER, plan_of

# A browser complains about marks in the attributes of drawings, so those are left to the walk.
_NAMES = {id(value): f"html.{name}" for name, value in vars(html).items() if name in html.__all__}


class RowTemplate(NamedTuple):
    """An element call that becomes a call of a template.

    Args:
        call: the call.
        holes: the user's expressions in it, in the order in which they are evaluated.
        made: the same call with parameters `v0`, `v1`, … in the place of the expressions.
    """

    call: ast.Call
    holes: list[ast.expr]
    made: ast.expr


class Finder(ast.NodeVisitor):
    """Finds the calls in the tree of a module.

    Args:
        names: its element functions, by name.

    Attributes:
        found: the calls, those around others first.
    """

    def __init__(self, names: dict[str, Any]) -> None:
        self._resolver = Resolver(names)
        self._scope = Scope()
        self.found: list[RowTemplate] = []

    def _visit_function(self, node: Any) -> None:
        before, self._scope = self._scope, self._scope.inside_function(cast("Function", node))
        if isinstance(node, ast.Lambda):
            self._take(node.body)
        self.generic_visit(node)
        self._scope = before

    visit_FunctionDef = visit_AsyncFunctionDef = visit_Lambda = _visit_function  # noqa: N815 - the names are those of `ast`

    def _visit_comprehension(self, node: Any) -> None:
        before, self._scope = self._scope, self._scope.inside_comprehension(node)
        self.generic_visit(node)
        self._scope = before

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = _visit_comprehension  # noqa: N815

    def visit_Return(self, node: ast.Return) -> None:
        """Takes what a function returns."""
        if node.value is not None:
            self._take(node.value)
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        """Takes what a call is given, unless it is that of an element function: its children are a part of it."""
        if self._resolver.tag(node.func, self._scope) is None:
            for given in (*node.args, *[keyword.value for keyword in node.keywords]):
                self._take(given)
        self.generic_visit(node)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Does not look into formatted strings: there a quote of the inserted text could end them."""

    def _take(self, expression: ast.expr) -> None:
        if isinstance(expression, ast.IfExp):
            self._take(expression.body)
            self._take(expression.orelse)
        holes: list[ast.expr] = []
        made = self._element(expression, holes)
        if made is not None and holes and isinstance(expression, ast.Call):
            self.found.append(RowTemplate(expression, holes, made))

    def _element(self, call: ast.expr, holes: list[ast.expr]) -> ast.Call | None:
        """Returns a call with its holes taken out, or None where it is no element call, or an unusual one."""
        found = self._resolver.element_call(call, self._scope) if isinstance(call, ast.Call) else None
        name = _NAMES.get(id(found[0].function)) if found is not None else None
        if found is None or name is None or not isinstance(call, ast.Call):
            return None
        try:
            if any(kind > HANDLER for _, _, kind in plan_of(tuple(found[1]))):
                return None
        except PyuiError:
            return None  # it fails when it runs, at the user's line
        children = [self._child(child, holes) for child in call.args]
        attributes = [ast.keyword(each.arg, _value(each.value, holes)) for each in call.keywords]
        return ast.Call(ast.Name(name, ast.Load()), children, attributes)

    def _child(self, child: ast.expr, holes: list[ast.expr]) -> ast.expr:
        before = len(holes)
        element = self._element(child, holes)
        if element is None:
            del holes[before:]
            return _value(child, holes)
        return element


def _value(expression: ast.expr, holes: list[ast.expr]) -> ast.expr:
    if is_constant(expression):
        return expression
    holes.append(expression)
    return ast.Name(f"v{len(holes) - 1}", ast.Load())
