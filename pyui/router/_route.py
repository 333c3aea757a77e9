"""One line of the route table that ships to the browser."""

from __future__ import annotations

from pyui._location import user_location
from pyui.router._errors import RouteTableError, RouteTargetError
from pyui.router._guards import check_guards
from pyui.router._pattern import parse_pattern
from pyui.router._redirect import REDIRECT_STATUSES
from pyui.view import Component

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

    from pyui.router._guards import Guard


class Route:
    """Says what a path shows.

    The first route that matches wins. A path is made of literal segments and parameters: `{name}` (text), `{name:int}`,
    `{name:float}`, `{name:uuid}`, and at the end `{name:path}`, which takes the rest with its slashes. Text that is no
    value of its kind does not match. `*` matches any one segment and, at the end, `**` any rest, also none; neither has
    a value. A route `/**` is the page for all that is not found.

    Args:
        path: the pattern; from the root for a route of the table (`"/posts/{id:int}"`), relative for one of `children`
            (`""`, `"{page:path}"`).
        component: the component that shows the page. It gets those path parameters and loader props whose names it
            accepts. With `children` it is a layout and shows the matched child where it calls `Outlet()`.
        title: the document's title, or a function that makes it from the path parameters by keyword.
        meta: the document's `<meta name=… content=…>`; a child's entries are laid over those of its parents.
        children: the routes below this one.
        redirect_to: a path to go to instead, or a URL; `{name}` in it stands for a parameter of `path`.
        can_enter: asked in the browser before a navigation to a page of this route from one that is not, or that has
            other parameters. It may take the match of the page to go to. It returns, directly or as a coroutine, True
            to let it happen, False to stay, or a path to go to instead. It protects nothing: what a visitor may not
            see, the server must not send.
        can_leave: the same, asked before a navigation away from the pages of this route.
        status: with `redirect_to`, the HTTP status: 301, 302, 303, 307 or 308. Browsers keep 301 and 308 for good.

    Raises:
        RoutePatternError: `path` is not a pattern.
        RouteTargetError: the route has nothing to show, or both a component or children and `redirect_to`; or `status`
            is not that of a redirect.
        GuardError: a guard cannot be called.
        RouteTableError: `children` holds something that is not a route.
    """

    __slots__ = (
        "can_enter",
        "can_leave",
        "children",
        "component",
        "meta",
        "path",
        "redirect_to",
        "segments",
        "status",
        "title",
        "where",
    )

    def __init__(
        self,
        path: str,
        component: Component[..., Any] | None = None,
        *,
        title: str | Callable[..., str] | None = None,
        meta: Mapping[str, str] | None = None,
        children: Sequence[Route] = (),
        redirect_to: str | None = None,
        status: int | None = None,
        can_enter: Guard | None = None,
        can_leave: Guard | None = None,
    ) -> None:
        self.where = user_location()
        self.path = path
        self.segments = parse_pattern(path, self.where)
        self.component = component
        self.title = title
        self.meta: dict[str, str] = dict(meta) if meta is not None else {}
        self.children = tuple(children)
        self.redirect_to = redirect_to
        self.status = status if status is not None else 308
        self.can_enter = can_enter
        self.can_leave = can_leave
        self._check_target()
        check_guards(self)
        self._check_status(status)

    def __repr__(self) -> str:
        return f"Route({self.path!r})"

    def _check_target(self) -> None:
        shows = self.component is not None or bool(self.children)
        if shows == (self.redirect_to is not None):
            what = "both something to show and redirect_to" if shows else "nothing to show"
            raise self._target_error(f"has {what}.", "Give it a component, children, or redirect_to.")
        if self.component is not None and not isinstance(self.component, Component):  # pyright: ignore[reportUnnecessaryIsInstance]
            fix = "Write @component above the function, and pass it without calling it."
            raise self._target_error(f"shows {self.component!r}, which is no component.", fix)
        for child in self.children:
            check_is_route(child, self)

    def _check_status(self, status: int | None) -> None:
        if status is not None and self.redirect_to is None:
            fix = "Set the status of a page in its ServerRoute, or with response()."
            raise self._target_error("has a status, but no redirect_to.", fix)
        if self.status not in REDIRECT_STATUSES:
            raise self._target_error(f"redirects with the status {status!r}.", "Use 301, 302, 303, 307 or 308.")

    def _target_error(self, what: str, fix: str) -> RouteTargetError:
        return RouteTargetError(f'The route "{self.path}" {what}', fix, where=self.where)


def check_is_route(value: object, parent: Route | None = None) -> None:
    """Raises RouteTableError for a value that is not a route, at the place of the route that it is a child of."""
    if not isinstance(value, Route):
        table = f'The children of the route "{parent.path}" hold' if parent is not None else "The route table holds"
        where = parent.where if parent is not None else None
        raise RouteTableError(f"{table} {value!r}, which is no Route.", "Wrap it: Route(path, component).", where=where)
