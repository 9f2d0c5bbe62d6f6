"""Whatever stands in a record, however deep, put otherwise: its names, its spans."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar

K = TypeVar("K")
T = TypeVar("T")


def with_every(value: T, kind: type[K], change: Callable[[K], K]) -> T:
    """Return a record with all of one kind in it changed; one in which nothing is stays the same object."""
    return _with_every(value, kind, change)  # type: ignore[no-any-return]


def _with_every(value: Any, kind: type, change: Callable[[Any], Any]) -> Any:
    if isinstance(value, kind):
        return change(value)
    if isinstance(value, tuple):
        found = tuple(_with_every(one, kind, change) for one in value)
        return found if any(a is not b for a, b in zip(found, value, strict=True)) else value
    if not is_dataclass(value) or isinstance(value, type):
        return value
    said = {name: getattr(value, name) for name in field_names(type(value))}
    put = {name: _with_every(one, kind, change) for name, one in said.items()}
    changed = {name: one for name, one in put.items() if one is not said[name]}
    return replace(value, **changed) if changed else value


@cache
def field_names(kind: Any) -> tuple[str, ...]:
    """Return the names of the fields of a kind of record."""
    return tuple(one.name for one in fields(kind))
