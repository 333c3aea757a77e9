"""Adds a script to the pages of an app, as WebDriver has no way to run one before a page's own."""

from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pyui.testing._hydration_watch import SCRIPT

_CONSOLE = """
globalThis.written = [];
for (const name of ["debug", "error", "info", "log", "warn"]) {
  const write = console[name].bind(console);
  console[name] = (...values) => (written.push(values.join(" ")), write(...values));
}
addEventListener("error", (event) => written.push(`${event.message}`));
addEventListener("unhandledrejection", (event) => written.push(`${event.reason}`));
"""

_SCRIPT = f"<script>{_CONSOLE}{SCRIPT}</script>".encode()


class RecordingApp:
    """An app whose pages record what is written to the console and what changes in the document.

    Args:
        app: any ASGI app. Its pages have a `<head>` in their first chunk.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request, uncompressed."""
        is_page = False

        async def send_recording(message: Message) -> None:
            nonlocal is_page
            if message["type"] == "http.response.start":
                headers: list[Any] = message["headers"]
                is_page = any(name == b"content-type" and value.startswith(b"text/html") for name, value in headers)
                if is_page:
                    message = {**message, "headers": [pair for pair in headers if pair[0] != b"content-length"]}
            elif is_page and message["type"] == "http.response.body":
                message = {**message, "body": message["body"].replace(b"<head>", b"<head>" + _SCRIPT, 1)}
            await send(message)

        if scope["type"] == "http":
            scope = {**scope, "headers": [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]}
        await self._app(scope, receive, send_recording)
