from types import SimpleNamespace
from typing import Any

import pytest

from pyui import Event


def made(**properties: Any) -> tuple[Event, list[str]]:
    log: list[str] = []
    source = SimpleNamespace(
        type="input",
        target=SimpleNamespace(value="text", checked=1, id="x"),
        key="Enter",
        clientX=3,
        shiftKey=True,
        preventDefault=lambda: log.append("prevented"),
        stopPropagation=lambda: log.append("stopped"),
        getModifierState=lambda name: name == "Alt",
        **properties,
    )
    return Event(source), log


def test_what_is_listed():
    event, _ = made()
    assert (event.type, event.value, event.checked, event.key) == ("input", "text", True, "Enter")
    assert event.target.id == "x"


@pytest.mark.parametrize(("name", "value"), [("client_x", 3), ("clientX", 3), ("shift_key", True), ("shiftKey", True)])
def test_other_properties_under_both_names(name: str, value: object):
    assert getattr(made()[0], name) == value


def test_methods_under_both_names():
    event, log = made()
    assert event.get_modifier_state("Alt")
    event.preventDefault()
    event.prevent_default()
    assert log == ["prevented", "prevented"]


def test_stopping_is_remembered():
    event, log = made()
    assert not event.stopped
    event.stop_propagation()
    assert event.stopped
    assert log == ["stopped"]


def test_what_is_not_there():
    with pytest.raises(AttributeError):
        made()[0].no_such_thing  # noqa: B018 - the access is the test


def test_javascripts_null_is_none():
    null = object()
    event = Event(SimpleNamespace(relatedTarget=null, detail=0), null)
    assert event.related_target is None
    assert event.detail == 0
    assert made(detail=None)[0].detail is None
