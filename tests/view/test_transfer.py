"""Values that are computed once: in one render, and with what came from the server."""

from collections.abc import Iterator

import pytest

from pyui import PyuiError, transfer
from pyui.view import EncodeError
from pyui.view._transfer import Transfers, _of_page, receive


@pytest.fixture
def page() -> Iterator[None]:
    yield
    _of_page.clear()


def top() -> str:
    return "top"


def test_without_a_page_it_calls_the_function() -> None:
    values = iter([1, 2])
    assert [transfer("a", lambda: next(values)) for _ in range(2)] == [1, 2]


def test_in_a_render_it_computes_once() -> None:
    values = iter([1, 2])
    with Transfers() as transfers:
        assert [transfer("a", lambda: next(values)) for _ in range(2)] == [1, 1]
        assert transfer("none", lambda: None) is None
        assert transfer(top) == "top"
    assert transfers.values == {"a": 1, "none": None, f"{__name__}:top": "top"}
    assert transfers.encode()[0] == transfers.values


def test_renders_do_not_share() -> None:
    with Transfers() as outer:
        transfer("a", lambda: 1)
        with Transfers() as inner:
            transfer("a", lambda: 2)
        transfer("b", lambda: 3)
    assert (outer.values, inner.values) == ({"a": 1, "b": 3}, {"a": 2})


def test_what_came_is_not_computed(page: None) -> None:
    receive({"a": 1, "none": None})
    assert transfer("a", lambda: 2) == 1
    assert transfer("none", lambda: 2) is None
    assert [transfer("b", iter([3, 4]).__next__) for _ in range(2)] == [3, 3]
    receive({})
    assert transfer("a", lambda: 2) == 2


def test_a_function_needs_a_name() -> None:
    with pytest.raises(PyuiError, match="PYUI222"):
        transfer(lambda: 1)
    with pytest.raises(PyuiError, match="PYUI222"):
        transfer([].copy)


def test_what_cannot_travel_is_named_at_its_place() -> None:
    with Transfers() as transfers:
        transfer("a b", lambda: {"x": [object()]})
    with pytest.raises(EncodeError, match=r"transfer\['a b'\]\.x\[0\] is a object") as caught:
        transfers.encode()
    assert caught.value.where is not None
    assert caught.value.where.file == __file__
