import pytest

from pyui import svg
from pyui.html import div, p
from pyui.html import svg as html_svg
from pyui.view import Element
from tests.view.support import html

VIEW_BOX = {"viewBox": "0 0 1 1"}


@pytest.mark.parametrize("name", svg.__all__)
def test_each_function_makes_its_element(name: str):
    make = getattr(svg, name)
    assert html(make()) == f"<{name}></{name}>"
    assert html(make("a < b", make(id="x"))) == f'<{name}>a &lt; b<{name} id="x"></{name}></{name}>'
    assert html(make(id=lambda: "x")) == f'<{name} id="x" data-p=""></{name}>'
    assert make.__name__ == name


def test_names_and_attributes_keep_their_letters():
    picture = svg.svg(
        svg.linearGradient(svg.stop(offset="5%", stop_color="red"), id="g", gradientUnits="userSpaceOnUse"),
        svg.foreignObject(p("html")),
        svg.use(xlink_href="#g"),
        **VIEW_BOX,
    )
    assert html(picture) == (
        '<svg viewBox="0 0 1 1"><linearGradient gradientUnits="userSpaceOnUse" id="g">'
        '<stop offset="5%" stop-color="red"></stop></linearGradient>'
        '<foreignObject><p>html</p></foreignObject><use xlink:href="#g"></use></svg>'
    )


def test_both_modules_have_svg_itself():
    assert html(html_svg(svg.g(), **VIEW_BOX)) == html(svg.svg(svg.g(), viewbox="0 0 1 1"))
    assert isinstance(div(html_svg()), Element)


def test_no_element_is_misspelled():
    with pytest.raises(ImportError):
        exec("from pyui.svg import circel")
