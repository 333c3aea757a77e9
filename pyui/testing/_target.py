"""What handlers see of an element, under the names that browsers have."""

from pyui.testing._controls import check, checked, value, write
from pyui.testing._dom import Element, Root
from pyui.testing._selector import Selector


class Target:
    """An element as `event.target` and as what a `Ref` holds.

    It has what handlers use most; what lays a page out or draws it needs a browser.

    Args:
        element: the element.
    """

    def __init__(self, element: Element) -> None:
        self._element = element

    @property
    def tagName(self) -> str:
        """Its name in capitals."""
        return self._element.tag.upper()

    @property
    def id(self) -> str:
        """Its id."""
        return self._element.attributes.get("id", "")

    @property
    def className(self) -> str:
        """Its classes."""
        return self._element.attributes.get("class", "")

    @property
    def textContent(self) -> str:
        """Its text."""
        return self._element.text

    @property
    def value(self) -> str:
        """What a control shows."""
        return value(self._element)

    @value.setter
    def value(self, shown: str) -> None:
        write(self._element, "value", shown)

    @property
    def checked(self) -> bool:
        """Whether a checkbox or radio button is on."""
        return checked(self._element)

    @checked.setter
    def checked(self, on: bool) -> None:
        check(self._element, on=on)

    def getAttribute(self, name: str) -> str | None:
        """Returns an attribute."""
        return self._element.attributes.get(name)

    def hasAttribute(self, name: str) -> bool:
        """Tells whether it has an attribute."""
        return name in self._element.attributes

    def matches(self, selector: str) -> bool:
        """Tells whether a selector selects it."""
        return Selector(selector).matches(self._element)

    def closest(self, selector: str) -> "Target | None":
        """Returns the innermost element around it, or itself, that a selector selects."""
        wanted = Selector(selector)
        found = next((outer for outer in self._element.path() if wanted.matches(outer)), None)
        return Target(found) if found is not None else None

    def focus(self) -> None:
        """Gives it the focus, without events."""
        root = self._element.root()
        if isinstance(root, Root):
            root.focused = self._element

    def blur(self) -> None:
        """Takes the focus from it, without events."""
        root = self._element.root()
        if isinstance(root, Root) and root.focused is self._element:
            root.focused = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Target) and other._element is self._element

    def __hash__(self) -> int:
        return hash(id(self._element))
