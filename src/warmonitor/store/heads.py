"""Records by id without what is long in them: a report's texts, the ways of a claim to its origins."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, func, select

from warmonitor.store.kept import kept
from warmonitor.store.shelf import SHELF, in_parts

_LONG: Mapping[str, tuple[str, ...]] = {"reports": ("text", "captions"), "claims": ("paths", "restated")}


def heads(connection: Connection, kind: str, ids: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Return those of some records that are there, by id, in the order asked for, without what is long."""
    wanted = list(dict.fromkeys(ids))
    long = _LONG.get(kind, ())
    # PostgreSQL refuses to take apart what JSON may hold, such as NUL: there they are read whole.
    light = long and connection.dialect.name == "sqlite"
    content = func.json_remove(SHELF.c.content, *(f"$.{name}" for name in long)) if light else SHELF.c.content
    found: dict[str, dict[str, Any]] = {}
    for part in in_parts([kept(one) for one in wanted]):
        asked = select(SHELF.c.id, content).where(SHELF.c.kind == kind, SHELF.c.id.in_(part))
        found |= {record: _without(json.loads(told), long) for record, told in connection.execute(asked)}
    return {one: found[one] for one in wanted if one in found}


def _without(record: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    for name in names:
        record.pop(name, None)
    return record
