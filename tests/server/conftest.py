"""Fixtures for the tests of the server."""

from pathlib import Path

import pytest

from tests.support.hybrid import Built, build, canonical


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("canonical")
    return Built(build(canonical(), folder, base_url="https://example.org"), folder / "dist")


@pytest.fixture(scope="module")
def dist(built: Built) -> Path:
    return built.dist
