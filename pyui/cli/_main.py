"""The commands."""

import sys
from pathlib import Path
from typing import Annotated

import typer
import uvicorn
from rich.console import Console

from pyui._version import __version__
from pyui.build import build_site, new_project, page_routes
from pyui.cli._dev_server import serve_dev
from pyui.cli._find_app import find_app
from pyui.cli._report import BuildReport, print_summary
from pyui.errors import PyuiError
from pyui.server._user_code import users_place

_cli = typer.Typer(
    help="Component-based web interfaces in Python: rendered on the server, hydrated in the browser.",
    no_args_is_help=True,
    pretty_exceptions_show_locals=False,
)


def main() -> None:
    """Runs the command line of the process. Errors that pyui raises on purpose are printed without a traceback."""
    if sys.path[0] != str(Path.cwd()):
        sys.path.insert(0, str(Path.cwd()))
    try:
        _cli()
    except PyuiError as error:
        error.where = users_place(error.where)
        Console(stderr=True).print(str(error), markup=False, highlight=False, soft_wrap=True, style="red")
        raise SystemExit(1) from None


def _print_version(wanted: bool) -> None:
    if wanted:
        Console().print(f"pyui {__version__}", highlight=False)
        raise typer.Exit


@_cli.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """What stands before the command."""


@_cli.command()
def build(
    app: Annotated[str, typer.Argument(metavar="APP", help="The app, as package.module:name.")],
    out: Annotated[Path, typer.Option(help="The folder to write; an earlier build in it is replaced.")] = Path("dist"),
) -> None:
    """Write the pages of APP as static files."""
    found = find_app(app)
    console = Console()
    with BuildReport(console, len(page_routes(found))) as report:
        site = build_site(found, out, on_page=report.page)
    print_summary(console, site)


@_cli.command()
def serve(
    app: Annotated[str, typer.Argument(metavar="APP", help="The app, as package.module:name.")],
    host: Annotated[str, typer.Option(help="The address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port to listen at.")] = 8000,
    workers: Annotated[int, typer.Option(min=1, help="The number of processes.")] = 1,
) -> None:
    """Serve APP."""
    find_app(app)
    # A header that a client can send itself must not decide who it is: trust in proxies has to be asked for.
    uvicorn.run(app, host=host, port=port, workers=workers, proxy_headers=False, server_header=False)


@_cli.command()
def dev(
    app: Annotated[str, typer.Argument(metavar="APP", help="The app, as package.module:name.")],
    host: Annotated[str, typer.Option(help="The address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port to listen at.")] = 8000,
) -> None:
    """Serve APP, show errors in the browser, and reload the page when a file changes."""
    serve_dev(app, host, port, Path.cwd())


@_cli.command()
def new(
    name: Annotated[Path, typer.Argument(metavar="NAME", help="The folder to make; its last part is the name.")],
) -> None:
    """Make a project that runs as it is."""
    files = new_project(name)
    console = Console(highlight=False)
    for file in files:
        console.print(f"{name / file}", markup=False, soft_wrap=True)
    package = name.absolute().name.replace("-", "_")
    console.print(f"\nNow: cd {name} && pyui dev {package}.main:app", markup=False, soft_wrap=True)
