"""The ownership tree: who disposes what."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final, cast

from pyui.errors import ReactiveError
from pyui.reactive._graph import current, graph, quietly, raise_all, untracked

ERROR_HANDLER: Final = object()
"""The key in `Owner.contexts` of the function that takes the errors of effects below."""

_NO_CONTEXTS: Final[Mapping[object, object]] = {}


class NoOwnerError(ReactiveError):
    """Something needs an owner where there is none."""

    code = "PYUI104"


class Owner:
    """A node of the ownership tree. Disposing it disposes what was made below it.

    Args:
        parent: the owner that disposes this one; None for a root.
        static: True for a render on the server, under which no graph is made; what is below is static as well.

    Attributes:
        contexts: what `Context` provides here; inherited by reference when the owner is made.
        disposed: True from the start of the disposal on.
        live: on a static owner, the number of effects that were not made.
    """

    __slots__ = ("__weakref__", "children", "cleanups", "contexts", "disposed", "live", "parent", "static")

    def __init__(self, parent: "Owner | None" = None, static: bool = False) -> None:
        self.children: dict[Owner, None] | None = None
        self.cleanups: list[Callable[[], object]] | None = None
        self.live = 0
        self.disposed = False
        self.parent: Owner | None = None
        self.static = static
        self.contexts: Mapping[object, object] = _NO_CONTEXTS
        if parent is None:
            return
        self.contexts = parent.contexts
        self.static = static or parent.static
        if parent.disposed:
            self.disposed = True
            return
        self.parent = parent
        if parent.children is None:
            parent.children = {self: None}
        else:
            parent.children[self] = None

    @classmethod
    def child(cls) -> "Owner":
        """Makes an owner below the current one, or a root where there is none."""
        return Owner(current.get())

    def run[T](self, f: Callable[[], T]) -> T:
        """Calls a function with this as the current owner and without tracking.

        Args:
            f: called at once, without arguments.

        Returns:
            What `f` returns.
        """
        token = current.set(self)
        try:
            return untracked(f)
        finally:
            current.reset(token)

    def on_cleanup(self, f: Callable[[], object]) -> None:
        """Has a function called on disposal, last registered first; at once if that has already happened."""
        if self.disposed:
            f()
        elif self.cleanups is None:
            self.cleanups = [f]
        else:
            self.cleanups.append(f)

    def handle_error(self, error: Exception) -> bool:
        """Gives an error to the nearest error handler.

        Args:
            error: what an effect below raised.

        Returns:
            False where there is no handler.
        """
        handler = self.contexts.get(ERROR_HANDLER)
        if handler is None:
            return False
        cast("Callable[[Exception], object]", handler)(error)
        return True

    def dispose(self) -> None:
        """Disposes the children, the youngest first, then runs the clean-ups, the last first. Again does nothing.

        Raises:
            Exception: what a clean-up raised, after all have run; an ExceptionGroup where there are several.
        """
        if self.disposed:
            return
        self.disposed = True
        parent = self.parent
        self.parent = None
        if parent is not None and parent.children is not None:
            parent.children.pop(self, None)
        self.detach()
        self.clear()

    def dispose_children(self, owners: "Iterable[Owner]") -> None:
        """Disposes some of its children, as `dispose` of each does, in one go.

        Raises:
            Exception: as `dispose`.
        """
        chosen = list(owners)
        children = self.children or {}
        for owner in chosen:
            children.pop(owner, None)
        errors: list[Exception] = []

        def clear() -> None:
            for owner in _detached(reversed(chosen)):
                _run_cleanups(owner, errors)

        quietly(clear)
        raise_all("several clean-ups failed", errors)

    def detach(self) -> None:
        """Leaves the graph; an owner that is no effect is not in it."""

    def clear(self) -> None:
        """Disposes the children and runs the clean-ups; the owner itself stays.

        Raises:
            Exception: as `dispose`.
        """
        if self.children is None and self.cleanups is None:
            return
        if self.static:
            self.run(self._clear)
        else:
            quietly(self._clear)

    def _clear(self) -> None:
        errors: list[Exception] = []
        children, self.children = self.children, None
        for owner in _detached(children or ()):
            _run_cleanups(owner, errors)
        _run_cleanups(self, errors)
        raise_all("several clean-ups failed", errors)


def _detached(owners: Iterable[Owner]) -> list[Owner]:
    """Takes trees out of the graph; returns the owners with clean-ups, children before parents, the youngest first."""
    order: list[Owner] = []
    # A stack of its own: a tree may be deeper than the recursion limit.
    stack = list(owners)[::-1]
    while stack:
        owner = stack.pop()
        owner.disposed = True
        owner.parent = None
        owner.detach()
        if owner.cleanups is not None:
            order.append(owner)
        if owner.children is not None:
            stack.extend(reversed(owner.children))
            owner.children = None
    return order[::-1]


def _run_cleanups(owner: Owner, errors: list[Exception]) -> None:
    cleanups, owner.cleanups = owner.cleanups, None
    for cleanup in reversed(cleanups or ()):
        try:
            cleanup()
        except Exception as error:  # noqa: BLE001 - the rest must run too; the caller raises what is collected
            errors.append(error)


def current_owner() -> Owner | None:
    """Returns the owner of what is made now, or None."""
    return current.get()


def swap_owner(owner: Owner | None) -> Owner | None:
    """Makes an owner the current one, until it is swapped back.

    Args:
        owner: what is made from now on belongs to it.

    Returns:
        The owner before, which the caller must put back.
    """
    outer = current.get()
    current.set(owner)
    return outer


def on_cleanup(f: Callable[[], object]) -> None:
    """Has a function called when the current owner is disposed, or the current effect runs again.

    Args:
        f: called without arguments; the last registered is called first.

    Raises:
        NoOwnerError: nothing here is ever disposed.
    """
    forbid_in_computed("on_cleanup()", current.get())
    require_owner("on_cleanup()", "the clean-up would never run").on_cleanup(f)


def require_owner(what: str, otherwise: str) -> Owner:
    """Returns the current owner, for what is of no use without one.

    Args:
        what: what was called, for the error.
        otherwise: what would become of it, for the error.

    Raises:
        NoOwnerError: there is no owner.
    """
    owner = current.get()
    if owner is None:
        raise NoOwnerError(
            f"{what} was called where no owner is, so {otherwise}.",
            "Call it in a component or an effect while that runs, not at module level or in an event handler.",
        )
    return owner


def forbid_in_computed(what: str, owner: Owner | None) -> None:
    """Refuses what needs an owner in the function of a computed, which is one of no owner.

    Raises:
        NoOwnerError: a computed is being evaluated and nothing below it has become the owner.
    """
    if graph.running and graph.running[-1].owner is owner and not (owner is not None and owner.static):
        raise NoOwnerError(
            f"{what} was called in {graph.running[-1].describe()}, and a computed owns nothing.",
            "Move it out of the computed, into a component or an effect.",
        )
