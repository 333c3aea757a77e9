"""The one attribute table: names and values, for the server's HTML and the browser's updates. Runs on both sides."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import cast

from pyui.errors import ViewError
from pyui.view.protocol import ALLOW_MISMATCH, MARKER, PORTAL

type Scalar = str | float | bool | None
type AttributeValue = Scalar | Iterable[object] | Mapping[str, object] | Callable[..., object] | object

ENUMERATED: dict[str, tuple[str, str | None]] = {
    "autocomplete": ("on", "off"),
    "contenteditable": ("true", "false"),
    "download": ("", None),
    "draggable": ("true", "false"),
    "popover": ("", None),
    "spellcheck": ("true", "false"),
    "translate": ("yes", "no"),
    "writingsuggestions": ("true", "false"),
}
"""What True and False are in attributes with keywords of their own (HTML standard, section 2.3.3); None is absent."""

URLS = frozenset("href src action formaction poster cite data background ping xlink:href manifest".split())
"""Attributes that hold a URL, in which `javascript:` is refused."""

PROPERTIES = {("input", "value"), ("textarea", "value"), ("select", "value"), ("input", "checked"),
              ("option", "selected"), ("audio", "muted"), ("video", "muted")}  # fmt: skip
"""(tag, attribute) whose live value is a property: the attribute only gives the default."""

MISMATCHES = ("text", "class", "style", "children", "attributes")
"""What an element may allow to differ from what the server wrote."""

_NAMES: dict[str, str] = {"http_equiv": "http-equiv", "accept_charset": "accept-charset", "viewbox": "viewBox"}
_FORBIDDEN = frozenset(" \t\n\f\r\"'<>/=\0")
_CONTROLS = dict.fromkeys(range(0x21))


class InvalidNameError(ViewError):
    """An element or attribute name that no HTML parser would read as written."""

    code = "PYUI201"


class InvalidAttributeError(ViewError):
    """An attribute's value cannot be written."""

    code = "PYUI202"


class UnsafeUrlError(ViewError):
    """A URL that would run script."""

    code = "PYUI203"


def attribute_name(name: str) -> str:
    """Converts a keyword to an attribute name: `class_` to `class`, `data_id` to `data-id`, `xml_lang` to `xml:lang`.

    Args:
        name: the keyword as written.

    Returns:
        The attribute's name in HTML.

    Raises:
        InvalidNameError: the parser would not read the name as one attribute.
    """
    known = _NAMES.get(name)
    if known is not None:
        return known
    result = name.rstrip("_")
    if result.startswith(("xlink_", "xml_", "xmlns_")):
        result = result.replace("_", ":", 1)
    result = result.replace("_", "-")
    if not result or not _FORBIDDEN.isdisjoint(result) or not result.isprintable():
        raise InvalidNameError(f"{name!r} is not an attribute name.", "Use letters, digits and dashes.")
    lowered = result.lower()
    if lowered in (ALLOW_MISMATCH, MARKER, PORTAL):
        raise InvalidNameError(f"{name!r} is a mark of pyui's own.", "Choose another name behind data_.")
    if lowered[:2] == "on" and lowered[2:].isalpha():
        raise InvalidNameError(
            f"{name!r} would hold script as text.", f"Give a Python function as on_{lowered[2:]}= instead."
        )
    if len(_NAMES) < 4096:  # names can be computed, so the cache must not grow with them
        _NAMES[name] = result
    return result


def attribute_value(name: str, value: object) -> str | None:
    """Converts a value to the text of an attribute.

    Args:
        name: the attribute's name in HTML.
        value: a string, number, boolean or None; for `class` also a list or a dict of booleans, for `style` a dict.

    Returns:
        The text, unescaped, or None where the attribute is absent.

    Raises:
        InvalidAttributeError: the value has no text, or one with an address of memory in it.
        UnsafeUrlError: the value is a `javascript:` URL.
    """
    if value is None:
        return None
    if name == "class":
        return class_text(value)
    if name == "style":
        return style_text(value)
    if value is True or value is False:
        return _boolean(name, value)
    if isinstance(value, (list, tuple, set, frozenset, dict, bytes)) or callable(value):
        kind = type(value).__name__  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]
        raise InvalidAttributeError(
            f"{name}= got a {kind}, which has no text.", "Give a string, a number or a boolean."
        )
    if value.__class__ is not str and _shows_its_address(value):
        raise InvalidAttributeError(
            f"{name}= got {value!r}, whose text is another in each process.", "Give a string, or write __str__."
        )
    text = str(value)
    if name.lower() in URLS and is_script_url(text):
        raise UnsafeUrlError(f"{name}={text[:60]!r} would run script.", "Give a URL; handle clicks with on_click=.")
    return text


