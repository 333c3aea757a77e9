"""Measures what a request costs an app, without a server: the apps of `over_http.py`, called in this process.

A server and a client on the same machine take part of the processor, and more than the apps do. What is left out here
is the same for all of them. The apps take turns, and medians are compared.
"""

import argparse
import asyncio
import statistics
import time
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks import _http_apps
from benchmarks._http_apps import APPS
from benchmarks.over_http import PAGES

type Message = MutableMapping[str, Any]
type AsgiApp = Callable[
    [Message, Callable[[], Awaitable[Message]], Callable[[Message], Awaitable[None]]], Awaitable[None]
]

_FLOOR = "FastAPI, finished string"
_HEADERS = [(b"host", b"127.0.0.1:8000")]


def request(path: str) -> Message:
    """Returns what uvicorn tells an app of a request by `wrk`."""
    return {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "server": ("127.0.0.1", 8000),
        "client": ("127.0.0.1", 40000),
        "scheme": "http",
        "method": "GET",
        "root_path": "",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "headers": _HEADERS.copy(),
        "state": {},
    }


async def turn(app: AsgiApp, path: str, requests: int) -> float:
    """Asks an app for a page, and returns the seconds that it took for one request.

    Raises:
        SystemExit: it answered with something else than a page.
    """
    statuses: set[int] = set()

    async def receive() -> Message:
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        statuses.add(message.get("status", 200))

    start = time.perf_counter()
    for _ in range(requests):
        await app(request(path), receive, send)
    seconds = (time.perf_counter() - start) / requests
    if statuses != {200}:
        raise SystemExit(f"{path} was answered with {statuses}.")
    return seconds


async def measure(page: str, rounds: int, requests: int) -> dict[str, list[float]]:
    """Gives each app its turns, after one that does not count."""
    apps: dict[str, AsgiApp] = {label: getattr(_http_apps, name) for label, name in APPS.items()}
    turns: dict[str, list[float]] = {label: [] for label in apps}
    for number in range(rounds + 1):
        for label, app in apps.items():
            seconds = await turn(app, f"/{page}", requests)
            if number:
                turns[label].append(seconds)
    return turns


def report(page: str, turns: dict[str, list[float]]) -> Table:
    """Makes the table of a page, the fastest app first."""
    medians = {label: statistics.median(found) for label, found in turns.items()}
    table = Table(f"/{page}", "µs", "x finished", "least")
    for label in sorted(medians, key=medians.__getitem__):
        ratio = medians[label] / medians[_FLOOR]
        table.add_row(label, f"{medians[label] * 1e6:.1f}", f"{ratio:.2f}", f"{min(turns[label]) * 1e6:.1f}")
    return table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--page", choices=PAGES, help="what is asked for (all of them)")
    parser.add_argument("--rounds", type=int, default=15, help="how many turns each app has (15)")
    parser.add_argument("--requests", type=int, default=1000, help="how many requests a turn is (1,000)")
    parser.add_argument("--quick", action="store_true", help="a short turn for each, to see that it runs")
    given = parser.parse_args()
    rounds, requests = (1, 5) if given.quick else (given.rounds, given.requests)
    console = Console()
    for page in (given.page,) if given.page else PAGES:
        console.print(report(page, asyncio.run(measure(page, rounds, requests))))


if __name__ == "__main__":
    main()
