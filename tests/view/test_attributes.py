from decimal import Decimal
from typing import Any, override

import pytest

from pyui import signal
from pyui.html import a, div, p
from pyui.view._attributes import (
    ENUMERATED,
    URLS,
    InvalidAttributeError,
    InvalidNameError,
    UnsafeUrlError,
    attribute_name,
    attribute_value,
    class_text,
    is_live,
    is_script_url,
    style_text,
)
from tests.view.support import error_of, html


@pytest.mark.parametrize(
    ("keyword", "name"),
    [
        ("id", "id"),
        ("class_", "class"),
        ("for_", "for"),
        ("for__", "for"),
        ("async_", "async"),
        ("data_id", "data-id"),
        ("data_long_name", "data-long-name"),
        ("aria_label", "aria-label"),
        ("http_equiv", "http-equiv"),
        ("accept_charset", "accept-charset"),
        ("stroke_width", "stroke-width"),
        ("xlink_href", "xlink:href"),
        ("xml_lang", "xml:lang"),
        ("xml_space_", "xml:space"),
        ("xmlns", "xmlns"),
        ("xmlns_xlink", "xmlns:xlink"),
        ("viewbox", "viewBox"),
        ("viewBox", "viewBox"),
        ("preserveAspectRatio", "preserveAspectRatio"),
        ("gradientUnits", "gradientUnits"),
        ("data-x", "data-x"),
        ("@click", "@click"),
        (":x", ":x"),
        ("größe", "größe"),
        ("on1", "on1"),
    ],
)
def test_names(keyword: str, name: str):
    for _ in range(2):  # the second one is remembered
        assert attribute_name(keyword) == name


NOT_NAMES = ["", "_", "__", "a b", "a\tb", "a\nb", "a\0", 'a"', "a'", "a<", "a>", "a/b", "a=b", "a\x7f", "a\u200b", " "]


@pytest.mark.parametrize("name", NOT_NAMES)
def test_what_is_no_name(name: str):
    assert repr(name) in error_of(lambda: div(**{name: "x"}), InvalidNameError).what


@pytest.mark.parametrize("name", ["data_p", "data-p", "data_portal", "DATA-P"])
def test_marks_of_pyui_itself_are_refused(name: str):
    assert "pyui's own" in error_of(lambda: div(**{name: "x"}), InvalidNameError).what


@pytest.mark.parametrize("name", ["onclick", "onClick", "ONCLICK", "onload", "onanything", "one"])
def test_handlers_as_text_are_refused(name: str):
    assert f"on_{name[2:].lower()}=" in error_of(lambda: div(**{name: "f()"}), InvalidNameError).fix


def test_computed_names_do_not_pile_up():
    from pyui.view import _attributes

    for number in range(5000):
        attribute_name(f"data_number_{number}")
    assert len(_attributes._NAMES) <= 4096
    assert attribute_name("data_number_4999") == "data-number-4999"


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("title", None, None),
        ("title", "", ""),
        ("title", "text", "text"),
        ("title", 0, "0"),
        ("title", -1, "-1"),
        ("title", 2.5, "2.5"),
        ("title", 1e21, "1e+21"),
        ("title", Decimal("1.50"), "1.50"),
        ("disabled", True, "disabled"),
        ("disabled", False, None),
        ("disabled", None, None),
        ("hidden", True, "hidden"),
        ("hidden", "until-found", "until-found"),
        ("data-on", True, "data-on"),
        ("data-on", False, None),
        ("aria-hidden", True, "true"),
        ("aria-hidden", False, "false"),
        ("aria-hidden", None, None),
        ("aria-checked", "mixed", "mixed"),
        ("href", "/a?b=1&c", "/a?b=1&c"),
        ("value", 7, "7"),
    ],
)
def test_values(name: str, value: object, expected: str | None):
    assert attribute_value(name, value) == expected


