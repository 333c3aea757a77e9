"""The query of a URL. Done by hand: `urllib.parse` is more than the browser should load for it."""

from pyui.router._path import percent_decode


class Query(dict[str, str]):
    """The values of a query by their names; of a name that occurs more than once, the first value, as in the browser.

    Args:
        text: the query as it stands in the URL, with or without the question mark.

    Attributes:
        pairs: all names and values, in order.
    """

    __slots__ = ("pairs",)

    def __init__(self, text: str = "") -> None:
        self.pairs = [_pair(part) for part in text.removeprefix("?").split("&") if part]
        super().__init__(reversed(self.pairs))

    def all(self, name: str) -> list[str]:
        """Returns all values of a name, in order."""
        return [value for key, value in self.pairs if key == name]


def _pair(part: str) -> tuple[str, str]:
    name, _, value = part.partition("=")
    return _decode(name), _decode(value)


def _decode(text: str) -> str:
    text = text.replace("+", " ")
    try:
        return percent_decode(text)
    except UnicodeDecodeError:
        return text
