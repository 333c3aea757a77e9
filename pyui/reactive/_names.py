"""How signals, computeds and effects are called in messages; nothing is looked up before there is a message."""

from types import CodeType


def describe_creation(kind: str, name: str | None, code: CodeType | None, offset: int) -> str:
    """Names what was made by a call in the user's code.

    Args:
        kind: the function that was called, which is the word for the thing as well.
        name: the name that the user gave.
        code: the code that made the call.
        offset: the offset in bytes of the call in the code.
    """
    if code is None:
        return f"{name} ({kind})" if name else f"unnamed {kind}"
    # An instruction takes two bytes.
    line, _, column, _ = list(code.co_positions())[offset // 2]
    return _describe(kind, name, code.co_filename, line or code.co_firstlineno, column)


def describe_function(kind: str, name: str | None, function: object) -> str:
    """Names what was made from a function of the user's.

    Args:
        kind: the word for the thing, which is the function that made it as well.
        name: the name that the user gave.
        function: the function, or another callable.
    """
    code = getattr(function, "__code__", None)
    if not isinstance(code, CodeType):
        return f"{name or type(function).__name__} ({kind})"
    if name is None and code.co_name != "<lambda>":
        name = code.co_name
    line = code.co_firstlineno
    columns = [column for at, _, column, _ in code.co_positions() if at == line and column]
    return _describe(kind, name, code.co_filename, line, min(columns, default=None))


def _describe(kind: str, name: str | None, file: str, line: int, column: int | None) -> str:
    name = name or _assigned_name(kind, file, line, column)
    place = f"{kind} at {file}:{line}"
    return f"{name} ({place})" if name else place


def _assigned_name(kind: str, file: str, line: int, column: int | None) -> str | None:
    """Reads `count` off `count = signal(`, `self.count: Signal[int] = signal(` or `f(count=signal(`.

    The column is that of the call or of the body of the lambda in it, in bytes.
    """
    import linecache  # noqa: PLC0415 - needed for messages only, and it is not light

    call = f"{kind}("
    source = linecache.getline(file, line)
    if column is not None:
        source = source.encode()[: column + len(call)].decode(errors="ignore")
    target = source.rpartition(call)[0].rstrip()
    if not target.endswith("=") or (column is None and source.count(call) > 1):
        return None
    target = target[:-1].rpartition(";")[2].strip()
    annotated = target.partition(":")[0]
    if annotated.replace(".", "_").isidentifier():
        target = annotated
    start = len(target)
    while start and f"_{target[start - 1]}".isidentifier():
        start -= 1
    return target[start:] or None
