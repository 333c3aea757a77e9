"""Random components in real Chromium: hydrate + updates, mount + updates and the server's final string agree.

`PYUI_FUZZ` is how many are tried; `make fuzz` sets it, and tries others each time.
"""

import json
import os
import re
from collections import Counter
from typing import Any

from hypothesis import HealthCheck, Phase, example, given, settings
from playwright.sync_api import Page

from pyui import render_to_string
from tests.random_specs import Spec, SpecCase
from tests.spec_strategies import specs

FUZZ = int(os.environ.get("PYUI_FUZZ", "0"))
EXAMPLES = FUZZ or 200

seen: Counter[str] = Counter()
"""How many components were clicked or entered early through the capture script, and how many could not be compared."""


def small(children: list[Any], **others: Any) -> Spec:
    """Returns a component that once failed."""
    first = {"texts": [" b ", "", ""], "lists": [[], []], "flags": [False, False]}
    nothing = {"updates": [], "clicks": [], "early": [], "captured": False, "late": False}
    return {**first, **nothing, "children": children, **others}


SHOWN = ["element", "b", {"title": ["live", 0]}, [["live", 0]]]

# Trusted markup with a mark of pyui's own in a block.
MARK = small([["show", 0, [["raw", "<!--{-->"]], []]])
# An island in an island, taken over when what it shows has changed.
INNER = small([["island", "hover", [["island", "hover", [SHOWN]]]]], updates=[[["text", 0, "a"]]], late=True)
# An island that shows what was entered outside of it before hydration.
ENTERED = small([["input", 0], ["island", "hover", [SHOWN]]], early=[["text", 0, "typed"]])
# A control that is there only when something has been entered in another.
LATER = small([["show", 2, [["input", 0]], [["input", 2]]]], early=[["text", 2, "typed"], ["text", 0, "typed"]])
# Events before hydration, the last of which takes away what the others were done on.
EARLY = small(
    [["show", 0, [["function", 0, [["button", "x", 0, "c"], ["button", "y", 1, "d"]], None], ["input", 2]], []]],
    texts=["xxxxx", "", ""],
    early=[["text", 2, "typed"], ["click", "y"], ["click", "x"]],
    captured=True,
)
# Something is entered in an island, and then set by a button outside of it.
ORDER = small(
    [["island", "interaction", [["input", 1]]], ["button", "x", 1, ""]],
    early=[["text", 1, "typed"], ["click", "x"]],
    captured=True,
)
# A click on a button that is gone when something is entered after it.
GONE = small(
    [["switch", [[1, [["button", "x", 0, 0]]]], []], ["input", 1], ["input", 0]],
    texts=["", " b ", ""],
    early=[["click", "x"], ["text", 1, "a"]],
    captured=True,
)
# Something is entered in a control that is made anew by what was entered before.
RENEWED = small(
    [["show", 2, [["input", 1], ["input", 2]], [["input", 1]]]],
    texts=["", "", "b"],
    early=[["text", 2, "a"], ["text", 1, "typed"]],
    captured=True,
)
# A control that stands in the place of the one in which something is entered, as soon as that is known.
OTHER = small(
    [["switch", [[0, [["input", 0]]]], [["input", 1]]]],
    texts=[" b ", 2.5, ""],
    early=[["text", 0, "a"]],
    captured=True,
)
# Trusted markup with a comment, in an island that is taken over when it is there at last.
COMMENT = small(
    [["island", "hover", [["show", 0, [["raw", "<!-- c -->"]], []]]]], updates=[[["text", 0, "a"]]], late=True
)
# Islands in rows.
ROWS = small(
    [["rows", 0, 0, "div", [["island", "interaction", [SHOWN]]]]], lists=[[0, 1], []], updates=[[["text", 0, "a"]]]
)


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
    @example(EARLY)
    @example(ORDER)
    @example(GONE)
    @example(RENEWED)
    @example(OTHER)
    @example(COMMENT)
    @example(ROWS)
    def check_all(spec: Spec) -> None:
        harness_console.clear()
        check(spec, harness)
        assert harness_console == []

    check_all()
    print(dict(seen))
    assert seen["early"] > 10 * seen["not comparable"]


def check(spec: Spec, harness: Page) -> None:
    """Checks one component."""
    name = json.dumps(spec)
    plan = {"early": early(spec), "clicks": spec["clicks"], "late": spec["late"], "captured": spec["captured"]}
    plan["pauses"] = len(name) % 2 == 0  # half of them
    html = render_to_string(SpecCase(spec).node)
    hydrated = harness.evaluate("([name, html, plan]) => cases.hydrate(name, html, plan)", [name, html, plan])
    if not hydrated["done"]:
        assert hydrated["mutations"] == []
        assert hydrated["unchanged"]
        assert hydrated["same"]
    assert hydrated["counts"]["mismatches"] == 0
    assert hydrated["left"] == {"handlers": 0, "bound": 0}
    # What was not there before hydration was not done then, even if it comes to be there.
    plan["early"] = [done["action"] for done in hydrated["done"]]
    mounted = harness.evaluate("([name, plan]) => cases.mount(name, plan)", [name, plan])
    if changes(hydrated) != changes(mounted) or not comparable(hydrated["done"], mounted["done"]):
        # Where handlers were there, what was done first has taken away or replaced what the next was done on.
        seen["not comparable"] += 1
        return
    seen["early"] += bool(hydrated["done"] and spec["captured"])
    failed = "failed" in "".join(hydrated["states"] + mounted["states"])
    # Islands are taken over when what was entered elsewhere is known, and miss what failed before.
    islands = '["island", ' in name
    if not spec["late"]:
        same = shown(hydrated["states"], islands) == shown(mounted["states"], islands)
        assert same or (failed and hydrated["done"] and islands)
    elif not failed:  # until then, islands show old state
        clicks = 1 + len(spec["clicks"])
        assert shown(hydrated["states"][-clicks:], islands) == shown(mounted["states"][-clicks:], islands)
    final = harness.evaluate("html => cases.plain(html)", render_to_string(final_node(spec, hydrated)))
    # A boundary that failed goes on showing its fallback until it is reset, which no final state tells.
    assert failed or shown(hydrated["states"][-1:], islands) == shown([final], islands)


def early(spec: Spec) -> Any:
    """Returns what is done before a component is hydrated."""
    # What is entered, not captured, in an island that is taken over late is newer than the updates before.
    return spec["early"] if spec["captured"] or not spec["late"] else []


def changes(seen: dict[str, Any]) -> list[Any]:
    """Returns the changes of signals that what was done early means."""
    return [done["change"] for done in seen["done"]]


def comparable(one: list[Any], other: list[Any]) -> bool:
    """Tells whether what was done early was done on the same controls and buttons, with and without handlers there.

    What is entered before anything is clicked is known at once, whatever becomes of the control.
    """
    clicked = False
    for first, second in zip(one, other, strict=True):
        clicked = clicked or first["action"][0] == "click"
        if clicked and first["place"] != second["place"]:
            return False
    return True


def shown(states: list[str], islands: bool) -> list[str]:
    """Returns states; with islands without comments: who brings one up to date leaves those alone that are no marks."""
    return [re.sub("<!--.*?-->", "", state, flags=re.DOTALL) if islands else state for state in states]


def final_node(spec: Spec, seen: dict[str, Any]) -> object:
    """Returns the component in its final state, which the server has never seen the others of."""
    case = SpecCase(spec)
    for change in changes(seen):
        case.change(*change)
    for update in case.updates:
        update()
    for change in seen["clicked"]:
        case.change(*change)
    return case.node
