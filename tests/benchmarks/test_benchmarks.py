"""Runs each benchmark with a tiny size, so that none of them can rot."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BENCHMARKS = sorted(path.name for path in (ROOT / "benchmarks").glob("[!_]*.py"))


def test_there_are_benchmarks():
    assert "ssr.py" in BENCHMARKS


@pytest.mark.parametrize("name", BENCHMARKS)
def test_runs(name: str):
    if name == "over_http.py" and shutil.which("wrk") is None:
        pytest.skip("wrk is missing: apt-get install wrk")
    run = subprocess.run(
        [sys.executable, ROOT / "benchmarks" / name, "--quick"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert run.returncode == 0, run.stderr
    assert "pyui" in run.stdout
