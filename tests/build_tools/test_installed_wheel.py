"""The wheel, installed where there is no Node.js and nothing of this repository."""

import os
import subprocess
import venv
from pathlib import Path

import httpx
import pytest

from tests.build_tools.test_wheel import build
from tests.support.process import listening_url


@pytest.fixture(scope="module")
def pyui(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The console script of an installed wheel."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder / "venv", with_pip=True)
    binaries = folder / "venv" / "bin"
    wheel = build(folder / "wheel")
    command = [str(binaries / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(wheel)]
    subprocess.run(command, check=True)
    return binaries / "pyui"


def environment(script: Path) -> dict[str, str]:
    """The variables of this process without a way to Node.js or to this repository."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return {**kept, "PATH": str(script.parent)}


def run(script: Path, *arguments: str, cwd: Path) -> None:
    subprocess.run([script, *arguments], cwd=cwd, env=environment(script), check=True, capture_output=True)


def test_new_build_and_serve(pyui: Path, tmp_path: Path) -> None:
    run(pyui, "new", "hello", cwd=tmp_path)
    project = tmp_path / "hello"
    run(pyui, "build", "hello.main:app", "--out", "dist", cwd=project)
    assert '<div id="pyui-root">' in (project / "dist" / "index.html").read_text(encoding="utf-8")
    assert list((project / "dist" / "_pyui").glob("pyodide-*/pyodide.asm.wasm"))
    command = [str(pyui), "serve", "hello.main:app", "--port", "0"]
    with subprocess.Popen(command, cwd=project, env=environment(pyui), stderr=subprocess.PIPE, text=True) as server:
        try:
            assert httpx.get(listening_url(server)).status_code == 200
        finally:
            server.terminate()


def test_no_node(pyui: Path) -> None:
    found = subprocess.run(["/bin/sh", "-c", "command -v node"], env=environment(pyui), check=False)
    assert found.returncode != 0
