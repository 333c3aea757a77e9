"""What a component does when it is in the page. Runs on both sides."""

from collections.abc import Callable

from pyui.errors import ViewError
from pyui.reactive import current_owner

MOUNTS = object()
"""The key under which an owner's contexts hold the list that `on_mount` adds to."""


class LifecycleError(ViewError):
    """`on_mount` was called where no component is running."""

    code = "PYUI211"


def on_mount(function: Callable[[], object]) -> None:
    """Calls a function when the component's elements are in the page and bound. In the browser alone.

    Args:
        function: called once, without arguments; refs hold their nodes by then.

    Raises:
        LifecycleError: no component is running.
    """
    owner = current_owner()
    if owner is None:
        raise LifecycleError("on_mount() was called outside of a component.", "Call it in the body of a component.")
    if owner.static:
        owner.live += 1
        return
    mounts = owner.contexts.get(MOUNTS)
    if isinstance(mounts, list):
        mounts.append((owner, function))  # pyright: ignore[reportUnknownMemberType]
