"""Components made from a description in JSON, the same on both sides. Ships to the browser.

A description is made by `tests.spec_strategies`, or taken from a case that once failed. Its keys: `texts`, `lists` and
`flags` (the first values of the signals), `children` (what the component shows), `updates`, `clicks`, `early` (what the
user enters and clicks before hydration), `captured` (whether that is captured, and all stands in an island for it), and
`late` (whether islands are taken over behind the updates).
"""

import json
from collections.abc import Callable
from typing import Any

from pyui import (
    Context,
    ErrorBoundary,
    For,
    Island,
    Match,
    Portal,
    Show,
    Signal,
    Switch,
    component,
    element,
    html,
    raw,
    signal,
    svg,
)

type Spec = Any
type Update = Callable[[], object]

FAILING = ("", "&lt;")
"""Texts with which the part of a boundary that may fail does."""

_LATER = "timer(86400000)"

_context: Context[Any] = Context("none", name="spec")


class SpecCase:
    """A tree of live parts, and updates of the signals that it shows.

    Args:
        spec: the description.
    """

    def __init__(self, spec: Spec) -> None:
        self._texts: list[Signal[Any]] = [signal(value) for value in spec["texts"]]
        self._lists: list[Signal[list[int]]] = [signal(rows) for rows in spec["lists"]]
        self._flags: list[Signal[bool]] = [signal(flag) for flag in spec["flags"]]
        self._portals = not spec["captured"]
        node = html.div(*self._children(spec["children"]))
        self.node = Island(node, hydrate=_LATER) if spec["captured"] else node
        self.updates = [self._update(update) for update in spec["updates"]]

    def _update(self, changes: list[Any]) -> Update:
        def update() -> None:
            for kind, index, value in changes:
                self.change(kind, index, value)

        return update

    def change(self, kind: str, index: int, value: Any) -> None:
        """Sets a signal.

        Args:
            kind: `text`, `rows` or `flag`.
            index: which of that kind.
            value: its new value.
        """
        signals: dict[str, list[Signal[Any]]] = {"text": self._texts, "rows": self._lists, "flag": self._flags}
        signals[kind][index].set(value)

    def _children(self, specs: list[Spec]) -> list[Any]:
        return [self._child(spec) for spec in specs]

    def _child(self, spec: Spec) -> Any:
        if not isinstance(spec, list):
            return spec
        kind, *arguments = spec
        return getattr(self, f"_{kind}")(*arguments)

    def _several(self, children: list[Spec]) -> object:
        return self._children(children)

    def _condition(self, index: int) -> Callable[[], bool]:
        text = self._texts[index]
        return lambda: bool(text()) and text() != "a"

    def _live(self, index: int) -> object:
        return self._texts[index]

    def _called(self, index: int) -> object:
        text = self._texts[index]
        return lambda: f"{text()}!"

    def _element(self, tag: str, attributes: dict[str, Spec], children: list[Spec]) -> object:
        make = getattr(svg if tag in ("circle", "g", "svg") else html, tag, None) or element(tag)
        found = {name: self._attribute(value) for name, value in attributes.items()}
        return make(*self._children(children), **found)

    def _attribute(self, spec: Spec) -> Any:
        if not isinstance(spec, list):
            return spec
        kind, *arguments = spec
        if kind == "names":
            constant, name, index = arguments
            return [constant, {name: self._condition(index)}]
        return self._condition(*arguments) if kind == "condition" else self._child(spec)

    def _styled(self, index: int) -> object:
        text = self._texts[index]
        return {"color": "red", "--x": lambda: str(text()).strip() or None}

    def _button(self, name: int, index: int, value: Any) -> object:
        sets = json.dumps(["text", index, value])
        return html.button("go", data_click=name, data_sets=sets, on_click=lambda: self._texts[index].set(value))

    def _input(self, index: int) -> object:
        return html.input(data_control=f"text {index}", bind_value=self._texts[index])

    def _checkbox(self, index: int) -> object:
        return html.input(type="checkbox", data_control=f"flag {index}", bind_checked=self._flags[index])

    def _area(self, index: int) -> object:
        return html.textarea(data_control=f"text {index}", bind_value=self._texts[index])

    def _flag(self, index: int) -> object:
        flag = self._flags[index]
        return lambda: "on" if flag() else "off"

    def _show(self, index: int, children: list[Spec], fallback: list[Spec]) -> object:
        return Show(self._condition(index), *self._children(children), fallback=self._children(fallback))

    def _switch(self, cases: list[Any], fallback: list[Spec]) -> object:
        matches = [Match(self._condition(index), *self._children(children)) for index, children in cases]
        return Switch(*matches, fallback=self._children(fallback))

    def _function(self, index: int, children: list[Spec], nothing: Any) -> object:
        text, shown = self._texts[index], self._children(children)

        def value() -> object:
            if text() in ("a", "xxxxx"):
                return shown
            return nothing if text() == " b " else text()

        return value

    def _component(self, children: list[Spec]) -> object:
        inside = self._children(children)

        @component
        def Inner() -> object:
            own = signal(0)
            return [lambda: own() or None, inside]

        return Inner()

    def _boundary(self, index: int, children: list[Spec]) -> object:
        text = self._texts[index]

        def fragile() -> object:
            if text() in FAILING:
                raise ValueError("on purpose")
            return text()

        return ErrorBoundary(self._children(children), fragile, fallback=lambda error: ["failed", html.b(str(error))])

    def _portal(self, children: list[Spec]) -> object:
        inside = self._children(children)
        return Portal(*inside) if self._portals else inside

    def _island(self, trigger: str, children: list[Spec]) -> object:
        # A portal in an island is not there before the island is taken over, so it would look like a mutation.
        before, self._portals = self._portals, False
        inside = self._children(children)
        self._portals = before
        return Island(*inside, hydrate=trigger)

    def _provide(self, index: int, children: list[Spec]) -> object:
        return _context.provide(self._texts[index], *self._children(children))

    def _consume(self) -> object:
        @component
        def Reader() -> object:
            return html.i(_context.get())

        return Reader()

    def _raw(self, markup: str) -> object:
        return raw(markup)

    def _rows(self, index: int, kind: int, tag: str, children: list[Spec]) -> object:
        make, inside = getattr(html, tag), self._children(children)
        kinds: list[Callable[..., object]] = [
            lambda item: make(item, inside),
            lambda item: [item, inside],
            lambda item: inside,
            lambda item: lambda: [make(item), inside],
            lambda item, index: make(index, item),
        ]
        return For(self._lists[index], kinds[kind])
