from typing import Any

import dominate.tags  # type: ignore[import-untyped]
import pytest

from pyui import html as tags
from pyui.view._element import ContentError
from pyui.view._tags import SPECIAL, VOID
from tests.view.support import error_of
from tests.view.support import html as rendered

NAMES = [name for name in tags.__all__ if name != "element"]


@pytest.mark.parametrize("name", NAMES)
def test_each_function_makes_its_element(name: str):
    tag = name.rstrip("_")
    make = getattr(tags, name)
    end = "" if tag in VOID else f"</{tag}>"
    assert rendered(make()) == f"<{tag}>{end}"
    assert rendered(make(id="x", class_="c")) == f'<{tag} class="c" id="x">{end}'
    assert rendered(make(id=lambda: "x", class_="c")) == f'<{tag} class="c" id="x" data-p="">{end}'
    assert make.__name__ == tag


@pytest.mark.parametrize("name", [name for name in NAMES if name.rstrip("_") not in VOID])
def test_text_inside(name: str):
    tag = name.rstrip("_")
    assert rendered(getattr(tags, name)("x", 1)) == f"<{tag}>x1</{tag}>"
    assert rendered(getattr(tags, name)("x", lambda: "y")) in (
        f'<{tag} data-p="">xy</{tag}>',
        f"<{tag}>xy</{tag}>",  # inert: noscript and template
    )


@pytest.mark.parametrize("name", sorted(VOID))
def test_nothing_inside_of_void_elements(name: str):
    make: Any = getattr(tags, name)
    error_of(lambda: make("x"), ContentError)


def test_every_element_of_dominate_is_there():
    classes = [thing for thing in vars(dominate.tags).values() if isinstance(thing, type)]
    theirs = {thing.__name__.strip("_") for thing in classes if issubclass(thing, dominate.tags.html_tag)}
    # The first two are no elements, the others are not in the HTML standard any more.
    theirs -= {"html_tag", "comment", "command", "font", "keygen", "menuitem"}
    assert len(theirs) > 90
    assert theirs - {name.rstrip("_") for name in NAMES} == set()


def test_no_element_is_misspelled():
    with pytest.raises(ImportError):
        exec("from pyui.html import dvi")


def test_special_elements_are_void_or_have_a_class():
    assert not VOID & set(SPECIAL)
    assert {"pre", "textarea", "title", "script", "style", "select", "option", "template", "noscript"} <= set(SPECIAL)
