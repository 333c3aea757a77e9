"""Bindings: effects that keep one place of the page up to date. Browser only."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol, override

from pyui.browser._ops import emit
from pyui.browser._region import Region
from pyui.reactive import Effect, untracked
from pyui.view._attributes import PROPERTIES, attribute_value
from pyui.view._bind import Bind
from pyui.view._node import is_textual
from pyui.view.protocol import OP_ATTRIBUTE, OP_PROPERTY

if TYPE_CHECKING:
    from pyui.browser._recorder import LiveRecorder
    from pyui.view._choice import Choice
    from pyui.view._walk import Leave

UNSET: Any = object()
"""Stands for the value before the first run."""


class AttributeBinding(Effect):
    """A live attribute.

    Args:
        element: the element's number.
        tag: its name.
        name: the attribute's name in HTML.
        getter: returns the value.

    Attributes:
        text: what the attribute is now; None where it is absent.
    """

    __slots__ = ("element", "name", "tag", "text")

    def __init__(self, element: int, tag: str, name: str, getter: Callable[[], object]) -> None:
        Effect.__init__(self, getter, defer=True)
        self.element = element
        self.tag = tag
        self.name = name
        self.text: str | None = UNSET
        self.run_now()

    @override
    def compute(self) -> None:
        text = attribute_value(self.name, self.fn())
        before, self.text = self.text, text
        if before is not UNSET and before != text:
            emit(OP_ATTRIBUTE, self.element, self.name, text)
            if (self.tag, self.name) in PROPERTIES:
                emit(OP_PROPERTY, self.element, self.name, text if self.name == "value" else text is not None)


class ControlBinding(Effect):
    """What a control with a two-way binding shows.

    Args:
        element: the control's number.
        bind: the binding.
    """

    __slots__ = ("element", "name", "shown")

    def __init__(self, element: int, bind: Bind) -> None:
        Effect.__init__(self, bind.shown, defer=True)
        self.element = element
        self.name = "value" if bind.prop == "value" else "checked"
        self.shown: object = UNSET
        self.run_now()

    @override
    def compute(self) -> None:
        shown = self.fn()
        before, self.shown = self.shown, shown
        if before is not UNSET:  # written also when it is equal: the control may show what the user entered since
            emit(OP_PROPERTY, self.element, self.name, shown)


class Place(Protocol):
    """Where the value of a hole is shown."""

    def show(self, value: object) -> None:
        """Shows a new value."""
        ...


class Hole(Effect):
    """A live child: text of a text run, or the content of a block.

    Args:
        getter: returns the value.

    Attributes:
        value: the value now.
        place: what to tell of a new value.
    """

    __slots__ = ("place", "value")

    def __init__(self, getter: Callable[[], object]) -> None:
        Effect.__init__(self, getter, defer=True)
        self.value: object = UNSET
        self.place: Place | None = None
        self.run_now()

    def open(self, recorder: "LiveRecorder") -> "Leave":
        """Makes a block of the value."""
        region = self.place = Region(recorder, recorder.position)
        return region.enter()

    @override
    def compute(self) -> None:
        value = self.fn()
        before, self.value = self.value, value
        if self.place is None or (before == value and is_textual(value) and is_textual(before)):
            return
        place = self.place
        untracked(lambda: place.show(value))


class ChoiceBinding(Effect):
    """Which content of a `Choice` is shown.

    Args:
        choice: the choice.

    Attributes:
        key: the key of the content that is shown.
        region: where it is shown.
    """

    __slots__ = ("choice", "key", "region")

    def __init__(self, choice: "Choice") -> None:
        Effect.__init__(self, choice.select, defer=True)
        self.choice = choice
        self.key: object = UNSET
        self.region: Region | None = None
        self.run_now()

    def open(self, recorder: "LiveRecorder") -> "Leave":
        """Makes the block that the content is shown in."""
        self.region = Region(recorder, recorder.position)
        return self.region.enter()

    @override
    def compute(self) -> None:
        key = self.fn()
        before, self.key = self.key, key
        region = self.region
        if region is not None and before is not key and before != key:
            untracked(lambda: region.show_items(self.choice.items(key)))
