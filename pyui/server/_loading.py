"""Calls the loaders of pages."""

import inspect
from collections.abc import Awaitable, Mapping

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from pyui.server._server_route import Loader


async def call_loader(loader: Loader, request: Request | None, params: Mapping[str, object]) -> object:
    """Calls a loader; one that is no coroutine function in a thread, because it may wait.

    Args:
        loader: the loader.
        request: the request; None at build time.
        params: the path parameters.

    Returns:
        What it returned.
    """
    if request is None or inspect.iscoroutinefunction(loader):
        result = loader(request, **params)
    else:
        result = await run_in_threadpool(loader, request, **params)
    return await result if isinstance(result, Awaitable) else result
