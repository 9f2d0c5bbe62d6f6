"""The weightiest records of some days and places, in a bounded look: a month costs what a month has."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, exists, func, not_, or_, select, union_all

from warmonitor.store.faceted import narrow_rows
from warmonitor.store.filters import Filters, in_days, linked
from warmonitor.store.paging import earliest_first
from warmonitor.store.reader import Record
from warmonitor.store.shelf import LINK, NARROW, OPEN_END, OPEN_START, SHELF, WIDE, in_parts, kept

FEW = 3_000  # records that are weighed; of more, the latest
_PLACES = 8  # places that are looked for by the index of words; of more, each record's are looked at


@dataclass(frozen=True, slots=True)
class Period:
    """What is looked at: days, both included; places by id, None for all; what else it must be linked to.

    `links` are pairs of a role (of `fields.FACETS`) and a word. `steady` says that an open end means "still
    so", as of who holds a place, and not "nobody knows since when": a count of which only the last day is
    known is of that day. `begins` asks for what begins in the days.
    """

    since: date
    until: date
    places: tuple[str, ...] | None = None
    links: tuple[tuple[str, str], ...] = ()
    steady: bool = False
    begins: bool = False


@dataclass(frozen=True, slots=True)
class Weighed:
    """The weightiest records, in that order, of `total`; with `more`, not all of them were weighed.

    `looked` is how many were read, of which whoever asks may leave some out;
    `ends` are first and last day of each that was weighed, as the shelf has them, sorted.
    """

    records: tuple[Record, ...] = ()
    total: int = 0
    more: bool = False
    looked: int = 0
    ends: tuple[tuple[str, str], ...] = ()

    def days(self) -> Iterator[tuple[date | None, date | None]]:
        """Yield first and last day of each that was weighed, None for an open end."""
        return ((_end(first), _end(last)) for first, last in self.ends)


class _Met(NamedTuple):
    number: int
    first: str
    last: str
    links: int


def weightiest(connection: Connection, kind: str, period: Period, most: int, start: int = 0) -> Weighed:
    """Return up to so many records of a kind that last into the days; weight is how much they are linked to.

    What has more claims, reports, origins and actors comes first, of what has as many, the earlier. With
    `start`, those that come after so many.
    """
    found = _met(connection, kind, period)
    met = sorted(found[:FEW], key=lambda one: (-one.links, one.number))
    records = _contents(connection, [one.number for one in met[start : start + most]])
    ends = sorted((one.first, one.last) for one in met)
    return Weighed(records, len(met), len(found) > FEW, len(records), tuple(ends))


def linked_to(
    connection: Connection, kind: str, role: str, targets: Iterable[str], most: int, start: int = 0
) -> Weighed:
    """Return up to so many records of a kind that are linked to some things, to most of them first."""
    met: Counter[int] = Counter()
    for part in in_parts(sorted(map(kept, set(targets)))):
        of = (LINK.c.kind == kind, LINK.c.role == role, LINK.c.target.in_(part))
        latest = select(LINK.c.number).where(*of).order_by(LINK.c.number.desc()).limit(FEW)
        met.update(connection.execute(latest).scalars())
    first = sorted(met, key=lambda number: (-met[number], number))
    records = _contents(connection, first[start : start + most])
    return Weighed(records, len(first), looked=len(records))


def last_day(connection: Connection) -> date | None:
    """Return the last day on which a report was written of which that is known, None where there is none."""
    asked = select(SHELF.c.first).where(SHELF.c.kind == "reports", SHELF.c.width == NARROW)
    asked = asked.where(SHELF.c.first != OPEN_START).order_by(SHELF.c.first.desc()).limit(1)
    found = connection.execute(asked).scalar_one_or_none()
    return date.fromisoformat(found) if found else None


def _met(connection: Connection, kind: str, period: Period) -> list[_Met]:
    """Return the records, the latest first; one more than are weighed where there are more."""
    if period.places == ():
        return []
    rows = union_all(*_rows(connection.dialect.name, kind, period)).subquery()
    latest = select(rows).order_by(rows.c.number.desc()).limit(FEW + 1).subquery()
    links = select(func.count()).where(LINK.c.number == latest.c.number).scalar_subquery()
    asked = select(latest.c.number, latest.c.first, latest.c.last, links).order_by(latest.c.number.desc())
    return [_Met(*row) for row in connection.execute(asked)]


def _rows(dialect: str, kind: str, period: Period) -> Iterator[Any]:
    """Yield the rows of few days, by words where there is one to go by, and those of many, by days."""
    days, known, there = Filters(since=period.since, until=period.until), _known(period), _there(kind, period)
    few = period.places if period.places and len(period.places) <= _PLACES else ()
    wanted = [[link] for link in period.links] + ([[("place", one) for one in few]] if few else [])
    by_day = select(SHELF.c.number, SHELF.c.first, SHELF.c.last).where(SHELF.c.kind == kind, *in_days(days))
    if wanted:
        yield narrow_rows(dialect, kind, days, wanted).where(*known, *(() if few else there))
    else:
        yield by_day.where(SHELF.c.width == NARROW, *earliest_first(days, NARROW), *known, *there)
    links = (linked(kind, role, kept(word)) for role, word in period.links)
    yield by_day.where(SHELF.c.width == WIDE, *known, *there, *links)


def _known(period: Period) -> list[ColumnElement[bool]]:
    """Return the condition that a record whose days are half known is one of the days that are told."""
    since, until = period.since.isoformat(), period.until.isoformat()
    if period.steady or period.begins:
        return [SHELF.c.first >= since] if period.begins else []
    late = and_(SHELF.c.first == OPEN_START, SHELF.c.last > until)
    early = and_(SHELF.c.last == OPEN_END, SHELF.c.first < since)
    return [not_(or_(late, early))]


def _there(kind: str, period: Period) -> list[ColumnElement[bool]]:
    """Return the condition that a record is of the places."""
    if period.places is None:
        return []
    found = select(LINK.c.number).where(LINK.c.number == SHELF.c.number, LINK.c.kind == kind)
    # Joined to nothing, so that no index is asked for each place of a long list.
    target = LINK.c.target.concat("")
    return [exists(found.where(LINK.c.role == "place", target.in_(list(map(kept, period.places)))))]


def _contents(connection: Connection, numbers: Sequence[int]) -> tuple[Record, ...]:
    found: dict[int, str] = {}
    for part in in_parts(numbers):
        asked = select(SHELF.c.number, SHELF.c.content).where(SHELF.c.number.in_(part))
        found |= {row.number: row.content for row in connection.execute(asked)}
    return tuple(json.loads(found[number]) for number in numbers if number in found)


def _end(iso: str) -> date | None:
    return None if iso in {OPEN_START, OPEN_END} else date.fromisoformat(iso)
