"""What is compiled, and that nobody can tell."""

import ast
import inspect
import os
import subprocess
import sys
import threading
import traceback
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any

import pytest

from pyui import render_to_string
from pyui.errors import PyuiError
from pyui.html import b
from pyui.templates import compile_functions, suspended
from pyui.templates._live_element import LiveElement
from pyui.view._element import StaticElement
from tests.templates.conftest import PAGES, component_functions, load

ROOT = Path(__file__).parents[2]


def templates_of(code: CodeType) -> list[FunctionType]:
    """The template functions and twins that a code calls."""
    found: list[FunctionType] = []
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            found += templates_of(constant)
        elif isinstance(constant, FunctionType) and constant.__name__.startswith("template"):
            found.append(constant)
    return found


def same(make: Callable[[ModuleType], object], plain: ModuleType, compiled: ModuleType) -> str:
    expected = render_to_string(make(plain))
    assert render_to_string(make(compiled)) == expected
    return expected


@pytest.mark.parametrize("name", ["tags", "place", "nested", "Card", "Dotted", "Fails", "FailsItself", "Made", "Live"])
def test_these_are_compiled(name: str, compiled: ModuleType, plain: ModuleType):
    for module, expected in ((compiled, True), (plain, False)):
        value = getattr(module, name)
        assert bool(templates_of(getattr(value, "function", value).__code__)) is expected


def test_methods_and_wrapped_functions_are_compiled(compiled: ModuleType):
    assert templates_of(compiled.Box.make.__code__)
    assert not templates_of(compiled.decorated.__code__)  # what it wraps is out of reach


def test_pages_are_the_same(plain: ModuleType, compiled: ModuleType):
    html = same(lambda module: module.Card("<t>", ["a", "b & c"]), plain, compiled)
    assert html == (
        '<div id="c&lt;t&gt;"><p class="title">&lt;t&gt;</p><ul class="tags"><li>a</li><li>b &amp; c</li></ul>'
        '<em title="named">&lt;t&gt;</em><em title="default">&lt;t&gt;</em><br></div>'
    )
    for text in ("x", "\r\0\xa0", b("e"), 5, None, ["l", 1], 2.5):
        same(lambda module, text=text: module.Dotted(text), plain, compiled)  # type: ignore[misc]
        same(lambda module, text=text: module.Made(text), plain, compiled)  # type: ignore[misc]
        same(lambda module, text=text: module.Live(text), plain, compiled)  # type: ignore[misc]
    assert same(lambda module: module.Box().make("x"), plain, compiled) == '<div class="box">x</div>'


def test_static_elements_are_made(compiled: ModuleType):
    assert type(compiled.Card.function("t", ["a"])) is StaticElement
    assert type(compiled.tags(["a"])) is StaticElement


def test_deep_trees_are_not_copied_on_each_level(plain: ModuleType, compiled: ModuleType):
    same(lambda module: module.nested(300), plain, compiled)
    assert type(compiled.nested(20)) is StaticElement
    assert StaticElement not in {type(compiled.nested(300)), type(plain.nested(300))}


@pytest.mark.parametrize("name", ["div", "p", "tags"])
def test_a_name_that_means_something_else_by_now(name: str, plain: ModuleType, compiled: ModuleType):
    for module in (plain, compiled):
        setattr(module, name, lambda *children, **attributes: [name, *children, *attributes])
    assert f">{name}" in "<>" + same(lambda module: module.Card("t", ["a"]), plain, compiled)


