"""The Markdown files below `docs/`, as props for `DocPage`."""

import posixpath
from collections.abc import Sequence
from html import escape
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from examples.docs.contents import PAGES
from examples.docs.server.highlighting import example_source, highlighted

DOCS = Path(__file__).resolve().parents[3] / "docs"
_EXAMPLE = "pyui-example "
_SLUGS = frozenset(page.slug for page in PAGES)


class BrokenLinkError(Exception):
    """A page links to a file that is no page."""


def render_page(slug: str) -> dict[str, object]:
    """Renders a page.

    Args:
        slug: its path below `docs/`, without `.md`.

    Returns:
        `parts` and `headings`, as `DocPage` takes them.

    Raises:
        BrokenLinkError: it links to a page that does not exist.
        UnknownExampleError: it names an example that does not exist.
    """
    tokens = _PARSER.parse((DOCS / f"{slug}.md").read_text(encoding="utf-8"))
    headings = _take_headings(tokens)
    for token in tokens:
        _point_links(token, slug)
    return {"parts": _parts(tokens), "headings": headings}


def _parts(tokens: list[Token]) -> list[object]:
    parts: list[object] = []
    start = 0
    for index, token in enumerate(tokens):
        if token.type == "fence" and token.info.startswith(_EXAMPLE):
            name = token.info.removeprefix(_EXAMPLE).strip()
            parts += [_html(tokens[start:index]), {"name": name, "source": example_source(name)}]
            start = index + 1
    return [part for part in [*parts, _html(tokens[start:])] if part]


def _html(tokens: Sequence[Token]) -> str:
    return str(_PARSER.renderer.render(tokens, _PARSER.options, {}))


def _take_headings(tokens: list[Token]) -> list[list[str]]:
    """Gives each heading an id and a link to itself; returns those of the second level."""
    headings: list[list[str]] = []
    seen: dict[str, int] = {}
    for index, token in enumerate(tokens):
        if token.type != "heading_open" or token.tag == "h1":
            continue
        inline = tokens[index + 1]
        text = "".join(child.content for child in inline.children or ())
        slug = heading_id(text)
        count = seen[slug] = seen.get(slug, -1) + 1
        token.attrSet("id", f"{slug}-{count}" if count else slug)
        anchor = Token("html_inline", "", 0)
        anchor.content = f' <a class="anchor" href="#{token.attrGet("id")}" aria-label="Link to: {escape(text)}">#</a>'
        inline.children = [*(inline.children or ()), anchor]
        if token.tag == "h2":
            headings.append([str(token.attrGet("id")), text])
    return headings


def heading_id(text: str) -> str:
    """Makes an id of a heading in the way of the usual code hosts, so that links work there and here."""
    kept = (char for char in text.lower().strip() if char.isalnum() or char in " -_")
    return "".join(kept).replace(" ", "-")


def _point_links(token: Token, slug: str) -> None:
    for child in token.children or ():
        url = str(child.attrGet("href") or "") if child.type == "link_open" else ""
        if url and ":" not in url and not url.startswith(("#", "/")):
            child.attrSet("href", _page_url(url, slug))


def _page_url(url: str, slug: str) -> str:
    """Marks a link to another page with a tilde, in whose place the page puts the app's base."""
    file, hash_sign, fragment = url.partition("#")
    target = posixpath.normpath(posixpath.join(posixpath.dirname(slug), file)).removesuffix(".md")
    if target not in _SLUGS:
        raise BrokenLinkError(f'docs/{slug}.md links to "{url}", which is no page of examples/docs/contents.py.')
    return f"~/{target}{hash_sign}{fragment}"


def _highlight(source: str, language: str, attributes: str) -> str:  # noqa: ARG001 - the parser gives three
    return f'<pre class="code" tabindex="0"><code>{highlighted(source, language)}</code></pre>\n'


_PARSER = MarkdownIt("commonmark", {"html": False, "highlight": _highlight}).enable(["table", "strikethrough"])
