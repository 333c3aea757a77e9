"""What the functions of templates call where they do not write in place. Runs on the server.

What stands here decides as `pyui.view._element_function` does: what it does not know goes the general way.
"""

from typing import Any

from pyui.view._element import StaticElement, attribute_markup
from pyui.view._escape import escape_attribute, escape_text

MOST_MERGED = 4096  # markup that long is not copied into its parent again, as in `pyui.view._element_function`

MOST_NUMBER = 10**18  # an integer of thousands of digits cannot be written
MOST_SMALL = 10**9  # up to there, CPython compares integers in a fast way

_PLAIN = frozenset((str, bool, float, type(None)))


def new_static(html: str) -> StaticElement:
    """Makes a static element of finished markup."""
    element = StaticElement.__new__(StaticElement)
    element.html = html
    return element


def wrap(part: Any) -> Any:
    """Returns what a part of a template stands for outside of templates: an element."""
    return new_static(mend(part)) if part.__class__ is str else part


def wrap_all(parts: Any) -> Any:
    """Does what `wrap` does to the items of a list that a template's comprehension made."""
    return [wrap(part) for part in parts]


class Unmerged:
    """Stands in place of the last value of an element that could not be merged.

    Args:
        element: the element, made in its turn.
    """

    __slots__ = ("element",)

    def __init__(self, element: Any) -> None:
        self.element = element


def mend(html: str) -> str:
    """Writes the characters that are the same in text and in attributes, and rare: U+000D, U+0000, U+00A0.

    Templates escape `&`, `<`, `>` and `"` in each value, and these once in the markup as a whole.
    """
    if "\r" in html:
        html = html.replace("\r", "&#13;")
    if "\0" in html:
        html = html.replace("\0", "\ufffd")
    return html.replace("\xa0", "&nbsp;") if "\xa0" in html else html


def is_writable(number: int) -> bool:
    """Tells whether a number surely has few enough digits for `str`."""
    return -MOST_NUMBER < number < MOST_NUMBER


def child(value: Any) -> str | None:
    """Writes a child that is no string, no static element, and yet static; None where it is something else."""
    return _children(value) if value.__class__ is list else scalar(value)


def scalar(value: Any) -> str | None:
    """Does what `child` does, but for lists."""
    kind = value.__class__
    if kind is float or (kind is int and is_writable(value)):
        return str(value)
    return "" if value is None or kind is bool else None


def _children(values: list[Any]) -> str | None:
    html: list[str] = []
    for value in values:
        kind = value.__class__
        if kind is StaticElement and len(value.html) < MOST_MERGED:
            html.append(value.html)
        elif kind is str:
            html.append(escape_text(value))
        elif kind is int and is_writable(value):
            html.append(str(value))
        elif value is not None and kind is not bool:
            return None
    return "".join(html)


def attribute(name: str, value: Any) -> str | None:
    """Writes an attribute whose value is of a kind that cannot be live or wrong; None where it is something else.

    Args:
        name: its name in HTML, which is not that of a URL.
        value: its value.

    Returns:
        Its markup behind a space, nothing where it is absent.
    """
    kind = value.__class__
    if value is None:
        return ""
    if kind is str:
        return f' {name}="{escape_attribute(value)}"'
    if name in ("class", "style"):
        known = kind is dict and all(map(_is_plain_entry, value.items()))
        known = known or (name == "class" and kind is list and all(map(_is_plain_class, value)))
    else:
        known = kind is bool or kind is float or (kind is int and is_writable(value))
    return attribute_markup(name, value) if known else None


def _is_plain_entry(entry: tuple[Any, Any]) -> bool:
    return entry[0].__class__ is str and entry[1].__class__ in _PLAIN


def _is_plain_class(value: Any) -> bool:
    return (
        value.__class__ is str
        or value is None
        or (value.__class__ is dict and all(map(_is_plain_entry, value.items())))
    )


def is_a_markup_long(*values: Any) -> bool:
    """Tells whether one of the values is markup that is too long to be merged into an element."""
    return any(value.__class__ is str and len(value) >= MOST_MERGED for value in values)
