"""Goes through the source of a module and puts calls of template functions in place of element calls. Server only.

An element call becomes `template(…) if div is <div> and … else <the call as it was>`: a name that means something else
by then, because somebody has replaced it, leads to the call as it was. Nodes keep their places in the file.
"""

import ast
import copy
import sys
from collections.abc import Iterator, Mapping
from types import FunctionType
from typing import Any, override

from pyui.templates._checks import all_of, tests_of
from pyui.templates._constants import Constants, at_place
from pyui.templates._group import Group, Made, Result, group_of
from pyui.templates._guard import guard_of
from pyui.templates._inline import Filler, InlineTemplate, Insertions
from pyui.templates._parts import ElementPart, HelperPart, Hole, UsesHole
from pyui.templates._plain import only_value
from pyui.templates._reader import Reader
from pyui.templates._resolve import Resolver
from pyui.templates._scopes import FUNCTIONS, Function, Scope
from pyui.templates._settle import settle
from pyui.templates._templates import Templates
from pyui.templates._uses import uses

type Definitions = dict[FunctionType, ast.FunctionDef]
"""Functions, and what defines them or their twins."""


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
        self._returned = Made.ELEMENT
        self._kept_names = 0
        self.changed = False

    def twins(self, helpers: Definitions, components: Definitions) -> tuple[Definitions, Definitions]:
        """Makes the twins of functions that return elements: they return markup where it is static.

        Args:
            helpers: functions that calls in element calls stand for.
            components: functions of components.

        Returns:
            The definitions of the twins of both.
        """
        found = {function: node for function, node in helpers.items() if self._returns_elements(node)}
        others = {function: node for function, node in components.items() if self._returns_elements(node)}
        self._reader.helpers = frozenset(found)
        if not _is_watched():
            plain = {function: self._reader.plain_function(node) for function, node in (found | others).items()}
            self._reader.plain = {function: read for function, read in plain.items() if read is not None}
        return (
            {function: self._twin(node, Made.PART) for function, node in found.items()},
            {function: self._twin(node, Made.MARKUP) for function, node in others.items()},
        )

    def constants(self, twins: Mapping[FunctionType, FunctionType]) -> dict[str, object]:
        """Makes the template functions, and returns what the strings in the code stand for."""
        for index, function in enumerate(self._templates.make()):
            self._constants.give(f":{index}", function)
        for helper, twin in twins.items():
            self._constants.give(f"+{helper.__name__}", twin)
        return self._constants.objects

    def _returns_elements(self, node: ast.FunctionDef) -> bool:
        scope = Scope().inside_function(node)
        values = [part.value for part in own_nodes(node) if isinstance(part, ast.Return)]
        yields = any(isinstance(part, (ast.Yield, ast.YieldFrom)) for part in own_nodes(node))
        return (
            bool(values)
            and not yields
            and all(isinstance(value, ast.Call) and self._reader.element(value, scope) is not None for value in values)
        )

    def _twin(self, node: ast.FunctionDef, made: Made) -> ast.FunctionDef:
        twin = copy.deepcopy(node)
        self._returned = made
        self._visit_body(twin)
        self._returned = Made.ELEMENT
        return twin

    def _visit_function(self, node: Any) -> Any:
        before, self._returned = self._returned, Made.ELEMENT
        self._visit_body(node)
        self._returned = before
        return node

    visit_FunctionDef = visit_AsyncFunctionDef = visit_Lambda = _visit_function  # noqa: N815 - the names are those of `ast`

    def _visit_body(self, function: Function) -> None:
        before = self._scope, self._around, self._owner
        self._scope = self._around = self._around.inside_function(function)
        if isinstance(function, ast.Lambda):
            self._owner = "<lambda>"
            function.body = self.visit(function.body)
        else:
            self._owner = function.name
            function.body = list(self._visit_statements(function.body))
        self._scope, self._around, self._owner = before

    def _visit_statements(self, statements: list[ast.stmt]) -> Iterator[ast.stmt]:
        for statement in statements:
            made = self.visit(statement)
            yield from made if isinstance(made, list) else [made]

    @override
    def visit_Return(self, node: ast.Return) -> Any:
        if not isinstance(node.value, ast.Call):
            return self.generic_visit(node)
        inlined = self._inlined(node) if self._returned is not Made.ELEMENT else []
        if not inlined:
            node.value = self._element(node.value, self._returned)
        return inlined or node

    def _inlined(self, node: ast.Return) -> list[ast.stmt]:
        """Makes the statements that return an element of a twin; none where they cannot be written in place."""
        call = node.value if isinstance(node.value, ast.Call) else None
        part = self._read(call, self._returned) if call is not None else None
        if call is None or part is None or part.is_live or self._scope is None or not self._scope.keeps:
            return []
        self.changed = True
        changed = ast.UnaryOp(ast.Not(), guard_of(part, self._resolver, self._constants))
        as_written = at_place(ast.If(changed, [copy.deepcopy(node)], []), call)
        group = group_of(part)
        group.split_last()
        insertions = Insertions(self._value, lambda group: self._template(group, call, None))
        text = InlineTemplate(group, insertions).text(self._returned)
        return [as_written, *Filler(insertions, self._constants, self._new_name, call).statements(text)]

    def _value(self, group: Group, place: Hole | Result) -> ast.expr:
        split = only_value(place) if isinstance(place, Hole) and place is group.split else None
        if isinstance(place, Hole) and split is not None:
            return self._in_scope(place.scope, split.value)
        return self._argument(place)

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
        node.generators[0].iter = self._in_scope(self._scope.in_iterable(), node.generators[0].iter)
        self._scope = self._around = self._scope.inside_comprehension(node)
        for field in ("elt", "key", "value"):
            if hasattr(node, field):
                setattr(node, field, self.visit(getattr(node, field)))
        self._scope, self._around = before
        return node

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = _visit_comprehension  # noqa: N815

    @override
    def visit_AnnAssign(self, node: ast.AnnAssign) -> Any:
        if node.value is not None:
            node.value = self.visit(node.value)
        return node

    @override
    def visit_Call(self, node: ast.Call) -> Any:
        return self._element(node, Made.ELEMENT)

    def _element(self, node: ast.Call, made: Made) -> Any:
        part = self._read(node, made)
        if part is None:
            return self.generic_visit(node)
        self.changed = True
        original = copy.deepcopy(node)
        guard = guard_of(part, self._resolver, self._constants)
        call = self._call(group_of(part), node, made)
        return at_place(ast.IfExp(guard, call, original), node)

    def _read(self, node: ast.Call, made: Made) -> ElementPart | None:
        # Only a component's twin runs when the walk comes by, and returns at once what is read here.
        self._reader.inlines = made is Made.MARKUP
        part = self._reader.element(node, self._scope) if self._scope is not None else None
        self._reader.inlines = False
        return part

    def _template(self, group: Group, at: ast.expr, made: Made | None) -> ast.expr:
        """Makes the expression of what makes a group."""
        return self._constants.expression(f":{self._templates.add(group, self._owner, made)}", at)

    def _call(self, group: Group, at: ast.expr, made: Made) -> ast.expr:
        group.split_last()
        template = self._template(group, at, made)
        inner = [place for other in group.checks.values() for place in other.places]
        kept = {id(place): self._new_name() for place in inner if isinstance(place, Hole) and not place.quiet}
        return at_place(ast.Call(template, [self._kept(group, place, kept) for place in group.places], []), at)

    def _new_name(self) -> str:
        self._kept_names += 1
        return f"{self._kept_names} kept"  # no name of the user's begins with a digit

    def _kept(self, group: Group, place: Hole | Result, kept: Mapping[int, str]) -> ast.expr:
        """Makes the argument for a place; for the last one of an element that is checked, with the check."""
        value = self._value(group, place)
        if id(place) not in kept or not isinstance(place, Hole):
            return value
        value = at_place(ast.NamedExpr(ast.Name(kept[id(place)], ast.Store()), value), value)
        inner = group.checks.get(id(place))
        if inner is None:
            return value
        holes = [hole for hole in inner.places if isinstance(hole, Hole)]
        values = [ast.Name(kept[id(hole)], ast.Load()) if id(hole) in kept else hole.expression for hole in holes]
        last = ast.Name(kept[id(place)], ast.Load())
        tests = tests_of(self._constants, place, value)
        for hole, other in zip(holes, values, strict=True):
            tests += tests_of(self._constants, hole, copy.deepcopy(other)) if hole is not place else []
        self._constants.give("!settle", settle)
        template = self._template(inner, value, Made.PART)
        settled = ast.Call(
            self._constants.expression("!settle", value), [template, last, *map(copy.deepcopy, values)], []
        )
        return at_place(ast.IfExp(all_of(tests), copy.deepcopy(last), settled), value)

    def _argument(self, place: Hole | Result) -> ast.expr:
        if isinstance(place, UsesHole):
            return self._uses(place)
        if isinstance(place, Hole):
            return self._in_scope(place.scope, place.expression)
        if isinstance(place.made, HelperPart):
            return self._helper(place.made)
        if place.many is None:
            return self._call(place.made, place.made.place, Made.PART)
        comprehension = place.many.comprehension
        first = comprehension.generators[0]
        first.iter = self._in_scope(place.many.source.scope.in_iterable(), first.iter)
        comprehension.elt = self._call(place.made, comprehension.elt, Made.PART)
        return comprehension

    def _uses(self, hole: UsesHole) -> ast.expr:
        """Has a comprehension collect the arguments of a component instead of its uses."""
        name, call = ast.unparse(hole.call.func), hole.call
        self._constants.give("!uses", uses)
        self._constants.give(f"={name}", hole.component)
        values = [*call.args, *(keyword.value for keyword in call.keywords)]
        comprehension = copy.copy(hole.comprehension)
        only = len(values) == 1
        comprehension.elt = values[0] if only else ast.copy_location(ast.Tuple(values, ast.Load()), call)
        component = self._constants.expression(f"={name}", call)
        arguments = [component, self._in_scope(hole.scope, comprehension), ast.Constant(only)]
        return at_place(ast.Call(self._constants.expression("!uses", call), arguments, []), call)

    def _helper(self, part: HelperPart) -> ast.expr:
        made = part.call
        made.args = [self._in_scope(part.scope, argument) for argument in made.args]
        for keyword in made.keywords:
            keyword.value = self._in_scope(part.scope, keyword.value)
        made.func = self._constants.expression(f"+{part.function.__name__}", made.func)
        return made

    def _in_scope(self, scope: Scope, expression: ast.expr) -> ast.expr:
        before, self._scope, self._around = (self._scope, self._around), scope, scope
        made: ast.expr = self.visit(expression)
        self._scope, self._around = before
        return made


def _is_watched() -> bool:
    """Tells whether a debugger, or what measures coverage, looks for the statements of plain functions."""
    tools = (sys.monitoring.DEBUGGER_ID, sys.monitoring.COVERAGE_ID)
    return sys.gettrace() is not None or any(map(sys.monitoring.get_tool, tools))


def own_nodes(function: ast.AST) -> Iterator[ast.AST]:
    """Returns the nodes in a function that are not in a function in it."""
    for node in ast.iter_child_nodes(function):
        if not isinstance(node, FUNCTIONS):
            yield node
            yield from own_nodes(node)
