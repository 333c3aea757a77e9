"""Compiled and uncompiled code give the same: on random source code of components."""

import linecache
import os
import re
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from pyui.errors import PyuiError
from pyui.html import b
from pyui.reactive import Owner, signal
from pyui.reactive._owner import swap_owner
from pyui.view._recorder import Recorder
from pyui.view._walk import Walk
from tests.templates.conftest import load
from tests.templates.sources import modules

EXAMPLES = int(os.environ.get("PYUI_TEST_EXAMPLES", "150"))


class Recording(Recorder):
    """Writes down what it is told, in order."""

    __slots__ = ("calls",)

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[object] = []

    def element(self, element: Any, dynamic: Any) -> int:
        tag = element.html[1:].split(">")[0].split()[0] if hasattr(element, "html") else element.tag
        self.calls.append(("element", tag))
        super().element(element, dynamic)
        return len(self.calls)

    def attribute(self, element: int, tag: str, name: str, getter: Callable[[], object]) -> object:
        self.calls.append(("attribute", element, tag, name))
        return super().attribute(element, tag, name, getter)

    def text_run(self, element: int | None, holes: list[Any]) -> None:
        self.calls.append(("run", element, len(holes)))

    def open_block(self, binding: Any) -> None:
        self.calls.append("block")


# Nobody promises the class of an element, or an address, which a page can print.
_PRINTED = re.compile(r"(?:[\w.]+ object)? at 0x[0-9a-f]+|(?:Live|Static)?Element\b")


def rendered(node: object, recorder: Recorder) -> tuple[str, list[object], int]:
    owner = Owner(static=True)
    walk, outer = Walk(recorder), swap_owner(owner)
    try:
        html = walk.render(node) + "".join(walk.render_portals())
    finally:
        swap_owner(outer)
        owner.dispose()
    calls = recorder.calls if isinstance(recorder, Recording) else []
    return _PRINTED.sub("", html), calls, recorder.live + owner.live


def outcome(module: ModuleType, make: Callable[[], object], recorder: Recorder) -> object:
    """Returns what a render gives: markup and bindings, or the error and where it was."""
    module.log.clear()
    module.shared.clear()
    try:
        result: object = rendered(make(), recorder)
    except Exception as error:  # noqa: BLE001 - whatever a page raises is compared
        said = str(error) if isinstance(error, PyuiError) else repr(error)
        text = _PRINTED.sub("", said)
        result = (type(error), text, getattr(error, "__notes__", None), last_line(error, module))
    return result, list(module.log)


def of_page(module: ModuleType, values: dict[str, Any], recorder: Recorder) -> object:
    return outcome(module, lambda: module.Page(**values, live=signal("v"), sour=module.Sour("w")), recorder)


def last_line(error: Exception, module: ModuleType) -> int | None:
    trace, line = error.__traceback__, None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == module.__file__:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


texts = st.sampled_from(["", "text", "<&>\"'", "\r\0\xa0é", "x" * 5000])
arguments = st.fixed_dictionaries(
    {
        "s": texts,
        "n": st.sampled_from([0, 7, -1, 2.5, 10**5000]),
        "xs": st.sampled_from([[], ["a", "<b>"], ("t", 1), [None, b("s")], [["deep"]], ["x" * 3000] * 2]),
        "flag": st.booleans(),
        "none": st.none() | st.just("some"),
        "node": st.sampled_from([b("n"), b("x" * 5000), b(signal("live"))]),
    }
)


@settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck), deadline=None)
@given(modules(), st.lists(arguments, min_size=1, max_size=3))
def test_random_components(
    tmp_path_factory: pytest.TempPathFactory, source: str, given_arguments: list[dict[str, Any]]
):
    path = tmp_path_factory.mktemp("generated") / "generated_page.py"
    path.write_text(source, encoding="utf-8")
    linecache.checkcache(str(path))
    note(source)
    plain, compiled = load(path, compiled=False), load(path, compiled=True)
    for values in given_arguments:
        # Who wants to know the bindings gets elements; a page of the server is written without them.
        for kind in (Recording, Recorder, Recorder):
            assert of_page(compiled, values, kind()) == of_page(plain, values, kind())
