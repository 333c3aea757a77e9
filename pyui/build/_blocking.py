"""Waiting for coroutines, wherever the caller is. Server only."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any


def wait_for[T](coroutine: Coroutine[Any, Any, T]) -> T:
    """Runs a coroutine to its end, in a thread of its own: that of the caller may have an event loop running.

    Args:
        coroutine: what to run.

    Returns:
        What it returns.
    """
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, coroutine).result()
