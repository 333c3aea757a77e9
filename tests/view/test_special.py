from collections.abc import Callable
from typing import Any

import pytest

from pyui import ErrorBoundary, For, Portal, Show, component, effect, element, on_mount, raw, signal
from pyui import svg as s
from pyui.html import (
    b,
    body,
    div,
    head,
    html,
    iframe,
    noscript,
    optgroup,
    option,
    p,
    pre,
    script,
    select,
    style,
    template,
    textarea,
    title,
)
from pyui.testing._html import reparsed
from pyui.view import Element, render_page
from pyui.view._attributes import InvalidAttributeError
from pyui.view._element import ContentError
from tests.view.support import error_of, live
from tests.view.support import html as rendered

LINE = signal("\nx")
PLAIN = signal("x")


@component
def Line():
    return "\nx"


@pytest.mark.parametrize(
    ("children", "inner"),
    [
        ((), ""),
        (("x",), "x"),
        (("\nx",), "\n\nx"),
        (("\n\nx",), "\n\n\nx"),
        (("\n",), "\n\n"),
        (("", "\nx"), "\n\nx"),
        ((None, ["\n"], "x"), "\n\nx"),
        (("x\n", "\ny"), "x\n\ny"),
        (("\r\nx",), "&#13;\nx"),
        ((b("\nx"),), "<b>\nx</b>"),
        ((b("x"), "\n"), "<b>x</b>\n"),
        (("\n", b("x")), "\n\n<b>x</b>"),
        ((raw("\nx"),), "\n\nx"),
        ((raw(""), "\nx"), "\n\nx"),
        ((Line(),), "\n\nx"),
        ((Show(True, "\nx"),), "\n\nx"),
        ((lambda: "\nx", b("y")), "<!--t-->\nx<b>y</b>"),
        ((Show(lambda: True, "\nx"),), "<!--[-->\nx<!--]-->"),
    ],
)
def test_the_first_line_feed_of_pre_is_written_twice(children: tuple[Any, ...], inner: str):
    for tag in ("pre", "listing"):
        assert rendered(element(tag)(*children)) == f"<{tag}>{inner}</{tag}>"
    assert rendered(div(pre(*children), "end")) == f"<div><pre>{inner}</pre>end</div>"
    assert reparsed(rendered(pre(*children))) == rendered(pre(*children))


def test_live_text_in_pre():
    assert rendered(pre(LINE)) == '<pre data-p="">\n\nx</pre>'
    assert rendered(pre(PLAIN)) == '<pre data-p="">x</pre>'
    assert rendered(pre("\n", PLAIN)) == '<pre data-p="">\n\nx</pre>'


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (textarea("\n<b>&"), "<textarea>\n\n&lt;b&gt;&amp;</textarea>"),
        (textarea(), "<textarea></textarea>"),
        (textarea("a", 1, None), "<textarea>a1</textarea>"),
        (textarea(LINE), '<textarea data-p="">\n\nx</textarea>'),
        (textarea(lambda: None), '<textarea data-p=""></textarea>'),
        (textarea("a", lambda: True, "b"), '<textarea data-p="">ab</textarea>'),
        (title("a < ", PLAIN), '<title data-p="">a &lt; x</title>'),
        (title("\nx"), "<title>\nx</title>"),
        (textarea(bind_value=LINE, rows=2), '<textarea rows="2" data-p="input :value">\n\nx</textarea>'),
        (textarea(bind_value=signal("")), '<textarea data-p="input :value"></textarea>'),
        (textarea(bind_value=signal(None)), '<textarea data-p="input :value"></textarea>'),
        (textarea(bind_value=signal("</textarea>")), '<textarea data-p="input :value">&lt;/textarea&gt;</textarea>'),
    ],
)
def test_elements_that_hold_text_alone(node: Any, expected: str):
    assert rendered(node) == expected


@pytest.mark.parametrize("make", [textarea, title, script, style])
@pytest.mark.parametrize("child", [b("x"), Line(), raw("<b>"), Show(lambda: True, "x"), ["a", b("x")]])
def test_nothing_else_is_accepted_there(make: Any, child: Any):
    assert "text alone" in error_of(lambda: make(child), ContentError).fix


@pytest.mark.parametrize("value", [b("x"), ["x"], object(), print])
def test_nor_what_a_function_returns(value: Any):
    assert "<title>" in error_of(lambda: rendered(title(lambda: value)), ContentError).what
    error_of(lambda: rendered(textarea("a", lambda: value)), ContentError)


@pytest.mark.parametrize("tag", ["script", "style", "xmp", "iframe", "noembed", "noframes"])
def test_raw_text(tag: str):
    make = element(tag)
    text = "if (a < b && c > d) { e('\"\\u00a0') } // </other>"
    assert rendered(make(text)) == f"<{tag}>{text}</{tag}>"
    assert rendered(make("a < ", 1)) == f"<{tag}>a < 1</{tag}>"
    assert rendered(make("a < ", PLAIN, " > b")) == f'<{tag} data-p="">a < x > b</{tag}>'
    assert rendered(make()) == f"<{tag}></{tag}>"
    assert reparsed(rendered(make(text))) == rendered(make(text))


