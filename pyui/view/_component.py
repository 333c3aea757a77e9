"""Components: functions that run once per instance and return a tree of nodes. Runs on both sides."""

import sys
from collections.abc import Callable, Iterable, Iterator
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any, override

from pyui._location import Location, is_own_code
from pyui.errors import PyuiError, ViewError
from pyui.view import _waiting
from pyui.view._element import StaticElement
from pyui.view._node import Item, Node, normalise
from pyui.view._trace import ENDS, STARTS
from pyui.view._walk import Leave

if TYPE_CHECKING:
    from pyui.view._walk import Walk

_VAR_POSITIONAL, _VAR_KEYWORD = 0x04, 0x08  # CO_VARARGS and CO_VARKEYWORDS of a code object
_ASYNC = 0x80 | 0x200  # CO_COROUTINE and CO_ASYNC_GENERATOR
_new = object.__new__
_MOST_SHAPES = 256  # keywords can be computed, so the cache must not grow with them


class ComponentError(ViewError):
    """A component was called with arguments that it does not take, or something that is no function was made one."""

    code = "PYUI208"


class ComponentCall(Node, Leave):
    """One use of a component, made by calling it. The function runs when the walk comes by.

    Attributes:
        component: the component.
        args: positional arguments.
        kwargs: keyword arguments.
        code: the code object of the caller.
        offset: the offset in bytes of the call in it.
    """

    __slots__ = ("args", "code", "component", "kwargs", "offset")
    component: "Component[..., Any]"
    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    code: CodeType
    offset: int

    @property
    def line(self) -> int:
        """The caller's line."""
        return next((line for start, end, line in self.code.co_lines() if start <= self.offset < end and line), 0)

    @override
    def enter(self, walk: "Walk") -> None:
        twin = self.component.twin
        if twin is None or walk.calls is not None:
            made = self._run(walk, self.component.function)
            if made.__class__ is StaticElement and walk.calls is None:
                walk.out.append(made.html)
            else:
                self.push(walk, self.items(walk, made))
            return
        walk.recorder.components += 1
        try:  # as `_run`, written in place: most components of a page come by here
            made = twin(*self.args, **self.kwargs) if self.kwargs else twin(*self.args)
        except Exception as error:
            self.catch(walk, error)
            raise
        if made.__class__ is str:
            walk.out.append(made)
        elif made.__class__ is StaticElement:
            walk.out.append(made.html)
        else:
            walk.push(self.items(walk, made), self)

    def push(self, walk: "Walk", items: Iterable[Item]) -> None:
        """Has the walk go through what the component renders."""
        self.note(walk)
        walk.push(items, self)

    def note(self, walk: "Walk") -> None:
        """Notes where what the component renders begins."""
        if walk.calls is not None:
            walk.calls.append(self)
            walk.out.append(STARTS)

    @override
    def leave(self, walk: "Walk") -> None:
        if walk.calls is not None:
            walk.out.append(ENDS)

    def expand(self, walk: "Walk") -> list[Item]:
        """Runs the function.

        Args:
            walk: the walk that came by.

        Returns:
            What it returned, as items.
        """
        return self.items(walk, self.run(walk))

    def run(self, walk: "Walk") -> Any:
        """Runs the function and returns what it returned."""
        return self._run(walk, self.component.function)

    def _run(self, walk: "Walk", function: Callable[..., Any]) -> Any:
        walk.recorder.components += 1
        try:
            return function(*self.args, **self.kwargs) if self.kwargs else function(*self.args)
        except Exception as error:
            self.catch(walk, error)
            raise

    def items(self, walk: "Walk", made: object) -> list[Item]:
        """Returns what the function returned as items."""
        if isinstance(made, Node):
            return [made]
        try:
            return normalise((made,))
        except Exception as error:
            self.catch(walk, error)
            raise

    @override
    def catch(self, walk: "Walk", error: Exception) -> bool:
        """Tells which component failed, and the components around it, in notes."""
        if isinstance(error, PyuiError) and not hasattr(error, "__notes__") and not _passed_user_code(error):
            error.where = self._place()
        note = f"while rendering {self.component.name}, used at {self.code.co_filename}:{self.line}"
        if note not in getattr(error, "__notes__", ()):
            error.add_note(note)
        return False

    def _place(self) -> Location:
        if not is_own_code(self.code):
            return Location(self.code.co_filename, self.line)
        code = self.component.function.__code__  # a page, which a route uses
        return Location(code.co_filename, code.co_firstlineno)


def _passed_user_code(error: Exception) -> bool:
    """Tells whether an error came through a function of the user's since the walk began.

    Otherwise the innermost place outside of pyui is that of the server which asked for the page.
    """
    trace = error.__traceback__
    while trace is not None:
        if not is_own_code(trace.tb_frame.f_code):
            return True
        trace = trace.tb_next
    return False


