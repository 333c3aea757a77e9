from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from pyui.reactive import Computed, Effect, Signal, computed, effect, signal
from tests.reactive.support import here


class Model:
    def __init__(self) -> None:
        self.total: Signal[int] = signal(0)


def named(**nodes: Signal[Any] | Computed[Any]) -> dict[str, Signal[Any] | Computed[Any]]:
    return nodes


def place(kind: str) -> str:
    at = here()
    return f"{kind} at {at.file}:"


def test_a_signal_is_named_by_its_variable():
    count = signal(0)
    line = here(-1)
    assert count.describe() == f"count (signal at {line})"


def test_a_signal_is_found_over_several_lines():
    count = signal(
        0,
    )
    assert count.describe() == f"count (signal at {here(-3)})"


def test_attributes_annotations_and_keywords_are_names():
    assert Model().total.describe().startswith(f"total ({place('signal')}")
    assert named(price=signal(1))["price"].describe().startswith("price (signal at ")


def test_several_on_a_line_are_told_apart():
    nodes = named(one=signal(1), two=computed(lambda: 2 + 0), three=computed(lambda: signal(3)), four=signal(4))
    for name, node in nodes.items():
        assert node.describe().startswith(f"{name} (")


def test_without_a_variable_there_is_the_place():
    texts = [signal(0).describe(), computed(lambda: 1).describe()]
    assert texts == [f"signal at {here(-1)}", f"computed at {here(-1)}"]


def test_a_given_name_wins():
    count = signal(0, name="n")
    twice = computed(lambda: 0, name="d")
    assert count.describe() == f"n (signal at {here(-2)})"
    assert twice.describe() == f"d (computed at {here(-2)})"


def test_a_function_names_its_computed_or_effect():
    def double() -> int:
        return 2

    line = here(-3)
    assert computed(double).describe() == f"double (computed at {line})"
    e = Effect(double, defer=True)
    assert e.describe() == f"double (effect at {line})"
    assert repr(e) == f"<{e.describe()}>"


def test_a_lambda_is_named_by_the_variable():
    log = effect(lambda: None)
    assert log.describe() == f"log (effect at {here(-1)})"
    log.dispose()
    größe = computed(lambda: "é")  # noqa: PLC2401 - users have such names
    assert repr(größe) == f"<größe (computed at {here(-1)})>"


def test_a_lambda_below_its_call_is_named_by_its_place():
    below = computed(
        lambda: 1,
    )
    assert below.describe() == f"computed at {here(-2)}"


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (lambda: computed(partial(int, "1")), "partial (computed)"),
        (lambda: computed(partial(int, "1"), name="one"), "one (computed)"),
        (lambda: Signal(1), "unnamed signal"),
        (lambda: Signal(1, "one"), "one (signal)"),
    ],
)
def test_what_has_no_place(make: Callable[[], Any], expected: str):
    assert make().describe() == expected


def test_code_without_source_or_columns_still_has_a_place():
    scope: dict[str, Any] = {"signal": signal}
    exec(compile("count = signal(0)", "gone.py", "exec"), scope)
    assert scope["count"].describe() == "signal at gone.py:1"
