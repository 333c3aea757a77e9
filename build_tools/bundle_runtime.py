"""Bundles and minifies the JavaScript that pages load, and what takes memory snapshots, into pyui's package data.

Run with `python -m build_tools.bundle_runtime`, after `npm ci` in `runtime_js/`.
"""

import shutil
import subprocess
from pathlib import Path

from build_tools.paths import ASSETS, NODE_MODULES, RUNTIME_JS
from build_tools.vendor_pyodide import compress

ESBUILD, TERSER = (NODE_MODULES / ".bin" / name for name in ("esbuild", "terser"))
OPTIONS = ("--bundle", "--minify", "--target=es2022", "--charset=utf8", "--legal-comments=none", "--tsconfig-raw={}")
# What is unsafe about arrows is that none can be called with `new`.
SMALLER_BY = "passes=3,ecma=2020,pure_getters=true,hoist_funs=true,unsafe_arrows=true"
SMALLER = ("--compress", SMALLER_BY, "--mangle", "--ecma", "2020")
RUNTIME = ("start.js", "runtime.js", "takeover.js", "navigation.js", "viewports.js", "packages.js", "offline.js")
"""What pages load. Each live page begins with the first two; they import each other by these names."""

ENTRIES = (
    *((name, f"runtime/{name}", "esm") for name in RUNTIME),
    ("capture.js", "capture.js", "iife"),
    ("service_worker.js", "service_worker.js", "iife"),
    ("make_snapshot.js", "make_snapshot.mjs", "esm"),
)


def bundle(entry: Path, output: Path, *, form: str = "esm") -> None:
    """Writes one script that holds `entry` and all that it imports statically.

    An `import(url)` whose URL is no literal, such as that of Pyodide, stays as it is; so do modules of Node, and the
    other scripts of the runtime.

    Args:
        entry: the module to begin with.
        output: the file to write.
        form: `esm` for an ES module, `iife` for a classic script that adds no names to the page.
    """
    if shutil.which("node") is None or not (ESBUILD.is_file() and TERSER.is_file()):
        raise SystemExit("The runtime cannot be bundled: install Node.js and run `npm ci` in runtime_js/ first.")
    output.parent.mkdir(parents=True, exist_ok=True)
    others = (f"--external:./{name}" for name in RUNTIME if name != entry.name)
    how = (f"--format={form}", "--external:node:*", *others, "--log-level=warning")
    # Started in the folder of the sources: the bundle cannot then depend on where the tree lies.
    bundled = subprocess.run(
        [str(ESBUILD), entry.name, *OPTIONS, *how], cwd=entry.parent, check=True, stdout=subprocess.PIPE
    )
    module = ("--module",) if form == "esm" else ()
    # 4 percent less than esbuild alone makes of it.
    command = [str(TERSER), *SMALLER, *module, "--output", str(output)]
    subprocess.run(command, input=bundled.stdout, check=True)


def main() -> None:
    """Writes the runtime, the script that stands inline in each live page, and what Node runs in a build."""
    for source, output, form in ENTRIES:
        bundle(RUNTIME_JS / "src" / source, ASSETS / output, form=form)
    compress(ASSETS / "runtime" / name for name in RUNTIME)
    for _, output, _ in ENTRIES:
        print(f"bundled {output}: {(ASSETS / output).stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
