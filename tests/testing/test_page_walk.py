"""Pauses while a page is taken over, in a page without a browser: what comes in between changes nothing."""

from collections.abc import Callable, Generator, Iterator
from typing import Any

import pytest

from pyui import (
    Child,
    ErrorBoundary,
    For,
    Portal,
    Show,
    component,
    effect,
    is_hydrating,
    on_mount,
    render_to_string,
    signal,
)
from pyui.browser import _boot, _bridge, _page_walk
from pyui.html import b, div, li, p, ul
from pyui.reactive import current_owner
from pyui.testing._live_page import LivePage
from pyui.testing._plain import plain
from tests.cases import Case
from tests.testing.test_cases import EVERY


@pytest.fixture(autouse=True)
def always_due(monkeypatch: pytest.MonkeyPatch) -> None:
    """Has the walk pause wherever it can."""
    for name, value in (("FIRST_SECONDS", -1), ("SLICE_SECONDS", -1), ("LOOKS", 1)):
        monkeypatch.setattr(_page_walk, name, value)


def hydrated(make: Callable[[], object], between: Callable[[int], object], html: str = "") -> tuple[LivePage, int]:
    """Hydrates what a function makes, and does something in each pause; returns the page and the number of pauses."""
    page = LivePage(html or render_to_string(make()))
    pauses = 0

    def bind(node: object) -> Any:
        nonlocal pauses
        stages: Generator[bool | None, None, Any] = _boot._hydrate(node)
        while True:
            try:
                stage = next(stages)
            except StopIteration as end:
                return end.value
            if stage is None:
                between(pauses)
                pauses += 1

    page._start(make(), bind)
    return page, pauses


def nothing(_pause: int) -> None:
    pass


def text(page: LivePage) -> str:
    return plain(page.root.children)


def untouched(page: LivePage) -> bool:
    return not page.root.mutations and not page.runtime.mismatches


@pytest.mark.parametrize("case", EVERY, ids=lambda case: case.name)
def test_every_case_with_pauses_is_as_without(case: Case) -> None:
    html = render_to_string(case.make()[0])
    page, _ = hydrated(lambda: case.make()[0], nothing, html)
    assert untouched(page)
    without = LivePage(html)
    without.hydrate(case.make()[0])
    assert without.counts == page.counts


def test_what_is_in_force_is_put_aside() -> None:
    seen: list[object] = []

    @component
    def Item(number: int) -> Child:
        seen.append((is_hydrating(), current_owner() is not None))
        return li(number, on_click=lambda: None)

    def between(_pause: int) -> None:
        seen.append((is_hydrating(), current_owner()))

    numbers = signal([1, 2])
    page, pauses = hydrated(lambda: ul(For(numbers, Item)), between)
    del seen[:2]  # those of the server
    assert untouched(page)
    assert pauses > 2
    assert seen.count((True, True)) == 2
    assert seen.count((False, None)) == pauses
    assert seen.index((False, None)) < len(seen) - seen[::-1].index((True, True)) - 1  # there was one between the two


def test_code_that_waits_is_not_let_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_bridge, "is_awaiting", lambda: True)
    page, pauses = hydrated(lambda: ul(For(signal([1, 2, 3]), li)), nothing)
    assert pauses == 0
    assert untouched(page)


@pytest.mark.parametrize("when", range(6))
def test_what_is_set_in_a_pause_is_shown_in_the_end(when: int) -> None:
    word = signal("old")

    def make() -> Child:
        return div(ul(For(signal([1, 2, 3]), lambda number: li(number, b(word)))), p(word))

    def between(pause: int) -> None:
        if pause == when:
            word.set("new")
            assert word() == "new"

    page, pauses = hydrated(make, between)
    assert pauses > when
    assert text(page).count("new") == 4
    assert "old" not in text(page)
    word.set("other")
    page.settle()
    assert text(page).count("other") == 4


@pytest.mark.parametrize("when", range(5))
def test_a_list_that_is_set_in_a_pause(when: int) -> None:
    numbers = signal([1, 2, 3])

    def between(pause: int) -> None:
        if pause == when:
            numbers.set([3, 4])

    page, pauses = hydrated(lambda: ul(For(numbers, lambda number: li("number ", number))), between)
    assert pauses > when
    assert text(page) == "<ul><li>number 3</li><li>number 4</li></ul>"


def test_effects_and_mounts_run_when_all_is_bound() -> None:
    log: list[str] = []
    owners: list[Any] = []

    @component
    def Item(number: int) -> Child:
        owners.append(current_owner())
        on_mount(lambda: log.append(f"mounted {number}"))
        effect(lambda: log.append(f"effect {number}"))
        return li(number, on_click=lambda: None)

    def between(pause: int) -> None:
        if pause == 3:
            owners[-1].run(lambda: effect(lambda: log.append("made in a pause")))
        log.append("pause")

    numbers = signal([1, 2, 3])
    html = render_to_string(ul(For(numbers, Item)))
    page, pauses = hydrated(lambda: ul(For(numbers, Item)), between, html)
    assert untouched(page)
    assert log[:pauses] == ["pause"] * pauses
    assert sorted(log[pauses:]) == sorted(
        ["made in a pause", *(f"{what} {number}" for what in ("mounted", "effect") for number in (1, 2, 3))]
    )


def failing(number: int) -> Child:
    if number == 3 and is_hydrating():
        raise ValueError("on purpose")
    return li(number)


def test_an_error_behind_a_pause_is_caught_by_its_boundary() -> None:
    def make() -> Child:
        return div(ErrorBoundary(ul(For(signal([1, 2, 3, 4]), failing)), fallback=p("failed")), p("behind"))

    page, pauses = hydrated(make, nothing)
    assert pauses > 2
    assert text(page) == "<div><p>failed</p><p>behind</p></div>"
    assert page.runtime.mismatches


def test_an_error_behind_a_pause_that_nobody_catches() -> None:
    with pytest.raises(ValueError, match="on purpose"):
        hydrated(lambda: ul(For(signal([1, 2, 3, 4]), failing)), nothing)
    assert not is_hydrating()
    assert current_owner() is None
    page, _ = hydrated(lambda: p("next"), nothing)
    assert text(page) == "<p>next</p>"


def test_lists_in_lists_portals_and_content_that_never_changes() -> None:
    inner = {number: signal([number * 10, number * 10 + 1]) for number in (1, 2)}

    def make() -> Child:
        return div(
            ul(For(signal([1, 2]), lambda number: li(ul(For(inner[number], lambda each: li("each ", each)))))),
            Portal(ul(For(signal([5, 6]), li))),
            Show(lambda: True, lambda: p("shown")),
            [p(number, on_click=lambda: None) for number in range(3)],
        )

    page, pauses = hydrated(make, nothing)
    assert untouched(page)
    assert pauses > 8
    inner[2].set([21, 22])
    page.settle()
    assert "<li>each 21</li><li>each 22</li></ul></li></ul>" in text(page)


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    yield
    LivePage().close()
