import pytest

from pyui.view import _plan
from pyui.view._attributes import InvalidAttributeError
from pyui.view._plan import BIND, HANDLER, PLAIN, REF, URL, plan_of


def test_attributes_in_the_order_of_their_names_then_the_rest():
    plan = plan_of(("title", "on_click", "ref", "href", "bind_value", "class_", "aria_label"))
    assert [entry[:3] for entry in plan] == [
        ("aria_label", "aria-label", PLAIN),
        ("class_", "class", PLAIN),
        ("href", "href", URL),
        ("title", "title", PLAIN),
        ("bind_value", "bind_value", BIND),
        ("on_click", "click", HANDLER),
        ("ref", "ref", REF),
    ]


def test_an_attribute_may_be_named_like_an_event():
    assert len(plan_of(("click", "on_click"))) == 2


@pytest.mark.parametrize("keywords", [("on_key_down", "on_keydown"), ("for_", "for"), ("data_x", "data-x")])
def test_two_that_mean_the_same(keywords: tuple[str, ...]):
    with pytest.raises(InvalidAttributeError):
        plan_of(keywords)


def test_computed_keywords_do_not_pile_up():
    for number in range(5000):
        plan_of((f"data_plan_{number}",))
    assert len(_plan._plans) <= 4096
    assert plan_of(("data_plan_4999",))[0][1] == "data-plan-4999"
