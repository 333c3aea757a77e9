"""The renderers of JavaScript: a process of Node with React, Preact, Solid, Svelte and Vue, which renders when told."""

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).resolve().parent / "peers"
_NAMES = {
    "react": "React (Node)",
    "preact": "Preact (Node)",
    "solid": "Solid (Node)",
    "svelte": "Svelte (Node)",
    "vue": "Vue (Node)",
}


class NodeRenderer:
    """Renders one page in one library.

    Args:
        process: the process of Node.
        library: the library.
    """

    def __init__(self, process: subprocess.Popen[str], library: str) -> None:
        self._process = process
        self._library = library

    def __call__(self, _data: Any) -> str:
        """Renders the page, and then so often that Node has compiled what it is to compile."""
        return str(_tell(self._process, {"library": self._library}))

    def seconds(self, times: int) -> float:
        """Renders the page and returns how long that took by Node's clock."""
        return float(_tell(self._process, {"library": self._library, "times": times}))


def node_renderers(page: str, data: Any) -> dict[str, NodeRenderer]:
    """Starts Node with a page.

    Args:
        page: the name of the page.
        data: what it shows.

    Returns:
        The renderers; none where they have not been built.
    """
    if shutil.which("node") is None or not (_FOLDER / "build").is_dir():
        return {}
    process = subprocess.Popen(
        ["node", "serve.mjs"], cwd=_FOLDER, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    plain = [value._asdict() if hasattr(value, "_asdict") else value for value in data]
    libraries = _tell(process, {"page": page, "data": plain})
    return {_NAMES[library]: NodeRenderer(process, library) for library in libraries}


def _tell(process: subprocess.Popen[str], request: Mapping[str, Any]) -> Any:
    if process.stdin is None or process.stdout is None:
        raise RuntimeError("Node was started without pipes.")
    process.stdin.write(json.dumps(request) + "\n")
    process.stdin.flush()
    return json.loads(process.stdout.readline())
