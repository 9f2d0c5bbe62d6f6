"""What became of records on a day, told from how they were when it began; one that moved is known again."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, bindparam, delete, literal, select, update

from warmonitor.store.database import Database
from warmonitor.store.kept import kept
from warmonitor.store.shelf import LINK, SHELF, contents_of, hold, in_parts
from warmonitor.store.since import MOVED, SINCE, TOLD, What, alike, gist, linked

KEPT_DAYS = 60
_TOGETHER = 2_000  # records that are looked at together
_GONE = 2_000  # of a day, that are known again
_LISTS = SINCE.c.kind.in_(sorted(TOLD))

_Told = Mapping[str, Any]
_Key = tuple[str, str]  # list and id


class _Now(NamedTuple):
    """A record at the end of a day: its version, "" if it is not there, and its gist if it turned later."""

    version: str = ""
    told: str = ""


class _Likeness(NamedTuple):
    """How like two records are: by links that both have, and by what is told of them."""

    shared: int
    alike: int


def tell_turned(database: Database) -> None:
    """Tell what became of records that were touched, some in a transaction; stopped, it goes on there."""
    while database.read(untold):
        database.write(_tell)


def untold(connection: Connection) -> bool:
    """Say whether what became of some records is still to be told."""
    return _open(connection) is not None


def _open(connection: Connection) -> str | None:
    """Return a day on which records were touched, None where there are none."""
    asked = select(SINCE.c.day).where(_LISTS, SINCE.c.what == What.OPEN)
    order = (SINCE.c.kind, SINCE.c.what, SINCE.c.day)  # as in the index
    day: str | None = connection.execute(asked.order_by(*order).limit(1)).scalar_one_or_none()
    return day


def _tell(connection: Connection) -> None:
    hold(connection)
    if (day := _open(connection)) is None:
        return
    rows = _touched(connection, day)
    now, threads = _now(connection, day, list(rows)), _threads(connection, day, list(rows))
    found = {key: _became(row.was, now[key].version) for key, row in rows.items()}
    changed = {key: row.told for key, row in rows.items() if found[key] == What.CHANGED}
    found |= dict.fromkeys(_alike(connection, changed, now), What.DETAILS)
    _drop(connection, day, [key for key, what in found.items() if what is None])
    _write(connection, day, [(key, what, threads[key]) for key, what in found.items() if what])
    _know_again(connection, day)
    _prune(connection, date.fromisoformat(day))


def _touched(connection: Connection, day: str) -> dict[_Key, Any]:
    """Return records that were touched on a day, and with those that moved their other ends."""
    names = SINCE.c.kind, SINCE.c.id, SINCE.c.was, SINCE.c.thread, SINCE.c.told
    asked = select(*names).where(_LISTS, SINCE.c.day == day)
    some = connection.execute(asked.where(SINCE.c.what == What.OPEN).limit(_TOGETHER)).all()
    rows = {(row.kind, row.id): row for row in some}
    for kind, threads in _by_kind((row.kind, row.thread) for row in some if row.kind in MOVED):
        for part in in_parts(threads):
            ends = connection.execute(asked.where(SINCE.c.kind == kind, SINCE.c.thread.in_(part)))
            rows |= {(row.kind, row.id): row for row in ends}
    return rows


def _by_kind(keys: Iterable[_Key]) -> Iterator[tuple[str, list[str]]]:
    found: dict[str, set[str]] = {}
    for kind, one in keys:
        found.setdefault(kind, set()).add(one)
    yield from ((kind, sorted(found[kind])) for kind in sorted(found))


def _became(was: str, now: str) -> What | None:
    """Return what became of a record by its versions, None where it is as it was."""
    if was == now:
        return None
    return (What.CHANGED if now else What.GONE) if was else What.NEW


def _alike(connection: Connection, changed: Mapping[_Key, str], now: Mapping[_Key, _Now]) -> list[_Key]:
    """Return the records that changed of which the same is told."""
    told = {key: json.loads(now[key].told) for key in changed if now[key].told}
    for kind, ids in _by_kind(key for key in changed if not now[key].told):
        there = contents_of(connection, kind, ids)
        told |= {(kind, one): gist(kind, content) for one, content in there.items()}
    return [key for key, was in changed.items() if alike(key[0], json.loads(was), told[key])]


def _drop(connection: Connection, day: str, keys: Iterable[_Key]) -> None:
    for kind, ids in _by_kind(keys):
        for part in in_parts(ids):
            of = SINCE.c.kind == kind, SINCE.c.day == day, SINCE.c.id.in_(part)
            connection.execute(delete(SINCE).where(*of))


def _write(connection: Connection, day: str, told: Iterable[tuple[_Key, What, str]]) -> None:
    key = SINCE.c.kind == bindparam("of"), SINCE.c.id == bindparam("key"), SINCE.c.day == day
    rows = [{"of": kind, "key": one, "what": int(what), "thread": to} for (kind, one), what, to in told]
    if rows:
        connection.execute(update(SINCE).where(*key), rows)


def _now(connection: Connection, day: str, keys: Sequence[_Key]) -> dict[_Key, _Now]:
    """Return how records were at the end of a day: as they are, or were when they were touched next."""
    found = dict.fromkeys(keys, _Now())
    there = select(SHELF.c.kind, SHELF.c.id, SHELF.c.version, literal(""))
    later = select(SINCE.c.kind, SINCE.c.id, SINCE.c.was, SINCE.c.told).where(SINCE.c.day > day)
    for kind, ids in _by_kind(keys):
        for part in in_parts(ids):
            for asked in (there.where(*_of(SHELF, kind, part)), _latest_first(later, kind, part)):
                found |= {(row[0], row[1]): _Now(row[2], row[3]) for row in connection.execute(asked)}
    return found


def _of(table: Any, kind: str, ids: Collection[str]) -> tuple[ColumnElement[bool], ...]:
    return table.c.kind == kind, table.c.id.in_(ids)


def _latest_first(asked: Any, kind: str, ids: Collection[str]) -> Any:
    return asked.where(*_of(SINCE, kind, ids)).order_by(SINCE.c.day.desc())


def _threads(connection: Connection, day: str, keys: Sequence[_Key]) -> dict[_Key, str]:
    """Return by what records are followed from before: one whose place another has taken begins anew."""
    found = {key: key[1] for key in keys}
    before = select(SINCE.c.kind, SINCE.c.id, SINCE.c.thread, SINCE.c.what).where(SINCE.c.day < day)
    for kind, ids in _by_kind(key for key in keys if key[0] in MOVED):
        for part in in_parts(ids):
            for row in connection.execute(before.where(*_of(SINCE, kind, part)).order_by(SINCE.c.day)):
                moved = row.what == What.MOVED
                found[row.kind, row.id] = f"{row.id} {day}" if moved else row.thread
    return found


def _know_again(connection: Connection, day: str) -> None:
    """Let new records take the places of those gone that they share most links with, each only one."""
    asked = select(SINCE.c.kind, SINCE.c.id, SINCE.c.thread, SINCE.c.told)
    asked = asked.where(SINCE.c.kind.in_(sorted(MOVED)), SINCE.c.what == What.GONE, SINCE.c.day == day)
    gone = connection.execute(asked.order_by(SINCE.c.kind, SINCE.c.id).limit(_GONE)).all()
    threads = {(row.kind, row.id): row.thread for row in gone}
    for kind, ids in _by_kind(threads):
        told = {row.id: json.loads(row.told) for row in gone if row.kind == kind}
        new = _candidates(connection, kind, day, {link for one in ids for link in told[one]["by"]})
        pairs = [(one, other, threads[kind, one]) for one, other in _pairs(kind, told, new).items()]
        moved = [((kind, one), What.MOVED, thread) for one, _, thread in pairs]
        _write(connection, day, [*moved, *(((kind, one), What.CHANGED, to) for _, one, to in pairs)])


def _candidates(connection: Connection, kind: str, day: str, targets: Iterable[str]) -> Mapping[str, _Told]:
    """Return the contents of records that are new on a day and have one of these links."""
    ids: set[str] = set()
    of = LINK.c.kind == kind, LINK.c.role == MOVED[kind]
    new = SINCE.c.kind == kind, SINCE.c.day == day, SINCE.c.what == What.NEW
    for part in in_parts(sorted(map(kept, targets))):
        asked = select(SHELF.c.id).join(LINK, LINK.c.number == SHELF.c.number)
        asked = asked.join(SINCE, SINCE.c.id == SHELF.c.id).where(*of, LINK.c.target.in_(part), *new)
        ids |= set(connection.execute(asked).scalars())
    return contents_of(connection, kind, ids)


def _pairs(kind: str, gone: Mapping[str, _Told], new: Mapping[str, _Told]) -> dict[str, str]:
    """Return new records by those gone: the likest first, of those as like the least by id."""
    scored = sorted(
        ((-like.shared, -like.alike, one, other) for one, other, like in _likenesses(kind, gone, new))
    )
    pairs: dict[str, str] = {}
    taken: set[str] = set()
    for _, _, one, other in scored:
        if one not in pairs and other not in taken:
            pairs[one] = other
            taken.add(other)
    return pairs


def _likenesses(
    kind: str, gone: Mapping[str, _Told], new: Mapping[str, _Told]
) -> Iterator[tuple[str, str, _Likeness]]:
    with_link: dict[str, list[str]] = {}
    for other, content in new.items():
        for link in linked(kind, content):
            with_link.setdefault(link, []).append(other)
    now = {other: gist(kind, content) for other, content in new.items()}
    for one, told in gone.items():
        others = [other for link in told["by"] for other in with_link.get(link, ())]
        for other in sorted(set(others)):
            same = sum(told[name] == now[other][name] for name in TOLD[kind])
            yield one, other, _Likeness(others.count(other), same)


def _prune(connection: Connection, day: date) -> None:
    first = (day - timedelta(days=min(KEPT_DAYS, day.toordinal() - 1))).isoformat()
    every = SINCE.c.what.in_(list(map(int, What)))  # so that the index leads to the days
    connection.execute(delete(SINCE).where(_LISTS, every, SINCE.c.day < first))