@pytest.mark.parametrize(
    ("name", "true", "false"),
    [
        ("autocomplete", "on", "off"),
        ("contenteditable", "true", "false"),
        ("download", "", None),
        ("draggable", "true", "false"),
        ("popover", "", None),
        ("spellcheck", "true", "false"),
        ("translate", "yes", "no"),
        ("writingsuggestions", "true", "false"),
    ],
)
def test_enumerated(name: str, true: str, false: str | None):
    assert attribute_value(name, True) == true
    assert attribute_value(name, False) == false
    assert attribute_value(name, None) is None
    assert attribute_value(name, "other") == "other"


def test_every_enumerated_attribute_is_tested():
    marks: Any = test_enumerated
    assert {row[0] for row in marks.pytestmark[0].args[1]} == set(ENUMERATED)


@pytest.mark.parametrize("value", [[], ["a"], (), set[str](), frozenset("a"), {}, {"a": 1}, b"x"])
def test_values_without_a_text(value: object):
    error = error_of(lambda: p(title=value), InvalidAttributeError)
    assert f"title= got a {type(value).__name__}" in error.what


def test_a_function_that_returns_a_function_has_no_text():
    error_of(lambda: html(p(title=lambda: print)), InvalidAttributeError)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("", ""),
        ("one", "one"),
        (" one  two ", " one  two "),
        (None, None),
        (True, None),
        (False, None),
        ([], None),
        ([None, False, True, ""], None),
        (["one", "two"], "one two"),
        (("one", None, "two"), "one two"),
        (["one", ["two", ["three", []]]], "one two three"),
        (["one", {"two": True, "three": False}], "one two"),
        ({}, None),
        ({"one": 1, "two": 0, "three": "x", "four": None}, "one three"),
        ({"one two": True}, "one two"),
        ({"b", "a", "c"}, "a b c"),
        (frozenset("zy"), "y z"),
        ((name for name in ("one", "two")), "one two"),
        ({"one": lambda: True, "two": lambda: False}, "one"),
        ([lambda: "one", lambda: ["two", {"three": True}], lambda: None], "one two three"),
        (lambda: "one", "one"),
    ],
)
def test_classes(value: object, expected: str | None):
    assert class_text(value) == expected


@pytest.mark.parametrize("value", [1, 1.5, [1], ["a", 2], object()])
def test_what_is_no_class(value: object):
    error_of(lambda: p(class_=value), InvalidAttributeError)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("", ""),
        ("color: red", "color: red"),
        (False, None),
        ({}, None),
        ({"color": "red"}, "color: red"),
        ({"font_size": "2em", "line-height": 1.5}, "font-size: 2em; line-height: 1.5"),
        ({"--my_Var": 1, "--other-var": ""}, "--my_Var: 1; --other-var: "),
        ({"color": None, "top": False}, None),
        ({"margin": 0, "color": None}, "margin: 0"),
        ({"color": lambda: "red", "top": lambda: None}, "color: red"),
    ],
)
def test_styles(value: object, expected: str | None):
    assert style_text(value) == expected


@pytest.mark.parametrize("value", [True, 1, ["color: red"], object()])
def test_what_is_no_style(value: object):
    error_of(lambda: p(style=value), InvalidAttributeError)


def test_none_is_no_style():
    assert html(p(style=None)) == "<p></p>"


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:x",
        "\x01javascript:x",
        "java\nscript:x",
        "java\tscript\r:x",
        "javascript\n:x",
        "vbscript:x",
        "VBScript:x",
    ],
)
def test_urls_that_run_script(url: str):
    assert is_script_url(url)
    assert "on_click" in error_of(lambda: a("x", href=url), UnsafeUrlError).fix
    assert "on_click" in error_of(lambda: html(a("x", href=lambda: url)), UnsafeUrlError).fix
    assert html(p(title=url, data_url=url)) == f'<p data-url="{url}" title="{url}"></p>'.replace("\r", "&#13;")


@pytest.mark.parametrize(
    "url",
    [
        "",
        "/javascript:x",
        "#javascript:",
        "?javascript:",
        "java",
        "javascript",
        "j:",
        "https://javascript:x@y",
        "v",
        ".",
    ],
)
def test_urls_that_run_nothing(url: str):
    assert not is_script_url(url)
    assert attribute_value("href", url) == url


