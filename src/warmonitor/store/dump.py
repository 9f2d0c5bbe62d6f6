"""A store as text: the same for the same records, whatever their order of coming and the database.

Rows of the account, and what blocks give to it, are the same once the store is up to date.
"""

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Table, select

from warmonitor.store.judged import JUDGED
from warmonitor.store.schema import GIVEN, MADE
from warmonitor.store.shelf import LINK, SHELF
from warmonitor.store.slices import SLICE
from warmonitor.store.store import Store

# When a record came, and its place in the chain, differ from run to run.
_GIVEN = ("kind", "id", "unit", "content")
_JUDGED = ("id", "subject", "version", "undoes", "in_force")
_SLICE = ("unit", "block", "content")
_SHELF = ("kind", "id", "unit", "rank", "width", "first", "last", "version", "content")
_LINK = ("kind", "role", "target", "rank")
_MADE = ("stage", "unit", "input", "version", "options", "content", "digest")


def dump(store: Store) -> Iterator[str]:
    """Yield a line of JSON for each raw file and each record, sorted; no times, no places in the chain."""
    for sha256 in store.raw.all():
        yield _line("raw", {"sha256": sha256, "bytes": len(store.raw.get(sha256))})
    with store.database.reading() as connection:
        yield from _table(connection, GIVEN, _GIVEN)
        yield from _table(connection, MADE, _MADE)
        yield from _table(connection, JUDGED, _JUDGED)
        yield from _table(connection, SLICE, _SLICE)
        yield from _table(connection, SHELF, _SHELF)
        yield from _table(connection, LINK, _LINK)


def _table(connection: Connection, table: Table, names: tuple[str, ...]) -> Iterator[str]:
    lines = (
        _line(table.name, dict(row))
        for row in connection.execute(select(*(table.c[n] for n in names))).mappings()
    )
    yield from sorted(lines)


def _line(what: str, told: dict[str, Any]) -> str:
    return json.dumps({"table": what, **told}, sort_keys=True, default=bytes.hex)
