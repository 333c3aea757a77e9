"""Copies of props: what they give is what the codec gives, and nothing that can change is shared."""

import json
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given, settings

from pyui.server._copies import Copier, UnusualError
from pyui.server._payload import encode_props
from pyui.view import EncodeError, decode, encode
from tests.view.codec_types import Item, Key, Point, WithState
from tests.view.codec_values import SAMPLES, alike, values


@dataclass
class Product:
    name: str
    tags: object = None


def carry(value: Any) -> Any:
    return decode(json.loads(json.dumps(encode(value))), lambda _: True)


def changeable(value: Any) -> set[int]:
    """Returns the identities of all lists, dicts and instances in a value."""
    found: set[int] = set()
    rest = [value]
    while rest:
        item = rest.pop()
        if id(item) in found:
            continue
        if isinstance(item, (list, dict, Item, Product)):
            found.add(id(item))
        if isinstance(item, (list, tuple)):
            rest.extend(item)
        elif isinstance(item, dict):
            rest.extend(item.values())
        elif isinstance(item, (Item, Product)):
            rest.extend(vars(item).values())
    return found


def check(value: Any) -> bool:
    """Compares a copy with what was encoded and decoded; returns whether there was a copy."""
    copier = Copier()
    try:
        copy = copier.copy(value)
    except UnusualError:
        return False
    again = copier.copy(copy)
    assert alike(copy, carry(value))
    assert alike(again, copy)
    assert not changeable(copy) & changeable(value)
    assert not changeable(again) & changeable(copy)
    return True


@settings(max_examples=300, deadline=None)
@given(values)
def test_any_value_is_copied_as_it_is_carried(value: Any) -> None:
    check(value)


@pytest.mark.parametrize("index", range(len(SAMPLES)))
def test_samples_are_copied_as_they_are_carried(index: int) -> None:
    check(SAMPLES[index])


USUAL = [
    {"results": [Point("a", ("x", "y")), Point("b", ())], "page": 1, "next": None},
    {"products": [Product("a", ["b", {"c": [1.5, True]}]), Product("c", (Product("d"),))]},
    {"rows": [["x"] * 10] * 1, "point": Point(1, [2])},
]
shared: list[int] = [1]
UNUSUAL = [
    {"key": Key(1)},
    {1: "a"},
    {"set": {1}},
    {"twice": [shared, shared]},
    {"point": (Point(shared), [shared])},
    {"a field that has its default from the class": Item("a")},
]


@pytest.mark.parametrize("value", USUAL)
def test_what_most_props_are_is_copied(value: Any) -> None:
    assert check(value)


@pytest.mark.parametrize("value", UNUSUAL)
def test_all_else_is_left_to_the_codec(value: Any) -> None:
    with pytest.raises(UnusualError):
        Copier().copy(value)


def test_an_instance_with_a_cached_property_is_left_to_the_codec() -> None:
    item = Item("a")
    assert item.text == "a"
    assert "text" not in vars(encode_props({"item": item}, None).values["item"])


def test_a_list_that_holds_itself_is_left_to_the_codec() -> None:
    knot: list[Any] = []
    knot.append(knot)
    with pytest.raises(UnusualError):
        Copier().copy(knot)


def test_what_is_sent_is_what_the_loader_returned() -> None:
    loaded = {"items": [Product("a", [1])]}
    props = encode_props(loaded, None)
    loaded["items"][0].name = "b"
    props.values["items"][0].tags.append(2)
    assert props.encode().node == encode({"items": [Product("a", [1])]}, "props")


def test_what_cannot_travel_is_refused_before_the_page_is_rendered() -> None:
    with pytest.raises(EncodeError, match=r"props\.state has the attribute index"):
        encode_props({"state": WithState(1)}, None)