def test_an_attribute_of_a_module_that_is_replaced(compiled: ModuleType, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("pyui.html.b", lambda text: f"own {text}")
    assert render_to_string(compiled.Dotted("x")) == "<div>own x</div>"


def test_arguments_of_helpers_are_checked_as_before(plain: ModuleType, compiled: ModuleType):
    compiled.place.__kwdefaults__["by"] = plain.place.__kwdefaults__["by"] = "changed"
    assert 'title="changed"' in same(lambda module: module.Card("t", []), plain, compiled)


def test_the_source_is_what_was_written(plain: ModuleType, compiled: ModuleType):
    assert inspect.getsource(compiled.Card.function) == inspect.getsource(plain.Card.function)
    assert inspect.signature(compiled.place) == inspect.signature(plain.place)
    assert compiled.Card.function.__code__.co_varnames == plain.Card.function.__code__.co_varnames
    assert set(vars(compiled)) == set(vars(plain))


def lines_of(code: CodeType) -> set[int]:
    found = {line for _, _, line in code.co_lines() if line}
    return found.union(*(lines_of(inner) for inner in code.co_consts if isinstance(inner, CodeType)))


def test_code_covers_the_same_lines(plain: ModuleType, compiled: ModuleType):
    for before, after in zip(component_functions(plain), component_functions(compiled), strict=True):
        assert lines_of(before.__code__) == lines_of(after.__code__)


def test_a_tracer_sees_the_same_statements():
    # A line in the middle of an element call that holds but constants is in the template, and not seen.
    tree = ast.parse(PAGES.read_text(encoding="utf-8"))
    statements = {node.lineno for node in ast.walk(tree) if isinstance(node, ast.stmt)}
    before, after = traced(compiled=False), traced(compiled=True)
    assert after < before
    assert after & statements == before & statements != set()


def traced(*, compiled: bool) -> set[int]:
    """Returns the lines that are seen by who is there when the module is compiled, as debuggers and coverage are."""
    seen: set[int] = set()

    def tracer(frame: Any, event: str, argument: object) -> Any:
        if frame.f_code.co_filename == str(PAGES):
            seen.add(frame.f_lineno)
            return tracer
        return None

    before = sys.gettrace()
    sys.settrace(tracer)
    try:
        module = load(PAGES, compiled=compiled)
        seen.clear()
        render_to_string(module.Card("t", ["a"]))
        render_to_string(module.Live("t"))
    finally:
        sys.settrace(before)
    return seen


@pytest.mark.parametrize("value", [object(), b"bytes"])
def test_an_error_is_at_the_line_of_the_element(value: object, plain: ModuleType, compiled: ModuleType):
    errors: list[PyuiError] = []
    for module in (plain, compiled):
        with pytest.raises(PyuiError) as caught:
            render_to_string(module.Fails(value))
        errors.append(caught.value)
        last = [frame for frame in traceback.extract_tb(caught.value.__traceback__) if frame.filename == str(PAGES)][-1]
        assert (last.name, last.line) == ("Fails", "p(")
    assert str(errors[0]) == str(errors[1])
    assert errors[0].where == errors[1].where


def test_an_error_of_the_users_own_code_has_its_line(compiled: ModuleType):
    with pytest.raises(ValueError, match="on purpose") as caught:
        render_to_string(compiled.FailsItself())
    frames = [frame for frame in traceback.extract_tb(caught.value.__traceback__) if frame.filename == str(PAGES)]
    assert [frame.line for frame in frames] == ["p(missing()),", 'raise ValueError("on purpose")']


def test_a_function_whose_code_somebody_changed_is_left_alone(tmp_path: Path):
    file = tmp_path / "changed.py"
    text = PAGES.read_text(encoding="utf-8")
    file.write_text(text, encoding="utf-8")
    module = load(file, compiled=False)
    file.write_text(text.replace('class_="tags"', 'class_="other"'), encoding="utf-8")
    os.utime(file, (1, 1))
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, module.__name__, module)
        compile_functions(component_functions(module))
    assert not templates_of(module.tags.__code__)
    assert templates_of(module.Card.function.__code__)
    assert 'class="tags"' in render_to_string(module.Card("t", ["a"]))


@pytest.mark.parametrize("text", ["def broken(", "x = '\0'", ""])
def test_a_file_that_is_no_source_any_more(text: str, tmp_path: Path):
    file = tmp_path / "broken.py"
    file.write_text(PAGES.read_text(encoding="utf-8"), encoding="utf-8")
    module = load(file, compiled=False)
    file.write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, module.__name__, module)
        compile_functions(component_functions(module))
    assert not templates_of(module.Card.function.__code__)


def test_many_threads_at_once():
    module = load(PAGES, compiled=False)
    start, found = threading.Barrier(4), set[str]()

    def work() -> None:
        start.wait()
        compile_functions(component_functions(module))
        found.add(render_to_string(module.Card("t", ["a"])))

    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, module.__name__, module)
        threads = [threading.Thread(target=work) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert len(found) == 1
    assert templates_of(module.Card.function.__code__)


def python(script: str, **environment: str) -> str:
    variables = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    run = subprocess.run([sys.executable, "-c", script], env=variables, capture_output=True, text=True, check=True)
    return run.stdout.strip()


SWITCH = """
from pyui import render_to_string
from tests.templates.pages import Card, tags
before = tags.__code__
render_to_string(Card("t", ["a"]))
print(tags.__code__ is before)
"""


@pytest.mark.parametrize(("value", "left_alone"), [("0", "True"), ("1", "False"), ("", "False")])
def test_the_switch(value: str, left_alone: str):
    assert python(SWITCH, PYUI_COMPILE=value) == left_alone


def test_importing_pyui_imports_no_compiler():
    script = "import sys, pyui; print([name for name in ('ast', 'pyui.templates') if name in sys.modules])"
    assert python(script) == "[]"


def test_modules_that_a_compiled_module_uses_are_compiled_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "used_helpers.py").write_text("from pyui.html import p\ndef helper(x): return p(x)\n", encoding="utf-8")
    text = "import used_helpers\nfrom pyui import component\nfrom pyui.html import div\n"
    text += "@component\ndef Page(): return div(used_helpers.helper('x'))\n"
    (tmp_path / "using_page.py").write_text(text, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    page, helpers = import_module("using_page"), import_module("used_helpers")
    assert render_to_string(page.Page()) == "<div><p>x</p></div>"
    assert templates_of(page.Page.function.__code__)
    assert templates_of(helpers.helper.__code__)
    monkeypatch.delitem(sys.modules, "using_page")
    monkeypatch.delitem(sys.modules, "used_helpers")


def test_components_write_markup_without_an_element_between(compiled: ModuleType):
    assert compiled.Card.twin("t", ["\xa0"]) == render_to_string(compiled.Card("t", ["\xa0"]))
    assert type(compiled.Live.twin("t")) is LiveElement


def test_templates_can_be_suspended(compiled: ModuleType):
    function, twin, html = compiled.Card.function, compiled.Card.twin, render_to_string(compiled.Card("t", ["a"]))
    before = function.__code__
    with suspended():
        assert not templates_of(function.__code__)
        assert twin.__code__ == function.__code__
        assert render_to_string(compiled.Card("t", ["a"])) == html
    assert function.__code__ is before
    assert render_to_string(compiled.Card("t", ["a"])) == html
