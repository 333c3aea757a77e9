"""What a build shows on a terminal and elsewhere."""

from io import StringIO

import pytest
from rich.console import Console

from pyui.build import BuiltRoute
from pyui.cli._report import BuildReport


@pytest.mark.parametrize("terminal", [True, False])
def test_bar_on_a_terminal_and_lines_elsewhere(terminal: bool) -> None:
    out = StringIO()
    console = Console(file=out, force_terminal=terminal, width=100, legacy_windows=False)
    with BuildReport(console, 2) as report:
        for path in ("/[one]/1", "/[one]/2"):
            report.listeners.on_page(path)
        report.listeners.on_route(BuiltRoute("/[one]/{id}", "prerender", 2, 10, 0.1))
        report.listeners.on_route(BuiltRoute("/two", "redirect", 1, 10, 0.1))
    text = out.getvalue()
    assert ("Rendering" in text) == terminal
    assert ("2/2 routes, 2 pages" in text) == terminal
    assert text == "prerender /[one]/{id} (2 pages)\nredirect /two\n" or terminal
