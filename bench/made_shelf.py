"""A made account put into a new store in SQLite: the rows that `put` writes, but all at once."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from hashlib import sha256
from operator import itemgetter
from pathlib import Path
from typing import Any

from alembic import command
from sqlalchemy import Table

from bench.made_doubts import Doubts
from bench.made_gathered import Form, Turn
from bench.made_parts import Tree
from bench.made_rooms import Lists, Rooms
from warmonitor.run.shelving import rows_in
from warmonitor.store.database import Transaction, file_database
from warmonitor.store.doubts import DOUBT, RESTS
from warmonitor.store.migrate import configured
from warmonitor.store.shelf import (
    NAME,
    SHELF,
    Row,
    link_rows,
    number_of,
    shelf_row,
    version_of,
    words_of,
)
from warmonitor.store.tally import total, weight

_FAST = (
    "journal_mode=OFF;synchronous=OFF;cache_size=-400000;temp_store=MEMORY;locking_mode=EXCLUSIVE;threads=2"
)
_UP_TO = "0009"  # the last change of the tables whose rows are written here
_LENT = ("claims", "reports")
_INDEXES = (
    "SELECT name, sql FROM sqlite_master "
    "WHERE type = 'index' AND sql NOT NULL AND tbl_name IN ('shelf', 'shelf_link')"
)

Unit = tuple[str, list[Row]]


def units(rooms: Rooms) -> Iterator[Unit]:
    """Yield all units of work of a made account with their rows: slow, one by one."""
    first = [(unit, list(rows_in(lists))) for unit, lists in rooms.units()]
    for copy in range(rooms.copies):
        turn = Turn(copy, rooms.days)
        yield from ((turn.text(unit), [turned(row, turn) for row in found]) for unit, found in first)
    yield from _over(rooms)


def _over(rooms: Rooms) -> Iterator[Unit]:
    for unit, lists in rooms.over():
        yield unit, list(rows_in({**lists, **_around(rooms, lists)}, _LENT))


def turned(row: Row, turn: Turn) -> Row:
    """Return a row as it is for later days."""
    days = {end: turn.day(day) if (day := getattr(row, end)) else None for end in ("first", "last")}
    return replace(
        row,
        id=turn.text(row.id),
        content=json.loads(turn.text(row.text)),
        rank=turn.rank(row.rank),
        links=tuple((role, turn.text(target)) for role, target in row.links),
        **days,  # type: ignore[arg-type]
    )


def _around(rooms: Rooms, lists: Lists) -> dict[str, list[Tree]]:
    """Return the claims and reports that some records rest on, as far as rows are made by them."""
    known = rooms.gathered
    ids = {one for records in lists.values() for record in records for one in _claims(record)}
    claims = [known.claims[one] for one in sorted(ids)]
    return {
        "claims": claims,
        "reports": [known.dated[one] for one in dict.fromkeys(c["report"] for c in claims)],
    }


def _claims(record: Tree) -> Iterator[str]:
    yield from record.get("claims", ())
    yield from record.get("reported", ())


def fill(file: Path, rooms: Rooms) -> None:
    """Put a made account into a new store; what later changes of tables add is made on opening."""
    _prepare(file)
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        for pragma in _FAST.split(";"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN")
        indexes = connection.execute(_INDEXES).fetchall()
        for name, _ in indexes:
            connection.execute(f"DROP INDEX {name}")
        connection.execute("CREATE TEMP TABLE made_link AS SELECT * FROM shelf_link")
        weights = list(_put_all(connection, rooms))
        connection.execute("INSERT INTO shelf_link SELECT * FROM made_link ORDER BY kind, role, target, rank")
        connection.execute("DROP TABLE made_link")
        for _, sql in indexes:
            connection.execute(sql)
        count, summed = total(weights)
        connection.execute("UPDATE tally SET rows = ?, sum = ? WHERE name = ?", (count, summed, NAME))
        connection.execute("UPDATE shelf_stand SET number = ?", (count,))
        connection.execute("COMMIT")


def _prepare(file: Path) -> None:
    """Make the tables as they were before those that rest on rows of the shelf."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with closing(file_database(file)) as database:
        database.write(_made_up_to)


