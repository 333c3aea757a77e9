"""Values that a page settles once."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from pyui import Show, now, random, render_to_string, unique_id, uuid4
from pyui.html import div, p
from pyui.view import Node, component
from pyui.view._lifecycle import LifecycleError
from pyui.view._transfer import Transfers
from tests.view.support import error_of

ZONE = timezone(timedelta(hours=3))


@component
def Values() -> Node:
    return p(now().isoformat(), " ", random().random(), " ", random().choice(range(10**9)), " ", str(uuid4()))


def test_one_page_has_one_time() -> None:
    with Transfers() as transfers:
        first = now()
        assert now() is first
        assert now(ZONE) == first
        assert now(ZONE).utcoffset() == timedelta(hours=3)
    assert list(transfers.values) == ["pyui:now"]


def test_what_is_transferred_gives_the_same_again() -> None:
    with Transfers() as transfers:
        html = render_to_string(div(Values(), Values()))
    assert set(transfers.values) == {"pyui:now", "pyui:seed"}
    with Transfers(transfers.values):
        assert render_to_string(div(Values(), Values())) == html
    first, second = html.removeprefix("<div><p>").split("</p><p>")
    assert first.split()[0] == second.split()[0]
    assert not set(first.split()[1:]) & set(second.split()[1:])


def test_what_a_block_draws_changes_nothing_around() -> None:
    def page(shown: bool) -> Node:
        return div(Show(lambda: shown, Values()), Values())

    with Transfers() as transfers:
        short = render_to_string(page(shown=False))
    with Transfers(transfers.values):
        long = render_to_string(page(shown=True))
    assert short.rpartition("<p>")[2] == long.rpartition("<p>")[2]


def test_outside_of_a_page_they_are_live() -> None:
    assert abs(now() - datetime.now(UTC)) < timedelta(minutes=1)
    assert random().random() != random().random()
    assert uuid4() != uuid4()
    assert uuid4().version == 4


def test_nothing_travels_unless_it_is_used() -> None:
    with Transfers() as transfers:
        render_to_string(div(p("x")))
    assert transfers.values == {}


def test_unique_id_outside_of_a_component() -> None:
    error_of(lambda: unique_id(), LifecycleError)  # noqa: PLW0108 - the line is that of the lambda
    assert render_to_string(p(id=lambda: unique_id())) == '<p id="p-1" data-p=""></p>'  # noqa: PLW0108
    with pytest.raises(LifecycleError):
        unique_id()
