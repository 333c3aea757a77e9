"""What is in the memory snapshot of a bundle. Runs in the engine that it is taken of, when a site is built."""

import gc
import os
import random
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import Any, override

from pyui.browser import _bridge
from pyui.browser._docstrings import drop_docstrings
from pyui.browser._later import find_later
from pyui.browser._modules import MODULES, ships
from pyui.router import Place, leaves, match_route, page_node
from pyui.router._table import full_path
from pyui.view import render_page


class _Watch(MetaPathFinder):
    """Finds modules, and tells which of the user's failed, or asked for what differs from visit to visit.

    Args:
        asked: tells how often the engine was asked for random bytes, for the time, or for what only a page has.

    Attributes:
        failed: the name of the innermost module that could not be imported.
        curious: the name of the first module that asked, or that drew from the generator of `random`.
    """

    def __init__(self, asked: Callable[[], int]) -> None:
        self._asked = asked
        self._inner = 0
        self.failed = ""
        self.curious = ""

    @override
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and spec.loader is not None:
            spec.loader = _Watched(spec.loader, self)
        return spec

    def run(self, module: ModuleType, loader: Loader) -> None:
        """Runs a module. What the modules that it imports ask for is not its own: `logging` notes when it started."""
        outer, self._inner = self._inner, 0
        state, asked = random.getstate(), self._asked()
        try:
            loader.exec_module(module)
        except Exception:
            self.failed = self.failed or module.__name__
            raise
        finally:
            asked, inner = self._asked() - asked, self._inner
            self._inner = outer + asked
        if ships(module.__name__) and (asked > inner or random.getstate() != state):
            self.curious = self.curious or module.__name__


class _Watched(Loader):
    """Loads a module as its own loader does, which takes this one's place as soon as the module exists."""

    def __init__(self, loader: Loader, watch: _Watch) -> None:
        self._loader = loader
        self._watch = watch

    @override
    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return self._loader.create_module(spec)

    @override
    def exec_module(self, module: ModuleType) -> None:
        module.__loader__ = self._loader
        if module.__spec__ is not None:
            module.__spec__.loader = self._loader
        self._watch.run(module, self._loader)


def prepare(routes: str, asked: Callable[[], int]) -> str:
    """Imports what the pages of a bundle need.

    Args:
        routes: the import string of the routes; empty to import pyui alone.
        asked: tells how often the engine was asked for random bytes, for the time, or for what only a page has.

    Returns:
        Why the user's modules cannot be in a snapshot; nothing where they can.
    """
    find_later()
    watch = _Watch(asked)
    sys.meta_path.insert(0, watch)
    try:
        if routes:
            _routes(routes)
    except Exception as error:  # noqa: BLE001 - the boundary: the build reports it
        module = watch.failed or routes.partition(":")[0]
        return f'The module "{module}" cannot be imported where there is no page: {type(error).__name__}: {error}.'
    finally:
        sys.meta_path.remove(watch)
    if watch.curious:
        what = f'The module "{watch.curious}" draws random numbers, reads the clock or looks for the page'
        return f"{what} while it is imported: all visitors would get the same. Do it in a function."
    return ""


def tidy() -> None:
    """Forgets what the snapshot need not hold."""
    random.seed(0)
    for name in ("PYTHONHASHSEED", "PYTHONNODEBUGRANGES"):
        os.environ.pop(name, None)
    drop_docstrings(MODULES)
    gc.collect()
    gc.collect()
    gc.collect(1)


def describe_kept() -> str:
    """Says which JavaScript objects the user's modules keep: no snapshot holds them. Nothing where there are none."""
    kept = [
        f"{name}.{variable}"
        for name in sorted(filter(ships, sys.modules))
        for variable, value in vars(sys.modules[name]).items()
        if _bridge.is_kept(value)
    ]
    return f"JavaScript objects are kept in {', '.join(kept)}: get them in a function." if kept else ""


def render_page_of(routes: str) -> str:
    """Renders the first page that needs neither parameters nor props, as a trial of a restored snapshot.

    Args:
        routes: the import string of the routes; empty where they are not in the snapshot.

    Returns:
        Its HTML; a word where the routes have no such page.
    """
    table = _routes(routes) if routes else ()
    for chain in leaves(table):
        path = full_path(chain)
        match = match_route(table, path)
        if match is None or match.params or match.chain != chain:
            continue
        try:
            return render_page(page_node(match, {}, "", Place(path, ""))).html
        except Exception:  # noqa: BLE001, S112 - it needs props, or the browser
            continue
    return "restored"


def _routes(routes: str) -> Any:
    module, _, name = routes.partition(":")
    return getattr(import_module(module), name)
