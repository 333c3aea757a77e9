"""What ends a render on purpose. Runs on both sides."""


class ControlFlow(BaseException):
    """Ends a render: the page is another one. No error: neither `except Exception` nor an `ErrorBoundary` takes it."""


class NotFound(ControlFlow):
    """There is no such page."""
