from pyui import Ref
from pyui.html import p
from tests.view.support import html


def test_a_ref_is_empty_on_the_server():
    ref = Ref()
    assert html(p("x", ref=ref)) == '<p data-p="">x</p>'
    assert ref.current is None


def test_a_ref_finds_its_node_each_time():
    ref, found = Ref(), ["first", "second"]
    ref.attach(lambda: found.pop(0))
    assert (ref.current, ref.current) == ("first", "second")
    ref.attach(None)
    assert ref.current is None
