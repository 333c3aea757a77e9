"""The memory snapshot of an app that is served without a build."""

import os
from functools import partial

from rich.console import Console

from pyui.build import Snapshots
from pyui.errors import PyuiError
from pyui.server import SNAPSHOT_VARIABLE, App, RoutesModuleError


def take_snapshot(app: App) -> None:
    """Takes the memory snapshot of an app, or finds it in the cache, and names it for all processes that serve the app.

    Args:
        app: the app; nothing is done where its routes cannot ship.
    """
    console = Console(stderr=True, highlight=False, markup=False, soft_wrap=True)
    app.snapshot_source = Snapshots("server", partial(print_warning, console), partial(print_taking, console))
    try:
        snapshot = app.assets().snapshot
    except RoutesModuleError:
        return  # it is an error of the first live page, if there ever is one
    if snapshot is not None:
        os.environ[SNAPSHOT_VARIABLE] = str(snapshot.file.parent)


def print_taking(console: Console) -> None:
    """Says why the command takes seconds this time."""
    console.print("Taking a memory snapshot; it is kept until the code changes.")


def print_warning(console: Console, error: PyuiError) -> None:
    """Prints an error that stops nothing."""
    console.print(str(error), markup=False, highlight=False, soft_wrap=True, style="yellow")
