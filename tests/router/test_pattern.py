"""Path patterns, one table for what matches and one for what is refused."""

import pytest

from pyui.html import p
from pyui.router import Route, RoutePatternError, match_route
from pyui.view import Node, component


@component
def Page() -> Node:
    return p("page")


UUID_TEXT = "123e4567-e89b-12d3-a456-426614174000"

MATCHES: list[tuple[str, str, dict[str, object]]] = [
    ("/", "/", {}),
    ("/", "", {}),
    ("/about", "/about", {}),
    ("/about", "/about/", {}),
    ("/a/b", "/a/b", {}),
    ("/über", "/%C3%BCber", {}),
    ("/hello world", "/hello%20world", {}),
    ("/post/{id}", "/post/x", {"id": "x"}),
    ("/post/{id}", "/post/a%2Fb", {"id": "a/b"}),
    ("/post/{id}", "/post/100%25", {"id": "100%"}),
    ("/post/{id:int}", "/post/12", {"id": 12}),
    ("/post/{id:int}", "/post/-3", {"id": -3}),
    ("/post/{id:float}", "/post/1.50", {"id": 1.5}),
    ("/post/{id:float}", "/post/-2", {"id": -2.0}),
    ("/post/{id:uuid}", f"/post/{UUID_TEXT}", {"id": UUID_TEXT}),
    ("/post/{id:uuid}", f"/post/{UUID_TEXT.upper()}", {"id": UUID_TEXT}),
    ("/post/{id:int}/{rest:path}", "/post/1/foo/3", {"id": 1, "rest": "foo/3"}),
    ("/{rest:path}", "/x/", {"rest": "x"}),
    ("/{rest:path}", "/100%/%4/%zz/%41", {"rest": "100%/%4/%zz/A"}),
    ("/*/x", "/a/x", {}),
    ("/*/{id:int}/**", "/a/7", {"id": 7}),
    ("/**", "/", {}),
    ("/**", "/a/b", {}),
    ("/a/**", "/a", {}),
    ("/a/**", "/a/b/c", {}),
]

MISSES: list[tuple[str, str]] = [
    ("/", "/x"),
    ("/", "//"),
    ("/about", "/About"),
    ("/about", "/about//"),
    ("/about", "//about"),
    ("/a/b", "/a"),
    ("/a/b", "/a/b/c"),
    ("/post/{id}", "/post/"),
    ("/post/{id}", "/post/%FF"),
    ("/post/{id:int}", "/post/1.0"),
    ("/post/{id:int}", "/post/1_000"),
    ("/post/{id:int}", "/post/%201"),
    ("/post/{id:int}", "/post/+1"),
    ("/post/{id:int}", "/post/%D9%A1"),
    ("/post/{id:int}", "/post/" + "9" * 5000),
    ("/post/{id:float}", "/post/nan"),
    ("/post/{id:float}", "/post/1e5"),
    ("/post/{id:float}", "/post/1."),
    ("/post/{id:float}", "/post/" + "9" * 400),
    ("/post/{id:uuid}", "/post/123e4567e89b12d3a456426614174000"),
    ("/post/{id:uuid}", "/post/nothing"),
    ("/post/{rest:path}", "/post"),
    ("/{rest:path}", "//evil.example"),
    ("/{rest:path}", "/a//b"),
    ("/*/x", "/x"),
    ("/*", "/"),
    ("/*", "/a/b"),
    ("/a/**", "/b"),
    ("/**", "/a//b"),
]

REFUSED: list[tuple[object, str]] = [
    (None, "is None, which is no text"),
    ("/a//b", "an empty segment"),
    ("/a/{", "'{'"),
    ("/a/{}", "'{}'"),
    ("/a/{id", "'{id'"),
    ("/a/id}", "'id}'"),
    ("/a/{1d}", "'{1d}'"),
    ("/a/{id:}", "unknown kind ''"),
    ("/a/{id:integer}", "unknown kind 'integer'"),
    ("/a/x{id}", "'x{id}'"),
    ("/a/{id}/{id}", "'id' twice"),
    ("/a/{rest:path}/b", "something behind {rest:path}"),
    ("/a/**/b", "something behind **"),
    ("/a/../b", "'..'"),
    ("/a?b=c", "'a?b=c'"),
    ("/a%20b", "'a%20b'"),
]


@pytest.mark.parametrize(("pattern", "path", "params"), MATCHES)
def test_matches(pattern: str, path: str, params: dict[str, object]) -> None:
    match = match_route([Route(pattern, Page)], path)
    assert match is not None
    assert match.params == params
    assert [type(value) for value in match.params.values()] == [type(value) for value in params.values()]


@pytest.mark.parametrize(("pattern", "path"), MISSES)
def test_does_not_match(pattern: str, path: str) -> None:
    assert match_route([Route(pattern, Page)], path) is None


@pytest.mark.parametrize(("pattern", "part"), REFUSED)
def test_refuses_at_the_line_of_the_route(pattern: str, part: str) -> None:
    with pytest.raises(RoutePatternError) as caught:
        Route(pattern, Page)
    assert part in caught.value.what
    assert caught.value.code == "PYUI301"
    assert caught.value.where is not None
    assert caught.value.where.file == __file__
