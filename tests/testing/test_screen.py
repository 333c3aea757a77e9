"""`render`: queries and what a user does, without a browser."""

import asyncio
from typing import Any

import pytest

from pyui import (
    Event,
    Link,
    Portal,
    Ref,
    Show,
    Title,
    component,
    effect,
    is_server,
    navigate,
    on_cleanup,
    on_mount,
    signal,
)
from pyui.html import (
    a,
    button,
    details,
    div,
    fieldset,
    form,
    h1,
    h2,
    img,
    input,
    label,
    legend,
    nav,
    option,
    output,
    p,
    section,
    select,
    span,
    summary,
    table,
    tbody,
    td,
    textarea,
    tr,
)
from pyui.testing import ActionError, QueryError, ReportedError, SelectorError, render
from pyui.testing._live_page import close_page
from pyui.view import Node


@component
def Form(log: list[str]) -> Node:
    name, area, agreed, size, tops, kind = (
        signal("Ann"),
        signal("x"),
        signal(False),
        signal("m"),
        signal(["a"]),
        signal("one"),
    )
    many = signal(["y"])

    def send(event: Event) -> None:
        event.prevent_default()
        log.append(f"{name()} {area()} {agreed()} {size()} {tops()} {kind()} {many()}")

    return form(
        label("Name ", input(bind_value=name)),
        label("About", for_="about"), textarea(bind_value=area, id="about"),
        label(input(type="checkbox", bind_checked=agreed), " I agree"),
        fieldset(
            legend("Size"),
            [label(input(type="radio", name="size", value=v, bind_group=size), v.upper()) for v in "sml"],
        ),
        [label(input(type="checkbox", value=v, bind_group=tops), f"top {v}") for v in "ab"],
        select(option("One", value="one"), option("Two", value="two"), bind_value=kind, aria_label="Kind"),
        select([option(v) for v in "xyz"], bind_value=many, multiple=True, aria_label="Many"),
        p("Hello ", name, id="greeting"),
        button("Send"),
        on_submit=send,
    )  # fmt: skip


def test_every_kind_of_control() -> None:
    log: list[str] = []
    screen = render(Form(log))
    assert screen.get_by_label("Name").value == "Ann"
    screen.get_by_label("Name").fill("Bob")
    assert screen.locator("#greeting").text == "Hello Bob"
    screen.get_by_label("About").fill("y\nz")
    screen.get_by_label("I agree").check()
    assert screen.get_by_role("radio", name="M", exact=True).is_checked
    screen.get_by_text("L", exact=True).click()
    assert not screen.get_by_role("radio", name="M", exact=True).is_checked
    screen.get_by_label("top a").uncheck()
    screen.get_by_label("top b").check()
    screen.get_by_role("combobox", name="Kind").select_option("Two")
    screen.get_by_role("listbox", name="Many").select_option("x", "z")
    screen.get_by_role("button", name="send").click()
    assert log == ["Bob y\nz True l ['b'] two ['x', 'z']"]
    screen.get_by_label("Name").press("Enter")
    assert len(log) == 2
    assert screen.visited == []


@component
def Clicks() -> Node:
    log = signal("")

    def add(text: str) -> None:
        log.update(lambda before: f"{before} {text}")

    def stop(event: Event) -> None:
        add("stop")
        event.stop_propagation()

    async def later() -> None:
        add("before")
        await asyncio.sleep(0.01)
        add("after")

    return div(
        p(log, id="log"),
        div(
            button("bubbles", on_click=lambda: add("inner")),
            button("stops", on_click=stop),
            on_click=lambda: add("outer"),
        ),
        a("refused", href="/no", on_click=lambda event: event.prevent_default()),
        a(span("followed"), href="/yes"),
        button("waits", on_click=later),
        button("fails", on_click=lambda: 1 / 0),
        button("goes", on_click=lambda: navigate("/there")),
        button("disabled", disabled=True),
        input(type="checkbox", aria_label="kept", on_click=lambda event: event.prevent_default()),
        input(
            aria_label="keys",
            on_keydown=lambda e: add(e.key),
            on_focus=lambda: add("focus"),
            on_blur=lambda: add("blur"),
        ),
        button("where", on_click=lambda e: add(f"{e.client_x} {e.shift_key} {e.target.closest('div').tagName}")),
        details(summary("More"), "text", on_toggle=lambda: add("toggled")),
    )


@pytest.mark.parametrize(
    ("name", "logged"),
    [("bubbles", "inner outer"), ("stops", "stop"), ("waits", "before after"), ("where", "0 False DIV")],
)
def test_handlers(name: str, logged: str) -> None:
    screen = render(Clicks())
    screen.get_by_role("button", name=name).click()
    assert screen.locator("#log").text == logged


def test_default_actions() -> None:
    screen = render(Clicks())
    screen.get_by_role("link", name="refused").click()
    screen.get_by_text("followed").click()
    screen.get_by_role("button", name="goes").click()
    assert screen.visited == ["/yes", "/there"]
    screen.get_by_text("More").click()
    assert screen.locator("details[open]").exists
    assert screen.locator("#log").text == "toggled"
    with pytest.raises(ActionError, match="did not switch"):
        screen.get_by_label("kept").check()


def test_focus_keys_and_any_event() -> None:
    screen = render(Clicks())
    keys = screen.get_by_label("keys")
    keys.press("a")
    assert keys.is_focused
    keys.press("Space")
    screen.get_by_role("button", name="where").fire("click", clientX=7, shiftKey=True)
    screen.get_by_role("button", name="goes").focus()
    assert screen.locator("#log").text == "focus a 7 True DIV blur"