@pytest.mark.parametrize("name", sorted(URLS))
def test_every_url_attribute_is_checked(name: str):
    with pytest.raises(UnsafeUrlError):
        attribute_value(name, "javascript:x")
    error_of(lambda: div(**{name: "javascript:x"}), UnsafeUrlError)
    error_of(lambda: div(**{name.upper(): "javascript:x"}), UnsafeUrlError)
    assert html(div(**{name: "/ok"})) == f'<div {name}="/ok"></div>', "also after a safe one was remembered"
    error_of(lambda: div(**{name: "javascript:x"}), UnsafeUrlError)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("text", False),
        (None, False),
        (["a", {"b": True}], False),
        ({"a": 1}, False),
        (print, True),
        (signal(1), True),
        ({"a": signal(1)}, True),
        (["a", ["b", {"c": print}]], True),
        ((print,), True),
    ],
)
def test_what_is_live(value: object, expected: bool):
    assert is_live(value) is expected


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ({"id": "x", "title": "a & b < c > d \" ' e"}, ' id="x" title="a &amp; b &lt; c &gt; d &quot; \' e"'),
        ({"title": "t", "class_": "c", "id": "i"}, ' class="c" id="i" title="t"'),
        ({"class_": "a", "accept": "b"}, ' accept="b" class="a"'),
        ({"hidden": False, "title": None, "disabled": True}, ' disabled="disabled"'),
        ({"class_": ["a", None]}, ' class="a"'),
        ({"class_": [], "style": {}}, ""),
        ({"class_": 'a"b'}, ' class="a&quot;b"'),
        ({"style": {"color": '"'}}, ' style="color: &quot;"'),
        ({"href": "/x?a=1&b=2"}, ' href="/x?a=1&amp;b=2"'),
    ],
)
def test_written(attributes: dict[str, Any], expected: str):
    for _ in range(2):  # keywords and class names are remembered
        assert html(div(**attributes)) == f"<div{expected}></div>"
        text: Any = dict.fromkeys(attributes, "plain")
        html(div(**text))


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ({"title": lambda: 'a & "b"'}, ' title="a &amp; &quot;b&quot;"'),
        ({"title": lambda: None}, ""),
        ({"disabled": lambda: True}, ' disabled="disabled"'),
        ({"disabled": lambda: False}, ""),
        ({"aria_busy": lambda: False}, ' aria-busy="false"'),
        ({"class_": signal("x")}, ' class="x"'),
        ({"class_": {"x": signal(True), "y": signal(False)}}, ' class="x"'),
        ({"class_": list}, ""),
        ({"style": {"color": signal("red")}}, ' style="color: red"'),
        ({"style": lambda: {"margin": 0}}, ' style="margin: 0"'),
        ({"id": "i", "title": signal("t"), "lang": "en"}, ' id="i" lang="en" title="t"'),
    ],
)
def test_live_ones_are_written_the_same_and_marked(attributes: dict[str, Any], expected: str):
    assert html(div(**attributes)) == f'<div{expected} data-p=""></div>'


@pytest.mark.parametrize(
    "attributes", [{"for_": 1, "for": 2}, {"data_x": 1, "data-x": 2}, {"ID": 1, "id": 2}, {"class_": "a", "class": "b"}]
)
def test_two_that_mean_the_same(attributes: dict[str, Any]):
    first, second = attributes
    what = error_of(lambda: div(**attributes), InvalidAttributeError).what
    assert f"{first}=" in what
    assert f"{second}=" in what


class Nameless:
    """Has no text of its own."""


class Named:
    """Has a text."""

    @override
    def __str__(self) -> str:
        return "named"


def test_a_text_that_holds_an_address_is_refused():
    assert "Nameless" in error_of(lambda: div(title=Nameless()), InvalidAttributeError).what
    assert attribute_value("title", Named()) == "named"
