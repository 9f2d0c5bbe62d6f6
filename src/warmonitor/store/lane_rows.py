"""What begins and ends in each lane, in the parts of a stretch of days and before them, as it is kept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    case,
    func,
    literal_column,
    or_,
    select,
    union_all,
)

from warmonitor.model.acled import acled_codes
from warmonitor.store.daily import ACTOR, ALL, DAILY, DAYS, EVENTS, MONTHLY, NEVER, PLACE
from warmonitor.store.filters import linked
from warmonitor.store.shelf import LINK, SHELF, UNDATED, kept
from warmonitor.store.spans import Unit, Window

BY_TYPE = "type"
_LEAD = LINK.alias("lead")
_DATED = _LEAD.join(SHELF, SHELF.c.number == _LEAD.c.number)


@dataclass(frozen=True, slots=True)
class Asked:
    """Which events, and by what they are laid into lanes: `place`, `actor` or `type`.

    Lanes by type are by sub-type where a type is wanted.
    """

    lane: str = BY_TYPE
    place: str | None = None
    actor: str | None = None
    type: str | None = None

    @property
    def looked_at(self) -> bool:
        """Whether events are looked at one by one, as no counts are kept of a place and an actor together."""
        other = {PLACE: self.actor, ACTOR: self.place}.get(self.lane)
        return other is not None or (self.place is not None and self.actor is not None)

    def without_lanes(self) -> "Asked":
        """Return the same events in lanes by type, which hold each event once."""
        return replace(self, lane=BY_TYPE)

    def level(self, window: Window) -> int:
        """Return of what counts are taken."""
        return DAILY if window.unit is Unit.DAY else MONTHLY


class Told(NamedTuple):
    """What begins and ends of a type in a lane; `at` is "" before the days that are wanted."""

    lane: str
    type: str
    at: str
    starts: int
    ends: int


def kept_rows(
    connection: Connection, asked: Asked, window: Window, targets: Sequence[str] | None
) -> Iterator[Told]:
    """Yield what the kept counts tell."""
    first, last = window.first.isoformat(), window.last.isoformat()
    parts = [_months(asked, window, targets).where(DAYS.c.span <= last[:MONTHLY])]
    if window.unit is Unit.DAY:
        parts = [
            _part(asked, MONTHLY, literal_column("''"), targets).where(DAYS.c.span < first[:MONTHLY]),
            _part(asked, DAILY, _at(first, Unit.DAY), targets).where(
                DAYS.c.span.between(f"{first[:MONTHLY]}-01", last)
            ),
        ]
    every = union_all(*parts).subquery()
    sums = (func.sum(every.c.starts), func.sum(every.c.ends))
    keys = (every.c.lane, every.c.type, every.c.at)
    for lane, type_, at, starts, ends in connection.execute(select(*keys, *sums).group_by(*keys)):
        yield Told(lane, type_, at, int(starts), int(ends))


def _months(asked: Asked, window: Window, targets: Sequence[str] | None) -> Select[Any]:
    return _part(asked, MONTHLY, _at(window.first.isoformat()[:MONTHLY], window.unit), targets)


def _part(asked: Asked, level: int, at: ColumnElement[str], targets: Sequence[str] | None) -> Select[Any]:
    named = asked.lane != BY_TYPE
    lane = DAYS.c.target if named else DAYS.c.sub_type if asked.type else DAYS.c.type
    where = [DAYS.c.role == asked.lane, DAYS.c.target.in_(targets)] if targets is not None else chosen(asked)
    columns = (lane.label("lane"), DAYS.c.type, at.label("at"), DAYS.c.starts, DAYS.c.ends)
    return select(*columns).where(DAYS.c.level == level, *where, *of_type(asked))


def _at(first: str, unit: Unit) -> ColumnElement[str]:
    part = DAYS.c.span if unit is not Unit.YEAR else func.substr(DAYS.c.span, 1, int(Unit.YEAR))
    return case((DAYS.c.span < first, ""), else_=part)


def chosen(asked: Asked) -> list[ColumnElement[bool]]:
    """Return the conditions of the counts of one place, one actor, or of all."""
    role, target = (ALL, "")
    if asked.place is not None:
        role, target = PLACE, kept(asked.place)
    elif asked.actor is not None:
        role, target = ACTOR, kept(asked.actor)
    return [DAYS.c.role == role, DAYS.c.target == target]


def of_type(asked: Asked) -> list[ColumnElement[bool]]:
    """Return the condition that counts are of a type or a sub-type."""
    if asked.type is None:
        return []
    return [or_(DAYS.c.type == asked.type, DAYS.c.sub_type == asked.type)]


def looked_at(connection: Connection, asked: Asked, window: Window) -> Iterator[Told]:
    """Yield what the events of a place or an actor tell, each looked at."""
    first, last = window.first.isoformat(), window.last.isoformat()
    for lane, type_, start, end, count in connection.execute(_events(asked, window)):
        yield Told(lane, type_, start[: window.unit] if start >= first else "", count, 0)
        if end <= last and end != NEVER:
            yield Told(lane, type_, end[: window.unit] if end >= first else "", 0, count)


def looked_over(connection: Connection, asked: Asked, window: Window) -> int:
    """Return how many events of a place or an actor last into the days, each once."""
    told = select(func.count()).select_from(_DATED).where(*_led(asked, window))
    return int(connection.execute(told).scalar_one())


def _led(asked: Asked, window: Window) -> list[ColumnElement[bool]]:
    role, target = (PLACE, asked.place) if asked.place is not None else (ACTOR, asked.actor)
    where = [_LEAD.c.kind == EVENTS, _LEAD.c.role == role, _LEAD.c.target == kept(target or "")]
    where += [SHELF.c.width != UNDATED, SHELF.c.first <= window.last.isoformat()]
    where.append(SHELF.c.last >= window.first.isoformat())
    if asked.place is not None and asked.actor is not None:
        where.append(linked(EVENTS, ACTOR, kept(asked.actor), _LEAD.c.rank))
    if asked.type:
        where.append(linked(EVENTS, "type", kept(asked.type), _LEAD.c.rank))
    return where


def _events(asked: Asked, window: Window) -> Select[Any]:
    lead, sort, lane = _LEAD, LINK.alias("sort"), LINK.alias("lane")
    types = sorted(acled_codes()["disorder_type"])
    main = and_(sort.c.number == lead.c.number, sort.c.role == "type", sort.c.target.in_(types))
    named: ColumnElement[str] = func.coalesce(sort.c.target, "")
    joined = _DATED.outerjoin(sort, main)
    if asked.lane != BY_TYPE:
        joined = joined.join(lane, and_(lane.c.number == lead.c.number, lane.c.role == asked.lane))
    elif asked.type:
        finer = and_(lane.c.number == lead.c.number, lane.c.role == "type", lane.c.target.not_in(types))
        joined = joined.outerjoin(lane, finer)
    laned = named if asked.lane == BY_TYPE and not asked.type else func.coalesce(lane.c.target, "")
    keys = (laned.label("lane"), named.label("type"), SHELF.c.first, SHELF.c.last)
    where = _led(asked, window)
    own = getattr(asked, asked.lane) if asked.lane != BY_TYPE else None
    where += [lane.c.target == kept(own)] if own is not None else []
    return select(*keys, func.count()).select_from(joined).where(*where).group_by(*keys)