def _shows_its_address(value: object) -> bool:
    kind = type(value)
    return kind.__repr__ is object.__repr__ and kind.__str__ is object.__str__


def allowed_mismatch(value: object) -> str:
    """Checks what `allow_mismatch=` was given.

    Args:
        value: names from `MISMATCHES` with spaces between them, or True for all.

    Returns:
        The text of the attribute.

    Raises:
        InvalidAttributeError: there is another name, or none.
    """
    names: Sequence[object] = value.split() if isinstance(value, str) else MISMATCHES if value is True else (value,)
    unknown = [name for name in names if name not in MISMATCHES]
    if unknown or not names:
        what = f"allow_mismatch= got {unknown[0] if unknown else value!r}."
        raise InvalidAttributeError(what, f"Give one or more of {', '.join(MISMATCHES)}.")
    return " ".join(map(str, names))


def _boolean(name: str, value: bool) -> str | None:
    if name in ENUMERATED:
        return ENUMERATED[name][not value]
    if name[:5] == "aria-":
        return "true" if value else "false"
    return name if value else None


def is_script_url(url: str) -> bool:
    """Tells whether a browser would run a URL as script (URL standard: controls and spaces inside are skipped)."""
    first = url[:1]
    if (first > " " and first not in "jJvV") or ":" not in url:
        return False
    scheme = url.translate(_CONTROLS)[:11].lower()
    return scheme.startswith(("javascript:", "vbscript:"))


def class_text(value: object) -> str | None:
    """Joins class names.

    Args:
        value: a string; an iterable of such values; or a mapping from class names to whether they are on. Values that
            are callable are called, so a signal can be one.

    Returns:
        The text of the attribute, or None where no class is on. A string is written as it is, also when it is empty.
    """
    if isinstance(value, str):
        return value
    names = list(_class_names(value))
    return " ".join(names) if names else None


def _class_names(value: object) -> Iterable[str]:
    value = value() if callable(value) else value
    if isinstance(value, str):
        if value:
            yield value
    elif isinstance(value, Mapping):
        for name, on in cast("Mapping[object, object]", value).items():
            if on() if callable(on) else on:
                yield str(name)
    elif isinstance(value, Iterable):
        items = cast("Iterable[object]", value)
        # The order of a set differs between the two sides.
        for item in sorted(items, key=str) if isinstance(value, (set, frozenset)) else items:
            yield from _class_names(item)
    elif value is not None and not isinstance(value, bool):
        raise InvalidAttributeError(
            f"class_= got {value!r}.", "Give a string, a list of strings or a dict of booleans."
        )


def style_text(value: object) -> str | None:
    """Writes CSS declarations.

    Args:
        value: a string, or a mapping from properties to values; `font_size` becomes `font-size`, None and False leave a
            property out, and values that are callable are called.

    Returns:
        The text of the attribute, or None where no property is set.
    """
    if isinstance(value, str):
        return value
    if value is False:
        return None
    if not isinstance(value, Mapping):
        raise InvalidAttributeError(f"style= got {value!r}.", "Give a string or a dict of CSS properties.")
    parts: list[str] = []
    for key, item in cast("Mapping[object, object]", value).items():
        text = item() if callable(item) else item
        if text is not None and text is not False:
            name = str(key)
            parts.append(f"{name if name.startswith('--') else name.replace('_', '-')}: {text}")
    return "; ".join(parts) or None


def is_live(value: object) -> bool:
    """Tells whether an attribute's value changes: it is callable, or a list or dict that holds a callable."""
    if callable(value):
        return True
    if isinstance(value, dict):
        return any(map(callable, cast("dict[object, object]", value).values()))
    if isinstance(value, (list, tuple)):
        return any(map(is_live, cast("Iterable[object]", value)))
    return False
