"""How many events of each type last into the parts of a stretch of days, lane by lane.

A lane is a place, an actor or a type. Counts are made of those that are kept by day and month (`daily.py`);
for actors at one place, or places of one actor, of the events there.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from warmonitor.store.daily import ACTOR, DAYS, MONTHLY, PLACE
from warmonitor.store.database import Database
from warmonitor.store.lane_rows import (
    BY_TYPE,
    Asked,
    Told,
    chosen,
    kept_rows,
    looked_at,
    looked_over,
    of_type,
)
from warmonitor.store.named import records
from warmonitor.store.spans import Window

__all__ = ["ACTOR", "BY_TYPE", "PLACE", "Asked", "Cell", "Lane", "Laned", "lanes", "prominent", "reach"]


class Cell(NamedTuple):
    """How many events of a type last into one part of the days, by its name."""

    at: str
    type: str
    events: int


@dataclass(frozen=True, slots=True)
class Lane:
    """A place or actor by id, or a type: how many events last into the days in all, and by part and type."""

    name: str
    total: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Laned:
    """Lanes with the most events first; `further` is how many more there are, `total` counts all events."""

    lanes: tuple[Lane, ...]
    further: int
    total: int


def lanes(database: Database, asked: Asked, window: Window, most: int) -> Laned:
    """Return up to `most` lanes of what is asked for.

    Places and actors are those of which events begin or end within the days.
    """
    return database.read(lambda connection: _lanes(connection, asked, window, most))


def reach(database: Database, asked: Asked) -> tuple[str, str] | None:
    """Return the first and the last month that events of what is asked for are known to touch."""
    where = chosen(asked.without_lanes())
    told = select(func.min(DAYS.c.span), func.max(DAYS.c.span)).where(
        DAYS.c.level == MONTHLY, DAYS.c.span != "", *where, *of_type(asked)
    )
    first, last = database.read(lambda connection: connection.execute(told).one())
    return (first, last) if first else None


def prominent(database: Database, role: str, most: int) -> list[str]:
    """Return the ids of places or actors of most events, up to `most`."""
    named = records("events", role).subquery()
    told = select(named.c.target).order_by(named.c.records.desc(), named.c.target).limit(most)
    return database.read(lambda connection: list(connection.execute(told).scalars()))


def _lanes(connection: Connection, asked: Asked, window: Window, most: int) -> Laned:
    if asked.looked_at:
        made = _counted(looked_at(connection, asked, window), window)
        return Laned(made[:most], max(0, len(made) - most), looked_over(connection, asked, window))
    found, every = _chosen_lanes(connection, asked, window, most)
    made = _counted(kept_rows(connection, asked, window, found), window)
    whole = kept_rows(connection, asked.without_lanes(), window, None)
    total = sum(one.total for one in _counted(whole, window))
    return Laned(made[:most], max(every, len(made)) - min(most, len(made)), total)


def _chosen_lanes(
    connection: Connection, asked: Asked, window: Window, most: int
) -> tuple[list[str] | None, int]:
    """Return the places or actors of most events, and how many there are; None where lanes are given."""
    if asked.lane == BY_TYPE or getattr(asked, asked.lane) is not None:
        return None, 0
    level = asked.level(window)
    ends = window.first.isoformat()[:level], window.last.isoformat()[:level]
    within = (DAYS.c.role == asked.lane, DAYS.c.level == level, DAYS.c.span.between(*ends), *of_type(asked))
    moves = func.sum(DAYS.c.starts + DAYS.c.ends)
    every = func.count().over()  # places or actors, before only the first are taken
    told = select(DAYS.c.target, every).where(*within).group_by(DAYS.c.target)
    found = connection.execute(told.order_by(moves.desc(), DAYS.c.target).limit(most)).all()
    return [target for target, _ in found], found[0][1] if found else 0


def _counted(rows: Iterable[Told], window: Window) -> tuple[Lane, ...]:
    """Return lanes of what begins and ends, those of most events first."""
    by_lane: dict[str, dict[str, dict[str, tuple[int, int]]]] = {}
    for row in rows:
        at = by_lane.setdefault(row.lane, {}).setdefault(row.type, {})
        before = at.get(row.at, (0, 0))
        at[row.at] = (before[0] + row.starts, before[1] + row.ends)
    names = [bucket.name for bucket in window.buckets()]
    made = (_lane(name, types, names) for name, types in by_lane.items())
    return tuple(sorted((one for one in made if one.total), key=lambda one: (-one.total, one.name)))


def _lane(name: str, types: Mapping[str, Mapping[str, tuple[int, int]]], names: list[str]) -> Lane:
    total, cells = 0, []
    for type_ in sorted(types):
        starts, ended = types[type_].get("", (0, 0))
        before = ended
        for at, lasting in _lasting(types[type_], names, starts, ended):
            cells.append(Cell(at, type_, lasting))
        total += starts + sum(one[0] for at, one in types[type_].items() if at) - before
    return Lane(name, total, tuple(cells))


def _lasting(
    moves: Mapping[str, tuple[int, int]], names: list[str], starts: int, ended: int
) -> Iterator[tuple[str, int]]:
    """Yield the parts into which events last: begun by then, and not ended before."""
    for at in names:
        more, less = moves.get(at, (0, 0))
        starts += more
        if starts > ended:
            yield at, starts - ended
        ended += less
