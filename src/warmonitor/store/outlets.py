"""How outlets stand: the reports of each, and how often it was alone, first, copied, copying, corrected."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, or_, select

from warmonitor.store.database import Database
from warmonitor.store.named import records
from warmonitor.store.shelf import LINK, in_parts, kept

MOST = 500  # outlets of one page
# What is counted, each by the lists in which it stands, and the role.
COUNTED: Mapping[str, tuple[tuple[str, str], ...]] = {
    "events": (("events", "outlet"),),
    "alone": (("events", "alone"),),
    "first": (("events", "first"),),
    "copied": (("strands", "copied"),),
    "copies": (("strands", "copies"),),
    "changed": (("strands", "corrected"),),
    "corrected": (("figures", "corrected"),),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """An outlet with its reports, and what is counted of it by name (`COUNTED`)."""

    outlet: str
    reports: int
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class After:
    """Where a page of outlets ended: how many reports the last had, and its name."""

    reports: int
    outlet: str


def standings(database: Database, limit: int, after: After | None = None) -> list[Standing]:
    """Return outlets, those with most reports first, that come after those of another page."""

    def work(connection: Connection) -> list[Standing]:
        named = records("reports", "outlet").subquery()
        reports, target = named.c.records, named.c.target
        asked = select(target, reports).order_by(reports.desc(), target)
        if after:
            fewer = reports < after.reports
            asked = asked.where(or_(fewer, (reports == after.reports) & (target > after.outlet)))
        rows = {row.target: int(row.records) for row in connection.execute(asked.limit(limit))}
        return _with_counts(connection, rows)

    return database.read(work)


def standing(database: Database, outlet: str) -> Standing | None:
    """Return how one outlet stands, None where no report is its own."""

    def work(connection: Connection) -> Standing | None:
        found = _counts(connection, "reports", "outlet", [kept(outlet)])
        return next(iter(_with_counts(connection, found)), None)

    return database.read(work)


def _with_counts(connection: Connection, reports: Mapping[str, int]) -> list[Standing]:
    told: dict[str, dict[str, int]] = {outlet: dict.fromkeys(COUNTED, 0) for outlet in reports}
    for name, places in COUNTED.items():
        for kind, role in places:
            for outlet, count in _counts(connection, kind, role, list(reports)).items():
                told[outlet][name] += count
    return [Standing(outlet, count, told[outlet]) for outlet, count in reports.items()]


def _counts(connection: Connection, kind: str, role: str, outlets: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for part in in_parts(outlets):
        asked: Any = select(LINK.c.target, func.count().label("records")).where(
            LINK.c.kind == kind, LINK.c.role == role, LINK.c.target.in_(part)
        )
        rows = connection.execute(asked.group_by(LINK.c.target))
        found |= {row.target: int(row.records) for row in rows}
    return found
