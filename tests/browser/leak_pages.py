"""A page that mounts and disposes the shop's list of products, and counts what lives. Ships to the browser."""

import gc
import json
from typing import Any

from examples.shop.pages.products import ProductsPage
from pyui import Child, Route, Show, component, on_mount, signal
from pyui.html import button, div
from pyui.reactive import Owner
from pyui.reactive._source import Source


@component
def Bench() -> Child:
    """Shows the list of products or does not."""
    shown = signal(False)
    on_mount(_publish)
    return div(
        button("toggle", id="toggle", on_click=lambda: shown.update(lambda value: not value)),
        Show(shown, ProductsPage()),
    )


def _publish() -> None:
    import js  # pyright: ignore[reportMissingImports]
    import pyodide_js  # pyright: ignore[reportMissingImports]
    from pyodide.ffi import create_proxy  # pyright: ignore[reportMissingImports]

    pyodide_js._module.enable_pyproxy_allocation_tracing()
    js.living = create_proxy(living)
    js.leak = create_proxy(leak)
    js.collects = create_proxy(gc.isenabled)


def living() -> str:
    """Counts as JSON what lives: nodes of the graph by class, numbers with handlers, proxies of both kinds."""
    import pyodide_js  # pyright: ignore[reportMissingImports]

    from pyui.browser._numbers import numbers

    while gc.collect():
        pass
    counts: dict[str, int] = {"handlers": len(numbers.handlers)}
    for found in gc.get_objects():
        if isinstance(found, (Owner, Source)):
            name = type(found).__name__
            counts[name] = counts.get(name, 0) + 1
    counts["held by Python"] = pyodide_js._module._hiwire_num_refs()
    counts["held by JavaScript"] = pyodide_js._module.pyproxy_alloc_map.size
    return json.dumps(counts)


_leaked: list[Any] = []


def leak() -> None:
    """Leaks one of each kind, so that a test can tell that it would notice."""
    import js  # pyright: ignore[reportMissingImports]
    from pyodide.ffi import create_proxy  # pyright: ignore[reportMissingImports]

    _leaked.extend((signal(0), Owner(), js.Object.new(), create_proxy(leak)))


routes = [Route("/", Bench, title="Leaks")]
