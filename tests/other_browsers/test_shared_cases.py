"""The case list and the random components, in Firefox and WebKit."""

from tests.browser.test_cases import (
    test_disposal_leaves_nothing,
    test_hydrate_changes_nothing,
    test_hydrate_mount_and_server_agree,
)
from tests.browser.test_random import test_random_components

__all__ = [
    "test_disposal_leaves_nothing",
    "test_hydrate_changes_nothing",
    "test_hydrate_mount_and_server_agree",
    "test_random_components",
]
