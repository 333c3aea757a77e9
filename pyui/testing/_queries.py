"""Finding elements in a page without a browser, by the names that Playwright's queries have."""

from collections.abc import Callable
from typing import Any

from pyui._location import user_location
from pyui.testing import _actions
from pyui.testing._controls import CONTROLS, checked, value
from pyui.testing._dom import Element
from pyui.testing._errors import QueryError
from pyui.testing._event import send
from pyui.testing._html import serialise
from pyui.testing._live_page import LivePage
from pyui.testing._roles import accessible_name, is_hidden, labels, role, squeezed
from pyui.testing._selector import Selector

_EXCERPT = 2000

type Find = Callable[[], list[Element]]


class Queries:
    """Something in which elements can be found. A query looks each time it is used, so it sees the page as it is then.

    Args:
        page: the page.
        places: returns the elements in which to look.
        description: what it is, for messages.
    """

    def __init__(self, page: LivePage, places: Find, description: str) -> None:
        self._page = page
        self._places = places
        self._description = description

    def get_by_role(self, role_name: str, *, name: str | None = None, exact: bool = False) -> "Query":
        """Finds visible elements by their role, such as `button`, and their accessible name.

        Args:
            role_name: the role, as ARIA has it.
            name: part of the accessible name, in any case; None for any name.
            exact: whether `name` is all of the name, to the letter.
        """

        def fits(element: Element) -> bool:
            if role(element) != role_name or is_hidden(element):
                return False
            return name is None or _has(accessible_name(element), name, exact=exact)

        return self._query(fits, f"role {role_name!r}" + (f" and name {name!r}" if name is not None else ""))

    def get_by_text(self, text: str, *, exact: bool = False) -> "Query":
        """Finds the innermost elements that hold a text.

        Args:
            text: part of the text, in any case, with single spaces.
            exact: whether it is all of the text, to the letter.
        """

        def holds(element: Element) -> bool:
            return not is_hidden(element) and _has(squeezed(element.text), text, exact=exact)

        def fits(element: Element) -> bool:
            return holds(element) and not any(isinstance(child, Element) and holds(child) for child in element.children)

        return self._query(fits, f"text {text!r}")

    def get_by_label(self, text: str, *, exact: bool = False) -> "Query":
        """Finds controls by their label, `aria-label` or `aria-labelledby`.

        Args:
            text: part of the label, in any case.
            exact: whether it is all of the label, to the letter.
        """

        def fits(element: Element) -> bool:
            named = element.tag in CONTROLS and bool(labels(element))
            named = named or "aria-label" in element.attributes or "aria-labelledby" in element.attributes
            return named and _has(accessible_name(element), text, exact=exact)

        return self._query(fits, f"label {text!r}")

    def get_by_test_id(self, test_id: str) -> "Query":
        """Finds elements by their attribute `data-testid`."""
        return self._query(lambda element: element.attributes.get("data-testid") == test_id, f"test id {test_id!r}")

    def locator(self, selector: str) -> "Query":
        """Finds elements by a CSS selector: types, ids, classes, attributes and combinators.

        Raises:
            SelectorError: it holds something else.
        """
        return self._query(Selector(selector).matches, f"selector {selector!r}")

    def _query(self, fits: Callable[[Element], bool], description: str) -> "Query":
        def find() -> list[Element]:
            found = {id(element): element for place in self._places() for element in place.elements() if fits(element)}
            return list(found.values())

        return Query(self._page, find, description)


class Query(Queries):
    """Elements that are found when they are asked for. What acts or reads wants exactly one of them."""

    def all(self) -> "list[Query]":
        """Returns a query for each element that is there now."""
        return [Query(self._page, lambda found=found: [found], self._description) for found in self._found()]  # type: ignore[misc]

    def count(self) -> int:
        """Returns how many elements there are."""
        return len(self._found())

    def nth(self, index: int) -> "Query":
        """Returns a query for one of the elements, counted from 0."""
        return Query(self._page, lambda: self._places()[index : index + 1 or None], f"{self._description}, {index}")

    @property
    def exists(self) -> bool:
        """Whether there is any."""
        return self.count() > 0

    @property
    def text(self) -> str:
        """The text of the element, with single spaces between words."""
        return squeezed(self._one().text)

    @property
    def html(self) -> str:
        """The markup in the element."""
        return serialise(self._one().children)

    @property
    def value(self) -> str:
        """What the control shows."""
        return value(self._one())

    @property
    def is_checked(self) -> bool:
        """Whether the checkbox or radio button is on."""
        return checked(self._one())

    @property
    def is_focused(self) -> bool:
        """Whether the element has the focus."""
        return self._page.root.focused is self._one()

    @property
    def name(self) -> str:
        """The accessible name of the element."""
        return accessible_name(self._one())

    def attribute(self, name: str) -> str | None:
        """Returns an attribute of the element; None where it is absent."""
        return self._one().attributes.get(name)

    def click(self) -> None:
        """Clicks on the element, and does what a browser does then: toggles, submits, follows."""
        _actions.click(self._page, self._one())

    def fill(self, text: str) -> None:
        """Replaces the text of the control."""
        _actions.fill(self._page, self._one(), text)

    def check(self) -> None:
        """Switches the checkbox or radio button on."""
        _actions.set_checked(self._page, self._one(), on=True)

    def uncheck(self) -> None:
        """Switches the checkbox off."""
        _actions.set_checked(self._page, self._one(), on=False)

    def select_option(self, *values: str) -> None:
        """Chooses options of the `select`, by values or texts."""
        _actions.select_options(self._page, self._one(), list(values))

    def press(self, key: str) -> None:
        """Presses a key on the element, such as `Enter`."""
        _actions.press(self._page, self._one(), key)

    def focus(self) -> None:
        """Gives the element the focus."""
        _actions.focus(self._page, self._one())

    def fire(self, kind: str, **properties: Any) -> bool:
        """Sends the element any event.

        Args:
            kind: its type.
            properties: properties of the event, by the names that they have in a browser.

        Returns:
            Whether nothing prevented the default action; the test kit has none for such events.
        """
        return send(self._page, self._one(), kind, properties)

    def _found(self) -> list[Element]:
        self._page.settle()
        return self._places()

    def _one(self) -> Element:
        found = self._found()
        if len(found) == 1:
            return found[0]
        markup = serialise([*found] if found else self._page.root.children)
        raise QueryError(
            f"There are {len(found) or 'no'} elements with {self._description}:\n{markup[:_EXCERPT]}\n",
            "Look for what the page shows." if not found else "Say more, or use nth() or all().",
            where=user_location(),
        )


def _has(found: str, wanted: str, *, exact: bool) -> bool:
    return found == wanted if exact else squeezed(wanted).lower() in found.lower()
