"""The protocol is written once, in Python."""

from pathlib import Path

import pytest

from build_tools.generate_protocol import main, read_constants, to_javascript

SOURCE = '''"""Protocol."""
from typing import Final

VERSION = 3
"""Version of all that follows."""

FENCE: Final = 'a"]'
_PRIVATE = object()
lower = object()
'''


def test_constants_become_exports() -> None:
    header, _, rest = to_javascript(read_constants(SOURCE)).partition("\n\n")
    assert header.startswith("// Generated")
    assert rest == '/** Version of all that follows. */\nexport const VERSION = 3;\n\nexport const FENCE = "a\\"]";\n'


@pytest.mark.parametrize("value", ["True", "1.5", "None", "b'x'", "(1, 2)", "1 + 1", "f'{x}'"])
def test_other_values_are_refused(value: str) -> None:
    with pytest.raises(ValueError, match=r"X \(line 1\)"):
        read_constants(f"X = {value}")


def test_check_fails_on_drift(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, target = tmp_path / "protocol.py", tmp_path / "protocol.js"
    source.write_text(SOURCE)
    assert main(["--check"], source, target) == 1
    assert main([], source, target) == 0
    assert main(["--check"], source, target) == 0
    source.write_text(SOURCE.replace("3", "4"))
    capsys.readouterr()
    assert main(["--check"], source, target) == 1
    assert "protocol.js differs from protocol.py" in capsys.readouterr().err
