"""What only the browser renders. Runs on both sides."""

from pyui.reactive import signal
from pyui.view._choice import Show
from pyui.view._component import component
from pyui.view._environment import is_hydrating, is_server
from pyui.view._lifecycle import on_mount
from pyui.view._node import Child


@component
def client_only(*children: Child, fallback: Child = None) -> Child:
    """Renders its children in the browser alone: what needs the window, the storage or the time zone of the visitor.

    The server, and the browser while it hydrates, render the fallback. When the page is bound, the children take its
    place.

    Args:
        children: components are run in the browser alone; a function is called there alone.
        fallback: what is shown until then.
    """
    shown = signal(not is_server() and not is_hydrating(), name="client_only")
    on_mount(lambda: shown.set(True))
    return Show(shown, *children, fallback=fallback)
