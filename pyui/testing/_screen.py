"""`render`: a component in a page without a browser, for fast tests."""

from pyui.testing._html import serialise
from pyui.testing._live_page import LivePage
from pyui.testing._queries import Queries


class Screen(Queries):
    """A page that shows one component.

    Args:
        page: the page.
    """

    def __init__(self, page: LivePage) -> None:
        super().__init__(page, lambda: [page.root], "the page")

    @property
    def html(self) -> str:
        """The markup of the page, with the markers of live parts."""
        self._page.settle()
        return serialise(self._page.root.children)

    @property
    def title(self) -> str:
        """The title that the component gave to the document."""
        self._page.settle()
        return self._page.runtime.title

    @property
    def visited(self) -> list[str]:
        """Where links, forms and `navigate()` have led so far; the page itself stays."""
        return self._page.visited

    def close(self) -> None:
        """Disposes the component, as when the visitor goes to another page. The plugin does so after each test."""
        self._page.close()


def render(node: object) -> Screen:
    """Shows a component in a page without a browser, in the place of what was shown before.

    The component runs as in a browser: the same binder ties its signals and handlers to nodes, effects and `on_mount`
    run, and events call the handlers.

    Args:
        node: a component call, such as `Counter(start=3)`, or anything else that may be a child.

    Returns:
        The page.

    Raises:
        MissingExtraError: the packages of `pyui[testing]` are not installed.
        ReportedError: an effect or `on_mount` failed.
        Exception: whatever a component raises outside of an `ErrorBoundary`.
    """
    page = LivePage()
    page.mount(node)
    return Screen(page)
