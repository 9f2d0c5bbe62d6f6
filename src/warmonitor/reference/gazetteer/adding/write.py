"""Rows to a compiled gazetteer: streamed into SQLite, which sorts on disk, so that memory stays flat."""

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from importlib.resources import files
from itertools import islice
from pathlib import Path

from warmonitor.reference.gazetteer.adding.divisions import tie_divisions
from warmonitor.reference.gazetteer.adding.features import without_type
from warmonitor.reference.gazetteer.adding.rows import FormerName, PlaceRow, Tally
from warmonitor.reference.gazetteer.adding.shelves import fill_shelves
from warmonitor.reference.gazetteer.entry import PlaceKind
from warmonitor.reference.gazetteer.romanise import romanised
from warmonitor.reference.gazetteer.spelling import key_of, plain
from warmonitor.reference.gazetteer.squares import square_of

_SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE place (id INTEGER PRIMARY KEY, ref TEXT, name TEXT, ascii TEXT, lat REAL, lon REAL,
  country TEXT, admin1 TEXT, population INTEGER, kind TEXT, radius REAL, bare INTEGER, capital INTEGER,
  line INTEGER, code1 TEXT, code2 TEXT, cell INTEGER);
CREATE TABLE spelt (place INTEGER, key TEXT, plain TEXT, PRIMARY KEY (place, key, plain)) WITHOUT ROWID;
CREATE TABLE former (place INTEGER, plain TEXT, since TEXT, until TEXT, PRIMARY KEY (place, plain))
  WITHOUT ROWID;
