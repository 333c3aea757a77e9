"""`pyui dev`: what changes is rebuilt, open pages are told, and errors are shown until the next change."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import httpx
import pytest

from pyui.build import new_project
from tests.support.process import listening_url
from tests.test_cli import command, environment

_SECONDS = 60


class Dev(NamedTuple):
    project: Path
    client: httpx.Client

    def version(self, *, after: str = "") -> str:
        """Waits for a version other than the one given, as the script in an open page does."""
        while True:
            try:
                with self.client.stream("GET", "/__pyui_dev") as stream:
                    for line in stream.iter_lines():
                        if line.startswith("data: ") and line[6:] != after:
                            return line[6:]
            except (httpx.RemoteProtocolError, httpx.NetworkError):  # the server starts anew
                continue

    def edit(self, name: str, old: str, new: str) -> None:
        file = self.project / "my_shop" / name
        text = file.read_text()
        assert old in text
        file.write_text(text.replace(old, new))


@pytest.fixture
def dev(tmp_path: Path) -> Iterator[Dev]:
    project = tmp_path / "my_shop"
    new_project(project)
    arguments = command("dev", "my_shop.main:app", "--port", "0")
    with subprocess.Popen(arguments, cwd=project, env=environment(), stderr=subprocess.PIPE, text=True) as process:
        try:
            with httpx.Client(base_url=listening_url(process), timeout=_SECONDS) as client:
                yield Dev(project, client)
        finally:
            process.terminate()
    assert process.returncode == 0


def test_reloads_what_changed(dev: Dev) -> None:
    page = dev.client.get("/about")
    assert "plain HTML" in page.text
    assert page.text.count("EventSource") == 1
    assert int(page.headers["content-length"]) == len(page.content)
    first = dev.version()

    dev.edit("pages/about.py", "plain HTML", "new HTML")
    second = dev.version(after=first)
    assert "new HTML" in dev.client.get("/about").text

    dev.edit("static/style.css", "40rem", "41rem")
    third = dev.version(after=second)
    assert third.partition("-")[0] == second.partition("-")[0]
    stylesheet = dev.client.get("/about").text.partition('href="/static/')[2].partition('"')[0]
    assert "41rem" in dev.client.get(f"/static/{stylesheet}").text


def test_errors_are_shown_and_go_away(dev: Dev) -> None:
    version = dev.version()
    dev.edit("pages/about.py", "def About", "def About(")
    version = dev.version(after=version)
    broken = dev.client.get("/about")
    assert broken.status_code == 500
    assert "SyntaxError" in broken.text
    assert f"{dev.project / 'my_shop' / 'pages' / 'about.py'}:" in broken.text
    assert "EventSource" in broken.text

    dev.edit("pages/about.py", "def About(", "def About")
    version = dev.version(after=version)
    assert dev.client.get("/about").status_code == 200

    dev.edit("pages/about.py", "    return", "    1 / 0\n    return")
    dev.version(after=version)
    failing = dev.client.get("/about")
    assert failing.status_code == 500
    assert "ZeroDivisionError" in failing.text
    assert "while rendering About" in failing.text
    assert "EventSource" in failing.text
    assert dev.client.get("/").status_code == 200


def test_markup_that_a_parser_changes_is_shown(dev: Dev) -> None:
    version = dev.version()
    dev.edit("pages/about.py", 'p("This page is plain HTML.")', 'p(p("This page is plain HTML."))')
    dev.version(after=version)
    failing = dev.client.get("/about")
    assert failing.status_code == 500
    assert "ContentModelError [PYUI212]" in failing.text
    assert "written by About &gt; Layout" in failing.text
    assert f"{dev.project / 'my_shop' / 'pages' / 'about.py'}:" in failing.text
    assert dev.client.get("/").status_code == 200


def test_script_is_in_live_pages_and_others(dev: Dev) -> None:
    assert "EventSource" in dev.client.get("/").text
    assert "EventSource" in dev.client.get("/nothing").text
    assert "EventSource" not in dev.client.get("/static/style.css").text


def test_port_in_use_is_said(dev: Dev) -> None:
    port = str(dev.client.base_url.port)
    done = subprocess.run(
        [sys.executable, "-m", "pyui", "dev", "my_shop.main:app", "--port", port],
        cwd=dev.project, env=environment(), capture_output=True, text=True, check=False, timeout=_SECONDS,
    )  # fmt: skip
    assert done.returncode != 0
    assert "in use" in done.stderr
