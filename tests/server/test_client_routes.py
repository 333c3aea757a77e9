"""What a payload says of the routes that the browser cannot show by itself."""

from typing import Any

import pytest

from pyui.router import Route
from pyui.server import RenderMode, ServerRoute
from pyui.server._client_routes import client_routes
from pyui.server._server_table import ServerTable
from pyui.view import Node, component


@component
def Page() -> Node | None:
    return None


def load(request: Any) -> dict[str, Any]:
    return {}


ROWS: list[tuple[str, dict[str, Any], str | None]] = [
    ("rendered for each request", {"mode": RenderMode.SERVER}, "data"),
    ("without a mode", {}, "data"),
    ("prerendered", {"mode": RenderMode.PRERENDER}, None),
    ("prerendered, with a loader", {"mode": RenderMode.PRERENDER, "loader": load}, "data"),
    ("in the browser", {"mode": RenderMode.CLIENT}, None),
    ("in the browser, with a loader", {"mode": RenderMode.CLIENT, "loader": load}, "data"),
    ("with another status", {"status": 410}, "reload"),
    ("with the usual status", {"status": 200}, "data"),
    ("never taken over", {"hydrate": "never"}, "reload"),
    ("never taken over, with a loader", {"mode": RenderMode.PRERENDER, "hydrate": "never", "loader": load}, "reload"),
]


@pytest.mark.parametrize(("what", "arguments", "listed"), ROWS)
def test_rules(what: str, arguments: dict[str, Any], listed: str | None) -> None:
    routes = [Route("/old", redirect_to="/page"), Route("/page", Page)]
    table = ServerTable(routes, [ServerRoute("/page", **arguments), ServerRoute("/**", RenderMode.CLIENT)], None)
    assert client_routes(table) == {
        "data": [1] if listed == "data" else [],
        "reload": [1] if listed == "reload" else [],
    }


def test_a_page_for_all_other_paths_is_loaded_as_a_whole() -> None:
    table = ServerTable([Route("/", Page), Route("/**", Page)], [ServerRoute("/**")], None)
    assert client_routes(table) == {"data": [0], "reload": [1]}
