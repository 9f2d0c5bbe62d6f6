"""The account as rows: each record of account.json by itself, put on the shelf a unit of work at a time."""

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Index,
    Integer,
    LargeBinary,
    SmallInteger,
    String,
    Table,
    Text,
    delete,
    insert,
    select,
    update,
)

from warmonitor.store import named
from warmonitor.store.daily import EVENTS, Happening, happening
from warmonitor.store.doubts import drop, led_to, touch
from warmonitor.store.fields import KINDS
from warmonitor.store.happenings import going, recount
from warmonitor.store.kept import kept as kept  # noqa: PLC0414 - whoever uses the shelf needs it
from warmonitor.store.mapped import forget as unmap
from warmonitor.store.mapped import learn as map_out
from warmonitor.store.mapped import mapped
from warmonitor.store.news import Change, listening, note
from warmonitor.store.schema import METADATA
from warmonitor.store.searched import forget, indexed, learn
from warmonitor.store.since import TOLD, Before, Stand, keep
from warmonitor.store.tally import count, weight
from warmonitor.store.waiting import DOUBTED

_Number = BigInteger().with_variant(Integer(), "sqlite")
_Bytewise = Text().with_variant(Text(collation="C"), "postgresql")
TOGETHER = 500  # records in one question
NAME = "shelf"
OPEN_START, OPEN_END = "", "9999-12-31"
NARROW, WIDE, UNDATED = 0, 1, 2
NARROW_DAYS = 40  # the longest time of a record that is found by its first day
_DAY_ONE, _DAYS, _REST = date(1900, 1, 1).toordinal(), 1 << 17, 46

_T = TypeVar("_T")

SHELF = Table(
    "shelf",
    METADATA,
    Column("number", _Number, primary_key=True, autoincrement=False),  # grows with the day
    Column("kind", String(16), nullable=False),
    Column("id", String(64), nullable=False),
    Column("unit", String(200), nullable=False),
    Column("rank", LargeBinary, nullable=False),
    Column("width", SmallInteger, nullable=False),
    Column("first", String(10), nullable=False),
    Column("last", String(10), nullable=False),
    Column("version", String(64), nullable=False),
    Column("content", Text, nullable=False),  # ASCII JSON
    Index("shelf_id", "kind", "id", unique=True),
    Index("shelf_rank", "kind", "rank", unique=True),
    Index("shelf_unit", "unit"),
    Index("shelf_day", "kind", "width", "first", "last", "rank"),
)
LINK = Table(
    "shelf_link",
    METADATA,
    Column("kind", String(16), primary_key=True),
    Column("role", String(16), primary_key=True),
    Column("target", _Bytewise, primary_key=True),
    Column("rank", LargeBinary, primary_key=True),
    Column("number", _Number, nullable=False),
    Index("shelf_link_number", "number"),
)
OWED = Table(
    "shelf_owed",
    METADATA,
    Column("kind", String(16), primary_key=True),
    Column("id", String(64), primary_key=True),
    Column("unit", String(200), primary_key=True),  # has the record too, which stands with a lesser unit
    Index("shelf_owed_unit", "unit"),
)
STAND = Table(
    "shelf_stand",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),  # always 1
    Column("number", _Number, nullable=False),  # grows with every record that is new, changed or gone
    Column("made", String(10), nullable=False),  # the day on which the first record came, "" if not known
    Column("kept", String(10), nullable=False),  # the day from which on it is kept what turned, "" if none
)


