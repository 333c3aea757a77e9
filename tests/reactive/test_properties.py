"""Random graphs against an oracle that evaluates everything anew."""

from collections.abc import Callable
from typing import Any, NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from pyui.reactive import Computed, CycleError, Effect, Signal, batch, computed, effect, signal

SIGNALS = 4
type Read = Callable[[int], int]


class Formula(NamedTuple):
    """Reads one node, and on its value depends which other is read; a small modulus makes equal results likely."""

    switch: int
    even: int
    odd: int
    modulus: int

    def value(self, read: Read) -> int:
        chosen = read(self.switch)
        if chosen % 3 == 2 and self.modulus == 5:
            raise ArithmeticError(chosen)
        return (chosen + read(self.odd if chosen % 2 else self.even)) % self.modulus


class Oracle:
    """Nodes are numbered: signals first, then computeds."""

    def __init__(self, values: list[int], formulas: list[Formula]) -> None:
        self.values = values
        self.formulas = formulas
        self.path: list[int] = []

    def read(self, number: int) -> int:
        if number < SIGNALS:
            return self.values[number]
        if number in self.path:
            raise CycleError(str(self.path), "")
        self.path.append(number)
        try:
            return self.formulas[number - SIGNALS].value(self.read)
        finally:
            self.path.pop()


def outcome(read: Read, number: int) -> object:
    try:
        return read(number)
    except ArithmeticError as error:
        return repr(error)
    except CycleError:
        return "cycle"


class Graph:
    """The same nodes as signals, computeds and effects, which note what they see and when they run."""

    def __init__(self, values: list[int], formulas: list[Formula], cyclic: bool) -> None:
        self.cyclic = cyclic
        self.oracle = Oracle(list(values), formulas)
        self.nodes: list[Signal[int] | Computed[int]] = [signal(value) for value in values]
        self.runs: list[int] = []
        self.inputs: dict[int, dict[int, object]] = {}
        self.changed = set(range(SIGNALS + len(formulas)))
        for formula in formulas:
            self.nodes.append(computed(self.evaluation(len(self.nodes), formula)))
        self.effects: dict[int, Effect] = {}
        self.watched: dict[int, list[int]] = {}
        self.seen: dict[int, list[dict[int, object]]] = {}

    def read(self, number: int) -> int:
        return self.nodes[number]()

    def noting(self, into: dict[int, object]) -> Read:
        def read(number: int) -> int:
            into[number] = "failed"
            value = into[number] = self.read(number)
            return value

        return read

    def evaluation(self, number: int, formula: Formula) -> Callable[[], int]:
        def evaluate() -> int:
            assert self.cyclic or self.has_reason(number), f"{number} was evaluated for nothing"
            self.changed.discard(number)
            self.runs.append(number)
            self.inputs[number] = {}
            return formula.value(self.noting(self.inputs[number]))

        return evaluate

    def has_reason(self, number: int) -> bool:
        node = self.nodes[number]
        assert isinstance(node, Computed)
        # A signal that was set and set back between two reads has changed for what no effect looks at meanwhile.
        return number not in self.inputs or (
            self.differs(self.inputs[number]) or self.has_error(self.inputs[number])
            if node.subscribed
            else number in self.changed
        )

    @staticmethod
    def has_error(inputs: dict[int, object]) -> bool:
        # An error that is raised again is another one, however much it resembles the first.
        return any(isinstance(value, str) for value in inputs.values())

    def differs(self, inputs: dict[int, object]) -> bool:
        return any(outcome(self.oracle.read, number) != value for number, value in inputs.items())

    def watch(self, key: int, numbers: list[int]) -> None:
        def run() -> None:
            snapshot: dict[int, object] = {}
            self.seen[key].append(snapshot)
            for number in numbers:
                snapshot[number] = outcome(self.read, number)
                if snapshot[number] == 0:
                    break

        self.stop(key)
        self.seen[key], self.watched[key] = [], numbers
        self.effects[key] = effect(run)
        assert len(self.seen[key]) == 1

    def stop(self, key: int) -> None:
        if key in self.effects:
            self.effects.pop(key).dispose()

    def change(self, changes: dict[int, int], stopped: int | None) -> None:
        self.runs.clear()
        last = {key: self.seen[key][-1] for key in self.effects}
        for key in self.effects:
            self.seen[key].clear()
        with batch():
            for number, value in changes.items():
                if self.oracle.values[number] != value:
                    self.changed.update(self.inputs)
                self.oracle.values[number] = value
                self.nodes[number].set(value)  # type: ignore[union-attr]
            if stopped is not None:
                self.stop(stopped)
        self.check(last)

    def check(self, last: dict[int, dict[int, object]]) -> None:
        for key in self.effects:
            runs, due = len(self.seen[key]), self.differs(last[key])
            assert due <= runs <= (due or self.has_error(last[key])), f"effect {key} has run {runs} times"
            self.seen[key] = self.seen[key] or [last[key]]
        assert self.cyclic or len(self.runs) == len(set(self.runs)), "evaluated twice"
        for snapshots in (self.seen[key] for key in self.effects):
            assert not self.differs(snapshots[-1]), "a glitch"

    def check_values(self) -> None:
        for number in range(len(self.nodes)):
            assert outcome(self.read, number) == outcome(self.oracle.read, number)


@st.composite
def formulas(draw: st.DrawFn, cyclic: bool) -> list[Formula]:
    """Each reads lower numbers only, unless there may be cycles."""
    count = draw(st.integers(1, 10))
    highest = [SIGNALS + (count if cyclic else n) - 1 for n in range(count)]
    return [draw(st.builds(Formula, *[st.integers(0, high)] * 3, st.sampled_from([2, 3, 5, 100]))) for high in highest]


VALUE = st.integers(0, 5)
KEY = st.integers(0, 3)
STEP: st.SearchStrategy[tuple[Any, ...]] = st.one_of(
    st.tuples(
        st.just("change"),
        st.dictionaries(st.integers(0, SIGNALS - 1), VALUE, max_size=3),
        st.none() | KEY,
    ),
    st.tuples(st.just("watch"), KEY, st.lists(st.integers(0, 100), min_size=1, max_size=3)),
    st.tuples(st.just("stop"), KEY),
    st.tuples(st.just("read"), st.integers(0, 100)),
)


VALUES = st.lists(VALUE, min_size=SIGNALS, max_size=SIGNALS)
STEPS = st.lists(STEP, max_size=25)


@settings(max_examples=150, deadline=None)
@given(VALUES, formulas(cyclic=False), STEPS)
def test_a_random_graph_does_what_the_oracle_does(values: list[int], formulas: list[Formula], steps: list[Any]):
    follow(Graph(values, formulas, cyclic=False), steps)


@settings(max_examples=100, deadline=None)
@given(VALUES, formulas(cyclic=True), STEPS)
def test_cycles_come_and_go_as_in_the_oracle(values: list[int], formulas: list[Formula], steps: list[Any]):
    follow(Graph(values, formulas, cyclic=True), steps)


def follow(graph: Graph, steps: list[Any]) -> None:
    size = len(graph.nodes)
    for action, *arguments in steps:
        match action, arguments:
            case "change", [changes, stopped]:
                graph.change(changes, stopped)
            case "watch", [key, numbers]:
                graph.watch(key, [number % size for number in numbers])
            case "stop", [key]:
                graph.stop(key)
            case "read", [number]:
                assert outcome(graph.read, number % size) == outcome(graph.oracle.read, number % size)
    graph.check_values()
    for key in list(graph.effects):
        graph.stop(key)
    assert not any(node.observers for node in graph.nodes), "disposal left an edge"
    graph.check_values()
