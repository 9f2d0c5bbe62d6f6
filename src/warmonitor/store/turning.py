"""What began or ended in some days, which records are the newest, and the latest day that is told of."""

import json
from collections.abc import Collection
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from warmonitor.store.doubts import DOUBT
from warmonitor.store.filters import linked
from warmonitor.store.kept import kept
from warmonitor.store.shelf import LINK, NARROW, OPEN_END, SHELF, WIDE

Record = dict[str, Any]
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
    before = (first - _ONE).isoformat(), (last - _ONE).isoformat()
    days = SHELF.c.last.between(*before) & (SHELF.c.first <= before[1])
    asked = _of(kind, days, status).order_by(SHELF.c.last.desc(), SHELF.c.rank)
    return [json.loads(content) for content in connection.execute(asked.limit(limit)).scalars()]


def count_began(connection: Connection, kind: str, first: date, last: date, status: str | None = None) -> int:
    """Return how many records of a kind have their first day among these."""
    days = SHELF.c.first.between(first.isoformat(), last.isoformat())
    return int(
        connection.execute(select(func.count()).select_from(_of(kind, days, status).subquery())).scalar_one()
    )


def newest_in_doubt(connection: Connection, kind: str, limit: int) -> list[Record]:
    """Return records of a kind that wait for a reviewer, those of the latest days first."""
    waits = select(DOUBT.c.number).where(DOUBT.c.number == SHELF.c.number).exists()
    asked = select(SHELF.c.content).where(SHELF.c.kind == kind, SHELF.c.width == NARROW, waits)
    latest = asked.order_by(SHELF.c.first.desc(), SHELF.c.last.desc(), SHELF.c.rank.desc()).limit(limit)
    found = connection.execute(latest).scalars().all()
    return [json.loads(content) for content in found]


def resting(connection: Connection, kind: str, claims: Collection[str]) -> dict[str, str]:
    """Return, by claim, the id of a record of a kind that rests on it."""
    asked = select(LINK.c.target, SHELF.c.id).join(SHELF, SHELF.c.number == LINK.c.number)
    of = LINK.c.kind == kind, LINK.c.role == "claim", LINK.c.target.in_(sorted(claims))
    return {row.target: row.id for row in connection.execute(asked.where(*of).order_by(SHELF.c.id))}


def _of(kind: str, days: ColumnElement[bool], status: str | None) -> Select[Any]:
    widths = SHELF.c.width.in_((NARROW, WIDE))
    asked = select(SHELF.c.content).where(SHELF.c.kind == kind, widths, SHELF.c.last != OPEN_END, days)
    return asked if status is None else asked.where(linked(kind, "status", kept(status)))
