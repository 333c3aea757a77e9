"""Signals, computeds, effects and who owns them. Knows nothing of HTML; runs on both sides."""

from pyui.reactive._batch import batch
from pyui.reactive._computed import Computed, computed
from pyui.reactive._deferred import Deferred, deferred
from pyui.reactive._effect import Effect, effect
from pyui.reactive._graph import EffectLoopError, untracked
from pyui.reactive._owner import ERROR_HANDLER, NoOwnerError, Owner, current_owner, on_cleanup
from pyui.reactive._running import CycleError, WriteInComputedError
from pyui.reactive._selector import selector
from pyui.reactive._signal import Signal, signal

__all__ = [
    "ERROR_HANDLER",
    "Computed",
    "CycleError",
    "Deferred",
    "Effect",
    "EffectLoopError",
    "NoOwnerError",
    "Owner",
    "Signal",
    "WriteInComputedError",
    "batch",
    "computed",
    "current_owner",
    "deferred",
    "effect",
    "on_cleanup",
    "selector",
    "signal",
    "untracked",
]
