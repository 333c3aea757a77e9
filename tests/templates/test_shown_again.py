"""What is shown again in the browser is cloned, and is what it would be: on random source code of components."""

import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, note, settings

from pyui import Signal, render_to_string, signal
from pyui.errors import PyuiError
from pyui.templates import Shipped
from pyui.testing._live_page import LivePage
from pyui.testing._plain import plain
from tests.templates.conftest import load
from tests.templates.sources import modules
from tests.templates.test_equivalence import _PRINTED, EXAMPLES, arguments


def load_shipped(path: Path) -> ModuleType:
    """Imports a file as it ships to the browser."""
    bundle = Shipped("the_templates")
    path.write_bytes(bundle.source(path.read_bytes()))
    templates = ModuleType("the_templates")
    exec(bundle.templates, vars(templates))
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "the_templates", templates)
        return load(path, compiled=False)


_markups: dict[int, str] = {}  # a runtime lasts for the life of a page, and so does what Python knows of it


def node_of(module: ModuleType, values: dict[str, Any], live: object) -> Any:
    module.log.clear()
    module.shared.clear()
    return module.Page(**values, live=live, sour=module.Sour("w"))


def shown(module: ModuleType, values: dict[str, Any], *, hydrates: bool) -> object:
    """Returns what a page shows, and how often its parts ran, before and after a change; or the kind of its error."""
    live: Signal[Any] = signal("v")
    try:
        if hydrates:
            page = LivePage(render_to_string(node_of(module, values, live)))
            page.runtime._markups.update(_markups)
            page.hydrate(node_of(module, values, live))
            assert page.runtime.mismatches == []
        else:
            page = LivePage()
            page.runtime._markups.update(_markups)
            page.mount(node_of(module, values, live))
    except Exception as error:  # noqa: BLE001 - whatever a page raises is compared
        return isinstance(error, PyuiError)
    found: list[object] = [page.counts]
    for value in ("w", 1, None, ["<x>"], "v"):
        page.act(lambda value=value: live.set(value))  # type: ignore[misc]
        found.append((_PRINTED.sub("", plain(page.root.children)), sorted(module.log)))
    _markups.update(page.runtime._markups)
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
    for hydrates in (False, True, False, False, True):  # the second showing finds out shapes
        assert shown(shipped, values, hydrates=hydrates) == shown(written, values, hydrates=hydrates)


def test_random_components(tmp_path_factory: pytest.TempPathFactory) -> None:
    """From the second showing on, elements are made of what the first has told."""
    _markups.clear()
    check_random_components(tmp_path_factory)
    assert len(_markups) > EXAMPLES / 20
