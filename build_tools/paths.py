"""Where the parts of the source tree are."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNTIME_JS = ROOT / "runtime_js"
NODE_MODULES = RUNTIME_JS / "node_modules"
ASSETS = ROOT / "pyui" / "build" / "assets"
