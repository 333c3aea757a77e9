"""Contexts: values for all components below a place, without passing them down. Runs on both sides."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, override

from pyui.reactive import Owner, current_owner
from pyui.view._node import Child, Item, Node, normalise
from pyui.view._scope import Scope, enter_scope, leave_scope, require_owner
from pyui.view._walk import Leave

if TYPE_CHECKING:
    from pyui.view._walk import Walk


class Context[T]:
    """A value that a component gives to all components below it.

    Args:
        default: what is seen where nothing provides a value.
        name: a name for messages.
    """

    __slots__ = ("default", "name")

    def __init__(self, default: T, *, name: str = "context") -> None:
        self.default = default
        self.name = name

    def get(self) -> T:
        """Returns the value of the nearest provider above, or the default. To be called while a component runs."""
        owner = current_owner()
        return self.default if owner is None else owner.contexts.get(self, self.default)  # type: ignore[return-value]

    def provide(self, value: T, *children: Child) -> Node:
        """Makes a node whose children see a value.

        Args:
            value: the value; a signal lets it change.
            children: the children.

        Returns:
            A node that renders as the children.
        """
        return Provide({self: value}, children)

    def __repr__(self) -> str:
        return f"<Context {self.name}>"


class Provide(Node):
    """Children that see values of contexts.

    Args:
        values: the values by their contexts.
        children: the children.
    """

    __slots__ = ("_items", "_values")

    def __init__(self, values: Mapping[object, object], children: Iterable[object]) -> None:
        self._values = values
        self._items: list[Item] = normalise(children)

    @override
    def enter(self, walk: "Walk") -> None:
        owner = require_owner()
        walk.push(self._items, ContextsLeave(owner))
        owner.contexts = {**owner.contexts, **self._values}


class ContextsLeave(Leave):
    """Takes back what an owner's contexts are made into.

    Args:
        owner: the owner, with the contexts that it has before and behind the place.
    """

    __slots__ = ("_before", "_owner")

    def __init__(self, owner: Owner) -> None:
        self._owner = owner
        self._before = owner.contexts

    @override
    def leave(self, walk: "Walk") -> None:
        self._owner.contexts = self._before

    @override
    def abandon(self, walk: "Walk") -> None:
        self._owner.contexts = self._before


class ScopeLeave(Leave):
    """Enters a scope when it is made and leaves it with the place.

    Args:
        scope: the scope.
    """

    __slots__ = ("_entered",)

    def __init__(self, scope: Scope) -> None:
        self._entered = enter_scope(scope)

    @override
    def leave(self, walk: "Walk") -> None:
        leave_scope(self._entered)

    @override
    def abandon(self, walk: "Walk") -> None:
        leave_scope(self._entered)

    @property
    def owner(self) -> Owner:
        """The owner that was entered."""
        return self._entered.owner