def test_what_cannot_be_done() -> None:
    screen = render(Clicks())
    with pytest.raises(ActionError, match="is disabled"):
        screen.get_by_role("button", name="disabled").click()
    with pytest.raises(ActionError, match="cannot be filled"):
        screen.get_by_role("button", name="goes").fill("x")
    with pytest.raises(ActionError, match="no checkbox"):
        screen.get_by_label("keys").check()
    with pytest.raises(ActionError, match="no options"):
        screen.get_by_label("keys").select_option("x")


def test_a_failing_handler() -> None:
    screen = render(Clicks())
    with pytest.raises(ReportedError, match="ZeroDivisionError"):
        screen.get_by_role("button", name="fails").click()
    screen.get_by_role("button", name="bubbles").click()
    assert screen.locator("#log").text == "inner outer"


def test_a_query_wants_one_element() -> None:
    screen = render(Clicks())
    with pytest.raises(QueryError, match="no elements with role 'button' and name 'x'") as caught:
        screen.get_by_role("button", name="x").click()
    assert caught.value.where is not None
    assert caught.value.where.file == __file__
    with pytest.raises(QueryError, match="There are 7 elements with role 'button'"):
        assert screen.get_by_role("button").text
    assert [query.text for query in screen.locator("#pyui-root > div > div button").all()] == ["bubbles", "stops"]
    assert screen.get_by_role("button").nth(1).text == "stops"
    assert screen.get_by_role("button").nth(-1).text == "where"


@component
def Life(log: list[str]) -> Node:
    count, ref = signal(0), Ref()
    effect(lambda: log.append(f"effect {count()}"))
    on_mount(lambda: log.append(f"mounted {ref.current.textContent} {is_server()}"))
    on_cleanup(lambda: log.append("gone"))
    return div(
        Title("Count ", count), p(count, ref=ref), button("+", on_click=lambda: count.update(lambda n: n + 1)),
        Portal(output(count)),
    )  # fmt: skip


def test_a_life() -> None:
    log: list[str] = []
    assert is_server()
    screen = render(Life(log))
    screen.get_by_role("button").click()
    assert screen.get_by_role("status").text == "1"
    assert screen.title == "Count 1"
    screen.close()
    assert log == ["effect 0", "mounted 0 False", "effect 1", "gone"]
    assert is_server()


def test_a_signal_of_the_test() -> None:
    shown = signal(value=False)
    screen = render(div(Show(shown, p("here"))))
    assert not screen.get_by_text("here").exists
    shown.set(value=True)
    assert screen.get_by_text("here").count() == 1
    close_page()
    assert "here" in screen.html


def test_one_page_at_a_time() -> None:
    log: list[str] = []
    render(Life(log))
    render(p("another"))
    assert log[-1] == "gone"


def test_an_error_while_rendering() -> None:
    @component
    def Broken() -> Node:
        raise LookupError("on purpose")

    with pytest.raises(LookupError, match="on purpose"):
        render(Broken())
    assert render(p("fine")).get_by_text("fine").exists


@pytest.fixture
def shop() -> Any:
    return render(div(
        nav(Link("Home", to="/"), aria_label="Main"),
        h1("Shop"), section(h2("Chairs", id="chairs"), aria_labelledby="chairs"),
        img(src="/a.png", alt="A chair"), button(img(src="/x.svg", alt="Close")), p("hidden text", hidden=True),
        table(tbody(tr(td("a", class_="one two"), td("b")))), input(placeholder="Search", type="search"),
        div("deep ", span("text"), data_testid="deep"), input(type="submit", value="Go"), a("no link"),
    ))  # fmt: skip


@pytest.mark.parametrize(
    ("role", "name"),
    [
        ("navigation", "Main"), ("link", "Home"), ("heading", "Chairs"), ("region", "Chairs"), ("img", "A chair"),
        ("button", "Close"), ("searchbox", "Search"), ("button", "Go"), ("row", "ab"), ("cell", "b"),
    ],
)  # fmt: skip
def test_roles_and_names(shop: Any, role: str, name: str) -> None:
    assert shop.get_by_role(role, name=name, exact=True).name == name


def test_other_queries(shop: Any) -> None:
    assert shop.get_by_test_id("deep").text == "deep text"
    assert shop.get_by_text("deep  text").attribute("data-testid") == "deep"
    assert shop.get_by_text("text").count() == 1, "what is hidden is not found, nor what is around"
    assert shop.get_by_test_id("deep").locator("span").html == "text"
    assert shop.get_by_role("link").count() == 1


SELECTORS = [
    ("td", 2), ("td.one.two", 1), (".two", 1), ("tr > td", 2), ("div td", 2), ("div > td", 0), ("td + td", 1),
    ("h1 ~ table", 1), ("h2, h1", 2), ("[data-testid]", 1), ("[data-testid=deep]", 1), ('[class~="two"]', 1),
    ("td:first-child", 1), ("td:last-child", 1), ("img[src^='/a'][alt$=chair]", 1), ("*[alt*=hai]", 1), ("#chairs", 1),
]  # fmt: skip


@pytest.mark.parametrize(("selector", "count"), SELECTORS)
def test_selectors(shop: Any, selector: str, count: int) -> None:
    assert shop.locator(selector).count() == count


@pytest.mark.parametrize("selector", ["", "td:hover", "p >", "!", "a,", "[x"])
def test_selectors_that_are_not_known(shop: Any, selector: str) -> None:
    with pytest.raises(SelectorError, match="does not know"):
        shop.locator(selector)
