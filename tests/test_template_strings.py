"""Template strings: the same cases with stand-ins for those of Python 3.14 here, and with real ones in Pyodide."""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from pyui import component, render_to_string, signal
from pyui.errors import PyuiError
from pyui.server._bundle import make_bundle
from pyui.server._client_assets import runtime_assets
from pyui.template_strings import html
from pyui.view import render_page
from pyui.view._template_parser import TemplateStringError, parse
from tests.template_strings_cases import CASES, ERRORS, names
from tests.view.support import error_of

_PIECES = re.compile(r"««|»»|«(.*?)»", re.DOTALL)


class Hole(NamedTuple):
    """As an interpolation of `string.templatelib`."""

    value: Any
    conversion: str | None = None
    format_spec: str = ""


class Strings(NamedTuple):
    """As a template of `string.templatelib`."""

    strings: tuple[str, ...]
    interpolations: tuple[Hole, ...]


def template(text: str, values: dict[str, Any] | None = None) -> Strings:
    """Makes a stand-in of what `t"…"` makes, with `«…»` for the braces."""
    texts, holes = [""], list[Hole]()
    at = 0
    for found in _PIECES.finditer(text):
        texts[-1] += text[at : found.start()]
        at = found.end()
        if found[1] is None:
            texts[-1] += "{" if found[0] == "««" else "}"
        else:
            holes.append(_hole(found[1], values or {}))
            texts.append("")
    texts[-1] += text[at:]
    return Strings(tuple(texts), tuple(holes))


def _hole(expression: str, values: dict[str, Any]) -> Hole:
    try:
        return Hole(eval(expression.strip(), dict(values)))
    except SyntaxError:
        inner, _, spec = expression.partition(":")
        inner, _, conversion = inner.partition("!")
        return Hole(eval(inner, dict(values)), conversion or None, spec)


@pytest.mark.parametrize("name", CASES)
def test_cases(name: str) -> None:
    text, expected = CASES[name]
    values = names()
    made, same = render_page(html(template(text, values))), render_page(eval(expected, values))
    assert (made.html, made.live) == (same.html, same.live)


@pytest.mark.parametrize("text", ERRORS)
def test_errors(text: str) -> None:
    with pytest.raises(PyuiError) as caught:
        render_to_string(html(template(text, names())))
    assert ERRORS[text] in str(caught.value)


def test_an_error_says_where_and_what_to_do() -> None:
    strings = template("<section><p>«1»</section>")
    error = error_of(lambda: html(strings), TemplateStringError)
    assert "near '<section><p>{…}</section>'" in error.what
    assert error.fix == "Write </p> there."


def test_a_component_that_is_none_is_an_error_of_python() -> None:
    with pytest.raises(TypeError, match="not callable"):
        html(template("<«5»/>"))


def test_values_are_read_anew_and_static_parts_are_shared() -> None:
    @component
    def Page(text: str) -> Any:
        return html(Strings(("<div><p class=x>static</p>", "</div>"), (Hole(text),)))

    pages = [render_to_string(Page(text)) for text in ("a", "b", "a")]
    assert pages == [f'<div><p class="x">static</p>{text}</div>' for text in ("a", "b", "a")]


def test_a_live_value_with_a_format_is_live() -> None:
    count = signal(2.0)
    node = html(Strings(("<p>", "</p>"), (Hole(count, None, ".1f"),)))
    assert render_page(node).live == 1
    count.set(3)
    assert "3.0" in render_to_string(node)


def test_holes_are_numbered_in_order() -> None:
    tags = parse(("<p a=", " ", ">", "<!-- ", " --><b>", "</b></p>"))
    assert isinstance(tags[0], tuple)
    assert tags[0].attributes == [("a", (0,)), (None, (1,))]
    assert tags[0].children[0] == 2
    inner = tags[0].children[1]
    assert isinstance(inner, tuple)
    assert inner.children == [4]


def test_html_refuses_what_is_no_template() -> None:
    wrong: Any = "<p>text</p>"
    assert "t before the quotes" in error_of(lambda: html(wrong), TemplateStringError).fix


_NODE = """
import { readFileSync } from "node:fs";
const [assets, bundle, program] = process.argv.slice(2);
const { loadPyodide } = await import(`${assets}/pyodide.mjs`);
const pyodide = await loadPyodide({ indexURL: assets });
pyodide.unpackArchive(new Uint8Array(readFileSync(bundle)), "zip");
try {
  process.stdout.write(pyodide.runPython(readFileSync(program, "utf8")));
} catch (error) {
  process.stderr.write(error.message); // Node would show a line of Pyodide, which is long
  process.exit(1);
}
"""

_PROGRAM = '''
import json
from string.templatelib import Template
from pyui.errors import PyuiError
from pyui.template_strings import html
from pyui.view import render_page

def real(text):
    return 't"""' + text.replace("\\u00ab", "{").replace("\\u00bb", "}") + '"""'

results = {}
for name, (text, expected) in CASES.items():
    values = names()
    template = eval(real(text), values)
    assert type(template) is Template
    made, same = render_page(html(template)), render_page(eval(expected, values))
    results[name] = [made.html, made.live, same.html, same.live]
for text in ERRORS:
    try:
        results[text] = render_page(html(eval(real(text), names()))).html
    except PyuiError as error:
        results[text] = str(error)
json.dumps(results)
'''


@pytest.fixture(scope="module")
def in_pyodide(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What Pyodide, which is Python 3.14, makes of the cases with template strings of the language's own."""
    if shutil.which("node") is None:
        pytest.skip("Node is missing.")
    folder = tmp_path_factory.mktemp("pyodide")
    (folder / "bundle.zip").write_bytes(make_bundle("tests.sample_app.routes").data)
    cases = Path(__file__).with_name("template_strings_cases.py").read_text(encoding="utf-8")
    (folder / "program.py").write_text(cases + _PROGRAM, encoding="utf-8")
    (folder / "run.mjs").write_text(_NODE, encoding="utf-8")
    assets = next(file.parent for file in runtime_assets().files.values() if file.name == "pyodide.mjs")
    command = ["node", *map(str, (folder / "run.mjs", assets, folder / "bundle.zip", folder / "program.py"))]
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert run.returncode == 0, run.stderr
    found: dict[str, Any] = json.loads(run.stdout)
    return found


@pytest.mark.parametrize("name", CASES)
def test_cases_in_pyodide(in_pyodide: dict[str, Any], name: str) -> None:
    html, live, same_html, same_live = in_pyodide[name]
    assert (html, live) == (same_html, same_live)
    text, _ = CASES[name]
    assert html == render_page(globals()["html"](template(text, names()))).html


@pytest.mark.parametrize("text", ERRORS)
def test_errors_in_pyodide(in_pyodide: dict[str, Any], text: str) -> None:
    assert ERRORS[text] in in_pyodide[text]
