"""Classes whose instances travel. They ship: the browser tests decode them as well."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, Flag, IntEnum, StrEnum, auto
from functools import cached_property
from typing import ClassVar, NamedTuple


class Colour(Enum):
    RED = (1, 2)
    GREEN = "green"
    ALSO_GREEN = "green"  # noqa: PIE796 - an alias


class Size(StrEnum):
    SMALL = "s"
    LARGE = "l"


class Level(IntEnum):
    LOW = 1


class Rights(Flag):
    READ = auto()
    WRITE = auto()


class Point(NamedTuple):
    x: object
    y: object = 0


@dataclass
class Item:
    KINDS: ClassVar[int] = 3
    name: object
    parts: object = field(default_factory=list)
    hidden: object = field(default=None, repr=False, init=False)

    @cached_property
    def text(self) -> str:
        return f"{self.name}"


@dataclass(frozen=True, slots=True)
class Key:
    value: object
    seen: object = field(default=None, compare=False)


@dataclass(eq=False)
class Knot:
    """Compares by identity, so that it may be in a set that it holds."""

    others: object = None


@dataclass
class Outer:
    @dataclass
    class Inner:
        n: int


@dataclass
class Refuses:
    """Its own code must not run when it is decoded."""

    n: int

    def __post_init__(self) -> None:
        if self.n == 0:
            raise RuntimeError("the constructor was run")


@dataclass
class WithState:
    n: int

    def __post_init__(self) -> None:
        self.index = {self.n: 1}


class Plain:
    pass
