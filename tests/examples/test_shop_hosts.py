"""The example shop in Chromium, the same on each host: served, and as plain files at the root and below a prefix."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from examples.shop.products import COLLECTIONS, PRODUCTS, money
from examples.shop.search import PAGE_SIZE, Search
from tests.examples.conftest import Host, Open, wait_until_live

CART = {"name": "shop_cart", "value": "12x1.40x2"}
ORDERS = "localStorage.setItem('shop_orders', '2026-05-31 12x1.40x2')"


@pytest.mark.parametrize("path", ["/", "/cart"])
def test_hydration_changes_nothing_and_the_cart_is_there(host: Host, page: Page, open_live: Open, path: str) -> None:
    page.context.add_cookies([{**CART, "url": host.url}])  # type: ignore[typeddict-item]
    open_live(host.url + path)
    expect(page.locator(".badge")).to_have_text("3")
    if path == "/cart":
        expect(page.locator(".line h2")).to_have_text([PRODUCTS[11].name, PRODUCTS[39].name])


def test_search_filter_and_sort(host: Host, page: Page, open_live: Open) -> None:
    open_live(f"{host.url}/products")
    count = page.get_by_role("status").filter(has_text="product")
    page.get_by_label("Tables").check()
    page.get_by_role("link", name="Show more").click()
    expect(page.locator(".card")).to_have_count(2 * PAGE_SIZE)
    assert page.url.endswith(f"?category=Tables&show={2 * PAGE_SIZE}")
    page.get_by_label("Search").press_sequentially("oak lamp")
    expect(page.get_by_text("Nothing matches.")).to_be_visible()
    page.get_by_role("button", name="Clear all").click()
    expect(count).to_have_text("600 products")
    page.get_by_label("Search").press_sequentially("oak chair")
    page.get_by_label("Sort by").select_option("-price")
    names = [product.name for product in Search("oak chair", (), "-price").found()[:PAGE_SIZE]]
    expect(page.locator(".card h3")).to_have_text(names)
    assert page.url.endswith("?q=oak%20chair&sort=-price")
    page.reload()
    expect(page.locator(".card h3")).to_have_text(names)
    expect(page.get_by_label("Search")).to_have_value("oak chair")
    page.get_by_role("banner").get_by_role("link", name="Products").click()
    expect(count).to_have_text("600 products")
    page.go_back()
    expect(page.locator(".card h3")).to_have_text(names)


def test_the_cart_survives_navigation_and_reload(host: Host, page: Page, open_live: Open) -> None:
    product = PRODUCTS[4]
    open_live(f"{host.url}/products/{product.id}")
    page.get_by_role("button", name="One more").click()
    expect(page.get_by_label("Quantity")).to_have_value("2")
    page.get_by_role("button", name="Add to cart").click()
    expect(page.locator(".badge")).to_have_text("2")
    expect(page.get_by_text(f"{product.name}: 2 in your cart")).to_be_visible()
    page.reload()
    expect(page.locator(".badge")).to_have_text("2")
    wait_until_live(page)
    page.evaluate("globalThis.kept = document.querySelector('header')")
    page.get_by_role("banner").get_by_role("link", name="Nook").click()
    expect(page).to_have_title("Nook · things for the home")
    page.get_by_role("banner").get_by_role("link", name="Cart").click()
    expect(page.locator(".line")).to_have_count(1)
    assert page.evaluate("kept === document.querySelector('header')")
    page.get_by_role("button", name=f"One {product.name} more").click()
    expect(page.locator(".summary .price")).to_have_text(money(3 * product.price))
    page.get_by_role("button", name="Place the order").click()
    expect(page.get_by_text("Thank you!")).to_be_visible()
    expect(page.locator(".badge")).to_have_count(0)
    page.get_by_role("link", name="Your orders").click()
    expect(page.locator(".orders li")).to_have_count(1)
    expect(page.locator(".orders")).to_contain_text(f"{product.name} and 2 more")


@pytest.mark.usefixtures("clean_console")
def test_dashboard(host: Host, page: Page) -> None:
    page.add_init_script(ORDERS)
    page.goto(f"{host.url}/dashboard")
    expect(page.locator(".bars li")).to_have_count(6)
    expect(page).to_have_title("Dashboard · Nook")
    page.get_by_role("radio", name="Collection").check()
    page.get_by_role("radio", name="Products").check()
    expect(page.locator(".bars li")).to_have_text([f"{name}120" for name in sorted(COLLECTIONS)])
    page.get_by_label("The most to spend").fill("10")
    expect(page.get_by_text("600 of 600 products for any price")).to_be_visible()
    page.get_by_role("button", name="Order again").click()
    expect(page.locator(".badge")).to_have_text("3")
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_about_page_loads_no_script(host: Host, page: Page) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(f"{host.url}/about", wait_until="networkidle")
    assert not [url for url in requests if "/_pyui/" in url]
    assert page.locator("script").count() == 0


def test_without_scripts(host: Host, browser: Browser) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{host.url}/")
        page.get_by_role("link", name="Browse all products").click()
        expect(page.locator(".card")).to_have_count(PAGE_SIZE)
        page.locator(".card h3 a").first.click()
        expect(page.locator("h1")).to_have_text(PRODUCTS[0].name)
        header = page.get_by_role("banner")
        for name, heading in (("About", "About Nook"), ("Cart", "Cart"), ("Dashboard", "Dashboard")):
            header.get_by_role("link", name=name).click()
            expect(page.locator("h1")).to_have_text(heading)
        header.get_by_role("link", name="Profile").click()
        expect(page.locator("h1")).to_have_text("Who are you?" if host.kind == "server" else "Your profile")


def test_the_search_form_without_scripts(server_url: str, browser: Browser) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{server_url}/products")
        page.get_by_label("Search").fill("walnut desk")
        page.get_by_label("Sort by").select_option("price")
        page.get_by_role("button", name="Search").click()
        expect(page.locator(".count")).to_have_text("5 products")
        page.locator(".card h3 a").first.click()
        expect(page.locator("h1")).to_have_text(re.compile("desk in walnut"))


def test_what_is_not_found(server_url: str, page: Page) -> None:
    page.goto(f"{server_url}/products/450")
    page.evaluate("pyui.ready")
    page.evaluate("document.querySelector('.card h3 a').href = '/products/9999'")
    page.locator(".card h3 a").first.click()
    expect(page.locator("h1")).to_have_text("There is nothing on this shelf")
    assert page.evaluate("performance.getEntriesByType('navigation')[0].responseStatus") == 404


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_is_wider_than_the_screen(server_url: str, browser: Browser, width: int) -> None:
    with browser.new_context(java_script_enabled=False, viewport={"width": width, "height": 800}) as context:
        context.add_cookies(
            [{**CART, "url": server_url}, {"name": "shop_user", "value": "Ada", "url": server_url}]  # type: ignore[typeddict-item]
        )
        page = context.new_page()
        for path in ("/", "/products", "/products/5", "/cart", "/dashboard", "/profile", "/about", "/nothing"):
            page.goto(server_url + path)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
