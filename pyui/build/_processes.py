"""Spreads the pages of a build over processes."""

import asyncio
import functools
import multiprocessing
import multiprocessing.util
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import AsyncExitStack
from pathlib import Path
from typing import NamedTuple, Self

from starlette.types import ASGIApp

from pyui.build._lifespan import entered_lifespan
from pyui.build._page_writer import Output, PageJob, PageResult, PageWriter
from pyui.build._snapshots import Snapshots
from pyui.server import App

_BATCH = 32
_SERIAL_PAGES = 256  # a process starts in about the time that these take


class WorkerSettings(NamedTuple):
    """What a process needs to know.

    Args:
        load: finds the application and the app in it; a function of a module.
        name: what `load` is called with.
        folder: the output folder.
        output: for whom the pages are.
        snapshot: whether pages start Python from a memory snapshot.
    """

    load: Callable[[str], tuple[ASGIApp, App]]
    name: str
    folder: Path
    output: Output
    snapshot: bool


async def write_pages(
    jobs: AsyncIterator[PageJob], serial: PageWriter, settings: WorkerSettings | None, processes: int
) -> AsyncGenerator[PageResult]:
    """Writes pages and yields what became of them, in their order. Only a bounded number is on the way.

    Args:
        jobs: the pages.
        serial: writes the first ones, in this process.
        settings: how further processes find the app; None for no further processes.
        processes: how many of them.
    """
    with _Pool(settings, processes) as pool:
        ahead = 2 * processes if settings is not None else 0
        pending: deque[asyncio.Future[list[PageResult]]] = deque()
        count = 0
        try:
            async for batch in _batches(jobs):
                write = serial.write if settings is None or processes < 2 or count < _SERIAL_PAGES else pool.write
                pending.append(asyncio.ensure_future(write(batch)))
                count += len(batch)
                while len(pending) > ahead:
                    for result in await pending.popleft():
                        yield result
            while pending:
                for result in await pending.popleft():
                    yield result
        finally:
            for rest in pending:
                rest.cancel()


async def _batches(jobs: AsyncIterator[PageJob]) -> AsyncIterator[list[PageJob]]:
    batch: list[PageJob] = []
    async for job in jobs:
        batch.append(job)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


class _Pool:
    """Processes that are started when the first page is given to them."""

    def __init__(self, settings: WorkerSettings | None, processes: int) -> None:
        self._settings = settings
        self._processes = processes
        self._executor: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        if self._executor is not None:
            self._executor.shutdown(cancel_futures=True)

    def write(self, jobs: Sequence[PageJob]) -> Awaitable[list[PageResult]]:
        if self._executor is None:
            context = multiprocessing.get_context("spawn")
            self._executor = ProcessPoolExecutor(self._processes, context)
        assert self._settings is not None
        return asyncio.get_running_loop().run_in_executor(self._executor, _write, self._settings, jobs)


def _write(settings: WorkerSettings, jobs: Sequence[PageJob]) -> list[PageResult]:
    """Runs in a process of its own."""
    return _worker(settings).write(jobs)


@functools.cache
def _worker(settings: WorkerSettings) -> "_Worker":
    return _Worker(settings)


class _Worker:
    """The app in a process of its own: its lifespan lasts until the process ends."""

    def __init__(self, settings: WorkerSettings) -> None:
        application, app = settings.load(settings.name)
        if settings.snapshot:
            # The first process warns of the same.
            app.snapshot_source = Snapshots(settings.output, lambda _: None)
        self._writer = PageWriter(app, settings.folder, settings.output)
        self._runner = asyncio.Runner()
        self._lifespan = AsyncExitStack()
        self._runner.run(self._lifespan.enter_async_context(entered_lifespan(application)))
        multiprocessing.util.Finalize(self, self._close, exitpriority=10)

    def write(self, jobs: Sequence[PageJob]) -> list[PageResult]:
        return self._runner.run(self._writer.write(jobs))

    def _close(self) -> None:
        self._runner.run(self._lifespan.aclose())
        self._runner.close()
