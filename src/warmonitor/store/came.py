"""What came into a store by the day on which it came: reports, with the claims in them, and judgements."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, select

from warmonitor.store.schema import GIVEN
from warmonitor.store.shelf import LINK
from warmonitor.store.store import JUDGEMENT, SIGHTING

MOST = 1_000  # that are counted; there may be more


@dataclass(frozen=True, slots=True)
class Came:
    """A report and the moment (UTC, ISO 8601) at which it came first; `seq` is its place in the chain."""

    seq: int
    report: str
    received: str


def reports_in(
    connection: Connection, since: date, until: date, below: int | None = None, limit: int = 100
) -> list[Came]:
    """Return reports that came first on some days (both included, UTC), the latest first."""
    asked = _first(since, until).order_by(GIVEN.c.received.desc(), GIVEN.c.seq.desc()).limit(limit)
    if below is not None:
        asked = asked.where(GIVEN.c.seq < below)
    return [Came(row.seq, row.unit, row.received) for row in connection.execute(asked)]


def counted_in(connection: Connection, since: date, until: date) -> dict[str, int]:
    """Return how many reports, claims in them, and judgements came on some days, to one more than `MOST`."""
    reports = _first(since, until).limit(MOST + 1).subquery()
    claims = select(LINK.c.rank).where(
        LINK.c.kind == "claims", LINK.c.role == "report", LINK.c.target == reports.c.unit
    )
    judged = select(GIVEN.c.seq).where(_came(JUDGEMENT, since, until))
    return {
        "reports": _count(connection, select(reports.c.seq)),
        "claims": _count(connection, claims),
        "judgements": _count(connection, judged),
    }


def _first(since: date, until: date) -> Select[Any]:
    """Ask for sightings of some days of reports that were not there before."""
    before = GIVEN.alias()
    known = (
        select(before.c.seq)
        .where(before.c.unit == GIVEN.c.unit, before.c.kind == SIGHTING, before.c.seq < GIVEN.c.seq)
        .exists()
    )
    return select(GIVEN.c.seq, GIVEN.c.unit, GIVEN.c.received).where(_came(SIGHTING, since, until), ~known)


def _came(kind: str, since: date, until: date) -> ColumnElement[bool]:
    return and_(GIVEN.c.kind == kind, *received(since, until))


def received(since: date | None, until: date | None) -> Iterator[ColumnElement[bool]]:
    """Yield the conditions that something given was received on some days (both included, UTC)."""
    if since is not None:
        yield GIVEN.c.received >= since.isoformat()
    if until is not None and until < date.max:
        yield GIVEN.c.received < (until + timedelta(days=1)).isoformat()


def _count(connection: Connection, asked: Select[Any]) -> int:
    some = asked.limit(MOST + 1).subquery()
    return int(connection.execute(select(func.count()).select_from(some)).scalar_one())
