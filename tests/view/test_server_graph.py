"""What a render on the server leaves alone: the reactive graph, other threads, other tasks, the node itself."""

import asyncio
import gc
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from pyui import Context, For, Show, component, computed, effect, on_cleanup, on_mount, render_to_string, signal
from pyui.html import button, input, li, p, ul
from pyui.reactive import Effect, Owner, current_owner
from pyui.view import render_page

THREADS = 8
ROUNDS = 30


@component
def Everything(count: Any):
    double = computed(lambda: count() * 2)
    effect(count)
    on_mount(lambda: None)
    return ul(
        For(lambda: range(count()), lambda n: li(n, count, double)),
        Show(lambda: count() > 1, p(double, title=double)),
        button(double, on_click=lambda: None),
        input(bind_value=count),
    )


def living(kind: type[object]) -> int:
    gc.collect()
    return sum(isinstance(found, kind) for found in gc.get_objects())


def test_no_effect_and_no_edge_is_made():
    count = signal(2)
    seen: list[int] = []

    @component
    def Watched():
        made = computed(lambda: count() + 1)
        return p(made, Everything(count), lambda: seen.append(living(Effect)))

    before = living(Effect), living(Owner)
    render_to_string(Watched())
    assert seen == [before[0]], "no effect lives while the render goes on"
    assert (living(Effect), living(Owner)) == before
    assert not count.observers


def test_the_count_of_live_parts_tells_whether_a_page_needs_a_script():
    count = signal(1)
    assert render_page(p("static", class_="x")).live == 0
    assert render_page(For([1, 2], li)).live == 0
    for node in (p(count), p(title=count), button(on_click=print), Show(count, "x"), For(lambda: [1], str)):
        assert render_page(node).live > 0

    @component
    def Effects():
        effect(lambda: None)
        on_mount(lambda: None)

    assert render_page(Effects()).live == 2


def test_cleanups_run_when_the_render_is_over_and_when_it_fails():
    log: list[str] = []

    @component
    def Cleaned(text: str, fails: bool):
        on_cleanup(lambda: log.append(text))
        return p(1 // (not fails))

    render_to_string(Cleaned("done", False))
    assert log == ["done"]
    try:
        render_to_string(p(Cleaned("failed", True)))
    except ZeroDivisionError:
        log.append("raised")
    assert log == ["done", "failed", "raised"]
    assert current_owner() is None


name = Context("nobody")


@component
def Greeting(wait: Callable[[], object]):
    wait()
    return p("Hello ", name.get())


def page(who: str, wait: Callable[[], object]) -> Any:
    return [Greeting(wait), name.provide(who, Greeting(wait), name.provide(who * 2, Greeting(wait)), Greeting(wait))]


def expected(who: str) -> str:
    return "".join(f"<p>Hello {n}</p>" for n in ("nobody", who, who * 2, who))


def test_threads_that_take_turns_do_not_see_each_other():
    # All threads stand in the same component at the same time, each in its own context.
    barrier = threading.Barrier(THREADS)
    results: dict[str, list[str]] = {}

    def work(who: str) -> None:
        results[who] = [render_to_string(page(who, barrier.wait)) for _ in range(ROUNDS)]

    threads = [threading.Thread(target=work, args=(who,)) for who in "abcdefgh"[:THREADS]]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert results == {who: [expected(who)] * ROUNDS for who in "abcdefgh"[:THREADS]}


def test_one_node_can_be_rendered_in_several_threads():
    node = page("x", lambda: None)
    results: list[str] = []
    threads = [threading.Thread(target=lambda: results.append(render_to_string(node))) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert results == [expected("x")] * THREADS


def test_a_render_inside_of_a_render_is_on_its_own():
    inner: list[str] = []
    node = name.provide(
        "outer", Greeting(lambda: inner.append(render_to_string(page("in", lambda: None)))), Greeting(int)
    )
    assert render_to_string(node) == "<p>Hello outer</p>" * 2
    assert inner == [expected("in")]


def test_tasks_render_in_turns():
    async def work(who: str) -> str:
        parts: list[str] = []
        for _ in range(3):
            parts.append(render_to_string(page(who, lambda: None)))
            await asyncio.sleep(0)
        return "".join(parts)

    async def main() -> list[str]:
        return await asyncio.gather(*map(work, "abc"))

    with ThreadPoolExecutor(1) as executor:  # in this thread a loop of the browser tests may be running
        assert executor.submit(asyncio.run, main()).result() == [expected(who) * 3 for who in "abc"]
