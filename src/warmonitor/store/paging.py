"""A page of records in their order: which index leads to it is chosen by how many records each would give."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Connection, Select, func, select, union_all

from warmonitor.store.filters import Filters, in_days, linked
from warmonitor.store.shelf import LINK, NARROW, NARROW_DAYS, SHELF, WIDE

_FEW = 3_000  # records that are sorted rather than met in their order


def page(
    connection: Connection, kind: str, filters: Filters, after: bytes | None, limit: int
) -> Sequence[tuple[bytes, str]]:
    """Return the rank and content of up to so many records after a rank, in their order."""
    roles = filters.roles()
    lead = _least(connection, kind, filters, roles)
    if lead == _DAYS:
        return _by_day(connection, kind, filters, roles, after, limit)
    asked = _by_link(kind, filters, roles, lead, after) if lead else _by_rank(kind, filters, roles, after)
    return [(bytes(rank), content) for rank, content in connection.execute(asked.limit(limit))]


def count(connection: Connection, kind: str, filters: Filters) -> int:
    """Return how many records of a kind pass the filters."""
    roles = filters.roles()
    lead = _least(connection, kind, filters, roles)
    asked: Select[Any] = _by_rank(kind, filters, roles, None)
    if lead == _DAYS:
        every = day_rows(kind, filters).subquery()
        asked = select(every.c.number).where(*(linked(kind, *one, every.c.rank) for one in roles))
    elif lead is not None:
        asked = _by_link(kind, filters, roles, lead, None)
    total = select(func.count()).select_from(asked.order_by(None).subquery())
    return int(connection.execute(total).scalar_one())


_DAYS = ("days", "")


def _least(
    connection: Connection, kind: str, filters: Filters, roles: list[tuple[str, str]]
) -> tuple[str, str] | None:
    """Return what leads to fewest records: one of the links, days, or None for all in their order."""
    if not roles and filters.since is None and filters.until is None:
        return None
    if len(roles) == 1 and filters.since is None and filters.until is None:
        return roles[0]
    counts = {one: _counted(connection, _link_rows(kind, one)) for one in roles}
    if filters.since or filters.until:
        counts[_DAYS] = count_days(connection, kind, filters, _FEW)
    least = min(counts, key=lambda one: counts[one])
    if (
        counts[least] >= _FEW
    ):  # each leads to many: go in the order of records, and leave out what does not fit
        return roles[0] if roles else None
    return least


def _counted(connection: Connection, rows: Select[Any] | CompoundSelect[Any], most: int = _FEW) -> int:
    few = rows.limit(most).subquery()
    return int(connection.execute(select(func.count()).select_from(few)).scalar_one())


def _link_rows(kind: str, one: tuple[str, str]) -> Select[Any]:
    role, target = one
    return select(LINK.c.rank).where(LINK.c.kind == kind, LINK.c.role == role, LINK.c.target == target)


def day_rows(kind: str, filters: Filters, *also: ColumnElement[bool]) -> CompoundSelect[Any]:
    """Return number and rank of records in the days, by ranges of an index that hold them.

    `also` are further conditions on rows of the shelf.
    """
    return _in_ranges(kind, filters, SHELF.c.number, SHELF.c.rank, also=also)


def count_days(connection: Connection, kind: str, filters: Filters, most: int) -> int:
    """Return how many records are in the days, counting no further than `most`."""
    return _counted(connection, _in_ranges(kind, filters, SHELF.c.rank), most)


def _in_ranges(
    kind: str, filters: Filters, *told: ColumnElement[Any], also: Sequence[ColumnElement[bool]] = ()
) -> CompoundSelect[Any]:
    narrow = [SHELF.c.width == NARROW, *earliest_first(filters, NARROW)]
    of_kind = select(*told).where(SHELF.c.kind == kind, *in_days(filters), *also)
    return union_all(of_kind.where(*narrow), of_kind.where(SHELF.c.width == WIDE))


def earliest_first(filters: Filters, width: int) -> list[ColumnElement[bool]]:
    """Return from which first day on records of a width can last into the days; an index ends there."""
    if filters.since is None or width != NARROW:
        return []
    begins = filters.since - timedelta(days=min(NARROW_DAYS, filters.since.toordinal() - 1))
    return [SHELF.c.first >= begins.isoformat()]


def _by_rank(kind: str, filters: Filters, roles: list[tuple[str, str]], after: bytes | None) -> Select[Any]:
    asked = select(SHELF.c.rank, SHELF.c.content).where(SHELF.c.kind == kind, *in_days(filters))
    asked = asked.where(*(linked(kind, role, target) for role, target in roles))
    return (asked.where(SHELF.c.rank > after) if after else asked).order_by(SHELF.c.rank)


def _by_day(
    connection: Connection,
    kind: str,
    filters: Filters,
    roles: list[tuple[str, str]],
    after: bytes | None,
    limit: int,
) -> list[tuple[bytes, str]]:
    """Return a page of records that are few: put in order here, or a database reads all for their order."""
    every = day_rows(kind, filters).subquery()
    asked = select(every.c.rank, every.c.number).where(*(linked(kind, *one, every.c.rank) for one in roles))
    found = sorted((bytes(rank), number) for rank, number in connection.execute(asked))
    first = [(rank, number) for rank, number in found if after is None or rank > after][:limit]
    told = select(SHELF.c.number, SHELF.c.content).where(SHELF.c.number.in_([number for _, number in first]))
    contents = {row.number: row.content for row in connection.execute(told)}
    return [(rank, contents[number]) for rank, number in first]


def _by_link(
    kind: str, filters: Filters, roles: list[tuple[str, str]], lead: tuple[str, str], after: bytes | None
) -> Select[Any]:
    first = LINK.alias("lead")
    role, target = lead
    asked = (
        select(first.c.rank, SHELF.c.content)
        .join(SHELF, SHELF.c.number == first.c.number)
        .where(first.c.kind == kind, first.c.role == role, first.c.target == target, *in_days(filters))
        .where(*(linked(kind, *one, first.c.rank) for one in roles if one != lead))
    )
    return (asked.where(first.c.rank > after) if after else asked).order_by(first.c.rank)
