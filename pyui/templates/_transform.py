"""Goes through the source of a module and puts calls of template functions in place of element calls. Server only.

An element call becomes `template(…) if div is <div> and … else <the call as it was>`: a name that means something else by
then, because somebody has replaced it, leads to the call as it was. Nodes keep their places in the file.
"""

import ast
import copy
from collections.abc import Iterable
from typing import Any, cast, override

from pyui.templates._group import Group, Result, group_of
from pyui.templates._parts import ElementPart, Hole, ListPart, Reader
from pyui.templates._resolve import Resolver
from pyui.templates._scopes import Function, Scope
from pyui.templates._templates import Templates


class Constants:
    """Objects that the code of a module will hold as constants.

    `compile` takes no functions as constants, so a string stands for each until it is done.

    Args:
        token: what the strings begin with; nothing else in the module may.
    """

    def __init__(self, token: str) -> None:
        self._token = token
        self.objects: dict[str, object] = {}

    def give(self, key: str, value: object) -> None:
        """Tells the object of a key."""
        self.objects[self._token + key] = value

    def expression(self, key: str, at: ast.expr) -> ast.expr:
        """Makes the expression of a constant.

        Args:
            key: tells it from others.
            at: the node whose place it takes.
        """
        name = self._token + key
        # The condition is gone in the code. Without it, there would be a warning that a string cannot be called.
        choice = ast.IfExp(ast.Constant(True), ast.Constant(name), ast.Constant(None))  # noqa: FBT003
        return _at(choice, at)


class Transformer(ast.NodeTransformer):
    """Changes the tree of a module in place.

    Args:
        names: the globals of the module.
        file: its path.
        token: a text that does not occur in it.

    Attributes:
        changed: whether there were any element calls.
    """

    def __init__(self, names: dict[str, Any], file: str, token: str) -> None:
        self._resolver = Resolver(names)
        self._reader = Reader(self._resolver)
        self._constants = Constants(token)
        self._templates = Templates(file)
        self._scope: Scope | None = None  # None outside of functions
        self._around = Scope()  # what a function sees of the functions around it
        self._owner = "<module>"
        self.changed = False

    def constants(self) -> dict[str, object]:
        """Makes the template functions, and returns what the strings in the code stand for."""
        for index, function in enumerate(self._templates.make()):
            self._constants.give(f":{index}", function)
        return self._constants.objects

    def _visit_function(self, node: Any) -> Any:
        function = cast("Function", node)
        before = self._scope, self._around, self._owner
        self._scope = self._around = self._around.inside_function(function)
        if isinstance(function, ast.Lambda):
            self._owner = "<lambda>"
            function.body = self.visit(function.body)
        else:
            self._owner = function.name
            function.body = [self.visit(statement) for statement in function.body]
        self._scope, self._around, self._owner = before
        return function

    visit_FunctionDef = visit_AsyncFunctionDef = visit_Lambda = _visit_function

    @override
    def visit_ClassDef(self, node: ast.ClassDef) -> Any:
        before, self._scope = self._scope, None
        node.body = [self.visit(statement) for statement in node.body]
        self._scope = before
        return node

    def _visit_comprehension(self, node: Any) -> Any:
        if self._scope is None:
            return node
        before = self._scope, self._around
        node.generators[0].iter = self.visit(node.generators[0].iter)
        self._scope = self._around = self._scope.inside_comprehension(node)
        for field in ("elt", "key", "value"):
            if hasattr(node, field):
                setattr(node, field, self.visit(getattr(node, field)))
        self._scope, self._around = before
        return node

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = _visit_comprehension

    @override
    def visit_AnnAssign(self, node: ast.AnnAssign) -> Any:
        if node.value is not None:
            node.value = self.visit(node.value)
        return node

    @override
    def visit_Call(self, node: ast.Call) -> Any:
        part = self._reader.element(node, self._scope) if self._scope is not None else None
        if part is None:
            return self.generic_visit(node)
        self.changed = True
        original = copy.deepcopy(node)
        call = self._call(group_of(part), node, outermost=True)
        return _at(ast.IfExp(self._guard(part), call, original), node)

    def _call(self, group: Group, at: ast.expr, *, outermost: bool) -> ast.expr:
        index = self._templates.add(group, self._owner, outermost=outermost)
        template = self._constants.expression(f":{index}", at)
        return _at(ast.Call(template, [self._argument(place) for place in group.places], []), at)

    def _argument(self, place: Hole | Result) -> ast.expr:
        if isinstance(place, Hole):
            return self._in_scope(place.scope, place.expression)
        root, many = place.group.root, place.many
        if many is None:
            return self._call(place.group, root.call if isinstance(root, ElementPart) else root.comprehension, outermost=False)
        comprehension = many.comprehension
        first, *others = comprehension.generators
        first.iter = self._in_scope(many.source.scope, first.iter)
        comprehension.elt = self._call(place.group, comprehension.elt, outermost=False)
        comprehension.generators = [first, *others]
        return comprehension

    def _in_scope(self, scope: Scope, expression: ast.expr) -> ast.expr:
        before, self._scope, self._around = (self._scope, self._around), scope, scope
        made: ast.expr = self.visit(expression)
        self._scope, self._around = before
        return made

    def _guard(self, part: ElementPart) -> ast.expr:
        checks: dict[str, tuple[ast.expr, object]] = {}
        for element in _elements(part):
            for expression, value in self._resolver.checks(element.call.func):
                checks[ast.unparse(expression)] = (expression, value)
        made: list[ast.expr] = []
        for name, (expression, value) in checks.items():
            self._constants.give(f"={name}", value)
            constant = self._constants.expression(f"={name}", part.call)
            check = ast.Compare(copy.deepcopy(expression), [ast.Is()], [constant])
            made.append(_all_at(check, part.call))
        return made[0] if len(made) == 1 else _at(ast.BoolOp(ast.And(), made), part.call)


def _elements(part: object) -> Iterable[ElementPart]:
    if isinstance(part, ListPart):
        yield from _elements(part.element)
    elif isinstance(part, ElementPart):
        yield part
        for child in part.children:
            yield from _elements(child)


def _at[N: ast.AST](node: N, place: ast.AST) -> N:
    return ast.fix_missing_locations(ast.copy_location(node, place))


def _all_at[N: ast.AST](node: N, place: ast.AST) -> N:
    for part in ast.walk(node):
        ast.copy_location(part, place)
    return node
