"""What the test kit repeats of the JavaScript runtime is what is there."""

from pyui.testing._dom import Root
from pyui.testing._runtime import Runtime
from pyui.view import protocol


def test_every_op_is_carried_out() -> None:
    opcodes = {value for name, value in vars(protocol).items() if name.startswith("OP_")}
    assert set(Runtime(Root("div", {}))._ops) == opcodes
