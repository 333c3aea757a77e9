"""Pages that start from a memory snapshot in Firefox and WebKit, and where it is missing."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.other_browsers.driven_page import DrivenPage
from tests.support.file_server import file_server
from tests.support.snapshot import build

_DRAWN = """async () => {
  const output = document.querySelector("output");
  document.querySelector("#draw").click();
  while (output.textContent === "nothing") await new Promise((go) => setTimeout(go, 10));
  return output.textContent;
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("snapshot"), "app", "--output", "static").folder


@pytest.fixture
def url(site: Path) -> Iterator[str]:
    with file_server(site) as address:
        yield f"{address}/"


def test_python_starts_from_it_and_differs_between_visits(driven_page: DrivenPage, url: str) -> None:
    drawn: list[str] = []
    for _ in range(2):
        driven_page.goto(url)
        ready = driven_page.ready()
        assert "restore" in ready["timings"]
        assert ready["mismatches"] == 0
        drawn.append(driven_page.evaluate(_DRAWN))
    assert drawn[0] != drawn[1]


def test_without_it_python_starts_from_the_beginning(driven_page: DrivenPage, site: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(site, tmp_path / "site")
    for file in copy.rglob("snapshot.*"):
        file.unlink()
    with file_server(copy) as address:
        driven_page.goto(f"{address}/")
        timings = driven_page.ready()["timings"]
        assert "pyodide" in timings
        assert "restore" not in timings
        assert driven_page.evaluate(_DRAWN)
