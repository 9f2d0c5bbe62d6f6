"""The compiled gazetteer file, opened read-only."""

import sqlite3
import zlib
from array import array
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from warmonitor.model.errors import SourceError
from warmonitor.reference.gazetteer.entry import Country, GazetteerEntry, PlaceKind
from warmonitor.reference.gazetteer.pool import Names, Pool, Shelves
from warmonitor.reference.gazetteer.squares import Point, squares_of

_COLUMNS = "ref, name, lat, lon, country, kind, ascii, admin1, population, radius, bare, capital"
_PLACE = f"SELECT {_COLUMNS} FROM place WHERE id = ?"  # noqa: S608
_NAMED = (
    f"SELECT plain, id, {_COLUMNS} FROM name JOIN place ON id = place"  # noqa: S608
    " WHERE key = ? ORDER BY place"
)
# Keys that one query asks for.
_ASKED_AT_ONCE = 8
_HAS = f"SELECT 1 FROM name WHERE key IN ({','.join('?' * _ASKED_AT_ONCE)}) AND place = ? LIMIT 1"  # noqa: S608
# Places that are kept in memory once read.
_KEPT = 65536
# Where the gazetteer that comes with the package stands among those that a user added: after them all.
LAST = 9
# Of the file, so much is kept in memory.
_CACHE_KB = 16_384
# Cells in a line of a shelf.
_CELLS = 5


class GazetteerStore:
    """Rows of the file by key.

    Raises:
        SourceError: when the file is missing or is no gazetteer.
    """

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            msg = f"the gazetteer {path} is not there; installing the package makes it"
            raise SourceError(msg)
        self._db = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        try:
            self._db.execute("SELECT 1 FROM place LIMIT 1").fetchone()
        except sqlite3.DatabaseError as error:
            msg = f"the file {path} is no gazetteer: {error}"
            raise SourceError(msg) from error
        self._db.execute(f"PRAGMA cache_size = -{_CACHE_KB}")
        self._pools: dict[str, Pool] = {}
        self._places: dict[int, GazetteerEntry] = {}
        meta = dict(self._db.execute("SELECT key, value FROM meta"))
        self.rank = int(meta.get("rank", LAST))
        self.form: str | None = meta.get("form")

    @property
    def added(self) -> bool:
        """Say whether a user added it: then it can be asked by place, square and ref too."""
        return self.rank != LAST

    def named(self, key: str) -> list[tuple[int, tuple[str, ...]]]:
        """Return the places with a key and the plain forms that each is written in."""
        found = []
        for plain, *row in self._db.execute(_NAMED, (key,)):
            number = row[0]
            if number not in self._places:
                self._keep(number, _entry(row[1:]))
            found.append((number, tuple(form or key for form in plain.split("|"))))
        return found

    def place(self, number: int) -> GazetteerEntry:
        """Return one place."""
        found = self._places.get(number)
        if found is None:
            found = _entry(self._db.execute(_PLACE, (number,)).fetchone())
            self._keep(number, found)
        return found

    def _keep(self, number: int, entry: GazetteerEntry) -> None:
        if len(self._places) >= _KEPT:
            self._places.clear()
        self._places[number] = entry

    def points(self) -> Iterator[tuple[str, float, float]]:
        """Yield country, latitude and longitude of every town."""
        yield from self._db.execute("SELECT country, lat, lon FROM place WHERE kind = 'town'")

    def towns(self, country: str) -> Iterator[GazetteerEntry]:
        """Yield the towns of a country."""
        wanted = f"SELECT {_COLUMNS} FROM place WHERE country = ? AND kind = 'town' ORDER BY id"  # noqa: S608
        yield from map(_entry, self._db.execute(wanted, (country,)))

    @lru_cache(maxsize=32768)  # noqa: B019
    def keys(self, number: int) -> list[str]:
        """Return the keys of an added place."""
        rows = self._db.execute("SELECT DISTINCT key FROM spelt WHERE place = ? ORDER BY key", (number,))
        return [key for (key,) in rows]

    def has_any(self, keys: Sequence[str], number: int) -> bool:
        """Say whether a place has one of the keys."""
        for first in range(0, len(keys), _ASKED_AT_ONCE):
            some = keys[first : first + _ASKED_AT_ONCE]
            asked = [*some, *[some[-1]] * (_ASKED_AT_ONCE - len(some)), number]
            if self._db.execute(_HAS, asked).fetchone() is not None:
                return True
        return False

    def by_ref(self, ref: str) -> int | None:
        """Return the added place with a ref."""
        row = self._db.execute("SELECT id FROM place WHERE ref = ?", (ref,)).fetchone()
        return None if row is None else int(row[0])

    @lru_cache(maxsize=16384)  # noqa: B019
    def square(self, cell: int) -> tuple[Point, ...]:
        """Return the places in a square of a tenth of a degree, of what comes with us the towns."""
        if self.added:
            rows = self._db.execute("SELECT id, lat, lon, ref FROM place WHERE cell = ? ORDER BY id", (cell,))
            return tuple(rows)
        cells, numbers = self._squares
        first, last = np.searchsorted(cells, (cell, cell + 1)).tolist()
        return tuple(self._point(number) for number in numbers[first:last].tolist())

    def _point(self, number: int) -> Point:
        one = self.place(number)
        return (number, one.latitude, one.longitude, one.ref)

    @cached_property
    def _squares(self) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        """The squares of the towns that come with us, in their order, and the towns' numbers."""
        towns = self._db.execute("SELECT id, lat, lon FROM place WHERE kind = 'town'")
        rows = np.array(towns.fetchall(), np.float64).reshape(-1, 3)
        found = np.column_stack([squares_of(rows[:, 1], rows[:, 2]), rows[:, 0].astype(np.int64)])
        found = found[np.lexsort((found[:, 1], found[:, 0]))]
        return np.ascontiguousarray(found[:, 0]), np.ascontiguousarray(found[:, 1])

    @cached_property
    def _has_former(self) -> bool:
        return self.added and self._db.execute("SELECT 1 FROM former LIMIT 1").fetchone() is not None

    def former(self, number: int, flat: str) -> tuple[str, str] | None:
        """Return since and until when an added place bore a name that it bears no longer."""
        if not self._has_former:
            return None
        row = self._db.execute(
            "SELECT since, until FROM former WHERE place = ? AND plain = ?", (number, flat)
        ).fetchone()
        return None if row is None else (row[0], row[1])

    def pool(self, country: str) -> Pool:
        """Return the names of a country by what they are near to."""
        if country not in self._pools:
            made = _Kept(self._db, country) if self.added else Shelves(self._latin(country))
            self._pools[country] = Pool(made)
        return self._pools[country]

    def _latin(self, country: str) -> list[tuple[str, int]]:
        row = self._db.execute("SELECT names FROM pool WHERE country = ?", (country,)).fetchone()
        if row is None:
            return []
        lines = zlib.decompress(row[0]).decode().splitlines()
        return [(key, int(place)) for key, _, place in (line.partition("\t") for line in lines)]

    def countries(self) -> Iterator[Country]:
        """Yield the countries."""
        columns = "iso, iso3, names, people, capitals, neighbours"
        for iso, iso3, *lists in self._db.execute(f"SELECT {columns} FROM country ORDER BY iso"):  # noqa: S608
            names, people, capitals, neighbours = (tuple(x.split("|")) if x else () for x in lists)
            yield Country(iso, iso3, names, people, capitals, neighbours)


