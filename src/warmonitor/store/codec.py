"""Frozen records as JSON, and back: fields at their default are left out, a record bears its name."""

import json
import types
from collections.abc import Callable
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from warmonitor import model

_NAME = "is"  # no field can be called so
_BARE = frozenset({str, int, float, bool, type(None)})

Reader = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class _Shape:
    """A kind of record: its fields with their defaults, and what reads each back."""

    kind: type
    told: tuple[tuple[str, Any], ...]
    readers: dict[str, Reader]


def encode(value: object) -> str:
    """Return a record, or a tuple of them, as one line of ASCII JSON; the same record, the same line."""
    return json.dumps(_plain(value), separators=(",", ":"), sort_keys=True)


def decode(content: str) -> Any:
    """Return the record, or the tuple of records, of a line.

    Raises:
        StoreError: when the line holds no record that this version knows.
    """
    try:
        return _record(json.loads(content))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        msg = f"A record that was kept cannot be read: {error}."
        raise model.StoreError(msg) from error


def _plain(value: Any) -> Any:
    kind: Any = type(value)
    if kind in _BARE:
        return value
    told = _told(kind)
    if told is None:
        return [_plain(one) for one in value] if isinstance(value, tuple) else _bare(value)
    kept = {_NAME: kind.__name__}
    for name, default in told:
        one = getattr(value, name)
        if one is not default and one != default:
            kept[name] = one if type(one) in _BARE else _plain(one)
    return kept


@cache
def _told(kind: Any) -> tuple[tuple[str, Any], ...] | None:
    """Return the fields of a kind of record with their defaults, None for what is no record."""
    shape: Any = kind
    return _shape(shape).told if is_dataclass(kind) else None


def _bare(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, bytes):
        return value.hex()
    return value.isoformat() if isinstance(value, date) else value


@cache
def _shape(kind: Any) -> _Shape:
    hints = get_type_hints(kind)
    told = tuple((field.name, _default(field)) for field in fields(kind))
    return _Shape(kind, told, {name: _reader(hints[name]) for name, _ in told})


def _default(field: Field[Any]) -> object:
    return field.default_factory() if field.default_factory is not MISSING else field.default


def _record(data: Any) -> Any:
    if isinstance(data, list):
        return tuple([_record(one) for one in data])
    if not isinstance(data, dict):
        return data
    shape = _named(data[_NAME])
    readers = shape.readers
    return shape.kind(**{name: readers[name](one) for name, one in data.items() if name != _NAME})


@cache
def _named(name: str) -> _Shape:
    return _shape(getattr(model, name))


def _reader(hint: Any) -> Reader:
    """Return what makes a field's value of JSON; records bear their own name, whatever the hint."""
    if get_origin(hint) in {Union, types.UnionType}:
        return _reader(next(one for one in get_args(hint) if one is not type(None)))
    inner = tuple(_reader(one) for one in get_args(hint) if one is not Ellipsis)
    bare = _bare_reader(hint)

    def read(data: Any) -> Any:
        if data is None or isinstance(data, dict):
            return _record(data)
        if isinstance(data, list):
            last = len(inner) - 1
            return tuple([inner[min(at, last)](one) for at, one in enumerate(data)])
        return bare(data) if bare else data

    return read


def _bare_reader(hint: Any) -> Reader | None:
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    if hint is bytes:
        return bytes.fromhex
    return date.fromisoformat if hint is date else None
