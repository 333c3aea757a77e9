"""Highlighted code. The stylesheet has the colours."""

from html import escape
from pathlib import Path

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

_LIVE = Path(__file__).resolve().parent.parent / "live"
_FORMATTER: HtmlFormatter[str] = HtmlFormatter(nowrap=True)


class UnknownExampleError(Exception):
    """A page names an example that does not exist."""


def highlighted(source: str, language: str) -> str:
    """Returns the markup of highlighted source; plain text for a language that is not known."""
    try:
        lexer = get_lexer_by_name(language, stripnl=False)
    except ClassNotFound:
        return escape(source, quote=False)
    return highlight(source, lexer, _FORMATTER)


def example_source(name: str) -> str:
    """Returns the markup of a live example's highlighted source.

    Raises:
        UnknownExampleError: there is no such example.
    """
    file = _LIVE / f"{name}.py"
    if not file.is_file():
        raise UnknownExampleError(f'There is no example "{name}": write {file}.')
    return highlighted(file.read_text(encoding="utf-8"), "python")
