"""Links that work wherever the app is mounted."""

from pyui.html import a
from pyui.view import Child, Context, Node, component

BASE: Context[str] = Context("", name="base")


def href(path: str) -> str:
    """Returns the URL of a path of the app, for `href=`, `src=` and `action=`. Call it while a component runs.

    Args:
        path: a path from the root of the app, such as `/products?sort=price`. Anything that does not start with exactly
            one slash (other sites, `#fragment`, `mailto:`) is returned as it is.

    Returns:
        The path below the base of the page: `/app/products` for an app mounted at `/app`, `../products` in a static
        page.
    """
    return join_base(BASE.get(), path)


def join_base(base: str, path: str) -> str:
    """Puts a base before a path that starts with exactly one slash."""
    return base + path if path.startswith("/") and not path.startswith("//") else path


def with_base(base: str, *children: Child) -> Node:
    """Returns a node that shows children in which `href` and `Link` put a base before the paths of the app."""
    return BASE.provide(base, *children)


@component
def Link(*children: Child, to: str, **attributes: object) -> Node:
    """An `<a>` to a path of the app.

    Args:
        children: what the link shows.
        to: the path, as for `href`.
        attributes: any attributes of `<a>`.
    """
    return a(*children, href=href(to), **attributes)
