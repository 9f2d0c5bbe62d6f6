"""Coverage on the shelf: the events that reports tell of, by the ids that events have over all blocks."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection, select

from warmonitor.store.shelf import LINK, SHELF, Row, amend, in_parts, linked

Ids = Mapping[str, str]


def events_of(connection: Connection, claims: Collection[str]) -> dict[str, str]:
    """Return, by claim, the id of the event on the shelf that rests on it."""
    found: dict[str, str] = {}
    for part in in_parts(sorted(claims)):
        asked = select(LINK.c.target, SHELF.c.id).join(SHELF, SHELF.c.number == LINK.c.number)
        asked = asked.where(LINK.c.kind == "events", LINK.c.role == "claim", LINK.c.target.in_(part))
        found |= {row.target: row.id for row in connection.execute(asked)}
    return found


def told_as(rows: Sequence[Row], ids: Ids) -> list[Row]:
    """Return rows, coverage among them naming events by other ids: `ids` are the new by the old."""
    return [_told_as(row, ids) if row.kind == "coverage" else row for row in rows]


def tell_as(connection: Connection, block: str, ids: Ids, at: str) -> None:
    """Name events by other ids in the coverage rows of one block."""
    changed = {old: new for old, new in ids.items() if old != new}
    rows = linked(connection, ("event",), sorted(changed)).get(block, []) if changed else []
    if told := [row for row in rows if row.kind == "coverage"]:
        amend(connection, block, told_as(told, changed), at)


def _told_as(row: Row, ids: Ids) -> Row:
    events = sorted({ids.get(one, one) for one in row.content["events"]})
    links = [link for link in row.links if link[0] != "event"]
    return replace(
        row,
        content={**row.content, "events": events},
        links=(*links, *(("event", one) for one in events)),
    )
