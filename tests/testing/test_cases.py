"""The shared cases in the page without a browser, against the server's string."""

import pytest

from pyui import render_to_string
from pyui.testing._html import parse_fragment
from pyui.testing._live_page import LivePage
from pyui.testing._plain import plain
from tests.cases import CASES, PROPERTY_CASES, Case

EVERY = [*CASES, *PROPERTY_CASES]


def states(case: Case, page: LivePage, *, hydrates: bool) -> list[str]:
    """The page after its start and after each update."""
    node, updates = case.make()
    if hydrates:
        page.hydrate(node)
    else:
        page.mount(node)
    found = [plain(page.root.children)]
    for update in updates:
        page.act(update)
        found.append(plain(page.root.children))
    return found


@pytest.mark.parametrize("case", EVERY, ids=lambda case: case.name)
def test_hydrate_changes_nothing_and_disposal_leaves_nothing(case: Case) -> None:
    page = LivePage(render_to_string(case.make()[0]))
    before = page.nodes()
    page.hydrate(case.make()[0])
    assert page.root.mutations == []
    assert page.runtime.mismatches == []
    assert page.nodes() == before
    assert page.dispose() == 0


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_hydrate_mount_and_server_agree(case: Case) -> None:
    hydrated = states(case, LivePage(render_to_string(case.make()[0])), hydrates=True)
    assert states(case, LivePage(), hydrates=False) == hydrated
    node, updates = case.make()
    for update in updates:
        update()
    assert hydrated[-1] == plain(parse_fragment(render_to_string(node)))
