"""Error boundaries: what is shown in place of children that failed. Runs on both sides."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from pyui.reactive import signal
from pyui.reactive._owner import ERROR_HANDLER
from pyui.view._choice import Choice, FlowError
from pyui.view._context import ScopeLeave
from pyui.view._node import Child, Node, normalise
from pyui.view._scope import Scope, require_owner
from pyui.view._walk import Leave

if TYPE_CHECKING:
    from pyui.view._walk import Walk

type Fallback = Callable[[Exception, Callable[[], None]], object]


class ErrorBoundary(Node):
    """Shows a fallback in place of its children when one of them fails, while rendering or in a later update.

    Errors of event handlers are not caught: the page still shows what it did.

    Args:
        children: the children.
        fallback: a function of the error and of a function that tries the children again; or any child.

    Raises:
        FlowError: there is no fallback.
    """

    __slots__ = ("_children", "_fallback")

    def __init__(self, *children: Child, fallback: Fallback | Child) -> None:
        if fallback is None:
            raise FlowError("ErrorBoundary() got fallback=None.", "Give what to show in place of children that failed.")
        self._children = children
        self._fallback = fallback

    def enter(self, walk: "Walk") -> None:
        failed = signal(None, name="error")

        def content(error: Any) -> object:
            return Guarded(self._children, failed.set) if error is None else self._shown(error, failed)

        choice = Choice(failed, content)
        _, binding = walk.recorder.choose(choice)
        walk.open_block((Attempt(choice, failed, binding),), walk.recorder.open_block(binding))

    def _shown(self, error: Exception, failed: Any) -> object:
        fallback: Any = self._fallback
        return fallback(error, lambda: failed.set(None)) if callable(fallback) else fallback


class Attempt(Node):
    """The first try to render a boundary's children, while nothing of them is in the page."""

    __slots__ = ("binding", "choice", "failed")

    def __init__(self, choice: Choice, failed: Any, binding: Any) -> None:
        self.choice = choice
        self.failed = failed
        self.binding = binding

    def enter(self, walk: "Walk") -> None:
        walk.push(self.choice.items(None), AttemptLeave(self, walk))


class AttemptLeave(Leave):
    """Takes back what a failed try wrote and writes the fallback."""

    __slots__ = ("_attempt", "_mark", "_written")

    def __init__(self, attempt: Attempt, walk: "Walk") -> None:
        self._attempt = attempt
        self._mark = walk.recorder.begin()
        self._written = walk.written()

    def leave(self, walk: "Walk") -> None:
        walk.recorder.commit(self._mark)

    def catch(self, walk: "Walk", error: Exception) -> bool:
        attempt = self._attempt
        walk.rewind(self._written)
        walk.recorder.rollback(self._mark)
        walk.recorder.rekey(attempt.binding, error)
        attempt.failed.set(error)
        walk.push(attempt.choice.items(error), "")
        return True


class Guarded(Node):
    """Children under an error handler."""

    __slots__ = ("_children", "_handler")

    def __init__(self, children: tuple[Child, ...], handler: Callable[[Any], None]) -> None:
        self._children = children
        self._handler = handler

    def enter(self, walk: "Walk") -> None:
        owner = require_owner()
        contexts = {**owner.contexts, ERROR_HANDLER: self._handler}
        walk.push(normalise(self._children), ScopeLeave(Scope(owner, contexts)))
