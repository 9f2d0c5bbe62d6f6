"""The weightiest records of some days and places, in a bounded look: a month costs what a month has."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, exists, func, not_, or_, select

from warmonitor.store.database import Database
from warmonitor.store.filters import Filters, in_days, linked
from warmonitor.store.paging import day_rows
from warmonitor.store.reader import Record
from warmonitor.store.shelf import LINK, NARROW, OPEN_END, OPEN_START, SHELF, in_parts, kept

FEW = 3_000  # records that are weighed; of more, the latest


@dataclass(frozen=True, slots=True)
class Period:
    """What is looked at: days, both included; places by id, None for all; what else it must be linked to.

    `links` are pairs of a role and a word. `steady` says that an open end means "still so", as of who holds
    a place, and not "nobody knows since when": a count of which only the last day is known is of that day.
    `begins` asks for what begins in the days.
    """

    since: date
    until: date
    places: tuple[str, ...] | None = None
    links: tuple[tuple[str, str], ...] = ()
    steady: bool = False
    begins: bool = False


@dataclass(frozen=True, slots=True)
class Weighed:
    """The weightiest records, in that order, of `total`; with `more`, not all of them were weighed."""

    records: tuple[Record, ...] = ()
    total: int = 0
    more: bool = False


def weightiest(database: Database, kind: str, period: Period, most: int) -> Weighed:
    """Return up to so many records of a kind that last into the days; weight is how much they are linked to.

    What has more claims, reports, origins and actors comes first, of what has as many, the earlier.
    """

    def work(connection: Connection) -> Weighed:
        numbers = _numbers(connection, kind, period)
        return _weighed(connection, numbers[:FEW], most, len(numbers) > FEW)

    return database.read(work)


def linked_to(database: Database, kind: str, role: str, targets: Iterable[str], most: int) -> Weighed:
    """Return up to so many records of a kind that are linked to some things, to most of them first."""

    def work(connection: Connection) -> Weighed:
        met: Counter[int] = Counter()
        for part in in_parts(sorted(map(kept, set(targets)))):
            of = (LINK.c.kind == kind, LINK.c.role == role, LINK.c.target.in_(part))
            met.update(row.number for row in connection.execute(select(LINK.c.number).where(*of).limit(FEW)))
        first = sorted(met, key=lambda number: (-met[number], number))
        return Weighed(_contents(connection, first[:most]), len(first))

    return database.read(work)


def last_day(database: Database) -> date | None:
    """Return the last day on which a report was written of which that is known, None where there is none."""
    asked = select(SHELF.c.first).where(SHELF.c.kind == "reports", SHELF.c.width == NARROW)
    asked = asked.where(SHELF.c.first != OPEN_START).order_by(SHELF.c.first.desc()).limit(1)
    found = database.read(lambda connection: connection.execute(asked).scalar_one_or_none())
    return date.fromisoformat(found) if found else None


def _numbers(connection: Connection, kind: str, period: Period) -> list[int]:
    """Return the numbers of the records, the latest first; one more than are weighed where there are more."""
    wanted = [*_known(period), *(linked(kind, role, kept(word)) for role, word in period.links)]
    days, places = Filters(since=period.since, until=period.until), period.places
    if places is not None and _many(connection, kind, days):
        placed = SHELF.c.number.in_(_placed(kind, places))
        asked = select(SHELF.c.number).where(SHELF.c.kind == kind, *in_days(days), placed, *wanted)
        ordered = asked.order_by(SHELF.c.number.desc())
    else:
        there = [_in_places(kind, places)] if places is not None else []
        rows = day_rows(kind, days, *wanted, *there).subquery()
        ordered = select(rows.c.number).order_by(rows.c.number.desc())
    return list(connection.execute(ordered.limit(FEW + 1)).scalars())


def _many(connection: Connection, kind: str, days: Filters) -> bool:
    """Say whether more records are of the days than are looked at one by one."""
    few = day_rows(kind, days).limit(FEW).subquery()
    return connection.execute(select(func.count()).select_from(few)).scalar_one() >= FEW


def _known(period: Period) -> list[ColumnElement[bool]]:
    """Return the condition that a record whose days are half known is one of the days that are told."""
    since, until = period.since.isoformat(), period.until.isoformat()
    if period.steady or period.begins:
        return [SHELF.c.first >= since] if period.begins else []
    late = and_(SHELF.c.first == OPEN_START, SHELF.c.last > until)
    early = and_(SHELF.c.last == OPEN_END, SHELF.c.first < since)
    return [not_(or_(late, early))]


def _in_places(kind: str, places: Sequence[str]) -> ColumnElement[bool]:
    found = select(LINK.c.number).where(LINK.c.number == SHELF.c.number, LINK.c.kind == kind)
    return exists(found.where(LINK.c.role == "place", LINK.c.target.in_([kept(one) for one in places])))


def _placed(kind: str, places: Sequence[str]) -> Any:
    of = (LINK.c.kind == kind, LINK.c.role == "place", LINK.c.target.in_([kept(one) for one in places]))
    return select(LINK.c.number).where(*of)


def _weighed(connection: Connection, numbers: list[int], most: int, more: bool) -> Weighed:
    links: dict[int, int] = {}
    for part in in_parts(numbers):
        asked = select(LINK.c.number, func.count()).where(LINK.c.number.in_(part)).group_by(LINK.c.number)
        links |= {row[0]: row[1] for row in connection.execute(asked)}
    first = sorted(numbers, key=lambda number: (-links.get(number, 0), number))[:most]
    return Weighed(_contents(connection, first), len(numbers), more)


def _contents(connection: Connection, numbers: Sequence[int]) -> tuple[Record, ...]:
    found: dict[int, str] = {}
    for part in in_parts(numbers):
        asked = select(SHELF.c.number, SHELF.c.content).where(SHELF.c.number.in_(part))
        found |= {row.number: row.content for row in connection.execute(asked)}
    return tuple(json.loads(found[number]) for number in numbers if number in found)


def days_of(database: Database, kind: str, period: Period) -> list[tuple[date | None, date | None]]:
    """Return first and last day of the records of a kind that last into the days, as many as are weighed."""

    def work(connection: Connection) -> list[tuple[date | None, date | None]]:
        found: list[tuple[date | None, date | None]] = []
        for part in in_parts(_numbers(connection, kind, period)[:FEW]):
            asked = select(SHELF.c.first, SHELF.c.last).where(SHELF.c.number.in_(part))
            found += [(_end(row.first), _end(row.last)) for row in connection.execute(asked)]
        return sorted(found, key=str)

    return database.read(work)


def _end(iso: str) -> date | None:
    return None if iso in {OPEN_START, OPEN_END} else date.fromisoformat(iso)
