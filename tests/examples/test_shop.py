"""The example shop: its catalogue, and what the server answers."""

import json
import re
from pathlib import Path

import httpx
import pytest

from build_tools.paths import ROOT
from examples.shop.cart import format_cart, parse_cart
from examples.shop.components.order_list import day_text, names
from examples.shop.components.price_finder import budget
from examples.shop.drawings import DRAWINGS
from examples.shop.main import app, pages
from examples.shop.orders import Order, format_orders, parse_orders
from examples.shop.products import PRODUCTS, find_product, money
from examples.shop.search import PAGE_SIZE, Search, search_from
from examples.shop.server_routes import PRERENDERED
from examples.shop.statistics import GROUPS, MEASURES, grouped, price_classes
from pyui.build import list_routes
from pyui.build._blocking import wait_for


def get(url: str, cookie: str = "") -> httpx.Response:
    return httpx.get(url, headers={"Cookie": cookie} if cookie else {})


# The catalogue


def test_catalogue() -> None:
    assert len(PRODUCTS) >= 500
    assert len({product.name for product in PRODUCTS}) == len(PRODUCTS)
    assert {product.kind for product in PRODUCTS} == set(DRAWINGS)
    assert [product.id for product in PRODUCTS] == list(range(1, len(PRODUCTS) + 1))
    assert find_product(0) is None
    assert find_product(len(PRODUCTS) + 1) is None


@pytest.mark.parametrize(("cents", "text"), [(1900, "€19"), (124950, "€1,249.50"), (5, "€0.05")])
def test_money(cents: int, text: str) -> None:
    assert money(cents) == text


@pytest.mark.parametrize(
    ("search", "query"),
    [
        (Search(), ""),
        (
            Search("a & ä", ("Tables", "Storage"), "-price", 48),
            "?q=a%20%26%20%C3%A4&category=Tables&category=Storage&sort=-price&show=48",
        ),
    ],
)
def test_a_search_and_its_url(search: Search, query: str) -> None:
    assert search.query() == query
    assert search_from(list(httpx.QueryParams(query.removeprefix("?")).multi_items())) == search


def test_a_url_that_makes_no_sense() -> None:
    assert search_from([("sort", "x"), ("show", "²"), ("page", "2")]) == Search()


def test_found() -> None:
    found = Search("OAK chair", (), "-price").found()
    assert found
    assert all("oak" in product.words and "chair" in product.words for product in found)
    assert [product.price for product in found] == sorted((product.price for product in found), reverse=True)
    assert {product.category for product in Search(categories=("Tables",)).found()} == {"Tables"}


def test_the_cart_in_a_cookie() -> None:
    assert parse_cart(format_cart({12: 1, 40: 2})) == {12: 1, 40: 2}
    assert parse_cart("12x0.y.1x99999.1x3x.100x7.2x².x1") == {100: 7}


def test_orders_in_the_browser() -> None:
    orders = [Order("2026-05-31", {12: 1, 40: 2}), Order("2026-05-01", {7: 1})]
    assert parse_orders(format_orders(orders)) == orders
    assert parse_orders("2026-05-31\nx 1x1\n2026-05-31 9999x1\n\n") == []
    assert orders[0].total == PRODUCTS[11].price + 2 * PRODUCTS[39].price
    assert (names(orders[0]), names(orders[1])) == (f"{PRODUCTS[11].name} and 2 more", PRODUCTS[6].name)
    assert (day_text("2026-05-31"), day_text("2026-99-99")) == ("31 May 2026", "2026-99-99")


def test_statistics() -> None:
    assert sum(price_classes()) == len(PRODUCTS)
    for group in GROUPS:
        assert sum(grouped(group, "Products").values()) == len(PRODUCTS)
        for name, measure in MEASURES.items():
            assert all(measure.text(value) for value in grouped(group, name).values())
    assert (budget(3), budget(10)) == ("less than €300", "any price")


# The modes


def test_modes() -> None:
    found = {route.path: route for route in wait_for(list_routes(app, pages))}
    assert {path: route.mode for path, route in found.items()} == {
        "/": "prerender",
        "/about": "prerender",
        "/products/{id:int}": "prerender",
        "/products": "server",
        "/cart": "server",
        "/profile": "server",
        "/login": "server",
        "/dashboard": "client",
        "/shop": "redirect",
        "/product/{id:int}": "redirect",
        "/account": "redirect",
        "/**": "server",
    }
    products = found["/products/{id:int}"]
    assert (products.pages, products.fallback) == (PRERENDERED, "server") == (400, "server")
    assert [path for path, route in found.items() if route.script is False and route.mode == "prerender"] == ["/about"]


