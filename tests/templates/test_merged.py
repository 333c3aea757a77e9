"""Elements whose values may run code are merged into those around them where all values are strings."""

from types import CodeType, FunctionType, ModuleType

import pytest

from pyui import render_to_string, signal
from pyui.html import b
from tests.templates.test_plain_components import PAGES, Said

__all__ = ["PAGES"]


def constants_of(code: CodeType) -> list[FunctionType]:
    return [constant for constant in code.co_consts if isinstance(constant, FunctionType)]


def twin_of(module: ModuleType) -> FunctionType:
    twin: FunctionType = module.Merged.twin
    return twin


def test_one_template_is_called_where_all_are_strings(compiled: ModuleType) -> None:
    assert render_to_string(compiled.Merged(compiled.Article("t", "x"))) == (
        '<section><p class="title">t</p><em><a href="/">x</a></em><span>t</span></section>'
    )
    assert any(name.endswith("kept") for name in twin_of(compiled).__code__.co_varnames)
    assert [constant.__name__ for constant in constants_of(twin_of(compiled).__code__)].count("settle") == 1


VALUES = ["<t>", "", 7, None, True, 2.5, ["l", "<m>"], ("u",), b("e"), b("x" * 5000), "y" * 5000, 10**5000, object()]


@pytest.mark.parametrize("index", range(len(VALUES)))
@pytest.mark.parametrize("url", ["/x?a&b", "javascript:x", "https://x.org"])
def test_all_is_made_in_its_turn(compiled: ModuleType, plain: ModuleType, index: int, url: str) -> None:
    results: list[object] = []
    for module in (compiled, plain):
        for article in (module.Article(VALUES[index], "x", url), module.Article("t", VALUES[index], url)):
            module.kept.clear()
            try:
                result = render_to_string(module.Merged(article))
            except Exception as error:  # noqa: BLE001 - whatever is raised is compared
                result = f"{type(error)} {str(error).partition('0x')[0]}"
            results.append((result, [*module.kept]))
    assert results[:2] == results[2:]


def test_what_runs_code_and_what_is_live(compiled: ModuleType, plain: ModuleType) -> None:
    results: list[object] = []
    for module in (compiled, plain):
        module.kept.clear()
        html = render_to_string(module.Merged(module.Article(Said(module.kept), signal("live"))))
        results.append((html, [*module.kept]))
    assert results[0] == results[1]
    assert "html" in str(results[0])


def test_a_list_that_changes_is_read_before(compiled: ModuleType, plain: ModuleType) -> None:
    for module in (compiled, plain):
        module.kept.clear()
    pages = [render_to_string(module.Merged(module.Article(module.kept, "x"))) for module in (compiled, plain)]
    assert pages[0] == pages[1]
    assert pages[0].startswith('<section><p class="title">title</p>')


def test_who_looks_at_all_names_sees_those_of_the_source(compiled: ModuleType, plain: ModuleType) -> None:
    pages = [render_to_string(module.Looks(module.Article("t", "x"))) for module in (compiled, plain)]
    assert pages[0] == pages[1]
    assert "<em>x</em>article" in pages[0]


@pytest.mark.parametrize("title", ["t", None, 7, signal("live")])
def test_an_element_may_be_made_where_its_last_value_is_text(
    compiled: ModuleType, plain: ModuleType, title: object
) -> None:
    assert render_to_string(compiled.Carrier(1, title)) == render_to_string(plain.Carrier(1, title))
