"""Keyed lists of which only the part around what is seen is in the page. Runs on both sides."""

from collections.abc import Callable, Iterable
from typing import Any, Literal, override

from pyui.reactive import untracked
from pyui.view._attributes import AttributeValue
from pyui.view._choice import FlowError
from pyui.view._event import Event
from pyui.view._heights import Heights, MeasuredHeights
from pyui.view._list_view import ListView
from pyui.view._node import Child, Item, Node, normalise
from pyui.view._tags import html_function
from pyui.view._viewport import Viewport
from pyui.view._virtual_row import Dress, Rows, pixels
from pyui.view._walk import Walk

type ListTag = Literal["ul", "ol", "div", "table"]
"""The element that the rows of a `VirtualFor` stand in."""

type ListRole = Literal["list", "listbox", "feed", "menu", "radiogroup", "table", "grid"]
"""What the rows of a `VirtualFor` are to a screen reader."""

_ROW_TAGS: dict[str, tuple[str, ...]] = {"ul": ("li",), "ol": ("li",), "table": ("tr",), "div": ()}
_ROW_ROLES = {"list": "listitem", "listbox": "option", "feed": "article", "menu": "menuitem", "radiogroup": "radio"}
_UNKNOWN = 800.0  # that of a viewport whose height only the browser knows

_div, _tbody = html_function("div"), html_function("tbody")
_LISTS = {tag: html_function(tag) for tag in _ROW_TAGS}


class VirtualFor(Node):
    """A keyed list of which only the rows around what is seen are in the page, however many items there are.

    It makes an element that scrolls, in it the list, and in that a row for each item of the part that is seen. Arrow
    keys, Page Up, Page Down, Home and End move the focus from row to row; a row that has the focus stays in the page.

    Args:
        each: the items: a signal or function that returns a list, a tuple or a range, or one that never changes. Of
            other iterables a list is made at each change.
        children: a function of the item, or of the item and a signal of its index, that returns the row: one element,
            `li` in `ul` and `ol`, `tr` in `table`.
        key: a function from the item to a hashable key; the item itself where it is not given.
        row_height: the height of a row in pixels, which all rows get; what is assumed of them with `measured`.
        height: the height of the element that scrolls, in pixels or as a length of CSS such as "70vh".
        measured: whether rows have the height that their content gives them.
        overscan: how many rows there are in the page above and below what is seen.
        tag: the list's element. `table` puts the rows into a `tbody`.
        role: the list's role, where it is not that of its element. Rows get the role that belongs to it.
        label: the list's name for screen readers.
        head: what stands in the list before the rows: `caption`, `colgroup` and `thead` of a table.
        class_: class names of the element that scrolls.
        viewport: scrolls the list, and tells which rows are in the page.

    Raises:
        FlowError: an argument cannot be worked with.
    """

    __slots__ = (
        "_children",
        "_class",
        "_each",
        "_head",
        "_height",
        "_key",
        "_label",
        "_measured",
        "_overscan",
        "_role",
        "_row_height",
        "_tag",
        "_viewport",
    )
    starts_markup = True

    def __init__(
        self,
        each: Callable[[], Iterable[Any]] | Iterable[Any],
        children: Callable[..., object],
        *,
        row_height: float,
        height: float | str,
        key: Callable[[Any], object] | None = None,
        measured: bool = False,
        overscan: int = 8,
        tag: ListTag = "ul",
        role: ListRole | None = None,
        label: str | None = None,
        head: Child = None,
        class_: AttributeValue = None,
        viewport: Viewport | None = None,
    ) -> None:
        _check(row_height, overscan, tag)
        self._each = each
        self._children = children
        self._key = key
        self._row_height = row_height
        self._height = height
        self._measured = measured
        self._overscan = overscan
        self._tag = tag
        self._role = role or ("list" if tag == "div" else None)
        self._label = label
        self._head = normalise((head,))
        self._class = class_
        self._viewport = viewport

    @override
    def enter(self, walk: Walk) -> None:
        view = self._viewport.view if self._viewport is not None else ListView()
        rows = Rows(self._each, self._children, self._key, view, self._dress())
        heights = (MeasuredHeights if self._measured else Heights)(self._row_height)
        height = _UNKNOWN if isinstance(self._height, str) else self._height
        view.begin(heights, height, self._overscan, rows.key_of)
        view.look(untracked(rows.all_items), view.seen.peek())
        walk.push((self._scroller(view, rows),), "")

    def _dress(self) -> Dress:
        style = "" if self._measured else f"box-sizing:border-box;height:{pixels(self._row_height)};margin:0;"
        if self._tag == "table":
            return Dress(_ROW_TAGS["table"], None, "aria-rowindex", _head_rows(self._head), False, style)
        return Dress(_ROW_TAGS[self._tag], _ROW_ROLES.get(self._role or ""), "aria-posinset", 0, True, style)

    def _scroller(self, view: ListView, rows: Rows) -> Node:
        def padding() -> str:
            above, below = view.paddings()
            return f"padding:{pixels(above)} 0 {pixels(below)}"

        def press(event: Event) -> None:
            self._press(event, view, rows.dress)

        height = self._height if isinstance(self._height, str) else pixels(self._height)
        return _div(
            _div(self._list(view, rows), style=padding),
            class_=self._class,
            # Browsers would correct the position as well, if not all of them.
            style=f"height:{height};overflow:auto;overflow-anchor:none;position:relative",
            on_pyuiview=view.see,
            on_keydown=press,
            on_focusout=view.leave,
        )

    def _list(self, view: ListView, rows: Rows) -> Node:
        make, head = _LISTS[self._tag], rows.dress.head
        if self._tag != "table":
            return make(self._head, rows, role=self._role, aria_label=self._label)
        count = {"aria_rowcount": lambda: view.count() + head}
        return make(self._head, _tbody(rows), role=self._role, aria_label=self._label, **count)

    def _press(self, event: Event, view: ListView, dress: Dress) -> None:
        feeds = self._role == "feed"
        to = place_of(event.key, view.active, view.page(), view.count.peek(), feeds=feeds)
        if to is None or event.ctrl_key or event.alt_key or event.meta_key or event.shift_key:
            return
        # Keys that are pressed in a control inside of a row are the control's.
        if feeds or event.target.getAttribute(dress.position) == str(view.active + 1 + dress.head):
            event.prevent_default()
            event.stop_propagation()
            view.move(to)