def _made_up_to(connection: Transaction) -> None:
    config = configured()
    config.attributes["connection"] = connection
    command.upgrade(config, _UP_TO)


def _put_all(connection: sqlite3.Connection, rooms: Rooms) -> Iterator[int]:
    doubts = Doubts(rooms.copies)
    first = []
    for unit, lists in rooms.units():
        found = list(rows_in(lists))
        doubts.take(found)
        first += [Copied(row, unit) for row in found]
    for copy in range(rooms.copies):
        turn = Turn(copy, rooms.days)
        made = sorted((one.again(turn) for one in first), key=itemgetter("number"))
        yield from _write(connection, made)
        numbers = {one["id"]: one["number"] for one in made}
        _insert(connection, "doubt", DOUBT, doubts.waiting(turn, numbers))
        _insert(connection, "doubt_rests", RESTS, doubts.rests(turn, numbers))
    for unit, found in _over(rooms):
        made = [_whole(row, unit) for row in found]
        yield from _write(connection, made)
        numbers = {one["id"]: one["number"] for one in made}
        _insert(connection, "doubt", DOUBT, doubts.over(found, numbers))


class Copied:
    """A row with all that is written of it, from which the rows of later days are made quickly."""

    def __init__(self, row: Row, unit: str) -> None:
        self._row, self._words = row, words_of(row)
        self._told = shelf_row(row, unit, 0, "")
        links = sorted({(one["role"], one["target"]) for one in link_rows(row, 0)})
        self._roles = [role for role, _ in links]
        self._targets = [Form(target) for _, target in links]
        self._text, self._id, self._unit = Form(row.text), Form(row.id), Form(unit)
        self._rank = Form(row.rank.decode("latin-1"))

    def again(self, turn: Turn) -> dict[str, Any]:
        """Return what is written of the row for later days: the table's columns, links and words."""
        row = self._row
        first, last = (turn.day(day) if day else None for day in (row.first, row.last))
        text, record = self._text.of(turn), self._id.of(turn)
        ranked = self._rank.of(turn).encode("latin-1")
        links = [(role, one.of(turn)) for role, one in zip(self._roles, self._targets, strict=True)]
        ends = json.dumps([one.isoformat() if one else None for one in (first, last)])
        whole = f'["{row.kind}", "{record}", {text}, "{ranked.hex()}", {ends}, {json.dumps(links)}]'
        told = self._told | {
            "number": number_of(replace(row, id=record, first=first, last=last)), "id": record,
            "unit": self._unit.of(turn), "rank": ranked, "content": text,
            "version": sha256(whole.encode("ascii")).hexdigest(),
        }  # fmt: skip
        told |= {end: day.isoformat() for end, day in (("first", first), ("last", last)) if day}
        return {**told, "links": links, "words": self._words}


def _whole(row: Row, unit: str) -> dict[str, Any]:
    number = number_of(row)
    links = [(one["role"], one["target"]) for one in link_rows(row, number)]
    return {**shelf_row(row, unit, number, version_of(row)), "links": links, "words": words_of(row)}


def _write(connection: sqlite3.Connection, made: list[dict[str, Any]]) -> list[int]:
    """Write rows, and return what each counts in the sum over the shelf."""
    _insert(connection, "shelf", SHELF, made)
    links = (
        (one["kind"], role, target, one["rank"], one["number"])
        for one in made
        for role, target in one["links"]
    )
    connection.executemany("INSERT INTO made_link VALUES (?, ?, ?, ?, ?)", links)
    words = ((one["number"], one["words"]) for one in made)
    connection.executemany("INSERT INTO shelf_words (rowid, words) VALUES (?, ?)", words)
    return [weight(*(one[name] for name in ("number", "kind", "id", "unit", "version"))) for one in made]


def _insert(connection: sqlite3.Connection, name: str, table: Table, found: Iterable[dict[str, Any]]) -> None:
    columns = [column.name for column in table.columns]
    marks = ", ".join("?" * len(columns))
    connection.executemany(f"INSERT INTO {name} VALUES ({marks})", map(itemgetter(*columns), found))