class Component[**P, R]:
    """A function that was made a component.

    Args:
        function: the function.

    Attributes:
        name: the function's name.
        twin: returns markup where the function returns a static element; put there by the compiler of templates.
        parameters: the names that it accepts by keyword.
        accepts_any: whether it accepts any keyword.
    """

    __slots__ = (
        "__dict__",
        "_any_args",
        "_positional",
        "_required",
        "_shapes",
        "accepts_any",
        "function",
        "name",
        "parameters",
        "twin",
    )

    def __init__(self, function: Callable[P, R]) -> None:
        if not isinstance(function, FunctionType):
            raise ComponentError(f"@component got {function!r}, which is no function.", "Put it above a `def`.")
        self.function = function
        self.twin: Callable[..., Any] | None = None
        self.name = function.__name__
        self.__name__ = function.__name__
        self.__qualname__ = function.__qualname__
        self.__doc__ = function.__doc__
        self.__module__ = function.__module__
        self.__wrapped__ = function
        self._read_signature(function)
        _waiting.add(function)

    def _read_signature(self, function: FunctionType) -> None:
        code = function.__code__
        names = code.co_varnames
        positional = names[: code.co_argcount]
        keywords = names[code.co_argcount : code.co_argcount + code.co_kwonlyargcount]
        defaults = len(function.__defaults__ or ())
        self.parameters = frozenset(positional[code.co_posonlyargcount :] + keywords)
        self.accepts_any = bool(code.co_flags & _VAR_KEYWORD)
        self._any_args = bool(code.co_flags & _VAR_POSITIONAL)
        self._positional = positional
        optional = function.__kwdefaults__ or ()
        self._required = (
            *positional[: len(positional) - defaults],
            *(name for name in keywords if name not in optional),
        )
        self._shapes: set[object] = set()

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> ComponentCall:
        """Makes a node that runs the function when it is rendered.

        Args:
            args: the function's arguments.
            kwargs: the function's arguments by name.

        Returns:
            The node.

        Raises:
            ComponentError: the function does not take these arguments.
        """
        shape = (len(args), *kwargs) if kwargs else len(args)
        if shape not in self._shapes:
            self._check(args, kwargs)
            if self._any_args and len(args) > len(self._positional):
                # The function runs again each time the node is rendered, and a generator can be gone through but once.
                args = tuple([list(arg) if isinstance(arg, Iterator) else arg for arg in args])  # type: ignore[assignment]
            elif len(self._shapes) < _MOST_SHAPES:
                self._shapes.add(shape)
        frame = sys._getframe(1)  # the only way to the caller's line that costs nothing
        call = _new(ComponentCall)  # without `__init__`, which would be called for nothing else
        call.component = self
        call.args = args
        call.kwargs = kwargs
        call.code = frame.f_code
        call.offset = frame.f_lasti
        return call

    def __repr__(self) -> str:
        return f"<component {self.name}>"

    def takes(self, count: int, keywords: tuple[str, ...]) -> bool:
        """Tells whether it takes arguments, and would take all of them by position.

        Args:
            count: how many are given by position.
            keywords: the names of the others, in order.
        """
        in_order = self._positional[count : count + len(keywords)] == keywords
        given = count <= len(self._positional) and in_order
        return given and self._problem((None,) * count, dict.fromkeys(keywords)) is None

    def _check(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        problem = self._problem(args, kwargs)
        if problem is not None:
            expected = ", ".join(sorted(self.parameters)) or "none"
            raise ComponentError(f"{self.name}() {problem}.", f"Its parameters by name are: {expected}.")

    def _problem(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> str | None:
        if not self._any_args and len(args) > len(self._positional):
            return f"takes at most {len(self._positional)} positional arguments and got {len(args)}"
        unknown = kwargs.keys() - self.parameters
        if unknown and not self.accepts_any:
            return f"got an unknown argument {min(unknown)!r}"
        twice = [name for name in self._positional[: len(args)] if name in kwargs and name in self.parameters]
        if twice:
            return f"got the argument {twice[0]!r} twice"
        given = {*self._positional[: len(args)], *(kwargs.keys() & self.parameters)}
        missing = [name for name in self._required if name not in given]
        return f"misses the argument {missing[0]!r}" if missing else None


def component[**P, R](function: Callable[P, R]) -> Component[P, R]:
    """Makes a component of a function.

    The function runs once per instance and returns what may be a child: an element, text, a list, None.

    Args:
        function: a plain function. Its parameters are the component's props; `*children` takes children.

    Returns:
        The component; calling it with the function's arguments gives a node.

    Raises:
        ComponentError: it is no plain function.
    """
    if isinstance(function, FunctionType) and function.__code__.co_flags & _ASYNC:
        raise ComponentError(
            f"{function.__qualname__} is an async function.",
            "Make it a plain function; load data in the route's loader.",
        )
    return Component(function)
