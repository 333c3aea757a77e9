"""A page in a browser that Playwright cannot drive, with the few of its methods that the shared tests call."""

import json
import subprocess
from abc import ABC, abstractmethod
from pathlib import Path
from typing import Any, override

from selenium.webdriver import WebKitGTK
from selenium.webdriver.webkitgtk.service import Service

_FOLDER = Path(__file__).parent
_SCRIPT_SECONDS = 120  # WebKit takes 15 to start Python on two cores

# The value of an expression or, where it is a function, of its call; and what was written to the console since the last
# time. It is text, since drivers convert values each in a way of its own.
_EVALUATE = """(async () => {
  const answer = {};
  try {
    const found = (%s);
    answer.value = await (typeof found === "function" ? found(%s) : found);
  } catch (error) {
    answer.error = `${error}\\n${error?.stack ?? ""}`;
  }
  return JSON.stringify({ ...answer, console: globalThis.written?.splice(0) ?? [] });
})()"""

_READY = """async () => {
  while (!globalThis.pyui) await new Promise((go) => setTimeout(go, 10));
  return globalThis.pyui.ready;
}"""


class DrivenPage(ABC):
    """A page of a real browser. `console` holds what was written there up to the last `evaluate`."""

    def __init__(self) -> None:
        self.console: list[str] = []

    @abstractmethod
    def goto(self, url: str) -> None:
        """Opens a URL and waits until it is loaded."""

    @abstractmethod
    def go_back(self) -> None:
        """Goes back in the history and waits until the page is there."""

    @abstractmethod
    def close(self) -> None:
        """Ends the browser."""

    @abstractmethod
    def _text(self, expression: str) -> str:
        """Evaluates an expression whose value is a promise of text."""

    def evaluate(self, expression: str, arg: Any = None) -> Any:
        """Evaluates JavaScript in the page, as Playwright's method of this name does.

        Args:
            expression: an expression, or a function that is called with `arg`.
            arg: anything that JSON has.

        Returns:
            the value, as far as JSON has it; of a promise what it resolves to.

        Raises:
            RuntimeError: the code in the page threw.
        """
        answer = json.loads(self._text(_EVALUATE % (expression, json.dumps(arg))))
        self.console += answer["console"]
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer.get("value")

    def ready(self) -> Any:
        """Waits for Python; WebKit may call a page loaded before it has run its scripts.

        Returns:
            What `pyui.ready` tells.
        """
        return self.evaluate(_READY)


class FirefoxPage(DrivenPage):
    """A page in a headless Firefox, driven by Puppeteer over WebDriver BiDi."""

    def __init__(self, executable: str) -> None:
        super().__init__()
        command = ["node", str(_FOLDER / "firefox.js"), executable]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def _send(self, name: str, argument: str = "") -> Any:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps([name, argument]) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError("The program that drives Firefox ended; it wrote the reason to standard error.")
        return json.loads(line)

    @override
    def goto(self, url: str) -> None:
        self._send("goto", url)

    @override
    def go_back(self) -> None:
        self._send("goBack")

    @override
    def _text(self, expression: str) -> str:
        text: str = self._send("evaluate", expression)
        return text

    @override
    def close(self) -> None:
        self._process.communicate(timeout=_SCRIPT_SECONDS)


class WebKitPage(DrivenPage):
    """A page in WebKitGTK's MiniBrowser, driven by Selenium. It needs a display."""

    def __init__(self, executable: str) -> None:
        super().__init__()
        self._driver = WebKitGTK(service=Service(executable))
        self._driver.set_script_timeout(_SCRIPT_SECONDS)

    @override
    def goto(self, url: str) -> None:
        self._driver.get(url)

    @override
    def go_back(self) -> None:
        self._driver.back()

    @override
    def _text(self, expression: str) -> str:
        text: str = self._driver.execute_async_script(f"{expression}.then(arguments[0])")
        return text

    @override
    def close(self) -> None:
        self._driver.quit()
