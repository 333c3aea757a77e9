"""Waits for what a page comes to."""

from playwright.sync_api import Page

_PATIENCE_MS = 30_000


def wait_until(page: Page, condition: str) -> None:
    """Waits until a promise that is made again and again gives something true.

    `Page.wait_for_function` takes the promise itself for that, whatever it gives.

    Args:
        page: the page; it stays where it is meanwhile.
        condition: an expression of JavaScript.
    """
    page.evaluate(f"""async () => {{
      const end = performance.now() + {_PATIENCE_MS};
      while (!(await ({condition}))) {{
        if (performance.now() > end) throw new Error("it has not become true");
        await new Promise((again) => setTimeout(again, 20));
      }}
    }}""")
