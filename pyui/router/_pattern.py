"""Path patterns: literal segments, parameters such as `{name}` and `{name:int}`, and the wildcards `*` and `**`."""

from typing import NamedTuple

from pyui._location import Location
from pyui.router._convert import CONVERTERS
from pyui.router._errors import RoutePatternError


class Segment(NamedTuple):
    """One segment of a pattern, between two slashes.

    Args:
        text: the literal text, or the parameter's name; empty for a wildcard.
        kind: the name of the parameter's converter; empty for a literal; `*` or `**` for a wildcard.
    """

    text: str
    kind: str

    @property
    def shape(self) -> str:
        """What the segment matches, without the parameter's name; literals cannot hold braces."""
        kind = "str" if self.kind == "*" else self.kind
        return f"{{{kind}}}" if kind else self.text

    @property
    def takes_rest(self) -> bool:
        """Whether the segment takes all that is left of a path, so that it can only be the last."""
        return self.kind in ("path", "**")

    def __str__(self) -> str:
        if not (self.text and self.kind):
            return self.text or self.kind
        return f"{{{self.text}}}" if self.kind == "str" else f"{{{self.text}:{self.kind}}}"


def parse_pattern(path: str, where: Location | None) -> tuple[Segment, ...]:
    """Parses a route's path.

    Args:
        path: the path; slashes at either end mean nothing here.
        where: the place where the route was written, for errors.

    Returns:
        The segments; none for `"/"` and `""`.

    Raises:
        RoutePatternError: the path is not a pattern.
    """
    if not isinstance(path, str):  # pyright: ignore[reportUnnecessaryIsInstance]: users need not check types
        what = f"The path of a route is {path!r}, which is no text."
        raise RoutePatternError(what, 'Write it as a string such as "/posts/{id:int}".', where=where)
    inner = path.strip("/")
    segments = tuple(_parse_segment(path, text, where) for text in inner.split("/")) if inner else ()
    for position, segment in enumerate(segments):
        if segment.takes_rest and position != len(segments) - 1:
            raise _error(path, f"has something behind {segment}", "Move it to the end.", where)
    check_names(path, segments, where)
    return segments


def check_names(path: str, segments: tuple[Segment, ...], where: Location | None) -> None:
    """Raises RoutePatternError where two parameters have the same name."""
    seen: set[str] = set()
    for segment in segments:
        if segment.kind and segment.text in seen:
            raise _error(path, f"names {segment.text!r} twice", "Give each parameter a name of its own.", where)
        if segment.kind and segment.text:
            seen.add(segment.text)


def _parse_segment(path: str, text: str, where: Location | None) -> Segment:
    if not text:
        raise _error(path, "has an empty segment", "Remove the doubled slash.", where)
    if text in ("*", "**"):
        return Segment("", text)
    if "{" not in text and "}" not in text:
        if text in (".", "..") or any(char in text for char in "?#%\\"):
            raise _error(path, f"cannot hold {text!r}", "Write the path as people read it.", where)
        return Segment(text, "")
    name, colon, kind = text[1:-1].partition(":")
    if not (text.startswith("{") and text.endswith("}") and name.isidentifier()):
        raise _error(path, f"has the segment {text!r}", "A parameter is a whole segment: {name}, {name:int}.", where)
    if colon and kind not in CONVERTERS:
        known = ", ".join(CONVERTERS)
        raise _error(path, f"asks for the unknown kind {kind!r}", f"The kinds are {known}.", where)
    return Segment(name, kind or "str")


def _error(path: str, what: str, fix: str, where: Location | None) -> RoutePatternError:
    return RoutePatternError(f'The path "{path}" {what}.', fix, where=where)


def match_segments(
    segments: tuple[Segment, ...], texts: list[str], start: int, params: dict[str, object]
) -> int | None:
    """Matches a pattern against a part of a path.

    Args:
        segments: the pattern.
        texts: the decoded segments of the path.
        start: the first of them that is not matched yet.
        params: takes the values of the parameters.

    Returns:
        The index behind the last segment that matched, or None where the pattern does not match.
    """
    index = start
    for text, kind in segments:
        if kind == "**":
            return len(texts)
        if index >= len(texts):
            return None
        if kind == "path":
            params[text] = "/".join(texts[index:])
            return len(texts)
        if kind and kind != "*":
            value = CONVERTERS[kind](texts[index])
            if value is None:
                return None
            params[text] = value
        elif not kind and texts[index] != text:
            return None
        index += 1
    return index
