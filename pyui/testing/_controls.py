"""Form controls of a page without a browser: what they show, and what changes it."""

from pyui.testing._dom import Element
from pyui.view.protocol import MARKER

TOGGLES = ("checkbox", "radio")
CONTROLS = ("input", "select", "textarea")

type Shown = str | bool | list[str]


def is_toggle(element: Element) -> bool:
    """Tells whether an element is on or off, so that its value is an attribute alone."""
    return element.tag == "input" and element.attributes.get("type") in TOGGLES


def is_bound(element: Element) -> bool:
    """Tells whether an element has a two-way binding."""
    return ":" in element.attributes.get(MARKER, "")


def value(element: Element) -> str:
    """Returns the property `value` of an element."""
    if element.tag == "select":
        chosen = selected_options(element)
        return value(chosen[0]) if chosen else ""
    if element.tag == "option":
        given = element.attributes.get("value")
        return given if given is not None else " ".join(element.text.split())
    entered = element.properties.get("value")
    if entered is not None:
        return str(entered)
    if element.tag == "textarea":
        return element.text
    return element.attributes.get("value", "on" if is_toggle(element) else "")


def checked(element: Element) -> bool:
    """Returns the property `checked` of an element."""
    return bool(element.properties.get("checked", "checked" in element.attributes))


def options(select: Element) -> list[Element]:
    """Lists the options of a `select`."""
    return [element for element in select.elements() if element.tag == "option"]


def selected_options(select: Element) -> list[Element]:
    """Lists the options that a `select` shows."""
    every = options(select)
    chosen = [option for option in every if option.properties.get("selected", "selected" in option.attributes)]
    if "multiple" in select.attributes:
        return chosen
    return chosen[-1:] or [option for option in every if "disabled" not in option.attributes][:1]


def read(control: Element) -> Shown:
    """Returns what the user sees in a control, as `read` of the runtime's `controls.js` does."""
    if is_toggle(control):
        return checked(control)
    if control.tag == "select" and "multiple" in control.attributes:
        return [value(option) for option in selected_options(control)]
    return value(control)


def write(control: Element, name: str, shown: object) -> None:
    """Makes a control show a value, as `write` of the runtime's `controls.js` does."""
    if control.tag == "select":
        select(control, shown if isinstance(shown, list) else [str(shown)])  # pyright: ignore[reportUnknownArgumentType]
    elif name == "checked":
        check(control, on=bool(shown))
    elif not is_toggle(control) and not _is_that_number(control, shown):
        control.properties["value"] = "" if shown is None else str(shown)


def _is_that_number(control: Element, shown: object) -> bool:
    if control.attributes.get("type") != "number":
        return False
    try:
        return float(value(control)) == float(str(shown))
    except ValueError:
        return False


def check(control: Element, *, on: bool) -> None:
    """Switches a checkbox or a radio button on or off; the other radio buttons of its group go off."""
    if on and control.attributes.get("type") == "radio":
        for other in _group(control):
            other.properties["checked"] = False
    control.properties["checked"] = on


def _group(radio: Element) -> list[Element]:
    outer = list(radio.path())
    form = next((element for element in outer if element.tag == "form"), outer[-1])
    name = radio.attributes.get("name")
    return [
        element
        for element in form.elements()
        if name and element.attributes.get("type") == "radio" and element.attributes.get("name") == name
    ]


def select(control: Element, values: list[str]) -> None:
    """Chooses the options with these values, and no others."""
    for option in options(control):
        option.properties["selected"] = value(option) in values


def is_changed(control: Element) -> bool:
    """Tells whether a control no longer shows what the page was delivered with."""
    if control.tag == "select":
        return any("selected" in option.properties for option in options(control))
    return bool(control.properties)
