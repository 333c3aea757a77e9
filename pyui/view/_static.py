"""Renders children in which nothing is live. Runs on both sides."""

from pyui.reactive import Owner
from pyui.view._recorder import Recorder
from pyui.view._scope import Scope, enter_scope, leave_scope
from pyui.view._walk import Walk


def static_html(children: object) -> str:
    """Renders children in the scope of the walk that is going on, without markers and without a reactive graph.

    Args:
        children: anything that may be a child.

    Returns:
        Their HTML. Portals and what they put into the head are left out.
    """
    scope = Scope.current()
    entered = enter_scope(Scope(Owner(static=True), scope.contexts))
    try:
        return Walk(Recorder(), marked=False).render(children)
    finally:
        leave_scope(entered)
        entered.owner.dispose()
