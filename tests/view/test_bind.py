from typing import Any

import pytest

from pyui import Signal, computed, signal
from pyui.html import div, input, option, select, textarea
from pyui.view._bind import Bind, BindError, take_bind
from tests.view.support import error_of, html, live


@pytest.mark.parametrize(
    ("value", "shown"),
    [("a", "a"), ("", ""), (None, ""), (3, "3"), (2.5, "2.5"), ('a"<', "a&quot;&lt;"), (True, "True")],
)
def test_text_controls(value: object, shown: str):
    for kind in ("text", "search", "number", "range", "date", "password"):
        markup = html(input(bind_value=signal(value), type=kind))
        assert markup == f'<input type="{kind}" value="{shown}" data-p="input :value">'
    assert html(input(bind_value=signal(value))) == f'<input value="{shown}" data-p="input :value">'


@pytest.mark.parametrize("value", [True, False, 1, 0, None, "x", ""])
def test_checkboxes(value: object):
    checked = ' checked="checked"' if value else ""
    markup = html(input(bind_checked=signal(value), type="checkbox"))
    assert markup == f'<input type="checkbox"{checked} data-p="change :checked">'


def test_groups():
    many, one = signal(["x", "z"]), signal("y")
    assert [html(input(bind_group=many, type="checkbox", value=v)).count("checked=") for v in "xyz"] == [1, 0, 1]
    assert [html(input(bind_group=one, type="radio", value=v)).count("checked=") for v in "xyz"] == [0, 1, 0]
    assert html(input(bind_group=one, type="RADIO", value="y")) == (
        '<input type="RADIO" value="y" checked="checked" data-p="change :group">'
    )


def test_handlers_beside_a_binding():
    text = signal("")
    assert 'data-p="click input :value"' in html(input(bind_value=text, on_click=print))
    assert 'data-p="input :value"' in html(input(bind_value=text, on_input=print))
    assert 'data-p="change focus :value"' in html(select(bind_value=text, on_focus=print))
    assert live(div(input(bind_value=text), textarea(bind_value=text), select(option("a"), bind_value=text))) == 3


@pytest.mark.parametrize("value", ["text", None, 1, print, lambda: "x", computed(lambda: "x")])
def test_what_is_no_signal(value: Any):
    assert "no signal" in error_of(lambda: input(bind_value=value), BindError).what


@pytest.mark.parametrize(
    ("make", "attributes"),
    [
        (div, {"bind_value": signal("")}),
        (option, {"bind_value": signal("")}),
        (input, {"bind_value": signal(""), "type": "checkbox"}),
        (input, {"bind_value": signal(""), "type": "radio"}),
        (input, {"bind_value": signal(""), "type": "file"}),
        (input, {"bind_checked": signal("")}),
        (input, {"bind_checked": signal(""), "type": "radio"}),
        (textarea, {"bind_checked": signal("")}),
        (input, {"bind_group": signal("")}),
        (select, {"bind_group": signal("")}),
        (input, {"bind_other": signal("")}),
        (input, {"bind_": signal("")}),
    ],
)
def test_bindings_that_do_not_fit(make: Any, attributes: dict[str, Any]):
    assert "does not fit" in error_of(lambda: make(**attributes), BindError).what


@pytest.mark.parametrize(
    ("attributes", "words"),
    [
        ({"bind_value": signal(""), "value": "x"}, "bind_value= and value="),
        ({"bind_checked": signal(True), "checked": True, "type": "checkbox"}, "bind_checked= and checked="),
        ({"bind_group": signal("a"), "checked": True, "type": "radio"}, "bind_group= and checked="),
    ],
)
def test_two_values_for_one_control(attributes: dict[str, Any], words: str):
    assert words in error_of(lambda: input(**attributes), BindError).what


def bound(keyword: str, target: Signal[Any], **attributes: Any) -> Bind:
    return take_bind("input", keyword, target, attributes)


@pytest.mark.parametrize(
    ("kind", "before", "entered", "after"),
    [
        ("text", "a", "b", "b"),
        ("text", 1, "2", "2"),
        ("number", 1, "42", 42),
        ("number", 1, "2.5", 2.5),
        ("number", 1.5, "42", 42.0),
        ("number", 1, "", None),
        ("number", None, "7", 7),
        ("range", 1, "5", 5),
    ],
)
def test_what_the_user_enters(kind: str, before: Any, entered: str, after: Any):
    target: Signal[Any] = signal(before)
    bound("bind_value", target, type=kind).accept(entered)
    assert target() == after
    assert type(target()) is type(after)


def test_what_the_user_checks():
    on = signal(False)
    bound("bind_checked", on, type="checkbox").accept(True)
    assert on() is True


@pytest.mark.parametrize("kind", [list, tuple, set, frozenset])
def test_groups_keep_their_kind(kind: Any):
    group: Signal[Any] = signal(kind("xy"))
    box = bound("bind_group", group, type="checkbox", value="z")
    assert not box.shown()
    box.accept(True)
    assert group() == kind("xyz")
    assert box.shown()
    bound("bind_group", group, type="checkbox", value="x").accept(False)
    assert group() == kind("yz")
    box.accept(True)
    assert group() == kind("yz")


def test_a_radio_button_sets_its_own_value():
    size = signal("m")
    radio = bound("bind_group", size, type="radio", value="l")
    radio.accept(False)
    assert size() == "m"
    radio.accept(True)
    assert size() == "l"


def test_several_chosen():
    many: Signal[Any] = signal(("a",))
    bind = take_bind("select", "bind_value", many, {})
    assert bind.shown() == ["a"]
    bind.accept(["b", "c"])
    assert many() == ("b", "c")
