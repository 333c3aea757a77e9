"""Builds a site of Markdown posts with pyui and with those of Eleventy and Hugo that are installed.

Reports pages per second, and whether memory stays flat: ten times as many pages may take at most 1.5 times the memory,
counted by the largest process.
"""

import argparse
import os
import statistics
import subprocess
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.table import Table

from benchmarks._post_sites import Command, installed, pyui

_MOST_GROWTH = 1.5


class Run(NamedTuple):
    """A build.

    Args:
        seconds: the time that it took.
        cpu_seconds: the processor time of all its processes, which a busy machine hardly changes.
        megabytes: the peak resident memory of the largest of its processes.
    """

    seconds: float
    cpu_seconds: float
    megabytes: float


def run(command: Command, count: int) -> Run:
    """Runs a build.

    Raises:
        SystemExit: it failed, or wrote another number of posts.
    """
    start = time.perf_counter()
    with subprocess.Popen(
        command.arguments, cwd=command.folder, env=command.environment, stdout=subprocess.DEVNULL
    ) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - start
    written = sum(1 for _ in (command.out / "posts").glob("*/index.html"))
    if process.returncode != 0 or written != count:
        raise SystemExit(f"{' '.join(command.arguments)} wrote {written} of {count} posts.")
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def compare(count: int, rounds: int) -> Table:
    """Builds the same posts with each generator, in turns."""
    runs: dict[str, list[Run]] = {name: [] for name in installed()}
    for _ in range(rounds):
        for name, make in installed().items():
            with tempfile.TemporaryDirectory() as folder:
                runs[name].append(run(make(Path(folder) / name, count), count))
    table = Table(title=f"{count:,} Markdown posts, median of {rounds}", box=None)
    for column in ("generator", "seconds", "pages/s", "CPU s", "peak MB"):
        table.add_column(column, justify="left" if column == "generator" else "right")
    for name, found in runs.items():
        seconds = statistics.median(item.seconds for item in found)
        processor = statistics.median(item.cpu_seconds for item in found)
        megabytes = statistics.median(item.megabytes for item in found)
        table.add_row(name, f"{seconds:.2f}", f"{count / seconds:,.0f}", f"{processor:.1f}", f"{megabytes:.0f}")
    return table


def growth(count: int, jobs: int) -> tuple[float, float]:
    """Returns the peak memory for a tenth of the pages and for all of them, in megabytes."""
    peaks: list[float] = []
    for size in (count // 10, count):
        with tempfile.TemporaryDirectory() as folder:
            peaks.append(run(pyui(Path(folder) / "pyui", size, jobs=jobs), size).megabytes)
    return peaks[0], peaks[1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--posts", type=int, default=10_000, help="the number of posts (10,000)")
    parser.add_argument("--rounds", type=int, default=3, help="how often each builds them (3)")
    parser.add_argument("--quick", action="store_true", help="few posts, to see that it runs")
    given = parser.parse_args()
    count, rounds = (300, 1) if given.quick else (given.posts, given.rounds)
    console = Console()
    console.print(compare(count, rounds))
    for jobs in (1, os.cpu_count() or 1):
        small, large = growth(count, jobs)
        console.print(f"{jobs} processes: {small:.0f} MB for {count // 10:,} pages, {large:.0f} MB for {count:,}")
        if large > small * _MOST_GROWTH:
            raise SystemExit(f"Memory grows by {large / small:.2f}, which is more than {_MOST_GROWTH}.")


if __name__ == "__main__":
    main()
