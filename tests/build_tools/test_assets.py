"""The browser's files: copied, bundled, and made again when they are missing or old."""

import os
import re
from pathlib import Path

import pytest

from build_tools.bundle_runtime import RUNTIME, bundle
from build_tools.hatch_hook import SCRIPTS, install_node_modules, stale_steps
from build_tools.paths import RUNTIME_JS
from build_tools.vendor_pyodide import FILES, vendor

PYODIDE = ("pyodide/pyodide.asm.wasm", "pyodide/stdlib.json", "pyui.zip")
VENDOR, COMPILE, BUNDLE = (f"build_tools.{name}" for name in ("vendor_pyodide", "bundle_pyui", "bundle_runtime"))


def write(file: Path, content: str = "x", *, age: int = 0) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content)
    os.utime(file, (1_000_000 - age, 1_000_000 - age))


def test_vendor_copies_just_what_a_browser_needs(tmp_path: Path) -> None:
    for name in (*FILES, "README.md"):
        write(tmp_path / "source" / name, name)
    write(tmp_path / "target" / "left over.js")
    vendor(tmp_path / "source", tmp_path / "target")
    assert {file.name: file.read_text() for file in (tmp_path / "target").iterdir()} == {name: name for name in FILES}


def test_vendor_names_what_is_missing(tmp_path: Path) -> None:
    for name in FILES[1:]:
        write(tmp_path / name)
    with pytest.raises(SystemExit, match=FILES[0]):
        vendor(tmp_path, tmp_path / "target")


def test_bundle_is_one_module_without_paths(tmp_path: Path) -> None:
    write(tmp_path / "secret_folder" / "part.js", "export const value = 'from part';\n")
    entry = tmp_path / "secret_folder" / "main.js"
    write(entry, "import { value } from './part.js';\nexport const load = (url) => [value, import(url)];\n")
    bundle(entry, tmp_path / "out" / "runtime.js")
    text = (tmp_path / "out" / "runtime.js").read_text()
    assert "from part" in text
    assert "import(" in text
    assert "export{" in text
    assert "secret_folder" not in text
    assert "part.js" not in text


IMPORTED = re.compile(r'^(?:import|export) (?:[^"]* from )?"\./([^"]+)";', re.MULTILINE)
STATELESS = {"captured.js", "protocol.js"}


def bundled(folder: Path, entry: str) -> set[str]:
    """Returns what is in one script of the runtime."""
    found: set[str] = set()
    due = [entry]
    while due:
        name = due.pop()
        if name not in found:
            found.add(name)
            due += [other for other in IMPORTED.findall((folder / name).read_text()) if other not in RUNTIME]
    return found


def twice(folder: Path) -> set[str]:
    """Returns what is in two scripts of the runtime, and so would have its state twice."""
    parts = [bundled(folder, name) for name in RUNTIME]
    return {name for part in parts for name in part if sum(name in other for other in parts) > 1}


def test_what_is_loaded_later_has_no_state_of_the_runtime_again(tmp_path: Path) -> None:
    assert "nodes.js" in bundled(RUNTIME_JS / "src", "runtime.js")
    assert twice(RUNTIME_JS / "src") <= STATELESS
    for name in RUNTIME:
        write(tmp_path / name, 'import { node } from "./nodes.js";\nexport { loadTakeover } from "./runtime.js";\n')
    write(tmp_path / "nodes.js", "export const nodes = new Map();\n")
    assert twice(tmp_path) == {"nodes.js"}


def test_the_inline_script_is_below_a_kilobyte_and_leaves_one_name(tmp_path: Path) -> None:
    bundle(RUNTIME_JS / "src" / "capture.js", tmp_path / "capture.js", form="iife")
    text = (tmp_path / "capture.js").read_text()
    assert len(text.encode()) < 1000
    assert text.startswith("(()=>{")
    assert not any(sequence in text for sequence in ("</script", "<!--"))


@pytest.mark.parametrize(
    ("present", "steps"),
    [
        ((), [VENDOR, COMPILE, BUNDLE]),
        (PYODIDE, [BUNDLE]),
        (SCRIPTS, [VENDOR, COMPILE]),
        ((*PYODIDE, "runtime/runtime.js"), [BUNDLE]),
        ((*PYODIDE, *SCRIPTS), []),
    ],
)
def test_missing_assets_are_made(tmp_path: Path, present: tuple[str, ...], steps: list[str]) -> None:
    write(tmp_path / "runtime_js" / "src" / "main.js")
    for name in present:
        write(tmp_path / "pyui" / "build" / "assets" / name)
    assert stale_steps(tmp_path) == steps


def test_an_old_runtime_is_made_again(tmp_path: Path) -> None:
    assets = tmp_path / "pyui" / "build" / "assets"
    for name in PYODIDE:
        write(assets / name, age=9)
    for name in SCRIPTS:
        write(assets / name, age=2)
    write(tmp_path / "runtime_js" / "src" / "deep" / "part.js", age=1)
    assert stale_steps(tmp_path) == [BUNDLE]


def test_without_npm_the_message_says_what_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SystemExit, match=r"Node\.js and npm"):
        install_node_modules(tmp_path)
