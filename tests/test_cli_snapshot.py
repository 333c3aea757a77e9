"""`pyui serve` without a build: it takes a memory snapshot first, unless it is told not to."""

import os
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from build_tools.paths import ROOT
from tests.support.process import listening_url

APP = "tests.snapshot_app.main:app"


def page_of(folder: Path, *options: str) -> str:
    """Serves the app, and returns its page."""
    environment = {**os.environ, "PYUI_CACHE": str(folder / "cache")}
    del environment["PYUI_NO_SNAPSHOT"]
    command = [sys.executable, "-m", "pyui", "serve", APP, "--no-dist", "--port", "0", *options]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True) as process:
        try:
            # With several workers, uvicorn tells its address before they accept.
            with httpx.Client(transport=httpx.HTTPTransport(retries=8)) as client:
                return client.get(listening_url(process)).text
        finally:
            process.terminate()


@pytest.mark.parametrize("workers", ["1", "2"])
def test_all_processes_know_it(tmp_path_factory: pytest.TempPathFactory, workers: str) -> None:
    folder = tmp_path_factory.getbasetemp() / "serve-snapshot"
    folder.mkdir(exist_ok=True)
    assert '"snapshot":{"url":"/_pyui/snapshot.' in page_of(folder, "--workers", workers)


def test_none_is_taken_where_none_is_wanted(tmp_path: Path) -> None:
    assert '"snapshot":null' in page_of(tmp_path, "--no-snapshot")
    assert not (tmp_path / "cache").exists()
