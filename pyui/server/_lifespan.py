"""The lifespan part of ASGI, for an app that is served alone."""

from starlette.types import Receive, Send


async def serve_lifespan(receive: Receive, send: Send) -> None:
    """Answers that there is nothing to start and nothing to stop."""
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return
