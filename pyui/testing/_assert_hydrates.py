"""`assert_hydrates`: the hydration contract, for one component."""

import json
import sys
from typing import Any

from pyui._location import Location
from pyui.server import render_checked
from pyui.testing._browser_check import check_in_browser
from pyui.testing._errors import NotHydratedError
from pyui.testing._hash_seeds import SEEDS, render_under_seeds
from pyui.testing._html import parse_fragment
from pyui.testing._live_page import LivePage
from pyui.testing._plain import plain
from pyui.testing._traced import Traced, traced_render
from pyui.view import Component, decode, encode
from pyui.view._environment import environment
from pyui.view._transfer import receive


def assert_hydrates(component: Component[..., Any], /, *, browser: bool = False, **props: Any) -> None:
    """Fails unless a component keeps what hydration promises.

    It is rendered as on a server, twice and under two hash seeds, with the same HTML each time. A real HTML parser
    reads that as the tree that was meant. Hydrated on that tree, it changes nothing and keeps every node; disposed, it
    leaves nothing behind; mounted, it makes the same tree.

    Args:
        component: the component, as a route would show it; defined at the top of a module.
        browser: whether it is hydrated in Chromium with Pyodide as well. It must then be in a module that ships.
        props: its props, of types that can travel to a browser.

    Raises:
        ContentModelError: a parser reads another tree than was rendered.
        NotHydratedError: it does not; the message names the component, what it rendered and what was found.
        EncodeError: a prop cannot travel.
        NotImportableError: the component is defined in a function.
        MissingExtraError: the packages of `pyui[testing]` are not installed.
    """
    check = _Check(component, props)
    check.parses()
    check.renders_the_same_again()
    check.renders_the_same_under_hash_seeds()
    if check.traced.live:
        check.hydrates()
        check.mounts_the_same()
        if browser:
            check_in_browser(component, props)


class _Check:
    """The checks of one component; each raises where it does not hold.

    Args:
        component: the component.
        props: its props.

    Attributes:
        traced: the render that all others are compared with.
    """

    def __init__(self, component: Component[..., Any], props: dict[str, Any]) -> None:
        self._component = component
        self._props = json.dumps(encode(props))
        self.traced: Traced = traced_render(self._node())

    def _node(self) -> object:
        """Calls the component, with props of its own, as if they had just arrived."""
        return self._component(**self._arrived())

    def _arrived(self) -> dict[str, Any]:
        props: dict[str, Any] = decode(json.loads(self._props), sys.modules.__contains__)
        return props

    def _fail(self, what: str, fix: str, where: Location | None = None) -> NotHydratedError:
        code = self._component.function.__code__
        place = where if where is not None else Location(code.co_filename, code.co_firstlineno)
        return NotHydratedError(f"{self._component.name}: {what}", fix, where=place)

    def _compare(self, found: str, what: str, fix: str) -> None:
        if found != self.traced.html:
            told, where = self.traced.difference(found)
            raise self._fail(f"{what}, {told}", fix, where)

    def parses(self) -> None:
        """An HTML parser reads what was written as the tree that was meant."""
        render_checked(self._node())

    def renders_the_same_again(self) -> None:
        """Two renders give the same HTML."""
        again = traced_render(self._node(), self.traced.transferred).html
        fix = "Use pyui's now(), random, uuid4() and unique_id(), which give both sides the same, or transfer()."
        self._compare(again, "a second render is another", fix)

    def renders_the_same_under_hash_seeds(self) -> None:
        """The hash seed of the process makes no difference."""
        fix = "Look for a set, or a hash, whose order is shown: sort it."
        pages = render_under_seeds(self._component, self._arrived(), self.traced.transferred)
        for seed, html in zip(SEEDS, pages, strict=True):
            self._compare(html, f"the render under PYTHONHASHSEED={seed} is another", fix)

    def hydrates(self) -> None:
        """Hydration changes nothing and loses nothing; disposal leaves nothing."""
        page = LivePage(self.traced.html)
        receive(self.traced.transferred)
        before = page.nodes()
        try:
            page.hydrate(self._node())
            page.wake_islands()
            for rendered, found in page.runtime.mismatches:
                whole = self.traced.html.replace(found, rendered, 1)  # of an island it is a part
                self._compare(whole, "the browser renders something else", "See what differs between the two sides.")
            if page.root.mutations:
                changes = "".join(f"\n  {change}" for change in page.root.mutations)
                raise self._fail(f"hydration changed the page:{changes}\n", "Look for effects and on_mount functions.")
            if page.nodes() != before:
                raise self._fail("nodes are others than before hydration.", "Look for what replaces them.")
            left = page.dispose()
        finally:
            page.close()
        if left:
            raise self._fail(f"{left} nodes or handlers are still bound after disposal.", "This is a bug of pyui.")

    def mounts_the_same(self) -> None:
        """A client render makes the same tree as the server's."""
        expected = plain(parse_fragment(self.traced.html))
        page = LivePage()
        receive(self.traced.transferred)
        try:
            environment.settled = True
            page.mount(self._node())
            found = plain(page.root.children)
        finally:
            environment.settled = False
            page.close()
        if found != expected:
            told, where = Traced(expected, 1, [expected], {}).difference(found)
            raise self._fail(f"a client render makes another tree, {told}", "See what differs between the two.", where)
