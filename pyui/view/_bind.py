"""Two-way bindings between form controls and signals. Runs on both sides."""

from typing import Any, Protocol

from pyui.errors import ViewError


class BindError(ViewError):
    """A two-way binding that cannot work."""

    code = "PYUI207"


class Writable(Protocol):
    """A signal, as far as a two-way binding needs it."""

    def __call__(self) -> Any:
        """Returns the value and tracks it."""
        ...

    def peek(self) -> Any:
        """Returns the value without tracking it."""
        ...

    def set(self, value: Any) -> None:
        """Replaces the value."""
        ...


class Bind:
    """A two-way binding of one control.

    Args:
        prop: the property that the binder reads and writes: `value`, `checked` or `group`.
        event: the type of the event that tells of a change.
        signal: the signal.
        kind: the control's type: `text`, `number`, `checkbox`, `radio`, `select` and so on.
        own: the control's own value, for `bind_group`.
    """

    __slots__ = ("event", "kind", "own", "prop", "signal")

    def __init__(self, prop: str, event: str, signal: Writable, kind: str, own: object) -> None:
        self.prop = prop
        self.event = event
        self.signal = signal
        self.kind = kind
        self.own = own

    def initial(self) -> list[tuple[str, object]]:
        """Returns the attributes that give the control what it shows first."""
        if self.prop != "value":
            return [("checked", self.shown())]
        return [("value", self.shown())] if self.kind not in ("select", "textarea") else []

    def shown(self) -> Any:
        """Returns what the control has to show: a text, texts, or whether it is checked. Tracks the signal."""
        value = self.signal()
        if self.prop == "checked":
            return bool(value)
        if self.prop == "group":
            return self.own in value if self.kind == "checkbox" else self.own == value
        if isinstance(value, (list, tuple, set, frozenset)):
            return [str(item) for item in value]  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
        return "" if value is None else str(value)

    def accept(self, value: Any) -> None:
        """Gives the signal what the user entered.

        Args:
            value: the control's text, list of texts, or whether it is checked.
        """
        if self.prop == "checked":
            self.signal.set(bool(value))
        elif self.prop == "group":
            self._accept_group(bool(value))
        elif self.kind in ("number", "range"):
            self.signal.set(_number(value, self.signal.peek()))
        elif isinstance(value, list) and isinstance(self.signal.peek(), tuple):
            self.signal.set(tuple(value))  # pyright: ignore[reportUnknownArgumentType]
        else:
            self.signal.set(value)

    def _accept_group(self, checked: bool) -> None:
        if self.kind == "radio":
            if checked:
                self.signal.set(self.own)
            return
        current = self.signal.peek()
        others = [item for item in current if item != self.own]
        self.signal.set(type(current)([*others, self.own] if checked else others))


def _number(text: str, current: object) -> float | int | None:
    if text == "":
        return None
    number = float(text)
    return number if isinstance(current, float) or not number.is_integer() else int(number)


def take_bind(tag: str, key: str, signal: Writable, attributes: dict[str, Any]) -> Bind:
    """Makes the binding that `bind_value=`, `bind_checked=` or `bind_group=` asks for.

    Args:
        tag: the element's name.
        key: the keyword.
        signal: its value.
        attributes: all of the element's keywords; the control's `type` and `value` are read.

    Returns:
        The binding.

    Raises:
        BindError: the element is no form control, the keyword unknown, or the value no signal.
    """
    kind = str(attributes.get("type", "text")).lower() if tag == "input" else tag
    if not (callable(signal) and hasattr(signal, "set") and hasattr(signal, "peek")):
        raise BindError(f"{key}= of <{tag}> got {signal!r}, which is no signal.", "Give a signal, without parentheses.")
    given = "checked" if key == "bind_group" else key[5:]
    if given in attributes:
        raise BindError(f"{key}= and {given}= of <{tag}> are two values for one control.", "Leave out one of them.")
    if key == "bind_value" and tag in ("input", "textarea", "select") and kind not in ("checkbox", "radio", "file"):
        return Bind("value", "change" if tag == "select" else "input", signal, kind, None)
    if key == "bind_checked" and kind == "checkbox":
        return Bind("checked", "change", signal, kind, None)
    if key == "bind_group" and kind in ("checkbox", "radio"):
        return Bind("group", "change", signal, kind, attributes.get("value"))
    raise BindError(
        f"{key}= does not fit <{tag} type={kind}>.",
        "bind_value is for text controls and select, bind_checked for checkboxes, bind_group for those and for radios.",
    )
