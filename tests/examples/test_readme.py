"""The app in the README runs as it is printed there."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.examples.conftest import ROOT, Open
from tests.support.process import listening_url

README = ROOT / "README.md"
_FILES = re.compile(r"^```python\n# ([\w/]+\.py)[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)


@pytest.fixture
def hello(tmp_path: Path) -> Iterator[str]:
    """The app, served by the command line."""
    for name, source in _FILES.findall(README.read_text()):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(source)
    start = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from pyui.cli import main; main()"
    command = [sys.executable, "-c", start, "serve", "hello.main:app", "--port", "0"]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield listening_url(process)
        finally:
            process.terminate()


def test_first_app(hello: str, page: Page, open_live: Open) -> None:
    open_live(hello)
    page.get_by_role("button", name="+").click()
    expect(page.locator("main p")).to_have_text("Count: 1 (double: 2)")


def test_files_that_the_readme_names_exist() -> None:
    targets = re.findall(r"\]\(([^)#]+)\)", README.read_text())
    assert [target for target in targets if not (ROOT / target).exists()] == []
