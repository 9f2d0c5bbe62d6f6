"""The events of the shelf as they are counted by day: read, counted when they come and go, and all anew."""

import json
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, column, delete, insert, select, table

from warmonitor.store.daily import DAYS, EVENTS, Counts, Happening, count, counts, happening, rows

_TOGETHER = 500
_SHELF = table("shelf", *map(column, ("number", "kind", "first", "last", "content")))
_LINK = table("shelf_link", *map(column, ("number", "role", "target")))
_UNREADABLE = (ValueError, TypeError, AttributeError)  # what was changed from outside


def of_shelf(connection: Connection) -> Iterator[Happening]:
    """Yield all events of the shelf."""
    last, asked = None, select(_SHELF.c.number).where(_SHELF.c.kind == EVENTS).order_by(_SHELF.c.number)
    while True:
        part = asked if last is None else asked.where(_SHELF.c.number > last)
        numbers = connection.execute(part.limit(_TOGETHER)).scalars().all()
        if not numbers:
            return
        yield from of_numbers(connection, numbers)
        last = numbers[-1]


def of_numbers(connection: Connection, numbers: Sequence[int]) -> Iterator[Happening]:
    """Yield the events of the shelf that have these numbers."""
    for start in range(0, len(numbers), _TOGETHER):
        part = numbers[start : start + _TOGETHER]
        links: dict[int, list[tuple[str, str]]] = {}
        for link in connection.execute(select(_LINK).where(_LINK.c.number.in_(part))):
            links.setdefault(link.number, []).append((link.role, link.target))
        for row in connection.execute(select(_SHELF).where(_SHELF.c.number.in_(part))):
            yield happening(row.first, row.last, json.loads(row.content), links.get(row.number, []))


def going(connection: Connection, numbers: Sequence[int]) -> list[Happening] | None:
    """Return events that are to go, None where they were changed from outside and cannot be read."""
    try:
        return list(of_numbers(connection, numbers))
    except _UNREADABLE:
        return None


def recount(connection: Connection, came: Sequence[Happening], went: Sequence[Happening] | None) -> None:
    """Count what came and what went; all events anew where it is not known what went."""
    if went is not None:
        count(connection, came, went)
        return
    connection.execute(delete(DAYS))
    fill(connection)


def fill(connection: Connection) -> None:
    """Count all events of the shelf into a table that is empty."""
    told = rows(counts(of_shelf(connection)))
    for start in range(0, len(told), _TOGETHER):
        connection.execute(insert(DAYS), told[start : start + _TOGETHER])


def sound(connection: Connection) -> bool:
    """Say whether the counts that are kept are those of the events; damaged events give no counts."""
    try:
        return _kept(connection) == counts(of_shelf(connection))
    except _UNREADABLE:
        return False


def _kept(connection: Connection) -> Counts:
    told = connection.execute(select(DAYS))
    return {(*row[:3], *row[3:6]): (row.starts, row.ends) for row in told}
