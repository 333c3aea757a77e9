"""The application that `pyui dev` serves: the user's own, with a script in each page that reloads it after a change."""

import asyncio
import traceback
from collections.abc import AsyncIterator, Callable

from starlette.responses import HTMLResponse, StreamingResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pyui.cli._find_app import mounted_apps
from pyui.server import App
from pyui.server._error_pages import traceback_page
from pyui.server._import_string import load_object

_CHANGES = "/__pyui_dev"
_POLL_SECONDS = 0.05
_SCRIPT = f"""<script>
(() => {{
  let seen;
  new EventSource("{_CHANGES}").onmessage = (event) => {{
    if (seen !== undefined && seen !== event.data) location.reload();
    seen = event.data;
  }};
}})();
</script>""".encode()


def load_application(text: str) -> ASGIApp:
    """Imports the user's application and lets its apps show errors.

    Returns:
        The application; where importing it raises, one that answers each request with the traceback.
    """
    try:
        found = load_object(text)
    except (Exception, SystemExit) as error:  # noqa: BLE001 - the boundary: it is shown, and goes away with the next change
        traceback.print_exc()
        return HTMLResponse(traceback_page(error), 500, {"Cache-Control": "no-store"})
    for app in [found] if isinstance(found, App) else mounted_apps(found):
        app.debug = True
    application: ASGIApp = found  # type: ignore[assignment] # whatever is no application fails at the first request
    return application


class DevApp:
    """Puts the script into the pages of an application, and tells it of changes.

    Args:
        application: the user's application.
        version: returns a text that differs after a change.
        stopping: tells whether the server is about to stop, so that open connections must end.
    """

    def __init__(self, application: ASGIApp, version: Callable[[], str], stopping: Callable[[], bool]) -> None:
        self._application = application
        self._version = version
        self._stopping = stopping

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"] == _CHANGES:
            response = StreamingResponse(self._changes(), media_type="text/event-stream")
            await response(scope, receive, send)
        elif scope["type"] == "http":
            headers = [(name, value) for name, value in scope["headers"] if name != b"if-none-match"]
            await self._application({**scope, "headers": headers}, receive, _Injection(send))
        elif scope["type"] == "lifespan" and isinstance(self._application, HTMLResponse):
            await App([])(scope, receive, send)
        else:
            await self._application(scope, receive, send)

    async def _changes(self) -> AsyncIterator[str]:
        sent = ""
        while not self._stopping():
            version = self._version()
            if version != sent:
                yield f"retry: 100\ndata: {version}\n\n"
                sent = version
            await asyncio.sleep(_POLL_SECONDS)


class _Injection:
    """A `send` that puts the script at the end of the body of an HTML page."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._start: Message | None = None
        self._body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_html(message):
            self._start = message
        elif self._start is None:
            await self._send(message)
        else:
            self._body += message.get("body", b"")
            if not message.get("more_body", False):
                await self._finish(self._start)

    async def _finish(self, start: Message) -> None:
        before, end, after = self._body.rpartition(b"</body>")
        body = before + _SCRIPT + end + after if end else after + _SCRIPT
        kept = [(name, value) for name, value in start["headers"] if name.lower() not in (b"content-length", b"etag")]
        headers = [*kept, (b"content-length", str(len(body)).encode())]
        await self._send({**start, "headers": headers})
        await self._send({"type": "http.response.body", "body": body})


def _is_html(start: Message) -> bool:
    return any(name.lower() == b"content-type" and value.startswith(b"text/html") for name, value in start["headers"])
