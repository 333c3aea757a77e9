"""Random components with random updates, made from a seed: the same on both sides. Ships to the browser."""

import random
from collections.abc import Callable
from typing import Any

from pyui import ErrorBoundary, For, Match, Portal, Show, Signal, Switch, component, raw, signal
from pyui.html import b, div, em, pre, section, span, ul

type Update = Callable[[], object]

TEXTS = ["", "a", " b ", "<i>&amp;\"'", "\n", "line\nfeed", "é😀", "xxxxx", "&lt;", "\u00a0"]
MARKUP = ["<i>r</i>", "plain", '<b data-p="click">x</b><!--t-->', "<!-- c -->", "a<u>b</u>c"]
STEPS = 6
FAILING = ("", "&lt;")


class RandomCase:
    """A tree of live parts, and updates of the signals that it shows.

    Args:
        seed: two cases with one seed are the same.
    """

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._texts: list[Signal[Any]] = []
        self._lists: list[Signal[list[int]]] = []
        self.node = div(*self._children(4))
        self.updates = [self._update() for _ in range(STEPS)]

    def _update(self) -> Update:
        changes: list[tuple[Signal[Any], object]] = []
        for _ in range(self._random.randint(1, 3)):
            if self._lists and self._random.random() < 0.5:
                rows = self._random.sample(range(8), self._random.randint(0, 7))
                changes.append((self._random.choice(self._lists), rows))
            elif self._texts:
                changes.append((self._random.choice(self._texts), self._random.choice([*TEXTS, 3, 0.5])))

        def update() -> None:
            for changed, value in changes:
                changed.set(value)

        return update

    def _text(self) -> Signal[Any]:
        if self._texts and self._random.random() < 0.5:
            return self._random.choice(self._texts)
        made: Signal[Any] = signal(self._random.choice([*TEXTS, 1, 2.5]))
        self._texts.append(made)
        return made

    def _condition(self) -> Callable[[], bool]:
        text = self._text()
        return lambda: bool(text()) and text() != "a"

    def _string(self) -> Callable[[], str]:
        text = self._text()
        return lambda: str(text())

    def _attributes(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name, make in (
            ("class_", lambda: self._random.choice(["c", ["c", {"d": self._condition()}], self._string()])),
            ("title", lambda: self._random.choice(["t", self._text()])),
            ("data_x", lambda: self._random.choice([self._text(), None, True])),
            ("hidden", self._condition),
            ("on_click", lambda: print),
        ):
            if self._random.random() < 0.3:
                found[name] = make()
        return found

    def _children(self, depth: int) -> list[Any]:
        return [self._child(depth) for _ in range(self._random.randint(0, 4))]

    def _child(self, depth: int) -> Any:
        if depth <= 0 or self._random.random() < 0.25:
            return self._random.choice([self._random.choice(TEXTS), self._text(), self._random.randint(0, 99), None])
        kinds: list[Callable[[int], object]] = [self._element, self._element, self._show, self._function, self._list]
        kinds += [self._component, self._boundary, self._portal, self._raw, self._pre, self._switch]
        return self._random.choice(kinds)(depth - 1)

    def _element(self, depth: int) -> object:
        make = self._random.choice([div, span, section, b, ul])
        return make(*self._children(depth), **self._attributes())

    def _show(self, depth: int) -> object:
        return Show(self._condition(), *self._children(depth), fallback=self._children(depth))

    def _switch(self, depth: int) -> object:
        cases = [Match(self._condition(), *self._children(depth)) for _ in range(2)]
        return Switch(*cases, fallback=self._children(depth))

    def _function(self, depth: int) -> object:
        children, text, nothing = self._children(depth), self._text(), self._random.choice([None, "", 0])

        def value() -> object:
            if text() in ("a", "xxxxx"):
                return children
            return nothing if text() == " b " else text()

        return value

    def _component(self, depth: int) -> object:
        children = self._children(depth)

        @component
        def Inner() -> object:
            return children

        return Inner()

    def _boundary(self, depth: int) -> object:
        text, children = self._text(), self._children(depth)

        def fragile() -> object:
            if text() in FAILING:
                raise ValueError("on purpose")
            return text()

        return ErrorBoundary(children, fragile, fallback=lambda error: ["failed", b(str(error))])

    def _portal(self, depth: int) -> object:
        return Portal(*self._children(depth))

    def _raw(self, _: int) -> object:
        return raw(self._random.choice(MARKUP))

    def _pre(self, _: int) -> object:
        return pre(*self._children(0))

    def _list(self, depth: int) -> object:
        rows: Signal[list[int]] = signal(self._random.sample(range(8), self._random.randint(0, 5)))
        self._lists.append(rows)
        inside, tag = self._children(depth), self._random.choice([div, em, span])
        kinds: list[Callable[..., object]] = [
            lambda item: tag(item, inside),
            lambda item: [item, inside],
            lambda item: inside,
            lambda item: lambda: [tag(item), inside],
            lambda item, index: tag(index, item),
        ]
        return For(rows, self._random.choice(kinds))
