"""The codec: carries values to the browser, and back the very same. Runs on both sides.

What JSON has stands for itself. Everything else is an object with the one key `TAG` and a list: the name of its kind,
then its arguments. A value with such a thing in it is as a whole `{TAG: ["shared", list, value]}`, where the list has
the objects that are met more than once or lie deeper than `MAX_DEPTH`; `["ref", index]` stands in their place. No code
of a value is run, and classes are named by import path: decoding makes instances of those alone that ship.
"""

from typing import Final

TAG: Final = "$"
"""The only key of what stands for a value that JSON does not have."""

MAX_DEPTH: Final = 48
"""How deep values lie in each other in the JSON text; parsers have limits."""

MAX_SAFE_INTEGER: Final = 2**53 - 1
"""The largest integer that a JavaScript number holds exactly, for those who read the payload in JavaScript."""

type Step = str | int | tuple[object]
"""A step from a value into it: a field or a key that is text, an index, or any other key."""

type Path = tuple[Path | None, Step]
"""The way to a value: the way to what holds it, and a step."""


def path_text(path: Path) -> str:
    """Writes a path as Python would: `props.items[3].when`."""
    steps: list[Step] = []
    rest: Path | None = path
    while rest is not None:
        rest, step = rest
        steps.append(step)
    name = steps.pop()
    text = str(name) + "".join(map(_step_text, reversed(steps)))
    return text if len(text) <= 200 else f"{text[:60]}…{text[-120:]}"


def _step_text(step: Step) -> str:
    if isinstance(step, str) and step.isidentifier():
        return f".{step}"
    key = repr_of(step[0] if isinstance(step, tuple) else step)
    return f"[{key if len(key) <= 60 else key[:57] + '...'}]"


def repr_of(value: object) -> str:
    """Returns the `repr` of a value, or its type where that has an integer of more digits than Python writes."""
    try:
        return repr(value)
    except ValueError:
        return type(value).__qualname__


class Refused(Exception):
    """Says why a value cannot travel; the encoder or the decoder adds which value.

    Args:
        what: the end of the sentence that begins with the path.
        fix: one sentence on what to do.
    """

    def __init__(self, what: str, fix: str) -> None:
        super().__init__(what)
        self.what = what
        self.fix = fix
