"""The scope of a place in the tree: its owner and the contexts that it sees. Runs on both sides."""

from collections.abc import Mapping
from typing import NamedTuple, Self

from pyui.reactive import Owner, current_owner
from pyui.reactive._owner import swap_owner


class Scope(NamedTuple):
    """What is in force at a place of the walk.

    Args:
        owner: the owner of what is made there.
        contexts: the contexts that are seen there.
    """

    owner: Owner
    contexts: Mapping[object, object]

    @classmethod
    def current(cls) -> Self:
        """Returns the scope in force; the walk always has one."""
        owner = require_owner()
        return cls(owner, owner.contexts)

    def child(self) -> Owner:
        """Makes an owner below this scope's, which sees its contexts."""
        owner = Owner(self.owner)
        owner.contexts = self.contexts
        return owner


class Entered(NamedTuple):
    """What `leave_scope` puts back.

    Args:
        outer: the owner before.
        owner: the owner that was entered.
        contexts: its contexts before.
    """

    outer: Owner | None
    owner: Owner
    contexts: Mapping[object, object]


def require_owner() -> Owner:
    """Returns the current owner inside of a walk, which always has one."""
    owner = current_owner()
    if owner is None:
        raise RuntimeError("a walk without an owner")
    return owner


def enter_scope(scope: Scope) -> Entered:
    """Puts a scope in force.

    Args:
        scope: the scope.

    Returns:
        What `leave_scope` wants.
    """
    entered = Entered(swap_owner(scope.owner), scope.owner, scope.owner.contexts)
    scope.owner.contexts = scope.contexts
    return entered


def leave_scope(entered: Entered) -> None:
    """Puts back what was in force before `enter_scope`."""
    entered.owner.contexts = entered.contexts
    swap_owner(entered.outer)
