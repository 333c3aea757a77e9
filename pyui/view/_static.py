"""Renders children in which nothing is live. Runs on both sides."""

from collections.abc import Iterable

from pyui.reactive import Owner
from pyui.view._scope import Scope, enter_scope, leave_scope
from pyui.view._walk import Walk


def static_pieces(walk: Walk, children: Iterable[object]) -> list[str]:
    """Renders children in the scope of a walk, without markers and without a reactive graph.

    Args:
        walk: the walk that is going on.
        children: anything that may be children.

    Returns:
        The pieces of their HTML. Portals and what they put into the head are left out.
    """
    scope = Scope.current()
    entered = enter_scope(Scope(Owner(static=True), scope.contexts))
    try:
        return walk.inert(children)
    finally:
        leave_scope(entered)
        entered.owner.dispose()
