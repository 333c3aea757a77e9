"""The command line, as its users run it: in a process of its own."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from build_tools.paths import ROOT
from pyui import __version__
from tests.support.process import listening_url

type Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """A function that runs `pyui` with arguments in a temporary folder."""

    def call(*arguments: str, folder: Path = tmp_path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command(*arguments), cwd=folder, env=environment(), capture_output=True, text=True, check=False
        )

    return call


def command(*arguments: str) -> Sequence[str]:
    return (sys.executable, "-m", "pyui", *arguments)


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "200", "TERM": "dumb"}


@pytest.fixture
def project(run: Run, tmp_path: Path) -> Path:
    """A new project."""
    assert run("new", "my-shop").returncode == 0
    return tmp_path / "my-shop"


def test_version(run: Run) -> None:
    assert run("--version").stdout == f"pyui {__version__}\n"


def test_new_project_passes_its_own_tests(project: Path, browser_type_launch_args: object) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"],
        cwd=project, env=environment(), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "5 passed" in done.stdout, done.stdout
    assert not list(project.rglob("*.txt"))
    assert not any("{{" in file.read_text() for file in project.rglob("*") if file.suffix in {".py", ".toml", ".md"})


REFUSED_NAMES = ["Shop", "1shop", "my shop", "my--shop", "class", "pyui", "tests", "shöp"]


@pytest.mark.parametrize("name", REFUSED_NAMES)
def test_new_refuses_names(run: Run, tmp_path: Path, name: str) -> None:
    done = run("new", name)
    assert done.returncode == 1
    assert "PYUI605" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_new_refuses_a_folder_with_something_in_it(run: Run, tmp_path: Path) -> None:
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / "mine.txt").write_text("mine")
    done = run("new", "shop")
    assert done.returncode == 1
    assert "PYUI605" in done.stderr
    assert [path.name for path in (tmp_path / "shop").iterdir()] == ["mine.txt"]


def test_build_prints_plain_lines_and_a_summary(run: Run, project: Path) -> None:
    done = run("build", "my_shop.main:app", "--out", "dist", folder=project)
    assert done.returncode == 0
    assert done.stdout.splitlines()[:2] == ["prerender /", "prerender /about"]
    assert re.search(r"^route +mode +pages +bytes +time", done.stdout, re.MULTILINE)
    assert re.search(r"^/about +prerender +1 +[\d,]+ +[\d.]+ ms", done.stdout, re.MULTILINE)
    assert "2 pages" in done.stdout
    assert "\x1b" not in done.stdout
    assert "<h1>my-shop</h1>" in (project / "dist" / "index.html").read_text()


def test_failed_build_names_the_route_and_keeps_the_output(run: Run, project: Path) -> None:
    assert run("build", "my_shop.main:app", folder=project).returncode == 0
    before = {file: file.read_bytes() for file in (project / "dist").rglob("*") if file.is_file()}
    page = project / "my_shop" / "pages" / "about.py"
    page.write_text(page.read_text().replace("    return", "    1 / 0\n    return"))
    done = run("build", "my_shop.main:app", folder=project)
    assert done.returncode == 1
    assert "PYUI601" in done.stderr
    assert f"/about: ZeroDivisionError: division by zero ({page}:" in done.stderr
    assert "Traceback" not in done.stderr
    assert {file: file.read_bytes() for file in (project / "dist").rglob("*") if file.is_file()} == before
    assert sorted(path.name for path in project.glob(".*")) == [".gitignore"]


IMPORT_STRINGS = [
    ("build", "my_shop.mian:app", "PYUI501", "Did you mean my_shop.main?"),
    ("serve", "my_shpo.main:app", "PYUI501", "Did you mean my_shop?"),
    ("build", "my_shop.main:ap", "PYUI501", "Did you mean app?"),
    ("serve", "my_shop.main", "PYUI501", "is no import string"),
    ("build", "json:dumps", "PYUI508", "no pyui apps"),
]


@pytest.mark.parametrize(("command_name", "text", "code", "part"), IMPORT_STRINGS)
def test_unknown_import_path(  # noqa: PLR0917 - a table has as many columns as it needs
    run: Run, project: Path, command_name: str, text: str, code: str, part: str
) -> None:
    done = run(command_name, text, folder=project)
    assert done.returncode == 1
    assert code in done.stderr
    assert part in done.stderr
    assert text in done.stderr
    assert "Traceback" not in done.stderr
    assert "typer" not in done.stderr


def test_error_in_a_route_table_names_the_users_line(run: Run, project: Path) -> None:
    routes = project / "my_shop" / "routes.py"
    routes.write_text(routes.read_text().replace('"/about"', '"/{about"'))
    done = run("build", "my_shop.main:app", folder=project)
    assert done.returncode == 1
    assert "PYUI301" in done.stderr
    assert re.search(rf"at {re.escape(str(routes))}:\d+$", done.stderr, re.MULTILINE)


def test_import_error_inside_the_users_module_is_its_own(run: Run, project: Path) -> None:
    (project / "my_shop" / "main.py").write_text("import not_there\n")
    done = run("build", "my_shop.main:app", folder=project)
    assert done.returncode == 1
    assert "No module named 'not_there'" in done.stderr
    assert "PYUI501" not in done.stderr


def test_app_mounted_in_another_one_is_found(run: Run, project: Path) -> None:
    (project / "outer.py").write_text(
        "from fastapi import FastAPI\nfrom my_shop.main import app as shop\napp = FastAPI()\napp.mount('/shop', shop)\n"
    )
    done = run("build", "outer:app", folder=project)
    assert done.returncode == 0
    assert (project / "dist" / "about" / "index.html").is_file()


@contextmanager
def serving_process(folder: Path, *arguments: str) -> Iterator[str]:
    with subprocess.Popen(
        command(*arguments), cwd=folder, env=environment(), stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            yield listening_url(process)
        finally:
            process.terminate()


@pytest.mark.parametrize("workers", ["1", "2"])
def test_serve(project: Path, workers: str) -> None:
    # With several workers, uvicorn tells its address before they accept.
    transport = httpx.HTTPTransport(retries=8)
    with (
        serving_process(project, "serve", "my_shop.main:app", "--port", "0", "--workers", workers) as url,
        httpx.Client(base_url=url, transport=transport) as client,
    ):
        response = client.get("/about")
    assert response.status_code == 200
    assert "server" not in response.headers
    assert "plain HTML" in response.text


HYBRID = """
import os
from pyui import App, Route, component
from pyui.html import p
from pyui.server import PrerenderFallback, RenderMode, ServerRoute

