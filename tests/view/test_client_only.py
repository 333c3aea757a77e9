from typing import Any

import pytest

from pyui import client_only, component
from pyui.html import b, p
from tests.view.support import html, live

S, E = "<!--[-->", "<!--]-->"


def never(*_: object) -> Any:
    raise AssertionError("ran on the server")


@component
def Never() -> object:
    return never()


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (client_only("x"), f"{S}{E}"),
        (client_only(never, fallback="soon"), f"{S}soon{E}"),
        (client_only(Never(), p(never), fallback=p("soon")), f"{S}<p>soon</p>{E}"),
        (p("a ", client_only(Never(), fallback=b("b")), " c"), f"<p>a {S}<b>b</b>{E} c</p>"),
    ],
)
def test_the_server_renders_the_fallback(node: object, expected: str):
    assert html(node) == expected


def test_the_page_needs_the_runtime():
    assert live(client_only("x")) == 2, "the choice, and what shows the children"