@dataclass(frozen=True, slots=True)
class Row:
    """One record: content as in account.json, its order among its kind, its days, what it is filtered by.

    `links` are pairs of a role and an id or word; `first` and `last` None are open ends.
    """

    kind: str
    id: str
    content: Mapping[str, Any]
    rank: bytes
    first: date | None = None
    last: date | None = None
    links: tuple[tuple[str, str], ...] = ()

    @property
    def text(self) -> str:
        """Return the content as ASCII JSON."""
        return json.dumps(self.content, allow_nan=False)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many records of a unit are new, changed, gone, and as they were.

    `again` are other units that have a record too that is gone now: they are to be put again.
    """

    new: int = 0
    changed: int = 0
    gone: int = 0
    same: int = 0
    again: tuple[str, ...] = ()


class _Old(NamedTuple):
    """What is asked of a record that is on the shelf."""

    kind: str
    id: str
    number: int
    unit: str
    version: str


_Key = tuple[str, str]


def put(connection: Connection, unit: str, rows: Iterable[Row], at: str = "") -> Tally:
    """Put the rows of a unit of work in the place of those before; only what differs is written.

    A record that several units have stands with the least of them, whichever was put first. Who puts holds
    the shelf to the transaction's end. `at` is when (UTC, ISO 8601), for the news and what turned on a day.
    """
    stand = _held(connection)
    wanted = {(row.kind, row.id): row for row in rows}
    there = _there(connection, unit, wanted)
    theirs = [key for key, old in there.items() if old.unit < unit]
    owed = [(*key, unit) for key in theirs] + [
        (*key, old.unit) for key, old in there.items() if old.unit > unit
    ]
    connection.execute(delete(OWED).where(OWED.c.unit == unit))
    _owe(connection, owed)
    mine = {key: row for key, row in wanted.items() if key not in set(theirs)}
    ours = {key: old for key, old in there.items() if old.unit >= unit}
    tally = _change(connection, unit, mine, ours, stand, at)
    return replace(tally, again=_owed(connection, [key for key in ours if key not in mine]))


def _owe(connection: Connection, owed: Sequence[tuple[str, str, str]]) -> None:
    for kind, record, unit in owed:
        told = {"kind": kind, "id": record, "unit": unit}
        connection.execute(delete(OWED).filter_by(**told))
        connection.execute(insert(OWED), told)


def _owed(connection: Connection, gone: Sequence[_Key]) -> tuple[str, ...]:
    """Return the units that have records too which are gone."""
    found: set[str] = set()
    for part in in_parts([record for _, record in gone]):
        rows = connection.execute(select(OWED).where(OWED.c.id.in_(part)))
        found |= {row.unit for row in rows if (row.kind, row.id) in set(gone)}
    return tuple(sorted(found))


def amend(connection: Connection, unit: str, rows: Iterable[Row], at: str = "") -> Tally:
    """Put some rows of a unit in the place of those with their ids; the others stay as they are."""
    stand = _held(connection)
    wanted = {(row.kind, row.id): row for row in rows}
    there = {key: old for key, old in _there(connection, unit, wanted).items() if key in wanted}
    return _change(connection, unit, wanted, there, stand, at)


def contents_of(connection: Connection, kind: str, ids: Collection[str]) -> dict[str, dict[str, Any]]:
    """Return the contents of these records of one kind, by id."""
    found: dict[str, dict[str, Any]] = {}
    for part in in_parts(sorted(ids)):
        query = select(SHELF.c.id, SHELF.c.content).where(SHELF.c.kind == kind, SHELF.c.id.in_(part))
        found |= {record: json.loads(content) for record, content in connection.execute(query)}
    return found


def linked(connection: Connection, roles: Sequence[str], targets: Sequence[str]) -> dict[str, list[Row]]:
    """Return the rows, by unit, that have one of these targets in one of these roles."""
    found: dict[int, tuple[str, Row]] = {}
    for part in in_parts(targets):
        named = LINK.c.role.in_(roles) & LINK.c.target.in_([kept(one) for one in part])
        numbers = select(LINK.c.number).where(LINK.c.kind.in_(KINDS), named)
        for row in connection.execute(select(SHELF).where(SHELF.c.number.in_(numbers))):
            found[row.number] = (row.unit, _row(row))
    links = _links_of(connection, list(found))
    by_unit: dict[str, list[Row]] = {}
    for number, (unit, one) in sorted(found.items()):
        by_unit.setdefault(unit, []).append(replace(one, links=tuple(sorted(links[number]))))
    return by_unit


def _row(row: Any) -> Row:
    first, last = (
        None if end in {OPEN_START, OPEN_END} else date.fromisoformat(end) for end in (row.first, row.last)
    )
    return Row(row.kind, row.id, json.loads(row.content), row.rank, first, last)


def _links_of(connection: Connection, numbers: Sequence[int]) -> dict[int, list[tuple[str, str]]]:
    found: dict[int, list[tuple[str, str]]] = {number: [] for number in numbers}
    for part in in_parts(numbers):
        for link in connection.execute(
            select(LINK.c.number, LINK.c.role, LINK.c.target).where(LINK.c.number.in_(part))
        ):
            found[link.number].append((link.role, link.target))
    return found


def hold(connection: Connection) -> int:
    """Keep others from putting until this transaction ends; return how many changes there were so far."""
    return _held(connection).number


def _held(connection: Connection) -> Stand:
    asked = select(STAND.c.number, STAND.c.made, STAND.c.kept).with_for_update()
    return Stand(*connection.execute(asked).one())


def _change(
    connection: Connection,
    unit: str,
    wanted: Mapping[_Key, Row],
    there: Mapping[_Key, _Old],
    stand: Stand,
    at: str,
) -> Tally:
    versions = {key: version_of(row) for key, row in wanted.items()}
    stale = {key: old for key, old in there.items() if versions.get(key, "") != old.version}
    fresh = {key: row for key, row in wanted.items() if key in stale or key not in there}
    if touched := sorted({*stale, *fresh}):
        _note(connection, stand.number, touched, stale, fresh, at)
        if stand.turns(day := at[:10]):
            _turn(connection, touched, stale, day)
        told = stand.begun(day)
        connection.execute(update(STAND).values(number=stand.number + len(touched), **told))
        _touch(connection, stale.values(), fresh.values())
    ended = going(connection, [old.number for old in stale.values() if old.kind == EVENTS])
    _remove(connection, [old.number for old in stale.values()])
    came = _add(connection, unit, fresh, versions)
    recount(connection, [_happening(row) for row in fresh.values() if row.kind == EVENTS], ended)
    taken = [old for key, old in there.items() if key not in stale and old.unit != unit]
    _take(connection, unit, taken)
    came += [weight_of(old.number, old.kind, old.id, unit, old.version) for old in taken]
    went = [
        weight_of(old.number, old.kind, old.id, old.unit, old.version) for old in (*stale.values(), *taken)
    ]
    count(connection, NAME, came, went)
    changed, gone = len(stale.keys() & wanted.keys()), len(stale.keys() - wanted.keys())
    return Tally(len(fresh) - changed, changed, gone, len(wanted) - len(fresh))


def _touch(connection: Connection, stale: Collection[_Old], fresh: Collection[Row]) -> None:
    """Note what is to be weighed again, as it is or was linked to what changed."""
    kinds = {old.number: old.kind for old in stale if old.kind in {"claims", "events"}}
    keys = [(old.kind, old.id) for old in stale] + [(row.kind, row.id) for row in fresh]
    keys = [key for key in keys if key[0] in DOUBTED]
    keys += [key for row in fresh for key in led_to(row.kind, row.links)]
    for number, links in _links_of(connection, list(kinds)).items():
        keys += led_to(kinds[number], links)
    touch(connection, [(kind, kept(one)) for kind, one in keys])


def has_unit(connection: Connection, unit: str) -> bool:
    """Say whether a unit of work has records on the shelf."""
    return connection.execute(select(SHELF.c.number).where(SHELF.c.unit == unit).limit(1)).first() is not None


def units(connection: Connection) -> list[str]:
    """Return the units of work that have records on the shelf, sorted."""
    return sorted(connection.execute(select(SHELF.c.unit).distinct()).scalars())


def as_put(row: Any, links: Sequence[Any], words: str | None) -> bool:
    """Say whether a row of the table, with its rows of links and words of the index, is as it was put."""
    try:
        named = tuple((link.role, link.target) for link in links)
        told = replace(_row(row), rank=bytes(row.rank), links=named)
        wanted = shelf_row(told, row.unit, row.number, version_of(told))
        sound = all(getattr(row, name) == one for name, one in wanted.items()) and words_of(told) == words
    except (ValueError, TypeError, AttributeError, KeyError):
        return False
    return sound and all((link.kind, bytes(link.rank)) == (row.kind, told.rank) for link in links)


def version_of(row: Row) -> str:
    """Return a hash of a record and of all that it is found by."""
    days = [one.isoformat() if one else None for one in (row.first, row.last)]
    links = sorted({(role, kept(target)) for role, target in row.links})
    told = json.dumps([row.kind, row.id, row.content, row.rank.hex(), days, links])
    return hashlib.sha256(told.encode("ascii")).hexdigest()


def number_of(row: Row) -> int:
    """Return a number that grows with the last known day of a record, and as good as never is another's."""
    day = row.last or row.first
    start = numbers_of(day)[0] if day else 0
    rest = hashlib.sha256(f"{row.kind}\0{row.id}".encode()).digest()[:8]
    return start | int.from_bytes(rest, "big") >> (64 - _REST)


