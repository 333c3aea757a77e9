"""What `pyui routes` prints."""

import json
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from pyui.build import RouteInfo


def print_routes(console: Console, routes: Sequence[RouteInfo]) -> None:
    """Prints a table of routes."""
    table = Table(box=None, pad_edge=False)
    for name in ("route", "mode", "params", "fallback", "headers", "script"):
        table.add_column(name, overflow="fold", justify="right" if name == "params" else "left")
    for route in routes:
        mode = f"redirect to {route.redirect_to}" if route.redirect_to is not None else route.mode
        status = f" {route.status}" if route.status not in (200, None) else ""
        params = f"{route.pages:,}" if route.parameters and route.pages is not None else ""
        headers = "\n".join(f"{name}: {value}" for name, value in route.headers.items())
        table.add_row(route.path, mode + status, params, route.fallback or "", headers, _script(route))
    console.print(table)


def routes_json(routes: Sequence[RouteInfo]) -> str:
    """Returns routes as JSON: a list of objects with the fields of `RouteInfo`."""
    return json.dumps([route._asdict() for route in routes], indent=2, ensure_ascii=False)


def _script(route: RouteInfo) -> str:
    if route.script is None:
        return "per page"
    when = f", {route.hydrate}" if route.script and route.hydrate != "immediate" else ""
    return f"{'yes' if route.script else 'no'}{when}"
