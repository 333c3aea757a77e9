"""What a build tells of what it sends, and the budgets of that."""

from pathlib import Path

import brotli
import pytest

from pyui import App
from pyui.build import BudgetError, SiteSizes, Sizes, build_site, read_budgets
from pyui.build._budgets import check_budgets
from pyui.build._sizes import measure_site
from pyui.server import RenderMode, ServerRoute

PLAIN, LIVE = "/about", "/"


def app() -> App:
    return App("tests.snapshot_app.routes:routes", [ServerRoute("/**", RenderMode.PRERENDER)])


def size(file: Path) -> Sizes:
    raw, packed = file.read_bytes(), file.with_name(f"{file.name}.br")
    return Sizes(len(raw), file.with_name(f"{file.name}.gz").stat().st_size, packed.stat().st_size)


@pytest.mark.parametrize("output", ["static", "server"])
def test_a_first_visit_is_the_page_and_what_it_loads(tmp_path: Path, output: str) -> None:
    built = build_site(app(), tmp_path / "site", output=output, budgets={})  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    assert built.sizes is not None
    assets, visits = built.sizes
    names = [name.partition(".")[0] for name in assets]
    assert names == ["start", "runtime", *["pyodide"] * 3, "python_start", "client"]
    for name, found in assets.items():
        (file,) = (tmp_path / "site" / "_pyui").rglob(name)
        assert found.raw == file.stat().st_size
        assert found.brotli <= found.gzip <= found.raw
        if output == "server" and file.with_name(f"{name}.gz").is_file():
            assert found == size(file)
    start = sum(found.brotli for found in assets.values())
    assert 4_000_000 < start < visits[LIVE].brotli < start + 3000
    assert visits[PLAIN].brotli < 600


def test_stylesheets_and_images_of_the_site_count(tmp_path: Path) -> None:
    built = build_site(app(), tmp_path / "site", output="static", budgets={})
    page = tmp_path / "site" / "about" / "index.html"
    (tmp_path / "site" / "x.css").write_text("p {}")
    assert built.sizes is not None
    text = page.read_text().replace(
        "</head>",
        '<link rel="stylesheet" href="../x.css"><link rel="icon" href="data:,"></head>'
        '<img src="https://example.org/x.css"><img src="../x.css" loading="lazy">',
    )
    page.write_text(text)
    found = measure_site(tmp_path / "site", "static", None, built.routes)
    assert found.visits[PLAIN].raw == page.stat().st_size + 4


@pytest.mark.parametrize(
    ("old", "new"), [('"hydrate":"immediate"', '"hydrate":"viewport"'), ("</body>", "<!--(idle--></body>")]
)
def test_a_page_that_waits_for_a_trigger_loads_what_waits(tmp_path: Path, old: str, new: str) -> None:
    made = app()
    built = build_site(made, tmp_path / "site", output="static", budgets={})
    assert built.sizes is not None
    page = tmp_path / "site" / "index.html"
    assert old in page.read_text()
    page.write_text(page.read_text().replace(old, new))
    found = measure_site(tmp_path / "site", "static", made.made_assets, built.routes)
    (script,) = (tmp_path / "site" / "_pyui").glob("runtime-*/takeover.js")
    more = found.visits[LIVE].raw - built.sizes.visits[LIVE].raw
    assert more == script.stat().st_size + len(new) - len(old)


def test_what_is_over_budget_fails_the_build(tmp_path: Path) -> None:
    out = tmp_path / "site"
    with pytest.raises(BudgetError, match=r"a first visit of / takes .* more than its budget `first-visit`") as caught:
        build_site(app(), out, budgets={"first-visit": 2000})
    assert "/about" not in str(caught.value)
    assert not out.exists()


def test_all_that_is_over_budget_is_named() -> None:
    one = Sizes(9, 8, 7)
    sizes = SiteSizes({"runtime.1.js": one, "client.1.zip": one, "pyodide.asm.wasm": one}, {"/": one})
    check_budgets({"runtime": 7, "bundle": 7, "wasm": 7, "first-visit": 7, "snapshot": 0}, sizes)
    for name in ("runtime", "bundle", "wasm", "first-visit"):
        with pytest.raises(BudgetError, match=f"7 bytes, 1 more than its budget `{name}`"):
            check_budgets({name: 6}, sizes)


def test_the_two_scripts_of_the_runtime_count_together() -> None:
    sizes = SiteSizes({"start.js": Sizes(9, 8, 3), "runtime.js": Sizes(9, 8, 7)}, {})
    check_budgets({"runtime": 10}, sizes)
    with pytest.raises(BudgetError, match=r"start\.js and runtime\.js takes 10 bytes, 1 more"):
        check_budgets({"runtime": 9}, sizes)


def test_budgets_stand_in_the_project(tmp_path: Path) -> None:
    file = tmp_path / "pyproject.toml"
    assert read_budgets(file) == {}
    file.write_text("[tool.pyui.budgets]\nfirst-visit = 7_000_000\n")
    assert read_budgets(file) == {"first-visit": 7_000_000}
    for wrong in ('first-visit = "7 MB"', "visit = 1", "runtime = true"):
        file.write_text(f"[tool.pyui.budgets]\n{wrong}\n")
        with pytest.raises(BudgetError, match="which is none"):
            read_budgets(file)
    file.write_text("[tool")
    with pytest.raises(BudgetError, match="cannot be read"):
        read_budgets(file)


def test_the_runtime_and_a_first_visit_stay_small(tmp_path: Path) -> None:
    """The limit of what a live page loads, as brotli makes it at its best, and of what it loads when that is needed."""
    built = build_site(app(), tmp_path / "site", output="static", budgets={})
    assert built.sizes is not None
    scripts = {file.name: file.read_bytes() for file in (tmp_path / "site" / "_pyui").glob("runtime-*/*.js")}
    sizes = {name: len(brotli.compress(script)) for name, script in scripts.items()}
    assert sizes.pop("start.js") + sizes.pop("runtime.js") <= 8_000
    assert sizes.keys() == {"takeover.js", "navigation.js", "viewports.js", "packages.js", "offline.js"}
    assert sum(sizes.values()) <= 9_700
