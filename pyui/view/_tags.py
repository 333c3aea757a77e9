"""Which class renders an element, by what the HTML parser does with its name. Runs on both sides.

Source: HTML standard, sections 13.1.2 "Elements" and 13.2.6 "Tree construction".
"""

from pyui.view._attributes import InvalidNameError
from pyui.view._element import Element
from pyui.view._element_function import ElementFunction, element_function, void_function
from pyui.view._special import Inert, Option, Preformatted, RawText, Select, TextArea, TextOnly

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
"""Elements without an end tag."""

SPECIAL: dict[str, type[Element]] = {
    **dict.fromkeys(("script", "style", "xmp", "iframe", "noembed", "noframes"), RawText),
    **dict.fromkeys(("pre", "listing"), Preformatted),
    **dict.fromkeys(("noscript", "template"), Inert),
    "option": Option,
    "select": Select,
    "textarea": TextArea,
    "title": TextOnly,
}
"""Elements that are not rendered by `Element` itself."""


def html_function(tag: str) -> ElementFunction:
    """Makes the function for an HTML element.

    Args:
        tag: the name.

    Returns:
        A function with the calling convention of `pyui.html`.
    """
    known = tag.lower()  # the parser does not tell them apart
    return void_function(tag) if known in VOID else element_function(tag, SPECIAL.get(known, Element))


def element(tag: str) -> ElementFunction:
    """Makes a function for an element that pyui has no function for, such as a custom element.

    Args:
        tag: the element's name.

    Returns:
        A function with the calling convention of `pyui.html`.

    Raises:
        InvalidNameError: the parser would not read the name as written.
    """
    plain = tag.replace("-", "").replace(".", "").replace("_", "").replace(":", "")
    if not (plain.isascii() and plain.isalnum() and tag[0].isalpha()):
        raise InvalidNameError(f"{tag!r} is not an element name.", "Begin with a letter; use letters and digits.")
    return html_function(tag)
