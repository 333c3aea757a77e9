"""How many arguments a user's function wants. Runs on both sides."""

from typing import Any

_VAR_POSITIONAL = 0x04  # CO_VARARGS of a code object


def wanted(function: Any, most: int) -> int:
    """Tells how many positional arguments to call a function with.

    Parameters with defaults are not counted, so that the idiom `lambda item=item: …` keeps its item.

    Args:
        function: anything that can be called; `inspect` would be exact about all of them, and slow to import.
        most: how many arguments there are to give.

    Returns:
        The number of required positional parameters, `most` at the most; 1 for `*args` and where it cannot be known.
    """
    code = getattr(function, "__code__", None) or getattr(getattr(function, "__func__", None), "__code__", None)
    bound = getattr(function, "__self__", None) is not None
    if code is None:
        code, bound = getattr(type(function).__call__, "__code__", None), True
    if code is None:
        return min(1, most)
    required: int = code.co_argcount - bound - len(getattr(function, "__defaults__", None) or ())
    if code.co_flags & _VAR_POSITIONAL:
        required = max(required, 1)
    return min(required, most)
