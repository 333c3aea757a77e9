"""A single component as a page of its own, hydrated in a browser."""

import importlib
import sys
import tempfile
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

from pyui.server import App, ServerRoute
from pyui.testing._current_test import current_test
from pyui.testing._errors import NotImportableError
from pyui.testing._hydration_watch import HydrationWatch
from pyui.testing._server import serving
from pyui.view import Component

_ROUTES = """from {module} import {name} as Page
from pyui import Route

routes = [Route("/", Page)]
"""


def check_in_browser(component: Component[..., Any], props: Mapping[str, Any]) -> None:
    """Fails unless a page with one component is hydrated without a change, in the browser of the present test.

    Args:
        component: the component, at the top of a module that ships.
        props: its props.

    Raises:
        NotHydratedError: hydration was not clean.
        TestingError: no test of pytest's is running.
        MissingExtraError: pytest-playwright is not installed.
        ServerOnlyImportError: the component's module imports what does not ship.
    """
    page = current_test.browser_fixture("new_context")().new_page()
    try:
        with _routes_module(component) as module, serving(_app(module, props)) as url:
            watch = HydrationWatch(page)
            page.goto(url)
            watch.check()
    finally:
        page.close()


def _app(module: str, props: Mapping[str, Any]) -> App:
    def load(_request: object) -> dict[str, Any]:
        return dict(props)

    return App(routes=f"{module}:routes", server_routes=[ServerRoute("/", loader=load)])


@contextmanager
def _routes_module(component: Component[..., Any]) -> Generator[str]:
    """Makes a module of a route table that shows one component."""
    if not component.__qualname__.isidentifier():
        what = f"{component.__qualname__} is not at the top of its module, so that the browser cannot import it."
        raise NotImportableError(what, "Define it at the top of a module that ships.")
    name = f"pyui_page_{uuid4().hex}"
    text = _ROUTES.format(module=component.__module__, name=component.__qualname__)
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / f"{name}.py").write_text(text, encoding="utf-8")
        sys.path.insert(0, folder)
        importlib.invalidate_caches()
        try:
            yield name
        finally:
            sys.path.remove(folder)
            sys.modules.pop(name, None)
