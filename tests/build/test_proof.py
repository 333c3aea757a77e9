"""A build proves that a parser reads each page as it was meant, or changes nothing."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from pyui import App, Route, component
from pyui.build import AppSource, Output, SiteBuildError, build_site
from pyui.html import div, p, table, tr
from pyui.server import RenderMode, ServerRoute
from pyui.view import Child


@component
def Good() -> Child:
    return div(p("good"))


@component
def Rows(number: int = 0) -> Child:
    if number != 290:
        return p(number)
    return table(
        tr(),
    )


@component
def Lost() -> Child:
    return p(p("lost"))


def bad_line() -> int:
    lines = Path(__file__).read_text(encoding="utf-8").splitlines()
    return lines.index("        tr(),") + 1


def files(folder: Path) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def numbers() -> Iterator[dict[str, object]]:
    return ({"number": number} for number in range(300))


def load(name: str) -> tuple[App, App]:
    lines = [ServerRoute("/rows/{number}", RenderMode.PRERENDER, prerender_params=numbers), ServerRoute("/**")]
    app = App([Route("/", Good), Route("/rows/{number:int}", Rows)], lines, title=name)
    return app, app


def failure(app: App, out: Path, **options: object) -> str:
    with pytest.raises(SiteBuildError) as caught:
        build_site(app, out, **options)  # type: ignore[arg-type]
    return str(caught.value)


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("output", ["static", "server"])
def test_a_rewritten_page_fails_the_build(tmp_path: Path, jobs: int, output: Output) -> None:
    out = tmp_path / "dist"
    build_site(App([Route("/", Good)]), out)
    before = files(out)
    text = failure(load("x")[1], out, source=AppSource(load, "x"), jobs=jobs, output=output)
    assert "A page could not be rendered" in text
    assert "/rows/290: [PYUI212] <tr> stands in <table>, written by Rows" in text
    assert '"<tr></tr>" was written, "<tbody><tr></tr></tbody>" is read' in text
    assert f"Wrap the rows in tbody(...). ({__file__}:{bad_line()})" in text
    assert files(out) == before
    assert list(tmp_path.iterdir()) == [out]


def pages(*routes: Route) -> Sequence[Route]:
    return [Route("/", Good), *routes]


def test_the_page_for_what_is_not_found(tmp_path: Path) -> None:
    lines = [ServerRoute("/"), ServerRoute("/**", RenderMode.SERVER, status=404)]
    text = failure(App(pages(Route("/**", Lost)), lines), tmp_path / "dist", output="static")
    assert "404.html: [PYUI212] <p> stands in <p>, written by Lost" in text


def test_the_shell(tmp_path: Path) -> None:
    routes = "tests.hybrid_app.routes:canonical"
    lines = [ServerRoute("/editor/**", RenderMode.CLIENT), ServerRoute("/**", RenderMode.CLIENT)]
    text = failure(App(routes, lines, shell=Lost), tmp_path / "dist", output="static")
    assert "200.html: [PYUI212] <p> stands in <p>, written by Lost" in text
    assert "/about: [PYUI212] <p> stands in <p>, written by Lost" in text
