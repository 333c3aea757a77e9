"""Finds the modules of the standard library that no page needed when the site was built. Browser only.

Their archive is fetched when it is opened, which blocks the page meanwhile.
"""

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import override

from pyui.browser._modules import LATER

ARCHIVE = "/lib/python_later.zip"
"""All of the standard library, where the runtime puts it."""


class LaterFinder(MetaPathFinder):
    """Asked last, and looks at the archive only for names that are in it."""

    @override
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        package, _, _ = fullname.rpartition(".")
        if fullname.partition(".")[0] not in LATER:
            return None
        inner = f"{ARCHIVE}/{package.replace('.', '/')}" if package else ARCHIVE
        return PathFinder.find_spec(fullname, [inner], target)


def find_later() -> None:
    """Has Python look there for what is nowhere else. A memory snapshot has it do so already."""
    if LaterFinder not in map(type, sys.meta_path):  # `isinstance` of an abstract class takes much longer
        sys.meta_path.append(LaterFinder())
