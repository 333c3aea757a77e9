"""The page that the renderers are compared on: a search with 100 results, and what makes two renderings of it equal."""

from html.parser import HTMLParser
from typing import NamedTuple, override


class Result(NamedTuple):
    """One result of the search."""

    number: int
    title: str
    url: str
    snippet: str
    tags: tuple[str, ...]
    author: str
    date: str
    price: float
    rating: int


_WORDS = "signal render <tree> stream & bind hydrate mount walk owner effect batch route payload".split()


def _words(seed: int, count: int) -> str:
    return " ".join(_WORDS[(seed * 7 + index * 5) % len(_WORDS)] for index in range(count))


def results(count: int) -> list[Result]:
    """Makes results that differ from each other and hold characters that have to be escaped."""
    return [
        Result(
            number=number,
            title=_words(number, 2).title(),
            url=f"/articles/{number}?q=ui&from={number // 10}",
            snippet=_words(number + 3, 5),
            tags=(_WORDS[number % len(_WORDS)], _WORDS[(number + 4) % len(_WORDS)]),
            author=f"A. Writer {number % 17}",
            date=f"2024-{number % 12 + 1:02}-{number % 28 + 1:02}",
            price=10 + number * 1.25,
            rating=number % 5 + 1,
        )
        for number in range(count)
    ]


class _Shape(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[object] = []
        self._script = False

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._script = tag == "script"
        if not self._script:
            # `disabled`, `disabled=""` and `disabled="disabled"` are the same.
            self.parts.append((tag, sorted((name, value if value and value != name else "") for name, value in attrs)))

    @override
    def handle_data(self, data: str) -> None:
        if self._script or not data:
            return
        if self.parts and isinstance(self.parts[-1], str):
            data = str(self.parts.pop()) + data  # a comment stood between, as React writes it
        self.parts.append(data)


def shape(html: str) -> list[object]:
    """Returns start tags with sorted attributes, and text, without comments, scripts and space between elements."""
    parser = _Shape()
    parser.feed(html)
    parser.close()
    texts = (" ".join(part.split()) if isinstance(part, str) else part for part in parser.parts)
    return [part for part in texts if part]
