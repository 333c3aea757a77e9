"""Watches a page in a browser while it is hydrated."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from pyui.testing._errors import NotHydratedError

if TYPE_CHECKING:
    from playwright.sync_api import ConsoleMessage, Page

SCRIPT = Path(__file__).with_name("watch.js").read_text(encoding="utf-8")
_MOST_LINES = 20
_PATIENCE_MS = 60_000  # on a busy machine Python takes longer to start than Playwright waits for anything else
_WITHOUT_RUNTIME = "document.readyState !== 'loading' && !document.getElementById('pyui-payload')"


class HydrationWatch:
    """Watches all pages that a Playwright page opens from now on.

    Args:
        page: the Playwright page.

    Attributes:
        console: the errors that were written to the console, and exceptions that nothing caught.
    """

    def __init__(self, page: "Page") -> None:
        self._page = page
        self.console: list[str] = []
        page.add_init_script(SCRIPT)
        page.on("console", self._note)
        page.on("pageerror", lambda error: self.console.append(str(error)))

    def _note(self, message: "ConsoleMessage") -> None:
        if message.type == "error":
            self.console.append(message.text)

    def check(self, *, may_change: bool = False) -> dict[str, Any]:
        """Waits until the page is hydrated and fails where the contract does not hold.

        Args:
            may_change: whether the page's own code changes it at once, in `on_mount` or an effect: nodes must still be
                the same, and there must be no error and no mismatch.

        Returns:
            What `pyui.ready` resolved to.

        Raises:
            NotHydratedError: something was changed or lost, differed, or was reported; or there is nothing to hydrate.
        """
        found = self._found()
        ready: dict[str, Any] = found["ready"]
        problems = [f"console: {line}" for line in self.console]
        problems += [f"mismatches: {ready['mismatches']}"] if ready["mismatches"] else []
        problems += [f"lost node: {node}" for node in found["lost"]]
        if not may_change:
            problems += [f"mutation: {change}" for change in found["mutations"]]
            problems += [] if found["unchanged"] else ["the markup of the document is another than before"]
        if problems:
            self.console.clear()
            raise self._error("\n".join(f"  {problem}" for problem in problems[:_MOST_LINES]))
        return ready

    def _found(self) -> dict[str, Any]:
        waited = f"globalThis.pyuiWatch?.hydrated || ({_WITHOUT_RUNTIME})"
        self._page.wait_for_function(waited, timeout=_PATIENCE_MS)
        found: dict[str, Any] | None = self._page.evaluate("pyuiWatch.hydrated")
        if found is None:
            what = f"{self._page.url} has nothing live: it loads no script."
            raise NotHydratedError(what, "Open it with page.goto(); there is nothing to hydrate.")
        if "error" in found:
            lines = [f"  pyui.ready: {found['error']}", *(f"  console: {line}" for line in self.console)]
            self.console.clear()
            raise self._error("\n".join(lines))
        return found

    def _error(self, problems: str) -> NotHydratedError:
        fix = "docs/hydration.md says what may differ between server and browser, and what to do instead."
        return NotHydratedError(f"Hydrating {self._page.url} was not clean:\n{problems}\n", fix)
