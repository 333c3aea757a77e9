"""Measures requests per second: the same pages from pyui, from FastAPI with Jinja2, and finished from FastAPI.

Each app runs in a uvicorn of its own, with one worker. `wrk` asks them in turns, for some rounds; medians are
compared, so that other work on the machine slows all of them alike. `--memory` asks pyui 10,000 times for each
page, and again, and tells how the process grew; `--connections 1000` shows whether all of that many get their answers.
"""

import argparse
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks._http_apps import APPS
from benchmarks._search_page import shape
from pyui.view.protocol import MARKER, ROOT_ID

PAGES = ("small", "search", "loaded", "live")
_PYUI = "pyui, mounted in FastAPI"
_START_SECONDS = 30
_TOKENS = re.compile(r"<!--.*?-->|<script.*?</script>", re.DOTALL)


@dataclass(frozen=True)
class Size:
    """How much is measured.

    Args:
        pages: the pages.
        rounds: how many times each app has its turn.
        seconds: how long a turn takes.
        connections: how many connections ask at the same time.
        http: the HTTP implementation of uvicorn.
        memory: for how many requests the size of the process is watched, after as many before; 0 for not at all.
    """

    pages: tuple[str, ...]
    rounds: int
    seconds: float
    connections: int
    http: str
    memory: int


@dataclass(frozen=True)
class Served:
    """An app that is served.

    Args:
        url: its address.
        process: its process.
    """

    url: str
    process: int


@dataclass(frozen=True)
class Turn:
    """What `wrk` said.

    Args:
        per_second: requests per second.
        processor: the server's processor time for a request in seconds, which other work on the machine changes less.
        errors: what went wrong; empty where nothing did.
    """

    per_second: float
    processor: float
    errors: str


def _arguments() -> Size:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--page", choices=PAGES, help="what is asked for (all of them)")
    parser.add_argument("--rounds", type=int, default=7, help="how many turns each app has (7)")
    parser.add_argument("--seconds", type=float, default=3, help="how long a turn takes (3)")
    parser.add_argument("--connections", type=int, default=16, help="how many ask at the same time (16)")
    parser.add_argument("--http", choices=("auto", "h11", "httptools"), default="auto", help="how uvicorn reads (auto)")
    parser.add_argument("--memory", action="store_true", help="watch the size of the process instead")
    parser.add_argument("--quick", action="store_true", help="a short turn for each, to see that it runs")
    given = parser.parse_args()
    pages = (given.page,) if given.page else PAGES
    memory = 10_000 if given.memory else 0
    if given.quick:
        return Size(pages, 1, 0.2, 4, given.http, 20)
    return Size(pages, given.rounds, given.seconds, given.connections, given.http, memory)


@contextmanager
def served(name: str, http: str) -> Generator[Served]:
    """Serves an app in a process of its own.

    Raises:
        SystemExit: it did not start.
    """
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    command = ["-m", "uvicorn", f"benchmarks._http_apps:{name}", "--port", str(port), "--http", http]
    options = ["--no-access-log", "--log-level", "warning", "--no-proxy-headers"]
    root = Path(__file__).resolve().parents[1]
    process = subprocess.Popen([sys.executable, *command, *options], cwd=root)
    try:
        url = f"http://127.0.0.1:{port}"
        _wait(url, process)
        yield Served(url, process.pid)
    finally:
        process.terminate()
        process.wait()


