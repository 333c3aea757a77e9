"""Bundles and minifies the JavaScript runtime into pyui's package data.

Run with `python -m build_tools.bundle_runtime`, after `npm ci` in `runtime_js/`.
"""

import shutil
import subprocess
from pathlib import Path

from build_tools.paths import ASSETS, NODE_MODULES, RUNTIME_JS

ESBUILD = NODE_MODULES / ".bin" / "esbuild"
OPTIONS = ("--bundle", "--minify", "--format=esm", "--target=es2022", "--charset=utf8", "--legal-comments=none")


def bundle(entry: Path, output: Path) -> None:
    """Writes one ES module that holds `entry` and all that it imports statically.

    An `import(url)` whose URL is no literal, such as that of Pyodide, stays as it is.
    """
    if shutil.which("node") is None or not ESBUILD.is_file():
        raise SystemExit("The runtime cannot be bundled: install Node.js and run `npm ci` in runtime_js/ first.")
    output.parent.mkdir(parents=True, exist_ok=True)
    # Started in the folder of the sources: the bundle cannot then depend on where the tree lies.
    command = [str(ESBUILD), entry.name, *OPTIONS, f"--outfile={output}", "--log-level=warning"]
    subprocess.run(command, cwd=entry.parent, check=True)


if __name__ == "__main__":
    runtime = ASSETS / "runtime.js"
    bundle(RUNTIME_JS / "src" / "main.js", runtime)
    print(f"bundled {runtime.name}: {runtime.stat().st_size:,} bytes")
