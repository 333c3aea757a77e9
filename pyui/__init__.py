"""pyui: web pages from Python components, rendered on the server and hydrated in the browser."""

from typing import TYPE_CHECKING, Any

from pyui._version import __version__
from pyui.errors import PyuiError
from pyui.reactive import Computed, Effect, Signal, batch, computed, effect, on_cleanup, signal, untracked
from pyui.router import (
    Link,
    Outlet,
    Route,
    href,
    locale,
    navigate,
    not_found,
    redirect,
    request,
    response,
    time_zone,
    use_hash,
    use_params,
    use_path,
    use_pending,
    use_query,
)
from pyui.view import (
    Child,
    Context,
    ErrorBoundary,
    Event,
    For,
    Island,
    LinkTag,
    Match,
    Meta,
    Mismatch,
    Portal,
    Ref,
    Script,
    Show,
    Switch,
    Title,
    client_only,
    component,
    element,
    is_hydrating,
    is_server,
    now,
    on_mismatch,
    on_mount,
    random,
    raw,
    render_to_string,
    skip_hydration,
    transfer,
    unique_id,
    uuid4,
)

if TYPE_CHECKING:
    from pyui.server import App as App

__all__ = [
    "Child",
    "Computed",
    "Context",
    "Effect",
    "ErrorBoundary",
    "Event",
    "For",
    "Island",
    "Link",
    "LinkTag",
    "Match",
    "Meta",
    "Mismatch",
    "Outlet",
    "Portal",
    "PyuiError",
    "Ref",
    "Route",
    "Script",
    "Show",
    "Signal",
    "Switch",
    "Title",
    "__version__",
    "batch",
    "client_only",
    "component",
    "computed",
    "effect",
    "element",
    "href",
    "is_hydrating",
    "is_server",
    "locale",
    "navigate",
    "not_found",
    "now",
    "on_cleanup",
    "on_mismatch",
    "on_mount",
    "random",
    "raw",
    "redirect",
    "render_to_string",
    "request",
    "response",
    "signal",
    "skip_hydration",
    "time_zone",
    "transfer",
    "unique_id",
    "untracked",
    "use_hash",
    "use_params",
    "use_path",
    "use_pending",
    "use_query",
    "uuid4",
]


def __getattr__(name: str) -> Any:
    """Imports `App` when it is asked for: it needs the server, which the browser does not have."""
    if name == "App":
        from pyui.server import App  # noqa: PLC0415 - see above

        return App
    raise AttributeError(f"module 'pyui' has no attribute {name!r}")
