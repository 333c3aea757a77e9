"""Proves that an HTML parser reads a page as the tree that was meant, and explains where it does not."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from pyui._location import Location, is_own_code
from pyui.errors import ViewError
from pyui.server._element_lines import ElementLines
from pyui.server._reparse import is_same, is_stable, reparsed
from pyui.server._rewrite_rules import find_rule
from pyui.server._tokens import Token, ancestors, completed, tokens_of
from pyui.server._trace import Trusted, components_at, render_traced
from pyui.view import ComponentCall, RenderedPage

_OPEN = "<!--trusted-->"
_CLOSE = "<!/trusted>"  # a parser reads a comment, unless it is in one: this does not end it
_READ_CLOSE = "<!--/trusted-->"
_HOLE = _OPEN + _READ_CLOSE
_FILLED_HOLE = re.compile(f"{_OPEN}.*?{_READ_CLOSE}", re.DOTALL)
_NOSCRIPT = re.compile(r"<noscript[ >].*?</noscript>", re.DOTALL)
_BEFORE = "<!DOCTYPE html><html><head></head><body><div>"
_AFTER = "</div></body></html>"
_MOST_SHOWN = 60


class ContentModelError(ViewError):
    """An HTML parser would make another tree of the markup than the one that was meant."""

    code = "PYUI212"


def check_markup(html: str) -> None:
    """Checks that an HTML parser reads markup as the tree that its tags say.

    Args:
        html: markup that pyui wrote: what stands in the body of a page, or a whole document.

    Raises:
        ContentModelError: it makes another tree of it.
    """
    is_document = html[:9].lower() == "<!doctype"
    check_pieces([html] if is_document else [_BEFORE, html, _AFTER])


def render_checked(node: object) -> RenderedPage:
    """Renders a tree as `render_page` does, and checks that an HTML parser reads the same tree.

    Args:
        node: anything that may be a child.

    Returns:
        The content.

    Raises:
        ContentModelError: it makes another tree of it; the error names the component.
        Exception: whatever `render_page` raises.
    """
    page = render_traced(node)
    check_pieces([_BEFORE, *page.pieces, _AFTER], lambda: render_traced(node))
    return page.rendered


def check_pieces(pieces: Sequence[str], again: Callable[[], object] | None = None) -> None:
    """Checks a document.

    Args:
        pieces: the pieces of its HTML; with the marks of `render_traced`, an error names the component.
        again: renders the page once more; it is called to find the line of an element.

    Raises:
        ContentModelError: a parser makes another tree of it.
    """
    # What stands in `noscript` is text where scripts run, and markup for a reader without.
    for scripting in (True, False) if any("<noscript" in piece for piece in pieces) else (True,):
        if not _is_as_meant(pieces, scripting=scripting):
            raise _explained(pieces, again, scripting=scripting)


def _is_as_meant(pieces: Sequence[str], *, scripting: bool) -> bool:
    """Tells whether a parser reads a document as the tree that its tags say.

    Trusted markup may be written in any way, such as without end tags, but has to be complete in itself: with a comment
    before it and one behind, the parser changes nothing outside of the two.
    """
    if not any(isinstance(piece, Trusted) for piece in pieces):
        return is_stable("".join(pieces), scripting=scripting)
    found = reparsed(
        "".join(f"{_OPEN}{piece}{_CLOSE}" if isinstance(piece, Trusted) else piece for piece in pieces),
        scripting=scripting,
    )
    if scripting:
        found = _NOSCRIPT.sub(lambda text: text[0].replace(_CLOSE, _READ_CLOSE), found)
    return is_same(_FILLED_HOLE.sub(_HOLE, found), "".join(_with_holes(pieces)))


def _with_holes(pieces: Sequence[str]) -> list[str]:
    return [_HOLE if isinstance(piece, Trusted) else piece for piece in pieces]


def _explained(pieces: Sequence[str], again: Callable[[], object] | None, *, scripting: bool) -> ContentModelError:
    own = _with_holes(pieces)
    document = "".join(own)
    if is_stable(document, scripting=scripting):
        return _trusted_error(pieces, scripting=scripting)
    tokens = tokens_of(document, scripting=scripting)
    index = _first_rewritten(document, tokens, scripting=scripting)
    change = _change(document, tokens, index, scripting=scripting)
    error = _error(change, components_at(own, tokens[index].start))
    if again is not None:
        element = tokens[index] if tokens[index].name else tokens[tokens[index].parent]
        lines = ElementLines()
        with lines.watching():
            again()
        error.where = lines.find(document[element.start :]) or error.where
    return error


class _Change(NamedTuple):
    """What a parser does.

    Args:
        subject: to what.
        effect: what it does to it.
        excerpts: what was written, and what is read in its place.
        fix: what to do.
    """

    subject: str
    effect: str
    excerpts: str
    fix: str


def _first_rewritten(document: str, tokens: Sequence[Token], *, scripting: bool) -> int:
    """Finds the first token behind which a parser has another tree, by halving."""
    stable, rewritten = 0, len(tokens) - 1
    while stable + 1 < rewritten:
        middle = (stable + rewritten) // 2
        if is_stable(completed(document, tokens, middle), scripting=scripting):
            stable = middle
        else:
            rewritten = middle
    return rewritten


def _change(document: str, tokens: Sequence[Token], index: int, *, scripting: bool) -> _Change:
    token = tokens[index]
    outer = [each.name for each in ancestors(tokens, index)]
    text = document[token.start : token.end]
    expected = completed(document, tokens, index)
    found = reparsed(expected, scripting=scripting)
    excerpts = _excerpts(expected, found)
    if token.name and found[token.start :].lower().startswith((f"<{token.name} ".lower(), f"<{token.name}>".lower())):
        tag = found[token.start : found.index(">", token.start) + 1]
        if tag != text:
            fix = "Write each name once and in lower case; in SVG and MathML, as those write it."
            return _Change(_shown(text), f"reads it as {_shown(tag)}", excerpts, fix)
    name = token.name or ("#comment" if text.startswith("<!--") else "#text")
    rule, around = find_rule(name, outer)
    subject = f"<{token.name}>" if token.name else f"The text {_shown(text)}"
    place = around or (outer[0] if outer else "")
    inside = f"{subject} stands in <{place}>" if place else subject
    return _Change(inside, rule.effect.format(outer=around), excerpts, rule.fix.format(outer=around))


def _excerpts(expected: str, found: str) -> str:
    """Quotes both from the first tag that differs to the last."""
    start = max(expected.rfind("<", 0, _common(expected, found) + 1), 0)
    expected, found = expected[start:], found[start:]
    same = _common(expected[::-1], found[::-1])
    same -= max(expected[len(expected) - same :].find("<"), 0)  # not a part of a tag
    expected, found = expected[: len(expected) - same], found[: len(found) - same]
    return f"{_shown(expected) or 'Nothing'} was written, {_shown(found) or 'nothing'} is read"


def _common(one: str, other: str) -> int:
    """Returns how many characters two texts have in common at their beginnings."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _shown(text: str) -> str:
    if not text:
        return ""
    text = text if len(text) <= _MOST_SHOWN else text[: _MOST_SHOWN - 3] + "..."
    return f'"{text}"' if "\n" not in text else repr(text)


