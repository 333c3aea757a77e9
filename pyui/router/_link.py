"""Links that work wherever the app is mounted, and know whether they lead to the present page."""

from typing import Any, Literal

from pyui.html import a
from pyui.router._base import href
from pyui.router._errors import LinkError
from pyui.router._navigation import current_navigation
from pyui.router._path import split_path
from pyui.view import Child, Node, component
from pyui.view._attributes import is_live
from pyui.view.protocol import LINK_ACTIVE, LINK_PREFETCH

type Prefetch = Literal["hover", "viewport", "none"]


@component
def Link(
    *children: Child,
    to: str,
    active: str | None = None,
    exact: bool = True,
    prefetch: Prefetch = "none",
    **attributes: Any,
) -> Node:
    """An `<a>` to a path of the app.

    Args:
        children: what the link shows.
        to: the path, as for `href`.
        active: classes that the link has while it leads to the present page, where it also has `aria-current`. They
            change with client navigation, and yet do not make a page live. `""` is for `aria-current` alone.
        exact: False makes the link active on the pages below its path, too.
        prefetch: when the data of the page is loaded ahead: when the pointer or the focus comes to the link
            (`"hover"`), when the link can be seen (`"viewport"`), or not at all.
        attributes: any attributes of `<a>`.

    Raises:
        LinkError: `prefetch` is something else.
    """
    if prefetch not in ("hover", "viewport", "none"):
        raise LinkError(f"A link has prefetch={prefetch!r}.", 'Write "hover", "viewport" or "none".')
    if prefetch != "none":
        attributes[LINK_PREFETCH] = prefetch
    if active is not None:
        attributes = _with_active(to, active, exact=exact, attributes=attributes)
    return a(*children, href=href(to), **attributes)


def _with_active(to: str, active: str, *, exact: bool, attributes: dict[str, Any]) -> dict[str, Any]:
    """Adds what the link has now, and what the runtime looks at after a navigation."""
    navigation = current_navigation()
    value = "page" if exact else "true"

    def leads_here() -> bool:
        return navigation is not None and is_at(to, navigation.path(), exact=exact)

    added: dict[str, Any] = {LINK_ACTIVE: f"{value} {active}".rstrip()}
    own = attributes.get("class_")
    if is_live(own):
        # The page is live anyway, and such a class would be written over what the runtime does.
        added["class_"] = [own, lambda: active if leads_here() else None]
    elif active and leads_here():
        added["class_"] = [own, active]
    if leads_here():
        added["aria_current"] = value
    return {**attributes, **added}


def is_at(to: str, path: str, *, exact: bool) -> bool:
    """Tells whether a link leads to a path, or with `exact=False` to that or one above it.

    Args:
        to: the link's path from the root of the app; a query and a fragment mean nothing here.
        path: the path, percent-encoded.
        exact: whether it has to be the same path.
    """
    target, here = split_path(to.partition("#")[0].partition("?")[0]), split_path(path)
    if target is None or here is None or not to.startswith("/"):
        return False
    return target == (here if exact else here[: len(target)])
