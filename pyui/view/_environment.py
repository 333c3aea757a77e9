"""Where the code is running. Runs on both sides."""

import sys
from collections.abc import Generator
from contextlib import contextmanager


class Environment:
    """What is known of the place that this code runs in.

    Attributes:
        hydrating: whether the components of a page that is there are being run, to take it over.
        in_browser: whether this is the browser, or the test kit's page that stands in for one.
        language: in the browser, the language that it is set to.
        settled: whether values are those of the page although it is not hydrated; the test kit compares pages so.
    """

    __slots__ = ("hydrating", "in_browser", "language", "settled")

    def __init__(self) -> None:
        self.hydrating = False
        self.in_browser = sys.platform == "emscripten"
        self.language = "en"
        self.settled = False


environment = Environment()


def is_server() -> bool:
    """Tells whether this runs on the server or in a build, and not in the browser."""
    return not environment.in_browser


def is_hydrating() -> bool:
    """Tells whether the component runs in the browser to take over what the server has rendered.

    It is True until all components of the page have run, and False in `on_mount`, in effects and in event handlers.
    What a component returns may not depend on it: the page is to be the one that is there.
    """
    return environment.hydrating


@contextmanager
def hydrating() -> Generator[None]:
    """Has `is_hydrating` tell so."""
    environment.hydrating = True
    try:
        yield
    finally:
        environment.hydrating = False
