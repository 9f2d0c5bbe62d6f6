"""The compiled gazetteer file, opened read-only."""

import sqlite3
import zlib
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property, lru_cache
from importlib.resources import as_file, files
from pathlib import Path

from warmonitor.model.errors import SourceError
from warmonitor.reference.gazetteer.entry import Country, GazetteerEntry, PlaceKind
from warmonitor.reference.gazetteer.pool import Name, Pool, Shelves
from warmonitor.reference.gazetteer.squares import square_of

_COLUMNS = "ref, name, lat, lon, country, kind, ascii, admin1, population, radius, bare, capital"
# Where the gazetteer that comes with the package stands among those that a user added: after them all.
LAST = 9


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
        self._pools: dict[str, Pool] = {}
        meta = dict(self._db.execute("SELECT key, value FROM meta"))
        self.rank = int(meta.get("rank", LAST))
        self.form: str | None = meta.get("form")

    @property
    def added(self) -> bool:
        """Say whether a user added it: then it can be asked by place, square and ref too."""
        return self.rank != LAST

    def named(self, key: str) -> list[tuple[int, tuple[str, ...]]]:
        """Return the places with a key and the plain forms that each is written in."""
        rows = self._db.execute("SELECT place, plain FROM name WHERE key = ? ORDER BY place", (key,))
        return [(place, tuple(form or key for form in plain.split("|"))) for place, plain in rows]

    @lru_cache(maxsize=32768)  # noqa: B019
    def place(self, number: int) -> GazetteerEntry:
        """Return one place."""
        row = self._db.execute(f"SELECT {_COLUMNS} FROM place WHERE id = ?", (number,)).fetchone()  # noqa: S608
        return _entry(row)

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

    def has(self, key: str, number: int) -> bool:
        """Say whether a place has a key."""
        row = self._db.execute("SELECT 1 FROM name WHERE key = ? AND place = ?", (key, number)).fetchone()
        return row is not None

    def by_ref(self, ref: str) -> int | None:
        """Return the added place with a ref."""
        row = self._db.execute("SELECT id FROM place WHERE ref = ?", (ref,)).fetchone()
        return None if row is None else int(row[0])

    def around(self, cells: Collection[int]) -> list[int]:
        """Return the places in squares of a tenth of a degree."""
        if not self.added:
            return [number for cell in cells for number in self._squares.get(cell, ())]
        marks = ",".join("?" * len(cells))
        rows = self._db.execute(f"SELECT id FROM place WHERE cell IN ({marks}) ORDER BY id", tuple(cells))  # noqa: S608
        return [number for (number,) in rows]

    @cached_property
    def _squares(self) -> dict[int, list[int]]:
        """The towns that come with us by their square, made when they are first asked for so."""
        found: dict[int, list[int]] = {}
        for number, lat, lon in self._db.execute("SELECT id, lat, lon FROM place WHERE kind = 'town'"):
            found.setdefault(square_of(lat, lon), []).append(number)
        return found

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

    def _latin(self, country: str) -> list[Name]:
        row = self._db.execute("SELECT names FROM pool WHERE country = ?", (country,)).fetchone()
        if row is None:
            return []
        lines = zlib.decompress(row[0]).decode().splitlines()
        return [Name(key, int(place)) for key, _, place in (line.partition("\t") for line in lines)]

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

    def of(self, start: str) -> Sequence[Name]:
        """Return the names of a shelf."""
        row = self._db.execute(
            "SELECT names FROM shelf WHERE country = ? AND begins = ?", (self._country, start)
        ).fetchone()
        if row is None:
            return ()
        cells = (line.split("\t") for line in zlib.decompress(row[0]).decode().splitlines())
        return [Name(key, int(place), heard, bones, bool(s)) for key, place, heard, bones, s in cells]


def _entry(
    row: tuple[str, str, float, float, str, str, str, str, int, float | None, int, int],
) -> GazetteerEntry:
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
