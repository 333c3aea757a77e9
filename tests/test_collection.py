"""That `make test` runs all tests."""

from fnmatch import fnmatch

import pytest

from build_tools.paths import ROOT


def test_no_folder_is_left_out(pytestconfig: pytest.Config) -> None:
    files = (file.relative_to(ROOT) for file in (ROOT / "tests").rglob("test_*.py"))
    folders = {name for file in files for name in file.parts[:-1]}
    patterns = pytestconfig.getini("norecursedirs")
    # pytest's own patterns hold `build`, and tests/build/ is one of ours.
    assert {name for name in folders if any(fnmatch(name, pattern) for pattern in patterns)} == {"other_browsers"}
