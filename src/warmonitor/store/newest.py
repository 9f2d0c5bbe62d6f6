"""Records of a kind from the newest on: by their first day, those without any day last."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import Column, Connection, Select, func, literal, select, tuple_

from warmonitor.model import QueryError
from warmonitor.store.filters import Filters, in_days, linked
from warmonitor.store.paging import earliest_first
from warmonitor.store.shelf import LINK, NARROW, SHELF, UNDATED, WIDE

_FEW = 3_000  # records of a link that are sorted rather than met in the order of days
_BY = (SHELF.c.first, SHELF.c.last, SHELF.c.rank)


class Place(NamedTuple):
    """Where a record stands in the order: dated ones before others, then by first day, last day and rank."""

    dated: bool
    first: str
    last: str
    rank: bytes

    def __str__(self) -> str:
        return f"{int(self.dated)} {self.first} {self.last} {self.rank.hex()}".encode("ascii").hex()

    @classmethod
    def of(cls, words: str) -> "Place":
        """Read the place of a record in the order.

        Raises:
            QueryError: when it is none.
        """
        try:
            dated, first, last, rank = bytes.fromhex(words).decode("ascii").split(" ")
            return cls(dated == "1", first, last, bytes.fromhex(rank))
        except ValueError:
            said = "This is no place in a list: use one that a page gave."
            raise QueryError("cursor-invalid", said) from None


def newest(
    connection: Connection, kind: str, filters: Filters, after: Place | None, limit: int
) -> list[tuple[Place, str]]:
    """Return place and content of up to so many records that come after a place, the newest first."""
    lead = _lead(connection, kind, filters)
    found: list[tuple[Place, str]] = []
    if after is None or after.dated:
        for width in (NARROW, WIDE):
            found += _of(connection, _asked(kind, filters, width, after, lead), True, limit)
        found = sorted(found, key=lambda one: one[0], reverse=True)[:limit]
    if len(found) < limit and not (filters.since or filters.until):
        rest = after if after and not after.dated else None
        found += _of(connection, _asked(kind, filters, UNDATED, rest, lead), False, limit - len(found))
    return found


def latest(connection: Connection, kind: str, filters: Filters, limit: int) -> list[int]:
    """Return the numbers of up to so many records that have a day, the newest first."""
    found: list[Any] = []
    for width in (NARROW, WIDE):
        asked = _asked(kind, filters, width, None, None, SHELF.c.number)
        found += connection.execute(asked.limit(limit))
    found.sort(key=lambda row: (row.first, row.last, bytes(row.rank)), reverse=True)
    return [row.number for row in found[:limit]]


def _of(connection: Connection, asked: Select[Any], dated: bool, limit: int) -> list[tuple[Place, str]]:
    rows = connection.execute(asked.limit(limit))
    return [(Place(dated, row.first, row.last, bytes(row.rank)), row.content) for row in rows]


def _lead(connection: Connection, kind: str, filters: Filters) -> tuple[str, str] | None:
    """Return a link that leads to few records, None where days lead."""
    for one in filters.roles():
        few = _link(kind, one).limit(_FEW).subquery()
        if connection.execute(select(func.count()).select_from(few)).scalar_one() < _FEW:
            return one
    return None


def _link(kind: str, one: tuple[str, str]) -> Select[Any]:
    role, target = one
    return select(LINK.c.number).where(LINK.c.kind == kind, LINK.c.role == role, LINK.c.target == target)


def _asked(
    kind: str,
    filters: Filters,
    width: int,
    after: Place | None,
    lead: tuple[str, str] | None,
    told: Column[Any] = SHELF.c.content,
) -> Select[Any]:
    asked = select(*_BY, told).where(SHELF.c.kind == kind, SHELF.c.width == width)
    asked = asked.where(*in_days(filters), *earliest_first(filters, width))
    asked = asked.where(*(linked(kind, *one) for one in filters.roles() if one != lead))
    if lead:
        asked = asked.where(SHELF.c.number.in_(_link(kind, lead)))
    if after:
        asked = asked.where(tuple_(*_BY) < tuple_(*map(literal, after[1:])))
    return asked.order_by(*(one.desc() for one in _BY))


def places(rows: Sequence[tuple[Place, str]], limit: int) -> str | None:
    """Return the place that leads on after so many rows, None at the end."""
    return str(rows[limit - 1][0]) if len(rows) > limit else None