@component
def Made(id: int = 0):
    with open("ran.txt", "a") as log:
        log.write(f"{os.getpid()} {id}\\n")
    return p(f"Made {id}")

def ids():
    yield from ({"id": 1}, {"id": 2})

app = App(
    [Route("/", Made), Route("/p/{id:int}", Made), Route("/q", Made), Route("/old", redirect_to="/")],
    [
        ServerRoute("/", RenderMode.PRERENDER, headers={"X-A": "b"}),
        ServerRoute("/p/{id}", RenderMode.PRERENDER, prerender_params=ids, fallback=PrerenderFallback.NONE),
        ServerRoute("/q", RenderMode.SERVER, hydrate="never"),
    ],
)
"""


@pytest.fixture
def hybrid(tmp_path: Path) -> Path:
    (tmp_path / "hybrid.py").write_text(HYBRID)
    return tmp_path


def test_serve_takes_the_build_for_the_same_app(run: Run, hybrid: Path) -> None:
    assert "2 pages" in run("build", "hybrid:app").stdout
    (hybrid / "ran.txt").unlink()
    with serving_process(hybrid, "serve", "hybrid:app", "--port", "0") as url:
        assert httpx.get(f"{url}/p/2").text.count("Made 2") == 1
        assert httpx.get(f"{url}/").headers["x-a"] == "b"
        assert httpx.get(f"{url}/p/3").status_code == 404
        assert not (hybrid / "ran.txt").exists()
        assert "Made 0" in httpx.get(f"{url}/q").text
    assert len((hybrid / "ran.txt").read_text().splitlines()) == 1


DISTS = [
    (["--dist", "dist"], 404),
    (["--no-dist"], 200),
]


@pytest.mark.parametrize(("options", "status"), DISTS)
def test_serve_with_a_dist(run: Run, hybrid: Path, options: list[str], status: int) -> None:
    run("build", "hybrid:app")
    with serving_process(hybrid, "serve", "hybrid:app", "--port", "0", *options) as url:
        assert httpx.get(f"{url}/p/3").status_code == status


def test_serve_refuses_a_folder_that_is_no_build(run: Run, hybrid: Path) -> None:
    done = run("serve", "hybrid:app", "--dist", "nowhere")
    assert done.returncode == 1
    assert "PYUI525" in done.stderr


def test_output_and_base_url(run: Run, hybrid: Path) -> None:
    assert "PYUI610" in run("build", "hybrid:app", "--output", "static").stderr
    done = run("build", "hybrid:app", "--output", "server", "--base-url", "https://example.org", "--jobs", "1")
    assert done.returncode == 0
    assert "https://example.org/p/2" in (hybrid / "dist" / "sitemap.xml").read_text()


def test_routes(run: Run, hybrid: Path) -> None:
    lines = [re.split(r" {2,}", line.strip()) for line in run("routes", "hybrid:app").stdout.splitlines()]
    assert lines == [
        ["route", "mode", "params", "fallback", "headers", "script"],
        ["/", "prerender", "X-A: b", "no"],
        ["/p/{id:int}", "prerender", "2", "none", "no"],
        ["/q", "server", "no"],
        ["/old", "redirect to /", "no"],
    ]


def test_routes_as_json(run: Run, hybrid: Path) -> None:
    found = json.loads(run("routes", "hybrid:app", "--json").stdout)
    assert [route["path"] for route in found] == ["/", "/p/{id:int}", "/q", "/old"]
    assert found[1] == {
        "path": "/p/{id:int}",
        "mode": "prerender",
        "parameters": ["id"],
        "pages": 2,
        "fallback": "none",
        "status": 200,
        "headers": {},
        "hydrate": "immediate",
        "script": False,
        "redirect_to": None,
    }
