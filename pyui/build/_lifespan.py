"""Enters the lifespan of an application as a server does, so that what it opens is there while pages are built."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

from starlette.types import ASGIApp, Message, Scope

from pyui.build._errors import LifespanError


@asynccontextmanager
async def entered_lifespan(application: ASGIApp) -> AsyncGenerator[None]:
    """Enters the lifespan of an ASGI application, and leaves it at the end of the block.

    Args:
        application: the application; one that does not know of lifespans is let be.

    Raises:
        LifespanError: it did not start, or did not stop.
    """
    protocol = _Protocol(application)
    await protocol.send("lifespan.startup")
    try:
        yield
    finally:
        await protocol.send("lifespan.shutdown")


class _Protocol:
    """The server's side of the lifespan messages of ASGI."""

    def __init__(self, application: ASGIApp) -> None:
        self._to_app: asyncio.Queue[Message] = asyncio.Queue()
        self._from_app: asyncio.Queue[Message] = asyncio.Queue()
        scope: Scope = {"type": "lifespan", "asgi": {"version": "3.0", "spec_version": "2.0"}, "state": {}}
        self._task = asyncio.create_task(self._run(application, scope))
        self._ended = False

    async def _run(self, application: ASGIApp, scope: Scope) -> None:
        try:
            await application(scope, self._to_app.get, self._from_app.put)
        except Exception as error:  # noqa: BLE001 - the boundary: ASGI has applications without lifespan raise
            await self._from_app.put({"type": "ended", "error": error})
        else:
            await self._from_app.put({"type": "ended"})

    async def send(self, kind: str) -> None:
        """Sends a message and waits until the application has done what it says."""
        if self._ended:
            return
        await self._to_app.put({"type": kind})
        answer = await self._from_app.get()
        if answer["type"] == f"{kind}.failed":
            last = await self._from_app.get()
            error: Any = last.get("error")
            what = (
                f"The app's lifespan failed: {type(error).__name__}: {error}." if error else answer.get("message", "")
            )
            raise LifespanError(what or "The app's lifespan failed.", "Correct what the app does there.") from error
        self._ended = answer["type"] == "ended" or kind == "lifespan.shutdown"
        if self._ended:
            await self._task
