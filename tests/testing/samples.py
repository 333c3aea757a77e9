"""Components that keep the contract, and one for each way to break it. Ships to the browser."""

import itertools
import random as standard
from typing import Any

from pyui import (
    Island,
    Ref,
    component,
    is_server,
    locale,
    now,
    on_mount,
    random,
    signal,
    skip_hydration,
    time_zone,
    unique_id,
    uuid4,
)
from pyui.html import button, div, h1, input, label, li, output, p, ul
from pyui.view import Node

COUNT = itertools.count()
TAGS = {"alpha", "beta", "gamma", "delta", "epsilon", "zeta"}


@component
def Counter(start: int = 0, tags: frozenset[str] = frozenset()) -> Node:
    count = signal(start)
    return div(
        h1("Counter"),
        output(count),
        button("Add one", on_click=lambda: count.update(lambda number: number + 1)),
        ul([li(tag) for tag in sorted(tags)]),
    )


@component
def Static() -> Node:
    return p("nothing live")


@component
def Settled() -> Node:
    """Uses all that is the same on both sides."""
    live, name = signal(0), unique_id()
    values = [now(), now(time_zone()), random().random(), random().choice(range(1000)), uuid4(), locale()]
    return div(
        label("Name", for_=name),
        input(id=name, value=str(random().getrandbits(64))),
        [p(str(value)) for value in values],
        p(live),
    )


@component
def InSetOrder() -> Node:
    return ul([li(tag) for tag in TAGS])


@component
def HoldsSetOrder() -> Node:
    live = signal(0)
    return div(p("before"), Counter(), InSetOrder(), p(live))


@component
def DrawsAnother() -> Node:
    live = signal(0)
    return p(standard.random(), live)


@component
def Counts() -> Node:
    live = signal(0)
    return p(f"{next(COUNT)} ", live)


@component
def DiffersInTheBrowser() -> Node:
    live = signal("live")
    return div(p("on the server" if is_server() else "in the browser"), live)


@component
def ChangesAtOnce() -> Node:
    count = signal(0)
    on_mount(lambda: count.set(1))
    return p(count)


@component
def FailsAtOnce() -> Node:
    live = signal(0)
    on_mount(lambda: fail("on purpose"))
    return p(live)


def fail(message: str) -> None:
    raise ValueError(message)


@component
def WrongNesting() -> Node:
    live = signal(0)
    return div(p(div("a block")), live)


@component
def ReplacesANode() -> Node:
    """Does by hand what the binder never does."""
    ref: Ref = Ref()

    def replace() -> None:
        element: Any = ref.current
        element.innerHTML = "<b>another</b>"

    on_mount(replace)
    return p("text ", button("live", on_click=lambda: None), ref=ref)


@component
def Islands() -> Node:
    """Islands, one in the other, and a part that is left alone, with ids and random numbers in each."""
    count = signal(0)
    return div(
        Island(p(count, id=unique_id()), Island(Counter(), p(str(random().random())), hydrate="hover"), hydrate="idle"),
        skip_hydration(p(str(random().random()), id=unique_id())),
        p(str(random().random()), id=unique_id()),
        button("Add one", on_click=lambda: count.update(lambda number: number + 1)),
    )


@component
def IslandThatDiffers() -> Node:
    return div(p(signal(0)), Island(DiffersInTheBrowser(), hydrate="idle"))
