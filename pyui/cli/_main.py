"""The commands."""

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
import uvicorn
from rich.console import Console

from pyui._version import __version__
from pyui.build import AppSource, build_site, list_routes, new_project, read_budgets
from pyui.build._blocking import wait_for
from pyui.cli._dev_server import serve_dev
from pyui.cli._dist import find_dist
from pyui.cli._find_app import find_app, find_application
from pyui.cli._lock import lock_packages
from pyui.cli._report import BuildReport, print_summary
from pyui.cli._routes_table import print_routes, routes_json
from pyui.cli._snapshot import take_snapshot
from pyui.errors import PyuiError
from pyui.server import PRERENDERED_VARIABLE
from pyui.server._user_code import users_place

_cli = typer.Typer(
    help="Component-based web interfaces in Python: rendered on the server, hydrated in the browser.",
    no_args_is_help=True,
    pretty_exceptions_show_locals=False,
)


class _Output(StrEnum):
    server = "server"
    static = "static"


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


_NoSnapshot = Annotated[
    bool,
    typer.Option(
        "--no-snapshot",
        envvar="PYUI_NO_SNAPSHOT",
        help="Have pages start Python from the beginning, which takes longer.",
    ),
]


@_cli.command()
def build(  # noqa: PLR0917 - the arguments are the options of the command
    app: Annotated[str, typer.Argument(metavar="APP", help="The app, as package.module:name.")],
    out: Annotated[Path, typer.Option(help="The folder to write; an earlier build in it is replaced.")] = Path("dist"),
    output: Annotated[
        _Output | None,
        typer.Option(help="Files for a static host, or for `pyui serve`. [default: server if a route needs one]"),
    ] = None,
    base_url: Annotated[str, typer.Option(help="The address that the site will have; for the sitemap.")] = "",
    jobs: Annotated[
        int | None, typer.Option(min=1, help="The number of processes. [default: one for each core]")
    ] = None,
    no_snapshot: _NoSnapshot = False,
) -> None:
    """Write the pages of APP that need no request as files."""
    application, found = find_application(app)
    console = Console()
    with BuildReport(console, len(found.table.entries)) as report:
        site = build_site(
            found,
            out,
            output=output.value if output is not None else None,
            base_url=base_url,
            application=application,
            source=AppSource(find_application, app),
            jobs=jobs if jobs is not None else os.cpu_count() or 1,
            snapshot=not no_snapshot,
            budgets=read_budgets(Path("pyproject.toml")),
            progress=report.listeners,
        )
    print_summary(console, site)


@_cli.command()
def serve(  # noqa: PLR0917 - the arguments are the options of the command
    app: Annotated[str, typer.Argument(metavar="APP", help="The app, as package.module:name.")],
    host: Annotated[str, typer.Option(help="The address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port to listen at.")] = 8000,
    workers: Annotated[int, typer.Option(min=1, help="The number of processes.")] = 1,
    dist: Annotated[
        Path | None, typer.Option(help="What `pyui build` wrote. [default: dist, if it is a build of APP for a server]")
    ] = None,
    no_dist: Annotated[bool, typer.Option("--no-dist", help="Render all pages anew.")] = False,
    no_snapshot: _NoSnapshot = False,
) -> None:
    """Serve APP."""
    built = None if no_dist else find_dist(app, dist)
    if built is not None:
        os.environ[PRERENDERED_VARIABLE] = str(built.absolute())
    found = find_app(app)
    if built is not None and found.prerendered is not None:
        Console(stderr=True).print(
            f"{len(found.prerendered):,} prerendered pages from {built}", markup=False, highlight=False
        )
    elif not no_snapshot:
        take_snapshot(found)
    # A header that a client can send itself must not decide who it is: trust in proxies has to be asked for.
    uvicorn.run(app, host=host, port=port, workers=workers, proxy_headers=False, server_header=False)


@_cli.command()
def routes(
    app: Annotated[str, typer.Argument(metavar="APP", help="The app, as package.module:name.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """List the routes of APP: how each is rendered, and whether it has a script."""
    found = wait_for(list_routes(*find_application(app)))
    if as_json:
        sys.stdout.write(f"{routes_json(found)}\n")
    else:
        print_routes(Console(), found)


@_cli.command()
def lock(
    project: Annotated[Path, typer.Argument(metavar="PROJECT", help="The folder with pyproject.toml.")] = Path(),
    find_links: Annotated[
        list[Path] | None, typer.Option(help="A folder with wheels to take before those of the indexes.")
    ] = None,
) -> None:
    """Pin the client packages of PROJECT, and all that they need, by the hashes of their wheels."""
    lock_packages(project / "pyproject.toml", find_links or ())


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
