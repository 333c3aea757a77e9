"""Error boundaries: what is shown in place of children that failed. Runs on both sides."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from pyui.reactive import signal
from pyui.reactive._owner import ERROR_HANDLER
from pyui.view._arity import wanted
from pyui.view._choice import Choice, FlowError
from pyui.view._context import ScopeLeave
from pyui.view._node import Child, Item, Node, normalise
from pyui.view._scope import Scope, require_owner
from pyui.view._walk import Leave

if TYPE_CHECKING:
    from pyui.view._walk import Walk

type Fallback = Callable[..., object]
"""A function of the error, or of the error and of a function that tries again."""


class ErrorBoundary(Node):
    """Shows a fallback in place of its children when one of them fails, while rendering or in a later update.

    Errors of event handlers are not caught: the page still shows what it did.

    Args:
        children: the children.
        fallback: any child, or a function that returns one: of the error, and of a function that tries the children
            again.

    Raises:
        FlowError: there is no fallback.
    """

    __slots__ = ("_children", "_fallback")

    def __init__(self, *children: Child, fallback: Fallback | Child) -> None:
        if fallback is None:
            raise FlowError("ErrorBoundary() got fallback=None.", "Give what to show in place of children that failed.")
        self._children = normalise(children)
        self._fallback = fallback

    def enter(self, walk: "Walk") -> None:
        failed = signal(None, name="error")
        attempt = Attempt(self._children, failed)
        choice = Choice(failed, lambda error: attempt if error is None else self._shown(error, failed))
        attempt.choice = choice
        _, attempt.binding = walk.recorder.choose(choice)
        walk.open_block(choice.items(None), walk.recorder.open_block(attempt.binding))

    def _shown(self, error: Any, failed: Any) -> object:
        fallback: Any = self._fallback
        if not callable(fallback):
            return fallback
        arguments = (error, lambda: failed.set(None))
        return fallback(*arguments[: wanted(fallback, 2)])


class Attempt(Node):
    """A try to render a boundary's children, while nothing of them is in the page.

    Args:
        children: the children.
        failed: the signal of the error.

    Attributes:
        choice: what chooses between the children and the fallback.
        binding: what the recorder made of the choice.
    """

    __slots__ = ("_children", "binding", "choice", "failed")

    def __init__(self, children: list[Item], failed: Any) -> None:
        self._children = children
        self.failed = failed
        self.choice: Choice | None = None
        self.binding: Any = None

    def enter(self, walk: "Walk") -> None:
        fallen = walk.fallen.get(len(walk.handlers))
        walk.handlers.append(self.failed.set)
        if fallen is None:
            walk.push((Guarded(self._children, self.failed.set),), AttemptLeave(self, walk))
        else:
            self.fall_back(walk, fallen)

    def fall_back(self, walk: "Walk", error: Exception) -> None:
        """Shows the fallback in place of what was tried."""
        walk.recorder.rekey(self.binding, error)
        self.failed.set(error)
        if self.choice is not None:
            walk.push(self.choice.items(error), "")


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
        walk.rewind(self._written)
        walk.recorder.rollback(self._mark)
        self._attempt.fall_back(walk, error)
        return True


class Guarded(Node):
    """Children under an error handler."""

    __slots__ = ("_children", "_handler")

    def __init__(self, children: list[Item], handler: Callable[[Any], None]) -> None:
        self._children = children
        self._handler = handler

    def enter(self, walk: "Walk") -> None:
        owner = require_owner()
        contexts = {**owner.contexts, ERROR_HANDLER: self._handler}
        walk.push(self._children, ScopeLeave(Scope(owner, contexts)))
