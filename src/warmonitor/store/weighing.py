"""What waits for a reviewer, kept as rows: weighed again where the shelf changed, and read by page."""

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from warmonitor.store.accepted import accepted
from warmonitor.store.database import Database
from warmonitor.store.doubts import DOUBT, RESTS, TOUCHED, Key, settle, touch
from warmonitor.store.kept import kept
from warmonitor.store.shelf import LINK, SHELF, TOGETHER, hold, in_parts
from warmonitor.store.waiting import (
    MOST,
    NAMED,
    Doubt,
    Record,
    Told,
    Waiting,
    called,
    claims_of,
    doubt_of,
    item_of,
    named,
    told_by,
    weighed,
)

_Rows = Mapping[str, tuple[int, Record]]  # number and content by id
_Weigh = Callable[[str, Record], Iterable[Told]]


def weigh_again(database: Database) -> None:
    """Weigh what the shelf's changes bear on, some records in a transaction; stopped, it goes on there."""
    while database.read(unweighed):
        database.write(_some)


def queue(connection: Connection, start: int, limit: int) -> tuple[list[Waiting], int]:
    """Return a part of what waits, the weightiest first, and how many wait, as they were last weighed."""
    order = (DOUBT.c.weight, DOUBT.c.kind, DOUBT.c.item, DOUBT.c.number)
    part = select(DOUBT).order_by(*order).offset(start).limit(limit)
    found = shown(connection, connection.execute(part).all())
    return found, connection.execute(select(func.count()).select_from(DOUBT)).scalar_one()


def shown(connection: Connection, rows: Sequence[Any]) -> list[Waiting]:
    """Return rows of the table of doubt as they are shown."""
    asked = select(SHELF.c.number, SHELF.c.content).where(SHELF.c.number.in_([row.number for row in rows]))
    contents = {number: json.loads(content) for number, content in connection.execute(asked)}
    return [_shown(row, contents[row.number]) for row in rows]


def _shown(row: Any, content: Record) -> Waiting:
    item, words = item_of(row.kind, content), called(row.kind, content)
    return Waiting(row.kind, item, words, Doubt(row.doubt), row.deaths, row.events)


def unweighed(connection: Connection) -> bool:
    """Say whether anything is still to be weighed."""
    return connection.execute(select(TOUCHED.c.id).limit(1)).first() is not None


def _some(connection: Connection) -> None:
    """Weigh some records, claims before what rests on them."""
    hold(connection)
    for claims in (TOUCHED.c.kind == "claims", TOUCHED.c.kind != "claims"):
        asked = select(TOUCHED.c.kind, TOUCHED.c.id).where(claims).limit(TOGETHER)
        if keys := [(row.kind, row.id) for row in connection.execute(asked)]:
            for kind in sorted({kind for kind, _ in keys}):
                _weigh(connection, kind, sorted(one for of, one in keys if of == kind))
            return


def _weigh(connection: Connection, kind: str, ids: Sequence[str]) -> None:
    rows = _rows(connection, kind, ids)
    if kind == "claims":
        touch(connection, _rest(connection, rows, ids))
    doubted = {one: row for one, row in rows.items() if doubt_of(kind, row[1])}
    told = _naming(connection, kind, doubted) if kind in NAMED else _listed(connection, kind, doubted)
    fits = accepted(connection, kind, {one: content for one, (_, content) in doubted.items()})
    found = [
        _told(number, waits)
        for one, (number, content) in doubted.items()
        if (waits := weighed(kind, content, told.get(one, ()), fits.get(one)))
    ]
    connection.execute(delete(DOUBT).where(DOUBT.c.number.in_([number for number, _ in rows.values()])))
    if found:
        connection.execute(insert(DOUBT), found)
    settle(connection, kind, ids)


def _told(number: int, waits: Waiting) -> dict[str, Any]:
    names = ("kind", "doubt", "deaths", "events")
    told = {name: getattr(waits, name) for name in names}
    return {"number": number, "weight": waits.rank[0], "item": kept(waits.id), **told}


