"""All links of the built shop lead somewhere, wherever it is."""

import pytest

from examples.shop.products import PRODUCTS
from tests.support.crawl import crawl

EVERYWHERE = {"/", "/products", "/cart", "/dashboard", "/about"}


@pytest.mark.parametrize(
    ("host", "own"),
    [("server", "/login"), ("mounted", "/login"), ("static", "/profile"), ("prefixed", "/profile")],
)
def test_crawl(request: pytest.FixtureRequest, host: str, own: str) -> None:
    url = request.getfixturevalue(f"{host}_url")
    found = crawl(f"{url}/")
    assert found.problems == []
    base = "/" + url.partition("://")[2].partition("/")[2]
    paths = {"/" + path.removeprefix(base).strip("/") for path in found.titles}
    products = {f"/products/{product.id}" for product in PRODUCTS}
    assert paths - products == {*EVERYWHERE, own}
    assert len(paths & products) > 500
