"""Random components in real Chromium: hydrate + updates, mount + updates and the server's final string agree.

`PYUI_FUZZ` is how many are tried; `make fuzz` sets it, and tries others each time.
"""

import json
import os
from typing import Any

from hypothesis import HealthCheck, Phase, example, given, settings
from playwright.sync_api import Page

from pyui import render_to_string
from tests.random_specs import Spec, SpecCase
from tests.spec_strategies import specs

FUZZ = int(os.environ.get("PYUI_FUZZ", "0"))
EXAMPLES = FUZZ or 200


def small(children: list[Any], **others: Any) -> Spec:
    """Returns a component that once failed."""
    first = {"texts": [" b ", "", ""], "lists": [[], []], "flags": [False, False]}
    return {**first, "updates": [], "clicks": [], "early": [], "late": False, "children": children, **others}


SHOWN = ["element", "b", {"title": ["live", 0]}, [["live", 0]]]

# Trusted markup with a mark of pyui's own in a block.
MARK = small([["show", 0, [["raw", "<!--{-->"]], []]])
# An island in an island, taken over when what it shows has changed.
INNER = small([["island", "hover", [["island", "hover", [SHOWN]]]]], updates=[[["text", 0, "a"]]], late=True)
# An island that shows what was entered outside of it before hydration.
ENTERED = small([["input", 0], ["island", "hover", [SHOWN]]], early=[["text", 0, "typed"]])
# A control that is there only when something has been entered in another.
LATER = small([["show", 2, [["input", 0]], [["input", 2]]]], early=[["text", 2, "typed"], ["text", 0, "typed"]])


def test_random_components(harness: Page, harness_console: list[str]) -> None:
    @settings(
        max_examples=EXAMPLES,
        derandomize=not FUZZ,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.explicit, Phase.generate, Phase.shrink],
    )
    @given(specs)
    @example(MARK)
    @example(INNER)
    @example(ENTERED)
    @example(LATER)
    def check_all(spec: Spec) -> None:
        harness_console.clear()
        check(spec, harness)
        assert harness_console == []

    check_all()


def check(spec: Spec, harness: Page) -> None:
    """Checks one component."""
    name = json.dumps(spec)
    # What is entered in an island that is taken over late is newer than the updates before.
    plan = {"early": [] if spec["late"] else spec["early"], "clicks": spec["clicks"], "late": spec["late"]}
    html = render_to_string(SpecCase(spec).node)
    hydrated = harness.evaluate("([name, html, plan]) => cases.hydrate(name, html, plan)", [name, html, plan])
    if not hydrated["entered"]:
        assert hydrated["mutations"] == []
        assert hydrated["unchanged"]
        assert hydrated["same"]
    assert hydrated["counts"]["mismatches"] == 0
    assert hydrated["left"] == {"handlers": 0, "bound": 0}
    plan["early"] = hydrated["entered"]
    mounted = harness.evaluate("([name, plan]) => cases.mount(name, plan)", [name, plan])
    failed = "failed" in "".join(hydrated["states"] + mounted["states"])
    # Islands that are taken over late show old state until then, and miss what failed meanwhile.
    if not spec["late"]:
        assert hydrated["states"] == mounted["states"]
    elif not failed:
        clicks = 1 + len(spec["clicks"])
        assert hydrated["states"][-clicks:] == mounted["states"][-clicks:]
    final = harness.evaluate("html => cases.plain(html)", render_to_string(final_node(spec, hydrated)))
    # A boundary that failed goes on showing its fallback until it is reset, which no final state tells.
    assert hydrated["states"][-1] == final or failed


def final_node(spec: Spec, seen: dict[str, Any]) -> object:
    """Returns the component in its final state, which the server has never seen the others of."""
    case = SpecCase(spec)
    for change in seen["entered"]:
        case.change(*change)
    for update in case.updates:
        update()
    for change in seen["clicked"]:
        case.change(*change)
    return case.node
