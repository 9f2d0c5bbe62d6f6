"""Where reports do not stand where their placing says: placings, families, bands and counts of the tree."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, select

from warmonitor.model import Issue, Placing
from warmonitor.store.codec import encode
from warmonitor.store.families import home_of
from warmonitor.store.kin import unpack
from warmonitor.store.made import PLACING
from warmonitor.store.nodes import miscounted
from warmonitor.store.placed import BANDS, FAMILIES, PLACINGS
from warmonitor.store.schema import MADE

_TOP = 1 << 62
_EMPTY = encode(None)


def check_placings(connection: Connection) -> Iterator[Issue]:
    """Yield an issue for each report, family, band and node of the tree that is not what placings make."""
    for report in _reports(connection):
        yield _wrong(report, "The report does not stand where its placing says.")
    for family in _families(connection):
        yield _wrong(family, "The near copies do not stand where the earliest of them does.")
    if not _banded(connection):
        yield _wrong("bands", "By what near copies are found was changed from outside.")
    for node in miscounted(connection):
        yield _wrong(node, "The block counts other reports than stand in it.")


def _reports(connection: Connection) -> Iterator[str]:
    """Yield reports that are placed otherwise than was made, or not, or of which no placing was made."""
    made = (MADE.c.unit == PLACINGS.c.report) & (MADE.c.stage == PLACING)
    both = select(MADE.c.unit, MADE.c.content, PLACINGS).outerjoin(PLACINGS, made)
    for row in connection.execute(both.where(MADE.c.stage == PLACING)):
        if (_told(row) if row.report is not None else _EMPTY) != row.content:
            yield str(row.unit)
    lone = select(PLACINGS.c.report).outerjoin(MADE, made).where(MADE.c.unit.is_(None))
    yield from map(str, connection.execute(lone).scalars())


def _told(row: Any) -> str:
    try:
        return encode(Placing(row.theatre, row.day, unpack(row.bands)))
    except (ValueError, TypeError):
        return ""


def _families(connection: Connection) -> Iterator[str]:
    """Yield families, by their first report, that are not at home there, or count others than they have."""
    rows = connection.execute(select(FAMILIES)).all()
    there = {row.number: (row.first, row.day, row.leaf, row.reports) for row in rows}
    asked = select(PLACINGS.c.family, PLACINGS.c.report, PLACINGS.c.theatre, PLACINGS.c.day)
    placed = connection.execute(asked.order_by(PLACINGS.c.family))
    for family, members in groupby(placed, key=lambda row: int(row.family)):
        placings = {row.report: Placing(row.theatre, row.day, ()) for row in members}
        first, leaf = home_of(placings, placings)
        if there.pop(family, None) != (first, placings[first].day, leaf, len(placings)):
            yield str(first)
    yield from sorted(str(first) for first, *_ in there.values())


def _banded(connection: Connection) -> bool:
    """Say whether the bands that are looked for are those of the placings, by their number and a sum."""
    asked = select(PLACINGS.c.number, PLACINGS.c.family, PLACINGS.c.bands)
    wanted = rows = found = 0
    for row in connection.execute(asked):
        bands = set(unpack(row.bands))
        rows += len(bands)
        wanted = (wanted + sum(hash((band, row.family, row.number)) for band in bands)) % _TOP
    for band in connection.execute(select(BANDS.c.band, BANDS.c.family, BANDS.c.placing)):
        rows -= 1
        found = (found + hash(tuple(band))) % _TOP
    return rows == 0 and wanted == found


def _wrong(item: str, said: str) -> Issue:
    return Issue("placing-wrong", item, said, fatal=True)