def test_files_of_a_build_for_a_server(server_build: Path) -> None:
    listed = json.loads((server_build / "prerendered-routes.json").read_bytes())
    numbers = range(1, PRERENDERED + 1)
    assert set(listed) == {"/", "/about", *(f"/products/{number}" for number in numbers)}
    assert all((server_build / page["file"]).is_file() for page in listed.values())


def test_files_of_a_build_for_a_static_host(static_build: Path) -> None:
    listed = json.loads(next(static_build.rglob("prerendered-routes.json")).read_bytes())
    assert {"/", "/about", "/products", "/cart", "/profile", f"/products/{len(PRODUCTS)}"} < set(listed)
    assert (next(static_build.rglob("dashboard")) / "index.html").is_file()


def test_prerendered_pages_come_from_their_files(server_build: Path, server_url: str) -> None:
    file = server_build / "products" / "7" / "index.html"
    for variant in file.parent.glob("*.*.*"):
        variant.unlink()
    changed = file.read_text(encoding="utf-8") + "<!-- changed since -->"
    file.write_text(changed, encoding="utf-8")
    assert get(f"{server_url}/products/7").text == changed


def test_the_demo_builds_and_serves_the_shop() -> None:
    build, announcement, serve = (ROOT / "Makefile").read_text().partition("demo: setup")[2].splitlines()[1:4]
    assert "pyui build examples.shop.main:app --output server --out examples/shop/dist" in build
    assert "$(PORT)" in announcement
    assert "pyui serve examples.shop.main:app --dist examples/shop/dist --port $(PORT)" in serve


# What the server answers


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("/", "Quiet things for the rooms you live in"),
        ("/products", "600 products"),
        ("/products/5", "Add to cart"),
        ("/products/450", "Add to cart"),
        ("/cart", "Your cart is empty."),
        ("/login", "Who are you?"),
        ("/dashboard", "One moment"),
        ("/about", "About Nook"),
    ],
)
def test_pages(server_url: str, path: str, content: str) -> None:
    response = get(server_url + path)
    assert response.status_code == 200
    assert content in response.text
    assert ("<script" in response.text) == (path != "/about")


@pytest.mark.parametrize("path", ["/nothing", "/products/9999", "/products/x", "/products/5/more"])
def test_not_found(server_url: str, path: str) -> None:
    response = get(server_url + path)
    assert response.status_code == 404
    assert "There is nothing on this shelf" in response.text
    assert 'rel="stylesheet"' in response.text
    assert "<script" not in response.text


@pytest.mark.parametrize(
    ("path", "status", "target"),
    [
        ("/shop?sort=price", 301, "/products?sort=price"),
        ("/product/12", 301, "/products/12"),
        ("/account", 301, "/profile"),
        ("/products/", 308, "/products"),
        ("/profile", 303, "/login?next=/profile"),
    ],
)
def test_redirects(server_url: str, path: str, status: int, target: str) -> None:
    response = get(server_url + path)
    assert (response.status_code, response.headers["location"]) == (status, target)


def test_the_first_products_are_in_the_page(server_url: str) -> None:
    text = get(f"{server_url}/products").text
    assert text.count("<article") == PAGE_SIZE
    assert PRODUCTS[0].name in text


def test_the_search_works_as_a_plain_form(server_url: str) -> None:
    text = get(f"{server_url}/products?q=oak+chair&category=Seating&sort=price&show=3").text
    assert text.count("<article") == 3
    assert re.search(r'<input[^>]* name="q"[^>]* value="oak chair"', text)
    assert re.search(r'<input[^>]* value="Seating"[^>]* checked', text)


def test_the_server_knows_the_cart(server_url: str) -> None:
    response = get(f"{server_url}/cart", "shop_cart=12x1.40x2")
    assert PRODUCTS[39].name in response.text
    assert ">3</span>" in response.text
    assert "private" in response.headers["Cache-Control"]
    assert "Your cart is empty." in get(f"{server_url}/cart", "shop_cart=%FF.1x.y.%2500").text
