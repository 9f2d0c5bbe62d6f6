"""What began or ended in some days, which disputes are open, and the latest day that is told of."""

import json
from collections.abc import Collection
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from warmonitor.store.doubts import DOUBT
from warmonitor.store.filters import linked
from warmonitor.store.kept import kept
from warmonitor.store.queued import pending
from warmonitor.store.shelf import LINK, NARROW, OPEN_END, SHELF, UNDATED, WIDE

Record = dict[str, Any]
_DISPUTES = "disputes"
_ONE = timedelta(days=1)
_LOOKED = 50  # reports with the latest first days: one of them has the latest last day, or as good as


def latest_day(connection: Connection) -> date | None:
    """Return the last day of the reports, else of the events; None where none of them has any."""
    for kind in ("reports", "events"):
        asked = select(SHELF.c.last).where(SHELF.c.kind == kind, SHELF.c.width == NARROW)
        latest = asked.order_by(SHELF.c.first.desc(), SHELF.c.last.desc()).limit(_LOOKED)
        ends = connection.execute(latest).scalars().all()
        if ends:
            return date.fromisoformat(max(ends))
    return None


def began(
    connection: Connection, kind: str, first: date, last: date, limit: int, status: str | None = None
) -> list[Record]:
    """Return records of a kind whose first day is one of these, the latest first, up to `limit`."""
    days = SHELF.c.first.between(first.isoformat(), last.isoformat())
    asked = _of(kind, days, status).order_by(SHELF.c.first.desc(), SHELF.c.rank)
    return [json.loads(content) for content in connection.execute(asked.limit(limit)).scalars()]


def ended(
    connection: Connection, kind: str, first: date, last: date, limit: int, status: str | None = None
) -> list[Record]:
    """Return records that were over by one of these days and not the day before, the latest first."""
    before = _before(first), _before(last)
    days = SHELF.c.last.between(*before) & (SHELF.c.first <= before[1])
    asked = _of(kind, days, status).order_by(SHELF.c.last.desc(), SHELF.c.rank)
    return [json.loads(content) for content in connection.execute(asked.limit(limit)).scalars()]


def _before(day: date) -> str:
    return (day - _ONE).isoformat() if day > date.min else ""


def count_began(connection: Connection, kind: str, first: date, last: date, status: str | None = None) -> int:
    """Return how many records of a kind have their first day among these."""
    days = SHELF.c.first.between(first.isoformat(), last.isoformat())
    return int(
        connection.execute(select(func.count()).select_from(_of(kind, days, status).subquery())).scalar_one()
    )


def open_disputes(connection: Connection, limit: int) -> tuple[list[Record], int]:
    """Return disputes that nobody has judged, those of the latest days first, and how many there are."""
    judged = sorted(pending(connection).numbers)
    waits = select(DOUBT.c.number).where(DOUBT.c.number == SHELF.c.number, DOUBT.c.number.not_in(judged))
    asked = select(SHELF.c.content).where(SHELF.c.kind == _DISPUTES, waits.exists())
    found: list[str] = []
    for width in (NARROW, WIDE, UNDATED):
        order = (one.desc() for one in (SHELF.c.first, SHELF.c.last, SHELF.c.rank))  # as in the index
        some = asked.where(SHELF.c.width == width).order_by(*order)
        found += connection.execute(some.limit(limit - len(found))).scalars()
    every = select(func.count()).where(DOUBT.c.kind == _DISPUTES, DOUBT.c.number.not_in(judged))
    return list(map(json.loads, found)), connection.execute(every).scalar_one()


def resting(connection: Connection, kind: str, claims: Collection[str]) -> dict[str, str]:
    """Return, by claim, the id of a record of a kind that rests on it."""
    asked = select(LINK.c.target, SHELF.c.id).join(SHELF, SHELF.c.number == LINK.c.number)
    of = LINK.c.kind == kind, LINK.c.role == "claim", LINK.c.target.in_(sorted(claims))
    return {row.target: row.id for row in connection.execute(asked.where(*of).order_by(SHELF.c.id))}


def _of(kind: str, days: ColumnElement[bool], status: str | None) -> Select[Any]:
    widths = SHELF.c.width.in_((NARROW, WIDE))
    asked = select(SHELF.c.content).where(SHELF.c.kind == kind, widths, SHELF.c.last != OPEN_END, days)
    return asked if status is None else asked.where(linked(kind, "status", kept(status)))