def numbers_of(day: date) -> tuple[int, int]:
    """Return the least number of the records of a day, and the least above them."""
    step = min(max(day.toordinal() - _DAY_ONE, 1), _DAYS - 1)
    return step << _REST, (step + 1) << _REST


def _there(connection: Connection, unit: str, wanted: Mapping[_Key, Row]) -> dict[_Key, _Old]:
    """Return the records that are in the unit, and those that are wanted and stand in another."""
    asked = select(SHELF.c.kind, SHELF.c.id, SHELF.c.number, SHELF.c.unit, SHELF.c.version)
    found = {(row.kind, row.id): _Old(*row) for row in connection.execute(asked.where(SHELF.c.unit == unit))}
    missing = [key for key in wanted if key not in found]
    for kind in sorted({kind for kind, _ in missing}):
        for ids in in_parts([one for of, one in missing if of == kind]):
            others = connection.execute(asked.where(SHELF.c.kind == kind, SHELF.c.id.in_(ids)))
            found |= {(row.kind, row.id): _Old(*row) for row in others}
    return found


def _note(
    connection: Connection,
    stand: int,
    touched: Sequence[_Key],
    stale: Mapping[_Key, _Old],
    fresh: Mapping[_Key, Row],
    at: str,
) -> None:
    """Tell the news of what is new, changed or gone, where anybody listens."""
    if not listening(connection):
        return
    numbers = {old.number: key for key, old in stale.items()}
    before = {numbers[number]: content for number, content in _texts(connection, list(numbers))}
    news = [
        Change(stand + place, *key, before.get(key), fresh[key].text if key in fresh else None)
        for place, key in enumerate(touched, 1)
    ]
    note(connection, news, at)


