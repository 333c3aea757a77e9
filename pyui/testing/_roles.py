"""What assistive technology makes of an element: its role and its name.

After "HTML Accessibility API Mappings" and "Accessible Name and Description Computation 1.2", as far as tests ask.
"""

from pyui.testing._controls import CONTROLS
from pyui.testing._dom import Element, Text

_ROLES = {
    "article": "article", "aside": "complementary", "blockquote": "blockquote", "button": "button",
    "caption": "caption", "code": "code", "dd": "definition", "del": "deletion", "details": "group",
    "dialog": "dialog", "dt": "term", "em": "emphasis", "fieldset": "group", "figure": "figure",
    "footer": "contentinfo", "form": "form", "header": "banner", "hr": "separator", "html": "document",
    "ins": "insertion", "li": "listitem", "main": "main", "math": "math", "menu": "list", "meter": "meter",
    "nav": "navigation", "ol": "list", "optgroup": "group", "option": "option", "output": "status", "p": "paragraph",
    "progress": "progressbar", "search": "search", "strong": "strong", "sub": "subscript", "sup": "superscript",
    "table": "table", "tbody": "rowgroup", "td": "cell", "textarea": "textbox", "tfoot": "rowgroup",
    "th": "columnheader", "thead": "rowgroup", "time": "time", "tr": "row", "ul": "list",
    **{f"h{level}": "heading" for level in range(1, 7)},
}  # fmt: skip
_INPUTS = {
    "button": "button", "checkbox": "checkbox", "image": "button", "number": "spinbutton", "radio": "radio",
    "range": "slider", "reset": "button", "search": "searchbox", "submit": "button",
    **dict.fromkeys(("email", "tel", "text", "url"), "textbox"),
    # No role of ARIA's is theirs.
    **dict.fromkeys(("color", "date", "datetime-local", "file", "hidden", "month", "password", "time", "week"), ""),
}  # fmt: skip
_NAMED_BY_CONTENT = frozenset(
    "button cell checkbox columnheader gridcell heading link menuitem menuitemcheckbox menuitemradio option radio row "
    "rowheader switch tab tooltip treeitem".split()
)
_LABELLABLE = frozenset((*CONTROLS, "button", "meter", "output", "progress"))
_CAPTIONS = {"fieldset": "legend", "table": "caption", "figure": "figcaption"}


def role(element: Element) -> str:  # noqa: PLR0911 - a table with conditions
    """Returns the role of an element; empty where it has none."""
    given = element.attributes.get("role")
    if given:
        return given.split()[0]
    if element.tag == "a":
        return "link" if "href" in element.attributes else ""
    if element.tag == "img":
        return "presentation" if element.attributes.get("alt") == "" else "img"
    if element.tag == "section":
        return "region" if accessible_name(element) else ""
    if element.tag == "select":
        return "listbox" if "multiple" in element.attributes or "size" in element.attributes else "combobox"
    if element.tag == "input":
        return _INPUTS.get(element.attributes.get("type", "text").lower(), "textbox")
    return _ROLES.get(element.tag, "")


def is_hidden(element: Element) -> bool:
    """Tells whether an element is kept from those who look at or listen to the page; style sheets are not read."""
    return any(
        "hidden" in outer.attributes
        or outer.attributes.get("aria-hidden") == "true"
        or "display:none" in outer.attributes.get("style", "").replace(" ", "")
        or outer.tag in ("template", "noscript", "script", "style")
        for outer in element.path()
    )


def squeezed(text: str) -> str:
    """Returns text with single spaces between words and none around them."""
    return " ".join(text.split())


def accessible_name(element: Element) -> str:
    """Returns the name of an element; empty where it has none."""
    attributes = element.attributes
    named_by = [_by_id(element, name) for name in attributes.get("aria-labelledby", "").split()]
    name = " ".join(squeezed(other.text) for other in named_by if other is not None)
    return name or squeezed(attributes.get("aria-label", "")) or _native_name(element) or attributes.get("title", "")


def _native_name(element: Element) -> str:
    attributes = element.attributes
    if element.tag in _LABELLABLE and (found := labels(element)):
        return " ".join(_label_text(label, element) for label in found)
    if element.tag == "img":
        return attributes.get("alt", "")
    if element.tag == "input":
        is_button = attributes.get("type") in ("submit", "button", "reset")
        return attributes.get("value", "") if is_button else attributes.get("placeholder", "")
    if element.tag in _CAPTIONS:
        return next((squeezed(inner.text) for inner in element.elements() if inner.tag == _CAPTIONS[element.tag]), "")
    by_content = element.tag == "summary" or (element.tag != "section" and role(element) in _NAMED_BY_CONTENT)
    return squeezed(_content(element)) if by_content else ""


def _content(element: Element) -> str:
    """The text of an element, with the alternatives of its pictures."""
    pieces: list[str] = []
    for child in element.children:
        if isinstance(child, Text):
            pieces.append(child.data)
        elif isinstance(child, Element) and not is_hidden(child):
            own = child.attributes.get("aria-label") or child.attributes.get("alt")
            pieces.append(own or _content(child))
    return "".join(pieces)


def labels(control: Element) -> list[Element]:
    """Lists the labels of a control."""
    top = list(control.path())[-1]
    identity = control.attributes.get("id")
    found = [
        label
        for label in top.elements()
        if label.tag == "label" and identity is not None and label.attributes.get("for") == identity
    ]
    around = [outer for outer in control.path() if outer.tag == "label" and "for" not in outer.attributes]
    return found + around


def labelled(label: Element) -> Element | None:
    """Returns the control that a label is for."""
    if "for" in label.attributes:
        return _by_id(label, label.attributes["for"])
    return next((inner for inner in label.elements() if inner.tag in _LABELLABLE), None)


def _label_text(label: Element, control: Element) -> str:
    inside = set(map(id, control.descendants()))
    texts = [node.data for node in label.descendants() if isinstance(node, Text) and id(node) not in inside]
    return squeezed("".join(texts))


def _by_id(element: Element, identity: str) -> Element | None:
    top = list(element.path())[-1]
    return next((other for other in top.elements() if other.attributes.get("id") == identity), None)
