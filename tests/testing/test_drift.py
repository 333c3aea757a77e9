"""What the test kit repeats of the JavaScript runtime is what is there."""

import re

from build_tools.paths import ROOT
from pyui.testing._dom import Root
from pyui.testing._event import DIRECT
from pyui.testing._runtime import Runtime
from pyui.view import protocol


def test_direct_events() -> None:
    source = (ROOT / "runtime_js/src/events.js").read_text(encoding="utf-8")
    written = re.search(r"const DIRECT = new Set\((.*?)\.split", source, re.DOTALL)
    assert written is not None
    assert set("".join(re.findall(r'"([^"]*)"', written[1])).split()) == DIRECT


def test_every_op_is_carried_out() -> None:
    opcodes = {value for name, value in vars(protocol).items() if name.startswith("OP_")}
    assert set(Runtime(Root("div", {}))._ops) == opcodes
