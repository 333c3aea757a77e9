"""Plain pages for answers that are no pages of the app."""

import linecache
import traceback
from http import HTTPStatus
from types import CodeType, TracebackType
from typing import Any

from pyui._location import Location, is_own_code
from pyui.errors import PyuiError
from pyui.server._dominate import document, tags
from pyui.server._user_code import is_users_file, users_place

_STYLE = """
:root { color-scheme: light dark }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 15vh auto; padding: 0 1.5rem }
h1 { font-size: 1.6rem; margin: 0 }
p { margin: .5rem 0 }
.code { opacity: .6 }
"""

_TRACEBACK_STYLE = """
body { margin-top: 2rem }
ol { list-style: none; padding: 0 }
li { margin: .75rem 0; opacity: .55 }
li.user { opacity: 1 }
pre { overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; padding: .75rem; border-radius: .4rem;
  background: color-mix(in srgb, currentColor 8%, transparent); margin: .25rem 0 }
"""

_TEXTS = {
    404: "There is nothing at this address.",
    405: "This address can only be read.",
    500: "The page could not be made. The error is in the server's log.",
}


def status_page(status: int, detail: str | None = None) -> str:
    """Returns a plain page for a status.

    Args:
        status: the HTTP status.
        detail: a sentence on it; a general one where it is not given.
    """
    phrase = HTTPStatus(status).phrase
    text = detail if detail is not None and detail != phrase else _TEXTS.get(status, "")
    doc = _document(phrase, _STYLE)
    with doc.body:
        tags.h1(phrase)
        tags.p(text)
        tags.p(str(status), cls="code")
    return str(doc.render(pretty=False))


def traceback_page(error: BaseException) -> str:
    """Returns a page that shows an error with its traceback; for development alone."""
    name = type(error).__name__
    doc = _document(name, _STYLE + _TRACEBACK_STYLE)
    place = error_place(error)
    with doc.body:
        tags.h1(f"{name} [{error.code}]" if isinstance(error, PyuiError) else name)
        tags.pre(f"{error.what}\n{error.fix}" if isinstance(error, PyuiError) else _message(error))
        for note in getattr(error, "__notes__", ()):
            tags.p(note)
        if place is not None:
            tags.p("at ", tags.b(str(place)))
            tags.pre(linecache.getline(place.file, place.line).strip())
        _frames(error.__traceback__)
    return str(doc.render(pretty=False))


def error_place(error: BaseException) -> Location | None:
    """Returns the user's place that an error is about: its own, that of a syntax error, or that of the user's frame."""
    if isinstance(error, PyuiError) and users_place(error.where) is not None:
        return error.where
    if isinstance(error, SyntaxError) and error.filename is not None:
        return Location(error.filename, error.lineno or 0)
    frames = [
        Location(frame.f_code.co_filename, line)
        for frame, line in traceback.walk_tb(error.__traceback__)
        if _is_users(frame.f_code)
    ]
    return frames[-1] if frames else None


def _message(error: BaseException) -> str:
    # A syntax error shows its line and a caret, which `str` leaves out.
    return "".join(traceback.format_exception_only(error)).strip()


def _frames(trace: TracebackType | None) -> None:
    with tags.ol():
        for frame, line in traceback.walk_tb(trace):
            code = frame.f_code
            with tags.li(cls="user" if _is_users(code) else "library"):
                tags.span(f"{code.co_filename}:{line} in {code.co_qualname}")
                tags.pre(linecache.getline(code.co_filename, line).strip())


def _is_users(code: CodeType) -> bool:
    return is_users_file(code.co_filename) and not is_own_code(code)


def _document(title: str, style: str) -> Any:
    doc = document(title=None, lang="en")
    with doc.head:
        tags.meta(charset="utf-8")
        tags.meta(name="viewport", content="width=device-width, initial-scale=1")
        tags.title(title)
        tags.link(rel="icon", href="data:,")
        tags.style(style)
    return doc
