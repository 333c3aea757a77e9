"""Client packages that are compiled, which a page loads when it needs them. Runs on both sides."""

from collections.abc import Awaitable, Callable

_load: Callable[[str], Awaitable[object]] | None = None


def set_package_loader(load: Callable[[str], Awaitable[object]]) -> None:
    """Says what `load_package` calls. Called by the browser's side."""
    global _load  # noqa: PLW0603 - there is one page
    _load = load


async def load_package(name: str) -> None:
    """Loads a compiled client package, so that it can be imported in what follows.

    Those that modules import at their top are there when the page is interactive, and those of pure Python always. On
    the server nothing is loaded: there the package is installed.

    Args:
        name: its name, as in `client-dependencies`.
    """
    if _load is not None:
        await _load(name)
