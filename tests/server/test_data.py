"""What a page's data document holds, and that it is what the page's payload holds."""

import json
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pytest

from pyui import App
from pyui.build._blocking import wait_for
from pyui.server import ServerRoute
from tests.sample_app import exchange
from tests.sample_app.exchange import Price
from tests.server.test_exchange import get, make_app

PRICE = {"$": ["object", "tests.sample_app.exchange:Price", {"amount": {"$": ["decimal", "9.90"]}, "currency": "EUR"}]}


@dataclass
class Elsewhere:
    """In a module that does not ship."""

    n: int


@pytest.fixture(autouse=True)
def calls() -> list[str]:
    exchange.CALLS.clear()
    return exchange.CALLS


def payload_of(html: str) -> dict[str, Any]:
    found = re.search(r'<script id="pyui-payload" type="application/json">(.*?)</script>', html, re.DOTALL)
    assert found is not None
    payload: dict[str, Any] = json.loads(found[1])
    return payload


def test_props_and_transferred_values_travel(calls: list[str]) -> None:
    html = get(make_app(), "/loaded").text
    assert '<p data-p="click">9.90 EUR 1 from the server</p>' in html
    payload = payload_of(html)
    assert payload["props"] == {"$": ["shared", [], {"price": PRICE}]}
    assert payload["transfer"] == {
        "rate": {"$": ["shared", [], {"$": ["tuple", [1, "rate"]]}]},
        "tests.sample_app.exchange:named": "from the server",
    }
    assert calls == ["rate"]


def test_data_is_what_the_payload_says() -> None:
    app = make_app()
    payload, answer = payload_of(get(app, "/loaded").text), get(app, "/_pyui/data/loaded.json")
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["etag"]
    data = answer.json()
    assert set(data) == {"build", "path", "found", "title", "meta", "props", "transfer"}
    assert (data["path"], data["found"], data["title"], data["meta"]) == ("/loaded", True, "pyui", {})
    assert data["props"] == payload["props"]
    assert data["build"] == payload["build"]
    assert data["transfer"]["rate"] != payload["transfer"]["rate"], "each render computes its own"


def test_a_loader_sees_the_request_for_the_page() -> None:
    seen: list[Any] = []

    def load(asked: Any) -> dict[str, Any]:
        seen.append((asked.url.path, asked.url.query, asked.headers["x-a"]))
        return {"price": Price(Decimal(1))}

    app = App("tests.sample_app.exchange:routes", [ServerRoute("/loaded", loader=load), ServerRoute("/**")])
    assert get(app, "/_pyui/data/loaded.json?a=1", **{"X-A": "b"}).status_code == 200
    assert seen == [("/loaded", "a=1", "b")]


def test_data_is_read_alone() -> None:
    import httpx

    async def post() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(make_app()), base_url="http://test") as client:
            return await client.post("/_pyui/data/loaded.json")

    assert wait_for(post()).status_code == 405


def test_a_class_that_does_not_ship_is_named() -> None:
    server_route = ServerRoute("/loaded", loader=lambda asked: {"price": Price(Elsewhere(1))})  # type: ignore[arg-type]
    app = App("tests.sample_app.exchange:routes", [server_route, ServerRoute("/**")], debug=True)
    text = get(app, "/loaded").text
    for part in ("PYUI220", "props.price.amount is a tests.server.test_data:Elsewhere", str(server_route.where)):
        assert part in text


def test_head_comes_from_routes_and_components() -> None:
    html = get(make_app(), "/head").text
    head = html.partition("</head>")[0]
    assert "<title>Page &lt;1&gt; 2</title>" in head
    assert head.count("<meta") == 2 + 4
    for part in (
        '<meta data-head="meta name description" content="the &quot;page&quot;" name="description">',
        '<meta data-head="meta name c" content="d" name="c">',
        '<meta data-head="meta name a" content="b" name="a">',
        '<meta data-head="meta property og:title" content="second" property="og:title">',
        '<link data-head="link canonical" href="/a" rel="canonical">',
        'hreflang="de"',
        'hreflang="fr"',
        '<script data-head="script Product" type="application/ld+json">',
        '{"@type":"Product","name":"\\u003c/script>\\u003cb>"}</script>',
    ):
        assert part in head
    assert '<div id="pyui-root"><div><div></div></div></div>' in html
    assert "<title>Site</title>" in get(make_app(), "/plain-head").text
