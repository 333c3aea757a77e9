"""Client navigation: what a path shows, and showing it. Browser only; the runtime's `navigation.js` does the rest."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from pyui.browser._head import head
from pyui.browser._modules import ships
from pyui.browser._ops import report, turn
from pyui.reactive._graph import flush as run_effects
from pyui.router import Navigation, Place, Redirect, Route, RouteMatch, data_path, leaves, match_route
from pyui.router._guards import Guard, check_answer, guards_between
from pyui.view import NotFound, decode
from pyui.view._arity import wanted
from pyui.view._head import TITLE_KEY, HeadEntry, meta_entries
from pyui.view._transfer import receive

_MOST_REDIRECTS = 10
_FILES = ("/_pyui/", "/static/")  # no pages, whatever a route for all paths says


class Found(NamedTuple):
    """A page that a navigation may go to.

    Args:
        match: the match of its path.
        place: its address.
    """

    match: RouteMatch
    place: Place


class Navigator:
    """Says what paths show, and shows it.

    Args:
        routes: the route table.
        navigation: the state of navigation.
        payload: `data` and `reload`: the indexes, in the order of the table, of the routes whose pages have data to
            load, and of those that the browser has to load as a whole; `title`, of pages whose route has none; `build`.
    """

    __slots__ = ("_chains", "_next", "_payload", "_routes", "_state")

    def __init__(self, routes: Sequence[Route], navigation: Navigation, payload: Mapping[str, Any]) -> None:
        self._routes = routes
        self._state = navigation
        self._payload = payload
        self._chains: dict[str, frozenset[tuple[Route, ...]]] = {}
        self._next = Found(navigation.match.peek(), Place(navigation.path.peek()))

    def plan(self, path: str, query: str, fragment: str) -> str:
        """Says what an address shows, and keeps it for `guard` and `show`.

        Args:
            path: the path below the app's base, percent-encoded.
            query: the query, with its question mark.
            fragment: the fragment, with its number sign.

        Returns:
            JSON: `path`, `query` and `hash` of the page, redirects followed; `data`, the path of its data or null;
            `guarded`, whether `guard` has to be asked. Nothing for what the browser has to load by itself.
        """
        found = self._find(Place(path, query, fragment))
        if found is None:
            return ""
        self._next = found
        guarded = next(guards_between(self._state.match.peek(), found.match), None) is not None
        return json.dumps({**found.place._asdict(), "data": self._data_path(found), "guarded": guarded})

    def ahead(self, places: str) -> str:
        """Says where the data of pages is.

        Args:
            places: a JSON list of [path or null, query].

        Returns:
            A JSON list of paths below the base, or null where there is no data.
        """
        found = [self._find(Place(path, query)) if path else None for path, query in json.loads(places)]
        return json.dumps([self._data_path(page) if page is not None else None for page in found])

    async def guard(self) -> str:
        """Asks the guards of the planned navigation.

        Returns:
            Nothing to go on, `"stay"`, or the path to go to instead.
        """
        target = self._next.match
        for route, guard in guards_between(self._state.match.peek(), target):
            try:
                answer = check_answer(route, await _ask(guard, target))
            except Exception as error:  # noqa: BLE001 - the boundary to the browser
                report(error)
                return "stay"
            if answer is not True:
                return answer or "stay"
        return ""

    def show(self, text: str, base: str) -> str:
        """Shows the planned page.

        Args:
            text: its data as JSON; nothing where it has none.
            base: the absolute path that the app is mounted at.

        Returns:
            Nothing when the page is shown; the path or URL to go to instead; `"failed"` when the browser has to load
            the page.
        """
        found = self._next
        data: dict[str, Any] = json.loads(text) if text else {}
        if data.get("build", self._payload["build"]) != self._payload["build"]:
            return "failed"  # the site is newer than this page

        def work() -> None:
            receive(decode_each(data.get("transfer", {})))
            self._state.base.text = base
            show_head(found.match, self._payload["title"])
            self._state.show(found.match, decode(data.get("props", {}), ships), found.place)
            run_effects()

        try:
            turn(work)
        except Redirect as redirect:
            return redirect.url
        except NotFound:
            return "failed"
        except Exception as error:  # noqa: BLE001 - the boundary to the browser, which loads the page as a whole
            report(error)
            return "failed"
        return ""

    def place(self, query: str, fragment: str) -> None:
        """Tells of a query and a fragment that the page has got without a navigation."""

        def work() -> None:
            self._state.query.set(query)
            self._state.hash.set(fragment)

        turn(work)

    def wait(self, on: bool) -> None:
        """Tells that a navigation waits, or no longer does."""
        turn(lambda: self._state.pending.set(on))

    def _find(self, place: Place) -> Found | None:
        for _ in range(_MOST_REDIRECTS):
            if place.path.startswith(_FILES):
                return None
            match = match_route(self._routes, place.path)
            if match is None or match.chain in self._listed("reload"):
                return None
            if match.redirect_to is None:
                return Found(match, place)
            if not match.redirect_to.startswith("/"):
                return None
            place = _redirected(match.redirect_to, place)
        return None

    def _data_path(self, found: Found) -> str | None:
        return data_path(found.place.path) + found.place.query if found.match.chain in self._listed("data") else None

    def _listed(self, name: str) -> frozenset[tuple[Route, ...]]:
        listed = self._chains.get(name)
        if listed is None:
            chains = list(leaves(self._routes))
            indexes: list[int] = self._payload[name]
            listed = self._chains[name] = frozenset(chains[index] for index in indexes)
        return listed


def decode_each(values: Mapping[str, Any]) -> dict[str, Any]:
    """Decodes the `transfer` of a payload or of a page's data."""
    return {key: decode(value, ships) for key, value in values.items()}


def show_head(match: RouteMatch, title: str) -> None:
    """Puts into the head what the routes of a page say.

    Args:
        match: the page's match.
        title: the title of pages whose route has none.
    """
    entries: Iterable[HeadEntry] = meta_entries(match.meta(), -1)
    head.show_page([HeadEntry(TITLE_KEY, match.title() or title, -1), *entries])


async def _ask(guard: Guard, target: RouteMatch) -> object:
    answer: Any = guard(target) if wanted(guard, 1) else guard()
    return await answer if hasattr(answer, "__await__") else answer


def _redirected(target: str, place: Place) -> Place:
    rest, mark, fragment = target.partition("#")
    path, question, query = rest.partition("?")
    return Place(path, f"?{query}" if question else place.query, f"#{fragment}" if mark else place.hash)
