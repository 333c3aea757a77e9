"""The example shop: as the server renders it, and in Chromium with and without scripts."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from examples.shop.cart import format_cart, parse_cart
from examples.shop.drawings import DRAWINGS
from examples.shop.main import app
from examples.shop.products import PRODUCTS, find_product, money
from examples.shop.search import PAGE_SIZE, Search, search_from
from pyui.testing._server import serving
from tests.examples.conftest import Open, build, static_site, wait_until_live


@pytest.fixture(scope="module")
def shop() -> Iterator[str]:
    with serving(app) as url:
        yield url


def get(shop: str, path: str, cookie: str = "") -> httpx.Response:
    return httpx.get(shop + path, headers={"Cookie": cookie} if cookie else {})


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
    assert parse_cart("12:0.x:1.99999:1.3:100.7:2.²:1") == {7: 2}


# As the server renders it


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("/", "Quiet things for the rooms you live in"),
        ("/products", "600 products"),
        ("/products/5", "Add to cart"),
        ("/products/9999", "There is no product 9999."),
        ("/cart", "Your cart is empty."),
        ("/profile", "Who are you?"),
        ("/about", "About Nook"),
    ],
)
def test_pages(shop: str, path: str, content: str) -> None:
    response = get(shop, path)
    assert response.status_code == 200
    assert content in response.text
    assert ("<script" in response.text) == (path != "/about")


def test_the_first_products_are_in_the_page(shop: str) -> None:
    text = get(shop, "/products").text
    assert text.count("<article") == PAGE_SIZE
    assert PRODUCTS[0].name in text


def test_the_search_works_as_a_plain_form(shop: str) -> None:
    text = get(shop, "/products?q=oak+chair&category=Seating&sort=price&show=3").text
    assert text.count("<article") == 3
    assert re.search(r'<input[^>]* name="q"[^>]* value="oak chair"', text)
    assert re.search(r'<input[^>]* value="Seating"[^>]* checked', text)


def test_pages_depend_on_the_cookies(shop: str) -> None:
    text = get(shop, "/cart", "shop_cart=12%3A1.40%3A2").text
    assert find_product(40).name in text  # type: ignore[union-attr]
    assert ">3</span>" in text
    greeting = get(shop, "/profile", "shop_user=Ada%20%3Cb%3E; shop_delivery=pickup")
    assert "Hello, Ada &lt;b&gt;" in greeting.text
    assert "picked up at the shop" in greeting.text
    assert "private" in greeting.headers["Cache-Control"]


def test_nonsense_in_cookies(shop: str) -> None:
    assert "Your cart is empty." in get(shop, "/cart", "shop_cart=%FF.1:x.%2500").text
    assert get(shop, "/profile", "shop_user=%F0%28; shop_delivery=<x>").status_code == 200


# In Chromium


@pytest.mark.parametrize("path", ["/", "/products", "/products/5", "/products/9999", "/cart", "/profile"])
def test_hydration_changes_nothing(shop: str, page: Page, open_live: Open, path: str) -> None:
    page.context.add_cookies([{"name": "shop_cart", "value": "12%3A1.40%3A2", "url": shop}])
    open_live(shop + path)
    expect(page.locator(".badge")).to_have_text("3")


def test_search_filter_and_sort(shop: str, page: Page, open_live: Open) -> None:
    open_live(f"{shop}/products")
    count = page.get_by_role("status").filter(has_text="product")
    page.get_by_label("Search").press_sequentially("oak chair")
    expect(count).to_have_text(f"{len(Search('oak chair').found())} products")
    page.get_by_label("Sort by").select_option("-price")
    names = [product.name for product in Search("oak chair", (), "-price").found()[:PAGE_SIZE]]
    expect(page.locator(".card h3")).to_have_text(names)
    page.get_by_label("Tables").check()
    expect(page.get_by_text("Nothing matches.")).to_be_visible()
    page.get_by_role("button", name="Clear all").click()
    expect(count).to_have_text("600 products")
    page.get_by_label("Lighting").check()
    expect(count).to_have_text("100 products")


def test_more_products_and_reload(shop: str, page: Page, open_live: Open) -> None:
    open_live(f"{shop}/products?category=Tables")
    page.get_by_role("link", name="Show more").click()
    expect(page.locator(".card")).to_have_count(2 * PAGE_SIZE)
    assert page.url == f"{shop}/products?category=Tables&show={2 * PAGE_SIZE}"
    page.reload()
    assert page.locator(".card").count() == 2 * PAGE_SIZE
    wait_until_live(page)


def test_the_cart_survives_reload_and_navigation(shop: str, page: Page, open_live: Open) -> None:
    product = PRODUCTS[4]
    open_live(f"{shop}/products/{product.id}")
    page.get_by_role("button", name="One more").click()
    expect(page.get_by_label("Quantity")).to_have_value("2")
    page.get_by_role("button", name="Add to cart").click()
    expect(page.locator(".badge")).to_have_text("2")
    expect(page.get_by_text(f"{product.name}: 2 in your cart")).to_be_visible()
    page.reload()
    expect(page.locator(".badge")).to_have_text("2")
    wait_until_live(page)
    page.get_by_role("link", name="Cart").click()
    page.wait_for_url("**/cart")
    expect(page.locator(".line")).to_have_count(1)
    page.get_by_role("button", name=f"One {product.name} more").click()
    expect(page.locator(".summary .price")).to_have_text(money(3 * product.price))
    page.get_by_role("button", name="Place the order").click()
    expect(page.get_by_text("Thank you!")).to_be_visible()
    expect(page.locator(".badge")).to_have_count(0)


def test_the_profile_remembers(shop: str, page: Page, open_live: Open) -> None:
    open_live(f"{shop}/profile")
    page.get_by_label("Your name").fill("Ada <b>")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="Hello, Ada <b>")).to_be_visible()
    page.get_by_label("Picked up at the shop").check()
    expect(page.get_by_text("We will remember: picked up at the shop.")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="Hello, Ada <b>")).to_be_visible()
    wait_until_live(page)
    expect(page.get_by_label("Picked up at the shop")).to_be_checked()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", name="Who are you?")).to_be_visible()


def test_the_about_page_loads_no_script(shop: str, page: Page) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(f"{shop}/about", wait_until="networkidle")
    assert not [url for url in requests if "/_pyui/" in url]
    assert page.locator("script").count() == 0


def test_without_scripts(shop: str, browser: Browser) -> None:
    with browser.new_context(java_script_enabled=False, base_url=shop) as context:
        page = context.new_page()
        page.goto("/")
        page.get_by_role("link", name="Browse all products").click()
        expect(page.locator(".card")).to_have_count(PAGE_SIZE)
        page.get_by_label("Search").fill("walnut desk")
        page.get_by_role("button", name="Search").click()
        expect(page.locator(".count")).to_have_text("5 products")
        page.locator(".card h3 a").first.click()
        expect(page.locator("h1")).to_have_text(re.compile("desk in walnut"))
        for name, heading in (("Profile", "Who are you?"), ("About", "About Nook"), ("Cart", "Cart")):
            page.get_by_role("banner").get_by_role("link", name=name).click()
            expect(page.locator("h1")).to_have_text(heading)


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", ["/", "/products", "/products/5", "/cart", "/profile", "/about"])
def test_nothing_is_wider_than_the_screen(shop: str, page: Page, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.context.add_cookies([{"name": "shop_cart", "value": "12%3A1.40%3A2", "url": shop}])
    page.goto(shop + path, wait_until="domcontentloaded")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.usefixtures("clean_console")
def test_static_build(tmp_path: Path, page: Page, serve: Callable[[Any], str]) -> None:
    build("examples.shop.main:app", tmp_path / "dist")
    url = serve(static_site(tmp_path))
    page.goto(f"{url}/dist/products/?q=walnut+desk&sort=price")
    expect(page.locator(".count")).to_have_text("5 products")
    page.locator(".card button").first.click()
    expect(page.locator(".badge")).to_have_text("1")
    page.get_by_role("banner").get_by_role("link", name="Cart").click()
    expect(page.locator(".badge")).to_have_text("1")
    page.get_by_role("banner").get_by_role("link", name="About").click()
    expect(page.get_by_role("heading", name="About Nook")).to_be_visible()
