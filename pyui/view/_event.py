"""What event handlers get. Runs on both sides."""

from typing import Any


class Event:
    """A browser event.

    Besides what is listed here, every property and method of the browser's event can be used, also under its Python
    name: `event.client_x` is `event.clientX`.

    Args:
        source: the browser's event, or any object with such attributes in a test.
        null: what a property of the source is where JavaScript has `null`; here it is None.
    """

    __slots__ = ("_null", "_source", "stopped")

    def __init__(self, source: Any, null: object = None) -> None:
        self._source = source
        self._null = null
        self.stopped = False

    @property
    def type(self) -> str:
        """The type, such as "click"."""
        return str(self._source.type)

    @property
    def target(self) -> Any:
        """The node that the event happened on."""
        return self._source.target

    @property
    def value(self) -> str:
        """The value of the control that the event happened on."""
        return str(self._source.target.value)

    @property
    def checked(self) -> bool:
        """Whether the checkbox or radio button that the event happened on is checked."""
        return bool(self._source.target.checked)

    @property
    def key(self) -> str:
        """The key that was pressed, such as "Enter"."""
        return str(self._source.key)

    def prevent_default(self) -> None:
        """Keeps the browser from doing what it does on such an event."""
        self._source.preventDefault()

    def stop_propagation(self) -> None:
        """Keeps the event from the handlers of elements further out."""
        self.stopped = True
        self._source.stopPropagation()

    def __getattr__(self, name: str) -> Any:
        """Returns a property of the browser's event under its own or its Python name."""
        first, *rest = name.split("_")
        value = getattr(self._source, first + "".join(part.capitalize() for part in rest))
        return None if value is self._null else value
