"""What a build shows on a terminal and elsewhere."""

from io import StringIO

import pytest
from rich.console import Console

from pyui.build import BuiltPage
from pyui.cli._report import BuildReport


@pytest.mark.parametrize("terminal", [True, False])
def test_bar_on_a_terminal_and_lines_elsewhere(terminal: bool) -> None:
    out = StringIO()
    console = Console(file=out, force_terminal=terminal, width=100, legacy_windows=False)
    with BuildReport(console, 2) as report:
        report.page(BuiltPage("/[one]", "prerender", 10, 0.1))
        report.page(BuiltPage("/two", "redirect", 10, 0.1))
    text = out.getvalue()
    assert ("Rendering" in text) == terminal
    assert ("2/2" in text) == terminal
    assert text == "prerender /[one]\nredirect /two\n" or terminal