def _turn(connection: Connection, touched: Sequence[_Key], stale: Mapping[_Key, _Old], day: str) -> None:
    """Keep how records were when the day began."""
    told = {old.number: old for old in stale.values() if old.kind in TOLD}
    texts = ((told[number], content) for number, content in _texts(connection, list(told)))
    were = {(old.kind, old.id): Before(old.kind, old.id, old.version, content) for old, content in texts}
    keep(connection, day, (were.get(key) or Before(*key) for key in touched))


def _texts(connection: Connection, numbers: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Yield the contents of rows, each with its number."""
    for part in in_parts(numbers):
        asked = select(SHELF.c.number, SHELF.c.content).where(SHELF.c.number.in_(part))
        yield from (tuple(row) for row in connection.execute(asked))


def _remove(connection: Connection, numbers: Sequence[int]) -> None:
    for part in in_parts(numbers):
        named.take(connection, part)
        connection.execute(delete(LINK).where(LINK.c.number.in_(part)))
        connection.execute(delete(SHELF).where(SHELF.c.number.in_(part)))
        forget(connection, part)
        unmap(connection, part)
        drop(connection, part)


def weight_of(number: int, kind: str, record: str, unit: str, version: str) -> int:
    """Return what a row counts in the sum over the shelf."""
    return weight(number, kind, record, unit, version)


def _add(
    connection: Connection, unit: str, fresh: Mapping[_Key, Row], versions: Mapping[_Key, str]
) -> list[int]:
    """Put rows on the shelf and return what each counts."""
    came: list[int] = []
    for keys in in_parts(list(fresh)):
        rows = [fresh[key] for key in keys]
        numbers = _free(connection, rows)
        told = [
            shelf_row(row, unit, number, versions[row.kind, row.id])
            for row, number in zip(rows, numbers, strict=True)
        ]
        connection.execute(insert(SHELF), told)
        if links := [
            link for row, number in zip(rows, numbers, strict=True) for link in link_rows(row, number)
        ]:
            connection.execute(insert(LINK), links)
            named.add(connection, links)
        learn(connection, [(n, words_of(row)) for row, n in zip(rows, numbers, strict=True)])
        map_out(connection, [mapped(n, r.kind, r.id, r.content) for r, n in zip(rows, numbers, strict=True)])
        came += [weight_of(one["number"], one["kind"], one["id"], unit, one["version"]) for one in told]
    return came


def _take(connection: Connection, unit: str, others: Sequence[_Old]) -> None:
    """Take records over that another unit had."""
    for part in in_parts([old.number for old in others]):
        connection.execute(update(SHELF).where(SHELF.c.number.in_(part)).values(unit=unit))


def _free(connection: Connection, rows: Sequence[Row]) -> list[int]:
    """Return the numbers of rows; where one is taken by another record, which is rare, the next."""
    asked = [number_of(row) for row in rows]
    used = _taken(connection, asked)
    for at, number in enumerate(asked):
        while number in used or (number != number_of(rows[at]) and _taken(connection, [number])):
            number += 1  # noqa: PLW2901
        used.add(number)
        asked[at] = number
    return asked


def _taken(connection: Connection, numbers: Sequence[int]) -> set[int]:
    return set(connection.execute(select(SHELF.c.number).where(SHELF.c.number.in_(numbers))).scalars())


def shelf_row(row: Row, unit: str, number: int, version: str) -> dict[str, Any]:
    """Return a row of the table of records."""
    first, last = _ends(row)
    return {
        "number": number,
        "kind": row.kind,
        "id": row.id,
        "unit": unit,
        "rank": row.rank,
        "width": _width(row),
        "first": first,
        "last": last,
        "version": version,
        "content": row.text,
    }


def _ends(row: Row) -> tuple[str, str]:
    first = row.first.isoformat() if row.first else OPEN_START
    return first, row.last.isoformat() if row.last else OPEN_END


def _happening(row: Row) -> Happening:
    return happening(*_ends(row), row.content, [(role, kept(target)) for role, target in row.links])


def words_of(row: Row) -> str:
    """Return the words of a record as the index has them."""
    return indexed(row.kind, row.content, [(role, kept(target)) for role, target in row.links])


def _width(row: Row) -> int:
    if row.first is None and row.last is None:
        return UNDATED
    narrow = row.first and row.last and (row.last - row.first).days <= NARROW_DAYS
    return NARROW if narrow else WIDE


def link_rows(row: Row, number: int) -> Iterator[dict[str, Any]]:
    """Yield the rows of the table of links of a record."""
    for role, target in sorted({(role, kept(target)) for role, target in row.links}):
        yield {"kind": row.kind, "role": role, "target": target, "rank": row.rank, "number": number}


def in_parts(whole: Sequence[_T]) -> Iterator[Sequence[_T]]:
    """Yield a sequence in parts of as many as one question takes."""
    for start in range(0, len(whole), TOGETHER):
        yield whole[start : start + TOGETHER]
