"""What components put into the head of the document: title, meta, links, structured data. Runs on both sides."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from pyui.errors import ViewError
from pyui.view._attributes import attribute_name, attribute_value
from pyui.view._context import Context
from pyui.view._escape import escape_attribute, escape_text
from pyui.view._node import Node
from pyui.view.protocol import HEAD_KEY

if TYPE_CHECKING:
    from pyui.view._walk import Walk

LEVEL: Context[int] = Context(0, name="level")
"""How many routes, one in the other, a component is in: what is put into the head further inside wins."""

TITLE_KEY = "title"
_SINGLE_LINKS = frozenset({"amphtml", "canonical", "icon", "manifest", "next", "prev"})
_META_NAMES = ("charset", "http-equiv", "itemprop", "name", "property")


class HeadItemError(ViewError):
    """Something cannot be put into the head of the document."""

    code = "PYUI223"


class HeadEntry(NamedTuple):
    """One thing that is in the head.

    Args:
        key: what tells it from others; of several with one key, one is in the head.
        text: the title as text, and of everything else the markup.
        level: how far inside the component is that put it there.
    """

    key: str
    text: str
    level: int


class HeadItem(Node):
    """Puts something into the head of the document while it is in the tree; writes nothing where it stands.

    Args:
        key: what tells it from others.
        text: returns the title, or the markup.
        live: whether what it returns may change.
    """

    __slots__ = ("key", "live", "text")

    def __init__(self, key: str, text: Callable[[], str], *, live: bool) -> None:
        self.key = key
        self.text = text
        self.live = live

    def enter(self, walk: "Walk") -> None:
        walk.recorder.head(self, LEVEL.get())

    def entry(self, level: int) -> HeadEntry:
        """Returns what it is now."""
        return HeadEntry(self.key, self.text(), level)


def Title(*parts: object) -> Node:
    """Sets the document's title, in place of that of the route.

    Args:
        parts: text, numbers, and signals or functions that return such.

    Returns:
        A node that writes nothing where it stands.
    """
    return HeadItem(TITLE_KEY, lambda: "".join(map(_title_part, parts)), live=any(map(callable, parts)))


def Meta(*, key: str | None = None, **attributes: object) -> Node:
    """Puts a `<meta>` into the head, in place of another one of the same name.

    Args:
        key: what tells it from others; by default its name, property or the like.
        attributes: any attributes of `<meta>`: `name="description", content="…"`.

    Raises:
        HeadItemError: neither a key nor an attribute tells it from others.
    """
    names = {attribute_name(name): value for name, value in attributes.items()}
    found = next((name for name in _META_NAMES if name in names), None)
    if found is None and key is None:
        what = f"Meta() got {', '.join(names) or 'nothing'}, but no name."
        raise HeadItemError(what, 'Give it a name or a property: Meta(name="description", content="…").')
    value = names.get(found or "")
    return _element("meta", key or meta_key(found or "", True if callable(value) else value), names)


def LinkTag(*, key: str | None = None, **attributes: object) -> Node:
    """Puts a `<link>` into the head, in place of another one where a page has one such link (`canonical`, `icon`, …).

    Args:
        key: what tells it from others; by default its `rel`, `href`, `hreflang` and `media`.
        attributes: any attributes of `<link>`: `rel="canonical", href=href("/about")`.

    Raises:
        HeadItemError: it has no `rel`.
    """
    names = {attribute_name(name): value for name, value in attributes.items()}
    rel = names.get("rel")
    if not isinstance(rel, str):
        raise HeadItemError(f"LinkTag() got rel={rel!r}.", 'Say what it is: LinkTag(rel="canonical", href="…").')
    telling = () if rel in _SINGLE_LINKS else ("href", "hreflang", "media", "sizes", "type")
    values = [str(names[name]) for name in telling if names.get(name) is not None and not callable(names[name])]
    return _element("link", key or " ".join(["link", rel, *values]), names)


def Script(data: object, *, key: str | None = None) -> Node:
    """Puts structured data (JSON-LD) into the head, for search engines.

    Args:
        data: what `json.dumps` takes, such as `{"@context": "https://schema.org", "@type": "Product"}`, or a function
            that returns it.
        key: what tells it from others; by default its `@type`.

    Raises:
        HeadItemError: JSON cannot hold it.
    """
    full = f"script {key or _type_of(data) or 'data'}"
    return HeadItem(full, lambda: _script(full, data() if callable(data) else data), live=callable(data))


def _type_of(data: object) -> object:
    return cast("Mapping[str, object]", data).get("@type") if isinstance(data, Mapping) else None


def meta_key(name: str, value: object) -> str:
    """Returns the key of a `<meta>` with an attribute that names it."""
    return f"meta {name}" if name == "charset" or value is True else f"meta {name} {value}"


def meta_entries(meta: Mapping[str, str], level: int) -> list[HeadEntry]:
    """Returns the entries of the `meta` of a route."""
    return [
        HeadEntry(key := meta_key("name", name), _markup("meta", key, {"content": content, "name": name}), level)
        for name, content in meta.items()
    ]


def winners(entries: Iterable[HeadEntry]) -> dict[str, HeadEntry]:
    """Returns which of several entries is in the head: of those with one key the innermost, of these the last."""
    chosen: dict[str, HeadEntry] = {}
    for entry in entries:
        other = chosen.get(entry.key)
        if other is None or entry.level >= other.level:
            chosen[entry.key] = entry
    return chosen


def _element(tag: str, key: str, attributes: Mapping[str, object]) -> HeadItem:
    return HeadItem(key, lambda: _markup(tag, key, attributes), live=any(map(callable, attributes.values())))


def _markup(tag: str, key: str, attributes: Mapping[str, object]) -> str:
    written = [f'{HEAD_KEY}="{escape_attribute(key)}"']
    for name in sorted(attributes):
        value = attributes[name]
        text = attribute_value(name, value() if callable(value) else value)
        if text is not None:
            written.append(f'{name}="{escape_attribute(text)}"')
    return f"<{tag} {' '.join(written)}>"


def _script(key: str, data: object) -> str:
    import json  # noqa: PLC0415 - few pages need it

    try:
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    except (TypeError, ValueError) as error:
        what = f"Script() got data that JSON cannot hold: {error}."
        raise HeadItemError(what, "Use text, numbers, lists and dicts.") from error
    text = text.replace("<", "\\u003c")  # nothing in it may end the element or begin a comment
    return f'<script {HEAD_KEY}="{escape_attribute(key)}" type="application/ld+json">{text}</script>'


def _title_part(part: Any) -> str:
    value = part() if callable(part) else part
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, (str, int, float)):
        return str(value)
    raise HeadItemError(f"Title() got {value!r}.", "It holds text alone.")


def head_html(entries: Iterable[HeadEntry]) -> tuple[str | None, str]:
    """Writes the head.

    Returns:
        The title as HTML, None where there is none, and the markup of the rest.
    """
    chosen = winners(entries)
    title = chosen.pop(TITLE_KEY, None)
    return escape_text(title.text) if title is not None else None, "".join(entry.text for entry in chosen.values())