class _Kept(Shelves):
    """The names of a country in an added store, read by the shelf."""

    apart = True

    def __init__(self, db: sqlite3.Connection, country: str) -> None:
        super().__init__(())
        self._db, self._country = db, country

    def holds_any(self) -> bool:
        """Say whether there is a name at all."""
        some = self._db.execute("SELECT 1 FROM shelf WHERE country = ? LIMIT 1", (self._country,))
        return some.fetchone() is not None

    def of(self, start: str) -> Names:
        """Return the names of a shelf."""
        row = self._db.execute(
            "SELECT names FROM shelf WHERE country = ? AND begins = ?", (self._country, start)
        ).fetchone()
        if row is None:
            return Names()
        cells = zlib.decompress(row[0]).decode().replace("\n", "\t").split("\t")
        columns = [cells[place::_CELLS] for place in range(_CELLS)]
        keys, places, sounds, bones, short = columns
        return Names(keys[: len(short)], array("q", map(int, places)), sounds, bones, list(map(bool, short)))


def _entry(row: Sequence[Any]) -> GazetteerEntry:
    ref, name, lat, lon, country, kind, ascii_name, province, population, radius, bare, capital = row
    return GazetteerEntry(
        ref,
        name,
        lat,
        lon,
        tuple(country.split()),
        PlaceKind(kind),
        ascii_name,
        province,
        population,
        radius,
        bool(bare),
        bool(capital),
    )


def embedded() -> Path:
    """Return the path of the gazetteer that comes with the package."""
    with as_file(files("warmonitor.reference.data") / "gazetteer.sqlite") as path:
        return path
