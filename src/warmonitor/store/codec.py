"""Frozen records as JSON, and back: fields at their default are left out, a record bears its name."""

import json
import types
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from warmonitor import model

_NAME = "is"  # no field can be called so


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
    if is_dataclass(value) and not isinstance(value, type):
        said = {field.name: getattr(value, field.name) for field in fields(value)}
        kept = {f.name: _plain(said[f.name]) for f in fields(value) if said[f.name] != _default(f)}
        return {_NAME: type(value).__name__, **kept}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, bytes):
        return value.hex()
    return value.isoformat() if isinstance(value, date) else value


def _default(field: Field[Any]) -> object:
    return field.default_factory() if field.default_factory is not MISSING else field.default


def _record(data: Any) -> Any:
    if isinstance(data, list):
        return tuple(_record(one) for one in data)
    if not isinstance(data, dict):
        return data
    kind = getattr(model, data[_NAME])
    hints = _hints(kind)
    return kind(**{name: _of(hints[name], one) for name, one in data.items() if name != _NAME})


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _of(hint: Any, data: Any) -> Any:
    if isinstance(data, dict) or data is None:
        return _record(data)
    if get_origin(hint) in {Union, types.UnionType}:
        return _of(next(one for one in get_args(hint) if one is not type(None)), data)
    if isinstance(data, list):
        inner = [one for one in get_args(hint) if one is not Ellipsis]
        return tuple(_of(inner[min(at, len(inner) - 1)], one) for at, one in enumerate(data))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(data)
    if hint is bytes:
        return bytes.fromhex(data)
    return date.fromisoformat(data) if hint is date else data
