"""Nodes: what a component returns, and what children are made into. Runs on both sides."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Protocol, SupportsFloat, cast

from pyui.errors import ViewError

if TYPE_CHECKING:
    from pyui.view._walk import Walk


class HasHtml(Protocol):
    """An object that knows its own markup, as markupsafe and dominate define it."""

    def __html__(self) -> str:
        """Returns trusted markup."""
        ...


type Child = Node | str | float | bool | SupportsFloat | HasHtml | Iterable[Child] | Callable[[], object] | None
"""What may stand between the parentheses of an element."""


class InvalidChildError(ViewError):
    """An object that cannot be rendered."""

    code = "PYUI204"


class Node:
    """The base of everything but text that the walk can render. A node is inert: it can be rendered again and again."""

    __slots__ = ()
    starts_markup = False
    """Whether it surely renders as markup first, so that it ends the text before it."""

    def enter(self, walk: "Walk") -> None:
        """Writes the node's opening part and tells the walk what to go through next."""
        raise NotImplementedError


class Text(Node):
    """A text run: adjacent text and live text, bound as a whole.

    Args:
        parts: text, and callables that return text or any other child; at least one callable.
    """

    __slots__ = ("followed", "parts")

    def __init__(self, parts: "list[str | Callable[[], object]]") -> None:
        self.parts = parts
        self.followed = True

    def enter(self, walk: "Walk") -> None:
        walk.text(self)


class Raw(Node):
    """Trusted markup.

    Args:
        html: markup that is written as it is.
    """

    __slots__ = ("html",)

    def __init__(self, html: str) -> None:
        self.html = html

    def __html__(self) -> str:
        return self.html

    def enter(self, walk: "Walk") -> None:
        walk.raw(self.html)


def raw(html: str) -> Raw:
    """Makes a node of trusted markup, which is not escaped.

    Args:
        html: markup from a source that you trust; anything in it, scripts included, reaches the page.

    Returns:
        A node that renders as that markup.
    """
    return Raw(html)


type Item = str | Node
"""A child in the form that the walk goes through: static text or a node."""


def normalise(children: Iterable[object]) -> list[Item]:
    """Flattens children, leaves out what renders as nothing, and joins live text with the text around it.

    Args:
        children: anything that may stand between the parentheses of an element.

    Returns:
        Static text and nodes, with no live text next to other text.

    Raises:
        InvalidChildError: an object cannot be rendered.
    """
    if isinstance(children, tuple) and len(children) == 1 and isinstance(children[0], Node):
        return [children[0]]  # as most that a component returns
    items: list[Item] = []
    run: list[str | Callable[[], object]] = []
    outer: list[Iterator[object]] = []  # not the call stack: lists may be nested deeply
    current = iter(children)
    child: Any
    while True:
        for child in current:
            kind = child.__class__
            if kind is str:
                run.append(child)
            elif isinstance(child, Node):
                if run:
                    _close_run(run, items, child)
                items.append(child)
            elif child is not None and kind is not bool:
                inner = child if kind is list or kind is tuple else _unusual(child, run)
                if inner is not None:
                    outer.append(current)
                    current = iter(inner)
                    break
        else:
            if not outer:
                break
            current = outer.pop()
    _close_run(run, items, None)
    return items


def _close_run(run: list[str | Callable[[], object]], items: list[Item], following: Node | None) -> None:
    if all(isinstance(part, str) for part in run):
        if any(run):
            items.append("".join(run))  # type: ignore[arg-type]
    else:
        text = Text(run.copy())
        text.followed = following is None or not following.starts_markup
        items.append(text)
    run.clear()


def _unusual(child: object, run: list[str | Callable[[], object]]) -> Iterable[object] | None:
    """Takes a child that is text of a kind or live, or returns what to go through in its place."""
    kind = child.__class__
    if kind is int or kind is float:
        run.append(str(child))
        return None
    html: Callable[[], str] | None = getattr(child, "__html__", None)
    if html is not None:
        return (Raw(str(html())),)
    if kind.__module__.partition(".")[0] == "dominate":
        return (Raw(child.render(pretty=False)),)  # type: ignore[attr-defined]
    if isinstance(child, str) or _is_number(child):
        run.append(str(child))
    elif callable(child):
        run.append(child)
    elif isinstance(child, Iterable) and not isinstance(child, (bytes, dict, set, frozenset)):
        return cast("Iterable[object]", child)
    else:
        text = _excerpt(child)  # pyright: ignore[reportUnknownArgumentType]
        raise InvalidChildError(
            f"A child is {text} of type {kind.__name__}, which cannot be rendered.",
            "Give text, a number, an element, a component, a signal, a function or a list of those.",
        )
    return None


def _is_number(value: object) -> bool:
    """Tells whether a value is a number of a kind that is not built in, such as a decimal."""
    return hasattr(value, "__float__") and not isinstance(value, Iterable)


def _excerpt(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."


def is_textual(value: object) -> bool:
    """Tells whether the value of live text is text, rather than nothing or a node."""
    kind = value.__class__
    return kind is str or kind is int or kind is float
