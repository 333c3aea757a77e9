from functools import partial
from typing import Any

import pytest

from pyui import For, Show, component, signal
from pyui._location import Location
from pyui.html import b, div, li, p, span, ul
from pyui.view import Child, Component
from pyui.view._component import ComponentCall, ComponentError
from pyui.view._node import InvalidChildError
from tests.reactive.support import here
from tests.view.support import error_of, html, live, notes


@component
def Card(title: str, /, *children: Child, level: int = 1, open: bool = False) -> object:
    """A card."""
    return div(b(title), *children, data_level=level, hidden=not open)


@component
def Strict(a: int, b: int = 2, *, c: int, d: int = 4) -> object:
    return f"{a}{b}{c}{d}"


@component
def Loose(*args: Any, **kwargs: Any) -> object:
    return [args, sorted(kwargs)]


@component
def Fails(text: str = "on purpose") -> object:
    raise ValueError(text)


# What a type checker would refuse.
card: Any = Card
strict: Any = Strict
nothing: Any = component(lambda: 1)


def test_arguments():
    assert html(Card("t")) == '<div data-level="1" hidden="hidden"><b>t</b></div>'
    assert html(Card("t", "x", p("y"), level=2, open=True)) == '<div data-level="2"><b>t</b>x<p>y</p></div>'
    assert html(Strict(1, c=3)) == html(Strict(c=3, a=1)) == html(Strict(1, 2, c=3, d=4)) == "1234"
    assert html(Loose(1, 2, z=1, a=2)) == "12az"
    assert html(Loose()) == ""


@pytest.mark.parametrize(
    ("make", "problem"),
    [
        (lambda: strict(*()), "misses the argument 'a'"),
        (lambda: strict(1), "misses the argument 'c'"),
        (lambda: strict(1, 2, 3, c=3), "at most 2 positional arguments and got 3"),
        (lambda: strict(1, c=3, e=5), "an unknown argument 'e'"),
        (lambda: strict(1, a=1, c=3), "the argument 'a' twice"),
        (lambda: card(*()), "misses the argument 'title'"),
        (lambda: card(title="t"), "an unknown argument 'title'"),
        (lambda: card("t", colour="red"), "an unknown argument 'colour'"),
    ],
)
def test_wrong_arguments_are_reported_where_they_are_given(make: Any, problem: str):
    for _ in range(2):  # only what fits is remembered
        error = error_of(make, ComponentError)
        assert problem in error.what
        assert error.what.startswith(("Strict()", "Card()"))
        assert error.fix.startswith("Its parameters by name are: ")


def test_the_message_lists_the_parameters():
    assert error_of(lambda: card("t", x=1), ComponentError).fix.endswith("are: level, open.")
    assert error_of(lambda: nothing(x=1), ComponentError).fix.endswith("are: none.")


def test_many_keywords_do_not_pile_up():
    for number in range(500):
        assert html(Loose(**{f"k{number}": 1})) == f"k{number}"
    assert len(Loose._shapes) <= 256


class Instance:
    def __call__(self) -> str:
        return "x"


@pytest.mark.parametrize("thing", [None, 1, print, str, partial(print), Instance(), Card])
def test_what_is_no_function(thing: Any):
    assert "no function" in error_of(lambda: component(thing), ComponentError).what


async def page() -> object:
    return "x"


async def pages() -> Any:
    yield "x"


@pytest.mark.parametrize("function", [page, pages])
def test_async_functions(function: Any):
    error = error_of(lambda: component(function), ComponentError)
    assert function.__qualname__ in error.what
    assert "loader" in error.fix


def test_a_component_is_known_like_its_function():
    assert isinstance(Card, Component)
    assert (Card.name, Card.__name__, Card.__qualname__, Card.__doc__) == ("Card", "Card", "Card", "A card.")
    assert Card.__module__ == __name__
    assert Card.__wrapped__ is Card.function
    assert repr(Card) == "<component Card>"
    assert Strict.parameters == frozenset("abcd")
    assert (Strict.accepts_any, Loose.accepts_any) == (False, True)


def test_methods_and_closures():
    class Model:
        def view(self) -> object:
            return component(lambda: "closed over " + type(self).__name__)()

    assert html(Model().view()) == "closed over Model"