@pytest.mark.parametrize("tag", ["script", "style", "xmp", "iframe"])
@pytest.mark.parametrize("bad", ["</{}>", "</{} ", "a</{}", "<!--", "<!-- <script>"])
def test_raw_text_that_would_end_too_early(tag: str, bad: str):
    make = element(tag)
    for text in (bad.format(tag), bad.format(tag.upper())):
        bound: Any = signal(text)
        with pytest.raises(ContentError):
            make(text)
        with pytest.raises(ContentError):
            rendered(div(make("a", bound)))
    text = bad.format(tag)
    assert f"<{tag}>" in error_of(lambda: make(text), ContentError).what
    error_of(lambda: rendered(make(lambda: text)), ContentError)


def test_raw_text_of_svg_is_escaped_as_the_parser_reads_it():
    assert rendered(s.style("a < b")) == "<style>a &lt; b</style>"
    assert rendered(s.script("a < b")) == "<script>a &lt; b</script>"
    assert rendered(s.title(b("x"))) == "<title><b>x</b></title>"


def test_frames_take_attributes():
    assert rendered(iframe(src="/x")) == '<iframe src="/x"></iframe>'
    error_of(lambda: script("x", title=["y"]), InvalidAttributeError)


@pytest.mark.parametrize("make", [noscript, template])
def test_nothing_lives_where_no_script_reaches(make: Any):
    node = make(
        p("n ", PLAIN, title=PLAIN, on_click=print),
        PLAIN,
        lambda: b("x"),
        Show(PLAIN, "shown"),
        For(lambda: [1, 2], p),
        For(lambda: [3], lambda n: [b(n), "t"]),
        ErrorBoundary(Line(), lambda: 1 // 0, fallback="failed"),
        raw("<!--t--><i data-p=''></i>"),
        class_="c",
    )
    tag = rendered(make())[1:-1].split(">")[0]
    assert rendered(node) == (
        f'<{tag} class="c"><p title="x">n x</p>x<b>x</b>shown<p>1</p><p>2</p><b>3</b>tfailed'
        f"<!--t--><i data-p=''></i></{tag}>"
    )
    assert live(node) == 0


@pytest.mark.parametrize("make", [noscript, template])
def test_a_portal_from_there_leads_nowhere(make: Any):
    assert "lost" not in rendered(make("x", Portal("lost")))


def test_the_element_itself_can_live():
    assert rendered(template("x", title=PLAIN)) == '<template title="x" data-p="">x</template>'


CHOICES = (option("a"), option(" b  c "), option("C", value="c"), option("d", value=3), option("e", selected=True))


@pytest.mark.parametrize(
    ("value", "selected"),
    [
        ("a", ["a"]),
        ("b c", [" b  c "]),
        ("c", ["C"]),
        ("C", []),
        ("3", ["d"]),
        (3, ["d"]),
        ("none of them", []),
        ("", []),
        (None, []),
        (["a", "c"], ["a", "C"]),
        (("a", 3), ["a", "d"]),
        ({"a"}, ["a"]),
        ([], []),
    ],
)
def test_a_bound_select_tells_its_options(value: object, selected: list[str]):
    markup = rendered(select(*CHOICES, bind_value=signal(value), id="s"))
    assert markup.startswith('<select id="s" data-p="change :value"><option')
    assert [text for text in ("a", " b  c ", "C", "d", "e") if f'selected="selected">{text}<' in markup] == selected


def test_options_deep_inside():
    @component
    def Options():
        return For(lambda: "ab", lambda value: option(value.upper(), value=value))

    chosen = signal("b")
    node = select(optgroup(Options(), label="g"), Show(lambda: True, option("b")), bind_value=chosen)
    assert rendered(node).count('selected="selected"') == 2


def test_a_select_that_is_not_bound_leaves_its_options_alone():
    assert rendered(select(option("a", selected=True), option("b"))) == (
        '<select><option selected="selected">a</option><option>b</option></select>'
    )
    two = div(select(option("a"), bind_value=signal("a")), select(option("a")), option("a"))
    assert rendered(two).count('selected="selected"') == 1


def test_a_select_that_fails_leaves_its_scope():
    def fail() -> object:
        raise ValueError("on purpose")

    broken = select(option("a"), fail, bind_value=signal("a"))
    assert "selected" not in rendered(div(ErrorBoundary(broken, fallback="f"), option("a")))


def test_a_whole_document():
    page = html(head(title("t")), body(p("x")), lang="en")
    assert rendered(page) == '<html lang="en"><head><title>t</title></head><body><p>x</p></body></html>'


@pytest.mark.parametrize(
    ("choice", "chosen"),
    [
        (lambda: option("v", value=lambda: "y"), True),
        (lambda: option(lambda: "y"), True),
        (lambda: option("y", value=None), True),
        (lambda: option("y", value="n"), False),
    ],
)
def test_options_of_a_bound_select(choice: Callable[[], Element], chosen: bool):
    assert ("selected" in rendered(select(choice(), bind_value=signal("y")))) is chosen


def test_effects_in_inert_content_do_not_count():
    @component
    def Inner() -> object:
        effect(lambda: None)
        on_mount(lambda: None)
        return p("x")

    assert render_page(div(noscript(Inner()), template(Inner()))).live == 0