CREATE TABLE name (key TEXT, place INTEGER, plain TEXT, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE shelf (country TEXT, begins TEXT, names BLOB, PRIMARY KEY (country, begins)) WITHOUT ROWID;
"""
_PRAGMAS = (
    "PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
    "PRAGMA cache_size = -65536; PRAGMA temp_store = FILE;"
)
_BATCH = 5_000
Point = tuple[int, float, float]
_SOURCES = (
    "spelling.py",
    "romanise.py",
    "data/letters.yml",
    "squares.py",
    "adding/write.py",
    "adding/shelves.py",
)
_DIVISIONS = frozenset({PlaceKind.PROVINCE, PlaceKind.DISTRICT})


def form() -> str:
    """Return a hash of what the keys in a compiled file are made by; a file of another is made anew."""
    folder = files("warmonitor.reference.gazetteer")
    digest = hashlib.sha256()
    for name in _SOURCES:
        digest.update(folder.joinpath(name).read_bytes())
    return digest.hexdigest()[:16]


class Compiler:
    """A compiled gazetteer in the making."""

    def __init__(self, path: Path, rank: int) -> None:
        self._db = sqlite3.connect(path)
        self._db.executescript(_PRAGMAS + _SCHEMA)
        self._db.executemany("INSERT INTO meta VALUES (?,?)", [("form", form()), ("rank", str(rank))])

    def rows(self, rows: Iterable[PlaceRow]) -> None:
        """Take in places."""
        stream, first = iter(rows), 1
        while batch := list(islice(stream, _BATCH)):
            numbered = list(enumerate(batch, first))
            first += len(batch)
            self._db.executemany(f"INSERT INTO place VALUES ({','.join('?' * 17)})", map(_place, numbered))  # noqa: S608
            spelt = (one for number, row in numbered for one in _spelt(number, _names(row)))
            self._db.executemany("INSERT OR IGNORE INTO spelt VALUES (?,?,?)", spelt)
            self._former((number, one) for number, row in numbered for one in row.former)

    def names(self, names: Iterable[tuple[str, str, FormerName | None]]) -> None:
        """Take in further names of places that are there: ref, name, and when it was in use."""
        self._index()
        stream = iter(names)
        while batch := list(islice(stream, _BATCH)):
            found = [(self._number(ref), name, former) for ref, name, former in batch]
            known = [(number, name, former) for number, name, former in found if number is not None]
            spelt = (one for number, name, _ in known for one in _spelt(number, [name]))
            self._db.executemany("INSERT OR IGNORE INTO spelt VALUES (?,?,?)", spelt)
            self._former((number, former) for number, _, former in known if former is not None)

    def finish(self, tally: Tally, outside: Callable[[Iterable[Point]], Iterator[int]]) -> int:
        """Refuse rows that stand twice, tie divisions to their places, sort the names; return the rows kept.

        `outside` says which places without a country (number, latitude, longitude) lie exchanged.
        """
        self._index()
        self._without_doubles(tally)
        lost = self._db.execute("SELECT id, lat, lon FROM place WHERE country = '' ORDER BY id").fetchall()
        for number in outside(lost):
            self._drop(number, "coordinates-swapped", tally)
        tie_divisions(self._db)
        self._db.execute(
            "INSERT INTO name SELECT key, place, group_concat(plain, '|') FROM spelt"
            " WHERE length(key) > 1 OR key > '~' GROUP BY key, place ORDER BY key, place"
        )
        fill_shelves(self._db)
        self._db.execute("CREATE INDEX place_cell ON place (cell)")
        (kept,) = self._db.execute("SELECT count(*) FROM place").fetchone()
        self._db.commit()
        return int(kept)

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def _former(self, names: Iterable[tuple[int, FormerName]]) -> None:
        rows = [(number, one.name, plain(one.name), one.since, one.until) for number, one in names]
        self._db.executemany(
            "INSERT OR IGNORE INTO spelt VALUES (?,?,?)",
            (spelt for number, name, *_ in rows for spelt in _spelt(number, [name])),
        )
        self._db.executemany(
            "INSERT OR IGNORE INTO former VALUES (?,?,?,?)",
            ((number, flat, since, until) for number, _, flat, since, until in rows),
        )

    def _index(self) -> None:
        self._db.execute("CREATE INDEX IF NOT EXISTS place_ref ON place (ref)")

    def _number(self, ref: str) -> int | None:
        row = self._db.execute("SELECT id FROM place WHERE ref = ? ORDER BY id LIMIT 1", (ref,)).fetchone()
        return None if row is None else int(row[0])

    def _without_doubles(self, tally: Tally) -> None:
        doubles = "SELECT ref, min(id) FROM place GROUP BY ref HAVING count(*) > 1"
        for ref, first in self._db.execute(doubles).fetchall():
            later = "SELECT id FROM place WHERE ref = ? AND id > ? ORDER BY id"
            for (number,) in self._db.execute(later, (ref, first)).fetchall():
                self._drop(number, "row-duplicate", tally)

    def _drop(self, number: int, code: str, tally: Tally) -> None:
        (line,) = self._db.execute("SELECT line FROM place WHERE id = ?", (number,)).fetchone()
        tally.refuse(code, line)
        for table in ("spelt", "former"):
            self._db.execute(f"DELETE FROM {table} WHERE place = ?", (number,))  # noqa: S608
        self._db.execute("DELETE FROM place WHERE id = ?", (number,))


def _place(numbered: tuple[int, PlaceRow]) -> tuple[object, ...]:
    number, row = numbered
    name = without_type(row.names[0]) if row.kind in _DIVISIONS else row.names[0]
    spot = (row.latitude, row.longitude, row.country, without_type(row.province))
    facts = (row.population, row.kind.value, row.radius_km, 0, int(row.capital))
    square = square_of(row.latitude, row.longitude)
    return (number, row.ref, name, plain(name), *spot, *facts, row.line, row.admin1, row.admin2, square)


def _names(row: PlaceRow) -> list[str]:
    """Return the names of a row, those of divisions also without the word that says what they are."""
    return [*row.names, *map(without_type, row.names)] if row.kind in _DIVISIONS else row.names


def _spelt(number: int, names: Iterable[str]) -> Iterator[tuple[int, str, str]]:
    for name in names:
        flat = plain(name)
        if flat:
            yield number, key_of(flat), flat
        if flat.isascii():  # Latin letters that English texts also write by their sound
            yield from ((number, one.key, one.key) for one in romanised(name))