def _wait(url: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + _START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        try:
            read(f"{url}/small")
        except urllib.error.URLError:
            time.sleep(0.05)
        else:
            return
    raise SystemExit(f"{url} did not start.")


def read(url: str) -> str:
    """Returns a page."""
    with urllib.request.urlopen(url) as answer:  # noqa: S310 - it is made here
        text: str = answer.read().decode()
        return text


def content(document: str) -> list[object]:
    """Returns what makes two pages equal: what stands in the root, without marks and scripts."""
    _, _, inside = _TOKENS.sub("", document).partition(f'id="{ROOT_ID}">')
    return shape(re.sub(rf' {MARKER}="[^"]*"', "", inside))


def check(apps: dict[str, Served], page: str) -> None:
    """Compares what the apps answer with.

    Raises:
        SystemExit: one of them has another page than the others.
    """
    pages = {name: content(read(f"{app.url}/{page}")) for name, app in apps.items()}
    expected = next(iter(pages.values()))
    for name, found in pages.items():
        if found != expected:
            raise SystemExit(f"{name} answers with another page than the others.")


def ask(app: Served, page: str, size: Size) -> Turn:
    """Has `wrk` ask for a page.

    Raises:
        SystemExit: it failed.
    """
    options = ["-t1", f"-c{size.connections}", f"-d{max(1, round(size.seconds))}s", "--timeout", "10s"]
    before = processor_time(app.process)
    run = subprocess.run(["wrk", *options, f"{app.url}/{page}"], capture_output=True, text=True, check=False)
    spent = processor_time(app.process) - before
    found = re.search(r"(\d+) requests in .*Requests/sec:\s+([\d.]+)", run.stdout, re.DOTALL)
    if found is None:
        raise SystemExit(f"wrk failed: {run.stdout}{run.stderr}")
    errors = re.findall(r"(?:Socket errors|Non-2xx).*", run.stdout)
    return Turn(float(found[2]), spent / max(int(found[1]), 1), " ".join(errors))


def processor_time(process: int) -> float:
    """Returns the processor time that a process has taken in seconds."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure(apps: dict[str, Served], page: str, size: Size) -> dict[str, list[Turn]]:
    """Gives each app its turns, after one that does not count."""
    turns: dict[str, list[Turn]] = {name: [] for name in apps}
    for number in range(size.rounds + 1):
        for name, app in apps.items():
            turn = ask(app, page, size)
            if number:
                turns[name].append(turn)
    return turns


def report(page: str, turns: dict[str, list[Turn]]) -> Table:
    """Makes the table of a page, the fastest app first."""
    medians = {name: statistics.median(turn.per_second for turn in found) for name, found in turns.items()}
    processor = {name: statistics.median(turn.processor for turn in found) for name, found in turns.items()}
    table = Table(f"/{page}", "requests/s", "x pyui", "CPU µs", "x pyui", "errors")
    for name in sorted(medians, key=medians.__getitem__, reverse=True):
        errors = "; ".join(turn.errors for turn in turns[name] if turn.errors)
        rates = (f"{medians[name]:,.0f}", f"{medians[name] / medians[_PYUI]:.2f}")
        times = (f"{processor[name] * 1e6:,.0f}", f"{processor[name] / (processor[_PYUI] or 1):.2f}")
        table.add_row(name, *rates, *times, errors or "none")
    for column in table.columns[1:5]:
        column.justify = "right"
    return table


def resident(process: int) -> int:
    """Returns the resident size of a process in bytes."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    return int(found[1]) * 1024 if found else 0


def watch_memory(app: Served, page: str, requests: int, console: Console) -> None:
    """Asks for a page, and as many times again, and prints how the process grew."""
    sizes = [resident(app.process)]
    for _ in range(2):
        for _ in range(requests):
            read(f"{app.url}/{page}")
        sizes.append(resident(app.process))
    texts = ", ".join(f"{size / 1e6:.1f} MB" for size in sizes)
    console.print(f"/{page}: resident size at the start, after {requests:,} and {2 * requests:,} requests: {texts}")


def main() -> None:
    size = _arguments()
    console = Console()
    if shutil.which("wrk") is None:
        raise SystemExit("wrk is missing: apt-get install wrk")
    with ExitStack() as stack:
        if size.memory:
            app = stack.enter_context(served("pyui_mounted", size.http))
            for page in size.pages:
                watch_memory(app, page, size.memory, console)
        if not size.memory or size.memory < 100:
            apps = {label: stack.enter_context(served(name, size.http)) for label, name in APPS.items()}
            for page in size.pages:
                check(apps, page)
                console.print(report(page, measure(apps, page, size)))


if __name__ == "__main__":
    main()
