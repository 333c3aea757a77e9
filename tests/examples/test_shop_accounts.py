"""Signing in and out of the example shop."""

import re
from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from examples.shop.accounts import local_path
from tests.examples.conftest import Open, wait_until_live

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.fixture
def client(server_url: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server_url) as client:
        yield client


PATHS = [
    ("/cart", "/cart"),
    ("/products?q=a%20b&sort=price#x", "/products?q=a%20b&sort=price#x"),
    ("", "/profile"),
    ("cart", "/profile"),
    ("//example.org", "/profile"),
    ("/\\example.org", "/profile"),
    ("/\t/example.org", "/profile"),
    ("\t//example.org", "/profile"),
    ("/\n/example.org", "/profile"),
    ("https://example.org/", "/profile"),
    ("javascript:alert(1)", "/profile"),
    ("/ä", "/profile"),
    ("/a b", "/profile"),
]


@pytest.mark.parametrize(("wanted", "path"), PATHS)
def test_where_signing_in_leads(wanted: str, path: str) -> None:
    assert local_path(wanted) == path


def test_signing_in_and_out(client: httpx.Client) -> None:
    asked = client.get("/profile")
    assert (asked.status_code, asked.headers["location"]) == (303, "/login?next=/profile")
    form = client.get("/login?next=/profile").text
    assert re.search(r'<input[^>]* name="next"[^>]* value="/profile"', form)
    answer = client.post("/login", data={"name": " Ada <b> ", "next": "/profile"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/profile")
    cookie = answer.headers["set-cookie"]
    assert all(part in cookie for part in ("HttpOnly", "SameSite=lax", "Path=/"))
    profile = client.get("/profile")
    assert "Hello, Ada &lt;b&gt;" in profile.text
    assert "private" in profile.headers["Cache-Control"]
    assert client.get("/login?next=/cart").headers["location"] == "/cart"
    assert client.get("/login?next=//example.org").headers["location"] == "/profile"
    out = client.post("/logout")
    assert (out.status_code, out.headers["location"]) == (303, "/")
    assert client.get("/profile").status_code == 303


def test_the_delivery_is_known(client: httpx.Client) -> None:
    text = client.get("/profile", headers={"Cookie": "shop_user=Ada; shop_delivery=pickup"}).text
    assert "picked up at the shop" in text
    nonsense = client.get("/profile", headers={"Cookie": "shop_user=%F0%28; shop_delivery=<x>"})
    assert "To the door" in nonsense.text


@pytest.mark.parametrize(
    ("form", "target"),
    [
        ({"name": "Ada", "next": "https://example.org"}, "/profile"),
        ({"name": "  ", "next": "/cart"}, "/login?next=/cart"),
        ({}, "/login?next=/profile"),
    ],
)
def test_forms(client: httpx.Client, form: dict[str, str], target: str) -> None:
    answer = client.post("/login", data=form)
    assert (answer.status_code, answer.headers["location"]) == (303, target)
    assert ("set-cookie" in answer.headers) == (form.get("name") == "Ada")


@pytest.mark.parametrize("path", ["/login", "/logout"])
def test_forms_of_other_sites_are_refused(client: httpx.Client, path: str) -> None:
    answer = client.post(path, content=b"name=Eve", headers={**FORM, "Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_in_the_browser(server_url: str, page: Page, open_live: Open) -> None:
    open_live(f"{server_url}/")
    page.get_by_role("link", name="Profile").click()
    expect(page.get_by_role("heading", name="Who are you?")).to_be_visible()
    assert page.url == f"{server_url}/login?next=/profile"
    page.get_by_label("Your name").fill("Ada <b>")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Hello, Ada <b>")).to_be_visible()
    assert page.url == f"{server_url}/profile"
    wait_until_live(page)
    page.get_by_label("Picked up at the shop").check()
    expect(page.get_by_text("We will remember: picked up at the shop.")).to_be_visible()
    page.reload()
    expect(page.get_by_text("We will remember: picked up at the shop.")).to_be_visible()
    wait_until_live(page)
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url(f"{server_url}/")


def test_without_scripts(server_url: str, browser: Browser) -> None:
    with browser.new_context(java_script_enabled=False, base_url=server_url) as context:
        page = context.new_page()
        page.goto("/")
        page.get_by_role("banner").get_by_role("link", name="Profile").click()
        page.get_by_label("Your name").fill("Ada")
        page.get_by_role("button", name="Sign in").click()
        expect(page.locator("h1")).to_have_text("Hello, Ada")
        page.get_by_role("button", name="Sign out").click()
        page.wait_for_url(f"{server_url}/")
        page.goto("/profile")
        expect(page.locator("h1")).to_have_text("Who are you?")
