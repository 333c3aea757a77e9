"""Paths of the app as URLs, wherever the app is mounted."""

from pyui.view import Child, Context, Node


class Base:
    """What stands before the paths of the app in a page.

    Args:
        text: `""`, `"/app"`, or relative to a static page, such as `".."`.

    Attributes:
        text: the same; after the first client navigation the absolute path, because the page's own path changes then.
    """

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text


BASE: Context[Base] = Context(Base(""), name="base")


def href(path: str) -> str:
    """Returns the URL of a path of the app, for `href=`, `src=` and `action=`. Call it while a component runs.

    Args:
        path: a path from the root of the app, such as `/products?sort=price`. Anything that does not start with exactly
            one slash (other sites, `#fragment`, `mailto:`) is returned as it is.

    Returns:
        The path below the base of the page: `/app/products` for an app mounted at `/app`, `../products` in a static
        page.
    """
    return join_base(BASE.get().text, path)


def join_base(base: str, path: str) -> str:
    """Puts a base before a path that starts with exactly one slash."""
    return base + path if path.startswith("/") and not path.startswith("//") else path


def with_base(base: str | Base, *children: Child) -> Node:
    """Returns a node that shows children in which `href` and `Link` put a base before the paths of the app."""
    return BASE.provide(Base(base) if isinstance(base, str) else base, *children)
