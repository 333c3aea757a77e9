"""The codec: what is carried, down to types and identities, and what is refused, by its path."""

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from pydantic import BaseModel, ConfigDict, PrivateAttr

from pyui import signal
from pyui.view import DecodeError, EncodeError, decode, encode
from tests.view.codec_types import Colour, Item, Key, Knot, Plain, Point, Refuses, WithState
from tests.view.codec_values import SAMPLES, alike, values

THIS = __name__


class Model(BaseModel):
    name: str
    parts: list[int] = []


class Open(BaseModel):
    model_config = ConfigDict(extra="allow")
    name: str


class Private(BaseModel):
    _secret: int = PrivateAttr(default=1)


def ships(module: str) -> bool:
    return module in {"tests.view.codec_types", THIS}


def carry(value: Any) -> Any:
    return decode(json.loads(json.dumps(encode(value), allow_nan=False, ensure_ascii=False).encode()), ships)


@pytest.mark.parametrize("index", range(len(SAMPLES)))
def test_samples_are_carried(index: int) -> None:
    assert alike(carry(SAMPLES[index]), SAMPLES[index])


@settings(max_examples=300, deadline=None)
@given(values)
def test_any_value_is_carried(value: Any) -> None:
    assert alike(carry(value), value)
    assert encode(carry(value)) == encode(value)


PLAIN = [{"a": [1, 2.5, "ü", None, True, {"b": []}]}, [], "x", 0, None]


@pytest.mark.parametrize("value", PLAIN)
def test_what_json_has_stands_for_itself(value: Any) -> None:
    assert encode(value) == value
    assert decode(value, ships) is value


def test_encoding_shares_nothing_with_the_value() -> None:
    value = {"a": [1]}
    encoded = encode(value)
    value["a"].append(2)
    assert encoded == {"a": [1]}


def test_an_object_that_is_met_twice_stays_one() -> None:
    item, texts = Item("a"), ["x"]
    made = carry({"first": item, "again": [item, texts], "texts": texts, "key": {Key(1): texts}})
    assert made["first"] is made["again"][0]
    assert made["texts"] is made["again"][1] is made["key"][Key(1)]


def cycles() -> list[Any]:
    in_list: list[Any] = []
    in_list.append(in_list)
    in_dict: dict[Any, Any] = {1: 2}
    in_dict["self"] = in_dict
    in_item = Item("a")
    in_item.parts = [in_item, (in_item,)]
    in_tuple: tuple[list[Any], ...] = ([],)
    in_tuple[0].append({"again": in_tuple})
    in_key = Key(1, [])
    in_key.seen.append({in_key: {in_key}})  # type: ignore[attr-defined]
    return [in_list, in_dict, in_item, in_tuple, in_key]


@pytest.mark.parametrize("index", range(5))
def test_values_that_hold_themselves(index: int) -> None:
    assert alike(carry(cycles()[index]), cycles()[index])


def test_an_instance_in_a_set_that_it_holds() -> None:
    knot = Knot()
    knot.others = frozenset({knot})
    made = carry(knot)
    assert next(iter(made.others)) is made


@pytest.mark.parametrize("wrap", [lambda v: [v], lambda v: (v,), lambda v: {"a": v}, lambda v: Item("a", v)])
def test_depth_has_no_limit(wrap: Callable[[Any], Any]) -> None:
    value: Any = None
    for _ in range(3000):
        value = wrap(value)
    text = json.dumps(encode(value))
    made, depth = decode(json.loads(text), ships), 0
    while made is not None:
        made = made.parts if isinstance(made, Item) else made["a"] if isinstance(made, dict) else made[0]
        depth += 1
    assert depth == 3000


def test_the_same_set_gives_the_same_text() -> None:
    assert encode({"b", "a", 1}) == encode({1, "a", "b"})


@pytest.mark.parametrize("wrap", [lambda inner: inner, lambda inner: (inner,), Key, lambda inner: Point(1, inner)])
def test_the_same_set_of_sets_gives_the_same_text(wrap: Callable[[Any], Any]) -> None:
    one, same, between = frozenset([0, 8]), frozenset([8, 0]), frozenset([4])
    assert repr(one) < repr(between) < repr(same)  # 0 and 8 have the same place in the table
    assert encode({wrap(one), wrap(between)}) == encode({wrap(same), wrap(between)})


