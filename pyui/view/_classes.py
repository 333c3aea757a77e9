"""The user's classes in the codec: dataclasses, enums, named tuples, pydantic models. Runs on both sides."""

import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, cast

from pyui.view._codec import Refused

if TYPE_CHECKING:
    from enum import Enum

type Ships = Callable[[str], bool]
"""Tells whether a module is one of the user's that ship."""

_HEAP_TYPE = 1 << 9  # Py_TPFLAGS_HEAPTYPE: the class was made by a `class` statement
_FIX_CLASS = "Define it at the top of a module that the routes import."
_FIX_OLD = "Reload the page: it is older than its bundle."
_IGNORED = frozenset({"__orig_class__"})  # what `Box[int](…)` leaves in an instance


def class_kind(kind: Any) -> str | None:
    """Returns how instances of a class travel: as "enum", "flag", "named", "model" or "object"; None if not at all."""
    if "enum" in sys.modules and isinstance(kind, sys.modules["enum"].EnumMeta):
        return "flag" if issubclass(kind, sys.modules["enum"].Flag) else "enum"
    if issubclass(kind, tuple):
        return "named" if "_fields" in dir(cast("type", kind)) else None
    if not all(base.__flags__ & _HEAP_TYPE or base is object for base in kind.__mro__):
        return None
    if hasattr(kind, "__pydantic_fields__") and hasattr(kind, "__pydantic_decorators__"):
        return "object" if hasattr(kind, "__dataclass_fields__") else "model"
    return "object" if hasattr(kind, "__dataclass_fields__") else None


def class_path(kind: type) -> str:
    """Returns the import path of a class, `shop.models:Item`.

    Raises:
        Refused: nobody could import it.
    """
    path = f"{kind.__module__}:{kind.__qualname__}"
    if kind.__module__ == "__main__":
        raise Refused(f"is a {kind.__qualname__} of the module that was started, which has no name", _FIX_CLASS)
    found: object = sys.modules.get(kind.__module__)
    for name in kind.__qualname__.split("."):
        found = getattr(found, name, None)
    if found is not kind:
        raise Refused(f"is a {path}, which cannot be imported by that name", _FIX_CLASS)
    return path


def find_class(path: str, expected: str, ships: Ships) -> type:
    """Returns the class of an import path.

    Args:
        path: such as `shop.models:Item`.
        expected: how its instances travel.
        ships: the modules that may be imported.

    Raises:
        Refused: it is none that ships, or of another kind.
    """
    module, _, qualname = path.partition(":")
    if not ships(module):
        raise Refused(f"is a {path}, whose module does not ship", _FIX_CLASS)
    found: object = _load(module, path)
    for name in qualname.split("."):
        found = vars(found).get(name)
        if not isinstance(found, type):
            raise Refused(f"is a {path}, which is no class", _FIX_OLD)
    cls = cast("type", found)
    if class_kind(cls) != expected or (cls.__module__, cls.__qualname__) != (module, qualname):
        raise Refused(f"is a {path}, which is of another kind", _FIX_OLD)
    return cls


def _load(module: str, path: str) -> object:
    from importlib import import_module  # noqa: PLC0415 - few pages need it

    try:
        return import_module(module)
    except ImportError as error:
        what = f"is a {path}, which cannot be imported: {error}"
        raise Refused(what, "Use a dataclass, which needs no library in the browser.") from error


def fields_of(value: object, kind: str) -> dict[str, object]:
    """Returns the values of the fields of a dataclass's or a model's instance.

    Raises:
        Refused: the instance holds more than its fields, or less.
    """
    if kind == "model":
        return _model_fields(value)
    names = field_names(value.__class__)
    missing = [name for name in names if not hasattr(value, name)]
    if missing:
        raise Refused(f"has no value for its field {missing[0]}", "Give the field a value.")
    for name in vars(value) if hasattr(value, "__dict__") else ():
        if name not in names and name not in _IGNORED and not _is_cached(value.__class__, name):
            raise Refused(f"has the attribute {name}, which is no field", "Make it a field, or a cached_property.")
    return {name: getattr(value, name) for name in names}


def _is_cached(kind: type, name: str) -> bool:
    return type(getattr(kind, name, None)).__name__ == "cached_property"


def field_names(kind: Any) -> list[str]:
    """Returns the names of a dataclass's fields, without those of the class itself."""
    # Read by hand: `dataclasses` brings `inspect` with it, which takes long to import.
    fields = kind.__dataclass_fields__.items()
    return [name for name, field in fields if field._field_type.name == "_FIELD"]


def _model_fields(value: Any) -> dict[str, object]:
    if value.__pydantic_private__:
        name = min(value.__pydantic_private__)
        raise Refused(f"has the private attribute {name}, which does not travel", "Make it a field, or leave it out.")
    return {**vars(value), **(value.__pydantic_extra__ or {})}


def new_instance(kind: Any) -> Any:
    """Makes an instance that has no values yet; no code of the class is run."""
    made: Any = object.__new__(kind)
    return made


def fill_instance(made: Any, kind: str, values: Mapping[str, object], fields_set: list[str]) -> None:
    """Gives an instance its values; no code of the class is run.

    Args:
        made: the instance.
        kind: how it travelled.
        values: its values by field.
        fields_set: for a model, the fields that were given and not left to their defaults.

    Raises:
        Refused: the class has other fields.
    """
    give, cls = object.__setattr__, made.__class__
    if kind == "object":
        names = field_names(cls)
        if names != list(values):
            raise Refused(f"has other fields than {', '.join(names)}", _FIX_OLD)
        for name, value in values.items():
            give(made, name, value)
        return
    known: Mapping[str, object] = cls.__pydantic_fields__
    extra = {name: value for name, value in values.items() if name not in known}
    give(made, "__dict__", {name: value for name, value in values.items() if name in known})
    give(made, "__pydantic_extra__", extra if cls.model_config.get("extra") == "allow" else None)
    give(made, "__pydantic_fields_set__", set(fields_set))
    give(made, "__pydantic_private__", None)


def enum_argument(member: "Enum", kind: str) -> object:
    """Returns what tells a member among those of its enum: the name, or the value of a flag."""
    return member.value if kind == "flag" else member.name


def find_member(enum: Any, kind: str, argument: Any) -> object:
    """Returns the member of an enum.

    Raises:
        Refused: there is none.
    """
    if kind == "flag":
        try:
            return enum(argument)
        except ValueError as error:
            raise Refused(f"is no {enum.__name__}: {error}", _FIX_OLD) from error
    member = enum.__members__.get(argument)
    if member is None:
        raise Refused(f"is {enum.__name__}.{argument}, which does not exist", _FIX_OLD)
    return member
