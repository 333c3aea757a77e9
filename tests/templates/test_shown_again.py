"""What is shown again in the browser is cloned, and is what it would be: on random source code of components."""

import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, note, settings
from hypothesis import strategies as st

from pyui import Signal, render_to_string, signal
from pyui.errors import PyuiError
from pyui.server._content_model import ContentModelError, check_markup
from pyui.templates import Shipped
from pyui.testing._errors import ReportedError
from pyui.testing._live_page import LivePage
from pyui.testing._plain import plain
from pyui.testing._runtime import UnexpectedNodesError
from pyui.view._node import is_textual
from pyui.view.protocol import OP_TEMPLATE
from tests.templates.conftest import load
from tests.templates.sources import HEADER, PARAMETERS, elements
from tests.templates.test_equivalence import _PRINTED, EXAMPLES, arguments

_CHILDREN = ["live", "fresh", "twice", "s", "n", "'x'", "lambda: s", "lambda: note(live())", "em(live)", "em(s, twice)"]
_ATTRIBUTES = {
    "class_": ("live", "s", "lambda: note(s)", "{'on': live}"),
    "title": ("fresh", "lambda: live() or None", "none", "f'{n}'"),
    "href": ("s", "lambda: s", "live", "'/x'"),
    "on_click": ("act", "lambda: note(1)"),
}


@st.composite
def leaves(draw: st.DrawFn) -> str:
    """An element that can have a shape."""
    tag = draw(st.sampled_from(("a", "div", "em", "p", "article")))
    given = [draw(st.sampled_from(_CHILDREN)) for _ in range(draw(st.integers(1, 3)))]
    names = draw(st.lists(st.sampled_from(sorted(_ATTRIBUTES)), max_size=3, unique=True))
    return f"{tag}({', '.join([*given, *[f'{name}={draw(st.sampled_from(_ATTRIBUTES[name]))}' for name in names]])})"


@st.composite
def modules(draw: st.DrawFn) -> str:
    """A module with a component `Page` that shows parts in all ways, each more than once."""
    first, second, third, fourth = [draw(st.one_of(leaves(), leaves(), elements(0), elements(1))) for _ in range(4)]
    return f"""{HEADER}

@component
def Page({PARAMETERS}):
    local, closed = 'local', None
    fresh = signal('<f>')
    twice = computed(lambda: fresh() * 2)
    def act(event): note(event)
    def reads(): return closed
    def part(): return {first}
    @component
    def Other(): return {second}
    return [part(), div(Other(), "-", Other()), lambda: part() if live() else {third}, Show(live, {fourth})]
"""


def load_shipped(path: Path) -> ModuleType:
    """Imports a file as it ships to the browser."""
    bundle = Shipped("the_templates")
    path.write_bytes(bundle.source(path.read_bytes()))
    templates = ModuleType("the_templates")
    exec(bundle.templates, vars(templates))
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "the_templates", templates)
        return load(path, compiled=False)


# A signal that is printed tells where it was made.
_FILE = re.compile(r"\S+/(?:shipped|written)\.py")

_markups: dict[int, str] = {}  # a runtime lasts for the life of a page, and so does what Python knows of it


def node_of(module: ModuleType, values: dict[str, Any], live: object) -> Any:
    module.log.clear()
    module.shared.clear()
    return module.Page(**values, live=live, sour=module.Sour("w"))


def is_read_as_written(module: ModuleType, values: dict[str, Any]) -> bool:
    """Tells whether a parser reads the page as it is meant; else what it makes of it depends on what comes at once."""
    try:
        for value in ("v", "", ["<x>"]):
            check_markup(render_to_string(node_of(module, values, signal(value))))
    except ContentModelError:
        return False
    except Exception:  # noqa: BLE001 - it fails in the browser as well, where errors are compared
        return True
    return True


def shown(module: ModuleType, values: dict[str, Any], *, hydrates: bool) -> object:
    """Returns what a page shows, and how often its parts ran, before and after changes; or the kind of its error."""
    live: Signal[Any] = signal("v")
    try:
        page = LivePage(render_to_string(node_of(module, values, live)) if hydrates else "")
        page.runtime._markups = _markups
        page.runtime._ops[OP_TEMPLATE] = 2, _markups.__setitem__
        (page.hydrate if hydrates else page.mount)(node_of(module, values, live))
    except Exception as error:  # noqa: BLE001 - whatever a page raises is compared
        return isinstance(error, PyuiError)
    if page.runtime.mismatches:
        return "what a parser reads in another way"
    found: list[object] = [page.counts]
    for value in ("w", "", 1, "v", None, ["<x>"], "v"):
        try:
            page.act(lambda value=value: live.set(value))  # type: ignore[misc]
        except ReportedError:
            found.append("reported")
        except UnexpectedNodesError:
            return [*found, "what a parser reads in another way"]
        # Where live text turns out to be none, all is made the general way: what ran before that runs once more.
        calls = sorted(module.log if is_textual(value) else set(module.log))
        found.append((_FILE.sub("", _PRINTED.sub("", plain(page.root.children))), calls))
        module.log.clear()
    assert page.dispose() == 0
    return found


@settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck), deadline=None)
@given(modules(), arguments)
def check_random_components(tmp_path_factory: pytest.TempPathFactory, source: str, values: dict[str, Any]) -> None:
    folder = tmp_path_factory.mktemp("generated")
    for name in ("written.py", "shipped.py"):
        (folder / name).write_text(source, encoding="utf-8")
    note(source)
    written, shipped = load(folder / "written.py", compiled=False), load_shipped(folder / "shipped.py")
    assume(is_read_as_written(written, values))
    for hydrates in (False, True, False):
        assert shown(shipped, values, hydrates=hydrates) == shown(written, values, hydrates=hydrates)


def test_random_components(tmp_path_factory: pytest.TempPathFactory) -> None:
    """From the second showing on, elements are made of what the first has told."""
    _markups.clear()
    check_random_components(tmp_path_factory)
    assert len(_markups) > EXAMPLES / 20
