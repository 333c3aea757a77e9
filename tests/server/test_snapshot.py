"""The server's side of memory snapshots: where the app finds one, and how it is sent."""

from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from pyui import App
from pyui.server import SNAPSHOT_VARIABLE
from pyui.server._client_assets import client_assets
from pyui.server._snapshot import ABOUT, Snapshot, SnapshotSubject

ROUTES = "tests.snapshot_app.routes:routes"
NAME = "snapshot.0123456789ab.bin"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with what could be the snapshot of the app."""
    keys: list[str] = []

    def keep(subject: SnapshotSubject) -> None:
        keys.append(subject.key)

    client_assets(ROUTES, keep)
    for suffix in ("", ".br", ".gz"):
        (tmp_path / f"{NAME}{suffix}").write_bytes(b"memory" + suffix.encode())
    snapshot = Snapshot(tmp_path / NAME, "sha256-x", gzip=False, problem="")
    (tmp_path / ABOUT).write_text(snapshot.about(keys[0]))
    return tmp_path


def test_there_is_none_by_default() -> None:
    assert App(ROUTES).assets().snapshot is None


def test_it_is_named_by_the_environment(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SNAPSHOT_VARIABLE, str(folder))
    assets = App(ROUTES).assets()
    assert assets.snapshot == Snapshot(folder / NAME, "sha256-x", gzip=False, problem="")
    assert assets.files[NAME] == folder / NAME
    assert App("tests.snapshot_app.clock:routes").assets().snapshot is None, "it is of another app"


def test_it_does_not_change_the_build_id(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without = App(ROUTES).assets().build
    monkeypatch.setenv(SNAPSHOT_VARIABLE, str(folder))
    assert App(ROUTES).assets().build == without


def test_pages_name_it_and_it_is_sent_as_the_client_takes_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch, serve: Callable[[App], str]
) -> None:
    monkeypatch.setenv(SNAPSHOT_VARIABLE, str(folder))
    url = serve(App(ROUTES))
    page = httpx.get(url).text
    assert f'"snapshot":{{"url":"/_pyui/{NAME}","integrity":"sha256-x","gzip":false,"whole":true}}' in page
    assert f'href="/_pyui/{NAME}"' not in page, "it is fetched after the first paint"
    for accepted, suffix in (("br, gzip", b".br"), ("gzip", b".gz"), ("identity", b"")):
        with httpx.stream("GET", f"{url}/_pyui/{NAME}", headers={"Accept-Encoding": accepted}) as response:
            assert b"".join(response.iter_raw()) == b"memory" + suffix
        assert response.headers["cache-control"] == "public, max-age=31536000, immutable"
        assert response.headers["vary"] == "Accept-Encoding"
        assert response.headers.get("content-encoding", "") == {b".br": "br", b".gz": "gzip", b"": ""}[suffix]
