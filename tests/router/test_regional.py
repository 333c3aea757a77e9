"""The locale and the time zone that the server chooses."""

from datetime import timedelta
from typing import Any

import pytest

from pyui import App, Route, component, locale, time_zone
from pyui.html import p
from pyui.router._regional import preferred_language
from pyui.server._errors import TimeZoneError
from pyui.view import Node
from tests.support.hybrid import get


@component
def Page() -> Node:
    return p(locale(), " ", str(time_zone()), " ", str(time_zone().utcoffset(None)))


ROUTES = [Route("/", Page)]


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", ""), ("de-AT,de;q=0.9,en;q=0.8", "de-AT"), ("en;q=0.5, fr", "fr"), ("*", ""), ("en;q=x, de;q=0.1", "de"),
        ("<script>", ""), ("en;q=0", ""), ("a b", ""), ("é", ""),
    ],
)  # fmt: skip
def test_preferred_language(header: str, language: str) -> None:
    assert preferred_language(header) == language


@pytest.mark.parametrize(
    ("options", "headers", "shown"),
    [
        ({}, {}, "<p>en UTC 0:00:00</p>"),
        ({"lang": "fr"}, {}, "<p>fr UTC 0:00:00</p>"),
        ({"time_zone": "Asia/Tokyo"}, {"accept-language": "de-AT,de;q=0.9"}, "<p>de-AT JST 9:00:00</p>"),
        (
            {"locale": lambda request: request.headers["x-l"], "time_zone": lambda request: request.headers["x-z"]},
            {"x-l": "pt-BR", "x-z": "Asia/Kolkata"},
            "<p>pt-BR IST 5:30:00</p>",
        ),
    ],
)
def test_what_the_server_chooses(options: dict[str, Any], headers: dict[str, str], shown: str) -> None:
    answer = get(App(ROUTES, **options), "/", headers=headers)
    assert shown in answer.text
    assert ("vary" in answer.headers) == ("locale" not in options)


@pytest.mark.parametrize("name", ["Nowhere/Town", "", "../etc"])
def test_unknown_time_zone(name: str) -> None:
    with pytest.raises(TimeZoneError) as caught:
        App(ROUTES, time_zone=name)
    assert caught.value.where is not None
    assert caught.value.where.file == __file__


def test_outside_of_a_page() -> None:
    assert locale() == "en"
    assert time_zone().utcoffset(None) == timedelta()