def test_no_code_of_a_class_is_run() -> None:
    value = Refuses(1)
    value.n = 0
    assert carry(value).n == 0
    item = Item("a")
    assert item.text == "a"
    assert "text" not in vars(carry(item))


MODELS = [Model(name="a"), Model(name="b", parts=[1]), Open(name="a", more=[1]), [Model(name="a")]]  # type: ignore[call-arg]


@pytest.mark.parametrize("model", MODELS)
def test_models(model: Any) -> None:
    made = carry(model)
    assert made == model
    if isinstance(model, BaseModel):
        assert made.model_fields_set == model.model_fields_set
        assert made.model_extra == model.model_extra
        assert made.model_dump() == model.model_dump()


def local_class() -> type:
    class Local(Item):
        pass

    return Local


class Text(str):
    __slots__ = ()


REFUSED: list[tuple[Any, str]] = [
    ({"items": [0, 1, 2, {"when": object()}]}, "value.items[3].when is a object"),
    ({"a b": [Plain()]}, "value['a b'][0] is a Plain"),
    ({(1, 2): Plain()}, "value[(1, 2)] is a Plain"),
    ({"s": {Plain}}, "value.s[<class"),
    (Item("a", [Plain()]), "value.parts[0] is a Plain"),
    ([Text("a")], "value[0] is a Text"),
    (datetime(2024, 1, 1, tzinfo=ZoneInfo("UTC")), "value is in a time zone of the class ZoneInfo"),
    (lambda: 1, "value is a function"),
    (signal(1), "value is a Signal"),
    ((n for n in [1]), "value is a generator"),
    (WithState(1), "value has the attribute index, which is no field"),
    (local_class()("a"), "value is a tests.view.test_codec:local_class.<locals>.Local, which cannot be imported"),
    (Private(), "value has the private attribute _secret"),
    (object.__new__(Item), "value has no value for its field"),
]


@pytest.mark.parametrize(("value", "part"), REFUSED, ids=[part[:30] for _, part in REFUSED])
def test_what_cannot_travel_is_named(value: Any, part: str) -> None:
    with pytest.raises(EncodeError) as caught:
        encode(value)
    assert caught.value.code == "PYUI220"
    assert part in str(caught.value)


FORGED: list[tuple[Any, str]] = [
    (["object", "os:_Environ", {}], "does not ship"),
    (["object", "subprocess:Popen", {}], "does not ship"),
    (["object", "tests.view.codec_types:Plain", {}], "another kind"),
    (["object", "tests.view.codec_types:dataclass", {}], "no class"),
    (["object", "tests.view.codec_types:Colour", {}], "another kind"),
    (["enum", "tests.view.codec_types:Item", "RED"], "another kind"),
    (["enum", "tests.view.codec_types:Colour", "__class__"], "does not exist"),
    (["enum", "tests.view.codec_types:Enum", "x"], "another kind"),
    (["flag", "tests.view.codec_types:Rights", 64], "no Rights"),
    (["object", "tests.view.codec_types:Nothing", {}], "no class"),
    (["object", "tests.view.codec_types:Item", {"name": 1}], "other fields"),
    (["object", "tests.view.codec_types:Item.__init__.__globals__", {}], "no class"),
    (["pickle", "gASVAAAA"], "unknown kind"),
]


@pytest.mark.parametrize(("form", "part"), FORGED)
def test_a_payload_makes_only_what_ships(form: list[Any], part: str) -> None:
    with pytest.raises(DecodeError, match=part) as caught:
        decode({"$": ["shared", [], {"$": form}]}, ships)
    assert caught.value.code == "PYUI221"


def test_a_module_that_the_browser_cannot_import() -> None:
    node = {"$": ["shared", [], {"$": ["model", "tests.view.nothing:User", {}, []]}]}
    with pytest.raises(DecodeError, match="cannot be imported"):
        decode(node, lambda module: True)


def test_enum_values_are_told_by_name() -> None:
    assert encode(Colour.ALSO_GREEN) == {"$": ["shared", [], {"$": ["enum", "tests.view.codec_types:Colour", "GREEN"]}]}
