"""The source that ships: what becomes a template, that nothing moves a line, and that it makes the same."""

import ast
import sys
import textwrap
import traceback
from types import ModuleType
from typing import Any

import pytest

from pyui.templates import Shipped
from pyui.view import render_to_string


def shipped(source: str) -> tuple[str, str]:
    """Returns the source of a module as it ships, and that of the templates."""
    bundle = Shipped("the_templates")
    return bundle.source(textwrap.dedent(source).encode()).decode(), bundle.templates


def run(source: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Runs a module as it ships; returns its names."""
    text, templates = shipped(source)
    module = ModuleType("the_templates")
    exec(templates, vars(module))
    monkeypatch.setitem(sys.modules, "the_templates", module)
    names: dict[str, Any] = {}
    exec(compile(text, "user.py", "exec"), names)
    return names


HEAD = "from pyui import html as h, signal\nfrom pyui.html import a, br, div as block, li, p\n"


@pytest.mark.parametrize(
    "body",
    [
        "def f(x):\n    return p(x)",
        "f = lambda x: p(x, class_='k', title=x)",
        "def f(x):\n    return block(\n    p(x),  # why\n    h.p('a', x),\n    title=(\n        x\n        ),\n)",
        "def f(x):\n    def g():\n        return li(x)\n    return block(g(), *[])",
        "def f(x):\n    return block([li(y) for y in (x, x)], (li(y) for y in (x,)))",
        "def f(x):\n    return block(lambda: p(x), li((lambda: p(x))()))",
        "def f(x):\n    return block((y := x), p(y))",
        'def f(x):\n    return block("""\n  long\n""", f"{x} {x!r}", """\n{}\n""".format(x))',
        "def f(x):\n    return block(p(x, data_id=1), br(), p(None), p(True), {}.get(1), title='é' + x)",
        "class C:\n    def m(self, x):\n        return p(x)\nf = C().m",
    ],
)
def test_makes_the_same(body: str, monkeypatch: pytest.MonkeyPatch) -> None:
    source = HEAD + body
    text, _ = shipped(source)
    assert "_template_" in text
    assert text.count("\n") == source.count("\n")
    plain: dict[str, Any] = {}
    exec(source, plain)
    compiled = run(source, monkeypatch)
    for value in ("text", "<&>", 3, None, ["a", 4], signal_of(5)):
        assert outcome(compiled["f"], value) == outcome(plain["f"], value)


def outcome(function: Any, value: object) -> str:
    """What a function makes, or the error that it raises."""
    try:
        return render_to_string(function(value))
    except Exception as error:  # noqa: BLE001 - whatever it raises is the outcome
        return repr(error)


def signal_of(value: object) -> object:
    from pyui import signal

    return signal(value)


@pytest.mark.parametrize(
    "body",
    [
        "def f(x, p):\n    return p(x)",  # another p
        "def f(x):\n    p = block\n    return p(x)",
        "def f(x):\n    return p(*x)",
        "def f(x):\n    return p(**x)",
        "def f(x):\n    return p('static')",
        "def f(x):\n    return p(x, ref=x)",
        "def f(x):\n    return h.input(bind_value=x)",
        "def f(x):\n    return br(x)",
        "def f(x):\n    return h.pre(x)",  # a parser treats it in a way of its own
        "def f(x):\n    return f'{(lambda: p(x))()}'",
        "def f(x):\n    made = p(x)\n    return made",
        "p = p\ndef f(x):\n    return p(x)",
        "def g():\n    global p\n    p = 1\ndef f(x):\n    return p(x)",
        "def f(x):\n    return p(x, onclick='bad')",
    ],
)
def test_left_alone(body: str) -> None:
    text, _ = shipped(HEAD + body)
    assert text == HEAD + body


@pytest.mark.parametrize(
    ("source", "first"),
    [
        ('"""Doc."""\nfrom pyui.html import p\nf = lambda x: p(x)\n', '"""Doc."""; from the_templates import'),
        ("from pyui.html import p\nf = lambda x: p(x)\n", "from the_templates import _template_0; from pyui"),
        (
            "# comment\nfrom pyui.html import p\nf = lambda x: p(x)\n",
            "from the_templates import _template_0; # comment",
        ),
        ("\nfrom pyui.html import p\nf = lambda x: p(x)\n", "from the_templates import _template_0\n"),
    ],
)
def test_the_import_moves_no_line(source: str, first: str) -> None:
    text, _ = shipped(source)
    assert text.startswith(first)
    assert text.count("\n") == source.count("\n")
    ast.parse(text)


def test_behind_the_future() -> None:
    text, _ = shipped('"""Doc."""\nfrom __future__ import annotations\nfrom pyui.html import p\nf = lambda x: p(x)\n')
    assert text.splitlines()[1] == "from __future__ import annotations; from the_templates import _template_0"
    compile(text, "user.py", "exec")


def test_a_traceback_shows_the_users_line(monkeypatch: pytest.MonkeyPatch) -> None:
    names = run(HEAD + "def f(x):\n    return block(\n        p(x),\n        title=1 / x,\n    )", monkeypatch)
    with pytest.raises(ZeroDivisionError) as caught:
        names["f"](0)
    assert traceback.extract_tb(caught.value.__traceback__)[-1].lineno == 6


@pytest.mark.parametrize("source", ["def f(:", "\udcff".encode("utf-8", "surrogateescape").decode("latin-1"), ""])
def test_what_is_no_module_is_left_alone(source: str) -> None:
    assert shipped(source)[0] == source
