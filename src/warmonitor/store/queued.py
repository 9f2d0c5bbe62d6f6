"""The queue of what waits as a reviewer walks it: in an order, of a kind, without what was judged since."""

import json
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select, tuple_

from warmonitor.model import Judged
from warmonitor.store.codec import decode
from warmonitor.store.doubts import DOUBT
from warmonitor.store.judged import JUDGED
from warmonitor.store.judgements import JUDGED_BY
from warmonitor.store.placed import STALE
from warmonitor.store.schema import GIVEN
from warmonitor.store.shelf import LINK, SHELF, kept
from warmonitor.store.waiting import Waiting
from warmonitor.store.weighing import shown

MOST_PENDING = 1_000  # judgements made since the account was, that are looked at
_OPEN = re.compile(r"(judgement-[0-9a-f]+)\) waits to be made again")
_BARED = {Judged.PLACE: "places", Judged.ACTOR: "actors", Judged.CLAIM: "claims", Judged.FIGURE: "figures"}


class Order(StrEnum):
    """What the queue is sorted by; equal ones stand by doubt times weight."""

    WEIGHT = "weight"
    DOUBT = "doubt"
    DEATHS = "deaths"
    EVENTS = "events"


@dataclass(frozen=True, slots=True)
class Line:
    """Which queue: its order, and of one list of the account alone."""

    order: Order = Order.WEIGHT
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Pending:
    """Judgements that the account does not know yet: how many, and the records that wait no more by them."""

    count: int = 0
    records: frozenset[tuple[str, str]] = frozenset()  # list and id
    numbers: frozenset[int] = frozenset()  # of rows on the shelf


def pending(connection: Connection) -> Pending:
    """Return what was judged since the account was made, up to MOST_PENDING judgements."""
    asked = select(STALE.c.block).where(STALE.c.block.startswith(JUDGED_BY, autoescape=True))
    blocks = connection.execute(asked.order_by(STALE.c.block).limit(MOST_PENDING)).scalars()
    ids = [block.removeprefix(JUDGED_BY) for block in blocks]
    if not ids:
        return Pending()
    stand = (JUDGED.c.id.in_(ids), JUDGED.c.in_force == 1, JUDGED.c.undoes.is_(None))
    contents = select(GIVEN.c.content).join(JUDGED, JUDGED.c.id == GIVEN.c.id).where(*stand)
    subjects = [decode(content).subject for content in connection.execute(contents).scalars()]
    records = frozenset(
        (_BARED[one.kind], record)
        for one in subjects
        if one.kind in _BARED
        for record in (one.id, one.other)
        if record
    )
    return Pending(len(ids), records, frozenset(_numbers(connection, records)))


def _numbers(connection: Connection, records: frozenset[tuple[str, str]]) -> list[int]:
    """Return the rows that wait no more: what was judged, disputes of claims judged, judgements undone."""
    found: list[int] = []
    for kind in sorted({kind for kind, _ in records}):
        ids = sorted(kept(one) for of, one in records if of == kind)
        rows = select(SHELF.c.number).where(SHELF.c.kind == kind, SHELF.c.id.in_(ids))
        found += connection.execute(rows).scalars()
        if kind == "claims":
            of = (LINK.c.kind == "disputes", LINK.c.role == "claim", LINK.c.target.in_(ids))
            found += connection.execute(select(LINK.c.number).where(*of)).scalars()
    return found + _undone(connection)


def _undone(connection: Connection) -> list[int]:
    asked = select(DOUBT.c.number, SHELF.c.content).join(SHELF, SHELF.c.number == DOUBT.c.number)
    asked = asked.where(DOUBT.c.kind == "issues").order_by(DOUBT.c.number)
    rows = connection.execute(asked.limit(MOST_PENDING)).all()
    told = {row.number: open_judgement(json.loads(row.content)["said"]) for row in rows}
    ids = select(JUDGED.c.id).where(JUDGED.c.id.in_(filter(None, told.values())), JUDGED.c.in_force == 0)
    undone = set(connection.execute(ids).scalars())
    return [number for number, judgement in told.items() if judgement in undone]


def open_judgement(said: str) -> str | None:
    """Return the id of the judgement that an issue `judgement-open` is about."""
    found = _OPEN.findall(said)
    return found[-1] if found else None


def walk(connection: Connection, line: Line, start: int, limit: int) -> tuple[list[Waiting], int]:
    """Return a part of what waits and how many wait, without what was judged since it was weighed."""
    wanted = _wanted(connection, line)
    rows = connection.execute(
        select(DOUBT).where(*wanted).order_by(*_sorted(line.order)).offset(start).limit(limit)
    ).all()
    total = connection.execute(select(func.count()).select_from(DOUBT).where(*wanted)).scalar_one()
    return shown(connection, rows), total


def beside(
    connection: Connection, line: Line, kind: str, record: str
) -> tuple[Waiting | None, Waiting | None]:
    """Return what stands before and after a record in the queue; of one that waits not, the first after."""
    wanted, columns = _wanted(connection, line), _sorted(line.order)
    number = select(SHELF.c.number).where(SHELF.c.kind == kind, SHELF.c.id == kept(record))
    here = connection.execute(select(*columns).where(DOUBT.c.number == number.scalar_subquery())).first()
    if here is None:
        return None, _first(connection, select(DOUBT).where(*wanted).order_by(*columns))
    before = select(DOUBT).where(*wanted, tuple_(*columns) < tuple_(*here))
    after = select(DOUBT).where(*wanted, tuple_(*columns) > tuple_(*here))
    return (
        _first(connection, before.order_by(*(one.desc() for one in columns))),
        _first(connection, after.order_by(*columns)),
    )


def waits(connection: Connection, kind: str, record: str) -> Waiting | None:
    """Return how a record waits, None where it does not."""
    number = select(SHELF.c.number).where(SHELF.c.kind == kind, SHELF.c.id == kept(record))
    return _first(connection, select(DOUBT).where(DOUBT.c.number == number.scalar_subquery()))


def rank_of(connection: Connection, kind: str, record: str) -> bytes | None:
    """Return where a record stands in the order of its list, None where it is not there."""
    asked = select(SHELF.c.rank).where(SHELF.c.kind == kind, SHELF.c.id == kept(record))
    found = connection.execute(asked).scalar_one_or_none()
    return None if found is None else bytes(found)


def _wanted(connection: Connection, line: Line) -> list[ColumnElement[bool]]:
    gone = pending(connection).numbers
    told: list[ColumnElement[bool]] = [DOUBT.c.number.not_in(sorted(gone))] if gone else []
    return [*told, DOUBT.c.kind == line.kind] if line.kind else told


def _sorted(order: Order) -> list[ColumnElement[Any]]:
    first: dict[Order, list[ColumnElement[Any]]] = {
        Order.WEIGHT: [],
        Order.DOUBT: [-DOUBT.c.doubt],
        Order.DEATHS: [-DOUBT.c.deaths],
        Order.EVENTS: [-DOUBT.c.events],
    }
    return [*first[order], DOUBT.c.weight, DOUBT.c.kind, DOUBT.c.item, DOUBT.c.number]


def _first(connection: Connection, asked: Any) -> Waiting | None:
    return next(iter(shown(connection, connection.execute(asked.limit(1)).all())), None)
