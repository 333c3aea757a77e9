"""Writes the function that makes a template's element the general way, of values that are there. Runs on the server.

It is the user's own expression with parameters in the place of holes, and its nodes keep their places in the user's
file: what an element function raises has the line that it had without templates.
"""

import ast
import copy
from collections.abc import Callable, Mapping

from pyui.templates._group import Content, Group, Result, Root
from pyui.templates._parts import ElementPart, Hole, ListPart, PlainPart


class GeneralFunction:
    """Writes one function.

    Args:
        group: what it makes.
        name: its name.
        functions: the names under which it finds element functions, by their identity.
        static: returns the name under which it finds a static element of finished markup.
    """

    def __init__(self, group: Group, name: str, functions: Mapping[int, str], static: Callable[[str], str]) -> None:
        self._group = group
        self._functions = functions
        self._static = static
        made = self._root(group.root)
        parameters = [ast.arg(f"v{index}") for index in range(len(group.places))]
        arguments = ast.arguments([], parameters, None, [], [], None, [])
        function = ast.FunctionDef(name, arguments, [ast.copy_location(ast.Return(made), made)], [], None, None, [])
        for node in (function, *parameters):
            ast.copy_location(node, group.place)
        self.node = ast.fix_missing_locations(function)

    def _place(self, place: Hole | Result, at: ast.expr) -> ast.expr:
        index = self._group.index(place)
        if index is None:
            return copy.copy(at)
        if place is self._group.split:
            return _formatted(at, f"v{index}")
        return ast.copy_location(ast.Name(f"v{index}", ast.Load()), at)

    def _root(self, root: Root) -> ast.expr:
        if isinstance(root, ListPart):
            return self._list(root)
        return self._plain(root) if isinstance(root, PlainPart) else self._element(root)

    def _plain(self, part: PlainPart) -> ast.Call:
        made = copy.copy(part.call)
        made.func = ast.copy_location(ast.Name(self._functions[id(part.plain.function)], ast.Load()), part.call.func)
        values = iter(part.arguments)
        made.args = [self._place(next(values), at) for at in made.args]
        made.keywords = [copy.copy(keyword) for keyword in made.keywords]
        for keyword in made.keywords:
            keyword.value = self._place(next(values), keyword.value)
        return made

    def _element(self, element: ElementPart) -> ast.Call:
        call = element.call
        made = copy.copy(call)
        made.func = ast.copy_location(ast.Name(self._functions[id(element.tag.function)], ast.Load()), call.func)
        contents = self._group.contents[id(element)]
        made.args = [self._content(content, at) for content, at in zip(contents, call.args, strict=True)]
        holes = {hole.keyword: hole for hole in element.attribute_holes}
        made.keywords = []
        for keyword in call.keywords:
            changed = copy.copy(keyword)
            if keyword.arg in holes:
                changed.value = self._place(holes[keyword.arg], keyword.value)
            made.keywords.append(changed)
        return made

    def _content(self, content: Content, at: ast.expr) -> ast.expr:
        markup = content.markup if isinstance(content, ElementPart) else None
        if markup is not None:
            return ast.copy_location(ast.Name(self._static(markup), ast.Load()), at)
        if isinstance(content, (ElementPart, ListPart, PlainPart)):
            carrier = self._group.checked.get(id(content))
            return self._root(content) if carrier is None else self._unless_made(self._place(carrier, at), content)
        if isinstance(content, Hole):
            return self._place(content, at)
        if isinstance(content, Result):
            wrap = "wrap" if content.many is None else "wrap_all"
            function = ast.copy_location(ast.Name(wrap, ast.Load()), at)
            return ast.copy_location(ast.Call(function, [self._place(content, at)], []), at)
        return at

    def _unless_made(self, value: ast.expr, element: Root) -> ast.expr:
        """Takes the element that has been made where one of its values was no string, or makes it."""
        kind = ast.Attribute(value, "__class__", ast.Load())
        test = ast.Compare(kind, [ast.Is()], [ast.Name("Unmerged", ast.Load())])
        made = ast.Attribute(value, "element", ast.Load())
        choice = ast.IfExp(test, made, self._root(element))
        for node in (kind, test, test.comparators[0], made, choice):
            ast.copy_location(node, value)
        return choice

    def _list(self, part: ListPart) -> ast.ListComp:
        made = copy.copy(part.comprehension)
        first = copy.copy(made.generators[0])
        first.iter = self._place(part.source, first.iter)
        made.generators = [first]
        made.elt = self._root(part.element)
        return made


def _formatted(text: ast.expr, name: str) -> ast.expr:
    """Returns a formatted string with a parameter as its only value."""
    made = copy.deepcopy(text)
    for value in made.values if isinstance(made, ast.JoinedStr) else ():
        if isinstance(value, ast.FormattedValue):
            value.value = ast.copy_location(ast.Name(name, ast.Load()), value.value)
    return made
