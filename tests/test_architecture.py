"""The source tree keeps the rules of docs/design/architecture.md."""

from collections.abc import Callable

import pytest

from build_tools import generate_protocol
from build_tools.gates import error_codes, exports, imports, text
from build_tools.gates.source import Module, load
from build_tools.paths import ROOT


@pytest.fixture(scope="module")
def modules() -> list[Module]:
    found = load(ROOT / "pyui")
    assert any(module.name == "pyui.errors" for module in found)
    return found


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    found = text.tracked_text(ROOT)
    assert "pyproject.toml" in found
    return found


@pytest.mark.parametrize(
    "gate",
    [
        exports.exported_names,
        imports.bridge_imports,
        imports.import_direction,
        imports.local_imports,
        imports.shipped_imports,
    ],
    ids=lambda gate: gate.__name__,
)
def test_modules(gate: Callable[[list[Module]], list[str]], modules: list[Module]) -> None:
    assert gate(modules) == []


@pytest.mark.parametrize(
    "gate", [text.file_lengths, text.machine_paths, text.registry_hosts], ids=lambda gate: gate.__name__
)
def test_files(gate: Callable[[dict[str, str]], list[str]], texts: dict[str, str]) -> None:
    assert gate(texts) == []


def test_error_codes(modules: list[Module]) -> None:
    document = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")
    runtime = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "runtime_js" / "src").glob("*.js"))
    assert error_codes.error_codes(modules, document, runtime) == []


def test_generated_protocol() -> None:
    assert generate_protocol.main(["--check"]) == 0
