"""The test that pytest is running, for functions of the test kit that are no fixtures."""

from importlib.util import find_spec
from typing import Any

import pytest

from pyui.testing._errors import MissingExtraError, TestingError

HAS_PLAYWRIGHT = find_spec("pytest_playwright") is not None


class CurrentTest:
    """The test that is running.

    Attributes:
        request: pytest's request of it; None between tests.
    """

    def __init__(self) -> None:
        self.request: pytest.FixtureRequest | None = None

    def browser_fixture(self, name: str) -> Any:
        """Returns a fixture of pytest-playwright.

        Args:
            name: its name.

        Raises:
            TestingError: no test is running.
            MissingExtraError: pytest-playwright is not installed.
        """
        if self.request is None:
            raise TestingError("A browser was asked for outside of a test.", "Do so in a test that pytest runs.")
        if not HAS_PLAYWRIGHT:
            fix = 'Install the extra: pip install "pyui[testing]".'
            raise MissingExtraError("A browser was asked for, and pytest-playwright is not installed.", fix)
        return self.request.getfixturevalue(name)


current_test = CurrentTest()
