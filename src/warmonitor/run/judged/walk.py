"""Every name in a record, however deep, put otherwise."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from warmonitor.model import Named

T = TypeVar("T")


def with_names(value: T, renamed: Callable[[Named], Named]) -> T:
    """Return a record with every name in it put otherwise; one in which none is stays the same object."""
    return _with_names(value, renamed)  # type: ignore[return-value]


def _with_names(value: object, renamed: Callable[[Named], Named]) -> object:
    if isinstance(value, Named):
        return renamed(value)
    if isinstance(value, tuple):
        found = tuple(_with_names(one, renamed) for one in value)
        return found if any(a is not b for a, b in zip(found, value, strict=True)) else value
    if not is_dataclass(value) or isinstance(value, type):
        return value
    said = {field.name: getattr(value, field.name) for field in fields(value)}
    put = {name: _with_names(one, renamed) for name, one in said.items()}
    changed = {name: one for name, one in put.items() if one is not said[name]}
    return replace(value, **changed) if changed else value
