"""Which records are new, changed or gone within some days: counted, and a page at a time."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import (
    CompoundSelect,
    Connection,
    Select,
    and_,
    bindparam,
    exists,
    func,
    literal,
    select,
    tuple_,
    union_all,
)

from warmonitor.model import QueryError
from warmonitor.store.shelf import STAND
from warmonitor.store.since import SINCE, TOLD, What

MOST = 1_000  # that are counted; there may be more
WHATS = (What.NEW, What.CHANGED, What.GONE, What.DETAILS)
# By what became of a record: what it may not have become before, and what not later, in the days.
_NOT = {
    What.NEW: (WHATS, (What.GONE,)),
    What.CHANGED: ((What.NEW,), (What.CHANGED, What.GONE)),
    What.GONE: ((What.NEW,), WHATS),
    What.DETAILS: ((What.NEW, What.CHANGED), WHATS),
}
_LOOKED = 2_000  # rows that a page is made of at most
_DAYS = SINCE.c.day.between(bindparam("since"), bindparam("until"))

Key = tuple[str, What]  # a list of the account, and what became of its records


@dataclass(frozen=True, slots=True)
class Kept:
    """From which day on it is kept what turned, and on which the first record came; None where not known."""

    since: date | None
    made: date | None


@dataclass(frozen=True, slots=True)
class Turn:
    """A record that turned, by its last id, and the last day on which it did.

    `was` is what is told of it as it was when the days began, None where it is new.
    """

    id: str
    day: date
    was: Mapping[str, Any] | None


def kept_since(connection: Connection) -> Kept:
    """Return from when on it is known what turned."""
    row = connection.execute(select(STAND.c.kept, STAND.c.made)).one()
    return Kept(*(date.fromisoformat(day) if day else None for day in row))


def counts(
    connection: Connection, since: date, until: date, whats: tuple[What, ...] = WHATS
) -> dict[Key, int]:
    """Return how many records of each list turned on some days (UTC, both included), where any did.

    What came and went again in them has not turned. Where more than `MOST` rows tell of them it is one more.
    """
    days = {"since": since.isoformat(), "until": until.isoformat()}
    told = connection.execute(_rows(whats), days)
    rows = {(row.kind, What(row.what)): row.rows for row in told if row.rows}
    few = tuple(key for key, many in rows.items() if many <= MOST)
    exact = connection.execute(_counted(few), days) if few else ()
    rows |= {(row.kind, What(row.what)): row.rows for row in exact}
    return {key: found for key, found in rows.items() if found}


def turns(
    connection: Connection, key: Key, since: date, until: date, after: str | None, limit: int
) -> tuple[list[Turn], str | None]:
    """Return up to so many records of a list that turned, the latest first, and what leads on, if anything.

    Raises:
        QueryError: when `after` is none that this gave.
    """
    asked = _net(*key, also=True).order_by(SINCE.c.day.desc(), SINCE.c.id.desc()).limit(_LOOKED)
    if after is not None:
        asked = asked.where(tuple_(SINCE.c.day, SINCE.c.id) < tuple_(*map(literal, _place(after))))
    days = {"since": since.isoformat(), "until": until.isoformat()}
    with connection.execute(asked, days) as found:
        rows, on = _page(found, limit)
    return _turns(connection, key, rows, since), on


def _page(found: Iterable[Any], limit: int) -> tuple[list[Any], str | None]:
    """Return the first rows that count, and the last that was looked at where there are others."""
    rows: list[Any] = []
    last: Any = None
    for at, row in enumerate(found, 1):
        if len(rows) == limit or at == _LOOKED:
            return rows, f"{last.day}.{last.id}"
        last = row
        if row.net:
            rows.append(row)
    return rows, None


def _turns(connection: Connection, key: Key, rows: Sequence[Any], since: date) -> list[Turn]:
    kind, what = key
    first, last = _ends(connection, kind, [row.thread for row in rows], since.isoformat())
    return [
        Turn(last.get(row.thread, row.id), date.fromisoformat(row.day), _was(what, row, first))
        for row in rows
    ]


def _was(what: What, row: Any, first: Mapping[str, str]) -> Mapping[str, Any] | None:
    told = {What.NEW: "null", What.GONE: row.told}.get(what) or first.get(row.thread, "null")
    was: Mapping[str, Any] | None = json.loads(told)
    return was


def _ends(
    connection: Connection, kind: str, threads: Sequence[str], since: str
) -> tuple[dict[str, str], dict[str, str]]:
    """Return what is told of records as they were on a day, and their last ids, by their threads."""
    asked = select(SINCE.c.thread, SINCE.c.id, SINCE.c.was, SINCE.c.told, SINCE.c.what)
    of = SINCE.c.kind == kind, SINCE.c.thread.in_(threads), SINCE.c.day >= since
    first: dict[str, str] = {}
    last: dict[str, str] = {}
    for row in connection.execute(asked.where(*of).order_by(SINCE.c.day)) if threads else ():
        if row.was:
            first.setdefault(row.thread, row.told)
        if row.what != What.MOVED:
            last[row.thread] = row.id
    return first, last


@cache
def _rows(whats: tuple[What, ...]) -> CompoundSelect[Any]:
    """Ask how many rows tell of each, up to one more than `MOST`."""
    return union_all(*(_limited(kind, what) for kind in TOLD for what in whats))


def _limited(kind: str, what: What) -> Any:
    of = SINCE.c.kind == kind, SINCE.c.what == int(what), _DAYS
    some = select(SINCE.c.id).where(*of).limit(MOST + 1).subquery()
    return _many((kind, what), some)


@lru_cache(maxsize=64)
def _counted(keys: tuple[Key, ...]) -> CompoundSelect[Any]:
    """Ask how many records became what, all at once."""
    return union_all(*(_many(key, _net(*key).subquery()) for key in keys))


def _many(key: Key, rows: Any) -> Any:
    told = literal(key[0]).label("kind"), literal(int(key[1])).label("what")
    return select(*told, func.count().label("rows")).select_from(rows)


def _net(kind: str, what: What, also: bool = False) -> Select[Any]:
    """Ask for rows that tell of what became of records by the end of the days; `also` others, marked."""
    other = SINCE.alias()
    same = and_(other.c.kind == kind, other.c.thread == SINCE.c.thread)
    days = other.c.day.between(bindparam("since"), bindparam("until"))
    sides = zip((other.c.day < SINCE.c.day, other.c.day > SINCE.c.day), _NOT[what], strict=True)
    became = other.c.what + 0  # so that the few rows of a thread are looked at, not all that became so
    none = [and_(side, became.in_(list(map(int, whats)))) for side, whats in sides]
    net = and_(*(~exists(select(other.c.id).where(same, days, one)) for one in none))
    asked = select(SINCE.c.id, SINCE.c.day, SINCE.c.thread, SINCE.c.told, net.label("net"))
    asked = asked.where(SINCE.c.kind == kind, SINCE.c.what == int(what), _DAYS)
    return asked if also else asked.where(net)


def _place(after: str) -> tuple[str, str]:
    day, _, record = after.partition(".")
    try:
        return date.fromisoformat(day).isoformat(), record
    except ValueError:
        said = "This is no place in a list: use one that a page gave."
        raise QueryError("cursor-invalid", said) from None
