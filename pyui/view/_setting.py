"""Sets a context variable for a while. Runs on both sides."""

from contextvars import ContextVar, Token
from types import TracebackType
from typing import Any


class Setting[T]:
    """A context manager that gives a context variable a value; one of `contextlib` takes five times as long.

    Args:
        variable: the variable.
        value: its value, which `with` returns.
    """

    __slots__ = ("_token", "_value", "_variable")
    _token: Token[Any]

    def __init__(self, variable: ContextVar[Any], value: T) -> None:
        self._variable = variable
        self._value = value

    def __enter__(self) -> T:
        self._token = self._variable.set(self._value)
        return self._value

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._variable.reset(self._token)