def _rows(connection: Connection, kind: str, ids: Sequence[str]) -> dict[str, tuple[int, Record]]:
    asked = select(SHELF.c.id, SHELF.c.number, SHELF.c.content)
    rows = connection.execute(asked.where(SHELF.c.kind == kind, SHELF.c.id.in_(ids)))
    return {row.id: (row.number, json.loads(row.content)) for row in rows}


def _rest(connection: Connection, rows: _Rows, ids: Sequence[str]) -> list[Key]:
    """Keep anew what claims tell of, and return what is to be weighed as it rests on those that changed."""
    events = _events(connection, ids)
    now = {number: told_by(one, events.get(key, 0)) for key, (number, one) in rows.items()}
    before = _kept(connection, now)
    turned = {key for key in ids if key not in rows or now[rows[key][0]] != before.get(rows[key][0])}
    connection.execute(delete(RESTS).where(RESTS.c.number.in_(list(now))))
    told = [
        {"number": number, "deaths": one.deaths, "events": one.events, "judged": one.judged}
        for number, one in now.items()
        if one != Told()
    ]
    if told:
        connection.execute(insert(RESTS), told)
    return [*_listing(connection, turned), *_names(rows[key][1] for key in turned if key in rows)]


def _events(connection: Connection, claims: Sequence[str]) -> dict[str, int]:
    """Return how many events rest on each claim."""
    asked = select(LINK.c.target, func.count()).group_by(LINK.c.target)
    of = (LINK.c.kind == "events", LINK.c.role == "claim", LINK.c.target.in_(claims))
    return {row[0]: row[1] for row in connection.execute(asked.where(*of))}


def _kept(connection: Connection, numbers: Iterable[int]) -> dict[int, Told]:
    """Return what claims tell of, by their numbers, as it was kept."""
    rows = connection.execute(select(RESTS).where(RESTS.c.number.in_(list(numbers))))
    return {row.number: Told(row.deaths, row.events, row.judged) for row in rows}


def _names(claims: Iterable[Record]) -> list[Key]:
    return [(kind, one) for claim in claims for kind in NAMED for one in named(claim, kind)]


def _listing(connection: Connection, claims: Collection[str]) -> list[Key]:
    """Return the figures and disputes that list claims."""
    of = (LINK.c.kind.in_(("figures", "disputes")), LINK.c.role == "claim", LINK.c.target.in_(list(claims)))
    asked = select(SHELF.c.kind, SHELF.c.id).join(LINK, LINK.c.number == SHELF.c.number).where(*of)
    return [(row.kind, row.id) for row in connection.execute(asked)]


def _naming(connection: Connection, kind: str, rows: _Rows) -> dict[str, list[Told]]:
    """Return what all claims together tell of that name places or actors, by their ids."""
    of = (LINK.c.kind == "claims", LINK.c.role == NAMED[kind], LINK.c.target.in_(list(rows)))
    asked = select(LINK.c.target, func.max(RESTS.c.deaths), func.sum(RESTS.c.events))
    asked = asked.join(RESTS, RESTS.c.number == LINK.c.number).where(*of).group_by(LINK.c.target)
    return {
        target: [Told(deaths, min(int(events), MOST))] for target, deaths, events in connection.execute(asked)
    }


def _listed(connection: Connection, kind: str, rows: _Rows) -> dict[str, list[Told]]:
    """Return what the claims tell of that records list, by the ids of these."""
    claims = {key: claims_of(kind, content) for key, (_, content) in rows.items()}
    numbers: dict[str, int] = {}
    for part in in_parts(sorted({one for ids in claims.values() for one in ids})):
        asked = select(SHELF.c.id, SHELF.c.number).where(SHELF.c.kind == "claims", SHELF.c.id.in_(part))
        numbers |= {row.id: row.number for row in connection.execute(asked)}
    told: dict[int, Told] = {}
    for some in in_parts(sorted(numbers.values())):
        told |= _kept(connection, some)
    return {
        key: [told[numbers[one]] for one in ids if numbers.get(one) in told] for key, ids in claims.items()
    }