def _trusted_error(pieces: Sequence[str], *, scripting: bool) -> ContentModelError:
    """Blames the first trusted markup that, alone in the page, changes what is around it."""
    own = _with_holes(pieces)
    places = [index for index, piece in enumerate(pieces) if isinstance(piece, Trusted)]
    alone = ([*own[:index], pieces[index], *own[index + 1 :]] for index in places)
    blamed = next(
        (index for index, each in zip(places, alone, strict=True) if not _is_as_meant(each, scripting=scripting)),
        places[0],
    )
    filled = "".join(pieces[blamed])
    change = _Change(
        f"The raw markup {_shown(filled)}",
        "changes what is around it",
        "Elements are left open in it, or stand where they may not",
        "Write the end tags of all that it opens, and put it where its elements are allowed.",
    )
    return _error(change, components_at(own, sum(map(len, own[:blamed]))))


def _error(change: _Change, calls: Sequence[ComponentCall]) -> ContentModelError:
    users = [call for call in calls if not is_own_code(call.component.function.__code__)]
    path = " > ".join(call.component.name for call in users)
    by = f", written by {path}" if path else ""
    what = f"{change.subject}{by}: the HTML parser {change.effect}. {change.excerpts}."
    error = ContentModelError(what, change.fix)
    error.where = None
    if users:
        code = users[-1].component.function.__code__
        error.where = Location(code.co_filename, code.co_firstlineno)
    for call in reversed(users):
        if not is_own_code(call.code):
            error.add_note(f"while rendering {call.component.name}, used at {call.code.co_filename}:{call.line}")
    return error
