"""Guards: what a route asks before the browser goes to one of its pages, or away from it."""

from __future__ import annotations

from pyui.router._errors import GuardError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from pyui.router._match import RouteMatch
    from pyui.router._route import Route

type Answer = bool | str
type Guard = Callable[..., Answer | Awaitable[Answer]]


def check_guards(route: Route) -> None:
    """Checks the guards of a route.

    Raises:
        GuardError: one of them cannot be called.
    """
    for name, guard in (("can_enter", route.can_enter), ("can_leave", route.can_leave)):
        if guard is not None and not callable(guard):
            what = f'The route "{route.path}" has {name}={guard!r}, which cannot be called.'
            raise GuardError(what, "Pass a function, without calling it.", where=route.where)


def guards_between(old: RouteMatch, new: RouteMatch) -> Iterator[tuple[Route, Guard]]:
    """Yields the guards to ask, in this order: of routes that are left, the innermost first, and of those entered.

    A route that both pages are of, with the same parameters up to there, is neither left nor entered.
    """
    kept = 0
    for route, other in zip(old.chain, new.chain, strict=False):
        if route is not other or any(old.params[name] != new.params[name] for name in _names(route)):
            break
        kept += 1
    for route in reversed(old.chain[kept:]):
        if route.can_leave is not None:
            yield route, route.can_leave
    for route in new.chain[kept:]:
        if route.can_enter is not None:
            yield route, route.can_enter


def _names(route: Route) -> list[str]:
    return [segment.text for segment in route.segments if segment.kind and segment.text]


def check_answer(route: Route, answer: object) -> Answer:
    """Returns the answer of a guard.

    Raises:
        GuardError: it is neither True, False nor a path.
    """
    if isinstance(answer, bool) or (isinstance(answer, str) and answer.startswith("/")):
        return answer
    what = f'A guard of the route "{route.path}" answered {answer!r}.'
    raise GuardError(what, "Return True, False, or a path to go to instead.", where=route.where)