def _head_rows(head: list[Item]) -> int:
    """Returns how many rows of a table stand before its items: a `thead` is taken to have one."""
    return sum(getattr(item, "html", f"<{getattr(item, 'tag', '')}").startswith("<thead") for item in head)


def place_of(key: str, active: int, page: int, count: int, *, feeds: bool) -> int | None:
    """Returns which row a key moves the focus to.

    Source: ARIA Authoring Practices Guide, patterns "Listbox", "Grid" and "Feed".

    Args:
        key: the key.
        active: the index of the row that has the focus.
        page: how many rows a page has.
        count: how many rows there are.
        feeds: whether the list is a feed, in which Page Up and Page Down go to the next article, and arrows scroll.

    Returns:
        An index, which may be outside of the list; None where the key does something else.
    """
    if feeds:
        return {"PageUp": active - 1, "PageDown": active + 1}.get(key)
    moves = {"ArrowUp": active - 1, "ArrowDown": active + 1, "PageUp": active - page, "PageDown": active + page}
    return {**moves, "Home": 0, "End": count - 1}.get(key)


def _check(row_height: float, overscan: int, tag: str) -> None:
    if not row_height > 0:
        raise FlowError(f"VirtualFor() got row_height={row_height!r}.", "Give the height of a row in pixels.")
    if overscan < 0:
        raise FlowError(f"VirtualFor() got overscan={overscan!r}.", "Give a number of rows, 0 or more.")
    if tag not in _LISTS:
        raise FlowError(f"VirtualFor() got tag={tag!r}.", f"Give one of {', '.join(_LISTS)}.")
