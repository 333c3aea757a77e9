"""Where the app is: what the present page was matched from, as signals. Runs on both sides."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, NamedTuple

from pyui.reactive import Computed, Signal, batch, computed
from pyui.router._base import Base
from pyui.router._errors import NavigationError
from pyui.router._match import RouteMatch
from pyui.router._query import Query
from pyui.router._route import Route
from pyui.view import Component, Context


class Place(NamedTuple):
    """The address of a page below the app's base.

    Args:
        path: the path, percent-encoded.
        query: the query, with its question mark; empty where there is none.
        hash: the fragment, with its number sign; empty where there is none, and on the server, which never sees it.
    """

    path: str
    query: str = ""
    hash: str = ""


class Level(NamedTuple):
    """What one component of a page is made from; while it stays equal, the component stays.

    Args:
        route: the route whose component it is.
        values: the path parameters and props that the component takes.
    """

    route: Route
    values: dict[str, object]


class Navigation:
    """The state of navigation: one for each render on the server, one for the life of the document in the browser.

    Args:
        match: the match of the page's path; not one of a redirect.
        props: the loader's props.
        place: the page's address.
        base: what stands before the paths of the app in links.

    Attributes:
        base: what stands before the paths.
        levels: what is shown in the root, in its outlet, in that one's outlet, and so on.
    """

    __slots__ = ("_first", "_signals", "base", "levels")

    def __init__(self, match: RouteMatch, props: Mapping[str, object], place: Place, base: str) -> None:
        self.base = Base(base)
        self.levels = Signal(levels_of(match, props), "levels")
        # The server makes one of this for each request, of which most pages read no other signal.
        self._first: dict[str, Any] = {
            "match": match,
            "path": place.path,
            "query": place.query,
            "hash": place.hash,
            "pending": False,
        }
        self._signals: dict[str, Signal[Any]] = {}

    def _signal(self, name: str) -> Signal[Any]:
        made = self._signals.get(name)
        if made is None:
            made = self._signals[name] = Signal(self._first[name], name)
        return made

    @property
    def match(self) -> Signal[RouteMatch]:
        """The match."""
        return self._signal("match")

    @property
    def path(self) -> Signal[str]:
        """The path."""
        return self._signal("path")

    @property
    def query(self) -> Signal[str]:
        """The query's text."""
        return self._signal("query")

    @property
    def hash(self) -> Signal[str]:
        """The fragment."""
        return self._signal("hash")

    @property
    def pending(self) -> Signal[bool]:
        """True while a navigation waits for data or a guard."""
        return self._signal("pending")

    def show(self, match: RouteMatch, props: Mapping[str, object], place: Place) -> None:
        """Goes to another page."""
        with batch():
            self.match.set(match)
            self.levels.set(levels_of(match, props))
            self.path.set(place.path)
            self.query.set(place.query)
            self.hash.set(place.hash)
            self.pending.set(value=False)


def levels_of(match: RouteMatch, props: Mapping[str, object]) -> tuple[Level, ...]:
    """Returns what the components of a page are made from, the outermost first.

    Args:
        match: the match.
        props: the loader's props; one wins over a path parameter of the same name.
    """
    values = {**match.params, **props}
    return tuple(
        [Level(route, _taken(values, route.component)) for route in match.chain if route.component is not None]
    )


def _taken(values: dict[str, object], shown: Component[..., Any]) -> dict[str, object]:
    known = shown.parameters
    return {name: value for name, value in values.items() if name in known or shown.accepts_any} if values else {}


NAVIGATION: Context[Navigation | None] = Context(None, name="navigation")


def current_navigation() -> Navigation | None:
    """Returns the state of navigation of the page around, or None outside of a page."""
    return NAVIGATION.get()


def _required(name: str) -> Navigation:
    navigation = NAVIGATION.get()
    if navigation is None:
        raise NavigationError(
            f"{name}() was called where no page is.",
            "Call it in the body of a component that a route shows, and keep what it returns.",
        )
    return navigation


def use_path() -> Callable[[], str]:
    """Returns a signal of the path below the app's base, percent-encoded. Call it while a component runs.

    Raises:
        NavigationError: no component of a page is running.
    """
    return _required("use_path").path


def use_params() -> Computed[dict[str, Any]]:
    """Returns a computed of the path parameters by name, of the present page and its layouts.

    Call it while a component runs. A component that takes a parameter as an argument is made anew when that changes;
    one that reads it here stays.

    Raises:
        NavigationError: no component of a page is running.
    """
    navigation = _required("use_params")
    return computed(lambda: navigation.match().params, name="params")


def use_query() -> Computed[Query]:
    """Returns a computed of the URL's query. Call it while a component runs.

    A prerendered page is made before there is a query: it is empty there, and in the browser until the page is bound.

    Returns:
        The computed; its value is a dict of the first values by name, with `all(name)` and `pairs`.

    Raises:
        NavigationError: no component of a page is running.
    """
    navigation = _required("use_query")
    return computed(lambda: Query(navigation.query()), name="query", equals=_same_query)


def use_hash() -> Callable[[], str]:
    """Returns a signal of the URL's fragment, with its `#`. Call it while a component runs.

    It is empty on the server, and in the browser until the page is bound.

    Raises:
        NavigationError: no component of a page is running.
    """
    return _required("use_hash").hash


def use_pending() -> Callable[[], bool]:
    """Returns a signal that is True while a navigation waits for data or for a guard. Call it while a component runs.

    Raises:
        NavigationError: no component of a page is running.
    """
    return _required("use_pending").pending


def _same_query(old: Query, new: Query) -> bool:
    return old.pairs == new.pairs


type Navigate = Callable[[str, bool], Awaitable[bool]]

_navigators: list[Navigate] = []  # the browser's one, from the moment that its page is bound


def set_navigator(navigator: Navigate | None) -> None:
    """Says what `navigate` calls; None where there is no page any more. Called by the browser's side."""
    _navigators[:] = [navigator] if navigator is not None else []


def navigate(to: str, *, replace: bool = False) -> Awaitable[bool]:
    """Goes to another page, as a link does. For event handlers and effects, in the browser.

    Args:
        to: a path of the app, such as `"/products?sort=price"`; a query (`"?sort=price"`) or a fragment (`"#top"`) of
            the present page; or the URL of another site.
        replace: whether the new page takes the place of this one in the browser's history.

    Returns:
        What may be awaited: True when the page is shown, False when a guard or another navigation came in between.

    Raises:
        NavigationError: this runs on the server.
    """
    if not _navigators:
        raise NavigationError(
            f"navigate({to!r}) was called where there is no browser.",
            "Call it in an event handler or in on_mount(); a page that is elsewhere raises redirect() instead.",
        )
    return _navigators[0](to, replace)