def test_a_call_is_inert_until_it_is_rendered():
    runs: list[int] = []

    @component
    def Counted():
        runs.append(1)
        return "x"

    call = Counted()
    assert isinstance(call, ComponentCall)
    assert runs == []
    html(div(call, call))
    html(call)
    assert len(runs) == 3


def test_each_instance_has_its_own_state():
    @component
    def Counter(start: int = 0):
        count = signal(start)
        count.set(count() + 1)
        return span(count)

    assert html([Counter(), Counter(5)]) == '<span data-p="">1</span><span data-p="">6</span>'


def test_text_of_components_joins_no_run():
    assert html(p("a", component(lambda: "b")(), "c")) == "<p>abc</p>"
    assert html(p(component(lambda: ["b", lambda: "c"])())) == "<p><!--t-->bc<!--/--></p>"


def test_a_generator_given_as_children_can_be_rendered_again():
    call = Card("t", (li(n) for n in range(2)))
    assert html(call) == html(call)
    assert html(call).count("<li>") == 2


def test_components_alone_need_no_script():
    assert live(div(Card("t", Card("u")), Strict(1, c=3))) == 0


def test_ten_thousand_nested_components():
    @component
    def Nested(depth: int) -> object:
        return div(Nested(depth - 1)) if depth else "core"

    @component
    def Wrapper(*children: Child) -> object:
        return [*children]

    assert html(Nested(10_000)) == "<div>" * 10_000 + "core" + "</div>" * 10_000
    node: Child = "core"
    for _ in range(10_000):
        node = Wrapper(node)
    assert html(node) == "core"


# --- errors inside


def failure(node: object) -> BaseException:
    with pytest.raises(Exception) as caught:  # noqa: PT011 - of any kind
        html(node)
    return caught.value


def test_an_error_is_told_with_the_component_and_its_use():
    error = failure(Fails())
    assert isinstance(error, ValueError)
    assert notes(error) == [f"while rendering Fails, used at {here(-2)}"]


def test_an_error_is_told_with_all_components_around():
    @component
    def Middle():
        return div(p("x"), [Fails()])

    @component
    def Outer():
        return Show(lambda: True, Middle())

    middle, outer, page = here(-6), here(-2), here(1)
    error = failure(div(Outer()))
    assert notes(error) == [
        f"while rendering Fails, used at {middle}",
        f"while rendering Middle, used at {outer}",
        f"while rendering Outer, used at {page}",
    ]


@pytest.mark.parametrize(
    "content",
    [
        lambda: p("x", lambda: 1 // 0),
        lambda: p(title=lambda: 1 // 0),
        lambda: (1 // n for n in range(1)),
        lambda: Show(lambda: 1 // 0, "x"),
        lambda: For(lambda: [0], lambda n: li(1 // n)),
        lambda: For([0], lambda n: li(1 // n)),
        lambda: ul(For(lambda: [0], lambda n: li(lambda: 1 // n))),
    ],
)
def test_errors_of_live_parts_too(content: Any):
    @component
    def Broken():
        return content()

    error = failure(div(Broken()))
    assert isinstance(error, ZeroDivisionError)
    assert notes(error) == [f"while rendering Broken, used at {here(-2)}"]


def test_an_own_error_names_the_line_inside():
    @component
    def Wrong():
        wrong: Any = {"a": 1}
        return p(wrong)

    error = failure(Wrong())
    assert isinstance(error, InvalidChildError)
    assert error.where == here(-4)
    assert notes(error) == [f"while rendering Wrong, used at {here(-3)}"]


def test_what_a_component_returns_is_checked():
    @component
    def Wrong():
        return {"a": 1}

    error = failure(Wrong())
    assert type(error) is InvalidChildError
    assert notes(error) == [f"while rendering Wrong, used at {here(-2)}"]


def test_an_error_that_is_raised_again_is_noted_once():
    error = ValueError("shared")

    @component
    def Raises():
        raise error

    call = Raises()
    line = here(-1)
    failure(call)
    failure(call)
    assert notes(error) == [f"while rendering Raises, used at {line}"]


def test_a_row_that_is_a_component():
    @component
    def Row(n: int):
        return li(n, Fails())

    error = failure(ul(For(lambda: [1], Row)))
    assert notes(error)[0].startswith("while rendering Fails, used at ")
    assert Location(__file__, 0).file in notes(error)[0]


def test_exits_are_no_errors():
    @component
    def Stops():
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt) as caught:
        html(Stops())
    assert notes(caught.value) == []
