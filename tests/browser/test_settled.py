"""Time, random numbers, locale and time zone: the server's while hydrating, the browser's own later."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from playwright.sync_api import Browser, expect

from pyui import App
from pyui.testing._hydration_watch import HydrationWatch


def test_settled_then_live(browser: Browser, serve: Callable[[Any], str]) -> None:
    url = serve(App("tests.browser.settled_pages:routes", time_zone="Asia/Kolkata"))
    context = browser.new_context(locale="de-AT", timezone_id="America/New_York")
    page = context.new_page()
    watch = HydrationWatch(page)
    page.goto(url)
    watch.check()
    served = [page.inner_text(f"#v{index}") for index in range(5)]
    assert page.inner_text("#live").split(" | ") == served
    assert served[3:] == ["de-AT", "5:30:00"]
    page.get_by_role("button").click()
    expect(page.locator("#live")).not_to_contain_text(served[0])
    live = page.inner_text("#live").split(" | ")
    assert not set(live[:3]) & set(served)
    assert live[3] == "de-AT"
    assert live[4] in ("-1 day, 19:00:00", "-1 day, 20:00:00"), "New York, in winter or in summer"
    assert abs((datetime.now(UTC) - datetime.fromisoformat(live[0])).total_seconds()) < 600
    context.close()
