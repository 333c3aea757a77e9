"""What a user does to an element: the events that a browser sends, and what it does by default."""

from collections.abc import Callable
from typing import Any

from pyui.testing._controls import CONTROLS, check, checked, is_toggle, options, select, selected_options, value, write
from pyui.testing._dom import Element
from pyui.testing._errors import ActionError
from pyui.testing._event import send
from pyui.testing._live_page import LivePage
from pyui.testing._roles import labelled

_DISABLING = ("button", "input", "optgroup", "option", "select", "textarea")
_FOCUSABLE = ("button", "input", "select", "summary", "textarea")


def click(page: LivePage, element: Element) -> None:
    """Clicks on an element.

    Raises:
        ActionError: it is disabled.
    """
    _require_enabled(element)
    for kind in ("pointerdown", "mousedown"):
        send(page, element, kind)
    focus(page, next((outer for outer in element.path() if _takes_focus(outer)), None))
    for kind in ("pointerup", "mouseup"):
        send(page, element, kind)
    _activate(page, element)


def _activate(page: LivePage, element: Element) -> None:
    target = next((outer for outer in element.path() if _DEFAULTS.get(outer.tag) is not None), None)
    if target is not None and is_toggle(target):
        _toggle(page, target)
    elif send(page, element, "click") and target is not None:
        _DEFAULTS[target.tag](page, target)


def _toggle(page: LivePage, control: Element) -> None:
    """Clicks on a checkbox or radio button, which changes before its handlers run, and back if they prevent it."""
    before = dict(control.properties)
    was = checked(control)
    check(control, on=control.attributes["type"] == "radio" or not was)
    if not send(page, control, "click"):
        control.properties = before
    elif checked(control) != was:
        send(page, control, "input")
        send(page, control, "change")


def _click_label(page: LivePage, label: Element) -> None:
    control = labelled(label)
    if control is not None and not _is_disabled(control):
        focus(page, control)
        _activate(page, control)


def _press_button(page: LivePage, button: Element) -> None:
    is_button = button.tag == "button" or button.attributes.get("type") in ("submit", "image")
    if is_button and button.attributes.get("type", "submit") in ("submit", "image"):
        _submit(page, button)


def _submit(page: LivePage, element: Element) -> None:
    form = next((outer for outer in element.path() if outer.tag == "form"), None)
    if form is not None and send(page, form, "submit"):
        page.visit(form.attributes.get("action", ""))


def _follow(page: LivePage, link: Element) -> None:
    if "href" in link.attributes:
        page.visit(link.attributes["href"])


def _open_details(page: LivePage, summary: Element) -> None:
    details = summary.parent
    if details is not None and details.tag == "details":
        details.set_attribute("open", None if "open" in details.attributes else "")
        send(page, details, "toggle")


_DEFAULTS: dict[str, Callable[[LivePage, Element], None]] = {
    "a": _follow,
    "button": _press_button,
    "input": _press_button,
    "label": _click_label,
    "summary": _open_details,
}


def focus(page: LivePage, element: Element | None) -> None:
    """Moves the focus to an element, or away from all."""
    before = page.root.focused
    if before is element:
        return
    page.root.focused = element
    if before is not None:
        send(page, before, "blur")
        send(page, before, "focusout")
    if element is not None:
        send(page, element, "focus")
        send(page, element, "focusin")


def fill(page: LivePage, element: Element, text: str) -> None:
    """Replaces the text of a control.

    Raises:
        ActionError: it is no text control, or disabled.
    """
    _require_enabled(element)
    if element.tag not in ("input", "textarea") or is_toggle(element):
        raise ActionError(f"<{element.tag}> cannot be filled with text.", "Find an input or a textarea.")
    focus(page, element)
    write(element, "value", text)
    send(page, element, "input")
    send(page, element, "change")


def set_checked(page: LivePage, element: Element, *, on: bool) -> None:
    """Clicks on a checkbox or radio button that is not yet as wanted.

    Raises:
        ActionError: it is neither, it is disabled, or the click does not make it so.
    """
    if not is_toggle(element):
        raise ActionError(f"<{element.tag}> is no checkbox and no radio button.", "Find an input of such a type.")
    if checked(element) != on:
        click(page, element)
    if checked(element) != on:
        raise ActionError(f"A click did not switch <{element.tag}> {'on' if on else 'off'}.", "See its handlers.")


def select_options(page: LivePage, element: Element, wanted: list[str]) -> None:
    """Chooses options of a `select`, by their values or texts.

    Raises:
        ActionError: it is no `select`, it is disabled, or it has no such option.
    """
    _require_enabled(element)
    found = [option for option in options(element) if {value(option), " ".join(option.text.split())} & set(wanted)]
    if element.tag != "select" or len(found) < len(wanted):
        has = [value(option) for option in options(element)]
        raise ActionError(f"<{element.tag}> has no options {wanted!r}.", f"Its values are {has!r}.")
    focus(page, element)
    before = selected_options(element)
    select(element, [value(option) for option in found])
    if selected_options(element) != before:
        send(page, element, "input")
        send(page, element, "change")


def press(page: LivePage, element: Element, key: str) -> None:
    """Presses a key. Enter clicks on buttons and links and submits the form of an input; Space clicks on buttons.

    Raises:
        ActionError: the element is disabled.
    """
    _require_enabled(element)
    focus(page, element)
    properties: dict[str, Any] = {"key": " " if key == "Space" else key, "code": key}
    if send(page, element, "keydown", properties) and key in ("Enter", "Space"):
        if element.tag in ("button", "summary") or (element.tag == "a" and key == "Enter"):
            _activate(page, element)
        elif element.tag == "input" and key == "Enter" and not is_toggle(element):
            _submit(page, element)
        elif is_toggle(element) and key == "Space":
            _activate(page, element)
    send(page, element, "keyup", properties)


def _takes_focus(element: Element) -> bool:
    return element.tag in _FOCUSABLE or "tabindex" in element.attributes or "href" in element.attributes


def _is_disabled(element: Element) -> bool:
    own = element.tag in _DISABLING and "disabled" in element.attributes
    fieldset = element.tag in (*CONTROLS, "button") and any(
        outer.tag == "fieldset" and "disabled" in outer.attributes for outer in element.path()
    )
    return own or fieldset


def _require_enabled(element: Element) -> None:
    if _is_disabled(element):
        raise ActionError(f"<{element.tag}> is disabled.", "A user could not do this; see why it is disabled.")
