"""What a site may send at most."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from pyui.build._errors import BudgetError
from pyui.build._report import SiteSizes

_FIRST_VISIT = "first-visit"
_PARTS = {
    "runtime": ("start.", "runtime."),
    "wasm": ("pyodide.asm.wasm",),
    "snapshot": ("snapshot.",),
    "stdlib": ("python_start.",),
    "bundle": ("client.",),
    "packages": ("packages.",),
}
_LIMITS = (_FIRST_VISIT, *_PARTS)


def read_budgets(project: Path) -> dict[str, int]:
    """Returns the table `[tool.pyui.budgets]` of a project; nothing where it has none.

    Args:
        project: its `pyproject.toml`.

    Raises:
        BudgetError: the file cannot be read, or the table has something else than numbers of bytes with known names.
    """
    try:
        tables = tomllib.loads(project.read_text(encoding="utf-8")) if project.is_file() else {}
    except (OSError, ValueError) as error:
        raise BudgetError(f"The budgets in {project} cannot be read: {error}.", "Correct the file.") from error
    budgets: dict[str, int] = tables.get("tool", {}).get("pyui", {}).get("budgets", {})
    for name, limit in budgets.items():
        if name not in _LIMITS or not isinstance(limit, int) or isinstance(limit, bool):  # pyright: ignore[reportUnnecessaryIsInstance] - a file
            what = f"{project} has the budget {name} = {limit!r}, which is none."
            raise BudgetError(what, f"Budgets are numbers of bytes, for {', '.join(_LIMITS)}.")
    return budgets


def check_budgets(budgets: Mapping[str, int], sizes: SiteSizes) -> None:
    """Compares what a site sends, as brotli, with what it may.

    Args:
        budgets: the limits in bytes.
        sizes: what it sends.

    Raises:
        BudgetError: it is more; the message names all of it.
    """
    found = [
        f"{what} takes {size:,} bytes, {size - limit:,} more than its budget `{name}`"
        for name, limit in budgets.items()
        for what, size in _measured(name, sizes)
        if size > limit
    ]
    if found:
        fix = "Send less, or raise the budgets in [tool.pyui.budgets] of pyproject.toml."
        raise BudgetError(f"As brotli, {'; '.join(found)}.", fix)


def _measured(name: str, sizes: SiteSizes) -> list[tuple[str, int]]:
    if name == _FIRST_VISIT:
        return [(f"a first visit of {route}", size.brotli) for route, size in sizes.visits.items()]
    found = {asset: size.brotli for asset, size in sizes.assets.items() if asset.startswith(_PARTS[name])}
    return [(" and ".join(found), sum(found.values()))] if found else []
