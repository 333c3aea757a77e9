"""The functions that make elements, and the fast path that writes static ones at once. Runs on both sides."""

from collections.abc import Callable, Iterable
from typing import Any, Protocol

from pyui.view._attributes import URLS, AttributeValue, is_live
from pyui.view._element import ContentError, Element, Names, StaticElement, attribute_markup
from pyui.view._escape import escape_attribute, escape_text
from pyui.view._node import Child
from pyui.view._plan import URL, plan_of

_MOST_MERGED = 4096  # markup is copied once more on each level that it is merged into
_MOST_KEPT = 512  # class names and keywords can be computed, so what is kept must not grow with them

_after_class: dict[str, str] = {}
"""What comes before the value of attributes that stand behind `class`, by keyword."""


class ElementFunction(Protocol):
    """A function that makes elements of one name."""

    def __call__(self, *children: Child, class_: AttributeValue = None, **attributes: AttributeValue) -> Element:
        """Makes an element.

        Args:
            children: text, numbers, elements, components, signals, functions, lists of those; None, True and False are
                nothing.
            class_: class names: a string, or a list or dict of them.
            attributes: `for_`, `data_id`, `aria_label` and so on; `on_click=` and other handlers; `bind_value=`,
                `bind_checked=`, `bind_group=`; `ref=`. A signal or a function as a value makes the attribute live.

        Returns:
            The element.
        """
        ...


def element_function(tag: str, kind: type[Element]) -> ElementFunction:
    """Makes the function for an element, without checking its name.

    Args:
        tag: the element's name.
        kind: the class that renders it where it is not static.

    Returns:
        A function with the calling convention of `pyui.html`.
    """
    names = (tag, "<" + tag, f"</{tag}>")
    make = _static_maker(names) if kind is Element else _maker(names, kind)
    make.__name__ = make.__qualname__ = tag
    return make


def void_function(tag: str) -> ElementFunction:
    """Makes the function for a void element, without checking its name.

    Args:
        tag: the element's name.

    Returns:
        A function with the calling convention of `pyui.html`; children are a `ContentError`.
    """
    make_element = _static_maker((tag, "<" + tag, ""))

    def make(*children: Child, class_: AttributeValue = None, **attributes: AttributeValue) -> Element:
        if children:
            raise ContentError(f"<{tag}> got children.", "It is a void element; put them beside it.")
        return make_element(class_=class_, **attributes)

    make.__name__ = make.__qualname__ = tag
    return make


def _maker(names: Names, kind: type[Element]) -> Callable[..., Element]:
    def make(*children: Child, class_: AttributeValue = None, **attributes: AttributeValue) -> Element:
        if class_ is not None:
            attributes["class_"] = class_
        return kind(names, children, attributes)

    return make


def _static_maker(names: Names) -> Callable[..., Element]:  # noqa: C901 - see below
    _, opening, closing = names
    classes: dict[str, str] = {}
    prefixes = _after_class
    new = StaticElement.__new__

    # This function runs more often than any other: the first child and `class_` have parameters of their own because
    # most elements have no other and then need no tuple and no dict; nothing is called that can be written in place.
    def make(child: Any = None, /, *others: Any, class_: Any = None, **attributes: Any) -> Element:  # noqa: C901, PLR0912
        start = opening
        if class_ is not None:
            # A string of another class may be written otherwise than one that it is equal to.
            start = (class_.__class__ is str and classes.get(class_)) or _class_start(opening, classes, class_)
        if attributes and start:
            for key, value in attributes.items():
                prefix = prefixes.get(key)
                if (
                    prefix is None
                    or value.__class__ is not str
                    or len(attributes) > 1
                    or (":" in value and key in URLS)
                ):
                    start = _start(opening, class_, attributes)
                    break
                if (
                    "&" in value
                    or '"' in value
                    or "<" in value
                    or ">" in value
                    or "\r" in value
                    or "\0" in value
                    or "\xa0" in value
                ):
                    start = f'{start}{prefix}{escape_attribute(value)}"'
                else:
                    start = f'{start}{prefix}{value}"'
        if not start:
            html = ""
        elif others:
            html = _merge(start + ">", (child, *others))
        elif child.__class__ is str:
            if "&" in child or "<" in child or ">" in child or "\r" in child or "\0" in child or "\xa0" in child:
                child = escape_text(child)
            html = f"{start}>{child}"
        else:
            html = _merge(start + ">", child if child.__class__ is list else (child,))
        if html:
            element = new(StaticElement)
            element.html = html + closing
            return element
        if class_ is not None:
            attributes["class_"] = class_
        return Element(names, (child, *others), attributes)

    return make


def _class_start(opening: str, classes: dict[str, str], class_: Any) -> str:
    """Returns a start tag without its `>`, or nothing where the class names are live."""
    if is_live(class_):
        return ""
    start = opening + attribute_markup("class", class_)
    if class_.__class__ is str and len(classes) < _MOST_KEPT:
        classes[class_] = start
    return start


def _start(opening: str, class_: object, attributes: dict[str, Any]) -> str:
    """Returns a start tag without its `>`, or nothing where a part of it is live."""
    if class_ is not None:
        attributes = {**attributes, "class_": class_}
    for key, name, kind in plan_of(tuple(attributes)):
        value = attributes[key]
        if kind > URL or is_live(value):
            return ""
        opening += attribute_markup(name, value)
        if name > "class" and (key in URLS or name.lower() not in URLS) and len(_after_class) < _MOST_KEPT:
            _after_class[key] = f' {name}="'
    return opening


def _merge(html: str, children: Iterable[Any], nested: bool = False) -> str:
    """Returns markup with that of static children behind it, or nothing where one is live or it gets long."""
    for child in children:
        kind = child.__class__
        if kind is StaticElement:
            html += child.html
        elif kind is str:
            html += escape_text(child)
        elif kind is int:
            html += str(child)
        elif kind is list and not nested:
            html = _merge(html, child, True)
            if not html:
                return ""
        elif child is not None and kind is not bool:
            return ""
    return html if len(html) < _MOST_MERGED else ""
